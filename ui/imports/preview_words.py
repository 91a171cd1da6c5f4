"""How the preview speaks of a whole row: the family of a new child, why a row stays out, who a doubtful one may be."""

from PySide6.QtCore import QCoreApplication

from app import days, phones
from app.classnames import class_name
from app.enrolment import class_on, classes_by_id, name_on
from app.imports.plan import Plan, PlanRow
from app.kinship import spoken_relation
from app.school import Snapshot
from app.store import Kept
from ui.imports import words
from ui.labels import field_word
from ui.sentences import status_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("preview_words", text)


def group(kind: str) -> tuple[str, str]:
    """Title and explanation of a group of rows."""
    hints = {
        "changed": _tr("划掉的是名册里现在的，黄底是表格里的"),
        "refused": _tr("其余照常导入，这几行另存成表，改好再导"),
        "doubtful": _tr("点这一行，在下面定一下是谁；不定就先放下"),
        "new": _tr("会添进名册"),
        "unchanged": _tr("表格里的和名册里一样"),
    }
    return words.kind_words(kind)[0], hints[kind]


def blamed(column: str) -> str:
    """Which cell is to blame: E 列, or 整行."""
    return _tr("{0} 列").format(column) if column else _tr("整行")


def whole_row(row: PlanRow) -> str:
    """A row in one line: the family of a new child, or what is wrong with a refused one."""
    if row.reason is not None:
        return words.problem_words(row.reason)[1]
    record = row.record
    parts = [status_word(record.claim)] if record.claim else []
    for kin in record.kin:
        relation = spoken_relation(kin.relation) if kin.relation else _tr("家人")
        parts.append(f"{relation} {kin.name}".strip() + (_tr("（带）") if kin.carer else ""))
    return "，".join(parts) or _tr("家里人还没有写")


def note(row: PlanRow) -> tuple[str, str, str]:
    """(mark, first line, second line) of the last column."""
    if row.reason is not None:
        short, _, do = words.problem_words(row.reason)
        return "refused" if row.kind == "refused" else "soon", short, do
    remark = next((words.problem_words(problem)[0] for problem in row.record.problems), "")
    if row.kind == "new":
        if not row.chosen:
            return "wait", _tr("先不添"), _tr("你取消了勾")
        numbers = [phone.number for kin in row.record.kin for phone in kin.phones if phone.number]
        second = _tr("电话 {0}").format(phones.dial_text(numbers[0])) if numbers else _tr("没有电话")
        return "new", _tr("会添进名册"), remark or second
    if row.kind == "changed" and not row.chosen:
        return "wait", _tr("先不改"), _tr("你取消了勾")
    doubt = words.diff_note(row.diffs[0]) if row.diffs else ""
    first, second = (doubt, remark) if doubt else (remark, "")
    return ("soon" if first else ""), first, second


def question(row: PlanRow) -> str:
    """What is asked about a doubtful row."""
    return _tr("第 {0} 行的{1}是哪一个？").format(row.row, row.record.name)


def candidate(plan: Plan, child_id: int) -> str:
    """A child it may be: 三（1）班 李明 2017年3月2日生."""
    child = plan.snapshot.children[child_id]
    parts = [class_of(plan, child_id), child.name]
    if child.birth:
        parts.append(_tr("{0}生").format(days.on_paper(child.birth)))
    return " ".join(part for part in parts if part)


def class_of(plan: Plan, child_id: int) -> str:
    """The class of a child on the plan's day, "" if none."""
    snapshot, system = plan.snapshot, plan.snapshot.school.system
    found = class_on(snapshot.children[child_id], classes_by_id(snapshot), plan.as_of, system)
    return name_on(found, plan.as_of, system) if found else ""


def class_of_row(plan: Plan, row: PlanRow) -> str:
    """The class a row gives, else the class its child is in."""
    key = row.record.class_key
    if key is not None:
        return class_name(key.stage, key.entry_year, key.number, plan.as_of, plan.snapshot.school.system)
    return row.record.class_text or (class_of(plan, row.child_id) if row.child_id is not None else "")


def absent(plan: Plan) -> str:
    """Who of the file's classes is not in the file; nothing is changed for them."""
    if not plan.absent:
        return ""
    names = [f"{class_of(plan, key)}{plan.snapshot.children[key].name}" for key in plan.absent[:4]]
    more = _tr("等") if len(plan.absent) > len(names) else ""
    return _tr("名册里有、这个表里没有的 {0} 个：{1}{2}。没有动他们，转走的请到档案里办转出。").format(
        len(plan.absent), "、".join(names), more
    )


def kept(snapshot: Snapshot, left: Kept) -> str:
    """A field that an undo left alone: 周雨桐的现住址."""
    child = snapshot.children.get(left.child_id) if left.child_id is not None else None
    return _tr("{0}的{1}").format(child.name if child else _tr("学校"), field_word(left.field))
