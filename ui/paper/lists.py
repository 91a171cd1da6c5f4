"""Class lists from the school's data to sheets: which pupils, in which order, and what each list may show of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, class_teacher_on, in_class_order, numbers_to_dial
from app.children import Child
from app.classes import SchoolClass
from app.days import on_paper
from app.enrolment import classes_by_id
from app.kinship import spoken_relation
from app.phones import dial_text
from app.school import Snapshot
from ui.paper.class_list import ClassList, Pupil, door_sheets, teacher_sheets, tick_sheets
from ui.paper.output import PaintPage, Paper

PHONES = 2


@dataclass(frozen=True, slots=True)
class ListJob:
    """Which list ("door", "teacher" or "ticks") of the classes these children are in, as of a day."""

    style: str
    children: Sequence[Child]
    snapshot: Snapshot
    day: date


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lists", text)


def style_words() -> dict[str, str]:
    """The lists and what the panel calls them."""
    return {"door": _tr("贴门上"), "teacher": _tr("老师用"), "ticks": _tr("打勾表")}


SHEETS: dict[str, Callable[[ClassList], list[PaintPage]]] = {
    "door": door_sheets, "teacher": teacher_sheets, "ticks": tick_sheets,
}  # fmt: skip


def list_paper(job: ListJob) -> Paper:
    """A list a class, lowest grade first."""
    sheets: list[PaintPage] = []
    owners: list[frozenset[int]] = []
    lists = class_lists(job)
    for found, ids in lists:
        mine = SHEETS[job.style](found)
        sheets += mine
        owners += [ids] * len(mine)
    return Paper(_tr("班级名单"), sheets, len(lists), owners)


def class_lists(job: ListJob) -> list[tuple[ClassList, frozenset[int]]]:
    """The classes with their pupils, by seat number where all have one, else by pinyin."""
    classes = classes_by_id(job.snapshot)
    groups: dict[int, list[Child]] = {}
    by_id: dict[int, SchoolClass] = {}
    for child in in_class_order(job.children, job.snapshot, job.day):
        found = class_of(child, job.snapshot, job.day, classes)
        if found is not None:
            by_id[found.id] = found
            groups.setdefault(found.id, []).append(child)
    return [
        (_list(by_id[key], children, job), frozenset(child.id for child in children))
        for key, children in groups.items()
    ]


def _list(school_class: SchoolClass, children: list[Child], job: ListJob) -> ClassList:
    if all(child.seat_number.isdecimal() for child in children):
        children = sorted(children, key=lambda child: int(child.seat_number))
        seats = [child.seat_number for child in children]
    else:
        seats = [""] * len(children)
    teacher = class_teacher_on(school_class, job.snapshot, job.day)
    pupils = [_pupil(child, seat, job) for child, seat in zip(children, seats, strict=True)]
    name = class_name_on(school_class, job.snapshot, job.day)
    return ClassList(job.snapshot.school.name, name, teacher.name if teacher else "", tuple(pupils), on_paper(job.day))


def _pupil(child: Child, seat: str, job: ListJob) -> Pupil:
    """Only the teacher's list has numbers; the others hang where anybody passes (rules.md)."""
    dials: tuple[tuple[str, str], ...] = ()
    if job.style == "teacher":
        dials = tuple((spoken_relation(kin.relation), dial_text(number))
                      for kin, number in numbers_to_dial(child, job.day, PHONES))  # fmt: skip
    return Pupil(child.name, child.sex, seat, dials)
