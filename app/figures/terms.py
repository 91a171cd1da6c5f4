"""The terms that figures exist for, and which one a term is held against."""

from datetime import date

from app.school import Snapshot
from app.termdays import Term
from app.terms import assumed_term, split_code, with_assumed


def terms_known(snapshot: Snapshot, today: date) -> list[Term]:
    """The terms that have begun and of which the school has records, the newest first."""
    started = snapshot.school.started_on or date.min
    return [one for one in reversed(with_assumed(snapshot.terms, today))
            if one.from_day <= today and one.until_day >= started]  # fmt: skip


def term_before(snapshot: Snapshot, term: Term) -> Term | None:
    """The term before that one; None where the school's records begin later."""
    before = _before(snapshot, term)
    started = snapshot.school.started_on
    return before if started is not None and before.until_day >= started else None


def base_day(snapshot: Snapshot, term: Term) -> date:
    """The day against which comings and goings of a term are counted: the last of the term before, or this one's first
    where the records begin in it (its pupils were read from a list of that day, and came from nowhere)."""
    before = term_before(snapshot, term)
    return term.from_day if before is None else before.until_day


def _before(snapshot: Snapshot, term: Term) -> Term:
    year, half = split_code(term.code)
    code = (year, 1) if half == 2 else (year - 1, 2)
    return next((one for one in snapshot.terms if split_code(one.code) == code), None) or assumed_term(*code)
