"""Tables that are text: CSV in the encodings of Chinese offices, and HTML tables that call themselves .xls."""

import csv
import re
from itertools import islice
from typing import Any

from app import late
from app.sheets import SheetIn
from app.tablefile import CannotRead
from db.caps import MAX_COLUMNS, MAX_ROWS, check_size

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HTML = re.compile(r"<(html|table|!doctype html|meta|body|head)\b", re.IGNORECASE)


def is_html(data: bytes) -> bool:
    """Whether the beginning of the file is HTML."""
    head = data[:4096]
    text = head.decode("utf-16", "ignore") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head.decode("latin-1")
    return text.lstrip("\ufeffï»¿ \r\n\t").startswith("<") and bool(_HTML.search(text))


def read_csv(data: bytes) -> tuple[tuple[SheetIn, ...], str]:
    """The rows of a CSV file and its encoding. Raises CannotRead("unknown") for what is no text."""
    text, encoding = _decode(data)
    first, _, rest = text.partition("\n")
    if given := re.fullmatch(r"sep=(.)\r?", first):
        text, delimiter = rest, given[1]
    else:
        delimiter = _delimiter(text)
    csv.field_size_limit(1_000_000)
    rows: list[tuple[str, ...]] = []
    try:
        for row in islice(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), MAX_ROWS + 1):
            check_size(len(rows), len(row))
            rows.append(tuple(_plain(cell) for cell in row))
    except csv.Error as error:
        raise CannotRead("damaged", str(error)) from error
    check_size(len(rows), 0)
    return (SheetIn("", tuple(rows)),), encoding


def read_tabs(text: str) -> SheetIn:
    """The rows of text with tabs, as spreadsheets put it on the clipboard. Raises CannotRead."""
    csv.field_size_limit(1_000_000)
    rows: list[tuple[str, ...]] = []
    try:
        for row in islice(csv.reader(text.splitlines(keepends=True), delimiter="\t"), MAX_ROWS + 1):
            check_size(len(rows), len(row))
            rows.append(tuple(row))
    except csv.Error as error:
        raise CannotRead("damaged", str(error)) from error
    check_size(len(rows), 0)
    return SheetIn("", tuple(rows))


def read_html(data: bytes) -> tuple[tuple[SheetIn, ...], str]:
    """Every outermost table of an HTML page as a sheet, spans spread out, and the encoding."""
    declared = _CHARSET.search(data[:4096])
    text, encoding = _decode(data, declared[1].decode("ascii").lower() if declared else "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    html = late.load("lxml.html")
    try:
        page = html.document_fromstring(text)
    except (late.load("lxml.etree").LxmlError, ValueError) as error:
        raise CannotRead("damaged", str(error)[:200]) from error
    tables = page.xpath("//table[not(ancestor::table)]")
    if not tables:
        raise CannotRead("no_table")
    return tuple(_html_table(table, f"表{index}") for index, table in enumerate(tables, 1)), encoding


def _decode(data: bytes, declared: str = "") -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, encoding), encoding
    if b"\0" in data[:100_000]:
        raise CannotRead("unknown")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.start > 64 and declared != "gb2312":
            raise CannotRead("truncated") from error
    return _strictly(data, "gb18030", "gb18030"), "gb18030"


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at_end = error.start > len(data) - 4
        raise CannotRead("truncated" if at_end else "unknown", name) from error


def _delimiter(text: str) -> str:
    """The separator that cuts most of the first lines into the same number of fields."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:20]
    best, most = ",", 0
    for delimiter in ",;\t|":
        counts = [len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1]
        score = max((counts.count(count) * 100 + count for count in set(counts)), default=0)
        if score > most:
            best, most = delimiter, score
    return best


def _plain(cell: str) -> str:
    """The text of a field; ="0743" is how Excel is told to leave a number alone."""
    shielded = re.fullmatch(r"=\"(.*)\"", cell)
    return shielded[1] if shielded else cell


def _html_table(table: Any, name: str) -> SheetIn:
    grid: list[dict[int, str]] = []
    merged: list[tuple[int, int, int, int]] = []
    rows = table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")
    check_size(len(rows), 0)
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(rows):
        grid.append({})
        left = 0
        for cell in row.xpath("./td|./th"):
            while (top, left) in taken:
                left += 1
            check_size(top, left + 1)
            grid[top][left] = _cell_text(cell)
            down, across = _span(cell, "rowspan", len(rows) - top), _span(cell, "colspan", MAX_COLUMNS)
            if down > 1 or across > 1:
                merged.append((top, left, top + down - 1, left + across - 1))
                taken.update((top + i, left + j) for i in range(down) for j in range(across))
            left += across
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    check_size(len(grid), width)
    return SheetIn(name, tuple(tuple(row.get(i, "") for i in range(width)) for row in grid), tuple(merged))


def _cell_text(cell: Any) -> str:
    for line in cell.iter("br"):
        line.tail = "\n" + (line.tail or "")
    return str(cell.text_content()).replace("\u00a0", " ").strip()


def _span(cell: Any, name: str, most: int, missing: int = 1) -> int:
    text = cell.get(name, "")
    return min(max(int(text), 1), most) if re.fullmatch(r"\d{1,6}", text) else missing
