"""Changing the rules from a day on: past windows keep the rule of their day, and what it comes to is counted right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.care_rules import (
    COMMON,
    DEFAULTS,
    FULL,
    MINIMAL,
    OFFICE,
    PRESETS,
    CareRule,
    holds_on,
    in_force,
    nearest_preset,
    on_day,
    preset,
    same_terms,
    steps_to,
)
from app.changes import Change, Delete, Insert, Update
from app.edits.rules import set_rule, set_start, stop_rule, use_preset
from app.rule_load import cut_window, loads, total, turn
from app.school import School
from app.schooldays import SchoolDays
from app.standing import Duties
from app.values import BadValue
from app.windows import FORTNIGHT, MONTH, SPANS, TERM, THIRD, WEEK, YEAR, windows
from tests.app.test_standing import ONE, SNOW, SPAN, pupil, school
from tests.app.test_standing import TERM as AUTUMN

DAY = date(2026, 11, 24)
KEYS = sorted({rule.key for _letters, rule in DEFAULTS})
NAMES = st.sampled_from(PRESETS)
DAYS = st.sampled_from([AUTUMN.from_day - ONE * 40, *SPAN, AUTUMN.until_day + ONE * 30])


def carried_out(rules: Sequence[CareRule], changes: Sequence[Change]) -> tuple[CareRule, ...]:
    """What the file holds after these changes."""
    rows = {rule.id: rule for rule in rules}
    for change in changes:
        assert change.table == "care_rule"
        if isinstance(change, Insert):
            text = {name: str(value or "") for name, value in change.values.items()}
            days = {name: date.fromisoformat(text[name]) if text[name] else None for name in ("from_day", "until_day")}
            number = max(rows, default=0) + 1
            rows[number] = CareRule(
                number, text["key"], tuple(text["kinds"].split(",")), text["owner"], text["span"], int(text["needed"]),
                text["deadline"], text["whom"], int(text["grade_from"] or 0), int(text["third"] or 0), text["by_date"],
                text["with_plan"] == "1", text["req"], days["from_day"], days["until_day"],
            )
        elif isinstance(change, Update):
            (name,) = change.values
            assert name == "until_day"
            rows[change.id] = replace(rows[change.id], until_day=date.fromisoformat(str(change.values[name])))
        else:
            assert isinstance(change, Delete)
            del rows[change.id]
    return tuple(rows.values())


@st.composite
def turns(draw: st.DrawFn) -> list[tuple[str, str, int, date]]:
    """Some changes one after the other: a preset, a rule changed, a rule stopped."""
    one = st.one_of(
        st.tuples(st.just("preset"), NAMES, st.just(0), DAYS),
        st.tuples(st.just("set"), st.sampled_from(KEYS), st.integers(1, 4), DAYS),
        st.tuples(st.just("stop"), st.sampled_from(KEYS), st.just(0), DAYS),
    )
    return draw(st.lists(one, min_size=1, max_size=5))


def turned(rules: Sequence[CareRule], what: str, name: str, needed: int, day: date) -> tuple[CareRule, ...]:
    if what == "preset":
        return carried_out(rules, use_preset(rules, name, day))
    if what == "stop":
        return carried_out(rules, stop_rule(rules, name, day))
    rule = next(rule for _letters, rule in DEFAULTS if rule.key == name)
    return carried_out(rules, set_rule(rules, replace(rule, needed=needed), day))


@settings(max_examples=150, deadline=None)
@given(turns())
def test_from_that_day_on_it_is_as_asked_and_before_it_as_it_was(changes: list[tuple[str, str, int, date]]) -> None:
    rules: tuple[CareRule, ...] = ()
    for what, name, needed, day in changes:
        before, rules = rules, turned(rules, what, name, needed, day)
        for earlier in (day - ONE, day - ONE * 30, AUTUMN.from_day):
            if earlier < day:
                was, still = on_day(before, earlier), on_day(rules, earlier)
                assert was.keys() == still.keys()
                assert all(same_terms(was[key], still[key]) for key in was)
        for later in (day, day + ONE, day + ONE * 400):
            now = on_day(rules, later)
            if what == "preset":
                assert nearest_preset(rules, later) == (name, 0)
            elif what == "stop":
                assert name not in now
            else:
                assert now[name].needed == needed
        for key in KEYS:
            mine = [rule for rule in in_force(rules) if rule.key == key]
            for each in SPAN[::7]:
                assert sum(holds_on(rule, each) for rule in mine) <= 1, "two versions never hold together"


@settings(max_examples=60, deadline=None)
@given(changes=turns(), day=st.sampled_from(SPAN))
def test_what_was_owed_before_that_day_stays_owed(changes: list[tuple[str, str, int, date]], day: date) -> None:
    rules: tuple[CareRule, ...] = ()
    for what, name, needed, on in changes:
        rules = turned(rules, what, name, needed, on)
    after = turned(rules, "preset", FULL, 0, day)
    then, now = (Duties(school(pupil(), rules=one), AUTUMN, (), DAY) for one in (rules or preset(COMMON), after))
    for key in then.rules:
        for subject in (("child", 1), ("school", 0)):
            was = [(one.window, one.deadline, one.rule.needed) for one in then.owed(key, subject) if one.deadline < day]
            still = [(one.window, one.deadline, one.rule.needed) for one in now.owed(key, subject) if one.deadline < day]
            assert was == still


def test_the_first_change_writes_down_what_held_until_then() -> None:
    talk = replace(on_day((), DAY)["talk"], span=MONTH)
    rules = carried_out((), set_rule((), talk, date(2026, 12, 1)))
    assert len(rules) == len(preset(COMMON)) + 1
    assert [(one.span, one.from_day, one.until_day) for one in rules if one.key == "talk"] == [
        (WEEK, None, date(2026, 12, 1)), (MONTH, date(2026, 12, 1), None)]  # fmt: skip


def test_what_is_so_already_changes_nothing() -> None:
    talk = on_day((), DAY)["talk"]
    assert set_rule((), talk, DAY) == use_preset((), COMMON, DAY) == stop_rule((), "award", DAY) == []
    rules = carried_out((), set_rule((), replace(talk, needed=2), DAY))
    assert set_rule(rules, replace(talk, needed=2), DAY + ONE) == []
    back = carried_out(rules, set_rule(rules, talk, DAY))
    assert nearest_preset(back, DAY) == (COMMON, 0)
    planned = carried_out((), stop_rule((), "talk", DAY + ONE * 9))
    assert set_rule(planned, talk, DAY), "that it was to stop is taken back"


def test_stopped_and_taken_up_again() -> None:
    rules = carried_out((), stop_rule((), "letter", date(2026, 10, 1)))
    rules = carried_out(rules, set_rule(rules, next(r for _l, r in DEFAULTS if r.key == "letter"), date(2026, 12, 1)))
    assert [("letter" in on_day(rules, day)) for day in (date(2026, 9, 9), date(2026, 11, 1), date(2026, 12, 1))] == [
        True, False, True]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"owner": "keeper", "whom": "class"}, "owner"), ({"needed": 32}, "needed"), ({"grade_from": 10}, "grade_from"),
     ({"third": 1}, "third"), ({"by_date": "06-01"}, "by_date"), ({"deadline": "X"}, "deadline"),
     ({"span": YEAR, "by_date": "02-30"}, "by_date"), ({"span": YEAR, "by_date": "泼水节"}, "by_date"),
     ({"by_date": "中秋节"}, "by_date")],
)  # fmt: skip
def test_what_cannot_be_is_refused(changed: dict[str, object], field: str) -> None:
    with pytest.raises(BadValue) as refused:
        set_rule((), replace(on_day((), DAY)["talk"], **changed), DAY)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_steps_to_a_preset_name_only_what_changes() -> None:
    steps = {one.key: (one.before, one.after) for one in steps_to((), FULL, DAY)}
    assert set(steps) == {"parents-call", "visit", "visit-thirds", "activity", "plan-review", "award"}
    assert steps["visit"][1] is None and steps["award"][0] is None
    assert steps["activity"][0] is not None and steps["activity"][0].span == MONTH
    assert steps_to((), COMMON, DAY) == []
    for name in PRESETS:
        assert steps_to(carried_out((), use_preset((), name, DAY)), name, DAY) == []


def test_the_start_is_set_back() -> None:
    assert set_start(School("青山小学", started_on=DAY), DAY) == []
    (change,) = set_start(School("青山小学", started_on=DAY), date(2026, 9, 1))
    assert change == Update("school", 1, {"started_on": "2026-09-01"})


@settings(max_examples=60, deadline=None)
@given(name=NAMES, snow=SNOW, day=st.sampled_from(SPAN))
def test_loads_are_what_a_slow_count_says(name: str, snow: tuple[object, ...], day: date) -> None:
    snapshot = school(pupil(), rules=(), calendar=snow)  # type: ignore[arg-type]
    calendar = SchoolDays(snapshot.calendar)
    found = loads(snapshot, preset(name), day)
    for rule in preset(name):
        if rule.span == YEAR or rule.with_plan:
            continue
        due = []
        for place, window in enumerate(windows(rule.span, AUTUMN, calendar)):
            enough = 5 if (window.until_day - window.from_day).days + 1 > 14 else 3
            days = [each for each in window.days if (each >= date(2024, 9, 1))]
            if len(days) >= enough and (not rule.third or place == rule.third - 1):
                due.append(days[-1] if rule.deadline == "S" else window.until_day)
        assert found[rule.key].term == rule.needed * len(due), rule.key
        assert found[rule.key].month == rule.needed * sum((one.year, one.month) == (day.year, day.month) for one in due)
    assert total(found.values()).term == sum(one.term for one in found.values())


def test_a_rule_of_the_school_year_counts_in_the_term_it_is_due_in() -> None:
    health = [rule for rule in preset(COMMON) if rule.key == "health"]
    snapshot = school(pupil(), rules=())
    assert loads(snapshot, health, DAY)["health"].term == 0
    assert loads(snapshot, health, date(2027, 3, 10))["health"].term == 1
    nobody = loads(school(pupil(away=False), rules=()), preset(MINIMAL), DAY)
    assert {key for key, one in nobody.items() if one.term} == {"parents-meeting", "training", "lecture"}


def test_when_a_changed_rule_can_begin() -> None:
    snapshot = school(pupil())
    assert turn(snapshot, [WEEK], DAY).next == date(2026, 11, 30)
    assert turn(snapshot, [MONTH, WEEK], DAY) == turn(snapshot, [WEEK, MONTH], DAY)
    both = turn(snapshot, [WEEK, MONTH], DAY)
    assert (both.this, both.next) == (date(2026, 11, 23), date(2026, 12, 1))
    assert turn(snapshot, [TERM], DAY).next == date(2027, 2, 22)
    assert turn(snapshot, [YEAR], DAY).this == date(2026, 9, 1)
    holiday = turn(snapshot, [MONTH], date(2027, 2, 1))
    assert (holiday.this, holiday.next) == (date(2027, 2, 1), date(2027, 2, 22))


@settings(max_examples=60, deadline=None)
@given(span=st.sampled_from([WEEK, FORTNIGHT, MONTH, THIRD, TERM]), to=st.sampled_from(SPANS[:5]), day=st.sampled_from(SPAN))
def test_begun_the_next_time_no_window_is_lost(span: str, to: str, day: date) -> None:
    """Every school day of the term lies in a window that is owed, under the old rule or the new one."""
    rule = replace(on_day((), DAY)["talk"], span=span, owner=OFFICE)
    snapshot = school(pupil(), rules=(rule,))
    begin = turn(snapshot, [span, to], day).next
    rules = carried_out((rule,), set_rule((rule,), replace(rule, span=to), begin))
    duties = Duties(replace(snapshot, rules=rules), AUTUMN, (), DAY)
    covered = {each for one in duties.owed("talk", ("child", 1)) for each in one.window.days}
    missed = [each for each in duties.calendar.between(AUTUMN.from_day, AUTUMN.until_day) if each not in covered]
    assert len(missed) < 5, missed
    if begin not in SPAN or span == to:
        assert missed == []


def test_a_day_inside_a_window_cuts_it() -> None:
    snapshot = school(pupil())
    found = cut_window(snapshot, WEEK, date(2026, 11, 25))
    assert found is not None and found[0].from_day == date(2026, 11, 23) and found[1]
    late = cut_window(snapshot, WEEK, date(2026, 11, 26))
    assert late is not None and not late[1]
    assert cut_window(snapshot, WEEK, date(2026, 11, 23)) is None
    assert cut_window(snapshot, MONTH, date(2027, 2, 1)) is None, "in the holidays there is nothing to cut"
    assert cut_window(snapshot, MONTH, AUTUMN.until_day + timedelta(days=3)) is None
