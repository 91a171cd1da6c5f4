"""Writes an office form as an .xlsx file as paper.md §9 measured it: whole or not at all, text, never a formula."""

import io
import itertools
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from app import late
from app.sheets import Column, SheetOut, Span, Value
from app.store import CannotWrite
from db.files import write_bytes
from db.xlsx_charts import draw_charts
from db.xlsx_links import first_row, lead
from db.xlsx_looks import FIT, NO_LINES, TITLE_SIZE, Looks, column_width, height_of, is_dotted, lines_of, row_height
from db.xlsx_pages import SIGNATURE_PT, TOTAL_PT, break_pages, set_up_page

__all__ = ["CellTooLong", "column_width", "row_height", "workbook_bytes", "write_sheet"]

LONGEST_CELL = 32_767
"""Excel's limit; a longer text would make Excel repair (cut) the file."""
TITLE_PT, FOOT_PT, NUMBERS_PT = 32.0, 19.0, 13.0
SIGNATURE_GAP = "\u3000" * 8
TALLEST_HEAD_PT = 21.0


class CellTooLong(CannotWrite):
    """A text exceeds what an Excel cell can hold; nothing was written."""


def write_sheet(sheet: SheetOut, path: PurePath) -> None:
    """Write `sheet` and its further sheets to `path` atomically. Raises DiskFull, CannotWrite (CellTooLong)."""
    write_bytes(path, workbook_bytes(sheet))


def workbook_bytes(sheet: SheetOut) -> bytes:
    """Return the .xlsx of `sheet` and its further sheets. Raises CellTooLong."""
    sheets = (sheet, *sheet.more)
    for one in sheets:
        _check_lengths(one)
    openpyxl = late.load("openpyxl")
    book = openpyxl.Workbook()
    looks = Looks(openpyxl)
    book._named_styles["Normal"].font = looks.normal  # the unit of column widths is this font's digit
    book.remove(book.active)
    first_rows = {one.name[:31]: first_row(one) for one in sheets}
    for one in sheets:
        _Form(book.create_sheet(one.name[:31]), one, looks).write()
        lead(book.worksheets[-1], one, first_rows, openpyxl)
        set_up_page(book.worksheets[-1], one, openpyxl)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _check_lengths(sheet: SheetOut) -> None:
    for row in sheet.rows:
        for value in row:
            if isinstance(value, str) and len(value) > LONGEST_CELL:
                raise CellTooLong(f"{len(value)} characters in one cell")


class _Form:
    """One sheet, written from top to bottom; `row` is the next free one, counted from 1 as Excel does."""

    def __init__(self, page: Any, sheet: SheetOut, looks: Looks) -> None:
        self.page, self.sheet, self.looks = page, sheet, looks
        self.last = len(sheet.columns)
        self.row = 1
        groups = [column.group for column in sheet.columns]
        self.left_of = [group or (sheet.boxed and not place) for place, group in enumerate(groups)]
        self.right_of = [*groups[1:], sheet.boxed]

    def write(self) -> None:
        """Write everything."""
        page, sheet = self.page, self.sheet
        if sheet.title:
            self.across([(sheet.title, self.last)], "title", self._title_pt(), align="center", lines=NO_LINES)
        if sheet.left_note or sheet.middle_note or sheet.right_note:
            self._notes_above()
        head = self.row
        self._heads()
        page.print_title_rows = f"{head}:{self.row - 1}"
        page.freeze_panes = page.cell(self.row, min(3, self.last)).coordinate
        first = self.row
        self._body()
        break_pages(page, sheet, head, first, self.row)
        self._below()
        self.row = draw_charts(page, sheet, first, self.row)
        page.print_area = f"A1:{page.cell(self.row - 1, self.last).coordinate}"

    def across(self, texts: list[tuple[str, int]], font: str, height: float, *, align: str, lines: str) -> None:
        """A row of texts, each over so many columns; `lines` "" draws none, else the sides of the table."""
        start = 1
        for text, columns in texts:
            if columns > 0:
                end = start + columns - 1
                drawn = self._sides(start, end, lines[2], lines[3]) if lines else NO_LINES
                self._merged(start, end, self.row, text, font, align, drawn)
                start = end + 1
        self.page.row_dimensions[self.row].height = height
        self.row += 1

    def _title_pt(self) -> float:
        """As many lines as the title needs across the table."""
        return TITLE_PT * lines_of(self.sheet.title, sum(column.width_mm for column in self.sheet.columns), TITLE_SIZE)

    def _merged(self, start: int, end: int, to_row: int, text: str, font: str, align: str, lines: str) -> None:
        self.looks.put(self.page, self.row, start, text, font, align, lines)
        for column in range(start + 1, end + 1):
            self.looks.put(self.page, self.row, column, "", font, align, lines)
        if end > start or to_row > self.row:
            self.page.merge_cells(start_row=self.row, end_row=to_row, start_column=start, end_column=end)

    def _sides(self, start: int, end: int, top: str = ".", bottom: str = ".") -> str:
        left = "m" if self.left_of[start - 1] else "."
        return left + ("m" if self.right_of[end - 1] else ".") + top + bottom

    def _notes_above(self) -> None:
        sheet, last = self.sheet, self.last
        texts = [(sheet.left_note, "left", 0.6), (sheet.right_note, "right", 0.4)]
        if sheet.middle_note:
            texts = [(sheet.left_note, "left", 0.35), (sheet.middle_note, "center", 0.3),
                     (sheet.right_note, "right", 0.35)]  # fmt: skip
        ends = self._shares([share for _text, _align, share in texts])
        row = self.row
        self.across([(text, ends[n + 1] - ends[n]) for n, (text, _align, _share) in enumerate(texts)], "line", 20,
                    align="left", lines=NO_LINES)  # fmt: skip
        for n, (text, align, _share) in enumerate(texts):
            if ends[n] < last and ends[n + 1] > ends[n]:
                self.looks.put(self.page, row, ends[n] + 1, text, "line", align, NO_LINES)

    def _shares(self, shares: list[float]) -> list[int]:
        """After how many columns each share of the table's width ends, beginning with 0."""
        widths = [column.width_mm for column in self.sheet.columns]
        whole, ends, wanted = sum(widths), [0], 0.0
        for share in shares:
            wanted += share
            ends.append(min(range(self.last + 1), key=lambda n, w=wanted: abs(sum(widths[:n]) - w * whole)))  # type: ignore[misc]
        return ends

    def _heads(self) -> None:
        """Write the header rows, equal neighbours merged, and the row of column numbers."""
        page, columns, top = self.page, self.sheet.columns, self.row
        depth = max(len(column.heads) for column in columns)
        numbered = any(column.number for column in columns)
        edge = "m" if self.sheet.boxed else "."
        for number, column in enumerate(columns, 1):
            page.column_dimensions[page.cell(top, number).column_letter].width = column_width(column.width_mm)
            for level in range(depth):
                text = column.heads[level] if level < len(column.heads) else ""
                below = "." if numbered or level < len(column.heads) - 1 else edge
                self.looks.put(page, top + level, number, text, "head", "center",
                               self._sides(number, number, "." if level else edge, below))  # fmt: skip
            if len(column.heads) < depth:
                page.merge_cells(start_row=top + len(column.heads) - 1, end_row=top + depth - 1, start_column=number,
                                 end_column=number)  # fmt: skip
        for first, end in _groups(columns):
            self.looks.put(page, top, first, columns[first - 1].heads[0], "head", "center",
                           self._sides(first, end, edge, "."))  # fmt: skip
            page.merge_cells(start_row=top, end_row=top, start_column=first, end_column=end)
        for level in range(depth):
            lines = max(column.heads[level].count("\n") + 1 for column in columns if level < len(column.heads))
            tall = TALLEST_HEAD_PT if lines == 1 or level == 0 else 13.0 * lines + 4
            page.row_dimensions[top + level].height = tall if depth > 1 else 30
        self.row += depth
        if numbered:
            self._numbers(edge)

    def _numbers(self, edge: str) -> None:
        for number, column in enumerate(self.sheet.columns, 1):
            lines = self._sides(number, number, ".", edge)
            self.looks.put(self.page, self.row, number, column.number, "small", "center", lines)
        self.page.row_dimensions[self.row].height = NUMBERS_PT
        self.row += 1

    def _body(self) -> None:
        sheet, page, put = self.sheet, self.page, self.looks.put
        first, end = self.row, len(sheet.rows)
        plain = [self._sides(number, number) for number in range(1, self.last + 1)]
        numbered = list(enumerate(sheet.columns))
        wide = {(span.row, span.column) for span in sheet.spans if span.columns > 1}
        wide |= {(place, 0) for place in sheet.sections}
        linked = {(link.row, link.column) for link in sheet.links}
        for place, values in enumerate(sheet.rows):
            top = "m" if place in sheet.ruled else "."
            closes = place + 1 in sheet.ruled or (sheet.boxed and place + 1 == end and not sheet.total)
            ends = top + ("m" if closes else ".")
            font = "section" if place in sheet.sections else "head" if place in sheet.strong else "body"
            for number, column in numbered:
                value = values[number]
                several = column.fit and isinstance(value, str) and "\n" in value
                small = font == "body" and isinstance(value, str) and (several or is_dotted(value))
                align = FIT if column.fit and not several else column.align
                look = "link" if (place, number) in linked else "small" if small else font
                put(page, self.row, number + 1, value, look, align,
                    plain[number] if ends == ".." else plain[number][:2] + ends)  # fmt: skip
            shown = tuple("" if (place, number) in wide else value for number, value in enumerate(values))
            page.row_dimensions[self.row].height = sheet.row_pt or row_height(sheet.columns, shown)
            self.row += 1
        for span in (*sheet.spans, *(Span(place, 0, 1, self.last, "left") for place in sorted(sheet.sections))):
            self._span(span, first)

    def _span(self, span: Span, first: int) -> None:
        """Join body cells; the lines round them are those of the whole box."""
        sheet, top, left = self.sheet, first + span.row, span.column + 1
        closes = span.row + span.rows in sheet.ruled or (sheet.boxed and span.row + span.rows == len(sheet.rows))
        lines = self._sides(left, left + span.columns - 1, "m" if span.row in sheet.ruled else ".",
                            "m" if closes else ".")  # fmt: skip
        column = sheet.columns[span.column]
        value: Value = sheet.rows[span.row][span.column]
        linked = any((one.row, one.column) == (span.row, span.column) for one in sheet.links)
        font = "section" if span.row in sheet.sections else "link" if linked else "head"
        self.looks.put(self.page, top, left, value, font, span.align or column.align, lines)
        self.page.merge_cells(start_row=top, end_row=top + span.rows - 1, start_column=left,
                              end_column=left + span.columns - 1)  # fmt: skip

    def _below(self) -> None:
        """Total, foot line of the table, notes and signatures."""
        sheet, last = self.sheet, self.last
        if sheet.total:
            label, sentence = sheet.total
            split = min(2, last)
            row = self.row
            self.across([(label, split), (sentence, last - split)], "head", TOTAL_PT, align="center", lines="....")
            if last > split:
                drawn = self._sides(split + 1, last)
                self.looks.put(self.page, row, split + 1, sentence, "head", "left", drawn)
        if sheet.foot:
            edge = "m" if sheet.boxed else "."
            self.across(list(sheet.foot), "body", FOOT_PT, align="center", lines=".." + edge * 2)
        width = sum(column.width_mm for column in sheet.columns)
        for note in sheet.notes:
            self.across([(note, last)], "body", height_of(note, width), align="left", lines=NO_LINES)
        if sheet.signatures:
            self.across(self._signatures(), "line", SIGNATURE_PT, align="left", lines=NO_LINES)

    def _signatures(self) -> list[tuple[str, int]]:
        """Side by side on columns of their own, or in one cell where these are too unequal."""
        signatures = self.sheet.signatures
        ends = self._shares([1 / len(signatures)] * len(signatures))
        widths = [sum(one.width_mm for one in self.sheet.columns[a:b]) for a, b in itertools.pairwise(ends)]
        if min(widths) < sum(widths) / len(widths) / 2:
            return [(SIGNATURE_GAP.join(signatures), self.last)]
        return [(words, ends[n + 1] - ends[n]) for n, words in enumerate(signatures)]


def _groups(columns: tuple[Column, ...]) -> Iterator[tuple[int, int]]:
    """(first, last) column numbers, from 1, of each run of several columns under one upper head."""
    start = 1
    for number, column in enumerate(columns, 1):
        after = columns[number].heads if number < len(columns) else ()
        if len(column.heads) < 2 or len(after) < 2 or after[0] != column.heads[0]:
            if number > start:
                yield start, number
            start = number + 1
