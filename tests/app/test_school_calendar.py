"""The school's calendar: what it shows, and that one key turns days and nothing else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.breaks import public_names
from app.changes import Change, Delete, Insert, Update
from app.edits.calendar import THIRDS, check_term, name_days, set_days, set_term_day, turned
from app.festivals import festivals, short_name
from app.school_calendar import extent, is_published, third_starts, unpublished, usual_kind, weeks_shown
from app.schooldays import OFF, WORK, SchoolDays
from app.termdays import CalendarDay, Term
from app.terms import assumed_term
from app.values import BadValue
from app.windows import THIRD, WEEK, windows

AUTUMN = assumed_term(2026, 1)
ONE = timedelta(days=1)
SPAN = [AUTUMN.from_day + ONE * step for step in range((AUTUMN.until_day - AUTUMN.from_day).days + 1)]
DAYS = st.sampled_from(SPAN)
SEVERAL = st.lists(DAYS, min_size=1, max_size=12, unique=True).map(sorted)


def carried_out(own: Sequence[CalendarDay], changes: Sequence[Change]) -> tuple[CalendarDay, ...]:
    rows = {entry.id: entry for entry in own}
    for change in changes:
        assert change.table == "calendar_day"
        if isinstance(change, Insert):
            number = max(rows, default=0) + 1
            values = change.values
            day = date.fromisoformat(str(values["day"]))
            assert day not in {entry.day for entry in rows.values()}, "a day has one entry"
            rows[number] = CalendarDay(number, day, str(values["kind"]), str(values["name"]))
        elif isinstance(change, Update):
            rows[change.id] = replace(rows[change.id], **{name: str(value) for name, value in change.values.items()})
        else:
            assert isinstance(change, Delete)
            del rows[change.id]
    return tuple(sorted(rows.values(), key=lambda entry: entry.day))


@st.composite
def calendars(draw: st.DrawFn) -> tuple[CalendarDay, ...]:
    own: tuple[CalendarDay, ...] = ()
    for _step in range(draw(st.integers(0, 4))):
        kind, name = draw(st.sampled_from([OFF, WORK, ""])), draw(st.sampled_from(["", "下雪"]))
        own = carried_out(own, set_days(own, draw(SEVERAL), kind, name))
    return own


@given(own=calendars(), days=SEVERAL, kind=st.sampled_from([OFF, WORK]))
def test_days_are_as_asked_and_all_others_stay(own: tuple[CalendarDay, ...], days: list[date], kind: str) -> None:
    after = carried_out(own, set_days(own, days, kind))
    was, now = SchoolDays(own), SchoolDays(after)
    for day in SPAN:
        assert now.is_school_day(day) == (kind == WORK if day in days else was.is_school_day(day))
    assert all(entry.kind != usual_kind(entry.day) or entry.name for entry in after), "no entry says nothing"
    assert set_days(after, days, kind) == []


@given(own=calendars(), days=SEVERAL)
def test_one_key_turns_and_turns_back(own: tuple[CalendarDay, ...], days: list[date]) -> None:
    kind = turned(own, days)
    assert (kind == WORK) != SchoolDays(own).is_school_day(days[0])
    after = carried_out(own, set_days(own, days, kind))
    assert turned(after, days) != kind
    bare = carried_out(after, set_days(after, days, ""))
    assert not [entry for entry in bare if entry.day in days]
    assert all(SchoolDays(bare).is_school_day(day) == SchoolDays().is_school_day(day) for day in days)


@given(own=calendars(), days=SEVERAL)
def test_a_name_changes_no_school_day(own: tuple[CalendarDay, ...], days: list[date]) -> None:
    named = carried_out(own, name_days(own, days, "运动会"))
    assert [SchoolDays(named).is_school_day(day) for day in SPAN] == [SchoolDays(own).is_school_day(day) for day in SPAN]
    assert {entry.name for entry in named if entry.day in days} == {"运动会"}
    bare = carried_out(named, name_days(named, days, ""))
    assert [SchoolDays(bare).is_school_day(day) for day in SPAN] == [SchoolDays(own).is_school_day(day) for day in SPAN]


@settings(max_examples=60)
@given(calendars())
def test_it_shows_what_the_windows_count(own: tuple[CalendarDay, ...]) -> None:
    calendar, weeks = SchoolDays(own), weeks_shown(AUTUMN, own)
    assert [one.day for week in weeks for one in week.days if one.inside] == SPAN
    assert [one.day for week in weeks for one in week.days if one.inside and one.is_school] == list(
        calendar.between(AUTUMN.from_day, AUTUMN.until_day))  # fmt: skip
    found = extent(AUTUMN, own)
    assert found.weeks == sum(bool(week.school_days) for week in weeks) == len(windows(WEEK, AUTUMN, calendar))
    assert found.days == sum(week.school_days for week in weeks)
    thirds = [one.day for week in weeks for one in week.days if one.third]
    assert thirds == [window.days[0] for window in windows(THIRD, AUTUMN, calendar)]


def test_public_days_carry_their_names() -> None:
    shown = {one.day: one for week in weeks_shown(AUTUMN, ()) for one in week.days}
    national, made_up = shown[date(2026, 10, 2)], shown[date(2026, 10, 10)]
    assert (national.kind, national.name, national.is_school) == (OFF, "国庆节", False)
    assert (made_up.kind, made_up.name, made_up.is_school) == (WORK, "", True)
    assert shown[date(2026, 9, 25)].festival == "中秋节"
    own = (CalendarDay(1, date(2026, 10, 2), "off", "国庆汇演"),)
    assert {one.day: one.name for week in weeks_shown(AUTUMN, own) for one in week.days}[date(2026, 10, 2)] == "国庆汇演"


@pytest.mark.parametrize(
    ("day", "name"),
    [((2026, 2, 17), "春节"), ((2026, 2, 16), "除夕"), ((2026, 6, 19), "端午节"), ((2026, 9, 25), "中秋节"),
     ((2027, 2, 6), "春节"), ((2027, 6, 9), "端午节"), ((2027, 9, 15), "中秋节"), ((2027, 2, 20), "元宵节"),
     ((2028, 1, 26), "春节"), ((2028, 5, 28), "端午节"), ((2027, 6, 1), "六一儿童节"), ((2028, 4, 4), "清明节")],
)  # fmt: skip
def test_festivals_by_the_lunar_calendar(day: tuple[int, int, int], name: str) -> None:
    assert festivals(day[0])[date(*day)] == name


def test_a_year_without_a_notice_has_the_days_of_the_law_with_their_names() -> None:
    assert is_published(2026) and not is_published(2027)
    assert unpublished([AUTUMN]) == [2027] and unpublished([replace(AUTUMN, until_day=date(2026, 12, 31))]) == []
    names = public_names(2028)
    assert names[date(2028, 1, 25)] == names[date(2028, 1, 28)] == "春节", "not 元旦, although it is in January"
    assert names[date(2028, 10, 3)] == "中秋节" and names[date(2028, 10, 2)] == "国庆节"
    assert all(names.values())
    assert [short_name(name) for name in ("六一儿童节", "春节", "中秋节")] == ["六一", "春节", "中秋"]


def test_dates_of_a_term_that_somebody_enters_are_checked() -> None:
    term = replace(AUTUMN, id=7)
    (change,) = set_term_day(term, "from_day", date(2026, 8, 31))
    assert change == Update("term", 7, {"from_day": "2026-08-31", "checked": 1})
    assert set_term_day(term, "from_day", term.from_day) == []
    (made,) = set_term_day(AUTUMN, "until_day", date(2027, 1, 22))
    assert isinstance(made, Insert) and made.values["code"] == "2026-1" and made.values["until_day"] == "2027-01-22"
    assert check_term(term, True) == [Update("term", 7, {"checked": 1})] and check_term(term, False) == []


def test_thirds_are_entered_together_and_left_to_the_weeks_together() -> None:
    term = replace(AUTUMN, id=7)
    by_weeks = third_starts(term, ())
    assert by_weeks == [date(2026, 9, 1), date(2026, 10, 19), date(2026, 12, 7)]
    (change,) = set_term_day(term, "second_from", date(2026, 10, 26))
    assert isinstance(change, Update)
    assert change.values == {"second_from": "2026-10-26", "third_from": "2026-12-07"}
    entered = replace(term, second_from=date(2026, 10, 26), third_from=date(2026, 12, 7))
    assert third_starts(entered, ()) == [date(2026, 9, 1), date(2026, 10, 26), date(2026, 12, 7)]
    (back,) = set_term_day(entered, "third_from", None)
    assert isinstance(back, Update) and back.values == dict.fromkeys(THIRDS)


@pytest.mark.parametrize(
    ("field", "day"),
    [("from_day", date(2027, 2, 1)), ("until_day", date(2026, 8, 1)), ("second_from", date(2026, 12, 30)),
     ("third_from", date(2027, 3, 1)), ("second_from", date(2026, 9, 1))],
)  # fmt: skip
def test_dates_out_of_order_are_refused(field: str, day: date) -> None:
    with pytest.raises(BadValue) as refused:
        set_term_day(replace(AUTUMN, id=7), field, day)
    assert (refused.value.field, refused.value.reason) == (field, "not_in_order")


def test_a_term_of_one_day_breaks_nothing() -> None:
    term = Term(1, "2026-1", date(2026, 9, 1), date(2026, 9, 1))
    (week,) = weeks_shown(term, ())
    assert week.school_days == 1 and extent(term, ()).days == 1
