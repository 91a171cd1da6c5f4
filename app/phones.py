"""Phone numbers: read the ones in a cell, write them for dialling (domain.md §6)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.sheets import WIDE, Cell

STATES = ("停机", "空号")
"""States of a number that nobody can be reached at."""
_SIGNS = WIDE | {0x3000: 0x20, 0x2014: 0x2D, 0x2013: 0x2D, 0x00A0: 0x20}
_COUNTRY = re.compile(r"(?<!\d)(?:\+|00)?86[ -]?(?=1[3-9]\d)")
_NAUGHT = re.compile(r"(?<=\d)\.0+$")
_EXPONENT = re.compile(r"\d[Ee]\+\d")
_TOKEN = re.compile(
    r"(?P<mobile>(?<!\d)1[3-9](?:[ -]?\d){9}(?!\d))"
    r"|(?P<landline>(?<!\d)\(?0\d{2,3}\)?(?:[ -]?\d){7,8}(?!\d))(?:-\d{1,5}(?!\d))?"
    r"|(?P<other>\d{3,})"
    r"|(?P<state>停机|空号)"
)
_RUN = re.compile(
    r"(?<![\d*])(?:1[3-9](?:[ -]?\d){9}(?!\d)|\(?0\d{2,3}\)?(?:[ -]?\d){7,8}(?!\d)(?:-\d{1,5}(?!\d))?"
    r"|\d(?:[ -]?\d)*)(?![\d*])"
)
_NONE = re.compile(r"[无無没有暂/\\\-—*#.。 ]*")


@dataclass(frozen=True, slots=True)
class ParsedPhone:
    """A number of a cell, digits only; `number` is "" where the cell says only 停机 or 空号."""

    number: str
    state: str = ""


# A cell is asked several times in a row; typed, for a number and its text are not the same cell.
@lru_cache(maxsize=64, typed=True)
def parse_phones(cell: Cell) -> tuple[ParsedPhone, ...]:
    """All numbers of a cell in their order, each with its state; () for a blank cell, 无, or words alone."""
    text = _text(cell)
    found: list[ParsedPhone] = []
    waiting = ""
    for match in _TOKEN.finditer(text):
        if match["state"]:
            if found and not found[-1].state:
                found[-1] = ParsedPhone(found[-1].number, match["state"])
            else:
                waiting = match["state"]
            continue
        number = "".join(filter(str.isdigit, match["mobile"] or match["landline"] or match["other"]))
        if number not in [phone.number for phone in found]:
            found.append(ParsedPhone(number, waiting))
        waiting = ""
    if not found and waiting:
        return (ParsedPhone("", waiting),)
    return tuple(found)


def unreadable(cell: Cell) -> bool:
    """Whether a cell says something that is neither a number, a state nor "none"."""
    return not parse_phones(cell) and not _NONE.fullmatch(_text(cell))


def is_plausible(number: str) -> bool:
    """Whether the digits are a mobile, a landline with its area, or a short number of 3–8 digits."""
    return bool(re.fullmatch(r"1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7}|\d{3,6}|400\d{7}", number))


def dial_text(number: str) -> str:
    """Grouped for reading aloud: 139 0046 7715, 0743 003 6128, 6123; what is masked stays."""
    if "*" in number:
        return number
    if re.fullmatch(r"1[3-9]\d{9}", number):
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    if number.startswith("0") and len(number) >= 10:
        area = 3 if number[1] in "12" else 4
        return f"{number[:area]} {number[area:-4]} {number[-4:]}"
    if re.fullmatch(r"\d{7,8}", number):
        return f"{number[:-4]} {number[-4:]}"
    return number


def mask_phone(text: str) -> str:
    """138****1234, 0743****6128, ****6128 of a local number, **** of a short one: four stars for what is hidden.

    All numbers of the text; what is masked already stays.
    """
    return _RUN.sub(lambda found: _hidden(found[0]), text)


def _hidden(run: str) -> str:
    # An extension after a landline says nothing of its own.
    digits = re.sub(r"\D", "", re.sub(r"(?<=\d{7})-\d{1,5}$", "", run))
    if len(digits) < 7:
        return "****"
    area = 3 if digits[:1] == "1" or digits[:2] in ("01", "02") else 4 if digits[0] == "0" else 0
    return f"{digits[: area if len(digits) >= 10 else 0]}****{digits[-4:]}"


@lru_cache(maxsize=64, typed=True)
def _text(cell: Cell) -> str:
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else ""
    text = str(cell).translate(_SIGNS).replace("'", "").replace("`", "").replace("\t", " ").strip()
    if "." in text:
        text = _NAUGHT.sub("", text)
    if "+" in text and _EXPONENT.search(text):
        return "?"
    return _COUNTRY.sub("", text)
