"""Looks through an .xlsx before it is read: how far its cells reach, and which formulas carry no result."""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from app.tablefile import CannotRead
from db.caps import MAX_COLUMNS, MAX_ROWS, check_size

_CELL = re.compile(rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']([A-Z]{1,7})(\d{1,9})[\"'][^>]*(?<!/)>")
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,7})(\d{1,9})[\"']")
"""Of any cell, and of whatever else is named so."""
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']([A-Z]+)(\d+)[\"'][^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")


def look_through(data: bytes) -> dict[str, tuple[tuple[int, int], ...]]:
    """0-based (row, column) of every formula without a stored result, by sheet name.

    Raises CannotRead for parts that do not unpack ("truncated") and cells beyond the caps ("too_many_cells").
    """
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = _sheet_names(archive)
            for part in archive.namelist():
                if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                    xml = archive.read(part)
                    _measure(xml)
                    if b"<f" in xml or b":f>" in xml:
                        found[names.get(part, part)] = _without_value(xml)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise CannotRead("truncated") from error
    return found


def _measure(xml: bytes) -> None:
    """Every reference, which is quick, and only if one lies beyond the caps those of cells that hold something."""
    for pattern in (_REFERENCE, _CELL):
        found = pattern.findall(xml)
        rows = max((int(number) for _letters, number in found), default=0)
        columns = max((_column(letters) + 1 for letters in {letters for letters, _number in found}), default=0)
        if rows <= MAX_ROWS and columns <= MAX_COLUMNS:
            return
    check_size(rows, columns)


def _without_value(xml: bytes) -> tuple[tuple[int, int], ...]:
    return tuple((int(number) - 1, _column(letters)) for letters, number in _FORMULA.findall(xml))


def _column(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def _sheet_names(archive: ZipFile) -> dict[str, str]:
    """Sheet name by part, as the workbook and its relations tell."""
    parts = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= parts:
        return {}
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {_attribute(tag, "Id"): _attribute(tag, "Target") for tag in _RELATION.findall(relations)}
    names = {}
    for tag in _SHEET.findall(archive.read("xl/workbook.xml").decode("utf-8", "replace")):
        target = targets.get(_attribute(tag, r"\w+:id"), "")
        names[target.lstrip("/") if target.startswith("/") else "xl/" + target] = _attribute(tag, "name")
    return names


def _attribute(tag: str, name: str) -> str:
    match = re.search(rf"\s{name}=[\"']([^\"']*)[\"']", tag)
    return match[1] if match else ""
