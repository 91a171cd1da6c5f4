"""What the county's table would become: an item a row, rows that cannot be read, the sum beside what is printed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Ticks
from dataclasses import dataclass, field, replace
from datetime import date

from app.assessment import Item, Table, usual_bands, write_bands
from app.imports.headers import Mapping, letter, text_of
from app.scales import halves
from app.score_import import aliases
from app.sheets import Cell, TableFile

NEW, REFUSED = "new", "refused"
MORE = ("demand", "criteria", "how")
"""Texts of an item that may go on over several rows."""
LONGEST_NAME = 18
"""Characters of a demand that stand for the name of an item that has none."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the file: an item, or why it is none."""

    kind: str
    row: int
    """1-based, as in Excel."""
    sheet: str
    item: Item
    reason: str = ""
    """no_points, bad_points (not in halves), too_many, nameless."""
    column: str = ""
    """Letter of the column to blame."""
    said: str = ""
    """What stands in that cell."""
    chosen: bool = True
    decided: int | str | None = None
    cells: tuple[Cell, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """A table before it is kept."""

    rows: tuple[PlanRow, ...]
    as_of: date
    source: str
    name: str
    printed: int | None = None
    """The sum that the file prints, in halves."""

    def count(self, kind: str) -> int:
        """How many rows are of that kind."""
        return sum(row.kind == kind for row in self.rows)

    def choose(self, ticks: Ticks[int, bool]) -> "Plan":
        """These rows (by index) taken or left; what cannot be read stays out."""
        rows = tuple(
            replace(row, chosen=ticks[place]) if place in ticks and row.kind == NEW else row
            for place, row in enumerate(self.rows)
        )
        return replace(self, rows=rows)

    @property
    def points(self) -> int:
        """Of the rows that are taken, in halves."""
        return sum(row.item.points for row in self.rows if row.chosen)

    @property
    def table(self) -> Table:
        """What would be kept."""
        items = tuple(row.item for row in self.rows if row.chosen)
        return Table(0, self.name, self.source, False, write_bands(usual_bands(self.points)), items)


def plan(table: TableFile, mappings: Sequence[Mapping], day: date) -> Plan:
    """What every sheet with a header comes to."""
    rows: list[PlanRow] = []
    printed: list[int] = []
    for mapping in mappings:
        found, sums = _sheet(table, mapping)
        rows += found
        printed += sums
    title = next((one.title for one in mappings if one.title), "")
    name = title if 0 < len(title) <= 40 else table.name.rsplit(".", 1)[0]
    total = max(printed, default=None)
    return Plan(tuple(rows), day, table.name, name, total)


def _sheet(table: TableFile, mapping: Mapping) -> tuple[list[PlanRow], list[int]]:
    sheet = table.sheets[mapping.sheet]
    begin = mapping.header_row + mapping.header_rows
    below = {(row, column) for top, left, bottom, right in sheet.merged for row in range(top + 1, bottom + 1)
             for column in range(left, right + 1)}  # fmt: skip
    rows: list[PlanRow] = []
    sums: list[int] = []
    part = ""
    for place, cells in enumerate(sheet.rows[begin:], begin):
        said = {one.field: text_of(cells[one.index]) if one.index < len(cells) and (place, one.index) not in below
                else "" for one in mapping.columns if one.field}  # fmt: skip
        if not any(said.values()):
            continue
        if _is_total(cells):
            sums += _sum_of(said, cells)
            continue
        if sums and halves(said.get("points", "")) is None:
            continue  # signatures and notes under the total
        part = _joined(said.get("part", "")) or part
        column = mapping.column("points")
        points_at = (place, column.index) if column is not None else (place, -1)
        if rows and not said.get("points") and (points_at in below or _goes_on(said)):
            rows[-1] = _with_more(rows[-1], said)
            continue
        rows.append(_row(place, sheet.name, part, said, mapping, cells))
    return [_measured(one) for one in rows], sums


def _goes_on(said: Ticks[str, str]) -> bool:
    """A row that names nothing new goes on with the one above."""
    return not said.get("what") and not said.get("part")


def _row(
    place: int, sheet: str, part: str, said: Ticks[str, str], mapping: Mapping, cells: tuple[Cell, ...]
) -> PlanRow:
    demand, criteria, how = (said.get(key, "") for key in MORE)
    what = _joined(said.get("what", "")) or _named(demand or criteria)
    item = Item(0, 0, 0, part, what, demand, criteria, how)
    column = mapping.column("points")
    blamed = letter(column.index) if column is not None else ""
    text = said.get("points", "")
    points = halves(text)
    reason = ""
    if not what:
        reason = "nameless"
    elif not text:
        reason = "no_points"
    elif points is None or points < 0:
        reason = "bad_points"
    kind = REFUSED if reason else NEW
    made = replace(item, points=points or 0) if not reason else item
    return PlanRow(kind, place + 1, sheet, made, reason, blamed, text, chosen=not reason, cells=tuple(cells))


def _measured(row: PlanRow) -> PlanRow:
    item = row.item
    measured, measure = aliases.measured(item.what, item.demand, item.criteria)
    scale = aliases.scale(item.criteria, item.points)
    return replace(row, item=replace(item, measured=measured, measure=measure, scale=scale))


def _with_more(row: PlanRow, said: Ticks[str, str]) -> PlanRow:
    """The row above with the texts of one that goes on with it."""
    demand, criteria, how = (
        "\n".join(part for part in (getattr(row.item, key), said.get(key, "")) if part) for key in MORE
    )
    return replace(row, item=replace(row.item, demand=demand, criteria=criteria, how=how))


def _named(text: str) -> str:
    """The first clause of a demand, as the name of an item that has none."""
    bare = re.sub(r"^[\d一二三四五六七八九十]+[、.．)）]\s*", "", text.strip())
    return re.split(r"[，。；：,;:\n（(]", bare, maxsplit=1)[0][:LONGEST_NAME]


def _joined(text: str) -> str:
    """A text of one line: cells of parts are often written upright, a character a line."""
    return "".join(text.split())


def _texts(cells: Iterable[Cell]) -> Iterator[str]:
    return (text for text in map(text_of, cells) if text)


def _is_total(cells: Iterable[Cell]) -> bool:
    first = _joined(next(_texts(cells), ""))
    return first.startswith(aliases.TOTALS)


def _sum_of(said: Ticks[str, str], cells: Iterable[Cell]) -> list[int]:
    text = said.get("points", "") or next((one for one in _texts(cells) if halves(one) is not None), "")
    found = halves(text)
    return [found] if found is not None else []
