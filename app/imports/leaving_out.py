"""The rows that an import leaves out, as a sheet with their original columns and the cause, importable again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.imports.headers import Mapping, text_of
from app.sheets import Cell, Column, SheetOut, TableFile


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row as it stood in the file, and why it stays out."""

    cells: tuple[Cell, ...]
    why: str


def left_out_sheet(table: TableFile, mapping: Mapping, rows: Iterable[LeftOut], reason_head: str) -> SheetOut:
    """Those rows of one sheet; `reason_head` is the added column's header."""
    sheet = table.sheets[mapping.sheet]
    used = [column for column in mapping.columns if column.header or column.samples]
    columns = [Column(tuple((column.header or " ").split(" · ")), 24.0, "left") for column in used]
    height = max(len(column.heads) for column in columns)
    heads = [
        Column((*column.heads, *column.heads[-1:] * (height - len(column.heads))), 24.0, "left") for column in columns
    ]
    return SheetOut(
        name=sheet.name or reason_head,
        title=mapping.title or table.name.rsplit(".", 1)[0],
        columns=(*heads, Column((reason_head,) * height, 60.0, "left")),
        rows=tuple((*_cells(row.cells, [column.index for column in used]), row.why) for row in rows),
    )


def one_book(sheets: Iterable[SheetOut]) -> SheetOut:
    """Those of the sheets that have rows as one book; the first of them where none has."""
    listed = list(sheets)
    first, *more = [one for one in listed if one.rows] or listed[:1]
    return replace(first, more=tuple(more))


def _cells(cells: tuple[Cell, ...], columns: list[int]) -> list[str]:
    return [text_of(cells[column]) if column < len(cells) else "" for column in columns]
