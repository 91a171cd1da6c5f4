"""Registration forms from the school's data to sheets: wording, dashes, masks, order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, class_teacher_on, in_class_order, working_numbers
from app.carer import carer_of
from app.children import NO_CARER, Child, Kin
from app.days import age_on, on_paper
from app.guardianship import actual_care, care_state, cause, marriage
from app.kinship import FATHERS, MOTHERS
from app.phones import dial_text
from app.school import Snapshot
from app.whereabouts import current
from ui.paper.cards import masked_id
from ui.paper.form_rows import ELDERS, Elder, Parent, RegistrationForm
from ui.paper.output import Paper
from ui.paper.registration_form import FormSheets

NONE = "—"


@dataclass(frozen=True, slots=True)
class FormJob:
    """For which children forms are filled in, as of a day."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    full_ids: bool = False
    """Full ID numbers: only after a confirmation, and logged."""
    blank: bool = False
    """The empty form instead, to be written by hand."""
    surveyed: Mapping[int, date] = field(default_factory=dict)
    """By child the day on which the family was asked; a form of another child is dated by hand."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Forms", text)


def form_paper(job: FormJob) -> Paper:
    """The forms by class and name, each beginning on a sheet of its own."""
    if job.blank:
        forms = [RegistrationForm(job.snapshot.school.name)]
    else:
        forms = [form_of(child, job) for child in in_class_order(job.children, job.snapshot, job.day)]
    laid = [FormSheets(form) for form in forms]
    sheets = [partial(one.paint, number=number) for one in laid for number in range(1, one.count + 1)]
    owners = [frozenset({one.form.child_id}) for one in laid for _number in range(one.count)]
    # Named without the word 留守: file names never say it (rules.md).
    return Paper(_tr("基本情况登记表"), sheets, len(forms), owners)


def form_of(child: Child, job: FormJob) -> RegistrationForm:
    """One child's form."""
    snapshot, day = job.snapshot, job.day
    school_class = class_of(child, snapshot, day)
    teacher = class_teacher_on(school_class, snapshot, day)
    carer = carer_of(child, day)
    nobody = child.entrusted == NO_CARER
    who = None if nobody else carer.kin
    age = age_on(who.birth, day) if who else None
    return RegistrationForm(
        school=snapshot.school.name,
        child_id=child.id,
        day=on_paper(job.surveyed[child.id]) if child.id in job.surveyed else "",
        name=child.name,
        sex=child.sex,
        ethnicity=child.ethnicity,
        birth=on_paper(child.birth) if child.birth else "",
        id_number=_id(child.id_number, job),
        household=child.household,
        health=child.health,
        class_name=class_name_on(school_class, snapshot, day),
        class_teacher=teacher.name if teacher else "",
        travel=child.travel,
        way=_tr("约 {0} 公里").format(child.distance_km) if child.distance_km else "",
        address=child.address or child.home_address,
        boarding=child.boarding,
        disabled=_disabled(child),
        disability=child.disability if _disabled(child) else "",
        father=_parent(_of(child, FATHERS), child, job),
        mother=_parent(_of(child, MOTHERS), child, job),
        marriage=marriage(child),
        elders={kin.relation: _elder(kin, day) for kin in child.kin if kin.relation in ELDERS},
        cause=cause(child, day),
        care=actual_care(child, day, carer),
        carer=NONE if nobody else who.name if who else "",
        carer_relation=NONE if nobody else who.relation if who else "",
        carer_age=NONE if nobody else _tr("{0} 岁").format(age) if age is not None else "",
        carer_phones=(NONE,) if nobody else _phones(who) if who else (),
        care_state=care_state(child, day, carer),
        entrusted=_tr("未签") if nobody else child.entrusted,
        income=tuple(child.income.split("、")),
        aid=tuple(child.aid.split("、")),
        needs=child.needs,
    )


def _id(number: str, job: FormJob) -> str:
    return number if job.full_ids else masked_id(number)


def _disabled(child: Child) -> bool | None:
    """Yes by the kind or the health; no where one of the two is known; None = not asked."""
    if child.disability and child.disability not in ("无", "无残疾", "否"):
        return True
    if "残疾" in child.health:
        return True
    return False if child.health or child.disability else None


def _of(child: Child, relations: Sequence[str]) -> Kin | None:
    """The parent of that side, a living one first."""
    found = [kin for kin in child.kin if kin.relation in relations]
    return next((kin for kin in found if kin.state != "dead"), found[0] if found else None)


def _parent(kin: Kin | None, child: Child, job: FormJob) -> Parent:
    if kin is None:
        return Parent()
    if kin.state == "dead":
        return Parent(NONE, NONE, (NONE,), _tr("已去世"), NONE)
    if kin.state == "missing":
        return Parent(kin.name or NONE, _id(kin.id_number, job), (NONE,), _tr("失去联系"), NONE)
    found = current(kin, job.day)
    place, since = kin.address, ""
    if found is not None and found.kind == "away":
        place = found.place or kin.address
        place += kin.work_unit if kin.work_unit and kin.work_unit not in place else ""
        since = _tr("{0}年\n{1}月").format(found.from_day.year, found.from_day.month) if found.from_day else ""
    elif found is not None:
        place, since = kin.address or (_tr("在家") if found.place.startswith("在家") else found.place), NONE
    return Parent(kin.name, _id(kin.id_number, job), _phones(kin), place or (_tr("在家") if since else ""), since)


def _elder(kin: Kin, day: date) -> Elder:
    if kin.state in ("dead", "missing"):
        return Elder(NONE, NONE, NONE, (NONE,))
    age = age_on(kin.birth, day)
    return Elder(kin.name, _tr("{0} 岁").format(age) if age is not None else "", kin.health, _phones(kin))


def _phones(kin: Kin) -> tuple[str, ...]:
    """The numbers that work; a dash where there are none but dead ones; nothing where none is known."""
    numbers = tuple(dial_text(number) for number in working_numbers(kin))
    return numbers or ((NONE,) if kin.phones else ())
