"""What stands in a form of the ledger before anybody types: the usual room, day, people, how many, the next number."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app import money
from app.edits.inventory import next_number
from app.equipment import standard
from app.inventory import LOAN, RETURN, SCRAP, Asset, OpenLoan
from ui.ledger import words
from ui.ledger.deeds import LedgerDeeds
from ui.ledger.errand import CHANGE, LEAST, NEW, Errand
from ui.ledger.fields import OTHERS
from ui.ledger.shelf import Shelf
from ui.session import Session
from ui.stock_words import counted

LOAN_DAYS = 14
"""A loan is to be back after two weeks unless another day is said."""
Options = list[tuple[str, str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ledger", text)


class Given:
    """Asked once when a form opens."""

    def __init__(self, session: Session, shelf: Shelf, deeds: LedgerDeeds) -> None:
        self._session, self._shelf, self._deeds = session, shelf, deeds

    def values(self, errand: Errand) -> dict[str, str] | None:
        """By field; None if what the errand is about is gone."""
        today = self._session.today
        values = {"day": today.isoformat(), "accepted": self._me()}
        if errand.kind == NEW:
            number = next_number(self._session.store.inventory.assets())
            return values | {"number": number, "class_of_goods": "other", "room": self._first_room()}
        if errand.kind == LEAST:
            need = next((one for one in self._shelf.books.needs if one.item.key == errand.item), None)
            return None if need is None else {"count": str(need.item.least)}
        asset = self.asset(errand)
        if asset is None:
            return None
        if errand.kind == CHANGE:
            return _facts(asset)
        line = self._shelf.books.by_id.get(asset.id)
        held = [str(room) for room, _count in line.rooms] if line is not None else []
        values |= {"room": next(iter(held), self._first_room()), "count": "1"}
        loan = self._loan(errand)
        if errand.kind == RETURN and loan is None:
            return None
        if loan is not None:
            return values | {"count": str(loan.out), "room": str(loan.movement.room_id)}
        if errand.kind == LOAN:
            values["due"] = (today + timedelta(days=LOAN_DAYS)).isoformat()
        return values

    def options(self, errand: Errand) -> Mapping[str, Options]:
        """What the boxes offer."""
        books, today = self._shelf.books, self._session.today
        here = [one for one in self._session.snapshot.staff if one.left_on is None or one.left_on > today]
        staff: Options = [("", _tr("没写")), *((str(one.id), one.name) for one in here)]
        line = books.by_id.get(errand.number)
        held = dict(line.rooms) if line is not None and errand.kind != RETURN else {}
        rooms: Options = [
            (str(one.id), _tr("{0}，有 {1}").format(one.name, held[one.id]) if held.get(one.id) else one.name)
            for one in books.rooms
        ]  # fmt: skip
        return {"room": rooms, "to_room": rooms, "accepted": staff, "second": staff, "keeper": staff}

    def asset(self, errand: Errand) -> Asset | None:
        """What it is about."""
        if errand.kind in (NEW, LEAST):
            return None
        loan = self._loan(errand)
        return self._deeds.asset(loan.movement.asset_id if loan is not None else errand.number)

    def called(self, errand: Errand) -> str:
        """Its name."""
        if errand.kind == LEAST:
            return next((one.name for one in standard() if one.key == errand.item), "")
        asset = self.asset(errand)
        return asset.name if asset is not None else ""

    def about(self, errand: Errand) -> str:
        """The line under the heading."""
        asset, loan = self.asset(errand), self._loan(errand)
        if errand.kind == LEAST:
            return _tr("文件里没写数目，这里是常用的数，学校可以改。写 0 就不要这一样。")
        if asset is None:
            return ""
        if loan is not None:
            who = words.borrower(loan.movement, self._session.snapshot, self._shelf.books.classes)
            since = words.day_word(loan.movement.day, self._session.today)
            return _tr("{0} {1}借的，还有 {2}没还").format(since, who, counted(loan.out, asset))
        if errand.kind == SCRAP:
            return _tr("写清原因。报废要三个人签字。")
        return words.detail(asset)

    def _loan(self, errand: Errand) -> OpenLoan | None:
        return self._deeds.loan(errand.number) if errand.kind == RETURN else None

    def _first_room(self) -> str:
        return next((str(one.id) for one in self._shelf.books.rooms), "")

    def _me(self) -> str:
        name = self._session.store.user
        return next((str(one.id) for one in self._session.snapshot.staff if one.name == name), "")


def _facts(asset: Asset) -> dict[str, str]:
    same = ("number", "name", "class_of_goods", "spec", "unit", "origin", "author", "publisher", "isbn", "note")
    return {key: str(getattr(asset, key)) for key in same} | {
        "price": money.yuan(asset.price_fen), "bought_on": asset.bought_on.isoformat() if asset.bought_on else "",
        "keeper": str(asset.keeper_id or ""), "consumable": "1" if asset.consumable else "",
        "standard": asset.standard or OTHERS,
    }  # fmt: skip
