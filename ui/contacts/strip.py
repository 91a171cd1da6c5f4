"""The entry strip over the log: child, with whom, how, how long; Enter saves and asks for the next one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.care import LOGGED
from app.care_ways import GATHERINGS, OF_CLASS, OF_FAMILY
from app.edits import Told
from app.store import Done
from ui import tokens
from ui.care_words import kind_word
from ui.contacts.call_bar import KIND as CALL
from ui.contacts.call_bar import CallBar
from ui.contacts.company import Company
from ui.contacts.deeds import CareDeeds
from ui.contacts.entry_draft import DRAFT
from ui.contacts.people import CHILD, People, Target
from ui.contacts.picker import Picker
from ui.contacts.record_form import RecordForm
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


class StripFields(QWidget):
    """What stands in the strip: the fields of the record behind kind and child, and over them a call that runs."""

    def __init__(
        self, session: Session, people: People, usual: Callable[[], Sequence[int]], now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.kind = ComboField(_tr("记什么"), [(kind, kind_word(kind)) for kind in LOGGED], LOGGED[0])
        self.kind.setFixedWidth(tokens.px(124))
        self.picker = Picker(_tr("孩子"), people, usual)
        self.picker.setFixedWidth(tokens.px(124))
        self.many = Button("", icon="users", name=_tr("几个孩子一起记（F7）"))
        self.save = Button(_tr("存下"), keys="Enter", kind="primary")
        self.form = RecordForm(session, wide=True, lead=(self.kind, self.picker), tail=(self.many, self.save))
        self.bar = CallBar(session, now)
        self.bar.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.PADDING, 10, tokens.PADDING, 12)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.bar)
        column.addWidget(self.form)

    def is_ringing(self) -> bool:
        """Whether calls are being made, one child after another."""
        return not self.bar.isHidden()

    def show_bar(self, on: bool) -> None:
        """The call in the place of kind and child, or those again."""
        self.bar.setVisible(on)
        for field in (self.kind, self.picker, self.many):
            field.setVisible(not on)

    def go_on(self) -> None:
        """The child is known: to the first thing that is asked about it."""
        first = self.form.whom if self.kind.value() in OF_FAMILY and self.form.whom.options() else self.form.way
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the child, with the cursor there."""
        self.picker.set_error(sentence)
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "surface", "line", radius=tokens.PANEL_RADIUS)


class EntryStrip(StripFields):
    """For one child, for several (`company`), or while one rings (`bar`)."""

    logged = Signal(int)
    """The record that was written."""
    company_wanted = Signal()
    """Several children: their list shall be seen."""
    company_left = Signal()
    typing = Signal()
    rang = Signal(int)
    """A call with this child was written; 0 = the calls were stopped."""

    def __init__(
        self, session: Session, people: People, deeds: CareDeeds, company: Company,
        usual: Callable[[], Sequence[int]], now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(session, people, usual, now)
        self._session, self._people, self._deeds, self.company = session, people, deeds, company
        self.is_many = False
        self._connect()
        self.ask()

    # what the page asks

    def begin(self, child_id: int | None = None, kind: str = "", relation: str = "") -> None:
        """A new record, with the cursor where it is needed; for this child if one is named."""
        if self.is_ringing():
            self.stop()
        if kind:
            self.kind.set_value(kind)
        if child_id is not None:
            self.leave_many()
            self.picker.choose((CHILD, child_id))
        self.ask()
        if relation:
            self.form.whom.set_value(relation)
        if child_id is None:
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_on()

    def begin_again(self) -> None:
        """The cursor where one goes on: in the child, or while one rings in how it went."""
        (self.form.way if self.is_ringing() else self.picker).setFocus(Qt.FocusReason.OtherFocusReason)

    def ring(self, child_id: int, at: datetime | None = None, *, start: bool = True) -> None:
        """Call the child's family: the number stands large, the clock runs (from `at`, when it ran before)."""
        self.leave_many()
        self.kind.set_value(CALL)
        self.picker.choose((CHILD, child_id))
        self.ask()
        self.bar.show_child(self._people.named(child_id), self.form.whom.value())
        self.show_bar(True)
        if start:
            self.bar.start(at)
        self.form.way.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typing.emit()

    def stop(self) -> None:
        """No more calls: the strip asks for a child again."""
        self.bar.started = None
        self.show_bar(False)
        self.form.clear()
        self.picker.choose(None)
        self.ask()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rang.emit(0)

    def toggle_many(self) -> None:
        """F7: one record for several children, or for one again."""
        if self.is_ringing():
            return
        if self.is_many:
            self.leave_many()
            self.ask()
        else:
            first = self.picker.target
            self.enter_many()
            if first is not None:
                self.company.put(first, whole=self.kind.value() in OF_CLASS)
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> Done | None:
        """Enter: write the record and ask for the next one. None if it was not written; the cursor says why."""
        if self.is_ringing() and self.bar.started is None:
            self.bar.start()
            self.typing.emit()
            return None
        if self.is_many and self.picker.editor.hasFocus() and not self.picker.editor.text().strip():
            self.go_on()
            return None
        remarks = self._whom()
        told = self._told() if remarks is not None else None
        if told is None or remarks is None:
            return None
        done = self._deeds.log(told, remarks)
        if done is None:
            return None
        child = next(iter(remarks), 0)
        self._next()
        self.logged.emit(done.ids["record"])
        if self.is_ringing():
            self.rang.emit(child)
        return done

    # inside

    def _whom(self) -> dict[int, str] | None:
        """Who takes part, with what is said of each; None while that is not clear."""
        if self.picker.typed_only():
            # Enter takes the one child that fits: look at it before it is written.
            self.picker.take_first()
            return None
        gathering = self.kind.value() in GATHERINGS
        if self.is_many:
            if self.company.remarks or gathering:
                return dict(self.company.remarks)
        elif self.picker.target is not None:
            return {self.picker.target[1]: ""}
        elif gathering and self.kind.value() not in OF_CLASS:
            return {}
        self.refuse(_tr("先选班级") if self.kind.value() in OF_CLASS else _tr("先选孩子"))
        return None

    def _told(self) -> Told | None:
        told = self.form.told()
        if told is None:
            return None
        if self.is_many and self.kind.value() in GATHERINGS:
            told = replace(told, class_id=self.company.class_id)
        if (started := self.bar.started) is None:
            return told
        minutes = told.minutes or (self.bar.minutes() if told.outcome == "reached" else None)
        return replace(told, minutes=minutes, from_time=f"{started:%H:%M}")

    def _next(self) -> None:
        self.form.clear()
        self._session.drafts.drop(DRAFT)
        if self.is_ringing():
            return
        self.leave_many()
        self.picker.choose(None)
        self.ask()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask what this kind asks, about whoever is meant."""
        kind, target = self.kind.value(), self.picker.target
        self.picker.classes = kind in GATHERINGS or self.is_many
        child = target[1] if target is not None and target[0] == CHILD and not self.is_many else None
        self.form.set_subject(child, kind)

    def _kind_chosen(self) -> None:
        self.ask()
        self.typing.emit()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, target: Target) -> None:
        if target[0] != CHILD and not self.is_many:
            self.picker.choose(None)
            self.enter_many()
        if self.is_many:
            self.company.put(target, whole=self.kind.value() in OF_CLASS)
            self.picker.choose(None)
            self.ask()
        else:
            self.ask()
            self.go_on()
        self.typing.emit()

    def enter_many(self) -> None:
        """One record for several children."""
        self.is_many = self.picker.adding = True
        self.picker.choose(None)
        self.company.offer()
        self.ask()
        self.company_wanted.emit()

    def leave_many(self) -> None:
        """For one child again; who was chosen is forgotten."""
        if self.is_many:
            self.is_many = self.picker.adding = False
            self.company.set_all({}, None)
            self.company_left.emit()

    def _connect(self) -> None:
        self.kind.committed.connect(lambda _kind: self._kind_chosen())
        self.picker.picked.connect(self._picked)
        self.picker.cleared.connect(self.ask)
        self.picker.typing.connect(self.typing)
        self.form.typing.connect(self.typing)
        self.form.submitted.connect(self.commit)
        self.form.whom.committed.connect(self.bar.show_number)
        self.save.clicked.connect(self.commit)
        self.company.submitted.connect(self.commit)
        self.company.changed.connect(self.typing)
        self.many.clicked.connect(self.toggle_many)
        self.company.closed.connect(self.toggle_many)
        self.bar.stopped.connect(self.stop)
