"""Which papers are to be signed for each left-behind child, which hold on a day, and which are missing (REQ 2.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.agreements import CARE, CONSENT, DUTY, KINDS, Agreement
from app.cards import in_class_order
from app.children import Child
from app.enrolment import pupils_on
from app.pairing import mentors_on
from app.periods import latest
from app.photos import NO
from app.school import Snapshot
from app.status import BOTH, NONE, register_status


@dataclass(frozen=True, slots=True)
class Signed:
    """One child of the register: what holds by kind, the kinds that are asked for and do not hold."""

    child: Child
    papers: Mapping[str, Agreement]
    missing: tuple[str, ...]
    asked: frozenset[str]
    """Kinds that are asked for; a paper may be signed that nobody asks for."""
    ended: Mapping[str, Agreement]
    """Of the missing ones, those that held once."""


def asked(kind: str, children: Iterable[Child], snapshot: Snapshot, day: date) -> list[Child]:
    """Who of these left-behind children is asked for such a paper: a care agreement for whom both parents are away, a
    responsibility paper for whom has a mentor, a consent for whose family did not say no, a notice for all."""
    if kind == CARE:
        return [one for one in children if register_status(one, day).status == BOTH]
    if kind == DUTY:
        mentors = mentors_on(snapshot.pairings, day)
        return [one for one in children if one.id in mentors]
    if kind == CONSENT:
        return [one for one in children if one.photo_consent != NO]
    return list(children)


def agreement_register(snapshot: Snapshot, day: date) -> list[Signed]:
    """Every left-behind pupil of the day, by class and name, and others for whom a paper holds."""
    pupils = [child for child, _class in pupils_on(snapshot, day)]
    left = [child for child in pupils if register_status(child, day).status != NONE]
    wanted = {kind: {child.id for child in asked(kind, left, snapshot, day)} for kind in KINDS}
    found: dict[tuple[int, str], list[Agreement]] = {}
    for one in snapshot.agreements:
        found.setdefault((one.child_id, one.kind), []).append(one)
    here = {child.id for child in left}
    rows = []
    for child in in_class_order(pupils, snapshot, day):
        every = {kind: found.get((child.id, kind), []) for kind in KINDS}
        papers = {kind: held for kind, those in every.items() if (held := latest(those, day)) is not None}
        if child.id not in here and not papers:
            continue
        missing = tuple(kind for kind in KINDS if child.id in wanted[kind] and kind not in papers)
        over = {kind: [one for one in every[kind] if one.until_day and one.until_day <= day] for kind in missing}
        ended = {kind: max(gone, key=lambda one: one.until_day or date.min) for kind, gone in over.items() if gone}
        rows.append(Signed(child, papers, missing, frozenset(one for one in KINDS if child.id in wanted[one]), ended))
    return rows


def counts(rows: Sequence[Signed], kind: str) -> tuple[int, int]:
    """(how many of those that are asked for are signed, how many are asked for), as the assessment counts them."""
    wanted = [one for one in rows if kind in one.asked]
    return sum(kind in one.papers for one in wanted), len(wanted)


def unasked(rows: Sequence[Signed], kind: str) -> int:
    """How many are signed that nobody asks for: a care agreement where one parent is at home."""
    return sum(kind in one.papers and kind not in one.asked for one in rows)
