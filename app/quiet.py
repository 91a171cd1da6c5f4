"""For how long a pair has not been in touch, in weeks of school: a holiday makes no pair quiet (rules.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.ledger import Ledger
from app.pairing import Pairing
from app.school import Snapshot
from app.schooldays import SchoolDays, how_many
from app.terms import with_assumed

LONG = 4
"""Weeks without a contact from which on a pair is shown."""
BACK = timedelta(days=150)
"""So far back is looked: past the summer."""
A_WEEK = 5
"""School days."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """When each pair was last in touch, on a day."""

    days: tuple[date, ...]
    """The school days looked back on, in order."""
    reached: Mapping[tuple[int, int], date]
    """(child, member of staff) → the last day they reached the child or its family."""
    of_pair: Mapping[int, date]
    """Pairing → the last review or report."""
    since: date
    today: date

    def last(self, pairing: Pairing) -> date | None:
        """The last contact of a pair in its time; None for none that is known of."""
        days = [self.of_pair.get(pairing.id)]
        if pairing.staff_id is not None:
            days.append(self.reached.get((pairing.child_id, pairing.staff_id)))
        return max((day for day in days if day is not None and day >= pairing.from_day), default=None)

    def weeks(self, pairing: Pairing) -> int:
        """Full weeks of school since the last contact, or since the pair began if there was none."""
        last = self.last(pairing)
        first = max(pairing.from_day, self.since) if last is None else last + timedelta(days=1)
        return how_many(self.days, first, self.today) // A_WEEK


def quiet_on(snapshot: Snapshot, ledger: Ledger, today: date) -> Quiet:
    """What the ledger says of every pair on that day; nothing before the school began counts."""
    since = max(today - BACK, snapshot.school.started_on or date.min)
    calendar = SchoolDays(snapshot.calendar)
    days = [
        day for term in with_assumed(snapshot.terms, today)
        for day in calendar.between(max(term.from_day, since), min(term.until_day, today))
    ]  # fmt: skip
    return Quiet(
        tuple(sorted(set(days))), ledger.last_reached(since), ledger.last_of_pairs(since), since, today
    )
