"""One column for every fact of the catalogue that a list can show, masked as rules.md asks."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.addresses import village
from app.catalogue import FACTS, GRADES, STATUS, Fact
from app.children import Child
from app.fingerprint import CardScene
from app.idnumber import mask_id
from app.phones import dial_text, mask_phone
from app.sounds import name_order, order
from ui.pieces.rows import Cell, Column

COMMA = "、"
_ALIKE = frozenset({"school", "duty_phone", "today", "name"})
"""The same for every child, or in the list anyway."""
_SEVERAL = frozenset({"income", "aid"})
"""Facts of several answers; each is a value of its own in a funnel."""
_WIDE = {"id": 176, "phone": 140, "address": 110}
_WIDTHS = {"sex": 64, "age": 64, "birth": 136, "register_number": 176, "register_aux": 150, "attention": 180,
           "note": 180, "needs": 180, "class": 92, "status": 124, "enrolled_on": 130, "confirmed_on": 136}  # fmt: skip
_NUMBERS = frozenset({"age", "seat_number", "distance_km", "父亲.age", "母亲.age", "照料人.age"})
_NAMES = frozenset({"class_teacher", "former_name", "父亲.name", "母亲.name", "照料人.name"})


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)


def group_word(group: str) -> str:
    """The heading of a group of facts in a chooser."""
    return {
        "child": _tr("孩子"), "school": _tr("在校"), "father": _tr("父亲"), "mother": _tr("母亲"),
        "carer": _tr("照料人"), "home": _tr("家里"), "derived": _tr("算出来的"),
    }[group]  # fmt: skip


def shown_text(fact: Fact, text: str, full_phones: bool) -> str:
    """A fact as a list may show it: ID 前6后4, of an address the village, phones masked unless they may be seen."""
    if not text or not fact.private:
        return text
    if fact.private == "id":
        return mask_id(text)
    if fact.private == "address":
        return village(text)
    numbers = text.split(COMMA)
    return COMMA.join(dial_text(one) if full_phones else mask_phone(one) for one in numbers)


def fact_columns(
    child_of: Callable[[int], Child], scene: Callable[[], CardScene], full_phones: Callable[[], bool],
    class_place: Callable[[str], Any],
) -> list[Column]:  # fmt: skip
    """The columns, hidden until somebody chooses them. `class_place` is what a class name is sorted by."""
    orders: dict[str, Callable[[str], Any]] = {
        "class": class_place,
        "grade": lambda text: GRADES.find(text[:1]),
        "status": lambda text: list(reversed(STATUS.values())).index(text),
    }

    def column(fact: Fact) -> Column:
        by = orders.get(fact.key) or (name_order if fact.key in _NAMES else order)

        def raw(key: int) -> str:
            return fact.text(child_of(key), scene())

        def text(key: int) -> str:
            return shown_text(fact, raw(key), full_phones())

        def values(key: int) -> tuple[str, ...]:
            found = text(key)
            several = fact.key in _SEVERAL or fact.private == "phone"
            return tuple(found.split(COMMA)) if several else (found,)

        def place(key: int) -> Any:
            found = raw(key)
            return by(found) if found else None

        width = _WIDTHS.get(fact.key) or _WIDE.get(fact.private) or max(84, 14 * len(fact.title) + 30)
        return Column(
            fact.key, fact.title, width, "text", lambda key: Cell(text(key)), sort=place, right=fact.key in _NUMBERS,
            group=group_word(fact.group), shown=False, values=values, order=by,
        )  # fmt: skip

    return [column(fact) for fact in FACTS if fact.key not in _ALIKE]
