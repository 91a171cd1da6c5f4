"""What a person says of the item in hand: what became of it, how long, mood, what was said, what to come back to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.care import MOODS, NOT_REACHED, REACHED
from app.care_ways import TIMED
from app.edits.settling import DEAD, LATER, kind_of
from app.promise import read_promise
from app.today import Item
from ui import tokens
from ui.care_words import mood_word, said_word
from ui.contacts.day_field import DayField
from ui.pieces.check_box import CheckBox
from ui.pieces.choice_field import ChoiceField
from ui.pieces.date_field import DateField
from ui.pieces.fields import AreaField, ComboField, Field, LineField
from ui.pieces.label import Label
from ui.session import Session
from ui.today import words
from ui.today.outcomes import lasted_word, outcomes, reasons

MOST_MINUTES = 600
OTHER_DAY = "other"
TEXTS = ("minutes", "mood", "note", "promise", "until")
"""Fields whose content is worth a draft."""


class EntryFields(QWidget):
    """The fields, and where they stand."""

    submitted = Signal()
    """Enter."""
    typing = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._make()
        self._lay_out()
        self.note.editor.installEventFilter(self)
        for field in self.fields.values():
            field.typing.connect(self.typing)
            if isinstance(field, ChoiceField):
                field.entered.connect(self.submitted)

    def _make(self) -> None:
        self.outcome = ChoiceField("", numbered=True)
        self.outcome.name_it(self.tr("这次怎么样"))
        self.minutes = LineField("", clean=_digits, check=self._minutes_wrong, placeholder=self.tr("分钟"))
        self.minutes.name_it(self.tr("分钟"))
        self.minutes.setFixedWidth(tokens.px(54) + 16)
        self.mood = ChoiceField("", [(mood, mood_word(mood)) for mood in MOODS], optional=True)
        self.mood.name_it(self.tr("心情"))
        self.note = AreaField("", lines=2)
        self.again = CheckBox(self.tr("要再跟进"))
        self.promise = LineField("", check=self._promise_wrong, placeholder=self.tr("哪天，看什么"))
        self.promise.name_it(self.tr("哪天跟进什么"))
        self.also = CheckBox("")
        self.when = ChoiceField(self.tr("改到"), numbered=True)
        self.until = DateField(self.tr("哪天"), today=lambda: self._session.today, needed=True)
        self.why = ChoiceField(self.tr("为什么"), reasons(), numbered=True)
        self.why_more = LineField(self.tr("还有什么要说的"))
        self.day = DayField(self.tr("哪天的事"), today=lambda: self._session.today)
        self.staff = ComboField(self.tr("谁做的"), [])
        self.fields: dict[str, Field] = {
            "outcome": self.outcome, "minutes": self.minutes, "mood": self.mood, "note": self.note,
            "promise": self.promise, "when": self.when, "until": self.until, "why": self.why,
            "why_more": self.why_more, "day": self.day, "staff": self.staff,
        }  # fmt: skip

    def _lay_out(self) -> None:
        self.lasted = Label("", "second")
        self.talked = _row(self.lasted, self.minutes)
        self.mooded = _row(Label(self.tr("心情"), "second"), self.mood)
        first = _row(self.talked, self.mooded)
        self.lengths = first
        self.moved, self.said = QWidget(), QWidget()
        said = _column(self.said)
        again = _row(self.again, self.promise, stretch=1)
        for piece in (first, self.note, self.also, again, _row(self.day, self.staff)):
            said.addWidget(piece)
        moved = _column(self.moved)
        for piece in (self.when, self.until, self.why, self.why_more):
            moved.addWidget(piece)
        column = _column(self)
        for piece in (self.outcome, self.said, self.moved):
            column.addWidget(piece)

    def _minutes_wrong(self, value: str) -> str:
        right = not value or (value.isdecimal() and int(value) <= MOST_MINUTES)
        return "" if right else self.tr("写几分钟，例如 15")

    def _promise_wrong(self, value: str) -> str:
        if not value or not self.again.isChecked():
            return ""
        day, _note = read_promise(value, self._session.today)
        if day is None:
            return self.tr("先写哪天，例如 周五 看膝盖")
        return self.tr("{0}已经过去了").format(words.date_words(day)) if day < self._session.today else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the note is for the form; Shift+Enter begins a line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.submitted.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)


class Entry(EntryFields):
    """Give it items with `ask`; read it field by field once `is_right`."""

    changed = Signal()
    """Another outcome was chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.items: tuple[Item, ...] = ()
        self.outcome.committed.connect(lambda _key: self._arrange())
        self.when.committed.connect(lambda _key: self._take_day())
        self.again.clicked.connect(self._promise_more)
        self.again.clicked.connect(self.typing)

    def ask(self, items: Sequence[Item], has_number: bool, days: Sequence[date], also: Sequence[int]) -> None:
        """Ask about these items; `days` are offered to put them off to, `also` are children who may have taken part."""
        self.items, self._days = tuple(items), tuple(days)
        kind = kind_of(items[0]) if items else ""
        choices = outcomes(items, has_number)
        self.outcome.set_options(choices)
        self.clear()
        self.setVisible(bool(choices))
        self.note.name_it(said_word(kind))
        self.note.editor.setPlaceholderText(self.tr("{0}，一两句就行（可不填）").format(said_word(kind)))
        self.also.setText(self.tr("{0} 个孩子都参加了").format(len(also)))
        self.also.setAccessibleName(self.also.text())
        self.also.setHidden(not also)
        self.also.setChecked(bool(also) and kind not in ("parents_meeting", "guardian_training"))
        today = self._session.today
        listed = [(day.isoformat(), words.day_words(day, today)) for day in days]
        self.when.set_options([*listed, (OTHER_DAY, self.tr("别的日子"))])
        self._offer_staff(items[0].owed_by if items else None)
        self.lasted.setText(lasted_word(kind))
        self.talked.setHidden(kind not in TIMED)
        self.mooded.setHidden(not (len(items) == 1 and items[0].child_id is not None))
        self._arrange()

    def clear(self) -> None:
        """As if nobody had said anything: the first outcome, today."""
        options = self.outcome.options()
        if options:
            self.outcome.set_value(options[0][0])
        for field in (self.minutes, self.mood, self.note, self.promise, self.why_more):
            field.set_value("")
            field.revert()
        for choice in (self.when, self.why):
            if choice.options():
                choice.set_value(choice.options()[0][0])
        self.until.set_value("")
        self.day.set_value(self._session.today.isoformat())
        self.again.setChecked(False)
        self._arrange()

    def choose(self, outcome: str) -> bool:
        """Take an outcome as a person does; False if it is not offered."""
        if outcome not in dict(self.outcome.options()):
            return False
        if self.outcome.value() != outcome:
            self.outcome.row.choose(outcome)
        return True

    def choose_place(self, place: int) -> bool:
        """The outcome with this digit."""
        options = self.outcome.options()
        return 0 < place <= len(options) and self.choose(options[place - 1][0])

    def focus(self) -> None:
        """Put the cursor where one says what became of it: the outcomes, or the day it is put off to."""
        field = self.when if self.outcome.value() == LATER else self.outcome
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def all_took_part(self) -> bool:
        """Whether the children of the class or school are recorded with it."""
        return self.also.isChecked() and not self.also.isHidden()

    def put_off_to(self) -> date | None:
        """The day it is put off to."""
        chosen = self.when.value()
        return self.until.day() if chosen == OTHER_DAY else date.fromisoformat(chosen) if chosen else None

    def is_right(self) -> bool:
        """Whether all of it can be taken; otherwise the wrong field says why and has the cursor."""
        later = self.outcome.value() == LATER
        asked = (self.until, self.why_more) if later else (self.minutes, self.note, self.promise, self.day)
        wrong = [field for field in asked if not field.isHidden() and not field.commit()]
        if later and self.when.value() == OTHER_DAY:
            day = self.until.day()
            if day is not None and day <= self._session.today:
                self.until.set_error(self.tr("改到今天以后的一天"))
                wrong.append(self.until)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def words(self) -> dict[str, Any]:
        """What a person typed and nobody saved; {} for nothing."""
        typed = {key: field.typed() for key, field in self.fields.items() if key not in ("staff", "day")}
        worth = [key for key in TEXTS if typed.get(key)]
        return {**typed, "again": self.again.isChecked()} if worth else {}

    def put_back(self, typed: dict[str, Any]) -> None:
        """Show a draft again."""
        outcome = typed.get("outcome")
        if isinstance(outcome, str) and outcome in dict(self.outcome.options()):
            self.outcome.set_value(outcome)
        for key, text in typed.items():
            if key in self.fields and key != "outcome" and isinstance(text, str) and text:
                self.fields[key].put_back(text)
        self.again.setChecked(bool(typed.get("again")))
        self._arrange()

    def _arrange(self) -> None:
        """Show what goes with the outcome."""
        outcome = self.outcome.value()
        later = outcome == LATER
        self.said.setHidden(later)
        self.moved.setHidden(not later)
        self.lengths.setHidden(outcome != REACHED)
        self.until.setHidden(self.when.value() != OTHER_DAY)
        if outcome in (NOT_REACHED, DEAD):
            self.note.editor.setPlaceholderText(self.tr("有什么要记的（可不填）"))
        self.promise.setEnabled(self.again.isChecked())
        self.changed.emit()

    def _take_day(self) -> None:
        self._arrange()
        if self.when.value() == OTHER_DAY:
            self.until.setFocus(Qt.FocusReason.OtherFocusReason)

    def _promise_more(self, on: bool) -> None:
        self.promise.setEnabled(on)
        if on:
            if not self.promise.value() and self._days:
                day = self._days[min(2, len(self._days) - 1)]
                self.promise.put_back(f"{words.date_words(day)} {words.weekday(day)} ")
            self.promise.setFocus(Qt.FocusReason.OtherFocusReason)
            self.promise.editor.end(False)

    def _offer_staff(self, owed_by: int | None) -> None:
        today = self._session.today
        here = [one for one in self._session.snapshot.staff if one.left_on is None or one.left_on > today]
        mine = next((one.id for one in here if one.name == self._session.store.user), None)
        wanted = owed_by if any(one.id == owed_by for one in here) else mine
        self.staff.set_options([("", self.tr("没写")), *((str(one.id), one.name) for one in here)])
        self.staff.set_value("" if wanted is None else str(wanted))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.BETWEEN)
    return column


def _row(*pieces: QWidget, stretch: int = -1) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for piece in pieces:
        row.addWidget(piece, 0, Qt.AlignmentFlag.AlignVCenter)
    if stretch >= 0:
        row.setStretch(stretch, 1)
    else:
        row.addStretch(1)
    return box


def _digits(text: str) -> str:
    return text.strip().removesuffix("钟").removesuffix("分").strip()
