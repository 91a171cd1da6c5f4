"""For whom the papers of care can be printed: children, a class, a teacher, one record; and the job that it makes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from app.care import CareRecord
from app.care_papers import BLANK, CALLS, DONE, KINDS, VISITS, Stretch, numbers, records_for, to_ask
from app.children import Child
from app.enrolment import pupils_on
from app.mentoring import mentorings
from app.terms import term_of
from ui.care_words import kind_word
from ui.paper.care_choice import CareChoice
from ui.paper.care_job import CareJob
from ui.paper.scope import Scope, blank_scope, scopes
from ui.session import Session

RECORD, STAFF = "record", "staff"


@dataclass(frozen=True, slots=True)
class CareScope(Scope):
    """A teacher's children, or those of one record."""

    record: CareRecord | None = None
    staff_id: int | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("CareScopes", text)


def care_scopes(session: Session, chosen: Sequence[int], wanted: str) -> list[Scope]:
    """What was chosen elsewhere, all left-behind, each class, each mentor, the empty form; `wanted` may be a record."""
    snapshot, day = session.snapshot, session.today
    found = [one for one in scopes(snapshot, day, chosen) if one.key != "all"]
    for one in mentorings(snapshot, day):
        words = _tr("{0}老师的 {1} 个孩子").format(one.staff.name, len(one.children))
        found.append(CareScope(f"{STAFF}:{one.staff.id}", words, tuple(one.children), staff_id=one.staff.id))
    word, _colon, number = wanted.partition(":")
    record = session.store.ledger.record(int(number)) if word == RECORD else None
    if record is not None:
        found.insert(0, _of_record(session, record))
    return [*found, blank_scope()]


def _of_record(session: Session, record: CareRecord) -> CareScope:
    children = tuple(
        session.snapshot.children[one.child_id] for one in record.participants
        if one.child_id in session.snapshot.children
    )  # fmt: skip
    who = children[0].name if len(children) == 1 else _tr("{0} 个孩子").format(len(children))
    words = _tr("{0}月{1}日 {2} {3}").format(record.day.month, record.day.day, who, kind_word(record.kind))
    return CareScope(f"{RECORD}:{record.id}", words, children, record=record)


def care_job(paper: str, choice: CareChoice, scope: Scope, session: Session) -> CareJob:
    """The job that paper, choice and scope make."""
    snapshot, today, ledger = session.snapshot, session.today, session.store.ledger
    style = BLANK if scope.key == "blank" else choice.style_now()
    days, kinds = choice.days(snapshot, today), (choice.kind,) if paper == CALLS else KINDS[paper]
    children, staff_id, whose = scope.children, None, ""
    if isinstance(scope, CareScope) and scope.record is not None:
        style, days = DONE, Stretch(scope.record.day, scope.record.day)
    elif isinstance(scope, CareScope):
        staff_id, whose = scope.staff_id, scope.words
        children = children if style == BLANK else _all_children(session)
    term = term_of(snapshot.terms, days.first)
    since = min(days.first, term.from_day) if term else days.first
    ids = {child.id for child in children}
    found = records_for(ledger, kinds, Stretch(since, days.last), ids, staff_id)
    if isinstance(scope, CareScope) and scope.record is not None:
        found = [one for one in found if one.id == scope.record.id or one.day < days.first]
    counted = found if style == DONE and paper != CALLS else []
    ask = {child.id: to_ask(ledger, child.id, today) for child in children} if _asks(paper, style) else {}
    job = CareJob(
        paper, style, children, snapshot, today, days, found, numbers(ledger, paper, counted), ask, choice.kind, whose
    )
    return replace(job, children=told(job)) if style == DONE else job


def _asks(paper: str, style: str) -> bool:
    return paper == VISITS and style == BLANK


def _all_children(session: Session) -> tuple[Child, ...]:
    return tuple(child for child, _class in pupils_on(session.snapshot, session.today))


def told(job: CareJob) -> tuple[Child, ...]:
    """The children of whom there is anything to print."""
    told = {person.child_id for one in job.in_days() for person in one.participants}
    return tuple(child for child in job.children if child.id in told)
