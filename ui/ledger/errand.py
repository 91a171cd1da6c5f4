"""What a form of the ledger is about: what is to be written down, of which thing, and which fields it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.inventory import CONSUME, DONATED, IN, LOAN, MOVE, RETURN, SCRAP, Asset
from ui.ledger.words import class_words, kind_word

NEW, CHANGE, LEAST = "new", "change", "least"
BEGINS = ("number", "name", "class_of_goods", "standard")
FACTS = ("spec", "unit", "origin", "price", "bought_on", "keeper", "consumable", "note")
OF_BOOKS = ("author", "publisher", "isbn")
COMES = ("count", "room", "day", "accepted", "second")
ASKS: Mapping[str, tuple[str, ...]] = {
    NEW: (*BEGINS, *OF_BOOKS, "unit", "origin", "donor", *COMES, "batch", "expires", "spec", "price", "bought_on",
          "keeper", "consumable", "note"),
    CHANGE: (*BEGINS, *OF_BOOKS, *FACTS),
    LEAST: ("count",),
    IN: ("count", "room", "day", "accepted", "second", "donor", "batch", "expires", "reason"),
    LOAN: ("borrower", "count", "room", "day", "due", "reason"),
    RETURN: ("count", "room", "day", "reason"),
    MOVE: ("count", "room", "to_room", "day", "reason"),
    CONSUME: ("count", "room", "borrower", "day", "batch", "reason"),
    SCRAP: ("count", "reason", "room", "day", "batch"),
}  # fmt: skip
"""The fields of each kind, in their order."""


@dataclass(frozen=True, slots=True)
class Errand:
    """`kind`: a key of ASKS; `number`: the id of the asset, for a return that of the loan, 0 for what is new."""

    kind: str
    number: int = 0
    item: str = ""
    """The thing of the standard list whose least is changed."""

    @property
    def key(self) -> str:
        """Under which what is typed is kept."""
        return f"ledger.{self.kind}.{self.item or self.number}"


def errand_of(key: str) -> Errand | None:
    """The errand of a draft's key."""
    kind, _, rest = key.removeprefix("ledger.").partition(".")
    if not key.startswith("ledger.") or kind not in ASKS:
        return None
    return Errand(kind, int(rest)) if rest.isdecimal() else Errand(kind, item=rest)


def asked(errand: Errand, values: Mapping[str, str], asset: Asset | None) -> set[str]:
    """The fields that are asked, as things stand: an author of a book, a day of expiry of a medicine, a donor of a
    donation; who accepts it as soon as some come in."""
    found = set(ASKS[errand.kind])
    goods = values.get("class_of_goods", "") if errand.kind in (NEW, CHANGE) else asset.class_of_goods if asset else ""
    origin = values.get("origin", "") if errand.kind == NEW else asset.origin if asset else ""
    if goods != "book":
        found -= set(OF_BOOKS)
    if goods != "medicine":
        found -= {"batch", "expires"}
    if errand.kind == NEW and origin != DONATED:
        found -= {"donor"}
    if errand.kind == NEW and not values.get("count"):
        found -= {"room", "day", "accepted", "second", "batch", "expires"}
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("ledger", text)


def heading(errand: Errand, called: str) -> str:
    """登记新物品, 篮球 入库."""
    if errand.kind == NEW:
        return _tr("登记新物品")
    if errand.kind == CHANGE:
        return _tr("修改{0}").format(called)
    return _tr("{0}最少要几个").format(called) if errand.kind == LEAST else f"{called} {kind_word(errand.kind)}"


def verb(errand: Errand, count: str, unit: str) -> str:
    """The filled button: 借出 2 个."""
    said = {NEW: _tr("登记"), CHANGE: _tr("存下修改"), LEAST: _tr("存下")}.get(errand.kind) or kind_word(errand.kind)
    if errand.kind in (CHANGE, LEAST) or not count.isdecimal() or int(count) < 1:
        return said
    return _tr("{0} {1} {2}").format(said, int(count), unit or _tr("件"))


def class_options() -> list[tuple[str, str]]:
    """For the box of classes of goods."""
    return list(class_words().items())
