"""What can have become of an item, in the words of its kind: 接通了, 没人接, 空号, 改天."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.care import LOGGED, NOT_REACHED, REACHED
from app.care_ways import GATHERINGS
from app.edits.settling import DEAD, FINISHED, LATER, kind_of
from app.today import FOLLOW_UP, Item
from ui.care_words import done_word, missed_word

CALLS = ("family_call", "carer_contact", "parent_contact", "hotline")
"""Kinds for which a number is rung."""
Choice = tuple[str, str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)


def outcomes(items: Sequence[Item], has_number: bool) -> list[Choice]:
    """(key, words) for these items; () where nothing is to be done about them here."""
    kinds = {kind_of(item) for item in items if item.asks}
    if not items or not all(item.asks for item in items):
        return []
    if len(kinds) > 1:
        return [(LATER, _tr("改天"))]
    (kind,) = kinds
    found: list[Choice] = []
    if kind in LOGGED:
        found = _of_call(has_number) if kind in CALLS else [(REACHED, _done(kind)), (NOT_REACHED, missed_word(kind))]
        if kind == "letter":
            found = found[:1]
    if all(item.kind == FOLLOW_UP for item in items):
        found = [(FINISHED, _tr("办好了")), *(one for one in found if one[0] != DEAD)]
    return [*found, (LATER, _tr("改天"))]


def _of_call(has_number: bool) -> list[Choice]:
    dead = [(DEAD, _tr("空号"))] if has_number else []
    return [(REACHED, _tr("接通了")), (NOT_REACHED, _tr("没人接")), *dead]


def _done(kind: str) -> str:
    return _tr("开过了") if kind in GATHERINGS and kind != "activity" else done_word(kind)


def lasted_word(kind: str) -> str:
    """Before the minutes."""
    words = {"talk": _tr("谈了"), "home_visit": _tr("待了"), "tutoring": _tr("辅导了")}
    return words.get(kind, _tr("聊了") if kind in CALLS else _tr("用了"))


def reasons() -> list[Choice]:
    """Why something is put off; the words are what is kept."""
    words = (_tr("没联系上"), _tr("孩子请假"), _tr("家里有事"), _tr("老师有事"))
    return [(word, word) for word in words]
