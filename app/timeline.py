"""A child's timeline: everything of the ledger of care, newest first, in the parts one looks through it by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.care import CareRecord, Participant
from app.honours import AWARD_RECORD, Award
from app.termdays import Term
from app.terms import code_of

ALL, CALLS, TALKS, VISITS, OTHERS, FOLLOW = PARTS = ("all", "calls", "talks", "visits", "others", "follow")
_PART_OF = {
    "family_call": CALLS, "parent_contact": CALLS, "carer_contact": CALLS, "hotline": CALLS,
    "talk": TALKS, "counselling": TALKS, "home_visit": VISITS, "festival_visit": VISITS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TermMark:
    """Where a term begins in the list: its code and how many of the records below belong to it."""

    code: str
    count: int


Line = CareRecord | TermMark


def with_awards(records: Sequence[CareRecord], awards: Iterable[Award]) -> list[CareRecord]:
    """The child's records and, by day among them, its awards that are in no record of the ledger (a contest's prize):
    such a line has the number of the award below zero."""
    alone = [
        CareRecord(-one.id, AWARD_RECORD, one.day, summary=one.reason,
                   participants=(Participant(0, one.child_id or 0, one.name),))
        for one in awards if one.record_id is None
    ]  # fmt: skip
    if not alone:
        return list(records)
    return sorted([*records, *alone], key=lambda one: one.day, reverse=True)


def is_of(record: CareRecord, part: str) -> bool:
    """Whether a record belongs to one of PARTS; FOLLOW are those that are still to be come back to."""
    if part == FOLLOW:
        return record.follow_up is not None and record.followed_up is None
    return part == ALL or _PART_OF.get(record.kind, OTHERS) == part


def counts(records: Iterable[CareRecord]) -> dict[str, int]:
    """How many there are in each part."""
    found = dict.fromkeys(PARTS, 0)
    for record in records:
        found[ALL] += 1
        found[_PART_OF.get(record.kind, OTHERS)] += 1
        found[FOLLOW] += is_of(record, FOLLOW)
    return found


def lines(records: Sequence[CareRecord], part: str, terms: Iterable[Term], today: date) -> list[Line]:
    """The records of a part, newest first; each term but the running one under a mark of its own."""
    known = {term.code: term for term in terms}
    now, shown = code_of(today), [record for record in records if is_of(record, part)]
    found: list[Line] = []
    place = 0
    while place < len(shown):
        code = term_code_of(shown[place].day, known)
        end = place
        while end < len(shown) and term_code_of(shown[end].day, known) == code:
            end += 1
        if code != now or place:
            found.append(TermMark(code, end - place))
        found += shown[place:end]
        place = end
    return found


def term_code_of(day: date, known: dict[str, Term]) -> str:
    """The term a day belongs to: that of the half year, unless the school's own dates say that the one before still
    runs or the next has begun."""
    for code, term in known.items():
        if term.from_day <= day <= term.until_day:
            return code
    return code_of(day)
