"""What a person writes into the ledger of things, each under the name that undo and history show."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import money
from app.changes import Change, New
from app.edits.inventory import (
    AssetTold,
    Intake,
    Taken,
    add_asset,
    change_asset,
    give_back,
    take_in,
    take_out,
)
from app.equipment import SETTING, guess, read_least, write_least
from app.inventory import IN, LOAN, RETURN, Asset, Movement, OpenLoan
from app.values import BadValue
from ui.ledger import words
from ui.ledger.errand import CHANGE, LEAST, NEW, Errand
from ui.ledger.shelf import Shelf
from ui.session import Session
from ui.stock_words import counted

Values = Mapping[str, str]
CHILD, CLASS, STAFF, OTHER = "child", "class", "staff", "other"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ledger", text)


class LedgerDeeds:
    """`write` answers the asset it was about, 0 after `session.failed` has said why not."""

    def __init__(self, session: Session, shelf: Shelf) -> None:
        self._session, self._shelf = session, shelf

    def write(self, errand: Errand, values: Values) -> int:
        """Write what a form says. Raises BadValue for a field that cannot be so."""
        if errand.kind == LEAST:
            return self._least(errand, values)
        if errand.kind == NEW:
            return self._new(values)
        loan = self.loan(errand.number) if errand.kind == RETURN else None
        asset = self.asset(loan.movement.asset_id if loan is not None else errand.number)
        if asset is None:
            raise BadValue("name", "not_here")
        if errand.kind == CHANGE:
            label = _tr("修改{0}").format(asset.name)
            changes = change_asset(asset, _told(values, asset), self._assets())
            return self._do(label, changes, asset.id) if changes else asset.id
        movements = self._session.store.inventory.movements(asset.id)
        changes = self._changes(errand, asset, loan, movements, values)
        count = counted(_number(values), asset)
        label = _tr("{0}{1}{2}").format(words.kind_word(errand.kind), asset.name, count)
        who = self.name_of(values.get("borrower", "")) if errand.kind == LOAN else ""
        return self._do(_tr("{0}给{1}").format(label, who) if who else label, changes, asset.id)

    def give_back(self, loan: OpenLoan) -> bool:
        """All that is out of a loan comes back today, to where it was lent from."""
        asset = self.asset(loan.movement.asset_id)
        if asset is None:
            return False
        movements = self._session.store.inventory.movements(asset.id)
        label = _tr("归还{0}{1}").format(asset.name, counted(loan.out, asset))
        return bool(self._do(label, give_back(loan.movement, self._session.today, loan.out, movements), asset.id))

    def asset(self, asset_id: int) -> Asset | None:
        """The asset as it is now."""
        return self._session.store.inventory.asset(asset_id)

    def loan(self, movement_id: int) -> OpenLoan | None:
        """A loan of which something is still out."""
        return next((one for line in self._shelf.books.lines for one in line.loans if one.movement.id == movement_id),
                    None)  # fmt: skip

    def name_of(self, borrower: str) -> str:
        """The name of a borrower as a form says it."""
        kind, _, rest = borrower.partition(":")
        if kind == CHILD:
            child = self._session.snapshot.children.get(int(rest))
            return child.name if child else ""
        if kind == CLASS:
            return self._shelf.books.classes.get(int(rest), "")
        if kind == STAFF:
            return next((one.name for one in self._session.snapshot.staff if str(one.id) == rest), "")
        return rest

    # inside

    def _new(self, values: Values) -> int:
        told = _told(values, None)
        changes = add_asset(told, self._assets())
        if values.get("count"):
            changes += take_in(New("asset"), self._intake(values), self._shelf.books.donors)
        label = _tr("登记{0}").format(told.name)
        return self._do(label, changes, 0)

    def _changes(
        self, errand: Errand, asset: Asset, loan: OpenLoan | None, movements: Sequence[Movement], values: Values
    ) -> list[Change]:
        if errand.kind == IN:
            return take_in(asset.id, self._intake(values), self._shelf.books.donors)
        day, count, room = self._day(values), _number(values), _id(values, "room")
        if loan is not None:
            return give_back(loan.movement, day, count, movements, room, values.get("reason", ""))
        if room is None:
            raise BadValue("room", "empty")
        kind, _, rest = values.get("borrower", "").partition(":")
        due = values.get("due", "")
        return take_out(asset, Taken(
            errand.kind, day, count, room, _id(values, "to_room"), int(rest) if kind == CHILD else None,
            int(rest) if kind == CLASS else None, int(rest) if kind == STAFF else None, rest if kind == OTHER else "",
            date.fromisoformat(due) if due else None, values.get("batch", ""), values.get("reason", ""),
        ), movements)  # fmt: skip

    def _intake(self, values: Values) -> Intake:
        room, expires = _id(values, "room"), values.get("expires", "")
        if room is None:
            raise BadValue("room", "empty")
        return Intake(
            self._day(values), _number(values), room, _id(values, "accepted"), _id(values, "second"),
            values.get("donor", ""), values.get("batch", ""), date.fromisoformat(expires) if expires else None,
            values.get("reason", ""),
        )  # fmt: skip

    def _least(self, errand: Errand, values: Values) -> int:
        store = self._session.store
        count = values.get("count", "")
        if not count.isdecimal():
            raise BadValue("count", "too_few")
        store.set_setting(SETTING, write_least(read_least(store.setting(SETTING)) | {errand.item: int(count)}))
        self._shelf.forget()
        self._session.said.emit(_tr("记下了"))
        return -1

    def _day(self, values: Values) -> date:
        day = date.fromisoformat(values["day"]) if values.get("day") else self._session.today
        if day > self._session.today:
            raise BadValue("day", "in_the_future")
        return day

    def _assets(self) -> list[Asset]:
        return self._session.store.inventory.assets()

    def _do(self, label: str, changes: Sequence[Change], asset_id: int) -> int:
        done = self._session.attempt(label, changes)
        return 0 if done is None else asset_id or done.ids.get("asset", 0)


def _told(values: Values, before: Asset | None) -> AssetTold:
    """What the fields say; what they do not ask stays as it was."""
    def text(field: str) -> str:
        return values.get(field, getattr(before, field, "") if before else "") or ""

    meant = guess(text("name")) if before is None and "standard" not in values else None
    bought = values.get("bought_on", "")
    return AssetTold(
        text("number"), text("name"), text("class_of_goods"), text("spec"), text("unit"),
        money.fen("price", values.get("price", "")), text("origin"), date.fromisoformat(bought) if bought else None,
        _id(values, "keeper"), meant.key if meant is not None else text("standard"), values.get("consumable") == "1",
        text("author"), text("publisher"), text("isbn"), text("note"),
    )  # fmt: skip


def _number(values: Values) -> int:
    text = values.get("count", "").strip()
    if not text.isdecimal():
        raise BadValue("count", "too_few")
    return int(text)


def _id(values: Values, field: str) -> int | None:
    text = values.get(field, "")
    return int(text) if text.isdecimal() else None
