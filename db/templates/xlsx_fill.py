"""Fills a workbook: cells keep their look, IDs stay text, lists grow, a form for one child is copied for each."""

import re
from dataclasses import dataclass, replace

from app.templates.filling import CellFill, Filling, GridFill
from app.templates.marks import Shape
from db.templates.fitting import fit, shrunk
from db.templates.package import Package
from db.templates.runs import Run, edited, text_of
from db.templates.xlsx_copies import copied
from db.templates.xlsx_rows import grow
from db.templates.xlsx_sheet import WORKBOOK, Sheet, open_sheets
from db.templates.xlsx_styles import Variant, must_quote, tag

_FAR = 30
"""Columns that nothing stands in end nowhere."""
_NUMBERS = re.compile(r"\d{3,}(?:、\d{3,})+")


@dataclass(frozen=True, slots=True)
class _Source:
    """What stood in a cell before anything was filled in, and how large it is."""

    runs: list[Run]
    style: int
    rows: int = 1
    width: float = 0.0
    """In mm; of a cell without lines, over which empty neighbours its text may run on, as far as it may."""
    open: bool = False
    """Whether it has no lines, so that it is neither wrapped nor made higher."""


def fill(package: Package, filling: Filling) -> bytes:
    """The workbook with everything filled in. What is not named in `filling` stays as it is."""
    sheets = open_sheets(package)
    singles: dict[int, list[GridFill]] = {}
    for one in filling.grids:
        if one.shape is None:
            singles.setdefault(one.grid, []).append(one)
        else:
            _fill_list(sheets[one.grid], one, one.shape, sheets)
    for number, fills in singles.items():
        copies = copied(package, sheets[number], [one.name for one in fills])
        for sheet, one in zip(copies, fills, strict=True):
            for cell in one.cells:
                _put(sheet, cell, cell.row, _source(sheet, cell))
    _reckon_anew(package)
    return package.to_bytes()


def _fill_list(sheet: Sheet, one: GridFill, shape: Shape, sheets: list[Sheet]) -> None:
    for cell in one.cells:  # above the list; those below move down with their rows
        _put(sheet, cell, cell.row, _source(sheet, cell))
    sources = {(cell.row, cell.col): _source(sheet, cell) for line in one.lines for cell in line}
    _dress(sheet, shape)
    grow(sheet, sheets, shape, len(one.lines))
    for place, line in enumerate(one.lines):
        for cell in line:
            row = cell.row + place * shape.height
            source = sources[cell.row, cell.col]
            _put(sheet, cell, row, replace(source, style=sheet.style(row, cell.col)))


def _dress(sheet: Sheet, shape: Shape) -> None:
    """Give the first row the lines of the header, if the form has no row for children at all."""
    if any(sheet.styles.look(sheet.style(shape.first, col)).framed for row, col in sheet.cells if row == shape.first):
        return
    for (row, col), _cell in list(sheet.cells.items()):
        style = sheet.style(row, col)
        if row == shape.first - 1 and sheet.styles.look(style).framed:
            sheet.put(shape.first, col, sheet.runs(shape.first, col), sheet.styles.variant(style, Variant(plain=True)))


def _source(sheet: Sheet, cell: CellFill) -> _Source:
    span = next((merge for merge in sheet.merges() if merge[:2] == (cell.row, cell.col)), None)
    last_row, last_col = span[2:] if span else (cell.row, cell.col)
    width = sum(sheet.width_mm(col) for col in range(cell.col, last_col + 1))
    style = sheet.style(cell.row, cell.col)
    is_open = span is None and not sheet.styles.look(style).framed
    if is_open:
        written = [col for row, col in sheet.cells if row == cell.row and col > cell.col and sheet.runs(row, col)]
        width = sum(sheet.width_mm(col) for col in range(cell.col, min(written, default=cell.col + _FAR)))
    return _Source(sheet.runs(cell.row, cell.col), style, last_row - cell.row + 1, width, is_open)


def _put(sheet: Sheet, cell: CellFill, row: int, source: _Source) -> None:
    """Write one cell and make its row high enough."""
    runs = edited(source.runs, cell.edits)
    text = text_of(runs)
    whole = len(runs) == 1
    if cell.number:
        sheet.put_number(row, cell.col, text, source.style)
        return
    look = sheet.styles.look(source.style)
    rows = range(row, row + source.rows)
    if source.open:
        small = shrunk(text, source.width, look.size)
        style = sheet.styles.variant(source.style, Variant(text=whole, quoted=must_quote(text), size=small))
        sheet.put(row, cell.col, runs, style)
        return
    if _NUMBERS.fullmatch(text) and fit(text, source.width, 0, look.size).wrap:
        runs = [replace(runs[0], raw=text.replace("、", "\n"))]  # no number is broken at the end of a line
        text = runs[0].raw
    wanted = fit(text, source.width, sum(map(sheet.height_mm, rows)), look.size) if whole else None
    if wanted is None or look.shrink:
        variant = Variant(text=whole, quoted=must_quote(text))
    else:
        variant = Variant(whole, must_quote(text), wanted.wrap and not look.wrap, wanted.size)
        if wanted.height:
            missing = wanted.height - sum(map(sheet.height_mm, rows))
            sheet.set_height_mm(rows[-1], sheet.height_mm(rows[-1]) + missing)
    sheet.put(row, cell.col, runs, sheet.styles.variant(source.style, variant))


def _reckon_anew(package: Package) -> None:
    """Formulas have no results any more: whoever opens the file reckons them."""
    found = False
    for name in list(package.parts):
        if not (name.startswith("xl/worksheets/") and name.endswith(".xml")):
            continue
        for formula in list(package.tree(name).iter(tag("f"))):
            found = True
            cell = formula.getparent()
            for value in cell.findall(tag("v")):
                cell.remove(value)
            cell.attrib.pop("t", None)
    if not found:
        return
    package.drop_related(WORKBOOK, "/calcChain")
    book = package.tree(WORKBOOK)
    reckons = book.find(tag("calcPr"))
    if reckons is None:
        after = [one for one in book if one.tag in (tag("sheets"), tag("externalReferences"), tag("definedNames"))]
        reckons = book.makeelement(tag("calcPr"), {})
        after[-1].addnext(reckons)
    reckons.set("fullCalcOnLoad", "1")
