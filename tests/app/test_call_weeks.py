"""One mark per week: what was answered beats what was not, and two unanswered weeks are a run."""

from datetime import date, timedelta

from app.call_weeks import HOLIDAY, MISSED, NONE, RUN, VIDEO, VOICE, blank_weeks, mondays_before, week_marks
from app.care import NOT_REACHED, REACHED, CareRecord, Participant
from app.schooldays import SchoolDays
from app.termdays import CalendarDay

MONDAY = date(2026, 11, 23)
WEEKS = mondays_before(MONDAY, 4)
OCTOBER = [date(2026, 9, 21), date(2026, 9, 28), date(2026, 10, 5), date(2026, 10, 12)]


def call(day: date, medium: str = "电话", outcome: str = REACHED, *children: int) -> CareRecord:
    people = tuple(Participant(number, child) for number, child in enumerate(children or (1,), 1))
    return CareRecord(1, "family_call", day, medium=medium, outcome=outcome, participants=people)


def marks(*records: CareRecord, weeks: list[date] = WEEKS) -> tuple[str, ...]:
    return week_marks(records, weeks, SchoolDays()).get(1, ())


def missed(week: int, day: int = 0, weeks: list[date] = WEEKS) -> CareRecord:
    return call(weeks[week] + timedelta(days=day), "", NOT_REACHED)


def test_the_weeks_before_are_counted_from_the_monday_and_by_monday_to_sunday() -> None:
    assert [week.isoformat()[5:] for week in WEEKS] == ["10-26", "11-02", "11-09", "11-16"]
    assert marks(call(date(2026, 11, 1), "视频"), call(date(2026, 11, 22))) == (VIDEO, NONE, NONE, VOICE)
    assert marks(call(MONDAY)) == ()


def test_a_call_that_was_answered_beats_the_tries_before_it() -> None:
    tried = (missed(0), call(WEEKS[0] + timedelta(days=6)), call(WEEKS[1], "视频"), missed(1, 1), call(WEEKS[1]))
    assert marks(*tried) == (VOICE, VIDEO, NONE, NONE)


def test_two_unanswered_weeks_up_to_the_last_try_are_a_run() -> None:
    assert marks(missed(0), missed(2), missed(3)) == (MISSED, NONE, RUN, RUN)
    assert marks(missed(1), missed(2)) == (NONE, RUN, RUN, NONE)
    assert marks(missed(0), missed(1), call(WEEKS[2])) == (MISSED, MISSED, VOICE, NONE)
    assert marks(missed(3)) == (NONE, NONE, NONE, MISSED)


def test_a_week_without_school_is_no_gap_and_breaks_no_run() -> None:
    snow = SchoolDays(CalendarDay(day, OCTOBER[2] + timedelta(days=day), "off") for day in range(7))
    assert blank_weeks(OCTOBER, snow) == (NONE, NONE, HOLIDAY, NONE)
    tried = [missed(1, weeks=OCTOBER), missed(3, weeks=OCTOBER)]
    assert week_marks(tried, OCTOBER, snow)[1] == (NONE, RUN, HOLIDAY, RUN)


def test_every_child_of_a_call_has_its_mark() -> None:
    found = week_marks([call(WEEKS[3], "视频", REACHED, 1, 2)], WEEKS, SchoolDays())
    assert found == {1: (NONE, NONE, NONE, VIDEO), 2: (NONE, NONE, NONE, VIDEO)}
