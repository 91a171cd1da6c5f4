"""迎检自查表 and 隐患排查整改台账 on A4 across, and the record of one safety inspection, filled or to be written in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.inspection import DRILL, Round
from app.problems import Problem
from app.school import Snapshot
from app.sheets import SheetOut
from ui import inspection_words as words
from ui.inspection_book import Book
from ui.inspection_sheets import check_sheet, ledger_sheet
from ui.paper.drill_record import drill_sheets
from ui.paper.output import Paper
from ui.paper.scope import Scope
from ui.paper.score_sheet import sheet_paper
from ui.paper.stock_table import Block, Column, Table, table_sheets
from ui.session import Session

CHECK, LEDGER, ROUND = PAPERS = ("self_check", "problem_ledger", "inspection_round")
EMPTY, SPARE = 14, 3
"""Empty rows of a record to be written in, and of one that is filled."""
MOST = 30


@dataclass(frozen=True, slots=True)
class InspectionJob:
    """One of PAPERS; it is about no child."""

    paper: str
    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    sheet: SheetOut | None = field(default=None, compare=False)
    round: Round | None = None
    found: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class RoundScope(Scope):
    """An inspection, or an empty record."""

    job: InspectionJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("InspectionPapers", text)


def inspection_job(session: Session, code: str, paper: str) -> InspectionJob:
    """The self-check or the ledger of a term."""
    book = Book(session)
    book.term_code = code
    sheet = None
    if book.state.term is not None:
        sheet = check_sheet(book) if paper == CHECK else ledger_sheet(book)
    return InspectionJob(paper, (), session.snapshot, session.today, sheet)


def round_job(session: Session, held: Round, found: Sequence[Problem]) -> InspectionJob:
    """The record of one inspection."""
    return InspectionJob(ROUND, (), session.snapshot, session.today, None, held, found)


def round_scopes(session: Session, wanted: str) -> list[Scope]:
    """Every inspection, the newest first, and the empty record; `wanted` is among them however old it is."""
    every = session.store.inspection.rounds(date.min, session.today)[::-1]
    problems = session.store.problems.known(date.min, session.today)
    shown = [one for place, one in enumerate(every) if place < MOST or f"round:{one.id}" == wanted]
    found: list[Scope] = []
    for one in shown:
        said = _tr("{0} {1}").format(on_paper(one.day), words.round_word(one.kind))
        mine = [each for each in problems if each.round_id == one.id]
        found.append(RoundScope(f"round:{one.id}", said, (), job=round_job(session, one, mine)))
    blank = InspectionJob(ROUND, (), session.snapshot, session.today)
    return [*found, RoundScope("blank", _tr("空白表，手写用"), (), job=blank)]


def inspection_paper(job: InspectionJob) -> Paper:
    """Its sheets; `pieces` are points, problems, or one record."""
    if job.paper == ROUND:
        if job.round is not None and job.round.kind == DRILL:
            sheets, title = drill_sheets(job.snapshot, job.round, job.found), _tr("应急演练记录")
        else:
            sheets, title = table_sheets(_record(job)), _tr("安全检查记录")
        return Paper(title, sheets, 1, [frozenset()] * len(sheets))
    title = _tr("迎检自查表") if job.paper == CHECK else _tr("隐患排查整改台账")
    return sheet_paper(job.sheet, title)


def _record(job: InspectionJob) -> Table:
    columns = [
        Column(_tr("序"), 9), Column(_tr("地点"), 27, "left", 10.5), Column(_tr("查出的问题"), 0, "left", 10.5),
        Column(_tr("怎么改"), 38, "left", 10.5), Column(_tr("谁负责改"), 19, pt=10.5),
        Column(_tr("哪天前改好"), 22, pt=10.0), Column(_tr("改好的日子"), 22, pt=10.0),
    ]  # fmt: skip
    names = {one.id: one.name for one in job.snapshot.staff}
    lines: list[tuple[str, ...]] = [
        (str(place), one.place, one.what, one.measure, names.get(one.staff_id or 0, ""), _short(one.due_on),
         _closed(one, job.day))
        for place, one in enumerate(job.found, 1)
    ]  # fmt: skip
    held = job.round
    lines += [("",) * len(columns)] * (SPARE if held is not None else EMPTY)
    day = on_paper(held.day) if held is not None else _tr("　　年　　月　　日")
    who = names.get(held.staff_id or 0, "") if held is not None else ""
    people = [one for one in (who, held.people if held is not None else "") if one]
    notes = [held.note] if held is not None and held.note else []
    if held is not None and not job.found:
        notes.insert(0, _tr("没有查出问题。"))
    title = _tr("{0}记录").format(words.round_word(held.kind)) if held is not None else _tr("安全检查记录")
    return Table(
        job.snapshot.school.name, title,
        [Block(columns, lines)], _tr("检查日期：{0}").format(day),
        _tr("检查人：{0}").format(_tr("、").join(people)) if people else "", notes,
        [_tr("检查人"), _tr("学校负责人")], dated=True,
    )  # fmt: skip


def _closed(one: Problem, day: date) -> str:
    """The day on which it was put right; of what is open past its time how late it is."""
    if one.is_late(day) and one.due_on is not None:
        return _tr("逾期 {0} 天").format((day - one.due_on).days)
    return _short(one.closed_on if not one.is_open(day) else None)


def _short(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day is not None else ""
