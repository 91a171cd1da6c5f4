"""Typed values tidied for the file, or refused with a reason that the window words."""

import re
from collections.abc import Sequence
from datetime import date

from app import days, idnumber, names, phones
from app.changes import Change, Delete, Update
from app.periods import Period


class BadValue(ValueError):
    """A value that cannot be stored.

    `reason`: empty · not_a_day · in_the_future · not_a_phone · length, characters, date (of an ID number) ·
    not_a_choice · not_a_number · not_a_pinyin · not_here · still_here · taken · has_pupils · too_early ·
    too_late · before_the_pair · unknown_field.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def name(field: str, text: str) -> str:
    """A person's name that must not be empty."""
    cleaned = names.clean_name(text)
    if not cleaned:
        raise BadValue(field, "empty")
    return cleaned


def birth(field: str, text: str) -> str:
    """ISO text of a day that may be vague; "" for none. One that can only lie ahead of today is refused."""
    day = days.parse_day(text)
    if day is None:
        raise BadValue(field, "not_a_day")
    if day > date.today().isoformat()[: len(day)]:
        raise BadValue(field, "in_the_future")
    return day


def id_number(field: str, text: str) -> str:
    """An ID number; a wrong check digit is stored all the same and marked (domain.md §6)."""
    number = idnumber.clean_id(text)
    problem = idnumber.problem(number) if number else ""
    if problem and problem != "check_digit":
        raise BadValue(field, problem)
    return number


def phone(field: str, text: str) -> str:
    """The digits of one number; "" for none."""
    found = phones.parse_phones(text)
    if phones.unreadable(text) or len(found) > 1 or (found and not found[0].number):
        raise BadValue(field, "not_a_phone")
    return found[0].number if found else ""


def choice(field: str, text: str, choices: Sequence[str]) -> str:
    """One of the choices."""
    if text not in choices:
        raise BadValue(field, "not_a_choice")
    return text


def choices(field: str, text: str, known: Sequence[str]) -> str:
    """Several of `known`, joined by 、 in their order; typed with any of 、，,；; or blanks. Raises BadValue."""
    words = {word for word in re.split(r"[、，,；;\s]+", text) if word}
    if words - set(known):
        raise BadValue(field, "not_a_choice")
    return "、".join(word for word in known if word in words)


def kilometres(field: str, text: str) -> str:
    """A number that may have decimals, as text; "" for none."""
    cleaned = text.strip().replace("．", ".").removesuffix("公里").removesuffix("km").strip()
    if cleaned and not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", cleaned):
        raise BadValue(field, "not_a_number")
    return cleaned


def clock(field: str, text: str) -> str:
    """A time of day as HH:MM; 19:05, 19：05, 1905, 9.30. Raises BadValue."""
    match = re.fullmatch(r"\s*(\d{1,2})[:：.点]?(\d{2})?分?\s*", text)
    if not text.strip():
        return ""
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise BadValue(field, "not_a_time")
    return f"{int(match[1]):02}:{int(match[2] or 0):02}"


def iso(day: date | None) -> str | None:
    """A day as the file holds it."""
    return None if day is None else day.isoformat()


def close(table: str, row_id: int, period: Period, day: date | None) -> Change:
    """End a period on that day; one that would be empty then (or that a new one since ever replaces) is taken away."""
    if day is None or (period.from_day is not None and period.from_day >= day):
        return Delete(table, row_id)
    return Update(table, row_id, {"until_day": day.isoformat()})


def still_open(period: Period, day: date | None) -> bool:
    """Whether the period reaches beyond that day, so that a new one beginning there must end it."""
    return period.until_day is None or day is None or period.until_day > day
