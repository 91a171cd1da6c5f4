"""The form at the right: enter a thing, take in, lend, get back, move, use up, scrap; half typed it is not lost."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from shiboken6 import isValid

from app.inventory import SCRAP
from app.values import BadValue
from ui.ledger import errand as errands
from ui.ledger import fields, words
from ui.ledger.borrower import BorrowerField
from ui.ledger.deeds import LedgerDeeds
from ui.ledger.errand import NEW, Errand
from ui.ledger.given import Given
from ui.pieces.fields import ComboField
from ui.pieces.titled_panel import TitledPanel
from ui.session import Session

DECIDES = ("class_of_goods", "origin", "count")
"""Fields on which others hang."""


class FormPanel(TitledPanel):
    """`ask` opens it for an errand. It stays until it is written or put away."""

    written = Signal(int)
    """Of the asset; -1 for what is of none."""

    def __init__(self, session: Session, deeds: LedgerDeeds, given: Given) -> None:
        super().__init__(name=session.tr("写一笔"))
        self._session, self._deeds, self._given = session, deeds, given
        self.errand: Errand | None = None
        self._shown_first: dict[str, str] = {}
        self.fields = fields.make(session)
        for field in self.fields.values():
            self.add(field)
            field.typing.connect(self._typing)
        for key in DECIDES:
            self.fields[key].committed.connect(lambda _value: self.show_asked())
        self.set_action(self.go)
        self.go.clicked.connect(self.commit)

    def ask(self, errand: Errand, more: Mapping[str, str] | None = None) -> bool:
        """Open it, with what is usual, `more` and the draft. False if what it is about is gone."""
        values = self._given.values(errand)
        if values is None:
            return False
        self.errand = None
        for key, options in self._given.options(errand).items():
            box = self.fields[key]
            assert isinstance(box, ComboField)
            box.set_options(options)
        values = {**values, **(more or {})}
        for key, field in self.fields.items():
            field.revert()
            if isinstance(field, BorrowerField):
                field.choose(values.get(key, ""))
            else:
                field.set_value(values.get(key, ""))
            field.revert()
        self.errand = errand
        self._shown_first = {key: field.typed() for key, field in self.fields.items()}
        typed = self._session.drafts.read(errand.key).get("fields", {})
        for key, text in typed.items():
            if key in self.fields:
                self.fields[key].put_back(text)
        self.title(errands.heading(errand, self._given.called(errand)), self._given.about(errand))
        self.fields["reason"].name_it(self.tr("为什么报废") if errand.kind == SCRAP else self.tr("说明"))
        self.show_asked()
        return True

    def begin(self) -> None:
        """The cursor into the first field that is empty, or the count."""
        shown = [key for key in self._order() if not self.fields[key].isHidden()]
        empty = next((key for key in shown if not self.fields[key].value()), "")
        first = empty if empty in ("borrower", "name", "count", "reason") else "count" if "count" in shown else shown[0]
        self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        """What the fields on screen say."""
        found = {key: field.value() for key, field in self.fields.items() if not field.isHidden()}
        if "borrower" in found:
            borrower = self.fields["borrower"]
            assert isinstance(borrower, BorrowerField)
            found["borrower"] = borrower.meant()
        if found.get("standard") == "":
            found.pop("standard")
        elif found.get("standard") == fields.OTHERS:
            found["standard"] = ""
        return found

    def commit(self) -> None:
        """Write it; a field that is wrong gets the cursor instead."""
        errand = self.errand
        if errand is None:
            return
        wrong = [field for field in self.fields.values() if not field.isHidden() and not field.commit()]
        borrower = self.fields["borrower"]
        assert isinstance(borrower, BorrowerField)
        if not wrong and not borrower.isHidden() and borrower.is_unclear():
            borrower.set_error(self.tr("有几个“{0}”，选一个").format(borrower.value()))
            borrower.offer()
            wrong = [borrower]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            asset_id = self._deeds.write(errand, self.values())
        except BadValue as error:
            self._say(error)
            return
        if asset_id:
            self._session.drafts.drop(errand.key)
            self.errand = None
            self.written.emit(asset_id)

    def subject(self) -> int:
        """The asset it is about; 0 for none."""
        asset = self._given.asset(self.errand) if self.errand is not None else None
        return asset.id if asset is not None else 0

    def put_away(self) -> None:
        """What is typed stays as a draft, and nothing leads back to it by itself."""
        if self.errand is not None:
            self._session.drafts.flush()
            self._session.drafts.close(self.errand.key)
            self.errand = None

    # inside

    def _say(self, error: BadValue) -> None:
        place = {"accepted_by": "accepted", "second_by": "second", "due_day": "due", "to_room_id": "to_room"}
        field = self.fields.get(place.get(error.field, error.field))
        if field is None or field.isHidden():
            self._session.failed.emit(self.tr("没有存下：{0}。").format(words.wrong(error)))
            return
        field.set_error(words.wrong(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> tuple[str, ...]:
        return errands.ASKS[self.errand.kind] if self.errand is not None else ()

    def show_asked(self) -> None:
        """Show what is asked now, in the order of its kind."""
        if self.errand is None:
            return
        values = {key: self.fields[key].value() for key in DECIDES}
        shown = errands.asked(self.errand, values, self._given.asset(self.errand))
        for key, field in self.fields.items():
            field.setVisible(key in shown)
        self.fields["count"].set_error("")
        self.go.set_label(self._verb(self.errand))

    def _verb(self, errand: Errand) -> str:
        asset = self._given.asset(errand)
        unit = asset.unit if asset is not None else self.fields["unit"].value()
        return errands.verb(errand, self.fields["count"].value(), unit)

    def _typing(self) -> None:
        errand = self.errand
        if errand is None:
            return
        self.go.set_label(self._verb(errand))
        if errand.kind == NEW and self.fields["count"].value() and self.fields["room"].isHidden():
            self.show_asked()
        self._session.drafts.keep(errand.key, partial(self._draft, errand), "ledger")

    def _draft(self, errand: Errand) -> dict[str, Any] | None:
        if not isValid(self) or errand != self.errand:
            return None
        texts = {key: field.typed() for key, field in self.fields.items()}
        changed = {key: text for key, text in texts.items() if text != self._shown_first.get(key)}
        return {"fields": changed} if changed else {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act: Callable[[], None] | None = self.commit if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else None
        if act is not None:
            act()
            return
        super().keyPressEvent(event)
