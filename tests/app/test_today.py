"""The page of a day: whatever is owed stands on it once, and every number is that of a slow recount."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.agreements import Agreement
from app.breaks import break_on
from app.care import CareRecord, Contact, Participant
from app.care_rules import preset
from app.children import Child, Claim, Enrolment
from app.classes import ClassTeacher, SchoolClass
from app.pairing import Pairing
from app.postponing import Postponed
from app.school import School, Snapshot, Staff
from app.standing import Duties, Standing
from app.termdays import CalendarDay
from app.terms import assumed_term, term_around
from app.today import AHEAD_WHENS, LATE, LATER, NOW, WEEK, Item, Plan, occasions, plan
from app.today_groups import AHEAD, ALL, BYS, DID, MISSED, PAGE, TO_DO, View, listed, only, sections
from tests.app.families import child

TERM = assumed_term(2026, 1)
ONE = timedelta(days=1)
NOON = date(2026, 11, 24)
CLASSES = (
    SchoolClass(1, "primary", 2024, 1, (ClassTeacher(1, 1, date(2024, 9, 1)),)),
    SchoolClass(2, "primary", 2022, 1, ()),
)
DAYS = st.integers(0, 150).map(lambda step: date(2026, 8, 30) + ONE * step)


def pupil(number: int, class_id: int = 1, birth: str = "2016-05-04", since: date = date(2024, 9, 1)) -> Child:
    return replace(child(), id=number, birth=birth, enrolments=(Enrolment(number, class_id, since),),
                   claims=(Claim(number, "both_away", date(2024, 9, 1)),))  # fmt: skip


def school(rules: str = "common", **more: object) -> Snapshot:
    """Four pupils in two classes, one of which has no teacher; the first two have a mentor."""
    pairings = tuple(Pairing(n, n, "mentor", date(2026, 9, 1), staff_id=2) for n in (1, 2))
    made = Snapshot(
        School("青山小学", started_on=date(2026, 8, 31)), (TERM,), (Staff(1, "李老师"), Staff(2, "王老师")), CLASSES,
        {one.id: one for one in (pupil(1), pupil(2), pupil(3, 2), pupil(4, 2))}, rules=preset(rules), pairings=pairings,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def standings(snapshot: Snapshot, contacts: list[Contact], day: date) -> list[Standing]:
    term = term_around(snapshot, day)
    return [] if term is None else Duties(snapshot, term, contacts, day).all_standings()


def page(snapshot: Snapshot, day: date, contacts: list[Contact] | None = None,
         follow_ups: tuple[CareRecord, ...] = ()) -> Plan:  # fmt: skip
    found = contacts or []
    return plan(snapshot, day, standings(snapshot, found, day), follow_ups, found, occasions(snapshot, day))


CONTACTS = st.lists(
    st.tuples(DAYS, st.sampled_from(("talk", "family_call", "home_visit", "parents_meeting", "lecture")), st.booleans(),
              st.sampled_from((None, 1, 2, 3, 4))), max_size=30,
).map(lambda rows: [Contact(n, kind, day, reached, child_id, None if child_id else 1, 2)
                    for n, (day, kind, reached, child_id) in enumerate(rows, 1)])  # fmt: skip
PUT_OFF = st.lists(
    st.tuples(st.sampled_from(("talk", "family-call", "carer", "visit", "parents-meeting")), st.sampled_from((1, 2, 3)),
              DAYS, st.integers(0, 20)), max_size=8,
).map(lambda rows: tuple(
    Postponed(n, rule, None if rule == "parents-meeting" else number, 1 if rule == "parents-meeting" else None,
              day - ONE * day.weekday(), day + ONE * off, "孩子请假") for n, (rule, number, day, off) in enumerate(rows, 1)
))  # fmt: skip
SNOW = st.lists(DAYS, max_size=6).map(
    lambda days: tuple(CalendarDay(n, day, "off", "大雪") for n, day in enumerate(sorted(set(days)), 1))
)
FOLLOW = st.lists(st.tuples(DAYS, st.sampled_from((1, 3)), st.booleans()), max_size=6).map(
    lambda rows: tuple(
        CareRecord(n, "talk", date(2026, 9, 1), follow_up=day, followed_up=date(2026, 9, 2) if closed else None,
                   participants=(Participant(n, number),))
        for n, (day, number, closed) in enumerate(rows, 900)
    )
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(rules=st.sampled_from(("minimal", "common", "full")), day=DAYS, contacts=CONTACTS, put_off=PUT_OFF, snow=SNOW,
       follow=FOLLOW)  # fmt: skip
def test_every_number_is_that_of_a_slow_recount(
    rules: str, day: date, contacts: list[Contact], put_off: tuple[Postponed, ...], snow: tuple[CalendarDay, ...],
    follow: tuple[CareRecord, ...],
) -> None:  # fmt: skip
    snapshot = school(rules, postponed=put_off, calendar=snow)
    found = standings(snapshot, contacts, day)
    made = plan(snapshot, day, found, follow, contacts, ())
    open_now = [one for one in found if one.state != "done"]
    asked = [one for when in AHEAD_WHENS for one in made.of(when)]
    duties = [one for one in asked if one.kind == "duty"]
    assert Counter((one.rule.key, one.subject) for one in open_now) == Counter(
        (one.standing.rule.key, one.standing.subject) for one in duties if one.standing is not None
    )
    assert {one.id for one in follow if one.followed_up is None} == {
        one.record.id for one in asked if one.record is not None
    }

    # Where each must stand, read off rules.md once more.
    sunday = day + ONE * (6 - day.weekday())
    resting = break_on(snapshot, day) is not None
    expected: Counter[str] = Counter()
    by_day: Counter[tuple[str, date]] = Counter()
    for one in open_now:
        held = [each for each in put_off if each.duty == (one.rule.key, one.subject)]
        held = [each for each in held[-1:] if each.window_from <= one.owed.window.from_day and each.until_day >= day]
        stands = (
            held[0].until_day if held else day - ONE * one.overdue_days if one.state == "overdue" else one.owed.deadline
        )
        when = LATE if stands < day else NOW if stands == day else WEEK if stands <= sunday else LATER
        if resting and when in (LATE, NOW):
            when = LATER
        expected[when] += 1
        by_day[when, stands] += 1
    for record in follow:
        if record.followed_up is None and record.follow_up is not None:
            stands = record.follow_up
            when = LATE if stands < day else NOW if stands == day else WEEK if stands <= sunday else LATER
            when = LATER if resting and when == LATE else when
            expected[when] += 1
            by_day[when, stands] += 1
    assert {when: made.count(when) for when in AHEAD_WHENS} == {when: expected[when] for when in AHEAD_WHENS}
    assert not (resting and made.listed[LATE])

    did = Counter(
        one.day for one in contacts if one.reached and day - ONE * day.weekday() <= one.day <= sunday
    )
    strip = {one.day: one for one in made.days()}
    assert day in strip
    for step in range(7):
        that = day - ONE * day.weekday() + ONE * step
        counts = strip.get(that)
        told = (counts.missed, counts.to_do, counts.done) if counts else (0, 0, 0)
        assert told == (by_day[LATE, that], by_day[NOW, that] + by_day[WEEK, that], did[that])
        assert [len(listed(made, View(part=part, day=that))) for part in (MISSED, TO_DO, DID)] == list(told)
        assert len(listed(made, View(day=that))) == sum(told)
    assert len(made.done_today) == did[day]


@settings(max_examples=60, deadline=None)
@given(day=DAYS, contacts=CONTACTS, put_off=PUT_OFF, follow=FOLLOW)
def test_the_grouped_views_hold_the_same_items(
    day: date, contacts: list[Contact], put_off: tuple[Postponed, ...], follow: tuple[CareRecord, ...]
) -> None:
    made = page(school(postponed=put_off), day, contacts, follow)
    for part in (ALL, AHEAD):
        items = listed(made, View(part=part))
        assert len({one.key for one in items}) == len(items)
        for by in BYS:
            groups = sections(items, by)
            assert Counter(one.key for group in groups for one in group.items) == Counter(one.key for one in items)
            assert len({group.key for group in groups}) == len(groups)
        assert 0 not in [group.key for group in sections(items, "staff")][:-1]
        for group in sections(items, "staff"):
            assert {one.owed_by or 0 for one in group.items} == {group.key}
    groups = {group.key: len(group.items) for group in sections(listed(made, View()))}
    counts = {when: len(made.done_today) if when == "done" else made.count(when) for when in PAGE}
    assert groups == {when: count for when, count in counts.items() if count}


def duty(made: Plan, key: str, number: int = 1) -> Item:
    return next(
        one for when in AHEAD_WHENS for one in made.of(when)
        if one.standing is not None and (one.standing.rule.key, one.standing.subject[1]) == (key, number)
    )  # fmt: skip


def test_what_was_put_off_comes_back_on_its_day_and_stays_missed() -> None:
    friday = date(2026, 11, 27)
    put_off = Postponed(1, "talk", 1, None, date(2026, 11, 23), friday, "孩子请假")
    snapshot = school(postponed=(put_off,))
    assert (duty(page(snapshot, NOON), "talk").when, duty(page(snapshot, NOON), "talk", 2).when) == (WEEK, LATE)
    assert duty(page(snapshot, NOON), "talk").day == friday
    back = duty(page(snapshot, friday), "talk")
    assert (back.when, back.postponed) == (NOW, put_off)
    after = duty(page(snapshot, friday + ONE), "talk")
    assert (after.when, after.standing and after.standing.state) == (LATE, "overdue")
    assert after.day == duty(page(school(), friday + ONE), "talk").day


def test_putting_off_reaches_over_the_end_of_the_window() -> None:
    put_off = Postponed(1, "talk", 1, None, date(2026, 11, 23), date(2026, 12, 2), "家里有事")
    assert duty(page(school(postponed=(put_off,)), date(2026, 11, 30)), "talk").day == date(2026, 12, 2)
    later = replace(put_off, window_from=date(2026, 11, 30))
    assert duty(page(school(postponed=(later,)), NOON), "talk").when == LATE


def test_a_break_says_when_school_begins_again() -> None:
    snapshot = school(calendar=(CalendarDay(1, date(2026, 11, 26), "off", "大雪停课"),))

    def told(day: date) -> tuple[str, date | None] | None:
        found = break_on(snapshot, day)
        return None if found is None else (found.name, found.back)

    assert told(date(2026, 10, 3)) == ("国庆节", date(2026, 10, 8))
    assert told(date(2026, 9, 26)) == ("中秋节", date(2026, 9, 28))
    assert told(date(2026, 11, 26)) == ("大雪停课", date(2026, 11, 27))
    assert told(date(2027, 1, 25)) == ("winter", assumed_term(2026, 2).from_day)
    assert told(date(2027, 7, 20)) == ("summer", date(2027, 9, 1))
    assert [told(date(2026, 11, day)) for day in (24, 28, 29)] == [None] * 3


def test_nothing_is_due_in_a_break_and_all_of_it_waits() -> None:
    made = page(school(), date(2026, 10, 3))
    assert (made.count(LATE), made.count(NOW)) == (0, 0)
    waiting = [one for one in made.later if one.standing is not None and one.standing.state == "overdue"]
    assert waiting
    assert {one.day for one in waiting} == {date(2026, 10, 8)}


def test_birthdays_papers_and_their_owners() -> None:
    children = {1: pupil(1, birth="2016-11-26"), 3: pupil(3, 2, birth="2014-11-29"), 4: pupil(4, 2, birth="2014-11-30")}
    left = replace(pupil(2, birth="2016-11-25"), enrolments=(Enrolment(2, 1, date(2024, 9, 1), date(2026, 10, 1)),))
    papers = (
        Agreement(1, 1, "care", date(2025, 9, 1), date(2026, 9, 1)), Agreement(2, 1, "care", date(2026, 9, 1)),
        Agreement(3, 3, "care", date(2025, 9, 1), date(2026, 12, 24)), Agreement(4, 3, "duty", None, date(2026, 12, 25)),
        Agreement(5, 2, "care", None, date(2026, 11, 25)), Agreement(6, 4, "notice", None, date(2026, 11, 1)),
    )
    made = page(school(children=children | {2: left}, agreements=papers), NOON)
    assert [(one.child_id, one.day.day, one.owed_by) for one in made.of("birthday")] == [(1, 26, 2), (3, 29, None)]
    assert [(one.child_id, one.day) for one in made.of("paper")] == [(4, date(2026, 10, 31)), (3, date(2026, 12, 23))]


def test_the_next_day_with_something_to_do_is_named() -> None:
    thursday = date(2026, 11, 26)
    records = tuple(
        CareRecord(n, "talk", date(2026, 11, 2), follow_up=day, participants=(Participant(n, 1),))
        for n, day in enumerate((thursday, thursday, date(2026, 11, 27)), 1)
    )
    assert plan(school(), NOON, (), records, (), ()).next() == (thursday, 2)
    assert plan(school(), NOON, (), (), (), ()).next() is None
    assert plan(school(), NOON, (), (), (), ()).week == 13


def test_a_search_keeps_children_and_who_owes() -> None:
    items = listed(page(school(), NOON), View())
    assert {one.child_id for one in only(items, frozenset({3}), frozenset())} == {3}
    assert {one.owed_by for one in only(items, frozenset(), frozenset({2}))} == {2}
