"""Measures of safety: inspections that were held, and whether what was found anywhere is closed (REQ 8.1, 8.2)."""

from app.measures.facts import UNKNOWN, Facts, Lack, Measured, measured
from app.measures.home import mended
from app.problems import of_term


def rounds(facts: Facts, kind: str) -> Measured:
    """One inspection of that kind in the term."""
    last = min(facts.term.until_day, facts.today)
    there = any(one.kind == kind for one in facts.store.inspection.rounds(facts.term.from_day, last))
    return measured(1, [] if there else [Lack("round", key=kind)])


def problems(facts: Facts, _arg: str) -> Measured:
    """Problems found in the term or left from before: closed by the day."""
    last = min(facts.term.until_day, facts.today)
    found, waiting = of_term(facts.store.problems.known(facts.term.from_day, last), facts.term.from_day, last)
    if not found and not waiting and not facts.store.inspection.rounds(facts.term.from_day, last):
        return UNKNOWN
    lacks = [Lack("problem", one.id, one.found_on, one.what) for one in waiting]
    return measured(len({one.id for one in (*found, *waiting)}), lacks)


def hazards(facts: Facts, _arg: str) -> Measured:
    """All that was found unsafe, by a check of a room or anywhere else: put right by the day (REQ 8.2)."""
    parts = [one for one in (mended(facts, ""), problems(facts, "")) if one.known]
    if not parts:
        return UNKNOWN
    lacks = tuple(lack for one in parts for lack in one.lacks)
    return Measured(sum(one.done for one in parts), sum(one.owed for one in parts), lacks)
