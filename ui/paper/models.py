"""Contact cards as worded data: what stands on the card a child carries and on the one school and family keep."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Dial:
    """One number to dial and the child's word for who answers: ("外婆", "0743 003 6128")."""

    word: str
    number: str


@dataclass(frozen=True, slots=True)
class ChildCard:
    """随身卡: no ID number, no address, no status (rules.md, What is shown and printed)."""

    child_id: int
    name: str
    class_name: str
    school: str
    numbers: tuple[Dial, ...]
    duty_phone: str
    printed: date
    mentor: str = ""
    """Empty until the child has one: a line to write on."""
    mentor_phone: str = ""
    call_time: str = ""


@dataclass(frozen=True, slots=True)
class PocketCard:
    """The small card (paper.md §3): three numbers of the family, the teacher's and the school's."""

    child_id: int
    name: str
    class_name: str
    school: str
    numbers: tuple[Dial, ...]
    teacher: str = ""
    teacher_phone: str = ""
    duty_phone: str = ""


@dataclass(frozen=True, slots=True)
class Adult:
    """One row of the family on the 联系卡."""

    word: str
    name: str
    numbers: tuple[str, ...] = ()
    where: str = ""
    """Where they are and what they do; for the carer also age and health."""
    tag: str = ""
    """"照料人", "备用" or ""."""
    gone: bool = False
    """Dead or missing: dashes instead of lines to write on."""


@dataclass(frozen=True, slots=True)
class SchoolCard:
    """联系卡 (domain.md §3): empty fields are not known and left to write by hand."""

    child_id: int
    name: str
    school: str
    copy: str
    """学校留存, 家庭留存 or 老师留存."""
    class_name: str = ""
    sex: str = ""
    ethnicity: str = ""
    birth: str = ""
    to_school: str = ""
    attention: str = ""
    call_time: str = ""
    id_number: str = ""
    address: str = ""
    adults: tuple[Adult, ...] = field(default_factory=tuple)
    class_teacher: str = ""
    class_teacher_phone: str = ""
    mentor: str = ""
    mentor_phone: str = ""
    duty_phone: str = ""
    confirmed: str = ""
    """Day and person of the last check: 2026年9月3日（李秀兰）."""
    photo: Callable[[], QImage | None] = lambda: None
    """Loads the picture when the card is painted; None leaves the box to stick one in."""
