"""Excel's XML of 2003 (SpreadsheetML), which old systems send as .xls or .xml."""

import re
from datetime import datetime
from typing import Any

from app import late
from app.sheets import Cell, SheetIn
from app.tablefile import CannotRead
from db.caps import MAX_COLUMNS, MAX_ROWS, check_size

SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_CHINESE = re.compile(rb"^\s*<\?xml[^>]*encoding=[\"']gb[\w-]*[\"'][^>]*\?>", re.IGNORECASE)
_MARK = re.compile(rb"<(\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL)


def is_excel_xml(data: bytes) -> bool:
    """Whether the file is a workbook of that kind."""
    head = data[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    return bool(_MARK.search(head))


def read(data: bytes) -> tuple[SheetIn, ...]:
    """Its visible sheets (all, if none is). Raises CannotRead("truncated"), "damaged", "too_many_cells"."""
    etree = late.load("lxml.etree")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    if declared := _CHINESE.match(data):
        # The parser's own GB2312 lacks the rare characters of names; GB18030 has all of them.
        data = data[declared.end() :].decode("gb18030", "replace").encode()
    try:
        book = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        cut = not data.rstrip(b"\0 \r\n\t").endswith(b">") or "Premature end" in str(error)
        raise CannotRead("truncated" if cut else "damaged", str(error)[:200]) from error
    except (etree.LxmlError, ValueError) as error:
        raise CannotRead("damaged", str(error)[:200]) from error
    sheets = book.findall(f"{SPREADSHEET}Worksheet")
    shown = [sheet for sheet in sheets if not _hidden(sheet)]
    return tuple(_sheet(sheet) for sheet in shown or sheets)


def _hidden(sheet: Any) -> bool:
    visible = next((found.text for found in sheet.iter("{urn:schemas-microsoft-com:office:excel}Visible")), "")
    return bool(visible) and visible.startswith("Sheet")


def _sheet(sheet: Any) -> SheetIn:
    grid: dict[int, dict[int, Cell]] = {}
    merged: list[tuple[int, int, int, int]] = []
    top = -1
    for row in sheet.iterfind(f"{SPREADSHEET}Table/{SPREADSHEET}Row"):
        top = _number(row, "Index", top + 2) - 1
        check_size(top + 1, 0)
        left = -1
        for cell in row.iterfind(f"{SPREADSHEET}Cell"):
            left = _number(cell, "Index", left + 2) - 1
            across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            check_size(top + 1 + down, left + 1 + across)
            grid.setdefault(top, {})[left] = _value(cell)
            if across or down:
                merged.append((top, left, top + down, left + across))
            left += across
    width = max((max(cells) + 1 for cells in grid.values()), default=0)
    rows = (grid.get(line, {}) for line in range(top + 1))
    name = sheet.get(f"{SPREADSHEET}Name", "")
    return SheetIn(name, tuple(tuple(row.get(place) for place in range(width)) for row in rows), tuple(merged))


def _number(element: Any, name: str, missing: int) -> int:
    text = element.get(SPREADSHEET + name, "")
    return min(int(text), max(MAX_ROWS, MAX_COLUMNS) + 1) if re.fullmatch(r"\d{1,7}", text) else missing


def _value(cell: Any) -> Cell:
    data = cell.find(f"{SPREADSHEET}Data")
    if data is None:
        return None
    text = "".join(data.itertext())
    kind = data.get(f"{SPREADSHEET}Type", "String")
    if kind == "Number":
        # A number stays one: an ID typed as a number has lost its last digits, and the import must see that.
        return _figure(text.strip())
    if kind == "DateTime":
        try:
            return datetime.fromisoformat(text.strip()[:19])
        except ValueError:
            return text.strip()
    if kind == "Boolean":
        return text.strip() == "1"
    return text.replace("\u00a0", " ").strip()


def _figure(text: str) -> Cell:
    try:
        figure = float(text)
    except ValueError:
        return text
    return int(figure) if figure.is_integer() and abs(figure) < 1e15 else figure
