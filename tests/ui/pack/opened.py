"""The index of a pack as an inspector has it: the book to open first, read as a file."""

from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from openpyxl import load_workbook

FRONT = "00 目录"
BOOK = f"{FRONT}/01 总目录（先看这个）.xlsx"
FIRST = [BOOK, f"{FRONT}/02 卷内目录（打印）.pdf", f"{FRONT}/03 卷内目录（可以改）.docx", f"{FRONT}/04 档案盒背脊标签.pdf"]


def book_of(root: Path) -> Any:
    return load_workbook(root / BOOK)


def lines_of(root: Path) -> dict[str, tuple[Any, ...]]:
    """By 05-1: title, responsible, day, pages, remark, file."""
    return {row[0]: row[1:] for row in book_of(root)["全部材料"].iter_rows(values_only=True) if "-" in str(row[0])[:3]}


def items_of(root: Path) -> dict[str, tuple[str, list[str]]]:
    """By item of the assessment: (its numbers, what is said of its files)."""
    found: dict[str, tuple[str, list[str]]] = {}
    what = ""
    for row in book_of(root)["按考核找材料"].iter_rows(values_only=True):
        if str(row[0]).isdigit():
            what = row[1]
            found[what] = (row[3] or "", [row[-1]])
        elif row[0] is None and what and row[-1]:
            found[what] = ("、".join(filter(None, (found[what][0], row[3]))), [*found[what][1], row[-1]])
    return found


def targets(root: Path) -> list[Path]:
    """What the links of the book open."""
    here = PurePosixPath(FRONT)
    cells = [cell for sheet in book_of(root) for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    return [(root / here / unquote(cell.hyperlink.target)).resolve() for cell in cells if cell.hyperlink.target]
