"""The form at the right: an answer, a problem, how it was closed, an inspection; half typed it is not lost."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from shiboken6 import isValid

from app.values import BadValue
from ui.inspection import errand as errands
from ui.inspection.deeds import InspectionDeeds, wrong
from ui.inspection.errand import ANSWER, ASKS, CLOSE, Errand
from ui.inspection_book import Book
from ui.inspection_words import problem_word
from ui.pieces.fields import ComboField
from ui.pieces.titled_panel import TitledPanel
from ui.session import Session


class FormPanel(TitledPanel):
    """`ask` opens it for an errand; it stays until it is written or put away."""

    written = Signal(object)
    """(segment, row) of what was written."""

    def __init__(self, session: Session, book: Book, deeds: InspectionDeeds) -> None:
        super().__init__(name=session.tr("登记"))
        self._session, self._book, self._deeds = session, book, deeds
        self.errand: Errand | None = None
        self._shown_first: dict[str, str] = {}
        self.fields = errands.make(session, book)
        for field in self.fields.values():
            field.typing.connect(self._typing)
        self.set_action(self.go)
        self.go.clicked.connect(self.commit)

    def ask(self, errand: Errand, more: dict[str, str] | None = None) -> bool:
        """Open it with what is usual, `more`, and the draft. False if what it is about is gone."""
        start = errands.values_of(self._book, errand, self._is_answered)
        if start is None:
            return False
        self.errand = None
        for key in ("who", "owes"):
            box = self.fields[key]
            assert isinstance(box, ComboField)
            box.set_options([("", ""), *self._book.staff()])
        values = {**start, **(more or {})}
        shown = self._shown(errand)
        for key in shown:
            self.body.removeWidget(self.fields[key])
            self.add(self.fields[key])
        for key, field in self.fields.items():
            field.revert()
            field.set_value(values.get(key, ""))
            field.revert()
            field.setVisible(key in shown)
        self._shown_first = {key: self.fields[key].typed() for key in shown}
        for key, text in self._session.drafts.read(errand.key).get("fields", {}).items():
            if key in shown:
                self.fields[key].put_back(text)
        self.fields["who"].relabel(errands.who_word(errand))
        self.errand = errand
        self.title(errands.heading(errand), self._about(errand))
        self.go.set_label(self.tr("记下改好了") if errand.kind == CLOSE else self.tr("存下"))
        return True

    def begin(self) -> None:
        """The cursor into the first field that is empty."""
        assert self.errand is not None
        shown = self._shown(self.errand)
        first = next((key for key in shown if not self.fields[key].value()), shown[0])
        self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Write it; a field that is wrong gets the cursor instead."""
        errand = self.errand
        if errand is None:
            return
        shown = self._shown(errand)
        for key in shown:
            if not self.fields[key].commit():
                self.fields[key].setFocus(Qt.FocusReason.OtherFocusReason)
                return
        try:
            written = self._deeds.write(errand, {key: self.fields[key].value() for key in shown})
        except BadValue as error:
            field = self.fields.get(error.field)
            if field is None or field.isHidden():
                self._session.failed.emit(self.tr("没有存下：{0}。").format(wrong(error)))
                return
            field.set_error(wrong(error))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
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

    def _is_answered(self, place: int) -> bool:
        one = self._book.checked(place)
        return one is not None and not one.point.measures

    def _shown(self, errand: Errand) -> tuple[str, ...]:
        shown = ASKS[errand.kind]
        counted = errand.kind == ANSWER and not self._is_answered(errand.number)
        return tuple(key for key in shown if key != "answer") if counted else shown

    def _about(self, errand: Errand) -> str:
        if errand.kind == ANSWER:
            one = self._book.checked(errand.number)
            return self.tr("{0}。要看的：{1}").format(one.point.what, one.point.look) if one is not None else ""
        problem = self._book.state.problems.get(errand.number) if errand.kind == CLOSE else None
        return problem_word(problem) if problem is not None else ""

    def _typing(self) -> None:
        if self.errand is not None:
            self._session.drafts.keep(self.errand.key, partial(self._draft, self.errand), "inspection")

    def _draft(self, errand: Errand) -> dict[str, Any] | None:
        if not isValid(self) or errand != self.errand:
            return None
        texts = {key: self.fields[key].typed() for key in self._shown_first}
        changed = {key: text for key, text in texts.items() if text != self._shown_first[key]}
        return {"fields": changed} if changed else {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            return
        super().keyPressEvent(event)
