"""A day and what to do on it, as one writes it in one line: 周五 看膝盖, 11月27日 周五 看膝盖, 3天后问问."""

import re
from datetime import date, timedelta

from app.days import read_date
from app.sheets import WIDE

_WEEKDAYS = "一二三四五六日"
_DAY = re.compile(
    r"(?P<written>\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}[日号]?|\d{1,2}[月.\-/]\d{1,2}[日号]?|\d{8}|今天|明天|后天)"
    r"|(?P<ahead>\d{1,2})\s*(?P<unit>天|周|个?星期)[之以]?后"
    r"|(?P<next>下*)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
)
_ECHO = re.compile(r"\s*[（(]?(?:周|星期)[一二三四五六日天][）)]?")
ONE = timedelta(days=1)


def read_promise(text: str, today: date) -> tuple[date | None, str]:
    """(the day, the rest of the line); no day where the line does not begin with one. A month and day that are past
    mean the next year; 周五 is the next Friday that comes."""
    line = text.translate(WIDE).strip()
    match = _DAY.match(line)
    day = None if match is None else _day(match, today)
    if match is None or day is None:
        return None, text.strip()
    rest = line[match.end() :]
    if match["written"] and (echo := _ECHO.match(rest)):
        rest = rest[echo.end() :]
    return day, rest.strip(" 　，,、：:")


def _day(match: re.Match[str], today: date) -> date | None:
    if match["written"]:
        found = read_date(match["written"], today)
        if not found or len(found) < 10:
            return None
        day = date.fromisoformat(found)
        short = not re.match(r"\d{4}", match["written"]) and day < today
        return _next_year(day) if short else day
    if match["ahead"]:
        return today + ONE * int(match["ahead"]) * (1 if match["unit"] == "天" else 7)
    place = _WEEKDAYS.index(match["weekday"].replace("天", "日"))
    monday = today - ONE * today.weekday()
    if match["next"]:
        return monday + ONE * (7 * len(match["next"]) + place)
    day = monday + ONE * place
    return day if day > today else day + ONE * 7


def _next_year(day: date) -> date | None:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None
