"""The day of a record: written short, 11月24日, never in the future, and as one says it: 昨天, 11.20."""

from collections.abc import Callable
from datetime import date

from app.days import read_date
from ui.care_words import day_short as day_short
from ui.pieces.date_field import DateField


class DayField(DateField):
    """A whole day up to today; a month and day that lie ahead are those of last year."""

    def __init__(self, label: str, *, today: Callable[[], date]) -> None:
        super().__init__(label, today().isoformat(), today=today, needed=True)
        self.editor.setPlaceholderText("")

    def _iso(self, text: str) -> str:
        found = super()._iso(text)
        day = self._whole(found)
        if day is not None and day > self._today() and str(day.year) not in text:
            return found.replace(str(day.year), str(day.year - 1), 1)
        return found

    def _wrong(self, value: str) -> str:
        day = self._whole(value)
        if day is not None and day > self._today():
            return self.tr("{0}还没到").format(day_short(day, self._today()))
        return super()._wrong(value)

    def _show(self, value: str) -> None:
        day = self._whole(value)
        super()._show(value if day is None else day_short(day, self._today()))

    def _whole(self, value: str) -> date | None:
        try:
            return date.fromisoformat(value) if len(value) == 10 and read_date(value, self._today()) else None
        except ValueError:
            return None
