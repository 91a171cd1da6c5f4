"""What is due on one day, worked out once and kept true while records come and go."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.care import Contact
from app.care_index import Subject
from app.care_rules import CHILD, in_force
from app.ledger import Ledger
from app.school import Snapshot
from app.standing import Duties, Standing, records_needed
from app.termdays import Term
from app.terms import term_around
from app.windows import YEAR


class Due:
    """All standings of a day."""

    def __init__(self, duties: Duties) -> None:
        self.duties = duties
        self._of: dict[Subject, dict[str, Standing]] = {}
        self._standings: list[Standing] | None = None
        for one in duties.all_standings():
            self._of.setdefault(one.subject, {})[one.rule.key] = one

    @property
    def standings(self) -> list[Standing]:
        """One per rule and child, class or school whose window exists and is owed on the day; by rule."""
        if self._standings is None:
            by_key: dict[str, list[Standing]] = {key: [] for key in self.duties.rules}
            for by_rule in self._of.values():
                for key, one in by_rule.items():
                    by_key[key].append(one)
            self._standings = [one for listed in by_key.values() for one in listed]
        return list(self._standings)

    def of(self, subject: Subject) -> list[Standing]:
        """Those of one child, class or the school, by rule."""
        return list(self._of.get(subject, {}).values())

    def of_child(self, child_id: int) -> list[Standing]:
        """How every rule that concerns the child stands."""
        return self.of((CHILD, child_id))

    def replace(self, records: Iterable[int], contacts: Iterable[Contact]) -> set[Subject]:
        """These records are now what `contacts` say; only whom they concern is worked out anew, and given back."""
        self._standings = None
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
    term = term_around(snapshot, day)
    if term is None:
        return None
    return Due(duties_of(snapshot, ledger, term, day))


def duties_of(snapshot: Snapshot, ledger: Ledger, term: Term, day: date) -> Duties:
    """All that a term asks, this one or an earlier one, as it stands on the day."""
    return Duties(snapshot, term, contacts_needed(snapshot, ledger, term), day)


def contacts_needed(snapshot: Snapshot, ledger: Ledger, term: Term) -> list[Contact]:
    """The records that the rules of a term look at."""
    needed = records_needed(snapshot, term.from_day) or (term.from_day, term.until_day)
    first = max(needed[0], term.from_day - timedelta(days=6))
    contacts = ledger.contacts(first, needed[1])
    yearly = {kind for rule in in_force(snapshot.rules) if rule.span == YEAR for kind in rule.kinds}
    if needed[0] < first and yearly:
        # Of the term before only what a rule of the whole school year asks for.
        contacts += ledger.contacts(needed[0], first - timedelta(days=1), yearly)
    return contacts
