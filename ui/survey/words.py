"""What the survey grid calls its cells, and why an answer cannot be so."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.survey import CARER, FATHER, MOTHER


def _tr(text: str) -> str:
    return QCoreApplication.translate("Survey", text)


def whom_word(whom: str) -> str:
    """爸爸, 谁带."""
    return {FATHER: _tr("爸爸"), MOTHER: _tr("妈妈"), CARER: _tr("谁带")}.get(whom, "")


def caption(key: str) -> str:
    """What stands above the answer, as on the form."""
    whom, _dot, field = key.rpartition(".")
    if whom == CARER and field == "address":
        return _tr("住在哪里")
    return {
        "name": _tr("姓名"), "phone": _tr("电话"), "kind": _tr("在外/在家"), "since": _tr("从哪天起"),
        "place": _tr("在哪里、做什么"), "relation": _tr("关系"), "address": _tr("现在住在哪里"),
        "boarding": _tr("走读/住校"), "attention": _tr("要注意（过敏、用药）"), "call_time": _tr("约好通话"),
        "needs": _tr("要关心"),
    }[field]  # fmt: skip


def spoken(key: str) -> str:
    """爸爸的电话, for a screen reader and the line beneath the grid."""
    whom = whom_word(key.rpartition(".")[0])
    return _tr("{0}的{1}").format(whom, caption(key)) if whom else caption(key)


def why(key: str, reason: str) -> str:
    """What is wrong with an answer, in one sentence."""
    return {
        "not_a_day": _tr("日期没看懂，写成 2026-9-1 或 2025年2月"),
        "in_the_future": _tr("这一天还没到"),
        "not_a_phone": _tr("这里写电话号码，打不通的写“停机”"),
        "phone_length": _tr("号码少了或多了几位"),
        "empty": _tr("先写关系，如 奶奶"),
        "not_a_choice": _tr("写 1 走读、2 住校") if key == "boarding" else _tr("写 1 在外、2 在家，或者 已去世"),
    }.get(reason, _tr("这个值存不下"))


def what_follows(key: str, old: str, new: str, day: date) -> str:
    """What a correction does beyond what the cell says."""
    field = key.rpartition(".")[2]
    if field == "phone" and old and new and not new.startswith(("停机", "空号")):
        return _tr("新号码排第一，原来的留在后面")
    if (field == "kind" and new and old) or field == "relation":
        return _tr("没写哪天起，就从{0}算起，以前的日子不变").format(on_paper(day))
    return ""
