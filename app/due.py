"""What is due on one day, worked out once and kept true while records come and go."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.care import Contact
from app.care_index import Subject
from app.care_rules import CHILD
from app.ledger import Ledger
from app.school import Snapshot
from app.standing import Duties, Standing, records_needed, term_around


class Due:
    """All standings of a day."""

    def __init__(self, duties: Duties) -> None:
        self.duties = duties
        self._of: dict[Subject, dict[str, Standing]] = {}
        for one in duties.all_standings():
            self._of.setdefault(one.subject, {})[one.rule.key] = one

    @property
    def standings(self) -> list[Standing]:
        """One per rule and child, class or school whose window exists and is owed on the day; by rule."""
        order = {key: place for place, key in enumerate(self.duties.rules)}
        every = [one for by_rule in self._of.values() for one in by_rule.values()]
        return sorted(every, key=lambda one: order[one.rule.key])

    def of(self, subject: Subject) -> list[Standing]:
        """Those of one child, class or the school, by rule."""
        return list(self._of.get(subject, {}).values())

    def of_child(self, child_id: int) -> list[Standing]:
        """How every rule that concerns the child stands."""
        return self.of((CHILD, child_id))

    def replace(self, records: Iterable[int], contacts: Iterable[Contact]) -> set[Subject]:
        """These records are now what `contacts` say; only whom they concern is worked out anew, and given back."""
        changed = self.duties.replace(records, contacts)
        for subject in changed & self._of.keys():
            for key, before in list(self._of[subject].items()):
                fresh = self.duties.standing(key, subject, before.class_id)
                assert fresh is not None, "what is owed does not hang on what was done"
                self._of[subject][key] = fresh
        return changed

    def __iter__(self) -> Iterator[Standing]:
        return iter(self.standings)


def due_on(snapshot: Snapshot, ledger: Ledger, day: date) -> Due | None:
    """What is due that day; None in the holidays."""
    term, needed = term_around(snapshot, day), records_needed(snapshot, day)
    if term is None or needed is None:
        return None
    return Due(Duties(snapshot, term, ledger.contacts(*needed), day))
