"""The lines of the page 今日: whom it is about, what is to do, who owes it, when; and the groups above them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.care_rules import MENTOR
from app.school import Staff
from app.today import DONE, LATE, Item, Plan
from app.today_groups import BY_STAFF, BY_TIME, Section
from ui.care_words import kind_word
from ui.inspection_words import round_word
from ui.pieces.rows import Cell, Column, Group, Row
from ui.today import home_words, words
from ui.today.day import Day, Facts

WHO, WHAT, BY, WHEN, DO = "who", "what", "by", "when", "do"


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)


def columns(day: Day) -> list[Column]:
    """The columns; `day` knows the items."""
    return [
        Column(WHO, _tr("孩子"), 172, "who", lambda row: who(day.items[row], day.facts)),
        Column(WHAT, _tr("做什么"), 0, "two_line", lambda row: what(day.items[row], day.facts)),
        Column(BY, _tr("谁做"), 130, "two_line", lambda row: by(day.items[row], day.facts)),
        Column(WHEN, _tr("什么时候"), 128, "status", lambda row: when(day.items[row], day.plan)),
        Column(DO, _tr("按钮"), 92, "action", lambda row: deed(day.items[row])),
    ]


def who(item: Item, facts: Facts) -> Cell:
    """The child over class and sex; a class or the school where it is about no one child."""
    name, second = who_words(item, facts)
    return Cell(name, second, faded=item.when == DONE)


def who_words(item: Item, facts: Facts) -> tuple[str, str]:
    """(name, what stands under it)."""
    child = facts.child(item)
    of_class = facts.class_name(item)
    if child is not None:
        return child.name, f"{of_class} {child.sex}".strip()
    if item.unmended is not None:
        return item.unmended.room.name, _tr("安全检查")
    if item.take is not None:
        return item.place or _tr("每一间"), _tr("盘点")
    if item.problem is not None:
        return item.problem.place or _tr("全校"), round_word(item.problem.kind)
    if item.held is not None:
        return kind_word(item.held.record.kind), of_class or _tr("全校")
    if item.ending is not None:
        return _tr("保险"), _tr("{0} 个孩子").format(len(item.ending.children))
    if item.thing is not None:
        loan = item.thing.loan
        staff = facts.staff.get(loan.movement.staff_id or 0) if loan is not None else None
        return home_words.who(item, item.thing, staff.name if staff is not None else "", of_class)
    if item.record is not None and len(item.record.participants) > 1:
        first = facts.children.get(item.record.participants[0].child_id)
        return _tr("{0}等").format(first.name if first else ""), _tr("{0} 个孩子").format(len(item.record.participants))
    return (of_class, _tr("全班")) if of_class else (_tr("全校"), "")


def what(item: Item, facts: Facts) -> Cell:
    """What is to do, and beneath it why or how often."""
    tone = "ink3" if item.when == DONE else ""
    return Cell(
        words.what(item, facts.child(item), facts.today), words.beneath(item), tone, icon=words.icon_of(item)
    )


def by(item: Item, facts: Facts) -> Cell:
    """Who owes it, and as what."""
    found = facts.staff.get(item.owed_by or 0)
    if found is None:
        return Cell(_tr("未指定"), tone="ink3") if item.when != DONE else Cell()
    return Cell(found.name, owner_words(item, found, facts), "ink3" if item.when == DONE else "")


def owner_words(item: Item, owner: Staff, facts: Facts) -> str:
    """代理家长，语文."""
    mentor = facts.mentors.get(item.child_id or 0) == owner.id
    teacher = facts.teachers.get(item.class_id or 0) == owner.id
    rule = item.standing.rule.owner if item.standing is not None else MENTOR
    role = _tr("代理家长") if mentor and (rule == MENTOR or not teacher) else _tr("班主任") if teacher else ""
    return "，".join(part for part in (role, owner.duties) if part)


def when(item: Item, plan: Plan) -> Cell:
    """Mark, day in words, and the date beneath."""
    mark, said, second = words.status(item, plan)
    return Cell(said, second, mark=mark)


def deed(item: Item) -> Cell:
    """The row's button."""
    if item.unmended is not None or item.problem is not None:
        return Cell(_tr("去整改"))
    if item.take is not None:
        return Cell(_tr("接着点"))
    if item.thing is not None:
        return Cell(_tr("看台账"))
    if item.held is not None:
        return Cell(_tr("看活动"))
    if item.ending is not None:
        return Cell(_tr("看保险"))
    return Cell(_tr("记一笔") if item.asks else _tr("看记录") if item.contact is not None else _tr("看档案"))


def rows(day: Day, sections: Iterable[Section], by_what: str) -> list[Row]:
    """Group lines and row numbers."""
    found: list[Row] = []
    for section in sections:
        found.append(_group(section, by_what, day))
        found += [day.row(item) for item in section.items]
    return found


def _group(section: Section, by_what: str, day: Day) -> Group:
    count, facts, key = len(section.items), day.facts, section.key
    if by_what == BY_TIME and isinstance(key, str):
        title, hint, mark = words.group_words(key, day.plan)
        return Group(title, count, hint, mark)
    late = sum(one.when == LATE for one in section.items)
    hint = _tr("过期 {0} 件").format(late) if late else ""
    if by_what == BY_STAFF:
        owner = facts.staff.get(int(key)) if isinstance(key, int) else None
        return Group(owner.name if owner is not None else _tr("未指定"), count, hint)
    name, second = who_words(section.items[0], facts)
    return Group(f"{name} {second}".strip(), count, hint)

