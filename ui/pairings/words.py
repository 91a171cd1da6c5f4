"""What the page of pairings calls things: roles, reasons, standings, and the sentences of its actions."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import suggest
from app.addresses import village
from app.board import Charge, HelperRow
from app.children import Child
from app.enrolment import class_on, classes_by_id, name_on
from app.pairing import MENTOR, PEER, Helper
from app.periods import holds, latest
from app.school import Snapshot
from app.standing import DONE, OPEN, OVERDUE, SOON
from app.suggest import Suggestion


def tr(text: str) -> str:
    """In the words of this page."""
    return QCoreApplication.translate("pairings", text)


def role_word(role: str) -> str:
    """代理家长, 学习帮手, 志愿者."""
    return {MENTOR: tr("代理家长"), PEER: tr("学习帮手")}.get(role, tr("志愿者"))


def helper_word(role: str) -> str:
    """Whom one looks for: 老师, 学习帮手, 志愿者."""
    return tr("老师") if role == MENTOR else role_word(role)


def reason_word(reason: str) -> str:
    """Why a helper fits."""
    return {
        suggest.CLASS_TEACHER: tr("同班班主任"), suggest.TEACHES: tr("同班任课"), suggest.VILLAGE: tr("同村"),
        suggest.GRADE: tr("同年级"), suggest.CADRE: tr("班干部"), suggest.AT_HOME: tr("父母在家"),
        suggest.SEX: tr("同性别"),
    }[reason]  # fmt: skip


def why(one: Suggestion, most: int = 2) -> str:
    """同班班主任，还能带 1 个."""
    words = [reason_word(reason) for reason in one.reasons[:most]]
    room = tr("还能带 {0} 个").format(one.room) if one.room else tr("满了")
    return "，".join([*words, room])


def nobody(role: str, has_staff: bool) -> str:
    """Why there is nobody to propose, and what to do."""
    if role != MENTOR:
        return tr("班里没有还能帮的同学")
    return tr("没有人还能带，先把上限改大") if has_staff else tr("还没有老师")


def room_word(row: HelperRow, limit: int) -> str:
    """满, 超 1, or nothing."""
    count = len(row.charges)
    return "" if count < limit else tr("满") if count == limit else tr("超 {0}").format(count - limit)


def quiet_word(weeks: int) -> str:
    """5 周没联系."""
    return tr("{0} 周没联系").format(weeks)


def charge_words(charge: Charge) -> str:
    """A child of a helper for a screen reader: 罗子轩，重点帮扶，1 件过期."""
    words = [charge.child.name]
    words += [tr("重点帮扶")] if charge.priority else []
    words += [tr("{0} 件过期").format(charge.overdue)] if charge.overdue else []
    words += [quiet_word(charge.quiet)] if charge.quiet else []
    return "，".join(words)


def state_words(state: str, count: int) -> tuple[str, str]:
    """(mark, words) of how a helper stands: 1 件过期, 都做了."""
    return {
        OVERDUE: ("over", tr("{0} 件过期").format(count)), SOON: ("soon", tr("{0} 件快到期").format(count)),
        OPEN: ("wait", tr("还有 {0} 件").format(count)), DONE: ("done", tr("都做了")),
    }.get(state, ("", ""))  # fmt: skip


def how_it_stands(row: HelperRow) -> tuple[str, str]:
    """(mark, words) of the last column: what a mentor owes, when a peer or a volunteer last told something."""
    if not row.charges:
        return "", "—"
    if row.helper.role == MENTOR:
        return state_words(row.state, row.count) if row.state else ("", tr("放假"))
    weeks = max(charge.quiet for charge in row.charges)
    if weeks:
        return "soon", quiet_word(weeks)
    days = [charge.last for charge in row.charges if charge.last is not None]
    return ("done", tr("{0}月{1}日").format(max(days).month, max(days).day)) if days else ("wait", tr("还没有"))


def titles(role: str) -> dict[str, str]:
    """The heads of the list for helpers in that role."""
    if role == MENTOR:
        return {"who": tr("老师（代理家长）"), "month": tr("本月")}
    return {"who": role_word(role), "month": tr("上次反映")}


def class_word(child: Child, snapshot: Snapshot, day: date) -> str:
    """三（1）班, "" for one who is no pupil."""
    one = class_on(child, classes_by_id(snapshot), day, snapshot.school.system)
    return name_on(one, day, snapshot.school.system) if one is not None else ""


def child_line(child: Child, snapshot: Snapshot, day: date) -> str:
    """三（1）班 女."""
    return f"{class_word(child, snapshot, day)} {child.sex}".strip()


def staff_line(staff_id: int, snapshot: Snapshot, day: date) -> str:
    """语文，三（1）班班主任; why they are away comes first."""
    staff = next(one for one in snapshot.staff if one.id == staff_id)
    words = [] if staff.left_on is None else [tr("离校")]
    words += [one.why or tr("请假") for one in snapshot.leaves if one.staff_id == staff_id and holds(one, day)]
    words += [staff.duties] if staff.duties else []
    for one in snapshot.classes:
        period = latest(one.teachers, day)
        name = name_on(one, day, snapshot.school.system)
        if period is not None and period.staff_id == staff_id and name not in staff.duties:
            words.append(tr("{0}班主任").format(name))
    return "，".join(words)


def home_line(child: Child, snapshot: Snapshot, day: date) -> str:
    """三（1）班 女，青石坪村."""
    home = village(child.address or child.home_address)
    return "，".join(part for part in (child_line(child, snapshot, day), home) if part)


def helper_line(row: HelperRow, snapshot: Snapshot, day: date) -> str:
    """What stands under the name of a helper."""
    helper = row.helper
    if helper.staff_id is not None:
        return staff_line(helper.staff_id, snapshot, day)
    if helper.peer_id is not None:
        return child_line(snapshot.children[helper.peer_id], snapshot, day)
    return role_word(helper.role)


def helper_name(helper: Helper, snapshot: Snapshot) -> str:
    """The helper's name."""
    if helper.staff_id is not None:
        return next((one.name for one in snapshot.staff if one.id == helper.staff_id), "")
    if helper.peer_id is not None:
        return snapshot.children[helper.peer_id].name
    return helper.name


def names(children: Iterable[Child], most: int = 3) -> str:
    """周雨桐、罗子轩 or 周雨桐等 6 个孩子."""
    listed = [child.name for child in children]
    if len(listed) <= most:
        return "、".join(listed)
    return tr("{0}等 {1} 个孩子").format(listed[0], len(listed))
