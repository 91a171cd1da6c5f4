"""Measures of what children are owed: rules, pairs, what is known of them, plans and signed papers."""

from datetime import date

from app.activities import KINDS
from app.agreement_register import asked
from app.care_rules import CHILD, CLASS
from app.known import missing
from app.measures.facts import UNKNOWN, Facts, Lack, Measured, measured
from app.mentoring import without_mentor
from app.periods import holds

WHOM = {CHILD: "child", CLASS: "class"}


def rule(facts: Facts, key: str) -> Measured:
    """What that care rule asked for in the term and what was done of it."""
    if key not in facts.duties.rules:
        return UNKNOWN
    done = owed = 0
    lacks: list[Lack] = []
    for one in facts.entries(key):
        needed = one.owed.rule.needed
        here = min(needed, facts.duties.counted(one.owed.rule.kinds, one.subject, one.owed.window)[0])
        done, owed = done + here, owed + needed
        if here < needed:
            kind, number = one.subject
            lacks.append(Lack(WHOM.get(kind, "school"), number, one.owed.deadline, key, needed - here))
    return Measured(done, owed, tuple(lacks), _ahead(facts, key, lacks))


def _ahead(facts: Facts, key: str, lacks: list[Lack]) -> date | None:
    """The day by which all that lacks will have been held, if that is planned; only what a school or class owes."""
    kinds = [kind for kind in facts.duties.rules[key][-1].kinds if kind in KINDS]
    if not lacks or not kinds or any(one.what == "child" for one in lacks):
        return None
    planned = facts.planned(kinds)
    if lacks[0].what == "class":
        days = {one.record.class_id: one.record.day for one in planned}
        return max(days[one.id] for one in lacks) if all(one.id in days for one in lacks) else None
    wanted = sum(one.times for one in lacks)
    return planned[wanted - 1].record.day if len(planned) >= wanted else None


def pairs(facts: Facts, _arg: str) -> Measured:
    """Left-behind pupils with a mentor."""
    lacks = [Lack("child", child.id) for child in without_mentor(facts.snapshot, facts.day)]
    return measured(len(facts.left_behind), lacks)


def known(facts: Facts, _arg: str) -> Measured:
    """Left-behind pupils of whom all five are known (五个清楚)."""
    lacks = [
        Lack("child", child.id, key=" ".join(keys))
        for child in facts.left_behind if (keys := missing(child, facts.day))
    ]  # fmt: skip
    return measured(len(facts.left_behind), lacks)


def plans(facts: Facts, _arg: str) -> Measured:
    """Left-behind pupils with a help plan in force (REQ 10.22)."""
    pairs_now = {one.id: one.child_id for one in facts.snapshot.pairings if holds(one, facts.day)}
    having = {
        pairs_now[one.pairing_id] for one in facts.snapshot.plans
        if one.pairing_id in pairs_now and holds(one, facts.day)
    }  # fmt: skip
    lacks = [Lack("child", child.id) for child in facts.left_behind if child.id not in having]
    return measured(len(facts.left_behind), lacks)


def agreements(facts: Facts, kind: str) -> Measured:
    """Signed papers that hold, of those that are asked for (`app.agreement_register`)."""
    wanted = [child.id for child in asked(kind, facts.left_behind, facts.snapshot, facts.day)]
    having = {one.child_id for one in facts.snapshot.agreements if one.kind == kind and holds(one, facts.day)}
    return measured(len(wanted), [Lack("child", one) for one in wanted if one not in having])
