"""Reads awards, stories and the words of certificates (`app.honours`)."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import date
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

from app.honours import Award, Certificate, Giving, Story, givings
from db import connection
from db.records import rows_of

if TYPE_CHECKING:
    from sqlite3 import Connection


class FileHonours:
    """`app.honours.Honours` of an open file."""

    def __init__(self, conn: "Connection", path: Path) -> None:
        self._conn, self._path = conn, path

    def awards(self, first: date, last: date) -> list[Award]:
        return self._awards("day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))

    def awards_of(self, child_id: int) -> list[Award]:
        return self._awards("child_id = ?", (child_id,))

    def awards_of_activities(self, activity_ids: Iterable[int]) -> list[Award]:
        return self._awards("activity_id IN (SELECT value FROM json_each(?))", (dumps(sorted(activity_ids)),))

    def giving(self, award_id: int) -> Giving | None:
        # Those of the same day are all that may belong to it.
        found = self._awards("day = (SELECT day FROM award WHERE id = ?)", (award_id,))
        return next((one for one in givings(found) if any(award.id == award_id for award in one.awards)), None)

    def giving_of_record(self, record_id: int) -> Giving | None:
        return next(iter(givings(self._awards("record_id = ?", (record_id,)))), None)

    def stories(self) -> list[Story]:
        return self._stories("TRUE", ())

    def story(self, story_id: int) -> Story | None:
        return next(iter(self._stories("id = ?", (story_id,))), None)

    def certificates(self) -> list[Certificate]:
        with self._reading():
            return rows_of(self._conn, "certificate", Certificate, "TRUE ORDER BY position, id")

    def _awards(self, where: str, given: tuple[str | int, ...]) -> list[Award]:
        with self._reading():
            return rows_of(self._conn, "award", Award, f"{where} ORDER BY day DESC, id", given)

    def _stories(self, where: str, given: tuple[str | int, ...]) -> list[Story]:
        with self._reading():
            return rows_of(self._conn, "story", Story, f"{where} ORDER BY day DESC, id DESC", given)

    def _reading(self) -> AbstractContextManager[None]:
        return connection.errors(self._path)
