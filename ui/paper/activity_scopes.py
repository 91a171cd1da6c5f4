"""Which activity a plan or record is printed of: those of this term, what is to come first, or an empty form."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.activities import PLANNED, Held, days_of
from app.attachments import RECORD
from app.terms import term_of, with_assumed
from ui import activity_words as words
from ui.care_words import day_short
from ui.gift_state import State
from ui.gift_words import of_activity
from ui.paper.activity_form import PLAN, ActivityJob, children_of
from ui.paper.activity_wall import WallJob
from ui.paper.scope import Scope
from ui.session import Session

KEY = "activity"
BLANK = "blank"


@dataclass(frozen=True, slots=True)
class ActivityScope(Scope):
    """One choice, with what is printed of it."""

    job: ActivityJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActivityScopes", text)


def activity_scopes(paper: str, session: Session, wanted: str) -> list[Scope]:
    """The activities of the running term; the one that is wanted whatever its term. Last an empty form."""
    term = term_of(session.snapshot.terms, session.today)
    terms = with_assumed(session.snapshot.terms, session.today)
    found = session.store.activities.between(*days_of(terms, term.code)) if term is not None else []
    ids = {one.record.id for one in found}
    word, _, number = wanted.partition(":")
    asked = session.store.activities.of_record(int(number)) if word == KEY and int(number) not in ids else None
    every = [*([asked] if asked is not None else []), *found]
    every = [one for one in every if not one.record.confidential]
    if paper == PLAN:
        every.sort(key=lambda one: one.state != PLANNED)
    pictures = session.store.attachments.counts(RECORD, [one.record.id for one in every])
    state = State(session)
    return [*(_one(paper, session, one, pictures.get(one.record.id, 0), state) for one in every),
            _blank(paper, session)]  # fmt: skip


def _one(paper: str, session: Session, held: Held, pictures: int, state: State) -> ActivityScope:
    children = children_of(held, session.snapshot.children)
    named = _tr("{0} {1}").format(day_short(held.record.day, session.today), words.title(held))
    more = held.activity
    given = [said for _kind, _id, said in of_activity(state, more.id)] if more is not None else []
    job = ActivityJob(paper, children, session.snapshot, session.today, held, pictures, given)
    return ActivityScope(f"{KEY}:{held.record.id}", named, children, all_pupils=True, job=job)


def _blank(paper: str, session: Session) -> ActivityScope:
    job = ActivityJob(paper, (), session.snapshot, session.today)
    return ActivityScope(BLANK, _tr("空白表，手写用"), (), job=job)


def wall_job(session: Session, code: str) -> WallJob:
    """The activities of that term."""
    terms = with_assumed(session.snapshot.terms, session.today)
    known = code in {one.code for one in terms}
    held = session.store.activities.between(*days_of(terms, code)) if known else []
    return WallJob((), session.snapshot, session.today, code, held)
