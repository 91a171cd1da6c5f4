"""The fields of one record of care: with whom, how, how long, when, what was said, mood, what to come back to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.care import REACHED
from app.care_ways import MISSED, OF_FAMILY, PLACED, SECRET, TIMED, TOGETHER, Way, usual_staff, way_of, ways, with_whom
from app.edits import Told
from app.kinship import RELATIONS
from ui.care_words import block_marks, said_word, way_word, whom_word
from ui.contacts.record_fields import RecordFields
from ui.session import Session

OTHERS = "others"
MOST = 4


class RecordForm(RecordFields):
    """Give it a child and a kind with `set_subject`, read it with `told`. It saves nothing itself.

    In a column for a side panel; `wide` as the strip of the log.
    """

    def __init__(
        self, session: Session, *, wide: bool = False, lead: Sequence[QWidget] = (), tail: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(session, wide=wide, lead=lead, tail=tail, parent=parent)
        self.child_id: int | None = None
        self.kind = "family_call"
        self._ways: tuple[Way, ...] = ()
        self._others: Sequence[str] = ()
        self.most = MOST if wide else len(RELATIONS)
        """Choices of 和谁 that have room."""
        self.whom.committed.connect(lambda _key: self._show_others())
        self.way.committed.connect(lambda _key: self._show_minutes())
        self.set_subject(None, self.kind)

    # what the page asks

    def set_subject(self, child_id: int | None, kind: str) -> None:
        """Ask about this child (None: nobody yet, or several at once) and this kind; what is typed stays."""
        session, before = self._session, self.kind
        self.child_id, self.kind = child_id, kind
        child = session.snapshot.children.get(child_id or 0)
        people = with_whom(child, kind, self.told_day())
        self._offer_whom(people)
        self.whom.setVisible(kind in OF_FAMILY and bool(people))
        if kind != before or not self.way.options():
            self._ways = ways(kind)
            self.way.set_options([(way.key, way_word(kind, way)) for way in self._ways])
            self.secret.setChecked(kind in SECRET)
        self.minutes.setVisible(kind in TIMED)
        self.place.setVisible(kind in PLACED)
        self.secret.setVisible(kind in ("talk", *SECRET))
        self.summary.name_it(said_word(kind))
        self.summary.editor.setPlaceholderText(self.tr("{0}，一两句就行").format(said_word(kind)))
        marks = "".join(self.tr("“{0}：”").format(mark) for mark in block_marks(kind))
        help_ = self.tr("写{0}开头的句子，打印时各进各的栏").format(marks) if marks else ""
        self.summary.editor.setToolTip(help_)
        self._offer_staff(usual_staff(session.snapshot, kind, child_id, None, self.told_day()))
        self._show_minutes()
        if kind in SECRET:
            self.show_more()

    def told(self) -> Told | None:
        """What was said, or None: then the wrong field says why and has the cursor."""
        follow, day = self.follow_up.day(), self.told_day()
        wrong = [field for field in self.fields.values() if not field.isHidden() and not field.commit()]
        if follow is not None and follow < day:
            self.follow_up.set_error(self.tr("跟进的日子在这一天之前"))
            wrong.append(self.follow_up)
        if wrong:
            if wrong[0] in (self.place, self.follow_up, self.follow_up_note, self.staff):
                self.show_more()
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        way = next(one for one in self._ways if one.key == self.way.value())
        timed = way.outcome == REACHED and self.kind in TIMED
        return Told(
            self.kind, day, way.outcome,
            minutes=int(self.minutes.value()) if timed and self.minutes.value() else None,
            staff_id=int(self.staff.value()) if self.staff.value() else None,
            place=self.place.value() if self.kind in PLACED else "",
            medium=way.medium, relation=self.whom.value() if self.kind in OF_FAMILY else "",
            summary=self.summary.value(), follow_up=follow, follow_up_note=self.follow_up_note.value(),
            mood=self.mood.value(), confidential=self.secret.isVisibleTo(self) and self.secret.isChecked(),
        )  # fmt: skip

    def fill(self, told: Told) -> None:
        """Show what a record says, to be changed."""
        self.day.set_value(told.day.isoformat())
        way = way_of(told.kind, told.medium, told.outcome)
        if way not in ways(told.kind):
            self._ways = (*ways(told.kind), way)
            self.way.set_options([(one.key, way_word(told.kind, one)) for one in self._ways])
        self.way.set_value(way.key)
        if told.relation and told.relation not in dict(self.whom.options()):
            shown = [(key, words) for key, words in self.whom.options() if key != OTHERS]
            self.whom.set_options([*shown, (told.relation, self._who(told.relation))])
        self.whom.set_value(told.relation)
        texts = {
            "minutes": "" if told.minutes is None else str(told.minutes), "place": told.place, "summary": told.summary,
            "mood": told.mood, "staff": str(told.staff_id or ""), "follow_up_note": told.follow_up_note,
            "follow_up": "" if told.follow_up is None else told.follow_up.isoformat(),
        }  # fmt: skip
        for key, text in texts.items():
            self.fields[key].set_value(text)
        self.secret.setChecked(told.confidential)
        self._show_minutes()
        if told.follow_up or told.follow_up_note or told.place or told.confidential:
            self.show_more()

    def clear(self) -> None:
        """Ready for the next one: the day stays, and the kind; what was reached is taken for granted again."""
        self.way.set_value(ways(self.kind)[0].key)
        for key in ("minutes", "summary", "mood", "place", "follow_up", "follow_up_note"):
            self.fields[key].set_value("")
            self.fields[key].revert()
        self.secret.setChecked(self.kind in SECRET)
        self._extra.setVisible(self.kind in SECRET)
        self._show_minutes()

    def told_day(self) -> date:
        """The day in the field, today while it is wrong."""
        return self.day.day() or self._session.today

    # what is half typed

    def words(self) -> dict[str, Any]:
        """What a person typed and nobody saved, for a draft; {} for nothing."""
        typed = {key: field.typed() for key, field in self.fields.items() if not field.isHidden()}
        texts = ("minutes", "summary", "mood", "place", "follow_up", "follow_up_note")
        return typed if any(typed.get(key) for key in texts) else {}

    def put_back(self, words: dict[str, Any]) -> None:
        """Show a draft again, once the subject is set."""
        for key, text in words.items():
            if key in self.fields and isinstance(text, str):
                self.fields[key].put_back(text)
        self._show_minutes()
        if any(words.get(key) for key in ("follow_up", "follow_up_note", "place")):
            self.show_more()

    # inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Down and self.summary.editor.hasFocus():
            self.phrases.show_usual()
        elif event.key() == Qt.Key.Key_F6:
            self.show_more()
        else:
            super().keyPressEvent(event)

    def _offer_whom(self, people: Sequence[str]) -> None:
        """The likeliest; the others behind 别人."""
        self._others = people[self.most - 1 :] if len(people) > self.most else []
        shown = [(one, self._who(one)) for one in people if one not in self._others]
        self.whom.set_options([*shown, (OTHERS, self.tr("别人…"))] if self._others else shown)

    def _show_others(self) -> None:
        """Somebody else: all of them, the first of the others chosen."""
        if self.whom.value() == OTHERS:
            every = [key for key, _words in self.whom.options() if key != OTHERS] + list(self._others)
            self.whom.set_options([(one, self._who(one)) for one in every])
            self.whom.row.choose(self._others[0])

    def _who(self, relation: str) -> str:
        return self.tr("一起") if relation == TOGETHER else whom_word(relation)

    def _show_minutes(self) -> None:
        """What reached nobody took no minutes, and other words are said of it."""
        self.phrases.about(self.kind, self.way.value() != MISSED.key)
        self.minutes.setEnabled(self.way.value() != MISSED.key)

    def _offer_staff(self, usual: int | None) -> None:
        day = self.told_day()
        here = [one for one in self._session.snapshot.staff if one.left_on is None or one.left_on > day]
        mine = next((one.id for one in here if one.name == self._session.store.user), usual)
        self.staff.set_options([("", self.tr("没写")), *((str(one.id), one.name) for one in here)])
        self.staff.set_value("" if mine is None else str(mine))

