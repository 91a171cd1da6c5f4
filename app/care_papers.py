"""Which records stand on the office's papers of talks, visits and calls, and their numbers (domain.md §3)."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.asking import Topic, topics
from app.batch import SUNDAY
from app.care import REACHED, CareRecord
from app.days import school_year
from app.ledger import Ledger
from app.school import Snapshot
from app.terms import code_of, split_code, term_code, term_of

TALKS, VISITS, CALLS = PAPERS = ("talks", "visits", "calls")
KINDS: Mapping[str, tuple[str, ...]] = {
    TALKS: ("talk", "counselling"), VISITS: ("home_visit",),
    CALLS: ("family_call",),
}  # fmt: skip
LETTERS = {TALKS: "TX", VISITS: "JF", CALLS: "QD"}
"""What stands in the number of a paper: 谈心, 家访, 亲情电话."""
PERIODS = THIS_TERM, LAST_TERM, THIS_MONTH, LAST_MONTH, THIS_WEEK, OTHER = (
    "term", "last_term", "month", "last_month", "week", "other",
)  # fmt: skip
LOOK_BACK = timedelta(days=90)
DONE, BLANK = "done", "blank"
"""What was done, or forms to be written in with what is known of each child."""


@dataclass(frozen=True, slots=True)
class CareAsk:
    """What `goes("print", CareAsk(...))` opens the printing page with."""

    paper: str
    """One of PAPERS."""
    scope: str
    """Key of a choice: "class:3", "staff:5", "record:12", "chosen" with `children`."""
    style: str = DONE
    kind: str = "family_call"
    """Of the register: what is written down in it."""
    children: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a day to a day, both included."""

    first: date
    last: date


def paper_for(kind: str) -> str:
    """The paper on which a kind of care is written down; every other one has a line in a register."""
    return next((paper for paper in (TALKS, VISITS) if kind in KINDS[paper]), CALLS)


def stretch(period: str, snapshot: Snapshot, today: date) -> Stretch:
    """The days of one of PERIODS; OTHER is the running term until somebody says otherwise."""
    if period == THIS_WEEK:
        monday = today - timedelta(days=today.weekday())
        return Stretch(monday, monday + SUNDAY)
    if period in (THIS_MONTH, LAST_MONTH):
        first = today.replace(day=1)
        if period == LAST_MONTH:
            first = (first - timedelta(days=1)).replace(day=1)
        after = (first + timedelta(days=31)).replace(day=1)
        return Stretch(first, after - timedelta(days=1))
    term = term_of(snapshot.terms, today)
    if period == LAST_TERM:
        year, half = split_code(term.code if term else code_of(today))
        code = term_code(year, 1) if half == 2 else term_code(year - 1, 2)
        known = next((one for one in snapshot.terms if one.code == code), None)
        # From the day after it to the one before the running: what lies in the holidays belongs to the term before.
        first = known.from_day if known else _half_year(code)
        last = (term.from_day if term else _half_year(code_of(today))) - timedelta(days=1)
        return Stretch(first, last)
    if term is None:
        return Stretch(_half_year(code_of(today)), today)
    return Stretch(term.from_day, max(term.until_day, min(today, term.until_day + timedelta(days=60))))


def _half_year(code: str) -> date:
    year, half = split_code(code)
    return date(year, 9, 1) if half == 1 else date(year + 1, 2, 1)


def records_for(
    ledger: Ledger, kinds: Collection[str], days: Stretch, children: Collection[int], staff_id: int | None = None
) -> list[CareRecord]:
    """The records of these kinds and days about these children (of that member of staff), the oldest first."""
    return sorted(
        (
            one for one in ledger.between(days.first, days.last, children)
            if one.kind in kinds and (staff_id is None or one.staff_id == staff_id)
        ),
        key=lambda one: (one.day, one.from_time, one.id),
    )  # fmt: skip


def numbers(ledger: Ledger, paper: str, records: Iterable[CareRecord]) -> dict[int, str]:
    """2026-JF-0037: the how-manieth of its kind in the school year each record is, by id."""
    found: dict[int, str] = {}
    for year in {school_year(one.day) for one in records}:
        whole = ledger.contacts(date(year, 9, 1), date(year + 1, 8, 31), KINDS[paper])
        order = sorted({(contact.day, contact.record_id) for contact in whole})
        found |= {record: f"{year}-{LETTERS[paper]}-{place:04}" for place, (_day, record) in enumerate(order, 1)}
    return found


def in_blocks(text: str, marks: Sequence[str]) -> list[str]:
    """What was written, cut where a sentence begins with one of the marks and a colon (在家：): the words before the
    first mark, then those of each mark in the order of `marks`; "" where it does not occur."""
    if not marks:
        return [text]
    found = [""] * (len(marks) + 1)
    begins = re.compile(rf"(?:^|(?<=[。；;！？\n]))\s*({'|'.join(map(re.escape, marks))})[：:]\s*")
    parts = begins.split(text)
    found[0] = parts[0].strip()
    for mark, words in zip(parts[1::2], parts[2::2], strict=True):
        place = marks.index(mark) + 1
        found[place] = f"{found[place]}{words.strip()}"
    return found


def how_many_before(records: Sequence[CareRecord], child_id: int, record: CareRecord | None, first: date) -> int:
    """The how-manieth time since `first` that this reached the child; without a record the one that comes next."""
    reached = [one for one in records if one.outcome == REACHED and one.day >= first]
    mine = [one for one in reached if any(person.child_id == child_id for person in one.participants)]
    earlier = [one for one in mine if record is None or (one.day, one.id) < (record.day, record.id)]
    return len(earlier) + 1


def to_ask(ledger: Ledger, child_id: int, day: date) -> list[Topic]:
    """What earlier talks left open, for a paper that is taken along."""
    return topics([one for one in ledger.of_child(child_id) if day - one.day <= LOOK_BACK], day)
