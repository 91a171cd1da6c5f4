"""Who has not spoken with the family this week: against a plain recount, and in the holidays."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.call_list import CallWeek, Uncalled, call_list
from app.care import Contact
from app.care_rules import preset
from app.due import Due
from app.ledger import Ledger
from app.standing import Duties
from tests.app.test_standing import TERM, pupil, school

ONE = timedelta(days=1)
ON = date(2026, 11, 18)
CALLS = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 78), st.booleans()), max_size=14)


class Held:
    """A ledger that knows only contacts."""

    def __init__(self, contacts: list[Contact]) -> None:
        self._contacts = contacts

    def contacts(self, first: date, last: date) -> list[Contact]:
        return [one for one in self._contacts if first <= one.day <= last]


def ledger(contacts: list[Contact]) -> Ledger:
    return Held(contacts)  # type: ignore[return-value]


@settings(max_examples=80, deadline=None)
@given(CALLS)
def test_weeks_are_counted_back_to_the_last_answered_call(calls: list[tuple[int, int, bool]]) -> None:
    came = date(2026, 10, 19)
    children = [pupil(), replace(pupil((came, None)), id=2), replace(pupil(away=False), id=3)]
    known = school(*children, rules=preset("common"))
    contacts = [
        Contact(number, "family_call", TERM.from_day + ONE * step, reached, child)
        for number, (child, step, reached) in enumerate(calls, 1)
    ]  # fmt: skip
    due = Due(Duties(known, TERM, contacts, ON))
    found = call_list(known, due, ledger(contacts), ON)

    def answered(child: int, monday: date) -> bool:
        return any(
            one.reached and one.child_id == child and monday <= one.day <= monday + ONE * 6 for one in contacts
        )

    wanted = {}
    for child, first in ((1, TERM.from_day), (2, came)):
        monday = ON - ONE * ON.weekday()
        if answered(child, monday):
            continue
        weeks, back = 0, monday - ONE * 7
        while back + ONE * 4 >= first and not answered(child, back):
            weeks += 1
            back -= ONE * 7
        wanted[child] = weeks
    assert {one.child_id: one.weeks for one in found.uncalled} == wanted
    assert found.total == 2 and found.called == 2 - len(wanted)
    order = [(one.late, one.weeks) for one in found.uncalled]
    assert order == sorted(order, reverse=True)


def test_a_try_is_no_call_and_is_told() -> None:
    known = school(pupil(), rules=preset("common"))
    contacts = [Contact(1, "family_call", ON, False, 1), Contact(2, "talk", ON, True, 1)]
    (one,) = call_list(known, Due(Duties(known, TERM, contacts, ON)), ledger(contacts), ON).uncalled
    assert one.tried == 1


def test_the_week_has_its_number_and_its_sunday() -> None:
    known = school(pupil(), rules=preset("common"))
    found = call_list(known, Due(Duties(known, TERM, [], ON)), ledger([]), ON)
    assert (found.week, found.until) == (12, date(2026, 11, 22))


def test_in_the_holidays_nothing_is_late_and_calls_still_count() -> None:
    known = school(pupil(), replace(pupil(), id=2), replace(pupil(away=False), id=3))
    day = date(2027, 2, 3)
    contacts = [Contact(1, "family_call", day, True, 2), Contact(2, "family_call", day, False, 1)]
    found = call_list(known, None, ledger(contacts), day)
    assert found.uncalled == (Uncalled(1, 0, 1),)
    assert (found.called, found.week) == (1, 0)


@settings(max_examples=40, deadline=None)
@given(CALLS, CALLS)
def test_kept_true_it_says_what_a_fresh_look_says(
    before: list[tuple[int, int, bool]], after: list[tuple[int, int, bool]]
) -> None:
    children = [pupil(), replace(pupil((date(2026, 10, 19), None)), id=2), replace(pupil(away=False), id=3)]
    known = school(*children, rules=preset("common"))

    def contacts(calls: list[tuple[int, int, bool]], first: int) -> list[Contact]:
        return [
            Contact(number, "family_call", TERM.from_day + ONE * step, reached, child)
            for number, (child, step, reached) in enumerate(calls, first)
        ]  # fmt: skip

    old, new = contacts(before, 1), contacts(after, 100)
    due = Due(Duties(known, TERM, old, ON))
    week = CallWeek(known, due, ledger(old), ON)
    due.replace([one.record_id for one in (*old, *new)], new)
    week.again({one.child_id for one in (*old, *new) if one.child_id})
    assert week.list() == call_list(known, Due(Duties(known, TERM, new, ON)), ledger(new), ON)
