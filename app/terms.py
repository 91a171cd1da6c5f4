"""School terms: their codes and titles, the dates assumed until the office enters the county's, and their weeks."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from app import late
from app.days import school_year
from app.school import Snapshot
from app.schooldays import new_year_by_moon
from app.termdays import Term

AHEAD = timedelta(days=60)
"""How soon a set-up term must begin for an import to hold from its first day (rules.md)."""
FRIDAY = 4


class BadTerm(ValueError):
    """The text is no term code; `code` is what was given."""

    def __init__(self, code: str) -> None:
        super().__init__(f"not a term: {code}")
        self.code = code


def term_code(year: int, half: int) -> str:
    """2026-1 for the first term of the school year that begins in 2026. `half` is 1 or 2."""
    return f"{year}-{half}"


def split_code(code: str) -> tuple[int, int]:
    """(2026, 1) of 2026-1. Raises BadTerm."""
    year, _, half = code.partition("-")
    if not (len(year) == 4 and year.isascii() and year.isdigit() and int(year) >= 1990 and half in ("1", "2")):
        raise BadTerm(code)
    return int(year), int(half)


def term_title(code: str) -> str:
    """2026—2027学年第一学期 for 2026-1. Raises BadTerm."""
    year, half = split_code(code)
    return f"{year}—{year + 1}学年第{'一' if half == 1 else '二'}学期"


def guess_term(code: str) -> Term | None:
    """`assumed_term` of a code that somebody typed; None if it is no code."""
    try:
        return assumed_term(*split_code(code))
    except BadTerm:
        return None


@cache
def assumed_term(year: int, half: int) -> Term:
    """The term with the dates assumed and marked 未核对: autumn 1 September to the third Friday of January, spring
    the Monday after the Lantern Festival to the first Friday of July (rules.md)."""
    code = term_code(year, half)
    if half == 1:
        return Term(0, code, date(year, 9, 1), _friday(year + 1, 1, 3))
    lantern = lantern_festival(year + 1)
    return Term(0, code, lantern + timedelta(days=7 - lantern.weekday()), _friday(year + 1, 7, 1))


def lantern_festival(year: int) -> date:
    """元宵节, the 15th day of the first lunar month, in a year of the common calendar."""
    if (first := new_year_by_moon(year)) is not None:
        return first + timedelta(days=14)
    solar = late.load("lunar_python").Lunar.fromYmd(year, 1, 15).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def code_of(day: date) -> str:
    """The term whose half of the school year that day lies in: September to January first, February to August second.

    From 15 July on the office works for the next school year, so late summer belongs to its first term.
    """
    if (day.month, day.day) >= (7, 15):
        return term_code(day.year, 1)
    return term_code(school_year(day), 1 if day.month == 1 else 2)


def current_or_next_code(day: date) -> str:
    """The term a school that starts with the program on that day is set up for."""
    year, half = split_code(code_of(day))
    return term_code(year, 2 if half == 1 and day > assumed_term(year, 1).until_day else half)


def with_assumed(terms: Iterable[Term], day: date) -> list[Term]:
    """The school's terms in order and, once that day lies in a later term than any of them, that term as the program
    assumes it (id 0, 未核对): a new school year begins although nobody entered it (rules.md, What is due)."""
    ordered = sorted(terms, key=lambda term: term.from_day)
    code = code_of(day)
    if ordered and split_code(code) > max(split_code(term.code) for term in ordered):
        ordered.append(assumed_term(*split_code(code)))
    return ordered


def term_of(terms: Iterable[Term], day: date) -> Term | None:
    """The running term of that day; in the holidays the one that begins next, else the one that ended last."""
    ordered = with_assumed(terms, day)
    for term in ordered:
        if day <= term.until_day:
            return term
    return ordered[-1] if ordered else None


def term_on(snapshot: Snapshot, day: date) -> Term | None:
    """`term_of` for the school's own terms."""
    return term_of(snapshot.terms, day)


def day_in_term(term: Term, day: date) -> date:
    """That day if it lies in the term, else the term's nearest day: rosters of a past term look as at its end."""
    return min(max(day, term.from_day), term.until_day)


def import_day(terms: Iterable[Term], day: date) -> date:
    """The day a list read today holds from: the first day of the running term, or of a set-up term that begins within
    60 days; without either, today."""
    known = with_assumed(terms, day)
    for term in known:
        if term.from_day <= day <= term.until_day:
            return term.from_day
    soon = [term.from_day for term in known if day < term.from_day <= day + AHEAD]
    return soon[0] if soon else day


def _friday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(FRIDAY - first.weekday()) % 7 + 7 * (nth - 1))


def term_around(snapshot: Snapshot, day: date) -> Term | None:
    """The term whose weeks hold that day; None in the holidays."""
    for term in with_assumed(snapshot.terms, day):
        monday = term.from_day - timedelta(days=term.from_day.weekday())
        sunday = term.until_day + timedelta(days=6 - term.until_day.weekday())
        if monday <= day <= sunday:
            return term
    return None


def year_terms(snapshot: Snapshot, term: Term) -> list[Term]:
    """Both terms of that term's school year, assumed where the school has not entered one."""
    year, _half = split_code(term.code)
    known = {split_code(one.code): one for one in (*snapshot.terms, term)}
    return [known.get((year, half)) or assumed_term(year, half) for half in (1, 2)]
