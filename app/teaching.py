"""Whom a member of staff teaches, as far as their duties say it: 数学，五年级 · 体育，全校 · 语文，三（1）班班主任."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.classes import SchoolClass
from app.classnames import ClassKey, classes_in, grade_of, last_grade, years_of

_NUMERALS = "一二三四五六七八九"
_GRADES = re.compile(rf"([{_NUMERALS}、，,和至到—-]+)年级|初([一二三四])")
_RANGE = re.compile(rf"([{_NUMERALS}])[至到—-]+([{_NUMERALS}])")
_BANDS = {"低年级": (1, 2), "中年级": (3, 4), "高年级": (5, 6)}
_AWAY = ("病假", "产假", "休假", "请假")
_SUPPORT = ("门卫", "保安", "食堂", "厨", "保洁", "宿管", "司机", "后勤")


@dataclass(frozen=True, slots=True)
class Teaching:
    """What the duties say."""

    classes: frozenset[ClassKey] = frozenset()
    grades: frozenset[int] = frozenset()
    everybody: bool = False
    away: bool = False
    """The duties themselves say that this person is on leave."""
    support: bool = False
    """Does not teach: gate, kitchen, dormitory."""

    def includes(self, one: SchoolClass, day: date, system: str) -> bool:
        """Whether a class is among those taught on that day."""
        grade = grade_of(one.stage, one.entry_year, day, system)
        return self.everybody or one.key in self.classes or grade in self.grades


@lru_cache(maxsize=2_000)
def teaching(duties: str, day: date, system: str = "六三") -> Teaching:
    """Read the duties of a member of staff."""
    grades = {grade for match in _GRADES.finditer(duties) for grade in _grades(match, system)}
    for word, (first, last) in _BANDS.items():
        if word in duties:
            upper = last_grade("primary", system) if word == "高年级" else last
            grades |= set(range(first if word != "高年级" else upper - 1, upper + 1))
    return Teaching(
        classes_in(duties, day=day, system=system), frozenset(grades), "全校" in duties,
        any(word in duties for word in _AWAY), any(word in duties for word in _SUPPORT),
    )  # fmt: skip


def _grades(match: re.Match[str], system: str) -> set[int]:
    if match[2]:
        return {years_of("primary", system) + _NUMERALS.index(match[2]) + 1}
    found = {_NUMERALS.index(letter) + 1 for letter in match[1] if letter in _NUMERALS}
    for first, last in _RANGE.findall(match[1]):
        found |= set(range(_NUMERALS.index(first) + 1, _NUMERALS.index(last) + 2))
    return found
