"""The timeline's parts and terms: every record in exactly one part, the terms in order with their numbers."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.care import KINDS, CareRecord
from app.termdays import Term
from app.timeline import ALL, CALLS, FOLLOW, OTHERS, TALKS, VISITS, TermMark, counts, is_of, lines

TODAY = date(2026, 11, 24)
AUTUMN = Term(1, "2026-1", date(2026, 8, 31), date(2027, 1, 15))


def record(number: int, kind: str = "talk", day: date = TODAY, **more: date) -> CareRecord:
    return CareRecord(number, kind, day, **more)


@given(st.lists(st.sampled_from(KINDS)))
def test_every_record_is_in_one_part_and_in_all(kinds: list[str]) -> None:
    records = [record(number, kind) for number, kind in enumerate(kinds)]
    many = counts(records)
    assert many[ALL] == len(records) == many[CALLS] + many[TALKS] + many[VISITS] + many[OTHERS]
    for part, count in many.items():
        assert sum(is_of(one, part) for one in records) == count


def test_calls_are_the_voices_of_the_family_and_follow_ups_those_that_are_open() -> None:
    records = [
        record(1, "hotline"), record(2, "letter"), record(3, "counselling"), record(4, "festival_visit"),
        record(5, follow_up=TODAY), record(6, follow_up=TODAY, followed_up=TODAY),
    ]  # fmt: skip
    by_part = {part: [one.id for one in records if is_of(one, part)] for part in (CALLS, TALKS, VISITS, OTHERS, FOLLOW)}
    assert by_part == {CALLS: [1], TALKS: [3, 5, 6], VISITS: [4], OTHERS: [2], FOLLOW: [5]}


def test_terms_before_stand_under_a_mark_with_their_number() -> None:
    records = [record(5), record(4, day=date(2026, 8, 31)), record(3, day=date(2026, 5, 3)),
               record(2, day=date(2026, 3, 9)), record(1, day=date(2025, 10, 1))]  # fmt: skip
    found = lines(records, ALL, (AUTUMN,), TODAY)
    assert [one if isinstance(one, TermMark) else one.id for one in found] == [
        5, 4, TermMark("2025-2", 2), 3, 2, TermMark("2025-1", 1), 1,
    ]  # fmt: skip


def test_without_a_record_in_the_running_term_the_first_line_says_which_term_it_is() -> None:
    found = lines([record(1, day=date(2026, 5, 3))], ALL, (AUTUMN,), TODAY)
    assert found[0] == TermMark("2025-2", 1)
