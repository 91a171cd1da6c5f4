"""Finds the header of a sheet and guesses what each column holds; a person can put every guess right."""

from collections.abc import Mapping as Choices
from dataclasses import dataclass, replace
from datetime import date

from app import idnumber
from app.classnames import parse_class
from app.imports import aliases
from app.kinship import is_known
from app.sheets import Cell, SheetIn, TableFile

SEARCHED = 15
"""Rows from the top in which a header may stand."""
_SAMPLES = 3
_OWN_FIELDS = {"监护人.relation", "监护人.phone", "claim", "boarding", "父亲.place", "note"}
"""What the roster that this program writes has; with 填报单位 and 花名册 above the header it is recognized."""


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One column of a sheet and the field it is taken for."""

    index: int
    header: str
    """As written; both rows of a two-row header joined by " · "."""
    field: str
    """A key of `aliases`: name, class, 父亲.phone …; "other" = kept by its header, "" = ignored."""
    why: str
    """"header" (a known name), "value" (looks like ID numbers or classes), "hand", or "" for a guess without ground."""
    samples: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """Its letter in Excel."""
        return letter(self.index)


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one sheet is read: where its header stands and what each column holds."""

    sheet: int
    """Which sheet of the file, from 0."""
    header_row: int
    """0-based row of the header's first row."""
    header_rows: int
    """1 or 2; 0 for a block without a header (`headless`)."""
    columns: tuple[ColumnGuess, ...]
    title: str = ""
    """What stands above the header."""
    own: bool = False
    """Whether it is a roster this program wrote."""

    def with_field(self, index: int, field: str) -> "Mapping":
        """The mapping with one column put right by hand; whatever held that field before becomes `other`."""
        columns = tuple(
            replace(column, field=field, why="hand")
            if column.index == index
            else replace(column, field=aliases.OTHER, why="")
            if column.field == field and field not in (aliases.OTHER, aliases.IGNORED)
            else column
            for column in self.columns
        )
        return replace(self, columns=columns)

    def fingerprint(self) -> str:
        """The set of headers: what a choice is remembered by (not the file's name)."""
        return "|".join(sorted({aliases.tidy(column.header) for column in self.columns if column.header}))

    def choices(self) -> dict[str, str]:
        """Header → field of every column put right by hand, to be remembered."""
        return {column.header: column.field for column in self.columns if column.why == "hand" and column.header}

    def with_choices(self, choices: Choices[str, str]) -> "Mapping":
        """The mapping with remembered choices put in."""
        found = self
        for column in self.columns:
            if column.header in choices:
                found = found.with_field(column.index, choices[column.header])
        return found

    def column(self, field: str) -> ColumnGuess | None:
        """The column that holds `field`."""
        return next((column for column in self.columns if column.field == field), None)


def letter(index: int) -> str:
    """Excel's name of the 0-based column: A … Z, AA …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def guess(table: TableFile, day: date) -> tuple[Mapping, ...]:
    """The mapping of every sheet that has a header with a name column; () if none has.

    `day` is used to try class names by value.
    """
    found = (_guess_sheet(index, sheet, day) for index, sheet in enumerate(table.sheets))
    return tuple(mapping for mapping in found if mapping)


def by_hand(table: TableFile, sheet: int, header_row: int, day: date) -> Mapping:
    """The mapping of a sheet whose header a person pointed at (0-based row)."""
    rows = table.sheets[sheet]
    best = max(
        (_mapping(sheet, rows, header_row, height) for height in (1, 2)),
        key=lambda mapping: (_score(mapping), -mapping.header_rows),
    )
    return _with_samples(best, rows, day)


def _guess_sheet(index: int, sheet: SheetIn, day: date) -> Mapping | None:
    best: Mapping | None = None
    for top in range(min(SEARCHED, len(sheet.rows))):
        if sum(text_of(cell) != "" for cell in sheet.rows[top]) < 2:
            continue
        for height in (1, 2):
            mapping = _mapping(index, sheet, top, height)
            if mapping.column("name") and (best is None or _score(mapping) > _score(best)):
                best = mapping
    return _with_samples(best, sheet, day) if best and _score(best) >= 2 else None


def _score(mapping: Mapping) -> int:
    known = {column.field for column in mapping.columns if column.why == "header"} - {aliases.IGNORED}
    return len(known)


def _mapping(index: int, sheet: SheetIn, top: int, height: int) -> Mapping:
    width = max((len(row) for row in sheet.rows), default=0)
    taken: set[str] = set()
    columns: list[ColumnGuess] = []
    heads = _headers(sheet, top, height, width)
    for column, (upper, lower) in enumerate(heads):
        field = aliases.field_under(upper, lower) if height == 2 else aliases.field_of(upper)
        if not lower:
            field = _of_person_before(upper, heads.count((upper, lower)), columns) or field
        why = "header" if field is not None else ""
        header = " · ".join(dict.fromkeys(part for part in (upper, lower) if part))
        if field is None or field in taken:
            field, why = (aliases.OTHER if header else aliases.IGNORED), ""
        if field not in (aliases.OTHER, aliases.IGNORED):
            taken.add(field)
        columns.append(ColumnGuess(column, header, field, why))
    title = " ".join(dict.fromkeys(text for row in sheet.rows[:top] for text in map(text_of, row) if text))
    mapping = Mapping(index, top, height, tuple(columns), title)
    own = "填报单位" in title and "花名册" in title and taken >= _OWN_FIELDS
    return replace(mapping, own=own)


def _with_samples(mapping: Mapping, sheet: SheetIn, day: date) -> Mapping:
    """The mapping with what stands in its columns, which may tell what no header does."""
    body = sheet.rows[mapping.header_row + mapping.header_rows :]
    columns = tuple(replace(column, samples=samples_of(body, column.index)) for column in mapping.columns)
    taken = {column.field for column in columns}
    return _by_value(replace(mapping, columns=columns), body, taken, day)


def _of_person_before(header: str, times: int, columns: list[ColumnGuess]) -> str:
    """父亲.place for 务工地 right after 父亲姓名; a bare 联系电话 only where it stands several times."""
    group = columns[-1].field.rpartition(".")[0] if columns else ""
    attribute = aliases.kin_attribute(header)
    if attribute == "relation":
        return f"{group if not is_known(group) and group else aliases.GUARDIAN}.relation"
    belongs = attribute in ("place", "work_unit", "occupation") or (attribute in ("phone", "address") and times > 1)
    return f"{group}.{attribute}" if group and belongs else ""


def _headers(sheet: SheetIn, top: int, height: int, width: int) -> list[tuple[str, str]]:
    if top >= len(sheet.rows):
        return []
    upper = [text_of(cell) for cell in sheet.rows[top]] + [""] * (width - len(sheet.rows[top]))
    for first, left, _, right in sheet.merged:
        if first == top and left < width:
            upper[left : min(right, width - 1) + 1] = [upper[left]] * (min(right, width - 1) + 1 - left)
    if height == 1 or top + 1 >= len(sheet.rows):
        return [(text, "") for text in upper]
    lower = [text_of(cell) for cell in sheet.rows[top + 1]]
    lower += [""] * (width - len(lower))
    for column in range(1, width):
        if not upper[column] and lower[column] and aliases.group_of(upper[column - 1]):
            upper[column] = upper[column - 1]
    return list(zip(upper, lower, strict=True))


def samples_of(body: tuple[tuple[Cell, ...], ...], column: int) -> tuple[str, ...]:
    """The first few values of a column, each once."""
    found: list[str] = []
    for row in body[:200]:
        text = text_of(row[column]) if column < len(row) else ""
        if text and text not in found:
            found.append(text)
            if len(found) == _SAMPLES:
                break
    return tuple(found)


def _by_value(mapping: Mapping, body: tuple[tuple[Cell, ...], ...], taken: set[str], day: date) -> Mapping:
    """Columns that no header explains are tried by what they hold."""
    for column in mapping.columns:
        if column.why or not column.samples:
            continue
        cells = [row[column.index] for row in body[:60] if column.index < len(row) and text_of(row[column.index])]
        for field, fits in (("id_number", _is_id), ("class", lambda cell: _is_class(cell, day))):
            if field not in taken and sum(map(fits, cells)) * 10 >= len(cells) * 6:
                taken.add(field)
                columns = tuple(
                    replace(other, field=field, why="value") if other.index == column.index else other
                    for other in mapping.columns
                )
                mapping = replace(mapping, columns=columns)
                break
    return mapping


def _is_id(cell: Cell) -> bool:
    return idnumber.problem(idnumber.clean_id(cell)) == "" and len(idnumber.clean_id(cell)) == 18


def _is_class(cell: Cell, day: date) -> bool:
    return isinstance(cell, str) and "班" in cell and parse_class(cell, day=day) is not None


def text_of(cell: Cell) -> str:
    """A cell as text without edges; whole numbers without their .0."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        if abs(cell) >= 1e15:
            return f"{cell:.15G}"
        return f"{cell:.0f}" if cell.is_integer() else f"{cell:g}"
    return str(cell).strip(" \t\r\n\u3000\u00a0\u200b\ufeff'")
