"""Of what certificates, the list of awards and stories are printed: occasions, terms, texts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.activities import days_of
from app.children import Child
from app.honours import Award, Certificate, Giving, Story, givings
from app.school import Snapshot
from app.terms import split_code, term_title, with_assumed
from ui import activity_words
from ui import honour_words as words
from ui.care_words import day_short
from ui.paper.certificate import CertificateJob
from ui.paper.honour_list import HonourListJob
from ui.paper.scope import Scope
from ui.paper.story_sheet import StoryJob
from ui.session import Session

CERTIFICATE, LIST, STORY = PAPERS = ("certificate", "honour_list", "story")
GIVING, AWARD, YEAR = "giving", "award", "year"
"""Before the number of an award, in the key of its occasion and of itself alone; before a school year."""
LATELY = timedelta(days=400)
"""How far back occasions are offered."""


@dataclass(frozen=True, slots=True)
class HonourScope(Scope):
    """One choice, with what is printed of it."""

    job: CertificateJob | HonourListJob | StoryJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("HonourScopes", text)


def honour_scopes(paper: str, session: Session, wanted: str) -> list[Scope]:
    """The choices of a paper, what is wanted first if it is none of them."""
    if paper == LIST:
        return [_list_scope(session, key) for key in stretches(session)]
    if paper == STORY:
        every = session.store.honours.stories()
        return [_story_scope(session, one) for one in every] or [_nothing(StoryJob((), *_at(session), None))]
    return _certificate_scopes(session, wanted)


def occasions(session: Session, activity_ids: Iterable[int | None]) -> dict[int, str]:
    """The names of these activities at which something was given, by id."""
    wanted = set(activity_ids)
    if not wanted - {None}:
        return {}
    held = session.store.activities.between(date.min, date.max)
    return {one.activity.id: activity_words.title(one) for one in held if one.activity and one.activity.id in wanted}


def stretch(session: Session, key: str) -> tuple[date, date]:
    """The days of a term, or of "year:2026" with both its terms. Raises KeyError."""
    terms = with_assumed(session.snapshot.terms, session.today)
    if not key.startswith(YEAR):
        return days_of(terms, key)
    year = int(key.partition(":")[2])
    codes = [one.code for one in terms if split_code(one.code)[0] == year]
    each = [days_of(terms, code) for code in codes]
    return min(first for first, _last in each), max(last for _first, last in each)


def when_word(key: str) -> str:
    """2026年秋季学期, 2026—2027学年."""
    if not key.startswith(YEAR):
        return term_title(key)
    year = int(key.partition(":")[2])
    return _tr("{0}—{1}学年").format(year, year + 1)


def stretches(session: Session) -> list[str]:
    """The terms that there are, newest first, each school year before its terms."""
    codes = sorted({one.code for one in with_assumed(session.snapshot.terms, session.today)}, reverse=True)
    years = list(dict.fromkeys(split_code(code)[0] for code in codes))
    return [key for year in years for key in (f"{YEAR}:{year}", *(c for c in codes if split_code(c)[0] == year))]


def list_job(session: Session, key: str) -> HonourListJob:
    """The awards of a term or a school year; what the file has from before all terms stands apart."""
    every = session.store.honours.awards(*stretch(session, key))
    begin = min(one.from_day for one in with_assumed(session.snapshot.terms, session.today)
                if key in (one.code, f"{YEAR}:{split_code(one.code)[0]}"))  # fmt: skip
    awards = [one for one in every if one.day >= begin]
    return HonourListJob(_children(session, every), *_at(session), when_word(key), awards,
                         occasions(session, (one.activity_id for one in every)),
                         [one for one in every if one.day < begin])  # fmt: skip


def _list_scope(session: Session, key: str) -> Scope:
    job = list_job(session, key)
    return HonourScope(key, when_word(key), tuple(job.children), True, job)


def _story_scope(session: Session, story: Story) -> Scope:
    child = session.snapshot.children.get(story.child_id or 0)
    children = (child,) if child is not None else ()
    named = _tr("{0}：{1}").format(words.story_word(story.kind), story.title)
    return HonourScope(f"{STORY}:{story.id}", named, children, True, StoryJob(children, *_at(session), story))


def _certificate_scopes(session: Session, wanted: str) -> list[Scope]:
    own = words.certificates(session.store.honours.certificates())
    found = givings(session.store.honours.awards(session.today - LATELY, date.max))
    word, _, number = wanted.partition(":")
    asked = session.store.honours.giving(int(number)) if word in (GIVING, AWARD) and number.isdecimal() else None
    if asked is not None and asked not in found:
        found.insert(0, asked)
    names = occasions(session, (one.activity_id for one in found))
    days = Counter(one.day for one in found)
    scopes = [_giving_scope(session, one, names, own, several=days[one.day] > 1) for one in found]
    if asked is not None and word == AWARD:
        (award,) = (one for one in asked.awards if one.id == int(number))
        said = _tr("只印{0}：{1}").format(words.person(award, session.snapshot), award.name)
        job = CertificateJob(_children(session, [award]), *_at(session), [award], own)
        scopes.insert(0, HonourScope(wanted, said, tuple(job.children), True, job))
    return scopes or [_nothing(CertificateJob((), *_at(session), (), own))]


def _giving_scope(
    session: Session, one: Giving, names: dict[int, str], own: Sequence[Certificate], *, several: bool
) -> Scope:
    said = _tr("{0} {1} 张").format(day_short(one.day, session.today), len(one.awards))
    if several:
        # Only where the day alone does not tell them apart: the box has not much room.
        said = f"{said} {words.occasion(one.given_by, one.level, names.get(one.activity_id or 0, ''))}"
    job = CertificateJob(_children(session, one.awards), *_at(session), one.awards, own)
    return HonourScope(f"{GIVING}:{one.key}", said, tuple(job.children), True, job)


def _nothing(job: CertificateJob | StoryJob) -> Scope:
    said = _tr("还没有奖励") if isinstance(job, CertificateJob) else _tr("还没有事迹")
    return HonourScope("nothing", said, (), job=job)


def _at(session: Session) -> tuple[Snapshot, date]:
    return session.snapshot, session.today


def _children(session: Session, awards: Iterable[Award]) -> tuple[Child, ...]:
    known = session.snapshot.children
    ids = dict.fromkeys(one.child_id for one in awards if one.child_id is not None)
    return tuple(known[one] for one in ids if one in known)
