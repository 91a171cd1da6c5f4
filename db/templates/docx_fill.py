"""Fills a Word document: text takes the look of the blank it stands in, lists get rows, each child a page."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from app.templates.filling import TO_THE_END, CellFill, Filling, GridFill
from app.templates.form import Form
from app.templates.marks import Shape
from db.templates.docx_layout import Layout, lay_out, page_width, tag
from db.templates.docx_text import change, text_of_element, write
from db.templates.package import Package

DOCUMENT = "word/document.xml"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def read(package: Package) -> Form:
    """The form of a Word document."""
    body = package.tree(DOCUMENT).find(tag("body"))
    return Form("docx", (lay_out(list(body), page_width(body)).grid(),))


def fill(package: Package, filling: Filling) -> bytes:
    """The document with everything filled in: its whole text once for each filling."""
    body = package.tree(DOCUMENT).find(tag("body"))
    width = page_width(body)
    section = body.find(tag("sectPr"))
    blocks = [block for block in body if block is not section]
    copies = [blocks, *([deepcopy(block) for block in blocks] for _more in filling.grids[1:])]
    for number, (copy, one) in enumerate(zip(copies, filling.grids, strict=False)):
        if number:
            _own_ids(copy, number)
        _fill(copy, width, one)
    _put_together(body, copies, section)
    return package.to_bytes()


def _fill(blocks: list[Any], width: float, one: GridFill) -> None:
    layout = lay_out(blocks, width)
    for cell in one.cells:
        _put(layout, cell, cell.row)
    if one.shape is None:
        return
    sources = {(cell.row, cell.col): deepcopy(layout.elements.get((cell.row, cell.col)))
               for line in one.lines for cell in line}  # fmt: skip
    _grow(layout, one.shape, len(one.lines))
    layout = lay_out(blocks, width)
    for place, line in enumerate(one.lines):
        for cell in line:
            row = cell.row + place * one.shape.height
            _as_first(layout.elements.get((row, cell.col)), sources[cell.row, cell.col], cell)
            _put(layout, cell, row)


def _put(layout: Layout, cell: CellFill, row: int) -> None:
    element = layout.elements.get((row, cell.col))
    if element is None:
        return
    _let_grow(layout.rows[row])
    if any(edit.end == TO_THE_END for edit in cell.edits):
        write(element, cell.edits[0].text)
    else:
        change(element, cell.edits)


def _as_first(element: Any, source: Any, cell: CellFill) -> None:
    """Before something is ticked in the row of a later child: let it say what the first child's row says."""
    if element is None or source is None or any(edit.end == TO_THE_END for edit in cell.edits):
        return
    if text_of_element(element) != text_of_element(source):
        for child in [child for child in element if child.tag != tag("tcPr")]:
            element.remove(child)
        for child in [child for child in source if child.tag != tag("tcPr")]:
            element.append(deepcopy(child))


def _grow(layout: Layout, shape: Shape, children: int) -> None:
    """Put in the rows that are missing, like those before the last one."""
    missing = children * shape.height - shape.rows
    if missing <= 0 or shape.first >= len(layout.rows):
        return
    at = shape.first + shape.rows - (0 if shape.rows < 2 * shape.height else shape.height)
    pattern = layout.rows[at - shape.height : at]
    after = pattern[-1]
    for number in range(missing // shape.height):
        for row in pattern:
            copy = deepcopy(row)
            _own_ids([copy], number + 1)
            after.addnext(copy)
            after = copy


def _let_grow(row: Any) -> None:
    """A row of a fixed height would cut a text that is too long for it."""
    height = row.find(f"{tag('trPr')}/{tag('trHeight')}")
    if height is not None and height.get(tag("hRule")) == "exact":
        height.set(tag("hRule"), "atLeast")


def _put_together(body: Any, copies: Sequence[list[Any]], section: Any) -> None:
    """Each copy a section of its own that begins on a new page, as Word's own mail merge does it."""
    if len(copies) < 2:
        return
    if section is None:
        section = body.makeelement(tag("sectPr"), {})
        body.append(section)
    kind = section.find(tag("type"))
    first = deepcopy(section)
    if kind is not None:
        section.remove(kind)
    for number, copy in enumerate(copies):
        if number:
            for block in copy:
                section.addprevious(block)
        if number < len(copies) - 1:
            _end(copy[-1] if copy else None, deepcopy(section) if number else first)


def _end(last: Any, section: Any) -> None:
    """Let the section end with this block."""
    if last is None:
        return
    paragraph = last
    if last.tag != tag("p") or last.find(f"{tag('pPr')}/{tag('sectPr')}") is not None:
        paragraph = last.makeelement(tag("p"), {})
        last.addnext(paragraph)
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = paragraph.makeelement(tag("pPr"), {})
        paragraph.insert(0, properties)
    later = properties.find(tag("pPrChange"))
    if later is None:
        properties.append(section)
    else:
        later.addprevious(section)


def _own_ids(blocks: Sequence[Any], number: int) -> None:
    """Nothing may have the same id twice; bookmarks stay with the first copy."""
    for block in blocks:
        for element in list(block.iter()):
            for name in ("paraId", "textId"):
                element.attrib.pop(_W14 + name, None)
            if element.tag == _DRAWN:
                element.set("id", str(10_000 * number + int(element.get("id", "0")) % 10_000))
            parent = element.getparent()
            if parent is None:
                continue
            if element.tag in (tag("bookmarkStart"), tag("bookmarkEnd")) or (
                element.tag == tag("id") and parent.tag == tag("sdtPr")
            ):
                parent.remove(element)
