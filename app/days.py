"""Dates as the office writes them: vague births, school years, ages, and how a day is printed (domain.md §6)."""

import re
from datetime import date, datetime, timedelta

from app.sheets import WIDE, Cell, Value

_SEPARATED = re.compile(r"(\d{4})[年.\-/](\d{1,2})(?:[月.\-/](?:(\d{1,2})[日号]?)?)?(?:[ T]\d{1,2}:\d{2}(:\d{2})?.*)?")
_SHORT = re.compile(r"(\d{1,2})[.\-/月](\d{1,2})[日号]?")
_WORDS = {"今天": 0, "昨天": -1, "明天": 1, "前天": -2, "后天": 2}
_EXCEL_EPOCH = date(1899, 12, 30)


def parse_day(cell: Cell) -> str | None:
    """ISO text "2017", "2017-12" or "2017-12-17"; "" for a blank cell, None for what is no date.

    A number 2017.1 is only "2017": Excel drops the nought of 2017.10.
    """
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and not cell.is_integer():
        return _from_decimal(cell)
    text = str(int(cell)) if isinstance(cell, float) else str(cell)
    text = re.sub(r"[\s'\u3000]+", " ", text.translate(WIDE).replace("．", ".")).strip()
    if not text:
        return ""
    return _from_digits(text) if text.isascii() and text.isdigit() else _from_text(text)


def _from_decimal(number: float) -> str | None:
    if 1900 <= number < 2100:
        year, fraction = f"{number:.2f}".split(".")
        if fraction == "10":
            return year
        month = int(fraction[0] if fraction.endswith("0") else fraction)
        return f"{year}-{month:02}" if 1 <= month <= 12 else None
    return _from_digits(str(int(number)))


def _from_digits(text: str) -> str | None:
    if len(text) == 8:
        return _iso(int(text[:4]), int(text[4:6]), int(text[6:]))
    if len(text) == 6:
        return _iso(int(text[:4]), int(text[4:]), None)
    if len(text) == 5 and 15000 <= int(text) <= 80000:
        return (_EXCEL_EPOCH + timedelta(days=int(text))).isoformat()
    if len(text) == 4:
        return _iso(int(text), None, None)
    return None


def _from_text(text: str) -> str | None:
    if year := re.fullmatch(r"(\d{4})年", text):
        return _iso(int(year[1]), None, None)
    match = _SEPARATED.fullmatch(re.sub(r" *([年月日.\-/]) *", r"\1", text))
    if not match:
        return None
    return _iso(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if not 1900 <= year < 2100:
        return None
    if month is None:
        return f"{year:04d}"
    try:
        whole = date(year, month, day or 1)
    except ValueError:
        return None
    return whole.isoformat() if day else whole.isoformat()[:7]


def agrees(one: str, other: str) -> bool:
    """Whether two vague days can be the same day."""
    return one.startswith(other) or other.startswith(one)


def is_vaguer(one: str, other: str) -> bool:
    """Whether `one` says the same as `other`, only less exactly (2017.12 beside 2017-12-17)."""
    return len(one) < len(other) and other.startswith(one)


def finer(one: str, other: str) -> str:
    """The more exact of two days that agree; `one` where they do not."""
    return other if is_vaguer(one, other) else one


def school_year(day: date) -> int:
    """The calendar year in which the school year of `day` began (1 September)."""
    return day.year if day.month >= 9 else day.year - 1


def age_on(birth: str, day: date) -> int | None:
    """Completed years on `day`; a vague birth counts as the latest day it can be. None without a birth."""
    if not birth:
        return None
    latest = birth + "-12-31"[len(birth) - 10 :] if len(birth) < 10 else birth
    year, month, born = (int(part) for part in latest.split("-"))
    return day.year - year - ((day.month, day.day) < (month, born) and not _last_of(day, month, born))


def birthdays(day: date) -> tuple[str, ...]:
    """The births (MM-DD) that are celebrated on that day: 29 February on the 28th in a common year."""
    last = (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).month == 3
    return (f"{day:%m-%d}", "02-29") if last else (f"{day:%m-%d}",)


def _last_of(day: date, month: int, born: int) -> bool:
    """Whether `born` is a day that the month of `day` does not have, and `day` is the month's last."""
    return day.month == month and born > day.day and (day + timedelta(days=1)).month != month


def on_paper(day: date | str) -> str:
    """2017年12月17日, 2017年12月 or 2017年."""
    parts = (day.isoformat() if isinstance(day, date) else day).split("-")
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False) if part)


def shown(value: Value) -> str:
    """The cell as it reads where it is not a spreadsheet's."""
    return on_paper(value) if isinstance(value, date) else str(value)


def read_date(text: str, today: date) -> str | None:
    """ISO text for 20120229, 2012-2-29, 2012.2.29, 2012年2月29日, 2012年2月, 2012, 3.8 (this year), 今天, 昨天.

    "" for nothing, None for what is no date.
    """
    text = text.translate(WIDE).strip()
    if text in _WORDS:
        return date.fromordinal(today.toordinal() + _WORDS[text]).isoformat()
    if short := _SHORT.fullmatch(text):
        try:
            return date(today.year, int(short[1]), int(short[2])).isoformat()
        except ValueError:
            return None
    if text.isdigit() and len(text) == 5:
        return None
    return parse_day(text)
