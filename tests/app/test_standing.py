"""How a rule stands: against a slow recount of rules.md, and what no order of records may do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.care import Contact
from app.care_rules import DEFAULTS, CareRule, preset
from app.children import Child, Claim, Enrolment
from app.classes import ClassTeacher, SchoolClass
from app.pairing import HelpPlan, Pairing
from app.school import School, Snapshot, Staff
from app.schooldays import SchoolDays
from app.standing import DONE, OPEN, OVERDUE, SOON, Duties, Standing
from app.tally import tallies
from app.termdays import CalendarDay, Term
from app.terms import assumed_term
from app.windows import windows
from tests.app.families import child

TERM = assumed_term(2026, 1)
ONE = timedelta(days=1)
SPAN = [TERM.from_day + ONE * step for step in range((TERM.until_day - TERM.from_day).days + 1)]
TALK = next(rule for letters, rule in DEFAULTS if rule.key == "talk" and "c" in letters)
CALL = next(rule for _letters, rule in DEFAULTS if rule.key == "family-call")
REVIEW = next(rule for _letters, rule in DEFAULTS if rule.key == "plan-review")
VISIT = next(rule for _letters, rule in DEFAULTS if rule.key == "visit")
RANK = {DONE: 0, OPEN: 1, SOON: 1, OVERDUE: 2}


def school(*children: Child, rules: tuple[CareRule, ...] = (TALK,), start: date = date(2026, 8, 31),
           calendar: tuple[CalendarDay, ...] = (), pairings: tuple[Pairing, ...] = (),
           plans: tuple[HelpPlan, ...] = ()) -> Snapshot:
    """One class of grade three with its teacher."""
    lead = ClassTeacher(1, 1, date(2024, 9, 1))
    return Snapshot(
        School("青山小学", started_on=start), (TERM,), (Staff(1, "李老师"), Staff(2, "王老师")),
        (SchoolClass(1, "primary", 2024, 1, (lead,)),), {one.id: one for one in children},
        calendar=calendar, rules=rules, pairings=pairings, plans=plans,
    )  # fmt: skip


def pupil(*stretches: tuple[date, date | None], away: bool = True) -> Child:
    """Left-behind by the register's claim, enrolled in these periods."""
    enrolled = tuple(Enrolment(n, 1, first, last) for n, (first, last) in enumerate(stretches, 1))
    claims = (Claim(1, "both_away" if away else "none", date(2024, 9, 1)),)
    return replace(child(), enrolments=enrolled or (Enrolment(1, 1, date(2024, 9, 1)),), claims=claims)


def talks(*days: date, kind: str = "talk", reached: bool = True) -> list[Contact]:
    return [Contact(number, kind, day, reached, 1) for number, day in enumerate(days, 1)]


def stand(snapshot: Snapshot, contacts: list[Contact], on: date, key: str = "talk") -> Standing | None:
    found = Duties(snapshot, TERM, contacts, on).all_standings()
    return next((one for one in found if one.rule.key == key), None)


def recount(rule: CareRule, snapshot: Snapshot, done: list[date], on: date) -> tuple[str, int] | None:
    """rules.md read slowly: day by day, without any of the shortcuts."""
    (one,) = snapshot.children.values()
    calendar = SchoolDays(snapshot.calendar)
    start = snapshot.school.started_on or date.min

    def there(day: date) -> bool:
        inside = any(e.from_day <= day and (e.until_day is None or day < e.until_day) for e in one.enrolments)
        return day >= start and inside and one.claims[0].status != "none" and (not rule.with_plan or planned(day))

    def planned(day: date) -> bool:
        """Some plan holds that day, and so does the pair that it belongs to."""
        return any(
            part.from_day <= day and (part.until_day is None or day < part.until_day)
            and pair.from_day <= day and (pair.until_day is None or day < pair.until_day)
            for part in snapshot.plans for pair in snapshot.pairings if pair.id == part.pairing_id
        )  # fmt: skip

    owed = []
    for window in windows(rule.span, TERM, calendar):
        due = window.days[-1] if rule.deadline == "S" else window.until_day
        enough = 5 if (window.until_day - window.from_day).days + 1 > 14 else 3
        if there(due) and sum(there(day) for day in window.days) >= enough:
            owed.append((window, due))
    now = next((entry for entry in owed if entry[0].from_day <= on <= entry[0].until_day), None)
    if now is None:
        return None

    def met(entry: tuple[object, date]) -> bool:
        window = next(each for each, due in owed if (each, due) == entry)
        return sum(window.from_day <= day <= window.until_day for day in done) >= rule.needed

    if met(now):
        return DONE, 0
    missed = [now[1]] if now[1] < on else []
    for entry in reversed(owed[: owed.index(now)]):
        if met(entry):
            break
        missed.append(entry[1])
    if missed:
        return OVERDUE, (on - min(missed)).days
    left = sum(calendar.is_school_day(on + ONE * step) for step in range((now[1] - on).days + 1))
    return (SOON if left <= 2 else OPEN), 0


DAYS = st.sampled_from(SPAN)
SNOW = st.lists(DAYS, max_size=20).map(
    lambda days: tuple(CalendarDay(n, day, "off") for n, day in enumerate(sorted(set(days)), 1))
)


@st.composite
def stays(draw: st.DrawFn) -> list[tuple[date, date | None]]:
    """Up to three periods at the school, in order and apart."""
    turns = sorted(draw(st.sets(DAYS, min_size=1, max_size=6)))
    pairs = [(turns[n], turns[n + 1] if n + 1 < len(turns) else None) for n in range(0, len(turns), 2)]
    return pairs


@settings(max_examples=150, deadline=None)
@given(rule=st.sampled_from([TALK, CALL, VISIT]), stay=stays(), snow=SNOW, done=st.lists(DAYS, max_size=12), on=DAYS,
       start=st.sampled_from([date(2026, 8, 31), date(2026, 9, 28), date(2026, 11, 9)]))
def test_it_is_what_a_slow_recount_says(
    rule: CareRule, stay: list[tuple[date, date | None]], snow: tuple[CalendarDay, ...], done: list[date], on: date,
    start: date,
) -> None:  # fmt: skip
    snapshot = school(pupil(*stay), rules=(rule,), calendar=snow, start=start)
    found = stand(snapshot, talks(*done, kind=rule.kinds[0]), on, rule.key)
    enrolled = any(first <= on and (last is None or on < last) for first, last in stay)
    expected = recount(rule, snapshot, done, on) if enrolled else None
    assert (None if found is None else (found.state, found.overdue_days)) == expected


@st.composite
def pairs_with_plans(draw: st.DrawFn) -> tuple[tuple[Pairing, ...], tuple[HelpPlan, ...]]:
    """Up to two pairs of the child, each with up to two plans; pairs and plans may overlap, end and never begin."""
    ends = st.tuples(DAYS, st.none() | DAYS).map(lambda two: (min(two[0], two[1] or two[0]), two[1] and max(two[0], two[1])))
    pairs = [Pairing(n, 1, "mentor", *days, staff_id=n) for n, days in enumerate(draw(st.lists(ends, min_size=1, max_size=2)), 1)]
    plans = [
        HelpPlan(10 * pair.id + n, pair.id, *days)
        for pair in pairs for n, days in enumerate(draw(st.lists(ends, min_size=1, max_size=2)))
    ]  # fmt: skip
    return tuple(pairs), tuple(plans)


@settings(max_examples=150, deadline=None)
@given(made=pairs_with_plans(), stay=st.just([(date(2024, 9, 1), None)]) | stays(), snow=SNOW, done=st.lists(DAYS, max_size=6), on=DAYS)
def test_only_a_child_with_a_plan_in_force_owes_its_review(
    made: tuple[tuple[Pairing, ...], tuple[HelpPlan, ...]], stay: list[tuple[date, date | None]],
    snow: tuple[CalendarDay, ...], done: list[date], on: date,
) -> None:  # fmt: skip
    pairings, plans = made
    snapshot = school(pupil(*stay), rules=(REVIEW,), calendar=snow, pairings=pairings, plans=plans)
    found = stand(snapshot, talks(*done, kind="plan_review"), on, REVIEW.key)
    enrolled = any(first <= on and (last is None or on < last) for first, last in stay)
    expected = recount(REVIEW, snapshot, done, on) if enrolled else None
    assert (None if found is None else (found.state, found.overdue_days)) == expected


def test_a_plan_ends_with_its_pair() -> None:
    pair = Pairing(1, 1, "mentor", date(2026, 9, 1), None, 2)
    plan = HelpPlan(1, 1, date(2026, 9, 1), date(2027, 1, 10))
    on = date(2026, 12, 15)
    still = stand(school(pupil(), rules=(REVIEW,), pairings=(pair,), plans=(plan,)), [], on, REVIEW.key)
    ended = replace(pair, until_day=date(2026, 11, 20))
    assert still is not None and still.state == OVERDUE and still.owed_by == 2
    assert stand(school(pupil(), rules=(REVIEW,), pairings=(ended,), plans=(plan,)), [], on, REVIEW.key) is None


@settings(max_examples=100, deadline=None)
@given(done=st.lists(DAYS, max_size=10), more=DAYS, on=DAYS)
def test_logging_can_only_improve_a_standing(done: list[date], more: date, on: date) -> None:
    before = stand(school(pupil()), talks(*done), on)
    after = stand(school(pupil()), talks(*done, more), on)
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert (RANK[after.state], after.overdue_days) <= (RANK[before.state], before.overdue_days)
        tried = stand(school(pupil()), [*talks(*done), Contact(99, "talk", more, False, 1)], on)
        assert tried is not None
        assert (tried.state, tried.done, tried.overdue_days) == (before.state, before.done, before.overdue_days)
        assert tried.attempts == before.owed.window.covers(more)


@settings(max_examples=60, deadline=None)
@given(done=st.lists(DAYS, max_size=10), more=DAYS)
def test_a_missed_window_stays_missed_unless_a_record_is_dated_into_it(done: list[date], more: date) -> None:
    end = TERM.until_day + ONE * 3
    before = Duties(school(pupil()), TERM, talks(*done), end)
    after = Duties(school(pupil()), TERM, talks(*done, more), end)
    subject = ("child", 1)
    for one in before.owed("talk", subject):
        changed = before.is_met(one, subject) != after.is_met(one, subject)
        assert not changed or one.window.covers(more)
    first, last = TERM.from_day, end
    was, now = (tallies([each], first, last).rules["talk"] for each in (before, after))
    assert was.owed == now.owed == was.done + was.missed and now.missed in (was.missed, was.missed - 1)


@settings(max_examples=60, deadline=None)
@given(done=st.lists(DAYS, max_size=12), needed=st.integers(1, 3), change=DAYS)
def test_a_term_in_one_go_is_what_its_windows_say_one_by_one(done: list[date], needed: int, change: date) -> None:
    rules = (replace(TALK, until_day=change), replace(TALK, id=2, span="month", needed=needed, from_day=change))
    duties, subject = Duties(school(pupil(), rules=rules), TERM, talks(*done), TERM.until_day), ("child", 1)
    one_by_one = [(one, duties.is_met(one, subject)) for one in duties.owed("talk", subject)]
    assert list(duties.kept("talk", subject)) == one_by_one


def test_in_a_holiday_week_nothing_is_due() -> None:
    snow = tuple(CalendarDay(n, date(2026, 11, 2) + ONE * n, "off") for n in range(7))
    assert stand(school(pupil(), calendar=snow), [], date(2026, 11, 4)) is None
    before = stand(school(pupil(), calendar=snow), [], date(2026, 10, 30))
    after = stand(school(pupil(), calendar=snow), talks(date(2026, 10, 29)), date(2026, 11, 9))
    assert before is not None and before.state == OVERDUE
    assert after is not None and (after.state, after.overdue_days) == (OPEN, 0)


def test_whoever_left_or_is_not_left_behind_owes_nothing() -> None:
    assert stand(school(pupil((date(2026, 9, 1), date(2026, 11, 1)))), [], date(2026, 11, 9)) is None
    assert stand(school(pupil(away=False)), [], date(2026, 11, 9)) is None


def test_who_owes_it() -> None:
    mentor = Pairing(1, 1, "mentor", date(2026, 9, 1), None, 2)
    with_mentor = stand(school(pupil(), pairings=(mentor,)), [], date(2026, 9, 9))
    ended = stand(school(pupil(), pairings=(replace(mentor, until_day=date(2026, 9, 8)),)), [], date(2026, 9, 9))
    assert with_mentor is not None and with_mentor.owed_by == 2
    assert ended is not None and ended.owed_by == 1
    lonely = school(pupil())
    bare = replace(lonely, classes=(replace(lonely.classes[0], teachers=()),))
    nobody = stand(bare, [], date(2026, 9, 9))
    assert nobody is not None and nobody.owed_by is None


def test_a_record_of_the_whole_class_counts_for_the_class_and_its_child() -> None:
    rules = tuple(rule for rule in preset("common") if rule.key in ("parents-meeting", "training", "activity"))
    meeting = Contact(1, "parents_meeting", date(2026, 9, 4), True, 1)
    lesson = [Contact(2, "guardian_training", date(2026, 9, 9), True, 1),
              Contact(2, "guardian_training", date(2026, 9, 9), True, 7)]
    found = Duties(school(pupil(), rules=rules), TERM, [meeting, *lesson], date(2026, 9, 10)).all_standings()
    assert {one.rule.key: (one.subject[0], one.done, one.state) for one in found} == {
        "parents-meeting": ("class", 1, DONE), "training": ("school", 1, OPEN), "activity": ("child", 0, OPEN),
    }  # fmt: skip


def test_letters_are_owed_from_the_third_grade() -> None:
    letter = next(rule for rule in preset("common") if rule.key == "letter")
    snapshot = school(pupil(), rules=(letter,))
    assert stand(snapshot, [], date(2026, 9, 10), "letter") is not None
    younger = replace(snapshot, classes=(replace(snapshot.classes[0], entry_year=2025),))
    assert stand(younger, [], date(2026, 9, 10), "letter") is None


def test_a_rule_changed_from_a_day_on_leaves_past_windows_as_they_were() -> None:
    change = date(2026, 11, 2)
    monthly = replace(TALK, id=2, span="month", from_day=change)
    rules = (replace(TALK, until_day=change), monthly)
    duties = Duties(school(pupil(), rules=rules), TERM, [], date(2026, 11, 20))
    spans = [one.rule.span for one in duties.owed("talk", ("child", 1))]
    assert spans == ["week"] * 9 + ["month"] * 3
    (one,) = duties.all_standings()
    assert (one.rule.span, one.state, one.overdue_days) == ("month", OVERDUE, 77)


def test_the_award_is_due_on_the_first_of_june() -> None:
    award = next(rule for rule in preset("full") if rule.key == "award")
    spring = assumed_term(2026, 2)
    snapshot = replace(school(pupil(), rules=(award,)), terms=(TERM, spring))

    def state(day: date, *done: Contact) -> tuple[str, int]:
        (one,) = Duties(snapshot, spring, done, day).all_standings()
        return one.state, one.overdue_days

    assert state(date(2027, 5, 20)) == (OPEN, 0)
    assert state(date(2027, 5, 31)) == (SOON, 0)
    assert state(date(2027, 6, 4)) == (OVERDUE, 3)
    assert state(date(2027, 6, 4), Contact(1, "award", date(2027, 6, 1), True)) == (DONE, 0)


def test_a_term_of_one_day_asks_nothing_and_breaks_nothing() -> None:
    term = Term(1, "2026-1", date(2026, 9, 1), date(2026, 9, 1))
    snapshot = replace(school(pupil(), rules=preset("full")), terms=(term,))
    for one in Duties(snapshot, term, [], date(2026, 9, 1)).all_standings():
        assert one.rule.span == "year"


@pytest.mark.parametrize(
    ("feast", "due"),
    [("中秋节", date(2026, 9, 24)), ("国庆节", date(2026, 9, 30)), ("元旦", date(2026, 12, 31)), ("春节", date(2027, 1, 15)),
     ("端午节", date(2027, 6, 8)), ("六一儿童节", date(2027, 6, 1)), ("", date(2027, 7, 2))],
)  # fmt: skip
def test_a_festival_is_a_deadline_on_the_last_school_day_up_to_it(feast: str, due: date) -> None:
    health = next(rule for _letters, rule in DEFAULTS if rule.key == "health")
    snapshot = school(pupil(), rules=(replace(health, by_date=feast),))
    one = stand(snapshot, [], date(2026, 9, 21), "health")
    assert one is not None and one.owed.deadline == due
