"""Puts rows into a list so that all children have one: what stands below moves down with everything that names it."""

from copy import deepcopy
from typing import Any

from app.templates.marks import Shape
from db.templates import refs
from db.templates.package import Package
from db.templates.refs import Growth
from db.templates.xlsx_sheet import WORKBOOK, Sheet, formulas
from db.templates.xlsx_styles import tag

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}row"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}f"
_BY_REF = ("conditionalFormatting", "dataValidation", "ignoredError", "protectedRange")


def grow(sheet: Sheet, sheets: list[Sheet], shape: Shape, children: int) -> None:
    """Put in as many rows as these children need beyond those that are there; new ones look like those before."""
    height = shape.height
    missing = children * height - shape.rows
    if missing <= 0:
        return
    # Before the last one that is there, whose lower line ends the list; after it if it is the only one.
    only = shape.rows < 2 * height
    at = shape.first + shape.rows - (0 if only else height)
    pattern = range(at - height, at)
    _own_formulas(sheet)
    lines = [deepcopy(sheet.rows[row]) if row in sheet.rows else None for row in pattern]
    merges = [merge for merge in sheet.merges() if pattern.start <= merge[0] and merge[2] < pattern.stop]
    growth = Growth(at + 1, missing, after_last=only)
    for other in sheets:
        for formula in formulas(other.root):
            if formula.text:
                formula.text = growth.formula(formula.text, sheet.name, other is sheet)
    _move_rows(sheet, at, missing)
    _move_refs(sheet, growth)
    _move_named(sheet, growth)
    _move_related(sheet.package, sheet.part, growth)
    for place in range(missing // height):
        down = (place + 1) * height
        for row, line in zip(pattern, lines, strict=True):
            if line is not None:
                _add_row(sheet, line, row + down, down)
        _add_merges(sheet, [(top + down, left, bottom + down, right) for top, left, bottom, right in merges])
    sheet.index()
    _remeasure(sheet)


def _own_formulas(sheet: Sheet) -> None:
    """Give every cell of a shared formula one of its own, so that rows can be moved and copied alone."""
    masters: dict[str, tuple[int, int, str]] = {}
    for (row, col), cell in sheet.cells.items():
        formula = cell.find(tag("f"))
        if formula is None or formula.get("t") != "shared":
            continue
        key = str(formula.get("si"))
        if formula.text:
            masters[key] = (row, col, formula.text)
        elif key in masters:
            top, left, text = masters[key]
            formula.text = refs.moved(text, row - top, col - left)
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, None)


def _move_rows(sheet: Sheet, at: int, count: int) -> None:
    for row, element in sheet.rows.items():
        if row >= at:
            _number(element, row + count)


def _number(element: Any, row: int) -> None:
    element.set("r", str(row + 1))
    for cell in element:
        cell.set("r", refs.name(row, refs.split(cell.get("r"))[1]))
        formula = cell.find(tag("f"))
        if formula is not None and formula.get("ref"):
            formula.set("ref", cell.get("r"))


def _add_row(sheet: Sheet, pattern: Any, row: int, down: int) -> None:
    element = deepcopy(pattern)
    _number(element, row)
    for cell in element:
        formula = cell.find(tag("f"))
        if formula is not None and formula.text:
            formula.text = refs.moved(formula.text, down)
    before = [one for one in sheet.data if int(one.get("r")) < row + 1]
    sheet.data.insert(len(before), element)


def _add_merges(sheet: Sheet, merges: list[tuple[int, int, int, int]]) -> None:
    inside = sheet.root.find(tag("mergeCells"))
    if inside is None:
        return
    for top, left, bottom, right in merges:
        ref = f"{refs.name(top, left)}:{refs.name(bottom, right)}"
        inside.append(inside.makeelement(tag("mergeCell"), {"ref": ref}))
    inside.set("count", str(len(inside)))


def _move_refs(sheet: Sheet, growth: Growth) -> None:
    for merge in sheet.root.iter(tag("mergeCell"), tag("hyperlink"), tag("autoFilter")):
        merge.set("ref", growth.ref(str(merge.get("ref"))))
    for element in sheet.root.iter(*(tag(name) for name in _BY_REF)):
        if element.get("sqref"):
            element.set("sqref", growth.areas(element.get("sqref")))
    breaks = sheet.root.find(tag("rowBreaks"))
    for one in breaks if breaks is not None else ():
        one.set("id", str(growth.row(int(one.get("id")) + 1) - 1))


def _move_named(sheet: Sheet, growth: Growth) -> None:
    for name in sheet.package.tree(WORKBOOK).iter(tag("definedName")):
        if name.text:
            name.text = growth.formula(name.text, sheet.name, False)


def _move_related(package: Package, part: str, growth: Growth) -> None:
    """Pictures, notes and tables of the sheet below the list, and charts of what it holds."""
    for _key, kind, target in package.rels(part):
        if target not in package.parts:
            continue
        if kind.endswith("/drawing"):
            for row in package.tree(target).iter(_DRAWING):
                row.text = str(growth.row(int(row.text) + 1) - 1)
            for _id, of_drawing, chart in package.rels(target):
                if of_drawing.endswith("/chart") and chart in package.parts:
                    for formula in package.tree(chart).iter(_CHART):
                        formula.text = growth.formula(formula.text or "", "", True)
        elif kind.endswith(("/comments", "/table")):
            for element in package.tree(target).iter():
                if isinstance(element.tag, str) and element.get("ref"):
                    element.set("ref", growth.ref(element.get("ref")))


def _remeasure(sheet: Sheet) -> None:
    dimension = sheet.root.find(tag("dimension"))
    if dimension is not None and sheet.cells:
        rows, cols = [row for row, _col in sheet.cells], [col for _row, col in sheet.cells]
        dimension.set("ref", f"{refs.name(min(rows), min(cols))}:{refs.name(max(rows), max(cols))}")
