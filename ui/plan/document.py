"""A work plan as a Word file in the manner of GB/T 9704."""

from collections.abc import Callable
from datetime import date

from app.days import on_paper
from app.ports import Disk
from app.school import Snapshot
from app.termdays import Term
from app.terms import term_title
from app.word_form import Fact, Facts, Row
from app.work_plan import PlanStage, WorkPlan
from resources import word
from ui.plan import words
from ui.plan.words import tr

Progress = Callable[[int, int], None]
FORM = "plan"


def file_name(snapshot: Snapshot, plan: WorkPlan) -> str:
    """The name to suggest."""
    return tr("{0}{1}.docx").format(snapshot.school.name, plan.title)


def document(disk: Disk, snapshot: Snapshot, plan: WorkPlan, term: Term, today: date) -> bytes:
    """The file; what is not written yet is not in it."""
    return disk.fill_word(word.form(FORM), facts(snapshot, plan, term, today))


def facts(snapshot: Snapshot, plan: WorkPlan, term: Term, today: date) -> Facts:
    """What stands in it, by the names of its file."""
    staff = {one.id: one.name for one in snapshot.staff}
    said: dict[str, Fact] = {
        tr("学校"): snapshot.school.name, tr("学期"): term_title(term.code), tr("题目"): plan.title,
        tr("日期"): on_paper(today), tr("分步"): [_row(one, staff) for one in plan.stages],
    }  # fmt: skip
    texts = {tr("打算"): plan.text, tr("期中"): plan.midterm, tr("期末"): plan.review}
    return said | {name: _paragraphs(text) for name, text in texts.items()}


def _row(one: PlanStage, staff: dict[int, str]) -> Row:
    return {
        tr("做什么"): one.what, tr("什么时候"): words.when(one), tr("谁"): staff.get(one.staff_id or 0, ""),
        tr("怎样了"): words.state_words()[one.state], tr("结果"): one.result,
    }  # fmt: skip


def _paragraphs(text: str) -> list[Row]:
    return [{tr("字"): part.strip()} for part in text.split("\n") if part.strip()]
