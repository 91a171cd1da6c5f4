"""One worksheet: its cells with their text in runs, merges, widths and heights, and how a cell is written."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from app import late
from db.templates import refs
from db.templates.package import OFFICE, Package
from db.templates.runs import Run
from db.templates.xlsx_styles import Styles, is_lined, tag

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MM_PER_PX = 25.4 / 96
MM_PER_PT = 25.4 / 72
WORKBOOK = "xl/workbook.xml"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Sheet:
    """A worksheet part, its rows and cells by their place (from 0)."""

    def __init__(self, package: Package, name: str, part: str, styles: Styles, strings: "Strings") -> None:
        self.package, self.name, self.part, self.styles, self._strings = package, name, part, styles, strings
        self.root = package.tree(part)
        self.data = self.root.find(tag("sheetData"))
        self.rows: dict[int, Any] = {}
        self.cells: dict[tuple[int, int], Any] = {}
        self.index()

    def index(self) -> None:
        """Look the rows and cells up afresh (after rows were put in)."""
        self.rows.clear()
        self.cells.clear()
        row = -1
        for element in self.data:
            row = int(element.get("r", row + 2)) - 1
            self.rows[row] = element
            col = -1
            for cell in element:
                if cell.get("r"):
                    _row, col = refs.split(cell.get("r"))
                else:
                    col += 1
                    cell.set("r", refs.name(row, col))
                self.cells[row, col] = cell

    def merges(self) -> list[tuple[int, int, int, int]]:
        """(first row, first column, last row, last column) of every merge."""
        found = []
        for merge in self.root.iter(tag("mergeCell")):
            first, _, last = str(merge.get("ref")).partition(":")
            found.append((*refs.split(first), *refs.split(last or first)))
        return found

    def style(self, row: int, col: int) -> int:
        """The number of the style of a place."""
        cell = self.cells.get((row, col))
        return int(cell.get("s", "0")) if cell is not None else 0

    def formula(self, row: int, col: int) -> bool:
        """Whether a formula stands there."""
        cell = self.cells.get((row, col))
        return cell is not None and cell.find(tag("f")) is not None

    def runs(self, row: int, col: int) -> list[Run]:
        """The text of a cell; numbers as they are written in the file."""
        cell = self.cells.get((row, col))
        if cell is None:
            return []
        lined = self.styles.look(self.style(row, col)).lined
        value = cell.find(tag("v"))
        if cell.get("t") == "s" and value is not None:
            return runs_of(self._strings.item(value.text), lined)
        if cell.get("t") == "inlineStr":
            return runs_of(cell.find(tag("is")), lined)
        text = value.text if value is not None and value.text else ""
        return [Run(text, None, lined)] if text else []

    def put(self, row: int, col: int, runs: list[Run], style: int) -> None:
        """Write text into a cell, whatever it begins with; nothing for an empty text."""
        cell = self._emptied(row, col, style)
        kept = [run for run in runs if run.raw]
        if not kept:
            return
        cell.set("t", "inlineStr")
        inside = _sub(cell, "is")
        if len(kept) == 1 and kept[0].look is None:
            _text(inside, kept[0].raw)
            return
        for run in kept:
            part = _sub(inside, "r")
            if run.look is not None:
                part.append(deepcopy(run.look))
            _text(part, run.raw)

    def put_number(self, row: int, col: int, number: str, style: int) -> None:
        """Write a number into a cell."""
        _sub(self._emptied(row, col, style), "v").text = number

    def _emptied(self, row: int, col: int, style: int) -> Any:
        cell = self.cells.get((row, col))
        if cell is None:
            cell = self.new_cell(row, col)
        for child in list(cell):
            cell.remove(child)
        for name in ("t", "cm", "vm"):
            cell.attrib.pop(name, None)
        cell.set("s", str(style))
        return cell

    def row(self, row: int) -> Any:
        """The element of a row, made if there is none."""
        if row not in self.rows:
            element = late.load("lxml.etree").Element(tag("row"), r=str(row + 1))
            after = max((one for one in self.rows if one < row), default=None)
            self.data.insert(0 if after is None else self.data.index(self.rows[after]) + 1, element)
            self.rows[row] = element
        return self.rows[row]

    def new_cell(self, row: int, col: int) -> Any:
        """A cell where there is none."""
        element = late.load("lxml.etree").Element(tag("c"), r=refs.name(row, col))
        line = self.row(row)
        line.attrib.pop("spans", None)
        place = sum(1 for one in line if refs.split(one.get("r"))[1] < col)
        line.insert(place, element)
        self.cells[row, col] = element
        return element

    def width_mm(self, col: int) -> float:
        """Of a column; 0 if it is hidden."""
        for one in self.root.iter(tag("col")):
            if int(one.get("min")) <= col + 1 <= int(one.get("max")):
                hidden = one.get("hidden") in ("1", "true")
                return 0.0 if hidden else _mm(float(one.get("width", self._default("defaultColWidth", 9.0))))
        return _mm(self._default("defaultColWidth", 9.0))

    def height_mm(self, row: int) -> float:
        """Of a row; 0 if it is hidden."""
        element = self.rows.get(row)
        if element is not None and element.get("hidden") in ("1", "true"):
            return 0.0
        given = element.get("ht") if element is not None else None
        return float(given or self._default("defaultRowHeight", 15.0)) * MM_PER_PT

    def set_height_mm(self, row: int, height: float) -> None:
        """Make a row that high."""
        element = self.row(row)
        element.set("ht", f"{min(409.0, height / MM_PER_PT):.2f}".rstrip("0").rstrip("."))
        element.set("customHeight", "1")

    def _default(self, name: str, fallback: float) -> float:
        given = self.root.find(tag("sheetFormatPr"))
        return float(given.get(name, fallback)) if given is not None else fallback


class Strings:
    """sharedStrings.xml."""

    def __init__(self, package: Package) -> None:
        part = next((part for _id, kind, part in package.rels(WORKBOOK) if kind.endswith("/sharedStrings")), "")
        self._items = package.tree(part).findall(tag("si")) if part in package.parts else []

    def item(self, number: str | None) -> Any:
        """The string of that number; None for one that is not there."""
        place = int(number) if number and number.isdigit() else -1
        return self._items[place] if 0 <= place < len(self._items) else None


def open_sheets(package: Package) -> list[Sheet]:
    """The sheets of a workbook that are shown, in order."""
    parts = {key: part for key, _kind, part in package.rels(WORKBOOK)}
    styles_part = next((part for _id, kind, part in package.rels(WORKBOOK) if kind.endswith("/styles")), "")
    styles = Styles(package.tree(styles_part) if styles_part in package.parts else _none())
    strings = Strings(package)
    found = []
    for sheet in package.tree(WORKBOOK).iter(tag("sheet")):
        part = parts.get(str(sheet.get(f"{{{OFFICE}}}id")), "")
        if sheet.get("state", "visible") != "visible" or part not in package.parts:
            continue
        if package.tree(part).find(tag("sheetData")) is not None:
            found.append(Sheet(package, str(sheet.get("name")), part, styles, strings))
    return found


def runs_of(item: Any, lined: bool) -> list[Run]:
    """The runs of a shared or inline string."""
    if item is None:
        return []
    found = []
    for part in item:
        if part.tag == tag("t"):
            found.append(Run(part.text or "", None, lined))
        elif part.tag == tag("r"):
            look, text = part.find(tag("rPr")), part.find(tag("t"))
            found.append(Run(text.text or "" if text is not None else "", look, _lined(look, lined)))
    return found


def formulas(root: Any) -> Iterator[Any]:
    """Every formula of a worksheet: of cells, validations and formats."""
    for name in ("f", "formula", "formula1", "formula2"):
        yield from root.iter(tag(name))


def without_controls(text: str) -> str:
    """The text without signs that no office file can hold."""
    return _CONTROL.sub("", text)


def _lined(look: Any, of_cell: bool) -> bool:
    return of_cell if look is None else is_lined(look)


def _none() -> Any:
    return late.load("lxml.etree").Element(tag("styleSheet"))


def _sub(parent: Any, name: str) -> Any:
    return late.load("lxml.etree").SubElement(parent, tag(name))


def _text(parent: Any, text: str) -> None:
    element = _sub(parent, "t")
    element.text = without_controls(text)
    if text != text.strip() or "\n" in text:
        element.set(SPACE, "preserve")


def _mm(width: float) -> float:
    return (width * 7 + 5) * MM_PER_PX if width else 0.0
