"""What the parts of a work plan are called."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.edits import BadValue
from app.school import Snapshot
from app.terms import split_code, term_title
from app.work_plan import DOING, DONE, DROPPED, OF_TERM, OF_YEAR, OPEN, Part, PlanStage, WorkPlan


def tr(text: str) -> str:
    """The words of plans in the language of the interface."""
    return QCoreApplication.translate("plan", text)


def span_word(span: str) -> str:
    """学期计划, 学年计划."""
    return {OF_TERM: tr("学期计划"), OF_YEAR: tr("学年计划")}[span]


def state_words() -> dict[str, str]:
    """没开始, 在做, 做好了, 不做了."""
    return {OPEN: tr("没开始"), DOING: tr("在做"), DONE: tr("做好了"), DROPPED: tr("不做了")}


def proposed_title(code: str, span: str) -> str:
    """2026—2027学年第一学期关爱工作计划."""
    whole = term_title(code)
    when = whole if span == OF_TERM else whole[: whole.index(tr("学年")) + 2]
    return tr("{0}关爱工作计划").format(when)


def choice_word(code: str, span: str) -> str:
    """2026年秋季学期计划, 2026—2027学年计划: short enough for a choice; its title stands where it was chosen."""
    year, half = split_code(code)
    if span == OF_YEAR:
        return tr("{0}—{1}学年计划").format(year, year + 1)
    return tr("{0}年秋季学期计划").format(year) if half == 1 else tr("{0}年春季学期计划").format(year + 1)


def when(stage: PlanStage) -> str:
    """9月1日—9月30日, 9月30日前, 9月1日起."""
    first, last = (_day(one) for one in (stage.from_day, stage.until_day))
    if first and last:
        return first if first == last else tr("{0}—{1}").format(first, last)
    return tr("{0}前").format(last) if last else tr("{0}起").format(first) if first else ""


def part_words(parts: Sequence[Part]) -> list[str]:
    """全年, 第一学期, 第二学期 over the stages of a year; nothing over those of a term, which stand alone."""
    if all(one.term is None for one in parts):
        return [""] * len(parts)
    return [half_word(one.term.code) if one.term is not None else tr("全年") for one in parts]


def half_word(code: str) -> str:
    """第一学期 or 第二学期."""
    return tr("第一学期") if split_code(code)[1] == 1 else tr("第二学期")


def section_words() -> dict[str, str]:
    """What the parts of a plan are called where it leaves the screen, by the fields of `WorkPlan`."""
    return {"text": tr("总体打算"), "stages": tr("工作安排"), "midterm": tr("期中检查"), "review": tr("期末总结")}


def who(stage: PlanStage, snapshot: Snapshot) -> str:
    """Who does it."""
    return next((one.name for one in snapshot.staff if one.id == stage.staff_id), "")


def file_name(snapshot: Snapshot, plan: WorkPlan, ending: str) -> str:
    """The name to suggest for a file."""
    return f"{snapshot.school.name}{plan.title}.{ending}"


def finding(plan: WorkPlan | None, span: str, today: date) -> str:
    """The heading: what waits."""
    if plan is None:
        return tr("还没有写{0}").format(span_word(span))
    late = sum(one.is_late(today) for one in plan.stages)
    if late:
        return tr("{0} 步到期没做").format(late)
    if not plan.stages:
        return tr("计划里还没有分步")
    left = sum(one.state in (OPEN, DOING) for one in plan.stages)
    return tr("还有 {0} 步要做").format(left) if left else tr("{0} 步都做完了").format(len(plan.stages))


def wrong(error: BadValue) -> str:
    """Why it cannot be stored, in one sentence."""
    field = error.field.partition(":")[0]
    return {
        "title": tr("计划叫什么还没写"), "what": tr("有一步没写做什么"), "until_day": tr("有一步的结束在开始前面"),
    }.get(field, tr("有一格写得不对"))  # fmt: skip


def _day(day: date | None) -> str:
    return "" if day is None else tr("{0}月{1}日").format(day.month, day.day)
