"""What stands in the Word file of a work plan, by the names that its form has in {{ }}."""

from collections.abc import Sequence

from app.days import on_paper
from app.school import Snapshot
from app.store import Store
from app.terms import term_title
from app.word_form import Fact, Facts, Row
from app.work_plan import Part, PlanStage, WorkPlan, parts_of
from ui import plan_words as words
from ui.plan_words import tr


def facts(snapshot: Snapshot, store: Store, plan: WorkPlan) -> Facts:
    """Texts by paragraphs; the stages one after another (分步), and by terms under their names (各部分).

    Its date is the day on which it was planned, to be written by hand where that is not known."""
    parts = parts_of(plan, store.work_plans.plans(), snapshot.terms)
    names = words.part_words(parts)
    planned = store.work_plans.planned_on(plan.id)
    code = next((one.code for one in snapshot.terms if one.id == plan.term_id), "")
    said: dict[str, Fact] = {
        tr("学校"): snapshot.school.name, tr("学期"): term_title(code) if code else "", tr("题目"): plan.title,
        tr("日期"): on_paper(planned) if planned is not None else tr("　　　　年　　月　　日"),
        tr("分步"): _rows(parts, names, snapshot),
        tr("各部分"): [
            {tr("名"): name, tr("分步"): _rows([part], [name], snapshot)}
            for part, name in zip(parts, names, strict=True)
        ],
    }  # fmt: skip
    texts = {tr("打算"): plan.text, tr("期中"): plan.midterm, tr("期末"): plan.review}
    return said | {name: _paragraphs(text) for name, text in texts.items()}


def _rows(parts: Sequence[Part], names: Sequence[str], snapshot: Snapshot) -> list[Row]:
    return [
        _row(one, name, place, snapshot)
        for part, name in zip(parts, names, strict=True) for place, one in enumerate(part.stages, 1)
    ]  # fmt: skip


def _row(one: PlanStage, part: str, place: int, snapshot: Snapshot) -> Row:
    return {
        tr("序"): str(place), tr("做什么"): one.what, tr("什么时候"): words.when(one),
        tr("谁"): words.who(one, snapshot), tr("怎样了"): words.state_words()[one.state], tr("结果"): one.result,
        tr("哪部分"): part,
    }  # fmt: skip


def _paragraphs(text: str) -> list[Row]:
    return [{tr("字"): part.strip()} for part in text.split("\n") if part.strip()]
