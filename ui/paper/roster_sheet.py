"""学期花名册: the pupils of a term as the office form every county knows (domain.md §3, paper.md §9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, in_class_order, working_numbers
from app.carer import carer_of
from app.children import Child, Kin
from app.days import on_paper
from app.idnumber import mask_id
from app.kinship import FATHERS, MOTHERS, canonical_relation, spoken_relation
from app.pairing import mentors_on
from app.school import Snapshot
from app.sheets import Column, SheetOut
from app.status import register_status
from app.terms import term_on, term_title
from app.whereabouts import current

DASH = "—"
ID_MM = 20.0
FULL_ID_MM = 34.0
"""18 half-width digits of 宋体 9.5 are 30.2 mm wide, the cell's edges 2."""


@dataclass(frozen=True, slots=True)
class RosterJob:
    """Which roster: of which children and day, with full ID numbers (confirmed and logged) or masked ones."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    full: bool = False
    all_pupils: bool = False
    """False: the children are the left-behind ones, and the title says so."""
    class_name: str = ""
    """The class that the children are all of, if the title shall name it."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("RosterSheet", text)


def roster_sheet(job: RosterJob) -> SheetOut:
    """The roster by class and name, ready for `disk.write_sheet`."""
    ordered = in_class_order(job.children, job.snapshot, job.day)
    school = job.snapshot.school.name
    staff = {one.id: one.name for one in job.snapshot.staff}
    mentors = {child: staff.get(one, "") for child, one in mentors_on(job.snapshot.pairings, job.day).items()}
    return SheetOut(
        name=job.class_name or _tr("花名册"),
        title=title(job),
        columns=_columns(job.full),
        rows=tuple(_row(number, child, job, mentors.get(child.id, "")) for number, child in enumerate(ordered, 1)),
        left_note=_tr("填报单位（盖章）：{0}").format(school),
        right_note=_tr("填报日期：{0}").format(on_paper(job.day)),
        total=(_tr("合计"), _total(ordered, job.day)),
        signatures=(_tr("单位负责人（签名）："), _tr("审核人（签名）："), _tr("填表人（签名）：")),
    )


def title(job: RosterJob) -> str:
    """青石坪中心小学2026—2027学年第一学期三（1）班留守儿童花名册."""
    kind = _tr("学生花名册") if job.all_pupils else _tr("留守儿童花名册")
    return f"{job.snapshot.school.name}{_term_words(job)}{job.class_name}{kind}"


def file_name(job: RosterJob, by_class: bool = False) -> str:
    """The name to suggest; names of files do not say 留守 (rules.md)."""
    kind = _tr("学生花名册") if job.all_pupils else _tr("花名册")
    each = _tr("（每班一张）") if by_class else ""
    return f"{job.snapshot.school.name}{_term_words(job)}{kind}{each}.xlsx"


def _term_words(job: RosterJob) -> str:
    term = term_on(job.snapshot, job.day)
    return term_title(term.code) if term else ""


def _columns(full: bool) -> tuple[Column, ...]:
    gives_way = 2.0 if full else 0.0
    father, mother, carer = _tr("父亲"), _tr("母亲"), _tr("监护（照料）人")
    name, place, phone = _tr("姓名"), _tr("务工地"), _tr("电话")
    return (
        Column((_tr("序号"),), 8.2),
        Column((name,), 15.5),
        Column((_tr("性别"),), 8.0),
        Column((_tr("民族"),), 8.5),
        Column((_tr("出生\n年月"),), 13.5, fit=True),
        Column((_tr("年级班级"),), 16.0),
        Column((_tr("身份证号"),), FULL_ID_MM if full else ID_MM, fit=True),
        Column((_tr("家庭住址"),), 25.6, "left"),
        Column((father, name), 13.5),
        Column((father, place), 19.0, "left"),
        Column((father, phone), 20.5, fit=True),
        Column((mother, name), 13.5),
        Column((mother, place), 19.0, "left"),
        Column((mother, phone), 20.5, fit=True),
        Column((carer, name), 13.5),
        Column((carer, _tr("关系")), 9.0),
        Column((carer, phone), 20.5, fit=True),
        Column((_tr("留守\n类型"),), 8.5),
        Column((_tr("是否\n寄宿"),), 8.5),
        Column((_tr("帮扶教师"),), 13.5),
        Column((_tr("备注"),), 11.5 - gives_way, "left"),
    )


def _row(number: int, child: Child, job: RosterJob, mentor: str) -> tuple[str, ...]:
    day = job.day
    carer = carer_of(child, day).kin
    return (
        str(number),
        child.name,
        child.sex,
        child.ethnicity,
        child.birth[:7].replace("-", "."),
        class_name_on(class_of(child, job.snapshot, day), job.snapshot, day),
        child.id_number if job.full else _masked(child.id_number),
        child.address or child.home_address,
        *_parent(_first(child, FATHERS), day),
        *_parent(_first(child, MOTHERS), day),
        carer.name if carer else "",
        _relation(carer) if carer else "",
        _phones(carer) if carer else "",
        _status(child, day),
        {_tr("住校"): _tr("是"), _tr("走读"): _tr("否")}.get(child.boarding, ""),
        mentor,
        child.note,
    )


def _masked(number: str) -> str:
    """433123**** / ****0046 on two lines of the cell."""
    masked = mask_id(number)
    return f"{masked[:10]}\n{masked[10:]}" if len(masked) > 10 else masked


def _first(child: Child, relations: Iterable[str]) -> Kin | None:
    """The living parent of that side before a dead one."""
    found = [kin for kin in child.kin if kin.relation in relations]
    return next((kin for kin in found if kin.state != "dead"), found[0] if found else None)


def _parent(kin: Kin | None, day: date) -> tuple[str, str, str]:
    """Name, work place, numbers: only what an import of this sheet would find unchanged in the file."""
    if kin is None:
        return "", "", ""
    if kin.state == "dead":
        return DASH, _tr("已去世"), DASH
    where = current(kin, day)
    at_home = where is not None and where.kind == "home"
    place = where.place if where else ""
    return kin.name, place or (_tr("在家") if at_home else ""), _phones(kin)


def _relation(kin: Kin) -> str:
    """The everyday word where it means only this relation (外婆), else the official one."""
    spoken = spoken_relation(kin.relation)
    return spoken if canonical_relation(spoken) == kin.relation else kin.relation


def _phones(kin: Kin) -> str:
    return "\n".join(working_numbers(kin))


def _status(child: Child, day: date) -> str:
    words = {"both_away": _tr("双亲"), "one_away": _tr("单亲"), "none": _tr("否")}
    return words.get(register_status(child, day).status, "")


def _total(children: Sequence[Child], day: date) -> str:
    def count(*wanted: str) -> int:
        return sum(1 for child in children if register_status(child, day).status in wanted)

    boys = sum(1 for child in children if child.sex == _tr("男"))
    girls = sum(1 for child in children if child.sex == _tr("女"))
    boarders = sum(1 for child in children if child.boarding == _tr("住校"))
    day_pupils = sum(1 for child in children if child.boarding == _tr("走读"))
    unknown = len(children) - boarders - day_pupils
    parts = [
        _parts((_tr("男"), boys), (_tr("女"), girls), (_tr("性别未填"), len(children) - boys - girls)),
        _parts((_tr("双亲留守"), count("both_away")), (_tr("单亲留守"), count("one_away"))),
        _parts((_tr("寄宿"), boarders), (_tr("走读"), day_pupils), (_tr("寄宿未填"), unknown)),
    ]
    return _tr("{0} 人。其中：{1}。").format(len(children), "；".join(part for part in parts if part))


def _parts(*counts: tuple[str, int]) -> str:
    """男 37 人，女 24 人; what is not filled in is named only where it occurs."""
    shown = [pair for number, pair in enumerate(counts) if pair[1] or number < 2]
    return "，".join(_tr("{0} {1} 人").format(*pair) for pair in shown)
