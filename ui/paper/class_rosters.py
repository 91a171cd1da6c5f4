"""花名册, 每班一张: a sheet with the numbers of every class, then the roster of each class."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, class_teacher_on, in_class_order
from app.children import Child
from app.classes import SchoolClass
from app.days import on_paper
from app.sheets import Column, SheetOut, Span, Value
from app.statistics import Sum, difference
from app.statistics.table import BOYS, GIRLS, boarding_of
from app.status import BOTH, NONE, ONE, register_status
from ui.figure_words import verdict
from ui.paper.roster_sheet import RosterJob, roster_sheet, title

ALL_SUMS = (Sum(True, 0, (1, 2, 3)), Sum(True, 0, (4, 5, 6)), Sum(True, 0, (7, 8, 9)))
"""人数 = 男 + 女 + 未填 = 双亲 + 单亲 + 非留守 = 寄宿 + 走读 + 未采集: columns counted from 人数."""


@dataclass(frozen=True, slots=True)
class ClassMembers:
    """The children of one class; `of` is None for children who were never in one."""

    of: SchoolClass | None
    children: tuple[Child, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClassRosters", text)


def by_classes(job: RosterJob) -> list[ClassMembers]:
    """The children of the job by class, in class order."""
    lists: dict[int, ClassMembers] = {}
    for child in in_class_order(job.children, job.snapshot, job.day):
        of = class_of(child, job.snapshot, job.day)
        key = of.id if of else 0
        before = lists.get(key, ClassMembers(of, ()))
        lists[key] = ClassMembers(of, (*before.children, child))
    return list(lists.values())


def class_rosters(job: RosterJob) -> SheetOut:
    """The book: 汇总 first, which an import of the book passes over, then one roster for each class."""
    lists = by_classes(job)
    jobs = [replace(job, children=one.children, class_name=_name(one, job)) for one in lists]
    return replace(_summary(lists, job), more=tuple(roster_sheet(one) for one in jobs))


def _name(one: ClassMembers, job: RosterJob) -> str:
    return class_name_on(one.of, job.snapshot, job.day) or _tr("没有班级")


def _summary(lists: Sequence[ClassMembers], job: RosterJob) -> SheetOut:
    numbers = [_numbers(one.children, job) for one in lists]
    whole = tuple(sum(column) for column in zip(*numbers, strict=True)) if numbers else (0,) * 10
    rows: list[tuple[Value, ...]] = []
    for one, counted in zip(lists, numbers, strict=True):
        teacher = class_teacher_on(one.of, job.snapshot, job.day)
        rows.append((str(len(rows) + 1), _name(one, job), teacher.name if teacher else "", *counted))
    rows.append((_tr("合计"), "", "", *whole))
    out = [difference(one, (*numbers, whole)) for one in ALL_SUMS]
    return SheetOut(
        name=_tr("汇总"), title=_tr("{0}汇总表").format(title(job)), columns=_columns(), rows=tuple(rows),
        left_note=_tr("填报单位（盖章）：{0}").format(job.snapshot.school.name),
        right_note=_tr("填报日期：{0}　单位：人").format(on_paper(job.day)),
        strong=frozenset({len(lists)}), ruled=frozenset({len(lists)}),
        spans=(Span(len(lists), 0, 1, 3),),
        foot=(
            (_tr("核对"), 3), (_tr("合计=各班相加 {0}").format(verdict(whole[0] - len(job.children))), 1),
            (_tr("1栏=2+3+4栏 {0}").format(verdict(out[0])), 3), (_tr("1栏=5+6+7栏 {0}").format(verdict(out[1])), 3),
            (_tr("1栏=8+9+10栏 {0}").format(verdict(out[2])), 3),
        ),
        signatures=(_tr("单位负责人（签名）："), _tr("审核人（签名）："), _tr("填表人（签名）：")),
        boxed=True, row_pt=22.0,
    )  # fmt: skip


def _numbers(children: Sequence[Child], job: RosterJob) -> tuple[int, ...]:
    statuses = [register_status(child, job.day).status for child in children]
    boarding = [boarding_of(child.boarding) for child in children]
    sexes = [child.sex if child.sex in (BOYS, GIRLS) else "" for child in children]
    return (
        len(children), *(sexes.count(sex) for sex in (BOYS, GIRLS, "")),
        *(statuses.count(status) for status in (BOTH, ONE, NONE)),
        *(boarding.count(kind) for kind in ("boards", "day", "")),
    )  # fmt: skip


def _columns() -> tuple[Column, ...]:
    groups = (
        (_tr("性别"), (_tr("男"), _tr("女"), _tr("未填"))),
        (_tr("留守类型"), (_tr("双亲"), _tr("单亲"), _tr("非留守"))),
        (_tr("住宿"), (_tr("寄宿"), _tr("走读"), _tr("未采集"))),
    )
    columns = [
        Column((_tr("序号"),), 16.0, number=_tr("甲")), Column((_tr("班级"),), 30.0, number=_tr("乙")),
        Column((_tr("班主任"),), 28.0, number=_tr("丙")), Column((_tr("人数"),), 34.0, number="1"),
    ]  # fmt: skip
    for group, parts in groups:
        for place, part in enumerate(parts):
            columns.append(Column((group, part), 18.0, number=str(len(columns) - 2), group=not place))
    return tuple(columns)
