"""Write the work plan of a term or year with its stages, and take it away (REQ 6.3, 7.3, 10.15)."""

from collections.abc import Sequence
from datetime import date

from app.changes import Change, Delete, Insert, New, Update, Value
from app.values import BadValue, choice
from app.work_plan import SPANS, STATES, PlanStage, WorkPlan

TEXTS = ("title", "text", "midterm", "review")


def write_plan(told: WorkPlan, before: WorkPlan | None) -> list[Change]:
    """Write the plan (a new one has the token "work_plan"); stages keep the order they are told in. Nothing if it is as
    it was. Raises BadValue: "title" empty; "what:2" empty and "until_day:2" too_early, counted from 0."""
    choice("span", told.span, SPANS)
    texts: dict[str, Value] = {name: str(getattr(told, name)).strip() for name in TEXTS}
    if not texts["title"]:
        raise BadValue("title", "empty")
    rows = [_row(place, one) for place, one in enumerate(told.stages)]
    if before is None:
        found: list[Change] = [Insert("work_plan", {"term_id": told.term_id, "span": told.span, **texts}, "work_plan")]
        return [*found, *(Insert("plan_stage", {"plan_id": New("work_plan"), **row}) for row in rows)]
    changed = {name: text for name, text in texts.items() if text != getattr(before, name)}
    found = [Update("work_plan", before.id, changed)] if changed else []
    return [*found, *_stages(told.stages, rows, before)]


def delete_plan(plan: WorkPlan) -> list[Change]:
    """Take it away with its stages."""
    return [*(Delete("plan_stage", one.id) for one in plan.stages), Delete("work_plan", plan.id)]


def _stages(told: Sequence[PlanStage], rows: Sequence[dict[str, Value]], before: WorkPlan) -> list[Change]:
    known = {one.id: _row(place, one) for place, one in enumerate(before.stages)}
    kept = {one.id for one in told}
    found: list[Change] = [Delete("plan_stage", key) for key in known if key not in kept]
    for one, row in zip(told, rows, strict=True):
        if one.id not in known:
            found.append(Insert("plan_stage", {"plan_id": before.id, **row}))
        elif changed := {name: value for name, value in row.items() if value != known[one.id][name]}:
            found.append(Update("plan_stage", one.id, changed))
    return found


def _row(place: int, one: PlanStage) -> dict[str, Value]:
    what = one.what.strip()
    if not what:
        raise BadValue(f"what:{place}", "empty")
    if one.from_day is not None and one.until_day is not None and one.until_day < one.from_day:
        raise BadValue(f"until_day:{place}", "too_early")
    return {
        "position": place, "what": what, "from_day": _iso(one.from_day), "until_day": _iso(one.until_day),
        "state": choice("state", one.state, STATES), "result": one.result.strip(), "staff_id": one.staff_id,
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
