"""Which plan is the year's, and which stages stand in it."""

from datetime import date

from app.termdays import Term
from app.work_plan import OF_TERM, OF_YEAR, Part, PlanStage, WorkPlan, parts_of, plan_of

AUTUMN = Term(1, "2026-1", date(2026, 9, 1), date(2027, 1, 15))
SPRING = Term(2, "2026-2", date(2027, 2, 22), date(2027, 7, 2))
LATER = Term(3, "2027-1", date(2027, 9, 1), date(2028, 1, 21))
UNWRITTEN = Term(0, "2027-2", date(2028, 2, 14), date(2028, 7, 7))
TERMS = (AUTUMN, SPRING, LATER, UNWRITTEN)


def plan(key: int, term: Term, span: str, *stages: str) -> WorkPlan:
    of = tuple(PlanStage(10 * key + place, key, what) for place, what in enumerate(stages))
    return WorkPlan(key, term.id, span, "计划", stages=of)


def test_the_years_plan_is_one_for_both_terms() -> None:
    year, term = plan(1, AUTUMN, OF_YEAR), plan(2, AUTUMN, OF_TERM)
    plans = [year, term]
    assert plan_of(plans, TERMS, AUTUMN, OF_YEAR) is plan_of(plans, TERMS, SPRING, OF_YEAR) is year
    assert plan_of(plans, TERMS, LATER, OF_YEAR) is None
    assert plan_of(plans, TERMS, AUTUMN, OF_TERM) is term and plan_of(plans, TERMS, SPRING, OF_TERM) is None


def test_one_written_in_each_term_stays_where_it_is() -> None:
    plans = [plan(1, AUTUMN, OF_YEAR), plan(2, SPRING, OF_YEAR)]
    assert [plan_of(plans, TERMS, one, OF_YEAR) for one in (AUTUMN, SPRING)] == plans


def test_beneath_the_year_stand_the_stages_of_its_terms() -> None:
    year, first, second = plan(1, SPRING, OF_YEAR), plan(2, AUTUMN, OF_TERM, "摸底"), plan(3, SPRING, OF_TERM, "六一")
    plans = [year, first, second, plan(4, LATER, OF_TERM, "不是这一年的")]
    assert parts_of(year, plans, TERMS) == [Part(AUTUMN, first.stages), Part(SPRING, second.stages)]
    own = plan(1, AUTUMN, OF_YEAR, "制度")
    assert parts_of(own, plans, TERMS)[0] == Part(None, own.stages) and len(parts_of(own, plans, TERMS)) == 3
    assert parts_of(first, plans, TERMS) == [Part(None, first.stages)]
    assert parts_of(plan(9, AUTUMN, OF_TERM), plans, TERMS) == []
