"""工作计划 on paper: everything that was written stands there whole, over as many sheets as it needs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.school import Staff
from app.termdays import Term
from app.work_plan import DONE, OF_TERM, OF_YEAR, Part, PlanStage, WorkPlan
from tests.ui.paper.hard_school import DAY, hard_children, snapshot
from ui.paper.output import pdf_bytes
from ui.paper.plan_sheet import PlanJob, plan_paper

Text = Callable[[bytes], str]
HEADS = "序做什么什么时候谁怎样了结果"


def stage(key: int, what: str, result: str = "") -> PlanStage:
    return PlanStage(key, 1, what, date(2026, 9, 1), date(2026, 10, 31), DONE, result, 900)


def job(plan: WorkPlan, *parts: Part) -> PlanJob:
    shot = snapshot(hard_children())
    staff = (*shot.staff, Staff(900, "欧阳𠮷"))
    return PlanJob((), replace(shot, staff=staff), DAY, plan, parts or (Part(None, plan.stages),))


def printed(made: PlanJob, text_of: Text) -> tuple[list[str], int]:
    """The words of each sheet without spaces; no text may lack room."""
    warnings: list[str] = []
    paper = plan_paper(made)
    read = text_of(pdf_bytes(paper, warnings))
    assert warnings == []
    return ["".join(one.split()) for one in read.split("\f")[:-1]], len(paper.sheets)


def test_a_plan_stands_on_one_sheet_with_lines_for_what_is_not_written(text_of: Text) -> None:
    plan = WorkPlan(1, 1, OF_TERM, "第一学期计划", "把底摸清。\n把家访做完。", stages=(stage(1, "摸底", "核了一遍"),))
    (sheet,), sheets = printed(job(plan), text_of)
    assert sheets == 1
    for said in ("第一学期计划", "总体打算", "把底摸清。", "把家访做完。", "工作安排", "1摸底9月1日—10月31日欧阳𠮷做好了核了一遍",
                 "期中检查", "期末总结", "制定人", "审核人", "校长（盖章）", "制定日期：年月日", "做到哪里，截至"):  # fmt: skip
        assert said in sheet, said
    (sheet,), _sheets = printed(replace(job(plan), planned=date(2026, 9, 3)), text_of)
    assert "制定日期：2026年9月3日" in sheet


def test_what_was_looked_back_on_is_printed(text_of: Text) -> None:
    plan = WorkPlan(1, 1, OF_TERM, "计划", "打算", "过半了，都按时。", "做成了八件事。", (stage(1, "摸底"),))
    (sheet,), _sheets = printed(job(plan), text_of)
    assert "期中检查过半了，都按时。" in sheet and "期末总结做成了八件事。" in sheet


def test_the_years_plan_names_the_terms(text_of: Text) -> None:
    plan = WorkPlan(1, 1, OF_YEAR, "学年计划", "打算")
    first, second = (Term(half, f"2026-{half}", DAY, DAY) for half in (1, 2))
    (sheet,), _sheets = printed(job(plan, Part(first, (stage(1, "摸底"),)), Part(second, (stage(2, "六一"),))), text_of)
    assert sheet.index("第一学期") < sheet.index("摸底") < sheet.index("第二学期") < sheet.index("六一")
    assert "全年" not in sheet


def test_long_texts_flow_on_and_the_titles_stand_on_every_sheet(text_of: Text) -> None:
    long = "".join(f"第{number}家去过了，" for number in range(400))
    many = tuple(stage(number, f"第{number}步要做的事，话说得长一点看看会不会换行", f"结果{number}") for number in range(40))
    plan = WorkPlan(1, 1, OF_TERM, "计划", "打算很长。" * 300, "", "总结" * 900, (stage(99, "家访", long), *many))
    found, sheets = printed(job(plan), text_of)
    assert len(found) == sheets > 4
    whole = "".join(found)
    assert whole.count("算") == 301 and whole.count("家去过了") >= 390  # some are parted by the end of a sheet
    assert all(f"结果{number}" in whole for number in range(40))
    with_rows = [one for one in found if "步要做的事" in one]
    assert len(with_rows) > 1 and all(HEADS in one for one in with_rows)
    assert all("计划（续）" in one for one in found[1:]) and "制定人" in found[-1]


@pytest.mark.parametrize("parts", [(), (Part(None, ()),)])
def test_without_stages_there_are_rows_to_write_on(parts: tuple[Part, ...], text_of: Text) -> None:
    made = PlanJob((), snapshot(hard_children()), DAY, WorkPlan(1, 1, OF_YEAR, "计划", "打算"), parts)
    (sheet,), _sheets = printed(made, text_of)
    assert HEADS in sheet


def test_without_a_plan_nothing_is_printed() -> None:
    assert not plan_paper(PlanJob((), snapshot(hard_children()), DAY)).sheets
