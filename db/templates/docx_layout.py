"""A Word document as one grid: each line of text a row, each row of a table a row, columns where any table has one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from app.templates.form import FormCell, Grid
from db.templates.fitting import ems
from db.templates.runs import Run, text_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MM = 25.4 / 1440
_PAGE_MM = 160.0
_SNAP_MM = 1.0
_LINE_MM, _PARAGRAPH_MM = 5.6, 8.0
_BOX_SIGNS = frozenset(("F0A8", "F06F", "F071", "F072", "2610", "25A1"))
"""Of the symbol fonts, those that are an empty box."""
_PASSED = frozenset(("del", "moveFrom", "instrText", "pPr", "rPr", "tbl", "txbxContent", "pict", "drawing", "object"))


def tag(name: str) -> str:
    """A name of Word's own."""
    return f"{{{WORD}}}{name}"


@dataclass(slots=True)
class Layout:
    """Where each cell of the grid is in the document."""

    cells: list[FormCell] = field(default_factory=list)
    elements: dict[tuple[int, int], Any] = field(default_factory=dict)
    """The paragraph or table cell at a place."""
    rows: list[Any] = field(default_factory=list)
    """The paragraph or table row of each row of the grid."""
    heights: list[float] = field(default_factory=list)
    widths: tuple[float, ...] = ()

    def grid(self) -> Grid:
        """What the form shows."""
        return Grid("", tuple(self.cells), self.widths, tuple(self.heights))


def lay_out(blocks: Sequence[Any], page_mm: float = _PAGE_MM) -> Layout:
    """The grid of these paragraphs and tables."""
    found = Layout()
    flat = list(_flat(blocks))
    edges = _edges([block for block in flat if block.tag == tag("tbl")], page_mm)
    found.widths = tuple(right - left for left, right in pairwise(edges))
    for block in flat:
        if block.tag == tag("tbl"):
            _table(found, block, edges)
        elif (text := text_of(runs_of(block))).strip():
            _add(found, block, text, 0, 1, len(found.widths), framed=False)
            found.rows.append(block)
            found.heights.append(_PARAGRAPH_MM + text.count("\n") * _LINE_MM)
    return found


def page_width(body: Any) -> float:
    """Between the margins of the last section, in mm."""
    section = body.find(tag("sectPr"))
    size = section.find(tag("pgSz")) if section is not None else None
    margins = section.find(tag("pgMar")) if section is not None else None
    if size is None or margins is None:
        return _PAGE_MM
    return (_int(size, "w") - _int(margins, "left") - _int(margins, "right")) * _MM


def runs_of(element: Any) -> list[Run]:
    """The text of a paragraph or table cell: one run for each piece of it, a line end between paragraphs."""
    if element.tag == tag("p"):
        return list(_pieces(element))
    found: list[Run] = []
    for number, paragraph in enumerate(paragraphs(element)):
        if number:
            found.append(Run("\n"))
        found += _pieces(paragraph)
    return found


def paragraphs(cell: Any) -> list[Any]:
    """The paragraphs of a table cell, without those of tables inside it."""
    return [block for block in _flat(cell) if block.tag == tag("p")]


def _flat(blocks: Sequence[Any]) -> Iterator[Any]:
    for block in blocks:
        if block.tag in (tag("p"), tag("tbl")):
            yield block
        elif block.tag in (tag("sdt"), tag("sdtContent"), tag("customXml"), tag("ins")):
            yield from _flat(block)


def _pieces(element: Any, lined: bool = False) -> Iterator[Run]:
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in _PASSED or not name:
            continue
        if name == "r":
            yield from _pieces(child, _is_lined(child))
        elif name == "t":
            yield Run(child.text or "", None, lined, child)
        elif name in ("tab", "br", "cr", "noBreakHyphen"):
            if child.get(tag("type")) != "page":
                yield Run({"tab": "\t", "noBreakHyphen": "-"}.get(name, "\n"), None, lined, child)
        elif name == "sym":
            yield Run("□" if str(child.get(tag("char"))).upper() in _BOX_SIGNS else "·", None, False, child)
        elif name == "sdt" and child.find(f"{tag('sdtPr')}/{tag('showingPlcHdr')}") is not None:
            # What stands there only asks for a text: a line to write on.
            nodes = [run.node for run in _pieces(child.find(tag("sdtContent")))]
            yield from (Run("__" if not place else "", None, False, node) for place, node in enumerate(nodes))
        else:
            yield from _pieces(child, lined)


def _is_lined(run: Any) -> bool:
    line = run.find(f"{tag('rPr')}/{tag('u')}")
    return line is not None and line.get(tag("val"), "single") != "none"


def _edges(tables: Sequence[Any], page_mm: float) -> list[float]:
    """Every place where a column of any table begins or ends, near ones joined."""
    places = sorted({0.0, page_mm, *(x for table in tables for x in _columns(table))})
    kept = [places[0]]
    for place in places[1:]:
        if place - kept[-1] > _SNAP_MM:
            kept.append(place)
    return kept if len(kept) > 1 else [0.0, page_mm]


def _columns(table: Any) -> list[float]:
    """Where the columns of a table begin, and where the last one ends."""
    places = [0.0]
    for column in table.iterfind(f"{tag('tblGrid')}/{tag('gridCol')}"):
        places.append(places[-1] + _int(column, "w") * _MM)
    return places


def _table(found: Layout, table: Any, edges: list[float]) -> None:
    places = _columns(table)
    above: dict[int, int] = {}
    """Number of the cell in `found.cells` that a merge downward began in, by its first column of the table."""
    for line in table.iterfind(tag("tr")):
        at = _int(line.find(f"{tag('trPr')}/{tag('gridBefore')}"), "val")
        height = _int(line.find(f"{tag('trPr')}/{tag('trHeight')}"), "val") * _MM
        for cell in _cells(line):
            properties = cell.find(tag("tcPr"))
            span = max(1, _int(properties.find(tag("gridSpan")), "val") if properties is not None else 1)
            merge = properties.find(tag("vMerge")) if properties is not None else None
            left, right = (_edge(places, edges, place) for place in (at, at + span))
            if merge is not None and merge.get(tag("val")) != "restart" and at in above:
                number = above[at]
                cover = found.cells[number]
                found.cells[number] = _taller(cover)
            else:
                text = text_of(runs_of(cell))
                _add(found, cell, text, left, 1, max(1, right - left), framed=True)
                above.pop(at, None)
                if merge is not None:
                    above[at] = len(found.cells) - 1
                width = sum(found.widths[left:right]) or 1.0
                lines = sum(max(1, round(ems(part) * 4.2 / width + 0.4)) for part in text.split("\n"))
                height = max(height, lines * _LINE_MM + 1.5) if merge is None else height
            at += span
        found.rows.append(line)
        found.heights.append(max(height, _LINE_MM + 1.5))


def _cells(line: Any) -> Iterator[Any]:
    for child in line:
        if child.tag == tag("tc"):
            yield child
        elif child.tag in (tag("sdt"), tag("sdtContent")):
            yield from _cells(child)


def _edge(places: list[float], edges: list[float], number: int) -> int:
    """The column of the grid at which a column of a table begins."""
    x = places[min(number, len(places) - 1)]
    return min(range(len(edges)), key=lambda place: abs(edges[place] - x))


def _add(found: Layout, element: Any, text: str, col: int, rows: int, cols: int, *, framed: bool) -> None:
    row = len(found.rows)
    found.elements[row, col] = element
    bold = element.find(f".//{tag('rPr')}/{tag('b')}") is not None
    align = element.find(f".//{tag('pPr')}/{tag('jc')}")
    side = str(align.get(tag("val"))) if align is not None else ""
    side = {"start": "left", "end": "right", "both": "left", "distribute": "center"}.get(side, side)
    found.cells.append(FormCell(row, col, rows, cols, text, bold, side, framed))


def _taller(cell: FormCell) -> FormCell:
    return FormCell(cell.row, cell.col, cell.rows + 1, cell.cols, cell.text, cell.bold, cell.align, cell.framed)


def _int(element: Any, name: str) -> int:
    text = element.get(tag(name), "0") if element is not None else "0"
    try:
        return int(float(text))
    except ValueError:
        return 0
