"""Finds the header of each sheet of an assessment table and guesses what its columns hold."""

from dataclasses import replace

from app.imports.aliases import IGNORED
from app.imports.headers import SEARCHED, ColumnGuess, Mapping, samples_of, text_of
from app.score_import import aliases
from app.sheets import SheetIn, TableFile

LEAST = 3
"""Columns that must be known, points among them."""


def guess(table: TableFile) -> tuple[Mapping, ...]:
    """The mapping of every sheet that has a header with points; () if none has."""
    found = (_guess_sheet(index, sheet) for index, sheet in enumerate(table.sheets))
    return tuple(mapping for mapping in found if mapping is not None)


def by_hand(table: TableFile, sheet: int, header_row: int) -> Mapping:
    """The mapping of a sheet whose header a person pointed at (0-based row)."""
    rows = table.sheets[sheet]
    return _with_samples(_mapping(sheet, rows, header_row), rows)


def _guess_sheet(index: int, sheet: SheetIn) -> Mapping | None:
    tried = [_mapping(index, sheet, top) for top in range(min(SEARCHED, len(sheet.rows)))]
    fits = [one for one in tried if one.column("points") and _known(one) >= LEAST]
    best = max(fits, key=lambda one: (_known(one), -one.header_row), default=None)
    return _with_samples(best, sheet) if best is not None else None


def _known(mapping: Mapping) -> int:
    return sum(column.field != IGNORED for column in mapping.columns)


def _mapping(index: int, sheet: SheetIn, top: int) -> Mapping:
    width = max((len(row) for row in sheet.rows), default=0)
    row = sheet.rows[top] if top < len(sheet.rows) else ()
    heads = [text_of(cell) for cell in row] + [""] * (width - len(row))
    fields: list[str] = []
    for head in heads:
        field = aliases.field_of(head) or IGNORED
        fields.append(field if field not in fields else IGNORED)
    columns = tuple(
        ColumnGuess(at, head, field, "header" if field != IGNORED else "")
        for at, (head, field) in enumerate(zip(heads, fields, strict=True))
    )
    title = " ".join(dict.fromkeys(text for above in sheet.rows[:top] for text in map(text_of, above) if text))
    return Mapping(index, top, 1, columns, title)


def _with_samples(mapping: Mapping, sheet: SheetIn) -> Mapping:
    body = sheet.rows[mapping.header_row + 1 :]
    columns = tuple(replace(column, samples=samples_of(body, column.index)) for column in mapping.columns)
    return replace(mapping, columns=columns)
