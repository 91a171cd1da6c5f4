"""The few looks of an office form in Excel, made once per book, and how high a row must be for its texts."""

import math
import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.sheets import Column, Value

BODY_PT = 9.5
TITLE_SIZE = 18
SMALL_PT = 7.5
"""For a name with U+00B7, so that it needs no line break inside."""
PT_PER_LINE = 13.0
PT_PER_MM = 72 / 25.4
BODY_FONT = "宋体"
HEAD_FONT = "黑体"
TITLE_FONT = "方正小标宋简体"
NUMBER, MONEY, TEXT, DAY = '0;-0;"—"', "#,##0.00", "@", 'yyyy"年"m"月"d"日"'
"""Nothing counted is a dash, so that the eye finds what there is."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

FIT = "fit"
"""Of a cell that is set smaller rather than broken."""
NO_LINES = ""
THIN = "...."
"""Sides of a cell, left right top bottom: "." is a thin line, "m" a medium one; "" draws none."""


class Looks:
    """Fonts and borders by name; a cell is given one of them whole."""

    def __init__(self, openpyxl: Any) -> None:
        made = openpyxl.styles
        self.normal = made.Font(name="Arial", size=10)
        self._made = made
        self._cell = openpyxl.cell.cell.Cell
        self._fonts = {
            "body": made.Font(name=BODY_FONT, size=BODY_PT),
            "small": made.Font(name=BODY_FONT, size=SMALL_PT),
            "head": made.Font(name=HEAD_FONT, size=BODY_PT),
            "section": made.Font(name=HEAD_FONT, size=BODY_PT + 0.5, bold=True),
            "link": made.Font(name=BODY_FONT, size=BODY_PT, color="0563C1", underline="single"),
            "title": made.Font(name=TITLE_FONT, size=TITLE_SIZE, bold=False),
            "line": made.Font(name=BODY_FONT, size=10.5),
        }
        self._sides = {".": made.Side(style="thin", color="000000"), "m": made.Side(style="medium", color="000000")}
        self._ready: dict[tuple[str, str, str, str], Any] = {}

    def put(self, page: Any, row: int, column: int, value: Value, font: str = "body", align: str = "center",
            lines: str = THIN) -> None:  # fmt: skip
        """Make a cell: a text as text, whatever it begins with, without the control characters that Excel cannot hold;
        a number as a number."""
        cell = page._cells[row, column] = self._cell(page, row=row, column=column)
        shown = NUMBER
        if isinstance(value, str):
            shown = TEXT
            value = value if value.isprintable() else _CONTROL.sub("", value)
            if value:
                # Past the setter of openpyxl, which would read "=1" as a formula and take longer than all the rest.
                cell._value = value
                cell.data_type = "s"
        else:
            cell._value = value
            if isinstance(value, date):
                shown, cell.data_type = DAY, "d"
            elif isinstance(value, Decimal):
                shown = MONEY
        key = (font, align, lines, shown)
        if key not in self._ready:
            self._dress(cell, *key)
            self._ready[key] = cell._style
        cell._style = self._ready[key]  # shared: making a style anew for each cell takes most of the time of a roster

    def _dress(self, cell: Any, font: str, align: str, lines: str, shown: str) -> None:
        cell.number_format = shown
        cell.quotePrefix = shown == TEXT
        cell.font = self._fonts[font]
        across = {"inset": "left", FIT: "center"}.get(align, align)
        cell.alignment = self._made.Alignment(
            horizontal=across, vertical="center", wrap_text=align != FIT, shrink_to_fit=align == FIT,
            indent=int(align == "inset"),
        )
        if lines:
            left, right, top, bottom = (self._sides[side] for side in lines)
            cell.border = self._made.Border(left=left, right=right, top=top, bottom=bottom)


def column_width(mm: float) -> float:
    """Return Excel's width for a column of `mm`, true while the Normal style is Arial 10."""
    return (mm / 25.4 * 96 - 5) / 7 + 0.71


def row_height(columns: tuple[Column, ...], texts: tuple[Value, ...]) -> float:
    """Return the height in points that shows every cell of the row whole: rather too high than cut."""
    most = 1
    for column, text in zip(columns, texts, strict=True):
        if column.fit and isinstance(text, str):
            most = max(most, text.count("\n") + 1)
            continue
        room = (column.width_mm - 1.4) * PT_PER_MM / BODY_PT
        if isinstance(text, str) and (len(text) > room or "\n" in text):
            most = max(most, _lines(text, room * BODY_PT / SMALL_PT if is_dotted(text) else room))
    return min(409.0, max(28.0, PT_PER_LINE * most + 4))


def height_of(text: str, width_mm: float) -> float:
    """The height in points of a text on its own across so many mm."""
    return PT_PER_LINE * lines_of(text, width_mm, BODY_PT) + 4


def lines_of(text: str, width_mm: float, pt: float) -> int:
    """Into how many lines of letters of that size it falls."""
    return _lines(text, (width_mm - 1.4) * PT_PER_MM / pt)


def is_dotted(text: str) -> bool:
    """Whether it is a name with U+00B7."""
    return "\u00b7" in text and len(text) <= 40


@lru_cache(maxsize=4096)
def _lines(text: str, room: float) -> int:
    room = max(1.0, room)
    return sum(max(1, math.ceil(_ems(part) / room)) for part in text.split("\n"))


def _ems(text: str) -> float:
    if text.isascii():
        return 0.55 * len(text)
    wide = ("W", "F", "A")
    return sum(1.0 if unicodedata.east_asian_width(character) in wide else 0.55 for character in text)
