"""What is due is kept true record by record: always what a fresh reckoning says."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.care import Contact
from app.care_rules import preset
from app.due import Due
from app.standing import Duties
from tests.app.test_standing import TERM, pupil, school

ON = date(2026, 11, 18)
KINDS = ("talk", "family_call", "home_visit", "parents_meeting", "forum")
DAYS = st.integers(0, 80).map(lambda step: date(2026, 9, 1) + timedelta(step))
RECORDS = st.dictionaries(
    st.integers(1, 6),
    st.tuples(st.sampled_from(KINDS), DAYS, st.booleans(), st.sampled_from([(1,), (2,), (1, 2), ()])), max_size=6,
)  # fmt: skip


def contacts(records: dict[int, tuple[str, date, bool, tuple[int, ...]]], only: Iterable[int]) -> list[Contact]:
    found = []
    for number in only:
        if number in records:
            kind, day, reached, children = records[number]
            found += [Contact(number, kind, day, reached, child, None if child else 1) for child in children or (None,)]
    return found


@settings(max_examples=60, deadline=None)
@given(RECORDS, RECORDS)
def test_after_any_change_of_the_ledger_it_says_what_a_fresh_one_says(before: dict, after: dict) -> None:  # type: ignore[type-arg]
    one = pupil()
    two = replace(pupil((date(2026, 10, 12), None)), id=2)
    known = school(one, two, rules=preset("full"))
    due = Due(Duties(known, TERM, contacts(before, before), ON))
    changed = {number for number in {*before, *after} if before.get(number) != after.get(number)}
    due.replace(changed, contacts(after, sorted(changed)))
    fresh = Due(Duties(known, TERM, contacts(after, after), ON))
    assert due.standings == fresh.standings
    assert due.of_child(1) == fresh.of_child(1)
