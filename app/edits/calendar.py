"""Enter the school's own calendar: days off, days made up, snow days, and the terms with their thirds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from app.changes import Change, Delete, Insert, New, Update, Value
from app.school_calendar import third_starts, usual_kind
from app.schooldays import OFF, WORK
from app.termdays import CalendarDay, Term
from app.values import BadValue, choice, iso

USUAL = ""
"""As the public calendar says."""
THIRDS = ("second_from", "third_from")
TERM_DAYS = ("from_day", "second_from", "third_from", "until_day")
"""In the order in which they must lie."""
TERM = "term"
"""Token of a term that is entered."""


def set_days(own: Iterable[CalendarDay], days: Iterable[date], kind: str, name: str = "") -> list[Change]:
    """There is no school on these days (OFF), there is (WORK), or they are as the public calendar says (USUAL). An
    entry is only kept where it says more than that calendar. Raises BadValue."""
    choice("kind", kind, (OFF, WORK, USUAL))
    known = {entry.day: entry for entry in own}
    changes: list[Change] = []
    for day in days:
        entry, says_more = known.get(day), kind != USUAL and (kind != usual_kind(day) or bool(name.strip()))
        if not says_more:
            changes += [] if entry is None else [Delete("calendar_day", entry.id)]
        elif entry is None:
            changes.append(Insert("calendar_day", {"day": iso(day), "kind": kind, "name": name.strip()}))
        elif (entry.kind, entry.name) != (kind, name.strip()):
            changes.append(Update("calendar_day", entry.id, {"kind": kind, "name": name.strip()}))
    return changes


def turned(own: Sequence[CalendarDay], days: Sequence[date]) -> str:
    """What one key makes of these days: whatever the first of them is not."""
    known = {entry.day: entry.kind for entry in own}
    return WORK if known.get(days[0], usual_kind(days[0])) == OFF else OFF


def name_days(own: Iterable[CalendarDay], days: Iterable[date], name: str) -> list[Change]:
    """What these days are called; they stay off or on."""
    entries = list(own)
    known = {entry.day: entry.kind for entry in entries}
    changes: list[Change] = []
    for day in days:
        changes += set_days(entries, [day], known.get(day, usual_kind(day)), name)
    return changes


def set_term_day(term: Term, field: str, day: date | None, own: Iterable[CalendarDay] = ()) -> list[Change]:
    """First or last day, or where 期中 and 期末 begin; the latter two are entered or left to the weeks (None) together.
    Dates that somebody entered are checked; a term the program assumed (id 0) is entered with it. Raises BadValue."""
    choice("field", field, TERM_DAYS)
    if getattr(term, field) == day:
        return []
    if day is None and field not in THIRDS:
        raise BadValue(field, "empty")
    if day is not None and field not in THIRDS:
        first, last = (day, term.until_day) if field == "from_day" else (term.from_day, day)
        wanted = replace(term, from_day=first, until_day=last, checked=True)
    elif day is None:
        wanted = replace(term, second_from=None, third_from=None)
    else:
        _first, second, third = (*third_starts(term, own), None, None, None)[:3]
        starts = {"second_from": term.second_from or second, "third_from": term.third_from or third, field: day}
        wanted = replace(term, second_from=starts["second_from"], third_from=starts["third_from"])
    entered = [each for each in (getattr(wanted, one) for one in TERM_DAYS) if each is not None]
    if entered != sorted(set(entered)):
        raise BadValue(field, "not_in_order")
    return _written(term, wanted)


def row_of_term(term: Term) -> tuple[list[Change], int | New]:
    """What a row hangs on that belongs to the term, and the change that enters one that was only assumed."""
    return ([], term.id) if term.id else (_written(term, term), New(TERM))


def check_term(term: Term, checked: bool) -> list[Change]:
    """The office has held the dates against the county's calendar, or not yet."""
    return _written(term, replace(term, checked=checked))


def _written(term: Term, wanted: Term) -> list[Change]:
    differs = [one for one in (*TERM_DAYS, "checked") if term.id == 0 or getattr(wanted, one) != getattr(term, one)]
    row = {one: _cell(getattr(wanted, one)) for one in differs}
    if term.id == 0:
        return [Insert("term", {"code": term.code, **row}, TERM)]
    return [Update("term", term.id, row)] if row else []


def _cell(value: date | bool | None) -> Value:
    return int(value) if isinstance(value, bool) else iso(value)
