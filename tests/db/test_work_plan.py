"""Work plans come back as they were written, stage by stage; the assessment sees the same rows; undo takes back all."""

from dataclasses import replace
from datetime import date

import pytest

from app.changes import Insert
from app.edits import BadValue
from app.edits.work_plan import delete_plan, write_plan
from app.work_plan import DONE, OF_TERM, OF_YEAR, OPEN, PlanStage, WorkPlan, begun_from
from db.store import FileStore

DAY = date(2026, 9, 30)


def told(store: FileStore) -> WorkPlan:
    term = store.snapshot().terms[0]
    stages = (PlanStage(0, 0, "摸底", date(2026, 9, 1), DAY), PlanStage(0, 0, "家访", None, None, DONE, "都去了"))
    return WorkPlan(0, term.id, OF_TERM, " 计划 ", "正文", stages=stages)


def written(store: FileStore) -> WorkPlan:
    store.apply("写计划", write_plan(told(store), None))
    return store.work_plans.plans()[0]


def test_what_is_written_comes_back(store: FileStore) -> None:
    plan = written(store)
    assert (plan.title, plan.text, [one.what for one in plan.stages]) == ("计划", "正文", ["摸底", "家访"])
    assert plan.stages[0].is_late(date(2026, 10, 1)) and not plan.stages[1].is_late(date(2026, 10, 1))
    seen = store.assessment.plans(plan.term_id)[0]
    assert (seen.written, seen.reviewed, [one.state for one in seen.stages]) == (True, False, [OPEN, DONE])
    assert write_plan(plan, plan) == []


def test_a_change_touches_what_changed_and_undo_brings_it_back(store: FileStore) -> None:
    plan = written(store)
    first, second = plan.stages
    changed = replace(plan, review="做成了", stages=(replace(second, result="去了 58 户"), PlanStage(0, 0, "总结")))
    done = store.apply("改计划", write_plan(changed, plan))
    now = store.work_plans.plans()[0]
    assert [(one.what, one.result) for one in now.stages] == [("家访", "去了 58 户"), ("总结", "")]
    assert now.stages[0].id == second.id and store.assessment.plans(plan.term_id)[0].reviewed
    store.undo(done.action_id)
    assert store.work_plans.plans() == [plan]
    store.apply("删除计划", delete_plan(plan))
    assert store.work_plans.plans() == []
    assert first.id


def test_the_assessment_sees_the_years_plan_in_both_terms(store: FileStore) -> None:
    autumn = store.snapshot().terms[0]
    stages = (PlanStage(0, 0, "制度上墙", None, DAY, DONE),)
    store.apply("写学年计划", write_plan(WorkPlan(0, autumn.id, OF_YEAR, "学年", stages=stages), None))
    for code, first, last in (("2026-2", "2027-02-22", "2027-07-02"), ("2027-1", "2027-09-01", "2028-01-21")):
        store.apply("学期", [Insert("term", {"code": code, "from_day": first, "until_day": last})])
    _autumn, spring, later = store.snapshot().terms
    seen = store.assessment.plans(autumn.id)
    assert [one.span for one in seen] == [OF_YEAR] and store.assessment.plans(spring.id) == seen
    assert store.assessment.plans(later.id) == []
    store.apply("又写一份", write_plan(WorkPlan(0, spring.id, OF_YEAR, "又一份"), None))
    assert store.assessment.plans(spring.id) != seen == store.assessment.plans(autumn.id)


@pytest.mark.parametrize(("change", "field"), [
    ({"title": " "}, "title"), ({"stages": (PlanStage(0, 0, " "),)}, "what:0"),
    ({"stages": (PlanStage(0, 0, "家访", DAY, date(2026, 9, 1)),)}, "until_day:0"), ({"span": "week"}, "span"),
])  # fmt: skip
def test_what_cannot_be_stored_is_named(change: dict[str, object], field: str) -> None:
    plan = replace(WorkPlan(0, 1, OF_YEAR, "计划"), **change)  # type: ignore[arg-type]
    with pytest.raises(BadValue) as refused:
        write_plan(plan, None)
    assert refused.value.field == field


def test_last_terms_plan_begins_anew_on_the_same_weekdays() -> None:
    stages = (PlanStage(4, 2, "家访", date(2026, 9, 1), DAY, DONE, "都去了"), PlanStage(5, 2, "不要", state="dropped"))
    begun = begun_from(WorkPlan(2, 1, OF_TERM, "计划", "正文", "期中", "期末", stages), date(2026, 9, 1), date(2027, 2, 22))
    assert (begun.id, begun.midterm, begun.review, len(begun.stages)) == (0, "", "", 1)
    one = begun.stages[0]
    assert (one.id, one.state, one.result, one.from_day) == (0, OPEN, "", date(2027, 2, 23))
    assert one.from_day is not None and one.from_day.weekday() == date(2026, 9, 1).weekday()


def test_a_plan_is_dated_by_what_is_planned_not_by_what_came_of_it(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on(day: str) -> None:
        monkeypatch.setattr("db.history.stamp", lambda: f"{day}T08:00:00.000")

    on("2026-09-02")
    plan = written(store)
    assert store.work_plans.planned_on(plan.id) == date(2026, 9, 2)
    first, second = plan.stages
    on("2026-11-20")
    store.apply("做了", write_plan(replace(plan, review="做成了", stages=(replace(first, state=DONE, result="好"), second)), plan))
    assert store.work_plans.planned_on(plan.id) == date(2026, 9, 2)
    on("2026-11-21")
    now = store.work_plans.plans()[0]
    store.apply("改", write_plan(replace(now, text="改了打算"), now))
    assert store.work_plans.planned_on(plan.id) == date(2026, 11, 21)
    assert store.work_plans.planned_on(plan.id + 99) is None
    year = replace(told(store), span=OF_YEAR)
    store.apply("编出示例学校", write_plan(year, None), kind="setup")
    made = next(one for one in store.work_plans.plans() if one.span == OF_YEAR)
    assert store.work_plans.planned_on(made.id) is None, "a sample is written in one go, on no day of its own"
