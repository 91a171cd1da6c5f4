"""The sample school's term of care: every line and every sum is what a slow recount of the rows says."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from app.due import due_on
from app.standing import Duties, Standing, records_needed
from app.store import Store
from app.tally import tallies
from db.vault import FileVault
from tests.journeys.recount import Line, Recount
from ui.setup.sample import make_sample

ON = date(2026, 11, 24)


@pytest.fixture
def sample(vault: FileVault) -> Iterator[Store]:
    """The sample school as of that day."""
    found = make_sample(vault, ON)
    yield found
    found.close()


def line(one: Standing) -> Line:
    """A standing as the recount writes it."""
    return Line(one.rule.key, one.subject, one.state, one.done, one.attempts, one.overdue_days, one.owed_by, one.owed.deadline)


def by_place(lines: list[Line]) -> dict[tuple[str, tuple[str, int]], Line]:
    """The lines by rule and whom they concern, each once."""
    found = {(one.rule, one.subject): one for one in lines}
    assert len(found) == len(lines)
    return found


def test_every_line_of_the_term_is_what_a_slow_recount_says(sample: Store) -> None:
    recount, snapshot = Recount(sample), sample.snapshot()
    for step in range(0, 85, 7):
        day = date(2026, 9, 1) + timedelta(step)
        due = due_on(snapshot, sample.ledger, day)
        assert due is not None
        assert by_place([line(one) for one in due.standings]) == by_place(recount.lines(day))


def test_every_sum_of_the_term_is_what_a_slow_recount_says(sample: Store) -> None:
    recount, snapshot = Recount(sample), sample.snapshot()
    term = recount.terms[0]
    needed = records_needed(snapshot, term.from_day)
    assert needed is not None
    duties = Duties(snapshot, term, sample.ledger.contacts(*needed), ON)
    found = tallies([duties], term.from_day, ON)
    assert {key: (one.owed, one.done, one.missed) for key, one in found.rules.items() if one.owed} == recount.tally(
        term.from_day, ON, ON
    )
