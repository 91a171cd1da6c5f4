"""Folder 03: the work plans of the year and the term, on paper and in Word."""

from collections.abc import Iterable

from app.pack import Content
from app.pack_masking import without_numbers
from app.work_plan import OF_TERM, OF_YEAR, WorkPlan, plan_of
from ui.pack.drafts import Draft, pdf
from ui.pack.part import Figures, Lack, tr
from ui.pack.scene import Scene
from ui.paper.plan_sheet import PlanJob, plan_job
from ui.plan.document import facts
from ui.plan_words import span_word
from ui.word.forms import PLAN, written


def plans(scene: Scene) -> Iterable[Draft]:
    """学年计划 and 学期计划, each to be read and, by the school's own form, to be gone on with."""
    for span in (OF_YEAR, OF_TERM):
        one = _plan(scene, span)
        if one is not None:
            yield from _both(scene, one)


def no_plan(scene: Scene, _figures: Figures) -> Iterable[Lack]:
    """The term has no plan."""
    if _plan(scene, OF_TERM) is None:
        yield Lack(1, tr("还没有写学期计划"), "plan", (scene.term.code, OF_TERM))


def _both(scene: Scene, plan: WorkPlan) -> Iterable[Draft]:
    proves = (f"plan:{plan.span}", f"work_plan:{plan.id}", *((f"reviewed:{plan.span}",) if plan.review else ()))
    title = span_word(plan.span)

    def job() -> PlanJob:
        return plan_job(scene.snapshot, scene.store, scene.day, plan)

    def in_word() -> Content:
        given = facts(scene.snapshot, scene.store, plan)
        shown = given if scene.choices.full else without_numbers(given)
        return Content(written(scene.session.disk, scene.store, PLAN, shown).content)

    yield pdf(scene, title, job, proves=proves)
    yield Draft(title, "docx", in_word, proves=proves)


def _plan(scene: Scene, span: str) -> WorkPlan | None:
    return plan_of(scene.store.work_plans.plans(), scene.open.terms, scene.term, span)
