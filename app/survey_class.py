"""A class whose survey forms are being keyed in: what was corrected, what came back without red, what still waits."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from app.changes import Change
from app.children import Child
from app.school import Snapshot
from app.survey import KEYS, as_corrected, known, tidied
from app.survey_answers import BadAnswer, Sheet, gone_through, mistakes
from app.terms import term_on

START = timedelta(days=30)
"""So long after its first day a survey is taken to be that of the term's beginning."""


def usual_day(snapshot: Snapshot, today: date) -> date:
    """From which day corrections hold: the term's first while it is new, else today."""
    term = term_on(snapshot, today)
    new = term is not None and term.from_day <= today < term.from_day + START
    return term.from_day if term is not None and new else today


class ClassSurvey:
    """Nothing of it is in the file until `changes` are carried out."""

    def __init__(self, today: date, day: date) -> None:
        self.today, self.day = today, day
        self.children: dict[int, Child] = {}
        """In the order of the forms."""
        self._known: dict[int, Mapping[str, str]] = {}
        self._typed: dict[int, dict[str, str]] = {}
        self._same: set[int] = set()

    def show(self, children: Sequence[Child], today: date) -> None:
        """The class as the file has it now; corrections that say what it says meanwhile are none any more."""
        self.today = today
        self.children = {child.id: child for child in children}
        self._known = {child.id: known(child, today).answers for child in children}
        typed, self._typed = self._typed, {}
        for child_id, answers in typed.items():
            for key, text in answers.items():
                self.write(child_id, key, text)
        self._same &= set(self.children)

    def text(self, child_id: int, key: str) -> str:
        """What stands in a cell."""
        return self.answers(child_id)[key]

    def old(self, child_id: int, key: str) -> str:
        """What the file says."""
        return self._known[child_id][key]

    def answers(self, child_id: int) -> Mapping[str, str]:
        """What stands in all cells of a child."""
        mine = self._typed.get(child_id)
        return as_corrected(self.children[child_id], self.today, mine) if mine else self._known[child_id]

    def write(self, child_id: int, key: str, text: str) -> None:
        """Correct a cell; the text of the file takes the correction back."""
        if child_id not in self.children or key not in KEYS:
            return
        text = tidied(key, text, self.today)
        mine = self._typed.setdefault(child_id, {})
        mine.pop(key, None)
        if text != as_corrected(self.children[child_id], self.today, mine)[key]:
            mine[key] = text
            self._same.discard(child_id)
        if not mine:
            del self._typed[child_id]

    def leave_as_is(self, child_id: int) -> None:
        """Its form came back without red; again takes that back. A corrected child is gone through anyway."""
        if child_id not in self._typed:
            self._same ^= {child_id}

    def come_back(self, child_ids: Iterable[int]) -> bool:
        """A scan of the forms says that nothing has changed for these; a corrected child stays as corrected. Whether
        any of them was still waiting."""
        fresh = {child_id for child_id in child_ids if child_id in self.children and child_id not in self._typed}
        fresh -= self._same
        self._same |= fresh
        return bool(fresh)

    def leave_the_rest(self) -> None:
        """So did all forms that still wait."""
        self._same |= set(self.waiting())

    def is_same(self, child_id: int) -> bool:
        """Whether the form came back without red."""
        return child_id in self._same

    def is_checked(self, child_id: int) -> bool:
        """Whether the file has the child as gone through since the day of the forms."""
        checked = self.children[child_id].confirmed_on
        return checked is not None and checked >= self.day

    def corrected(self, child_id: int) -> int:
        """How many cells of a child were corrected."""
        return len(self._typed.get(child_id, {}))

    def cells(self) -> dict[tuple[int, str], str]:
        """Every corrected cell, and what stood there before."""
        return {(child_id, key): self.old(child_id, key) for child_id, mine in self._typed.items() for key in mine}

    def mistakes(self) -> dict[tuple[int, str], str]:
        """The corrected cells that cannot be so, and why."""
        found: dict[tuple[int, str], str] = {}
        for child_id, mine in self._typed.items():
            wrong = mistakes(mine, self.today)
            if not wrong:
                try:
                    gone_through(self.children[child_id], mine, self._sheet(""))
                except BadAnswer as error:
                    wrong = {error.field: error.reason}
            found |= {(child_id, key): why for key, why in wrong.items()}
        return found

    def ready(self) -> list[int]:
        """The children that would be gone through now."""
        return [child_id for child_id in self.children if child_id in self._typed or child_id in self._same]

    def waiting(self) -> list[int]:
        """The children whose forms have not been keyed yet."""
        ready = set(self.ready())
        return [child_id for child_id in self.children if child_id not in ready and not self.is_checked(child_id)]

    def changes(self, by: str) -> list[Change]:
        """All of it as one list. Raises BadAnswer."""
        return [
            change
            for child_id in self.ready()
            for change in gone_through(self.children[child_id], self._typed.get(child_id, {}), self._sheet(by))
        ]

    def words(self) -> dict[str, Any]:
        """As a draft; {} for nothing."""
        if not self._typed and not self._same:
            return {}
        typed = {str(child_id): dict(mine) for child_id, mine in self._typed.items()}
        return {"typed": typed, "same": sorted(self._same), "day": self.day.isoformat()}

    def take(self, words: Mapping[str, Any]) -> None:
        """Take a draft up again; children who left meanwhile are left out."""
        if words.get("day"):
            self.day = date.fromisoformat(words["day"])
        for child_id, mine in words.get("typed", {}).items():
            for key, text in mine.items():
                self.write(int(child_id), key, text)
        self._same |= {int(child_id) for child_id in words.get("same", ())} & set(self.children)

    def _sheet(self, by: str) -> Sheet:
        return Sheet(min(self.day, self.today), self.today, by)
