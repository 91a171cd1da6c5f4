"""Measures of how the work is led: the leading group, plan and review, meetings, what was collected of activities."""

from datetime import timedelta

from app.activities import HELD
from app.attachments import RECORD
from app.care import KINDS, REACHED
from app.measures.facts import UNKNOWN, Facts, Lack, Measured, measured
from app.staffing import GROUP_ROLES, keeper_of_home, leading_group

CLOSED = ("done", "dropped")
AT_THE_END = timedelta(days=30)
"""From so long before the end of a term its review can be written."""


def group(facts: Facts, _arg: str) -> Measured:
    """The leading group: a head and at least one more, each with a duty."""
    members = leading_group(facts.snapshot.staff, facts.day)
    lacks = []
    if not any(one.group_role == GROUP_ROLES[0] for one in members):
        lacks.append(Lack("words", key="no_head"))
    if not any(one.group_role != GROUP_ROLES[0] for one in members):
        lacks.append(Lack("words", key="no_members"))
    return measured(2, lacks)


def keeper(facts: Facts, _arg: str) -> Measured:
    """Somebody is in charge of the home (REQ 10.16)."""
    there = keeper_of_home(facts.snapshot.rooms, facts.snapshot.staff, facts.day) is not None
    return measured(1, [] if there else [Lack("words", key="no_keeper")])


def plan(facts: Facts, span: str) -> Measured:
    """There is a work plan of the term or year."""
    there = any(one.written for one in facts.plans if one.span == (span or "term"))
    return measured(1, [] if there else [Lack("words", key="no_plan")])


def reviewed(facts: Facts, span: str) -> Measured:
    """The plan was looked back on."""
    if any(one.reviewed for one in facts.plans if one.span == (span or "term")):
        return measured(1, [])
    early = facts.today < facts.term.until_day - AT_THE_END
    return Measured(0, 1, (Lack("words", key="no_review"),), facts.term.until_day if early else None)


def stages(facts: Facts, _arg: str) -> Measured:
    """Stages of the plans whose day has come: done, or dropped with a word."""
    if not any(one.stages for one in facts.plans):
        return UNKNOWN
    due = [one for each in facts.plans for one in each.stages
           if one.state in CLOSED or (one.until_day is not None and one.until_day <= facts.today)]  # fmt: skip
    return measured(len(due), [Lack("stage", one.id, one.until_day, one.what) for one in due
                               if one.state not in CLOSED])  # fmt: skip


def count(facts: Facts, arg: str) -> Measured:
    """"work_meeting 2": records of that kind in the term that reached somebody, of so many asked."""
    kind, _, number = arg.partition(" ")
    if kind not in KINDS or not number.isdigit():
        return UNKNOWN
    ledger, needed = facts.store.ledger, int(number)
    contacts = ledger.contacts(facts.term.from_day, min(facts.term.until_day, facts.today), (kind,))
    done = min(needed, len({one.record_id for one in contacts if one.reached}))
    lacks = [Lack("school", key=kind, times=needed - done)] if done < needed else []
    planned = facts.planned([kind])
    ahead = planned[needed - done - 1].record.day if lacks and len(planned) >= needed - done else None
    return Measured(done, needed, tuple(lacks), ahead)


def figure(facts: Facts, key: str) -> Measured:
    """A figure of the term that is out of something: those that lack are its other names."""
    found = facts.figures.get(key)
    if found is None or found.of is None or not found.each:
        return UNKNOWN
    lacks = [Lack("child", one.id) if one.kind == "child" else Lack("words", key=one.name or one.detail, day=one.day)
             for one in found.missing()]  # fmt: skip
    return Measured(found.value, found.of, tuple(lacks))


def pictures(facts: Facts, _arg: str) -> Measured:
    """Activities of which a picture or paper was kept (REQ 10.24)."""
    held = [one.record for one in facts.held
            if one.state == HELD and one.record.outcome == REACHED and one.record.day <= facts.today]  # fmt: skip
    having = facts.store.attachments.counts(RECORD, [one.id for one in held])
    return measured(len(held), [Lack("activity", one.id, one.day, one.kind) for one in held if one.id not in having])
