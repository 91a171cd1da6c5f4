"""How the history speaks: what kind of deed it was, which field became what, and what an undo left alone."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app import idnumber
from app.children import CONSENTS
from app.history import HistoryRow, Kept
from app.school import Snapshot
from ui import labels

NAMED = 3
_QUIET = frozenset(
    {"pinyin_by_hand", "position", "confirmed_on", "confirmed_by", "checked_on", "child_id", "kin_id", "photo"}
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)


def change_words(row: HistoryRow) -> str:
    """住址：旧 → 新; "" for what the action's own name says already."""
    if not row.field or row.field in _QUIET or row.field.endswith("_id"):
        return ""
    word = labels.field_word(row.field)
    if word == row.field:
        return ""
    old, new = (_value(row.field, value) for value in (row.old, row.new))
    return f"{word}：{old} → {new}"


def kept_words(kept: Iterable[Kept], snapshot: Snapshot) -> str:
    """周雨桐的住址、罗子轩的电话等 5 处; "" for nothing."""
    named = list(dict.fromkeys(_kept(one, snapshot) for one in kept))
    if len(named) <= NAMED:
        return "、".join(named)
    return _tr("{0}等 {1} 处").format("、".join(named[:NAMED]), len(named))


def kept_list(kept: Iterable[Kept], snapshot: Snapshot) -> list[str]:
    """Every place that was left alone, each once."""
    return list(dict.fromkeys(_kept(one, snapshot) for one in kept))


def kind_word(kind: str) -> str:
    """What a kind of action is called, as the filter offers it."""
    return {
        "edit": _tr("修改"), "import": _tr("导入"), "delete": _tr("删除"), "merge": _tr("合并"), "print": _tr("打印"),
        "read": _tr("看保密记录"),
        "undo": _tr("撤回"), "redo": _tr("恢复"), "setup": _tr("建学校"),
    }.get(kind, kind)  # fmt: skip


def _kept(one: Kept, snapshot: Snapshot) -> str:
    child = snapshot.children.get(one.child_id) if one.child_id is not None else None
    what = labels.field_word(one.field) if one.field else _row_word(one.table)
    if what == one.field:
        what = _row_word(one.table)
    whose = child.name if child else _tr("已删的孩子") if one.child_id is not None else ""
    return _tr("{0}的{1}").format(whose, what) if whose else what


def _row_word(table: str) -> str:
    return {
        "child": _tr("资料"), "kin": _tr("家里人"), "phone": _tr("电话"), "whereabouts": _tr("父母去处"),
        "care": _tr("谁带"), "enrolment": _tr("在校情况"), "claim": _tr("学籍表写的"), "override": _tr("学校另定的"),
        "card_print": _tr("联系卡打印"), "staff": _tr("老师"), "class": _tr("班级"), "class_teacher": _tr("班主任"),
        "term": _tr("学期"), "school": _tr("学校资料"), "template": _tr("表样"), "not_same": _tr("不是同一人"),
        "pairing": _tr("结对"), "participant": _tr("关爱记录"), "care_record": _tr("关爱记录"),
        "calendar_day": _tr("校历"), "care_rule": _tr("规则"), "agreement": _tr("签过的协议"),
        "staff_leave": _tr("请假"), "activity": _tr("活动"), "agenda_step": _tr("议程"), "activity_item": _tr("物品"),
        "contest_entry": _tr("比赛"), "asset": _tr("物品"), "movement": _tr("物品进出"), "room": _tr("房间"),
        "donor": _tr("捐赠人"), "award": _tr("奖励"), "story": _tr("事迹"), "certificate": _tr("奖状的字"),
        "work_plan": _tr("工作计划"), "plan_stage": _tr("工作计划"), "own_form": _tr("Word 模板"),
        "stocktake": _tr("盘点"), "stocktake_line": _tr("盘点"),
    }.get(table, _tr("资料"))  # fmt: skip


def _value(field: str, value: str | None) -> str:
    if field == "photo_consent":
        return CONSENTS.get(value or "", "")
    if not value:
        return _tr("空")
    if field == "id_number":
        return idnumber.mask_id(value)
    return {
        "living": _tr("在世"), "dead": _tr("去世"), "missing": _tr("失联"), "unknown": _tr("不详"),
        "away": _tr("在外"), "home": _tr("在家"), "sole": _tr("独自抚养"), "none": _tr("不抚养"),
        "yes": _tr("同意"), "no": _tr("不同意"),
    }.get(value, value)  # fmt: skip
