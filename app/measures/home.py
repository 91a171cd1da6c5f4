"""Measures of the home: rooms, their opening, safety, the asset ledger, the standard equipment."""

from datetime import date

from app.equipment import THERE
from app.measures.facts import UNKNOWN, Facts, Lack, Measured, measured
from app.rooms import KINDS, OTHER, gaps, rooms_on
from app.shelf import BELOW, DIFFERS

STANDARD = tuple(kind for kind in KINDS if kind != OTHER)
"""The home and its five rooms (REQ 10.17)."""


def standard_rooms(facts: Facts, _arg: str) -> Measured:
    """The home and its five rooms that lack nothing."""
    there = rooms_on(facts.snapshot.rooms, facts.day)
    lacks = []
    for kind in STANDARD:
        of_kind = sorted((one for one in there if one.kind == kind), key=lambda one: len(gaps(one)))
        if not of_kind:
            lacks.append(Lack("room", key=kind))
        elif found := gaps(of_kind[0]):
            lacks.append(Lack("room", of_kind[0].id, key=" ".join(found)))
    return measured(len(STANDARD), lacks)


def posted_rules(facts: Facts, _arg: str) -> Measured:
    """Rooms with their rules on the wall."""
    there = rooms_on(facts.snapshot.rooms, facts.day)
    if not there:
        return UNKNOWN
    lacks = [
        Lack("room", one.id, key="rules_unknown" if one.rules_posted is None else "no_rules")
        for one in there if not one.rules_posted
    ]  # fmt: skip
    return measured(len(there), lacks)


def opened(facts: Facts, _arg: str) -> Measured:
    """Openings that the hours asked for and that are written: open, or why not."""
    log = facts.log
    if not any(one.dues for one in log.rooms):
        return UNKNOWN
    return measured(log.owed, [Lack("opening", one.room.id, one.day, one.hours.from_time) for one in log.missing])


def mended(facts: Facts, _arg: str) -> Measured:
    """What safety rounds found and was open in the term: mended by the day."""
    checks = facts.store.home.checks(date.min, facts.day)
    if not any(one.day >= facts.term.from_day for one in checks):
        return UNKNOWN
    here = {one.id for one in rooms_on(facts.snapshot.rooms, facts.day)}
    found = [
        (check, one) for check in checks if check.room_id in here for one in check.findings
        if one.mended_on is None or one.mended_on >= facts.term.from_day
    ]  # fmt: skip
    lacks = [
        Lack("finding", check.room_id, check.day, one.what) for check, one in found
        if one.mended_on is None or one.mended_on > facts.today
    ]  # fmt: skip
    return measured(len(found), lacks)


def ledger(facts: Facts, _arg: str) -> Measured:
    """Things of the ledger that are as the books say (账实相符): none below zero or counted otherwise, the same that
    the page of the ledger counts. What is lent stands in the books, so a late loan is no difference."""
    if not facts.lines:
        return UNKNOWN
    wrong = [Lack("thing", one.id, key=one.state) for one in facts.lines if one.state in (BELOW, DIFFERS)]
    return measured(len(facts.lines), wrong)


def equipment(facts: Facts, _arg: str) -> Measured:
    """Things of the standard list of which there are enough (REQ 10.18)."""
    lacks = [Lack("need", key=one.item.key, times=one.lacking) for one in facts.needs if one.state != THERE]
    return measured(len(facts.needs), lacks)
