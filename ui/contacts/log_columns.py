"""The columns of the log: who, with whom, how, how long, what was said, mood, what is next, when."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from app.care import NOT_REACHED, CareRecord
from ui.care_words import mood_word
from ui.contacts.deeds import CareDeeds
from ui.contacts.log_words import due_words, told_words, way_mark, way_words, with_words
from ui.contacts.people import People
from ui.pieces.rows import Cell, Column
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


class LogCells:
    """What a record shows in each column."""

    def __init__(
        self, session: Session, people: People, deeds: CareDeeds, records: Callable[[], Mapping[int, CareRecord]]
    ) -> None:
        self._session, self._people, self._deeds, self._records = session, people, deeds, records

    def columns(self) -> list[Column]:
        """From left to right."""
        return [
            Column("who", _tr("孩子"), 168, "who", self._who),
            Column("with", _tr("和谁"), 102, "text", self._with),
            Column("way", _tr("方式"), 96, "call", self._way),
            Column("minutes", _tr("分钟"), 56, "number", self._minutes, right=True),
            Column("said", _tr("说了什么"), 0, "text", self._said),
            Column("mood", _tr("心情"), 74, "status", self._mood),
            Column("next", _tr("接着"), 102, "link", self._next),
            Column("time", _tr("时间"), 60, "text", lambda key: Cell(self._of(key).from_time, tone="ink2"), right=True),
        ]

    def _of(self, record_id: int) -> CareRecord:
        return self._records()[record_id]

    def _who(self, record_id: int) -> Cell:
        record = self._of(record_id)
        children = [one.child_id for one in record.participants]
        second = self._people.named(children[0]).class_name if len(children) == 1 else ""
        return Cell(self._deeds.whose(children, record.class_id), second)

    def _with(self, record_id: int) -> Cell:
        return Cell(with_words(self._of(record_id), self._session.snapshot))

    def _way(self, record_id: int) -> Cell:
        record = self._of(record_id)
        mark = way_mark(record)
        return Cell(way_words(record), mark=mark, tone="over" if mark == "missed" else "")

    def _minutes(self, record_id: int) -> Cell:
        minutes = self._of(record_id).minutes
        return Cell("—" if minutes is None else str(minutes))

    def _said(self, record_id: int) -> Cell:
        record = self._of(record_id)
        words = told_words(record)
        return Cell(words, tone="ink3" if record.confidential else "")

    def _mood(self, record_id: int) -> Cell:
        mood = self._of(record_id).mood
        return Cell(mood_word(mood), mark="soon" if mood == "low" else "", tone="soon" if mood == "low" else "")

    def _next(self, record_id: int) -> Cell:
        record = self._of(record_id)
        if record.follow_up is not None and record.followed_up is None:
            mark, words = due_words(record.follow_up, self._session.today)
            return Cell(words, mark=mark)
        return Cell(_tr("再试一次")) if record.outcome == NOT_REACHED else Cell()
