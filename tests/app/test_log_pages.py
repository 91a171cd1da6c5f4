"""The log is read in pages from the newest down: nothing twice, nothing left out, and day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.care import CareRecord
from app.log_pages import LogPages, Place, by_day

FIRST = date(2026, 9, 1)
ledgers = st.lists(st.integers(0, 12), max_size=40)


def newest_first(days: list[int]) -> list[CareRecord]:
    found = [CareRecord(number, "talk", FIRST + timedelta(days=day)) for number, day in enumerate(days, 1)]
    return sorted(found, key=lambda one: (one.day, one.id), reverse=True)


class Disk:
    """A ledger in memory that counts what is read."""

    def __init__(self, records: list[CareRecord]) -> None:
        self.records, self.read = records, 0

    def __call__(self, below: Place | None, limit: int) -> list[CareRecord]:
        found = [one for one in self.records if below is None or (one.day, one.id) < below][:limit]
        self.read += len(found)
        return found


@given(ledgers, st.integers(1, 9))
def test_all_of_it_comes_once_and_in_order(days: list[int], size: int) -> None:
    records = newest_first(days)
    disk = Disk(records)
    pages = LogPages(disk, size)
    while pages.older():
        pass
    assert list(pages.records.values()) == records
    assert pages.at_end and pages.days() == by_day(records)
    assert disk.read == len(records)


@given(ledgers, st.integers(1, 9))
def test_no_more_is_read_than_whole_days_ask_for(days: list[int], size: int) -> None:
    disk = Disk(newest_first(days))
    pages = LogPages(disk, size)
    assert list(pages.records.values()) == disk.records[: len(pages.records)]
    longest = max((len(found) for _day, found in by_day(disk.records)), default=0)
    assert disk.read < 2 * size + longest + size


@given(ledgers, st.integers(1, 9), st.integers(0, 3))
def test_a_day_is_shown_whole_or_not_yet(days: list[int], size: int, scrolled: int) -> None:
    records = newest_first(days)
    pages = LogPages(Disk(records), size)
    for _page in range(scrolled):
        before = len(pages.days())
        assert pages.older() == (len(pages.days()) > before) or pages.at_end
    whole = by_day(records)
    assert pages.days() == whole[: len(pages.days())]
    assert bool(pages.days()) == bool(records)


@given(ledgers, st.integers(1, 9), st.integers(0, 3), st.integers(0, 12))
def test_after_a_save_as_much_is_there_and_the_new_one(days: list[int], size: int, scrolled: int, day: int) -> None:
    disk = Disk(newest_first(days))
    pages = LogPages(disk, size)
    for _page in range(scrolled):
        pages.older()
    before = set(pages.records)
    disk.records = newest_first([*days, day])
    pages.again()
    assert before <= set(pages.records)
    assert list(pages.records.values()) == disk.records[: len(pages.records)]
    while pages.older():
        pass
    assert pages.days() == by_day(disk.records)


@given(ledgers)
def test_days_follow_each_other_downwards(days: list[int]) -> None:
    records = newest_first(days)
    grouped = by_day(records)
    assert [one for _day, found in grouped for one in found] == records
    listed = [day for day, _found in grouped]
    assert listed == sorted(set(listed), reverse=True)
    assert all(one.day == day for day, found in grouped for one in found)
