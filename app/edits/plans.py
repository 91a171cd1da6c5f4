"""Help plans (帮扶计划) with their staged goals, the reviews of them, and what a peer reports (REQ 9.2, 9.3, 9.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.care import REACHED
from app.changes import Change, Delete, Insert, New, Update, Value
from app.pairing import Goal, HelpPlan, Pairing
from app.values import BadValue, choice, close, iso

REVIEW, REPORT = REVIEWS = ("plan_review", "peer_report")
"""Kinds of record that are about a pair."""


@dataclass(frozen=True, slots=True)
class PlanTold:
    """What a person writes of a plan."""

    from_day: date
    situation: str = ""
    content: str = ""
    times: str = ""
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class GoalTold:
    """A line of its goals; `id` 0 is a new one."""

    goal: str
    by_day: date | None = None
    result: str = ""
    met_on: date | None = None
    id: int = 0


def set_plan(
    pairing: Pairing, told: PlanTold, goals: Sequence[GoalTold] = (), plan: HelpPlan | None = None
) -> list[Change]:
    """Write the plan of a pair, a new one or `plan` corrected; an insert has the token "plan". Goals that are not named
    any more go. Raises BadValue."""
    if told.from_day < pairing.from_day:
        raise BadValue("from_day", "before_the_pair")
    if told.until_day is not None and told.until_day <= told.from_day:
        raise BadValue("until_day", "too_early")
    if any(not one.goal.strip() for one in goals):
        raise BadValue("goal", "empty")
    row: dict[str, Value] = {
        "from_day": iso(told.from_day), "until_day": iso(told.until_day), "situation": told.situation.strip(),
        "content": told.content.strip(), "times": told.times.strip(),
    }  # fmt: skip
    if not goals and not any((row["situation"], row["content"], row["times"])):
        raise BadValue("content", "empty")
    if plan is None:
        new: list[Change] = [Insert("help_plan", {"pairing_id": pairing.id, **row}, "plan")]
        return [*new, *(_goal(New("plan"), place, one) for place, one in enumerate(goals))]
    before: dict[str, Value] = {
        "from_day": iso(plan.from_day), "until_day": iso(plan.until_day), "situation": plan.situation,
        "content": plan.content, "times": plan.times,
    }  # fmt: skip
    differ = {key: value for key, value in row.items() if before[key] != value}
    changes: list[Change] = [Update("help_plan", plan.id, differ)] if differ else []
    return changes + _goals(plan, goals)


def _goals(plan: HelpPlan, goals: Sequence[GoalTold]) -> list[Change]:
    known = {one.id: one for one in plan.goals}
    changes: list[Change] = [Delete("plan_goal", key) for key in known if key not in {one.id for one in goals}]
    for place, told in enumerate(goals):
        now = known.get(told.id)
        if now is None:
            changes.append(_goal(plan.id, place, told))
            continue
        row = dict(_goal(plan.id, place, told).values)
        before: dict[str, Value] = {
            "plan_id": plan.id, "position": now.position, "goal": now.goal, "by_day": iso(now.by_day),
            "result": now.result, "met_on": iso(now.met_on),
        }  # fmt: skip
        differ = {key: value for key, value in row.items() if before[key] != value}
        changes += [Update("plan_goal", now.id, differ)] if differ else []
    return changes


def _goal(plan_id: int | New, place: int, one: GoalTold | Goal) -> Insert:
    return Insert("plan_goal", {
        "plan_id": plan_id, "position": place, "goal": one.goal.strip(), "by_day": iso(one.by_day),
        "result": one.result.strip(), "met_on": iso(one.met_on),
    })  # fmt: skip


def end_plan(plan: HelpPlan, day: date) -> list[Change]:
    """From that day on the plan is not in force any more."""
    return [] if plan.until_day is not None and plan.until_day <= day else [close("help_plan", plan.id, plan, day)]


def carry_on(plan: HelpPlan, pairing_id: int | New, day: date) -> list[Change]:
    """The same plan for another pair of the child from that day on, with the goals that are not reached yet."""
    token = f"plan{plan.id}"
    row: dict[str, Value] = {
        "pairing_id": pairing_id, "from_day": iso(max(day, plan.from_day)), "until_day": iso(plan.until_day),
        "situation": plan.situation, "content": plan.content, "times": plan.times,
    }  # fmt: skip
    left = [one for one in plan.goals if one.met_on is None]
    return [Insert("help_plan", row, token), *(_goal(New(token), place, one) for place, one in enumerate(left))]


def log_review(pairing: Pairing, kind: str, day: date, words: str, follow_up: date | None = None) -> list[Change]:
    """How a plan or a pair goes, as the mentor found (plan_review) or the peer told (peer_report): a record of the
    ledger that names the pair; the insert has the token "record". Raises BadValue."""
    choice("kind", kind, REVIEWS)
    if not words.strip():
        raise BadValue("summary", "empty")
    if day < pairing.from_day:
        raise BadValue("day", "before_the_pair")
    if follow_up is not None and follow_up < day:
        raise BadValue("follow_up", "too_early")
    row: dict[str, Value] = {
        "kind": kind, "day": iso(day), "outcome": REACHED, "staff_id": pairing.staff_id, "summary": words.strip(),
        "follow_up": iso(follow_up), "pairing_id": pairing.id,
    }  # fmt: skip
    return [Insert("care_record", row, "record"),
            Insert("participant", {"record_id": New("record"), "child_id": pairing.child_id})]  # fmt: skip
