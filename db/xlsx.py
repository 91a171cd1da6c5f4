"""Writes an office form as an .xlsx file as paper.md §9 measured it: whole or not at all, text, never a formula."""

import io
import math
import re
import unicodedata
from copy import copy
from pathlib import PurePath
from typing import Any

from app import late
from app.sheets import Column, SheetOut
from app.store import CannotWrite
from db.files import write_bytes

LONGEST_CELL = 32_767
"""Excel's limit; a longer text would make Excel repair (cut) the file."""
BODY_PT = 9.5
SMALL_PT = 7.5
"""For a name with U+00B7, so that it needs no line break inside."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PT_PER_LINE = 13.0
PT_PER_MM = 72 / 25.4
LANDSCAPE_MM = 277.0
PORTRAIT_MM = 190.0
PAGE_HEIGHT_PT = (210 - 28) * PT_PER_MM
LAST_ROWS = 3
BODY_FONT = "宋体"
HEAD_FONT = "黑体"
TITLE_FONT = "方正小标宋简体"


class CellTooLong(CannotWrite):
    """A text exceeds what an Excel cell can hold; nothing was written."""


def write_sheet(sheet: SheetOut, path: PurePath) -> None:
    """Write `sheet` to `path` atomically. Raises DiskFull, CannotWrite (CellTooLong)."""
    write_bytes(path, workbook_bytes(sheet))


def workbook_bytes(sheet: SheetOut) -> bytes:
    """Return the .xlsx of `sheet`. Raises CellTooLong."""
    _check_lengths(sheet)
    openpyxl = late.load("openpyxl")
    book = openpyxl.Workbook()
    styles = _Styles(openpyxl)
    book._named_styles["Normal"].font = styles.normal  # the unit of column widths is this font's digit
    page = book.active
    page.title = sheet.name[:31]
    _write(page, sheet, styles)
    _set_up_page(page, sheet, openpyxl)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


class _Styles:
    """The few looks of a form, made once."""

    def __init__(self, openpyxl: Any) -> None:
        made = openpyxl.styles
        thin = made.Side(style="thin", color="000000")
        self.normal = made.Font(name="Arial", size=10)
        self.frame = made.Border(left=thin, right=thin, top=thin, bottom=thin)
        self.body = made.Font(name=BODY_FONT, size=BODY_PT)
        self.small = made.Font(name=BODY_FONT, size=SMALL_PT)
        self.head = made.Font(name=HEAD_FONT, size=BODY_PT)
        self.title = made.Font(name=TITLE_FONT, size=18, bold=False)
        self.line = made.Font(name=BODY_FONT, size=10.5)
        self._alignment = made.Alignment
        self._ready: dict[tuple[int, str, bool], Any] = {}

    def put(self, cell: Any, text: str, font: Any, align: str = "center", *, frame: bool = True) -> None:
        """Write `text` as text, whatever it begins with; control characters, which Excel cannot hold, are left out."""
        text = _CONTROL.sub("", text)
        cell.value = text or None
        if text:
            cell.data_type = "s"
        key = (id(font), align, frame)
        if key not in self._ready:
            cell.number_format = "@"
            cell.quotePrefix = True
            cell.font = font
            cell.alignment = self._alignment(horizontal=align, vertical="center", wrap_text=True)
            if frame:
                cell.border = self.frame
            self._ready[key] = cell._style
        cell._style = copy(self._ready[key])  # setting a style anew on each cell takes most of the time of a roster


def _check_lengths(sheet: SheetOut) -> None:
    for row in sheet.rows:
        for text in row:
            if len(text) > LONGEST_CELL:
                raise CellTooLong(f"{len(text)} characters in one cell")


def _write(page: Any, sheet: SheetOut, styles: _Styles) -> None:
    last = len(sheet.columns)
    row = 1
    if sheet.title:
        styles.put(page.cell(row, 1), sheet.title, styles.title, frame=False)
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
        page.row_dimensions[row].height = 32
        row += 1
    if sheet.left_note or sheet.right_note:
        _notes(page, sheet, styles, row)
        row += 1
    head = row
    row = _heads(page, sheet.columns, styles, row)
    page.print_title_rows = f"{head}:{row - 1}"
    page.freeze_panes = page.cell(row, min(3, last)).coordinate
    first = row
    for texts in sheet.rows:
        _body_row(page, sheet.columns, texts, styles, row)
        row += 1
    _keep_last_rows(page, sheet, head, first, row)
    row = _total_and_signatures(page, sheet, styles, row)
    page.print_area = f"A1:{page.cell(row - 1, last).coordinate}"


def _notes(page: Any, sheet: SheetOut, styles: _Styles, row: int) -> None:
    last = len(sheet.columns)
    middle = max(1, last * 3 // 5)
    styles.put(page.cell(row, 1), sheet.left_note, styles.line, "left", frame=False)
    if last > middle:
        styles.put(page.cell(row, middle + 1), sheet.right_note, styles.line, "right", frame=False)
        page.merge_cells(start_row=row, end_row=row, start_column=middle + 1, end_column=last)
    if middle > 1:
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=middle)
    page.row_dimensions[row].height = 20


def _heads(page: Any, columns: tuple[Column, ...], styles: _Styles, top: int) -> int:
    """Write the header rows, equal neighbours merged, and return the row below them."""
    depth = max(len(column.heads) for column in columns)
    for number, column in enumerate(columns, 1):
        page.column_dimensions[page.cell(top, number).column_letter].width = column_width(column.width_mm)
        for level in range(depth):
            text = column.heads[level] if level < len(column.heads) else ""
            styles.put(page.cell(top + level, number), text, styles.head)
        if len(column.heads) < depth:
            page.merge_cells(start_row=top + len(column.heads) - 1, end_row=top + depth - 1, start_column=number,
                             end_column=number)
    for first, end in _groups(columns):
        page.merge_cells(start_row=top, end_row=top, start_column=first, end_column=end)
    for level in range(depth):
        page.row_dimensions[top + level].height = 21 if depth > 1 else 30
    return top + depth


def _groups(columns: tuple[Column, ...]) -> list[tuple[int, int]]:
    """Return (first, last) column numbers, from 1, of each run of columns under one upper head."""
    groups: list[tuple[int, int]] = []
    for number, column in enumerate(columns, 1):
        same = groups and len(column.heads) > 1 and columns[number - 2].heads[:1] == column.heads[:1]
        if same:
            groups[-1] = (groups[-1][0], number)
        else:
            groups.append((number, number))
    return [(first, last) for first, last in groups if last > first]


def _body_row(page: Any, columns: tuple[Column, ...], texts: tuple[str, ...], styles: _Styles, row: int) -> None:
    for number, (column, text) in enumerate(zip(columns, texts, strict=True), 1):
        styles.put(page.cell(row, number), text, styles.small if _is_dotted(text) else styles.body, column.align)
    page.row_dimensions[row].height = row_height(columns, texts)


def _total_and_signatures(page: Any, sheet: SheetOut, styles: _Styles, row: int) -> int:
    last = len(sheet.columns)
    if sheet.total:
        label, sentence = sheet.total
        split = min(2, last)
        for number in range(1, last + 1):
            text = label if number == 1 else sentence if number == split + 1 else ""
            styles.put(page.cell(row, number), text, styles.head, "center" if number <= split else "left")
        if split > 1:
            page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=split)
        if last > split + 1:
            page.merge_cells(start_row=row, end_row=row, start_column=split + 1, end_column=last)
        page.row_dimensions[row].height = 26
        row += 1
    if sheet.signatures:
        share = last / len(sheet.signatures)
        for number, words in enumerate(sheet.signatures):
            first, end = round(number * share) + 1, round((number + 1) * share)
            styles.put(page.cell(row, first), words, styles.line, "left", frame=False)
            if end > first:
                page.merge_cells(start_row=row, end_row=row, start_column=first, end_column=end)
        page.row_dimensions[row].height = 34
        row += 1
    return row


def _keep_last_rows(page: Any, sheet: SheetOut, head: int, first: int, end: int) -> None:
    """Break earlier if the last page would hold fewer than three rows beside the total (paper.md §9)."""
    scale = min(1.0, _page_width_mm(sheet) / sum(column.width_mm for column in sheet.columns))
    room = ((PAGE_HEIGHT_PT if sheet.landscape else (297 - 28) * PT_PER_MM) / scale)
    heights = page.row_dimensions
    titles = sum(heights[row].height for row in range(head, first))
    foot = (26 if sheet.total else 0) + (34 if sheet.signatures else 0)
    used = sum(heights[row].height for row in range(1, first))
    start = first
    for row in range(first, end):
        if used + heights[row].height > room:
            start, used = row, titles
        used += heights[row].height
    rows_on_last = end - start if used + foot <= room else 0
    breaks = start > first or used + foot > room
    if breaks and rows_on_last < LAST_ROWS < end - first:
        _break_before(page, end - LAST_ROWS)


def _break_before(page: Any, row: int) -> None:
    breaks = late.load("openpyxl.worksheet.pagebreak")
    page.row_breaks.append(breaks.Break(id=row - 1))


def _page_width_mm(sheet: SheetOut) -> float:
    return LANDSCAPE_MM if sheet.landscape else PORTRAIT_MM


def _set_up_page(page: Any, sheet: SheetOut, openpyxl: Any) -> None:
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    inch = 25.4
    margins = page.page_margins
    margins.left = margins.right = 10 / inch
    margins.top, margins.bottom = 12 / inch, 16 / inch
    margins.header = margins.footer = 11 / inch
    page.oddFooter.center.text = "第 &P 页  共 &N 页"
    page.print_options.horizontalCentered = True


def column_width(mm: float) -> float:
    """Return Excel's width for a column of `mm`, true while the Normal style is Arial 10."""
    return (mm / 25.4 * 96 - 5) / 7 + 0.71


def row_height(columns: tuple[Column, ...], texts: tuple[str, ...]) -> float:
    """Return the height in points that shows every cell of the row whole: rather too high than cut."""
    most = 1
    for column, text in zip(columns, texts, strict=True):
        size = SMALL_PT if _is_dotted(text) else BODY_PT
        room = max(1.0, (column.width_mm - 1.4) * PT_PER_MM / size)
        most = max(most, sum(max(1, math.ceil(_ems(part) / room)) for part in text.split("\n")))
    return min(409.0, max(28.0, PT_PER_LINE * most + 4))


def _is_dotted(text: str) -> bool:
    return "\u00b7" in text and len(text) <= 40


def _ems(text: str) -> float:
    wide = ("W", "F", "A")
    return sum(1.0 if unicodedata.east_asian_width(character) in wide else 0.55 for character in text)
