"""The school, its terms, staff and classes: what every list and paper is headed with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.agreements import Agreement
from app.care_rules import CareRule
from app.children import Child
from app.classes import SchoolClass
from app.pairing import HelpPlan, Pairing, Priority
from app.postponing import Postponed
from app.rooms import Room
from app.termdays import CalendarDay, Term


@dataclass(frozen=True, slots=True)
class School:
    """The one school of this file."""

    name: str
    code: str = ""
    """学校标识码."""
    county: str = ""
    duty_phone: str = ""
    system: str = "六三"
    """学制: 六三 or 五四; how many years primary and junior school take."""
    is_sample: bool = False
    """True for the sample school: marked on every screen and thrown away with one click."""
    started_on: date | None = None
    """Monday of the set-up week: before it no rule owes anything (rules.md, What is due)."""


@dataclass(frozen=True, slots=True)
class Staff:
    """A teacher or other member of the school's staff."""

    id: int
    name: str
    phone: str = ""
    duties: str = ""
    left_on: date | None = None
    sex: str = ""
    village: str = ""
    group_role: str = ""
    """In the leading group (领导小组): 组长, 副组长, 组员; "" = not in it."""
    group_duty: str = ""
    counsellor: bool = False
    """心理教师: reads the counselling notes."""


@dataclass(frozen=True, slots=True)
class StaffLeave:
    """A period [from_day, until_day) in which somebody is not at work: ill, studying."""

    id: int
    staff_id: int
    from_day: date
    until_day: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A county's own form that the program fills: an .xlsx or .docx and which field goes where."""

    id: int
    name: str
    kind: str
    """"xlsx" or "docx"."""
    file: str
    """What `Store.keep_file` answered for the empty form."""
    marks: str = ""
    """JSON: which fact goes where (`app.templates`)."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything the roster needs, read in one go; replaced piecewise after each save."""

    school: School
    terms: tuple[Term, ...] = ()
    staff: tuple[Staff, ...] = ()
    classes: tuple[SchoolClass, ...] = ()
    children: dict[int, Child] = field(default_factory=dict)
    """By row id. Every child ever enrolled: who is here on a day is a question for `app.enrolment`."""
    not_same: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Pairs of children (smaller id first) whom the office called two people, and the id of the row that says so."""
    templates: tuple[Template, ...] = ()
    calendar: tuple[CalendarDay, ...] = ()
    rules: tuple[CareRule, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    leaves: tuple[StaffLeave, ...] = ()
    priorities: tuple[Priority, ...] = ()
    plans: tuple[HelpPlan, ...] = ()
    postponed: tuple[Postponed, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    rooms: tuple[Room, ...] = ()
