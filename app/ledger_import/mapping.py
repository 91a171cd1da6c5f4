"""Finds the header of each sheet of a ledger and guesses what its columns hold; a person can put every guess right."""

from dataclasses import replace

from app.imports.aliases import IGNORED, OTHER, tidy
from app.imports.headers import SEARCHED, ColumnGuess, Mapping, samples_of, text_of
from app.ledger_import import aliases
from app.sheets import SheetIn, TableFile

_LEAST = 3
"""Columns that must be known before a file dropped on the window is taken for a ledger."""


def guess(table: TableFile) -> tuple[Mapping, ...]:
    """The mapping of every sheet that has a header with a column of names; () if none has."""
    found = (_guess_sheet(index, sheet) for index, sheet in enumerate(table.sheets))
    return tuple(mapping for mapping in found if mapping)


def by_hand(table: TableFile, sheet: int, header_row: int) -> Mapping:
    """The mapping of a sheet whose header a person pointed at (0-based row)."""
    rows = table.sheets[sheet]
    best = max(
        (_mapping(sheet, rows, header_row, height) for height in (1, 2)),
        key=_rank,
    )
    return _with_samples(best, rows)


def is_ledger(table: TableFile) -> bool:
    """Whether some sheet is a list of things rather than one of pupils: names of things, and what is said of things."""
    return any(
        _score(one) >= _LEAST and {column.field for column in one.columns} & aliases.TELLING for one in guess(table)
    )


def is_of_books(mapping: Mapping) -> bool:
    """Whether the sheet lists titles and nothing else."""
    return any(column.field == "name" and aliases.is_book(column.header) for column in mapping.columns)


def _guess_sheet(index: int, sheet: SheetIn) -> Mapping | None:
    best: Mapping | None = None
    for top in range(min(SEARCHED, len(sheet.rows))):
        if sum(text_of(cell) != "" for cell in sheet.rows[top]) < 2:
            continue
        for height in (1, 2):
            mapping = _mapping(index, sheet, top, height)
            if mapping.column("name") and (best is None or _rank(mapping) > _rank(best)):
                best = mapping
    return _with_samples(best, sheet) if best and _score(best) >= 2 else None


def _score(mapping: Mapping) -> int:
    return len({column.field for column in mapping.columns if column.why == "header"} - {IGNORED, OTHER})


def _rank(mapping: Mapping) -> tuple[int, int]:
    """The more columns are known the better; a line above the header is no part of it if it tells nothing more."""
    return _score(mapping), -mapping.header_rows


def _mapping(index: int, sheet: SheetIn, top: int, height: int) -> Mapping:
    heads = _headers(sheet, top, height)
    taken: set[str] = set()
    fields: list[str | None] = []
    for upper, lower in heads:
        field = aliases.field_of(lower) if lower else None
        field = aliases.field_of(upper) if field is None else field
        fields.append(None if field in taken else field)
        taken |= {field} if field else set()
    for at, (upper, lower) in enumerate(heads):
        second = aliases.second_best(lower or upper) if fields[at] is None else None
        if second and second not in taken:
            fields[at] = second
            taken.add(second)
    columns = tuple(
        _guessed(at, " · ".join(dict.fromkeys(part for part in heads[at] if part)), field)
        for at, field in enumerate(fields)
    )
    title = " ".join(dict.fromkeys(text for row in sheet.rows[:top] for text in map(text_of, row) if text))
    return Mapping(index, top, height, columns, title)


def _guessed(at: int, header: str, field: str | None) -> ColumnGuess:
    """What no place in the ledger is meant for goes into the thing's note; without a header nobody would know what it
    says."""
    if field is None:
        return ColumnGuess(at, header, OTHER if header else IGNORED, "")
    return ColumnGuess(at, header, field, "header")


def _headers(sheet: SheetIn, top: int, height: int) -> list[tuple[str, str]]:
    width = max((len(row) for row in sheet.rows), default=0)
    if top >= len(sheet.rows):
        return []
    upper = [text_of(cell) for cell in sheet.rows[top]] + [""] * (width - len(sheet.rows[top]))
    for first, left, _bottom, right in sheet.merged:
        if first == top and left < width:
            last = min(right, width - 1)
            upper[left : last + 1] = [upper[left]] * (last + 1 - left)
    if height == 1 or top + 1 >= len(sheet.rows):
        return [(text, "") for text in upper]
    lower = [text_of(cell) for cell in sheet.rows[top + 1]]
    lower += [""] * (width - len(lower))
    return list(zip(upper, lower, strict=True))


def _with_samples(mapping: Mapping, sheet: SheetIn) -> Mapping:
    """The mapping with what stands in its columns; a running number of the sheet is no number of a thing."""
    body = sheet.rows[mapping.header_row + mapping.header_rows :]
    columns = tuple(replace(column, samples=samples_of(body, column.index)) for column in mapping.columns)
    return replace(mapping, columns=tuple(
        replace(column, field=IGNORED, why="value")
        if column.field in ("number", OTHER) and _is_running(column, sheet, mapping) else column
        for column in columns
    ))  # fmt: skip


def _is_running(column: ColumnGuess, sheet: SheetIn, mapping: Mapping) -> bool:
    if tidy(column.header) not in aliases.RUNNING:
        return False
    body = sheet.rows[mapping.header_row + mapping.header_rows :]
    texts = [text_of(row[column.index]) for row in body if column.index < len(row)]
    numbers = [int(text) for text in texts if text.isdecimal() and not text.startswith("0") and len(text) < 5]
    steps = sum(number == before + 1 for before, number in zip([0, *numbers], numbers, strict=False))
    return len(numbers) >= 2 and steps * 10 >= len(numbers) * 9
