"""Folder 03: the work plans of the year and the term."""

from collections.abc import Iterable

from app.pack import Content
from app.work_plan import OF_TERM, SPANS, WorkPlan
from ui.pack.drafts import Draft
from ui.pack.part import Figures, Lack, tr
from ui.pack.scene import Scene
from ui.plan.document import document
from ui.plan.words import span_word


def plans(scene: Scene) -> Iterable[Draft]:
    """学年计划 and 学期计划 in Word."""
    for one in reversed(_of_term(scene)):
        proves = (f"plan:{one.span}", f"work_plan:{one.id}", *((f"reviewed:{one.span}",) if one.review else ()))
        yield Draft(span_word(one.span), "docx", lambda one=one: Content(  # type: ignore[misc]
            document(scene.session.disk, scene.snapshot, one, scene.term, scene.day)), proves=proves)  # fmt: skip


def no_plan(scene: Scene, _figures: Figures) -> Iterable[Lack]:
    """The term has no plan."""
    if not any(one.span == OF_TERM for one in _of_term(scene)):
        yield Lack(1, tr("还没有写学期计划"), "plan", (scene.term.code, OF_TERM))


def _of_term(scene: Scene) -> list[WorkPlan]:
    found = [one for one in scene.store.work_plans.plans() if one.term_id == scene.term.id]
    return sorted(found, key=lambda one: SPANS.index(one.span))
