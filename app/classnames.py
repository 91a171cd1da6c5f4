"""Class names in all their spellings, and grades as a function of the day (domain.md §6)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from app.days import parse_day, school_year
from app.sheets import WIDE, Cell

_SIX_THREE, _FIVE_FOUR = {"primary": 6, "junior": 3}, {"primary": 5, "junior": 4}
_NUMERALS = "一二三四五六七八九十"
_N = r"(?:\d{1,2}|十[一二三四五六七八九]?|二十|[一二三四五六七八九])"
_CLASS = rf"[(\[【〔]?(?P<number>{_N})[)\]】〕]?班?"
_FORMS = (
    re.compile(rf"(?P<stage>小学|初中)?(?P<year>20\d\d)[级年]?(?:[.\-_+]|级)?{_CLASS}"),
    re.compile(rf"(?P<stage>初|小)(?:中|学)?(?P<grade>[一二三四五六1-6])(?:年级|年)?[.\-_]?{_CLASS}"),
    re.compile(rf"(?P<stage>小学|初中)?(?P<grade>[一二三四五六七八九1-9])(?:年级|年|[.\-_])?[.\-_]?{_CLASS}"),
)
_JOINED = re.compile(r"(?P<grade>[1-9])(?P<number>\d\d)班?")
_ALONE = re.compile(_CLASS)
_ENTRY = re.compile(r"(小学|初中)?(20\d\d)(?:级|年级|年|届)?")
_GRADE = re.compile(r"(小学|初中|小|初)?([一二三四五六七八九1-9])(?:年级|年|级)?")
_GRADE_IN_TITLE = re.compile(r"(?:小学|初中)?[一二三四五六七八九1-9]年级|初[一二三四]|(?:小学|初中)20\d\d级")
_IN_TITLE = re.compile(
    rf"(?:20\d\d级|初[一二三四]|[一二三四五六七八九](?:年级|年)?|(?<!\d)[1-9](?:年级|[.(]))[(\[]?{_N}[)\]]?班|(?<!\d)[1-9]0[1-9]班"
)


@dataclass(frozen=True, slots=True, order=True)
class ClassKey:
    """What identifies a class through all its years."""

    stage: str
    """"primary" or "junior"."""
    entry_year: int
    number: int


def years_of(stage: str, system: str = "六三") -> int:
    """How many grades the stage has."""
    return (_SIX_THREE if system == "六三" else _FIVE_FOUR)[stage]


def grade_of(stage: str, entry_year: int, day: date, system: str = "六三") -> int:
    """Grade 1–9 that the class is in on `day` (七年级 = 7); beyond its last grade it counts on."""
    passed = years_of("primary", system) if stage == "junior" else 0
    return school_year(day) - entry_year + 1 + passed


def last_grade(stage: str, system: str = "六三") -> int:
    """The grade in which the stage ends: 6 or 9 (五四: 5 or 9)."""
    return years_of("primary", system) if stage == "primary" else 9


@cache
def graduates_on(stage: str, entry_year: int, system: str = "六三") -> date:
    """The first day on which the class no longer exists."""
    return date(entry_year + years_of(stage, system), 9, 1)


def class_name(stage: str, entry_year: int, number: int, day: date, system: str = "六三") -> str:
    """三（1）班. A class that has left keeps the name of its last grade, one to come has that of its first."""
    last = last_grade(stage, system)
    grade = min(max(grade_of(stage, entry_year, day, system), last - years_of(stage, system) + 1), last)
    return f"{_NUMERALS[grade - 1]}（{number}）班"


def how_moved(before: ClassKey, after: ClassKey) -> str:
    """调班 within the year's classes; 留级 or 跳级 to one that entered later or earlier; 升学 to the next stage."""
    if before.stage != after.stage:
        return "升学"
    if before.entry_year == after.entry_year:
        return "调班"
    return "留级" if before.entry_year < after.entry_year else "跳级"


def class_order(stage: str, entry_year: int, number: int) -> tuple[int, int, int]:
    """Sorts classes as the school counts them: lowest grade first, then by number."""
    return (0 if stage == "primary" else 1, -entry_year, number)


def parse_class(
    text: Cell, *, day: date, grade: Cell = "", entry: Cell = "", stage: str = "", system: str = "六三"
) -> ClassKey | None:
    """The class a cell names on `day`, None if it names none.

    `grade` is a grade column (三年级, 小学2026级), `entry` an entry month (202609): they complete a bare class number.
    `stage` settles what an entry year leaves open; without it a bare year means primary school.
    """
    cell = _tidy(text)
    alone = _ALONE.fullmatch(cell)
    if alone:
        return _bare(_number(alone["number"]), day, _tidy(grade), entry, stage, system)
    if joined := _JOINED.fullmatch(cell):
        return _by_grade("", int(joined["grade"]), int(joined["number"]), day, system)
    for form in _FORMS:
        match = form.fullmatch(cell)
        if not match:
            continue
        named = match.groupdict()
        if named.get("year"):
            hint = named["stage"] or ("初" if stage == "junior" or _tidy(grade).startswith("初") else "")
            named_stage = "junior" if hint.startswith("初") else "primary"
            return ClassKey(named_stage, int(named["year"]), _number(named["number"]))
        return _by_grade(named["stage"] or "", _number(named["grade"]), _number(named["number"]), day, system)
    return None


def class_in(title: str, *, day: date, system: str = "六三") -> ClassKey | None:
    """The one class that a title, sheet name or file name mentions; None if none or several."""
    found = classes_in(title, day=day, system=system)
    return next(iter(found)) if len(found) == 1 else None


def classes_in(text: str, *, day: date, system: str = "六三") -> frozenset[ClassKey]:
    """Every class that a text mentions."""
    found = (parse_class(match[0], day=day, system=system) for match in _IN_TITLE.finditer(_tidy(text)))
    return frozenset(one for one in found if one is not None)


def grade_in(title: str) -> str:
    """三年级 where a title, sheet name or file name mentions exactly one grade and no class; "" otherwise."""
    found = {match[0] for match in _GRADE_IN_TITLE.finditer(_tidy(title))}
    return found.pop() if len(found) == 1 else ""


def _bare(number: int, day: date, grade: str, entry: Cell, stage: str, system: str) -> ClassKey | None:
    if year := _ENTRY.fullmatch(grade):
        junior = (year[1] or "").startswith("初") or (not year[1] and stage == "junior")
        return ClassKey("junior" if junior else "primary", int(year[2]), number)
    if named := _GRADE.fullmatch(grade):
        return _by_grade(named[1] or "", _number(named[2]), number, day, system)
    month = parse_day(entry) or ""
    if not month:
        return None
    entered = school_year(date.fromisoformat((month + "-09-01")[:10] if len(month) == 4 else month[:7] + "-01"))
    if len(month) > 4 and month[5:7] in ("07", "08"):
        entered += 1
    return ClassKey(stage or "primary", entered, number)


def _by_grade(stage: str, grade: int, number: int, day: date, system: str) -> ClassKey | None:
    primary = years_of("primary", system)
    if stage.startswith("初") and grade <= years_of("junior", system):
        grade += primary
    if not 1 <= grade <= 9:
        return None
    if grade > primary:
        return ClassKey("junior", school_year(day) - (grade - primary) + 1, number)
    return ClassKey("primary", school_year(day) - grade + 1, number)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text == "二十":
        return 20
    if text.startswith("十"):
        return 10 + (_NUMERALS.index(text[1]) + 1 if len(text) > 1 else 0)
    return _NUMERALS.index(text) + 1


def _tidy(cell: Cell) -> str:
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else f"{cell:g}"
    if isinstance(cell, date):
        # Excel takes 3-2 for the second of March.
        return f"{cell.month}.{cell.day}"
    return re.sub(r"[\s\u3000']+", "", str(cell).translate(WIDE))
