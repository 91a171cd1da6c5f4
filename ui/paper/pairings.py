"""The list of the pairs, from the school's data to sheets: wording, order, what each of its two forms may show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, numbers_to_dial
from app.carer import carer_of
from app.children import Child
from app.days import on_paper
from app.kinship import spoken_relation
from app.mentoring import Link, mentorings, other_helpers, without_mentor
from app.pairing import PEER
from app.periods import holds, latest
from app.phones import dial_text
from app.record_book import book_term
from app.school import Snapshot, Staff
from app.staffing import on_leave
from app.terms import term_title
from ui.paper.cards import dial
from ui.paper.output import Paper
from ui.paper.pairing_list import Mentor, Paired, PairingList, office_sheets
from ui.paper.pairing_wall import wall_sheets

OFFICE, WALL = "office", "wall"


@dataclass(frozen=True, slots=True)
class PairingListJob:
    """Which form ("office" or "wall") of the list of these children's pairs, as of a day."""

    style: str
    children: Sequence[Child]
    snapshot: Snapshot
    day: date


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pairings", text)


def style_words() -> dict[str, str]:
    """The forms and what the panel calls them."""
    return {OFFICE: _tr("办公室用"), WALL: _tr("上墙")}


def pairing_paper(job: PairingListJob) -> Paper:
    """The list across A4; `pieces` are its mentors."""
    found = pairing_list(job)
    sheets, owners = (wall_sheets if job.style == WALL else office_sheets)(found)
    pieces = sum(any(child.holds for child in mentor.children) for mentor in found.mentors)
    return Paper(_tr("结对一览表"), sheets, pieces, owners, landscape=True)


def pairing_list(job: PairingListJob) -> PairingList:
    """The wall shows names and classes of those who are paired; the office also what ended this term, and phones."""
    found = book_term(job.snapshot, job.day)
    job = replace(job, day=found[1]) if found else job
    snapshot, day = job.snapshot, job.day
    term = found[0] if found else None
    since = term.from_day if term and job.style == OFFICE else None
    wanted = {child.id for child in job.children}
    mentors = []
    for one in mentorings(snapshot, day, since):
        links = [link for link in one.links if link.child.id in wanted or not link.holds]
        if links:
            mentors.append(_mentor(one.staff, [_paired(link, job) for link in links], job))
    without: tuple[Paired, ...] = ()
    if job.style == OFFICE:
        without = tuple(_alone(child, job) for child in without_mentor(snapshot, day))
    return PairingList(snapshot.school.name, term_title(term.code) if term else "", on_paper(day), tuple(mentors),
                       without)  # fmt: skip


def _mentor(staff: Staff, children: list[Paired], job: PairingListJob) -> Mentor:
    if job.style == WALL:
        return Mentor(staff.name, staff.duties, children=tuple(children))
    away = leave_words(job.snapshot, staff.id, job.day)
    return Mentor(staff.name, staff.duties, dial(staff.phone), away, tuple(children))


def leave_words(snapshot: Snapshot, staff_id: int, day: date) -> str:
    """请假，2026年11月30日回来; "" for one who is at work. The reason is nobody's business who reads the list."""
    found = on_leave(snapshot.leaves, staff_id, day)
    if found is None:
        return ""
    return _tr("请假") if found.until_day is None else _tr("请假，{0}回来").format(on_paper(found.until_day))


def _paired(link: Link, job: PairingListJob) -> Paired:
    child = link.child
    name = class_name_on(class_of(child, job.snapshot, job.day), job.snapshot, job.day)
    if job.style == WALL:
        return Paired(child.id, child.name, name, holds=link.holds)
    one = link.pairing
    if not link.holds and one.until_day is not None:
        since = _tr("{0}—{1}").format(on_paper(one.from_day), on_paper(one.until_day))
        ended = _tr("已结束：{0}").format(one.why_ended) if one.why_ended else _tr("已结束")
        return Paired(child.id, child.name, name, child.sex, since=since, focus=ended, holds=False)
    carer, number = _home(child, job.day)
    since = _tr("{0}起").format(on_paper(one.from_day))
    return Paired(child.id, child.name, name, child.sex, carer, number, _helpers(child, job), since, _focus(link, job))


def _alone(child: Child, job: PairingListJob) -> Paired:
    """One without a mentor: the rest of the row is written by hand."""
    name = class_name_on(class_of(child, job.snapshot, job.day), job.snapshot, job.day)
    carer, number = _home(child, job.day)
    return Paired(child.id, child.name, name, child.sex, carer, number, _helpers(child, job),
                  focus=_priority(child, job))  # fmt: skip


def _home(child: Child, day: date) -> tuple[str, str]:
    """Who looks after the child, and the number at which somebody of the family answers: of another with the word for
    him."""
    carer = carer_of(child, day).kin
    cares = spoken_relation(carer.relation) if carer else ""
    for kin, number in numbers_to_dial(child, day, 1):
        said = dial_text(number)
        return cares, said if kin == carer else _tr("{0} {1}").format(spoken_relation(kin.relation), said)
    return cares, ""


def _helpers(child: Child, job: PairingListJob) -> str:
    """同学田甜、志愿者王阿姨."""
    words = []
    for one in other_helpers(job.snapshot, child.id, job.day):
        peer = job.snapshot.children.get(one.peer_id or 0)
        staff = next((staff for staff in job.snapshot.staff if staff.id == one.staff_id), None)
        who = peer.name if peer else staff.name if staff else one.helper_name
        words.append(who if one.role == PEER else _tr("{0}（志愿者）").format(who))
    return _tr("、").join(words)


def _focus(link: Link, job: PairingListJob) -> str:
    """What the pair is for, how often, and whether the child is helped first."""
    plan = latest([one for one in job.snapshot.plans if one.pairing_id == link.pairing.id], job.day)
    parts = (_priority(link.child, job), link.pairing.focus, plan.times if plan else "")
    return _tr("；").join(part for part in parts if part)


def _priority(child: Child, job: PairingListJob) -> str:
    first = any(one.child_id == child.id and holds(one, job.day) for one in job.snapshot.priorities)
    return _tr("重点帮扶") if first else ""
