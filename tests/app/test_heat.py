"""The heat map against the tallies, against what is due, and against a slow recount."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.care import Contact
from app.care_rules import COMMON, FULL, CareRule, preset
from app.heat import (
    AHEAD,
    CHILDREN,
    CLASSES,
    DONE,
    HOLIDAY,
    MENTORS,
    MISSED,
    NONE,
    NOW,
    ROWS,
    RULES,
    RUN,
    HeatMap,
    heat_map,
    worst_first,
)
from app.sample import sample_school
from app.schooldays import SchoolDays
from app.standing import OVERDUE, Duties
from app.tally import Tally, tallies
from app.termdays import CalendarDay
from tests.app.test_standing import CALL, DAYS, ONE, SNOW, SPAN, TALK, TERM, VISIT, pupil, school, stays, talks

TODAY = date(2026, 11, 24)
LATER = st.sampled_from([*SPAN, TERM.until_day + ONE * 2])


@pytest.fixture(scope="module")
def lived() -> Callable[[date], Duties]:
    """The sample school's term as it stands on a day, with mentors, an ill one, a child that left, several rules."""
    sample = sample_school(TODAY, 100)
    snapshot = replace(sample.snapshot, rules=preset(FULL), terms=(sample.term,))
    contacts = [
        Contact(one.id, one.kind, one.day, one.outcome == "reached", each.child_id if each else None, one.class_id,
                one.staff_id)
        for one in sample.records for each in (one.participants or (None,))
    ]  # fmt: skip
    assert contacts

    def on(day: date) -> Duties:
        return Duties(snapshot, sample.term, contacts, day)

    return on


def figures(found: HeatMap, today: date) -> dict[object, Tally]:
    return {row.key: Tally(row.owed, row.done, row.missed) for row in found.rows if row.owed}


@pytest.mark.parametrize("rule", ["", "talk", "family-call", "visit-thirds", "parents-meeting", "survey", "health"])
@pytest.mark.parametrize("day", [date(2026, 9, 2), date(2026, 10, 5), TODAY, date(2027, 1, 17), date(2027, 2, 3)])
def test_every_figure_is_the_tallies(lived: Callable[[date], Duties], rule: str, day: date) -> None:
    duties = lived(day)
    expected = tallies([duties], TERM.from_day, day, rule)
    for by, tally in ((CLASSES, expected.classes), (MENTORS, expected.mentors), (RULES, expected.rules)):
        found = heat_map(duties, rule, by)
        shown = figures(found, day)
        if by == MENTORS:
            shown.pop(0, None)
        assert shown == dict(tally), by
    children = heat_map(duties, rule)
    about = [one for one in expected.rules if one in {entry.key for entry in children.entries}]
    assert sum(row.owed for row in children.rows) == sum(expected.rules[key].owed for key in about)
    assert sum(row.missed for row in children.rows) == sum(expected.rules[key].missed for key in about)


@pytest.mark.parametrize("rule", ["", "talk", "family-call", "parents-call"])
@pytest.mark.parametrize("by", ROWS)
def test_every_number_has_its_names_behind_it(lived: Callable[[date], Duties], rule: str, by: str) -> None:
    found = heat_map(lived(TODAY), rule, by)
    assert found.rows
    seen: list[int] = []
    for row in found.rows:
        for column, cell in zip(found.columns, row.cells, strict=True):
            seen += cell.entries
            behind = found.of(cell)
            assert (cell.owed, cell.done, cell.missed) == (
                len(behind), sum(one.done for one in behind), sum(one.missed for one in behind))  # fmt: skip
            assert all(column.covers(one.owed.deadline) for one in behind)
        assert len(found.behind(row, TODAY)) == row.owed
        assert len(found.behind(row, TODAY, DONE)) == row.done
        assert len(found.behind(row, TODAY, MISSED)) == row.missed
    assert len(seen) == len(set(seen)), "nothing is counted twice"
    if by in (CHILDREN, RULES):
        assert sorted(seen) == list(range(len(found.entries))), "nothing is left out"
    for place in range(len(found.columns)):
        assert len(found.in_column(place)) == sum(row.cells[place].owed for row in found.rows)


def test_whoever_is_overdue_by_more_than_this_time_is_in_a_run(lived: Callable[[date], Duties]) -> None:
    duties = lived(TODAY)
    found = heat_map(duties)
    for one in duties.all_standings():
        if one.subject[0] != "child":
            continue
        run = found.runs.get((one.rule.key, one.subject), 0)
        assert (run > 0) == (one.state == OVERDUE and (TODAY - one.overdue_days * ONE) < one.owed.window.from_day)
    assert {row.run for row in found.rows} >= {0, 1, 2}, "the sample has children of every sort"


@settings(max_examples=120, deadline=None)
@given(rule=st.sampled_from([TALK, CALL, VISIT, replace(TALK, span="fortnight"), replace(TALK, span="third")]),
       stay=stays(), snow=SNOW, done=st.lists(DAYS, max_size=25), on=LATER)
def test_cells_are_what_a_slow_recount_says(
    rule: CareRule, stay: list[tuple[date, date | None]], snow: tuple[CalendarDay, ...], done: list[date], on: date
) -> None:
    snapshot = school(pupil(*stay), rules=(rule,), calendar=snow)
    duties = Duties(snapshot, TERM, talks(*done, kind=rule.kinds[0]), on)
    found, calendar = heat_map(duties), SchoolDays(snow)
    weeks = [week for column in found.columns for week in range(column.first_week, column.last_week + 1)]
    assert weeks == list(range(1, len(weeks) + 1)) and len(weeks) == 20, "every calendar week stands once, in order"
    (row,) = found.rows or (None,)
    if row is None:
        return
    owed = duties.owed(rule.key, ("child", 1))
    for column, cell in zip(found.columns, row.cells, strict=True):
        here = [one for one in owed if column.covers(one.deadline)
                and (column.weeks == 1 or (one.window.from_day, one.window.until_day) == (column.from_day, column.until_day))]  # fmt: skip
        assert cell.owed == len(here)
        if not here:
            there = calendar.between(max(column.from_day, TERM.from_day), min(column.until_day, TERM.until_day))
            assert cell.state == (NONE if there or column.weeks > 1 else HOLIDAY)
            continue
        met = [sum(one.window.from_day <= day <= one.window.until_day for day in done) >= rule.needed for one in here]
        ended = [one.window.until_day < on for one in here]
        if any(e and not m for e, m in zip(ended, met, strict=True)):
            assert cell.state in (MISSED, RUN)
        elif all(met):
            assert cell.state == DONE
        else:
            assert cell.state == (AHEAD if column.from_day > on else NOW)
    assert row.missed == sum(
        one.window.until_day < on and not any(one.window.from_day <= day <= one.window.until_day for day in done)
        for one in owed)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(done=st.lists(DAYS, max_size=15), on=DAYS)
def test_the_run_is_counted_back_from_now(done: list[date], on: date) -> None:
    duties = Duties(school(pupil()), TERM, talks(*done), on)
    (row,) = heat_map(duties).rows
    monday, run = on - ONE * on.weekday(), 0
    if not any(monday <= day <= monday + ONE * 6 for day in done):
        while monday > TERM.from_day:
            monday -= ONE * 7
            if any(monday <= day <= monday + ONE * 6 for day in done):
                break
            run += 1
    assert row.run == run
    assert sum(cell.state == RUN for cell in row.cells) == (run if run >= 2 else 0)


def test_a_mentor_is_the_one_on_the_deadline(lived: Callable[[date], Duties]) -> None:
    duties = lived(TODAY)
    found = heat_map(duties, "talk", MENTORS)
    for row in found.rows:
        for cell in row.cells:
            for one in found.of(cell):
                mentors = [
                    each.staff_id for each in duties.snapshot.pairings
                    if each.child_id == one.subject[1] and each.role == "mentor" and each.from_day <= one.owed.deadline
                    and (each.until_day is None or one.owed.deadline < each.until_day)
                ]  # fmt: skip
                assert row.key in (mentors or [0])


def test_a_week_without_school_is_a_holiday() -> None:
    snow = tuple(CalendarDay(n, date(2026, 11, 2) + ONE * n, "off") for n in range(7))
    duties = Duties(school(pupil(), calendar=snow), TERM, [], TODAY)
    found = heat_map(duties)
    (row,) = found.rows
    place = next(n for n, column in enumerate(found.columns) if column.from_day == date(2026, 11, 2))
    assert row.cells[place].state == HOLIDAY and row.run == 11, "a holiday does not break a run"
    monthly = heat_map(Duties(school(pupil(), rules=(CALL,), calendar=snow), TERM, [], TODAY))
    assert [column.weeks for column in monthly.columns] == [5, 4, 4, 5, 2], "a week is in the month of most of its days"


def test_a_rule_that_became_another_shows_both() -> None:
    change = date(2026, 11, 2)
    rules = (replace(TALK, until_day=change), replace(TALK, id=2, span="month", from_day=change))
    found = heat_map(Duties(school(pupil(), rules=rules), TERM, [], TODAY))
    assert [column.weeks for column in found.columns] == [1] * 9 + [4, 5, 2]
    assert [cell.state for cell in found.rows[0].cells] == [RUN] * 9 + [NOW, AHEAD, AHEAD]


def test_worst_first_and_by_name_among_equals() -> None:
    children = {number: replace(pupil(), id=number) for number in (1, 2, 3, 4)}
    snapshot = school(*children.values())
    contacts = [Contact(n, "talk", day, True, child) for n, (child, day) in enumerate(
        [(child, monday) for child in (1, 2, 3, 4) for monday in SPAN if monday.weekday() == 2
         and not (child == 1 and monday.month == 11) and not (child == 2 and monday.month == 9)], 1)]  # fmt: skip
    rows = heat_map(Duties(snapshot, TERM, contacts, TODAY)).rows
    order = [row.key for row in worst_first(rows, {1: ("d",), 2: ("c",), 3: ("b",), 4: ("a",)})]
    assert order == [1, 2, 4, 3]


def test_nobody_left_behind_gives_an_empty_map() -> None:
    found = heat_map(Duties(school(pupil(away=False)), TERM, [], TODAY))
    assert found.rows == () and len(found.columns) == 20
    by_rule = heat_map(Duties(school(pupil(away=False), rules=preset(COMMON)), TERM, [], TODAY), "", RULES)
    assert {row.key for row in by_rule.rows} == {"parents-meeting", "training", "forum", "lecture"}
