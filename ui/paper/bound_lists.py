"""Lists that are bound into a file: each with its title, head and page numbers on every page (paper.md §7).

卷内目录 has rows of one height, to be gone on with by hand; other lists have rows as high as their texts need.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.days import shown
from app.sheets import SheetOut, Value
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page, fit, text_height
from ui.paper.type import MM_PER_PT, Face

LEFT, WIDE = 18.0, 174.0
TITLE, ABOVE, TOP, BOTTOM, FOOT = 21.0, 31.0, 36.0, 275.0, 281.0
"""mm from the top of the page: middle of the title, of the line above the table, the table, middle of the foot."""
HEAD, FIXED, LEAST, NOTE = 10.0, 10.9, 8.0, 6.4
"""mm of the head, of a row of 卷内目录, of any other row at least, of a line of notes."""
PAD, FILLED_PT, TABLE_PT, NARROW_PT, NARROW = 1.2, 12.5, 11.0, 10.5, 20.0
SPACED = 4
"""A title of so many characters at most is spread out."""
_NUMBER = re.compile(r"[\d\-—、.]+")


def _tr(text: str) -> str:
    return QCoreApplication.translate("BoundLists", text)


@dataclass(frozen=True, slots=True)
class _Row:
    values: Sequence[Value]
    high: float
    strong: bool = False
    wide: bool = False
    """Its first cell covers them all."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page of a list."""

    of: SheetOut
    rows: Sequence[_Row]
    notes: Sequence[str]
    number: int
    count: int


def bound_paper(title: str, lists: Sequence[SheetOut]) -> Paper:
    """The lists one after the other, each begun on a page of its own and numbered from 1."""
    sheets: list[PaintPage] = []
    for one in lists:
        pages = _fixed(one) if one.page_rows else _flowing(one)
        sheets += [partial(_paint, sheet=_Sheet(one, rows, notes, number, len(pages)))
                   for number, (rows, notes) in enumerate(pages, 1)]  # fmt: skip
    return Paper(title, sheets)


def _fixed(one: SheetOut) -> list[tuple[list[_Row], Sequence[str]]]:
    each = one.page_rows
    rows = [_Row(values, FIXED) for values in one.rows]
    rows += [_Row(("",) * len(one.columns), FIXED)] * (one.fixed_pages * each - len(rows))
    return [(rows[at : at + each], ()) for at in range(0, len(rows), each)]


def _flowing(one: SheetOut) -> list[tuple[list[_Row], Sequence[str]]]:
    spans = {span.row for span in one.spans if span.columns > 1}
    rows = [_Row(values, _height(one, values, place in spans), place in one.strong, place in spans)
            for place, values in enumerate(one.rows)]  # fmt: skip
    room = BOTTOM - TOP - HEAD
    pages: list[tuple[list[_Row], Sequence[str]]] = [([], ())]
    used = 0.0
    for place, row in enumerate(rows):
        # The name of a part does not stay alone at the foot of a page.
        after = rows[place + 1].high if row.wide and place + 1 < len(rows) else 0.0
        if pages[-1][0] and used + row.high + after > room:
            pages.append(([], ()))
            used = 0.0
        pages[-1][0].append(row)
        used += row.high
    if one.notes:
        high = sum(_note_height(note) for note in one.notes) + NOTE
        if used + high > room:
            pages.append(([], ()))
        pages[-1] = (pages[-1][0], one.notes)
    return pages


def _note_height(note: str) -> float:
    return NOTE * len(fit(note, WIDE, 999.0, Face.KAI, TABLE_PT).lines)


def _widths(one: SheetOut) -> list[float]:
    share = WIDE / sum(column.width_mm for column in one.columns)
    return [column.width_mm * share for column in one.columns]


def _height(one: SheetOut, values: Sequence[Value], wide: bool) -> float:
    least = max(LEAST, one.row_pt * MM_PER_PT)
    if wide:
        return least
    lines = [
        len(fit(shown(value), width - 2 * PAD, 999.0, _face(shown(value)), TABLE_PT).lines)
        for value, width in zip(values, _widths(one), strict=True)
    ]  # fmt: skip
    return max(least, text_height(max(lines), TABLE_PT) + 2.4)


def _face(text: str) -> Face:
    return Face.SANS if _NUMBER.fullmatch(text) else Face.KAI


def _paint(page: Page, sheet: _Sheet) -> None:
    one = sheet.of
    title = one.title if len(one.title) > SPACED else " ".join(one.title)
    page.box(title, LEFT, TITLE - 7, WIDE, 14, Face.SONG, 28 if len(one.title) <= SPACED else 20, align="center")
    page.box(one.left_note, LEFT, ABOVE - 4, WIDE * 0.55, 8, Face.KAI, 12.5)
    page.box(one.right_note, LEFT + WIDE * 0.4, ABOVE - 4, WIDE * 0.6, 8, Face.KAI, 12.5, align="right")
    y = _table(page, sheet) + NOTE
    for note in sheet.notes:
        high = _note_height(note)
        page.box(note, LEFT, y, WIDE, high, Face.KAI, TABLE_PT)
        y += high
    _foot(page, sheet)


def _table(page: Page, sheet: _Sheet) -> float:
    """Draw it; return where it ends."""
    if not sheet.rows:
        return TOP
    widths = _widths(sheet.of)
    edges = [LEFT + sum(widths[:place]) for place in range(len(widths) + 1)]
    for column, x, width in zip(sheet.of.columns, edges, widths, strict=False):
        page.box(column.heads[0], x, TOP, width, HEAD, Face.SONG, 12, align="center")
    y = TOP + HEAD
    for row in sheet.rows:
        page.line(LEFT, y, LEFT + WIDE, y)
        _cells(page, sheet.of, row, edges, y)
        for x in edges[1:-1] if not row.wide else ():
            page.line(x, y, x, y + row.high)
        y += row.high
    for x in edges[1:-1]:
        page.line(x, TOP, x, TOP + HEAD)
    page.rect(LEFT, TOP, WIDE, y - TOP, 0.5)
    return y


def _cells(page: Page, of: SheetOut, row: _Row, edges: Sequence[float], y: float) -> None:
    pt = FILLED_PT if of.page_rows else TABLE_PT
    for number, (value, column) in enumerate(zip(row.values, of.columns, strict=True)):
        text = shown(value)
        x, width = edges[number], edges[number + 1] - edges[number]
        if row.wide:
            x, width = LEFT, WIDE
        face = Face.SONG if row.strong else _face(text)
        size = min(pt, NARROW_PT) if face is Face.SANS or width < NARROW else pt
        align = "left" if row.wide else column.align
        page.box(text, x + PAD, y, width - 2 * PAD, row.high, face, size, min_pt=7.5, align=align)
        if row.wide:
            return


def _foot(page: Page, sheet: _Sheet) -> None:
    """立卷人 ____    第 1 页 共 2 页    检查人 ____."""
    said = _tr("第 {0} 页  共 {1} 页").format(sheet.number, sheet.count)
    page.text(LEFT + WIDE / 2, FOOT, said, Face.SANS, 10.5, "center")
    signs = sheet.of.signatures
    for word, x in zip(signs[:1] + signs[-1:] if len(signs) > 1 else signs, (LEFT, LEFT + WIDE - 42), strict=False):
        wide = page.text(x, FOOT, word, Face.KAI, 12)
        page.writing_line(x + wide + 0.6, x + 42, FOOT + 2.8)
