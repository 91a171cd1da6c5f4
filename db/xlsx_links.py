"""Cells that open a file beside the book, or lead to a row of another of its sheets."""

from collections.abc import Mapping
from typing import Any

from app.sheets import SheetOut

MARKED = {ord(one): f"%{ord(one):02X}" for one in ' %#?"<>^`{|}'}
"""Characters that a place in a workbook cannot have as they are; Chinese stays as it is, as Excel itself writes it."""


def first_row(sheet: SheetOut) -> int:
    """The row of the first body row, counted from 1 as Excel does."""
    above = bool(sheet.title) + bool(sheet.left_note or sheet.middle_note or sheet.right_note)
    heads = max((len(column.heads) for column in sheet.columns), default=0)
    return 1 + above + heads + any(column.number for column in sheet.columns)


def lead(page: Any, sheet: SheetOut, first_rows: Mapping[str, int], openpyxl: Any) -> None:
    """Hang the links of the sheet on its cells."""
    top, made = first_row(sheet), openpyxl.worksheet.hyperlink.Hyperlink
    for link in sheet.links:
        cell = page.cell(top + link.row, link.column + 1)
        if link.path:
            cell.hyperlink = made(ref=cell.coordinate, target=link.path.translate(MARKED))
        elif link.sheet in first_rows:
            place = f"'{link.sheet}'!A{first_rows[link.sheet] + link.to_row}"
            cell.hyperlink = made(ref=cell.coordinate, location=place)
