"""Terms: codes, titles, assumed dates, and the day an import holds from."""

from datetime import date

import pytest

from app.terms import (
    BadTerm,
    assumed_term,
    code_of,
    current_or_next_code,
    day_in_term,
    guess_term,
    import_day,
    lantern_festival,
    split_code,
    term_of,
    term_title,
)

AUTUMN = assumed_term(2026, 1)
SPRING = assumed_term(2026, 2)


def test_titles() -> None:
    assert term_title("2026-1") == "2026—2027学年第一学期"
    assert term_title("2026-2") == "2026—2027学年第二学期"


@pytest.mark.parametrize("code", ["2026", "2026-3", "26-1", "abcd-1", ""])
def test_what_is_no_term_is_refused(code: str) -> None:
    with pytest.raises(BadTerm):
        split_code(code)
    assert guess_term(code) is None


def test_assumed_dates() -> None:
    assert guess_term("2026-1") == AUTUMN
    assert (AUTUMN.from_day, AUTUMN.until_day, AUTUMN.checked) == (date(2026, 9, 1), date(2027, 1, 15), False)
    assert lantern_festival(2027) == date(2027, 2, 20)
    assert lantern_festival(2026) == date(2026, 3, 3)
    assert (SPRING.from_day, SPRING.until_day) == (date(2027, 2, 22), date(2027, 7, 2))


def test_a_lantern_festival_on_a_monday_opens_school_a_week_later() -> None:
    assert lantern_festival(2028) == date(2028, 2, 9)
    assert assumed_term(2027, 2).from_day == date(2028, 2, 14)
    assert lantern_festival(2024).weekday() == 5
    assert lantern_festival(2033) == date(2033, 2, 14)
    assert assumed_term(2032, 2).from_day == date(2033, 2, 21)


@pytest.mark.parametrize(("day", "code"), [(date(2026, 9, 1), "2026-1"), (date(2027, 1, 31), "2026-1"),
                                           (date(2027, 2, 1), "2026-2"), (date(2027, 7, 14), "2026-2"),
                                           (date(2026, 8, 24), "2026-1")])
def test_the_term_of_a_day(day: date, code: str) -> None:
    assert code_of(day) == code


def test_after_the_last_friday_of_january_the_next_term_is_set_up() -> None:
    assert current_or_next_code(date(2027, 1, 15)) == "2026-1"
    assert current_or_next_code(date(2027, 1, 16)) == "2026-2"


def test_the_running_term_else_the_next_else_the_last() -> None:
    terms = [SPRING, AUTUMN]
    assert term_of(terms, date(2026, 11, 24)) == AUTUMN
    assert term_of(terms, date(2027, 2, 1)) == SPRING
    assert term_of(terms, date(2027, 7, 14)) == SPRING
    assert term_of([], date(2028, 2, 1)) is None


def test_a_term_nobody_entered_is_assumed_once_its_time_has_come() -> None:
    assumed = term_of([AUTUMN, SPRING], date(2027, 9, 9))
    assert assumed == assumed_term(2027, 1) and not assumed.checked
    earlier = term_of([SPRING], date(2026, 11, 24))
    assert earlier == SPRING


@pytest.mark.parametrize(("day", "holds_from"), [(date(2026, 11, 24), date(2026, 9, 1)),
                                                 (date(2026, 8, 24), date(2026, 9, 1)),
                                                 (date(2026, 7, 2), date(2026, 7, 2)),
                                                 (date(2026, 7, 3), date(2026, 9, 1)),
                                                 (date(2027, 7, 10), date(2027, 7, 10)),
                                                 (date(2027, 9, 9), date(2027, 9, 1))])
def test_a_list_holds_from_the_first_day_of_the_term(day: date, holds_from: date) -> None:
    assert import_day([AUTUMN, SPRING], day) == holds_from


def test_a_past_term_is_looked_at_as_at_its_end() -> None:
    assert day_in_term(AUTUMN, date(2027, 5, 1)) == date(2027, 1, 15)
    assert day_in_term(AUTUMN, date(2026, 8, 1)) == date(2026, 9, 1)
    assert day_in_term(AUTUMN, date(2026, 11, 24)) == date(2026, 11, 24)
