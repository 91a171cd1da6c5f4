"""03 计划: the plans of year and term, each as PDF and as Word; the year's in both its terms."""

import io

import docx
import pypdf

from app.changes import Insert
from app.edits.work_plan import write_plan
from app.termdays import Term
from app.work_plan import OF_TERM, OF_YEAR, PlanStage, WorkPlan
from db.store import FileStore
from tests.ui.pack.conftest import Look
from ui.pack.planned import no_plan, plans
from ui.pack.scene import Scene


def write(store: FileStore, term: Term, span: str, title: str, *stages: str) -> None:
    told = WorkPlan(0, term.id, span, title, f"{title}的打算", stages=tuple(PlanStage(0, 0, one) for one in stages))
    store.apply("写计划", write_plan(told, None))


def made(scene: Scene) -> dict[str, bytes]:
    return {f"{one.title}.{one.ending}": one.make().data for one in plans(scene)}


def in_word(content: bytes) -> list[list[str]]:
    return [[row.cells[0].text for row in one.rows[1:]] for one in docx.Document(io.BytesIO(content)).tables]


def in_pdf(content: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def test_both_plans_lie_there_on_paper_and_in_word(store: FileStore, look: Look) -> None:
    term = store.snapshot().terms[0]
    assert made(look()) == {} and [one.count for one in no_plan(look(), {})] == [1]
    write(store, term, OF_TERM, "学期的计划", "摸底", "家访")
    write(store, term, OF_YEAR, "学年的计划")
    found = made(look())
    assert list(found) == ["学年计划.pdf", "学年计划.docx", "学期计划.pdf", "学期计划.docx"]
    assert in_word(found["学年计划.docx"]) == in_word(found["学期计划.docx"]) == [["摸底", "家访"]]
    assert all(one in in_pdf(found["学年计划.pdf"]) for one in ("学年的计划的打算", "第一学期", "摸底", "家访"))
    assert "学期的计划的打算" in in_pdf(found["学期计划.pdf"]) and not list(no_plan(look(), {}))


def test_the_years_plan_lies_in_the_spring_too(store: FileStore, look: Look) -> None:
    write(store, store.snapshot().terms[0], OF_YEAR, "学年的计划", "制度上墙")
    store.apply("下学期", [Insert("term", {"code": "2026-2", "from_day": "2027-02-22", "until_day": "2027-07-02"})])
    autumn = look()
    spring = Scene(autumn.session, store.snapshot().terms[-1], autumn.day, autumn.choices, store.snapshot())
    assert spring.term.code == "2026-2" and list(made(spring)) == ["学年计划.pdf", "学年计划.docx"]
    assert [one.count for one in no_plan(spring, {})] == [1]
