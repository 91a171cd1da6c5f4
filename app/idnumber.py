"""Chinese ID and register numbers: tidy, check, read birth and sex, mask (GB 11643-1999, domain.md §6)."""

import re
from datetime import date

from app.sheets import WIDE, Cell

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_NOISE = re.compile(r"[\s\u200b\u200e\u200f\u202a-\u202e\ufeff\u3000'`’‘\"]+")
_EXPONENT = re.compile(r"\d(\.\d+)?[Ee]\+\d{2}")


def clean_id(cell: Cell) -> str:
    """The number as text: apostrophes, blanks and tabs gone, full-width digits narrow, x as X; "" for a blank cell."""
    if cell is None or isinstance(cell, bool):
        return ""
    text = f"{cell:.0f}" if isinstance(cell, float) else str(cell)
    return _NOISE.sub("", text.translate(WIDE)).upper()


def damaged_by_excel(cell: Cell) -> bool:
    """Whether digits were lost: a number of 16 digits or more, 3.41E+17, or ...000 with a wrong check digit."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return abs(cell) >= 1e15
    text = clean_id(cell)
    if _EXPONENT.fullmatch(text):
        return True
    return len(text) == 18 and text.isdigit() and text.endswith("000") and check_digit(text) != text[-1]


def check_digit(number: str) -> str:
    """The 18th character that belongs to the first 17 digits of `number`."""
    return _CHECKS[sum(int(d) * w for d, w in zip(number[:17], _WEIGHTS, strict=True)) % 11]


def problem(number: str) -> str:
    """What is wrong with an ID number: "", "length", "characters", "date" or "check_digit". 15 digits are valid."""
    if len(number) not in (15, 18):
        return "length"
    if not re.fullmatch(r"[0-9]{15}|[0-9]{17}[0-9X]", number):
        return "characters"
    if not birth_of(number):
        return "date"
    if len(number) == 18 and check_digit(number) != number[17]:
        return "check_digit"
    return ""


def birth_of(number: str) -> str:
    """The ISO birth date inside the number, "" if there is none."""
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12] if len(number) == 15 else ""
    if not re.fullmatch(r"[0-9]{8}", digits):
        return ""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return ""


def sex_of(number: str) -> str:
    """男 or 女 by the 17th digit (the 15th of a 15-digit number), "" if there is none."""
    digit = number[16:17] if len(number) == 18 else number[14:15] if len(number) == 15 else ""
    return "" if digit not in "0123456789" or not digit else "男" if int(digit) % 2 else "女"


def mask_id(number: str) -> str:
    """前6后4: 433123********0046; a shorter text is masked whole."""
    if len(number) < 15:
        return "*" * len(number)
    return number[:6] + "*" * (len(number) - 10) + number[-4:]


def register_problem(number: str) -> str:
    """What is wrong with a 学籍号: "", "length" or "characters" ([GJL] + 18, domain.md §1)."""
    if len(number) != 19:
        return "length"
    return "" if re.fullmatch(r"[GJL][0-9]{17}[0-9X]", number) else "characters"


def register_differs(register_number: str, id_number: str) -> bool:
    """Whether a permanent 学籍号 was built on another ID number (worth a warning, not a refusal)."""
    return register_number.startswith("G") and bool(id_number) and register_number[1:] != id_number
