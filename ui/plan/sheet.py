"""A work plan as an Excel table: the stages with their days, the texts beneath."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.school import Snapshot
from app.sheets import Column, SheetOut, Span, Value
from app.store import Store
from app.work_plan import PlanStage, WorkPlan, parts_of
from ui import plan_words as words


def _tr(text: str) -> str:
    return QCoreApplication.translate("plan", text)


def plan_sheet(snapshot: Snapshot, store: Store, plan: WorkPlan, today: date) -> SheetOut:
    """Beneath the year's own stages those of its terms, each under the term's name."""
    columns = (
        Column((_tr("序号"),), 12.0), Column((_tr("做什么"),), 76.0, "left"), Column((_tr("从哪天"),), 34.0),
        Column((_tr("到哪天"),), 34.0), Column((_tr("谁"),), 20.0), Column((_tr("怎样了"),), 20.0),
        Column((_tr("结果"),), 74.0, "left"),
    )  # fmt: skip
    parts = parts_of(plan, store.work_plans.plans(), snapshot.terms)
    rows: list[tuple[Value, ...]] = []
    heads: list[int] = []
    for part, name in zip(parts, words.part_words(parts), strict=True):
        if name:
            heads.append(len(rows))
            rows.append((name, *[""] * (len(columns) - 1)))
        rows += [_row(place, one, snapshot) for place, one in enumerate(part.stages, 1)]
    called = words.section_words()
    notes = [_tr("{0}：{1}").format(called[name], text.strip()) for name in ("text", "midterm", "review")
             if (text := str(getattr(plan, name))).strip()]  # fmt: skip
    return SheetOut(
        name=words.span_word(plan.span), title=f"{snapshot.school.name}{plan.title}", columns=columns, rows=tuple(rows),
        left_note=_tr("单位（盖章）："), right_note=_tr("截至{0}").format(on_paper(today)), strong=frozenset(heads),
        spans=tuple(Span(head, 0, 1, len(columns), "left") for head in heads), notes=tuple(notes), boxed=True,
        signatures=(_tr("制定人："), _tr("审核人："), _tr("校长：")),
    )  # fmt: skip


def _row(place: int, one: PlanStage, snapshot: Snapshot) -> tuple[Value, ...]:
    return (place, one.what, one.from_day or "", one.until_day or "", words.who(one, snapshot),
            words.state_words()[one.state], one.result)  # fmt: skip
