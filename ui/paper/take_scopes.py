"""What papers of the stock-take can be printed for: each stock-take, each room as it is today, each borrower."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.call_back import Borrowers
from app.inventory import SCRAP, Movement, Stocktake
from app.stocktake import Row, rows
from ui.paper.scope import Scope
from ui.paper.take_job import CALL_BACK, REPORT, SCRAP_FORM, SHEET, Scrapped, TakeJob
from ui.session import Session
from ui.stock_words import counted, day_word
from ui.stocktake import words
from ui.stocktake.board import State

BACK = 366
"""Days back to which scrapped things are offered for a form."""
MOST = 24
"""Stock-takes and scrapped things that are offered."""


@dataclass(frozen=True, slots=True)
class TakeScope(Scope):
    """One choice of what is printed."""

    job: TakeJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("TakePapers", text)


def take_scopes(kind: str, session: Session, wanted: str = "") -> list[Scope]:
    """The choices of one of the four papers, the newest first; `wanted` is among them however old it is."""
    state = State(session, 0, session.today)
    found = {SHEET: _sheets, REPORT: _reports, SCRAP_FORM: _forms, CALL_BACK: _loans}[kind](session, state, wanted)
    return list(found) or [TakeScope("none", _tr("还没有"), (), job=TakeJob((), session.snapshot, session.today, kind))]


def _job(session: Session, paper: str) -> TakeJob:
    return TakeJob((), session.snapshot, session.today, paper)


def _sheets(session: Session, state: State, _wanted: str) -> Iterator[Scope]:
    for take in session.store.inventory.stocktakes():
        if take.closed_on is None:
            room = words.room_word(take, state.room_names)
            yield from _both(f"take:{take.id}", room, session, take, _rows(state, take))
    every = _now(state, None)
    taken = {head.room_id for head in state.takes if head.closed_on is None}
    rooms = [one for one in state.rooms if one.closed_on is None or one.closed_on > state.today]
    if None not in taken and every:
        yield from _both("all", _tr("每一间"), session, None, every)
    for one in rooms:
        mine = [row for row in every if row.room_id == one.id]
        if one.id not in taken and mine:
            yield from _both(f"room:{one.id}", one.name, session, None, mine)


def _both(key: str, said: str, session: Session, take: Stocktake | None, found: Sequence[Row]) -> Iterator[Scope]:
    job = replace(_job(session, SHEET), take=take, rows=found)
    yield TakeScope(key, said, (), job=job)
    yield TakeScope(f"blind-{key}", _tr("{0}，账上数不印").format(said), (), job=replace(job, shown=False))


def _now(state: State, room_id: int | None) -> list[Row]:
    """What the books have today, as a stock-take that begins now would list it."""
    head = Stocktake(0, room_id, state.today)
    return rows(head, state.assets, state.stock, state.loans, state.today, [one.id for one in state.rooms])


def _rows(state: State, take: Stocktake) -> list[Row]:
    loans = state.loans if take.closed_on is None else ()
    return rows(take, state.assets, state.stock, loans, state.today, [one.id for one in state.rooms])


def _reports(session: Session, state: State, wanted: str) -> Iterator[Scope]:
    for take in _newest(session, wanted):
        said = words.take_word(take, state.room_names, state.today)
        job = replace(_job(session, REPORT), take=take, rows=_rows(state, take))
        yield TakeScope(f"take:{take.id}", said, (), job=job)


def _forms(session: Session, state: State, wanted: str) -> Iterator[Scope]:
    form = _job(session, SCRAP_FORM)
    for take in _newest(session, wanted):
        broken = [row for row in _rows(state, take) if row.broken]
        if broken:
            room = words.room_word(take, state.room_names)
            said = _tr("{0} {1}，坏 {2} 样").format(day_word(take.day, state.today), room, len(broken))
            lines = [_scrapped(row, take) for row in broken]
            yield TakeScope(f"take:{take.id}", said, (), job=replace(form, scrapped=lines))
    for one in _scraps(session, wanted):
        asset = state.assets[one.asset_id]
        said = _tr("{0} {1} {2}").format(day_word(one.day, state.today), asset.name, counted(one.count, asset))
        line = Scrapped(asset, one.count, one.day, one.reason, one.room_id)
        yield TakeScope(f"scrap:{one.id}", said, (), job=replace(form, scrapped=[line]))
    yield TakeScope("blank", _tr("空白表，手写用"), (), job=form)


def _newest(session: Session, wanted: str) -> list[Stocktake]:
    every = session.store.inventory.stocktakes()
    return [one for place, one in enumerate(every) if place < MOST or f"take:{one.id}" == wanted]


def _scraps(session: Session, wanted: str) -> list[Movement]:
    """What was scrapped by itself, the newest first."""
    inventory, today = session.store.inventory, session.today
    first = today - timedelta(days=BACK)
    key = wanted.removeprefix("scrap:")
    old = inventory.movement(int(key)) if wanted.startswith("scrap:") and key.isdecimal() else None
    found = [one for one in reversed(inventory.between(first, today)) if one.kind == SCRAP and one.stocktake_id is None]
    return found[:MOST] if old is None or old in found[:MOST] else [*found[:MOST], old]


def _scrapped(row: Row, take: Stocktake) -> Scrapped:
    why = row.why_broken(words.broke())
    return Scrapped(row.asset, row.broken, row.counted_on or take.day, why, row.room_id)


def _loans(session: Session, state: State, _wanted: str) -> Iterator[Scope]:
    job = replace(_job(session, CALL_BACK), assets=state.assets, classes=state.classes)
    if not state.loans:
        return
    children = session.snapshot.children

    def of(key: str, said: str, found: Sequence[Borrowers]) -> Scope:
        ids = dict.fromkeys(loan.movement.child_id for one in found for loan in one.loans)
        named = tuple(children[child] for child in ids if child in children)
        return TakeScope(key, said, named, job=replace(job, children=named, borrowers=found))

    yield of("all", _tr("全部 {0} 笔").format(len(state.loans)), state.borrowers)
    for one in state.borrowers:
        said = _tr("{0} {1} 笔").format(words.borrowers_word(one, state.classes), len(one.loans))
        yield of(f"of:{one.kind}{one.class_id}", said, [one])
