"""The sample school's plans read like a real school's on any day: somebody does each stage, what is past has a result."""

from datetime import date

import pytest

from app.changes import Change, Insert
from app.sample import sample_school
from app.sample_work_plan import planned
from app.work_plan import DOING, DONE, OF_TERM, OF_YEAR, OPEN

DAYS = [date(2026, 9, 1), date(2026, 11, 24), date(2027, 1, 14), date(2027, 4, 8), date(2027, 7, 1)]


def rows(changes: list[Change], table: str) -> list[Insert]:
    return [one for one in changes if isinstance(one, Insert) and one.table == table]


@pytest.mark.parametrize("on", DAYS)
def test_somebody_does_every_stage_and_what_is_past_has_a_result(on: date) -> None:
    sample = sample_school(on, 80)
    changes = list(planned(sample.snapshot.staff, sample.term, on))
    plans, stages = rows(changes, "work_plan"), rows(changes, "plan_stage")
    assert [one.values["span"] for one in plans] == [OF_YEAR, OF_TERM]
    assert bool(plans[1].values["midterm"]) == ((on - sample.term.from_day).days >= 75)
    assert len(stages) == 13 and all("staff_id" in one.values for one in stages)
    for one in stages:
        first, last = (date.fromisoformat(str(one.values[day])) for day in ("from_day", "until_day"))
        state = one.values["state"]
        assert first <= last and state == (DONE if last < on else DOING if first <= on else OPEN)
        assert bool(one.values["result"]) == (state == DONE)
    of_term = [one for one in stages if one.token.startswith("stage term")]
    assert all(str(sample.term.from_day) <= str(one.values["from_day"]) for one in of_term)
    assert all(str(one.values["until_day"]) <= str(sample.term.until_day) for one in of_term)
