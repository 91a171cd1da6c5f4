"""How an office form in Excel falls into pages of A4, and what stands on each of them."""

from typing import Any

from app import late
from app.sheets import SheetOut
from db.xlsx_looks import PT_PER_MM

LANDSCAPE_MM = 277.0
PORTRAIT_MM = 190.0
HIGH_MM = {True: 210 - 28, False: 297 - 28}
"""Room on the page, landscape or not."""
LAST_ROWS = 3
"""At least so many rows stand beside the total on the last page, and below a section's head on any."""
TOGETHER = 0.3
"""Rows that a cell covers stand on one page, if they take no larger part of it."""
TOTAL_PT, SIGNATURE_PT = 26.0, 34.0


def break_pages(page: Any, sheet: SheetOut, head: int, first: int, end: int) -> None:
    """Break earlier where a section's head would end a page, where the rows of a joined cell would be parted, or where
    the last page would hold fewer than three rows beside the total (paper.md §9). The header begins in row `head`, the
    body in `first`; `end` is the row after it."""
    if sheet.one_page:
        return
    across = LANDSCAPE_MM if sheet.landscape else PORTRAIT_MM
    scale = min(1.0, across / sum(column.width_mm for column in sheet.columns))
    room = HIGH_MM[sheet.landscape] * PT_PER_MM / scale
    heights = page.row_dimensions
    titles = sum(heights[row].height for row in range(head, first))
    foot = (TOTAL_PT if sheet.total else 0) + (SIGNATURE_PT if sheet.signatures else 0)
    used = sum(heights[row].height for row in range(1, first))
    start = first
    joined = _joined(sheet)
    for row in range(first, end):
        last = _held_together(sheet, row - first, joined)
        needed = sum(heights[one].height for one in range(row, min(end, first + last + 1)))
        if needed > room * TOGETHER and row - first not in sheet.sections:
            needed = heights[row].height
        if used + needed > room:
            if used + heights[row].height <= room:
                _break_before(page, row)
            start, used = row, titles
        used += heights[row].height
    rows_on_last = end - start if used + foot <= room else 0
    breaks = start > first or used + foot > room
    if breaks and rows_on_last < LAST_ROWS < end - first:
        _break_before(page, end - LAST_ROWS)


def _joined(sheet: SheetOut) -> dict[int, int]:
    """By the first row of a cell of several rows its last one; by a row that one cell covers the row itself."""
    found: dict[int, int] = {}
    for one in sheet.spans:
        if one.rows > 1 or one.columns == len(sheet.columns):
            found[one.row] = max(found.get(one.row, 0), one.row + one.rows - 1)
    return found


def _held_together(sheet: SheetOut, place: int, joined: dict[int, int]) -> int:
    """The last row that stands on one page with this one; rows are counted from 0."""
    if place in sheet.sections:
        return place + LAST_ROWS
    last = joined.get(place, place)
    # A head across the table goes with what is beneath it.
    heads = any(one.row == place and one.columns == len(sheet.columns) for one in sheet.spans)
    return joined.get(place + 1, place + 1) if heads else last


def _break_before(page: Any, row: int) -> None:
    page.row_breaks.append(late.load("openpyxl.worksheet.pagebreak").Break(id=row - 1))


def set_up_page(page: Any, sheet: SheetOut, openpyxl: Any) -> None:
    """A4 with its margins, as wide as the table, page numbers at the foot."""
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 1 if sheet.one_page else 0
    page.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    inch = 25.4
    margins = page.page_margins
    margins.left = margins.right = 10 / inch
    margins.top, margins.bottom = 12 / inch, 16 / inch
    margins.header = margins.footer = 11 / inch
    page.oddFooter.center.text = "第 &P 页  共 &N 页"
    page.print_options.horizontalCentered = True
