"""The survey form of a class, from the school's data to sheets of paper: wording, order, prefilled or blank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, class_teacher_on, in_class_order
from app.changes import Change, Insert
from app.children import Child
from app.classes import SchoolClass
from app.days import on_paper
from app.school import Snapshot
from app.slips.codes import code_of
from app.slips.pile import SURVEY
from app.slips.sheet import written
from app.slips.weekly import monday_of
from app.survey import BOARDING, CARER, FATHER, MOTHER, Known, key_of, known
from app.terms import term_on, term_title
from ui.paper.output import Paper
from ui.paper.survey_form import Block, Cell, Form, Row, day_blank, pages_of, paint_page, sheet_of
from ui.paper.type import Face

BLANKS = 3
"""Empty blocks on a blank sheet: as many as fit a page."""


@dataclass(frozen=True, slots=True)
class SurveyJob:
    """Whose forms are to be printed, as of a day; without children a blank sheet."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date


@dataclass(frozen=True, slots=True)
class SurveyPage:
    """One page as it goes on paper."""

    code: str
    class_id: int
    form: Form
    blocks: Sequence[Block]
    number: int
    pages: int


def _tr(text: str) -> str:
    return QCoreApplication.translate("Survey", text)


def survey_paper(job: SurveyJob) -> Paper:
    """Pages class by class; each class counts its own pages, since its teacher takes them along."""
    sheets, owners = [], []
    for one in survey_pages(job):
        sheets.append(partial(
            paint_page, form=one.form, blocks=one.blocks, number=one.number, pages=one.pages, code=one.code
        ))  # fmt: skip
        owners.append(frozenset(block.child_id for block in one.blocks))
    return Paper(_tr("调查表"), sheets, len(job.children), owners)


def survey_pages(job: SurveyJob) -> list[SurveyPage]:
    """The pages with their codes; a blank sheet has none."""
    found, monday = [], monday_of(job.day)
    for class_id, form in _forms(job):
        pages = pages_of(form.blocks)
        for number, blocks in enumerate(pages, 1):
            code = code_of(
                job.snapshot.school.name, "survey", monday, class_id, number, len(pages), written(sheet_of(blocks))
            ) if job.children else ""  # fmt: skip
            found.append(SurveyPage(code, class_id, form, blocks, number, len(pages)))
    return found


def survey_records(job: SurveyJob, known: Sequence[str], now: datetime) -> list[Change]:
    """A row for each page of which all children are in the job, unless it was printed as it is before."""
    done = {child.id for child in job.children}
    return [
        Insert("slip", {
            "code": one.code, "kind": SURVEY, "week": monday_of(job.day).isoformat(), "class_id": one.class_id or None,
            "page": one.number, "pages": one.pages, "rows": written(sheet_of(one.blocks)),
            "printed_at": now.isoformat(timespec="seconds"),
        })
        for one in survey_pages(job)
        if one.code and one.code not in known and done.issuperset(block.child_id for block in one.blocks)
    ]  # fmt: skip


def _forms(job: SurveyJob) -> list[tuple[int, Form]]:
    """Each class and what stands on its pages; 0 for a blank sheet."""
    snapshot, day = job.snapshot, job.day
    if not job.children:
        return [(0, _form(job, None, tuple(_block(None, 0, day) for _ in range(BLANKS))))]
    by_class: dict[int, tuple[SchoolClass | None, list[Child]]] = {}
    for child in in_class_order(job.children, snapshot, day):
        found = class_of(child, snapshot, day)
        by_class.setdefault(found.id if found else 0, (found, []))[1].append(child)
    return [
        (class_id, _form(
            job, school_class, tuple(_block(child, number, day) for number, child in enumerate(children, 1))
        ))
        for class_id, (school_class, children) in by_class.items()
    ]  # fmt: skip


def _form(job: SurveyJob, school_class: SchoolClass | None, blocks: tuple[Block, ...]) -> Form:
    teacher = class_teacher_on(school_class, job.snapshot, job.day)
    term = term_on(job.snapshot, job.day)
    note = _tr("印着的是学校现在知道的。不对的用红笔划掉，对的写在旁边空处；空着的问清了再写；全都对，就在右上角打√。")
    if not job.children:
        note = _tr("一个孩子一格。在（　）里打√；已去世、没有的写“—”；不清楚的空着，问清了再写。")
    return Form(
        school=job.snapshot.school.name,
        class_name=class_name_on(school_class, job.snapshot, job.day),
        teacher=teacher.name if teacher else "",
        term=term_title(term.code) if term else "",
        blocks=blocks,
        note=note,
    )


def _block(child: Child | None, number: int, day: date) -> Block:
    found = known(child, day) if child else None
    answers = found.answers if found else {}
    rows = (
        _parent(_whom(_tr("爸爸"), found, key_of(FATHER, "kind")), FATHER, answers),
        _parent(_whom(_tr("妈妈"), found, key_of(MOTHER, "kind")), MOTHER, answers),
        _carer(_whom(_tr("谁带"), found, key_of(CARER, "name")), answers),
        _home(answers), _care(answers), _needs(answers),
    )  # fmt: skip
    if child is None:
        return Block(0, 0, "", "", rows)
    birth = on_paper(child.birth) if child.birth else ""
    seat = _tr("学号 {0}").format(child.seat_number) if child.seat_number else ""
    about = "  ".join(part for part in (child.sex, birth and _tr("{0}生").format(birth), seat) if part)
    return Block(child.id, number, child.name, about, rows)


def _whom(word: str, found: Known | None, *keys: str) -> str:
    """爸爸, with a second line where nobody has confirmed yet what is printed."""
    return f"{word}\n{_tr('待核对')}" if found and found.doubtful & set(keys) else word


def _parent(word: str, side: str, answers: Mapping[str, str]) -> Row:
    kind = answers.get(f"{side}.kind", "")
    if kind in ("已去世", "失去联系"):
        return Row(word, (Cell(_tr("姓名"), 27, answers[f"{side}.name"]), Cell("", 142, f"—  {kind}")))
    return Row(word, (
        Cell(_tr("姓名"), 27, answers.get(f"{side}.name", "")),
        Cell(_tr("电话"), 42, _numbers(answers, side), Face.BOLD),
        Cell("", 20, kind, choices=(_tr("在外"), _tr("在家"))),
        Cell(_tr("从哪天起"), 32, answers.get(f"{side}.since", ""), blank=day_blank()),
        Cell(_tr("在哪里、做什么"), 48, answers.get(f"{side}.place", "")),
    ))  # fmt: skip


def _carer(word: str, answers: Mapping[str, str]) -> Row:
    return Row(word, (
        Cell(_tr("姓名"), 27, answers.get(f"{CARER}.name", "")),
        Cell(_tr("电话"), 42, _numbers(answers, CARER), Face.BOLD),
        Cell(_tr("关系"), 20, answers.get(f"{CARER}.relation", "")),
        Cell(_tr("从哪天起"), 32, answers.get(f"{CARER}.since", ""), blank=day_blank()),
        Cell(_tr("住在哪里"), 48, answers.get(f"{CARER}.address", "")),
    ))  # fmt: skip


def _numbers(answers: Mapping[str, str], whom: str) -> str:
    """One number to a line."""
    return answers.get(f"{whom}.phone", "").replace("、", "\n")


def _home(answers: Mapping[str, str]) -> Row:
    return Row(_tr("住址"), (
        Cell(_tr("现在住在哪里"), 149, answers.get("address", "")),
        Cell("", 20, answers.get("boarding", ""), choices=BOARDING),
    ))  # fmt: skip


def _care(answers: Mapping[str, str]) -> Row:
    return Row(_tr("孩子"), (
        Cell(_tr("要注意（过敏、用药）"), 112, answers.get("attention", "")),
        Cell(_tr("约好通话"), 57, answers.get("call_time", "")),
    ))  # fmt: skip


def _needs(answers: Mapping[str, str]) -> Row:
    sides = (_tr("学习"), _tr("生活"), _tr("心理"), _tr("安全"), _tr("健康"))
    return Row(_tr("要关心"), (Cell("", 169, answers.get("needs", ""), asides=sides),))
