"""The form at the right: a gift, an insurance, a wish, a donor; half typed it is not lost."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from shiboken6 import isValid

from app.units import suggested
from app.values import BadValue
from ui import gift_words as words
from ui.activities.people_part import PeoplePart
from ui.gifts import errand as errands
from ui.gifts import fields
from ui.gifts.book import Book
from ui.gifts.deeds import GiftDeeds, wrong
from ui.gifts.errand import DONATION, GIVE, MET, Errand
from ui.gifts.given import Starts
from ui.pieces.fields import ComboField
from ui.pieces.titled_panel import TitledPanel
from ui.session import Session


class FormPanel(TitledPanel):
    """`ask` opens it for an errand; `people` stands beside it where children are ticked. It stays until it is written
    or put away."""

    written = Signal(object)
    """(kind, id) of what was written."""

    def __init__(self, session: Session, book: Book, deeds: GiftDeeds) -> None:
        super().__init__(name=session.tr("登记"))
        self._session, self._book, self._deeds = session, book, deeds
        self._starts = Starts(session, book)
        self.errand: Errand | None = None
        self._shown_first: dict[str, str] = {}
        self._ticked_first: list[int] = []
        self._suggested = ""
        self.people = PeoplePart(session, nobody=self.tr("还没勾，可以按班勾，也可以一个一个找"))
        self.fields = fields.make(session, book)
        for field in self.fields.values():
            self.add(field)
            field.typing.connect(self._typing)
        self.set_action(self.go)
        self.people.changed.connect(self._ticked)
        self.fields["activity"].committed.connect(self._take_part)
        self.fields["what"].committed.connect(self._suggest_unit)
        self.fields["unit"].committed.connect(self._ticked)
        self.go.clicked.connect(self.commit)

    def ask(self, errand: Errand) -> bool:
        """Open it with what it begins with, and the draft. False if what it is about is gone."""
        start = self._starts.of(errand)
        if start is None:
            return False
        self.errand, self._suggested = None, ""
        activity = self.fields["activity"]
        assert isinstance(activity, ComboField)
        activity.set_options(self._starts.activities(errand))
        for key, field in self.fields.items():
            field.revert()
            field.set_value(start.values.get(key, ""))
            field.revert()
            field.setVisible(key in errands.ASKS[errand.kind])
        self._shown_first = {key: self.fields[key].typed() for key in errands.ASKS[errand.kind]}
        kept = self._session.drafts.read(errand.key)
        for key, text in kept.get("fields", {}).items():
            if key in self.fields:
                self.fields[key].put_back(text)
        self._ticked_first = list(start.children)
        known = self._session.snapshot.children
        self.people.show_ticked(one for one in kept.get("children", self._ticked_first) if one in known)
        self.errand = errand
        self.title(errands.heading(errand), errands.about(errand))
        self.fields["donor"].relabel(self.tr("谁帮的") if errand.kind == MET else self.tr("谁捐的"))
        self._ticked()
        return True

    def begin(self) -> None:
        """The cursor into the first field that is empty."""
        assert self.errand is not None
        shown = errands.ASKS[self.errand.kind]
        first = next((key for key in shown if not self.fields[key].value()), shown[0])
        self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Write it; a field that is wrong gets the cursor instead."""
        errand = self.errand
        if errand is None:
            return
        shown = errands.ASKS[errand.kind]
        for key in shown:
            if not self.fields[key].commit():
                self.fields[key].setFocus(Qt.FocusReason.OtherFocusReason)
                return
        values = {key: self.fields[key].value() for key in shown}
        try:
            written = self._deeds.write(errand, values, self.people.ticked())
        except BadValue as error:
            self._say(error)
            return
        if written is not None:
            self._session.drafts.drop(errand.key)
            self.errand = None
            self.written.emit(written)

    def put_away(self) -> None:
        """What is typed stays as a draft, and nothing leads back to it by itself."""
        if self.errand is not None:
            self._session.drafts.flush()
            self._session.drafts.close(self.errand.key)
            self.errand = None

    # inside

    def _say(self, error: BadValue) -> None:
        place = {"kind": "donor_kind"}
        field = self.fields.get(place.get(error.field, error.field))
        if field is None or field.isHidden():
            self._session.failed.emit(self.tr("没有存下：{0}。").format(wrong(error)))
            if error.field == "children":
                self.people.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        field.set_error(wrong(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_part(self, activity: str) -> None:
        """Who took part in the activity got something, as long as nobody else is ticked."""
        if self.errand is not None and self.errand.is_of_many and activity.isdecimal() and not self.people.ticked():
            known = self._session.snapshot.children
            self.people.show_ticked(one for one in self._session.store.gifts.took_part(int(activity)) if one in known)
            self._ticked()
            self._typing()

    def _suggest_unit(self, what: str) -> None:
        """As such a thing is counted, as long as nobody wrote another unit."""
        unit = self.fields["unit"]
        if unit.value() in ("", self._suggested):
            self._suggested = suggested(what, self._book.state.units)
            unit.set_value(self._suggested)
            self._ticked()

    def _ticked(self) -> None:
        if self.errand is None:
            return
        children = len(self.people.ticked()) if self.errand.is_of_many else 0
        self.go.set_label(errands.verb(self.errand, children))
        if self.errand.kind in (GIVE, DONATION):
            unit = self.fields["unit"].value()
            self.fields["count"].relabel(words.each_word(unit, children > 0))
            self.fields["value"].relabel(words.one_worth_word(unit))
        self._typing()

    def _typing(self) -> None:
        if self.errand is not None:
            self._session.drafts.keep(self.errand.key, partial(self._draft, self.errand), "gifts")

    def _draft(self, errand: Errand) -> dict[str, Any] | None:
        if not isValid(self) or errand != self.errand:
            return None
        texts = {key: self.fields[key].typed() for key in self._shown_first}
        changed = {key: text for key, text in texts.items() if text != self._shown_first[key]}
        ticked = self.people.ticked() if errand.is_of_many else self._ticked_first
        more: dict[str, Any] = {"children": ticked} if set(ticked) != set(self._ticked_first) else {}
        return {"fields": changed, **more} if changed or more else {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            return
        super().keyPressEvent(event)
