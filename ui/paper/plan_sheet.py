"""工作计划 on A4 for the archive: what is meant, the stages and what came of them, what was seen later, who signs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.school import Snapshot
from app.store import Store
from app.work_plan import SPANS, Part, PlanStage, WorkPlan, parts_of, plan_of
from ui import plan_words as words
from ui.paper import flow_sheet
from ui.paper.flow_sheet import LEFT, RIGHT, Piece, heading, painted, row_piece, sheets, text
from ui.paper.form_grid import Filled, Row, Words
from ui.paper.lines import wrap
from ui.paper.output import Paper
from ui.paper.page import Page, text_height
from ui.paper.row_parts import parted
from ui.paper.scope import Scope
from ui.paper.type import MM_PER_PT, Face, width_mm
from ui.session import Session

WORK_PLAN = "work_plan"
WIDE = (8.0, 54.0, 35.0, 16.0, 16.0, 47.0)
SPOTS = tuple((LEFT + sum(WIDE[:place]), wide) for place, wide in enumerate(WIDE))
PT = 11.0
INDENT = 2 * flow_sheet.PT * MM_PER_PT
TALLEST = 60.0
"""mm of a row in full type; one with more to say goes on beneath, in smaller type."""
BY_HAND = (4, 3, 2)
"""Lines to write on for what is not looked back on yet: as many as need no further sheet."""
EMPTY = 6
"""Rows to write on where nothing is planned in stages."""


@dataclass(frozen=True, slots=True)
class PlanJob:
    """A plan with its stages; it is about no child."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    plan: WorkPlan | None = None
    parts: Sequence[Part] = ()
    planned: date | None = None
    """When it was planned; None = to be written by hand."""


@dataclass(frozen=True, slots=True)
class PlanScope(Scope):
    """A plan that is written."""

    job: PlanJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanSheet", text)


def plan_job(snapshot: Snapshot, store: Store, day: date, plan: WorkPlan) -> PlanJob:
    """The job for that plan."""
    plans = store.work_plans
    return PlanJob((), snapshot, day, plan, parts_of(plan, plans.plans(), snapshot.terms), plans.planned_on(plan.id))


def scope_key(plan: WorkPlan) -> str:
    """How the printing page is asked for a plan."""
    return f"plan:{plan.id}"


def plan_scopes(session: Session) -> list[Scope]:
    """Every plan, those of the newest term first."""
    snapshot, plans = session.snapshot, session.store.work_plans.plans()
    found: dict[int, Scope] = {}
    for term in reversed([one for one in snapshot.terms if one.id]):
        for span in SPANS:
            plan = plan_of(plans, snapshot.terms, term, span)
            if plan is not None and plan.id not in found:
                job = plan_job(snapshot, session.store, session.today, plan)
                found[plan.id] = PlanScope(scope_key(plan), words.choice_word(term.code, span), (), job=job)
    return list(found.values()) or [PlanScope("", _tr("还没有工作计划"), (), job=PlanJob((), snapshot, session.today))]


def plan_paper(job: PlanJob) -> Paper:
    """As many sheets as it needs; none where nothing is planned. `pieces` are stages."""
    plan = job.plan
    if plan is None:
        return Paper(_tr("工作计划"), ())
    tried = [_pieces(job, plan, lines) for lines in BY_HAND]
    pieces = min(tried, key=lambda one: len(sheets(one)))

    def head(page: Page, number: int) -> None:
        title = plan.title if number == 1 else _tr("{0}（续）").format(plan.title)
        page.box(job.snapshot.school.name, LEFT, 9.0, RIGHT - LEFT, 7.0, Face.SONG, 13.0, min_pt=9.0, align="center")
        page.box(title, LEFT, 16.5, RIGHT - LEFT, 11.0, Face.SONG, 20.0, min_pt=10.0, align="center")
        made_on = on_paper(job.planned) if job.planned is not None else _tr("　　　　年　　月　　日")
        page.text(LEFT, 30.5, _tr("制定日期：{0}").format(made_on), Face.SANS, 9.5)
        page.text(RIGHT, 30.5, _tr("做到哪里，截至{0}").format(on_paper(job.day)), Face.SANS, 9.5, "right")

    made = painted(pieces, head, [_tr("制定人"), _tr("审核人"), _tr("校长（盖章）")])
    return Paper(plan.title, made, sum(len(one.stages) for one in job.parts), [frozenset()] * len(made))


def _pieces(job: PlanJob, plan: WorkPlan, by_hand: int) -> list[Piece]:
    called = words.section_words()
    return [
        *_text(called["text"], plan.text, by_hand), *_stages(job, called["stages"]),
        *_text(called["midterm"], plan.midterm, by_hand), *_text(called["review"], plan.review, by_hand),
    ]  # fmt: skip


def _text(title: str, said: str, by_hand: int) -> list[Piece]:
    """Each paragraph two characters in."""
    return text(title, "\n".join(one.strip() for one in said.split("\n") if one.strip()), by_hand, INDENT)


def _stages(job: PlanJob, title: str) -> list[Piece]:
    """The table of stages; those of a year's terms under the name of the term."""
    heads = (_tr("序"), _tr("做什么"), _tr("什么时候"), _tr("谁"), _tr("怎样了"), _tr("结果"))
    columns = row_piece(Row(7.0, [Words(*spot, word) for spot, word in zip(SPOTS, heads, strict=True)]))
    found = [replace(heading(title), ruled=True), replace(columns, leads=True)]
    for part, name in zip(job.parts, words.part_words(job.parts), strict=True):
        if name:
            band = row_piece(Row(7.6, [Filled(LEFT, RIGHT - LEFT, name, Face.FORM, PT, "left")]))
            found.append(replace(band, leads=True, again=columns))
        for place, one in enumerate(part.stages, 1):
            found += [replace(row_piece(row), again=columns) for row in _rows(place, one, job.snapshot)]
    if not job.parts:
        empty = Row(8.4, [Filled(*spot, "") for spot in SPOTS])
        found += [replace(row_piece(empty), again=columns) for _row in range(EMPTY)]
    return found


def _rows(place: int, one: PlanStage, snapshot: Snapshot) -> list[Row]:
    said = (str(place), one.what, words.when(one), words.who(one, snapshot), words.state_words()[one.state], one.result)
    cells = [
        Filled(*spot, value, pt=PT, align="left" if place in (1, 5) else "center")
        for place, (spot, value) in enumerate(zip(SPOTS, said, strict=True))
    ]
    high = max(8.4, *(_height(cell) for cell in cells))
    return [Row(high, cells)] if high <= TALLEST else parted(8.4, cells)


def _height(cell: Filled) -> float:
    """mm that its text takes at full size."""
    room = cell.w - 3.0
    return text_height(len(wrap(cell.text, room, lambda part: width_mm(part, cell.face, PT))), PT) + 2.4
