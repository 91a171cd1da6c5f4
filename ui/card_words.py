"""Why a contact card is due again, in the words of the office: 爸爸的电话改了; 爸爸的电话：139 0046 7715 → 150 ….."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.card_changes import CardChange
from app.days import on_paper
from app.idnumber import mask_id
from app.kinship import spoken_relation
from app.phones import dial_text
from ui.labels import field_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardWords", text)


def layout_word(layout: str) -> str:
    """What a layout is called."""
    return {"child": _tr("随身卡"), "pocket": _tr("随身卡（小）"), "school": _tr("联系卡")}[layout]


def change_short(change: CardChange) -> str:
    """爸爸的电话改了."""
    if change.key == "class":
        return _tr("换了班")
    if change.key == "carer":
        return _tr("换了带的人")
    if not change.old:
        return _tr("添了{0}").format(_word(change.key))
    return (_tr("{0}改了") if change.new else _tr("{0}去掉了")).format(_word(change.key))


def change_words(change: CardChange) -> str:
    """爸爸的电话：139 0046 7715 → 150 0000 0000."""
    old, new = (_value(change.key, text) or _tr("没有") for text in (change.old, change.new))
    return _tr("{0}：{1} → {2}").format(_word(change.key), old, new)


def why_all(changes: Sequence[CardChange]) -> list[str]:
    """Each change with what stood there and what is so now; a print of before that was kept only says that it is."""
    return [change_words(one) for one in changes] or [_tr("打过以后有改动，改了什么看改动记录")]


def why_short(changes: Sequence[CardChange]) -> str:
    """The first change, and how many there are: 爸爸的电话改了等 3 处; "" where none is known."""
    if not changes:
        return ""
    first = change_short(changes[0])
    return first if len(changes) == 1 else _tr("{0}等 {1} 处").format(first, len(changes))


def _word(key: str) -> str:
    relation, _, field = key.partition(".")
    if not field:
        return {
            "class": _tr("班级"), "school": _tr("校名"), "duty_phone": _tr("值班电话"), "carer": _tr("谁带"),
            "teacher": _tr("老师"), "mentor": _tr("结对老师"),
        }.get(key, field_word(key))  # fmt: skip
    spoken = spoken_relation(relation.rstrip("23456789"))
    words = {"phones": _tr("电话"), "place": _tr("去处")}.get(field, field_word(field))
    return _tr("{0}的{1}").format(spoken, words)


def _value(key: str, text: str) -> str:
    field = key.rpartition(".")[2]
    if field == "phones":
        return _tr("、").join(dial_text(number) for number in text.split("、"))
    if field == "id_number":
        return mask_id(text)
    if field == "birth":
        return on_paper(text) if text else ""
    states = {
        "dead": _tr("已去世"), "missing": _tr("失联"), "unknown": _tr("不详"), "away": _tr("在外"), "home": _tr("在家"),
    }  # fmt: skip
    return states.get(text, text)
