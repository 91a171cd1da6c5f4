"""A table of children: lines and columns are sets of them, a cell those who stand in both, and cross-sums must hold."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.children import NO_CARER, Child
from app.roster import PupilRow

REGISTER, CIVIL = "register", "civil"
MEANINGS = (REGISTER, CIVIL)
ALL = "all"
BOYS, GIRLS, UNKNOWN = "男", "女", ""
SEXES = (BOYS, GIRLS, UNKNOWN)
BOARDING = ("boards", "day", UNKNOWN)


@dataclass(frozen=True, slots=True)
class Head:
    """What a line or column is of: a group (谁外出) and one of its parts (只父亲外出); part "" is 未采集."""

    group: str
    part: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A cross-sum: `total` = `parts` added up. `across`: columns, in every line; else lines, in every column."""

    across: bool
    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What became of a cross-sum, or (without one) of the comparison with the roster's own count of `what`."""

    sum: Sum | None
    difference: int
    """0 = 相符; the amounts by which single lines or columns are out, added up."""
    what: str = ""

    @property
    def agrees(self) -> bool:
        """Whether it adds up."""
        return self.difference == 0


Numbers = tuple[tuple[int, ...], ...]
Ids = tuple[int, ...]
Members = tuple[Head, frozenset[int]]
"""A line or column and who stands in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The children of one day by one meaning, cell by cell."""

    meaning: str
    day: date
    lines: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[tuple[Ids, ...], ...]
    """By line and column: ids of the children, in the order of the roster."""
    sums: tuple[Sum, ...]
    apart: tuple[tuple[str, Ids], ...] = ()
    """Children who cannot be counted yet (待核实), by the reason of `app.status.CivilVerdict`; in no cell."""
    guessed: Ids = ()
    """Of those counted: children whose carer is only proposed."""

    @property
    def numbers(self) -> Numbers:
        """How many children stand in each cell."""
        return tuple(tuple(len(ids) for ids in line) for line in self.cells)

    def ids(self, line: Head, column: Head) -> Ids:
        """The children of a cell. Raises ValueError for a line or column that the table has not."""
        return self.cells[self.lines.index(line)][self.columns.index(column)]


def cells(
    listed: Sequence[PupilRow], lines: Sequence[Members], columns: Sequence[Members]
) -> tuple[tuple[Ids, ...], ...]:
    """Who stands in each line and column at once."""
    found, every = [], [row.child_id for row in listed]
    for _head, members in lines:
        inside = [key for key in every if key in members]
        found.append(tuple(tuple(key for key in inside if key in ids) for _column, ids in columns))
    return tuple(found)


def heads(members: Sequence[Members]) -> tuple[Head, ...]:
    """The lines or columns without who stands in them."""
    return tuple(head for head, _ids in members)


def breakdown(
    group: str, parts: Sequence[str], listed: Iterable[PupilRow], part_of: Callable[[PupilRow], str]
) -> list[Members]:
    """The children of each part; every child stands in exactly one."""
    found: dict[str, set[int]] = {part: set() for part in parts}
    for row in listed:
        found[part_of(row)].add(row.child_id)
    return [(Head(group, part), frozenset(ids)) for part, ids in found.items()]


def places(of: Sequence[Head], group: str) -> tuple[int, ...]:
    """Where the parts of a group stand."""
    return tuple(place for place, head in enumerate(of) if head.group == group)


def difference(one: Sum, numbers: Numbers) -> int:
    """By how much a cross-sum is out, over all lines or columns."""
    grid = numbers if one.across else tuple(zip(*numbers, strict=True))
    return sum(abs(line[one.total] - sum(line[part] for part in one.parts)) for line in grid)


def sex_of(row: PupilRow) -> str:
    """男, 女 or UNKNOWN."""
    return row.sex if row.sex in (BOYS, GIRLS) else UNKNOWN


def boarding_of(boarding: str) -> str:
    """ "boards", "day" or UNKNOWN for a 就读方式."""
    return "boards" if boarding.startswith("住") else "day" if boarding == "走读" else UNKNOWN


def guessed(counted: Iterable[PupilRow], children: Mapping[int, Child]) -> Ids:
    """Those whose carer is only proposed, unless the office has said that there is nobody."""
    return tuple(row.child_id for row in counted
                 if row.carer.certainty == "proposed" and children[row.child_id].entrusted != NO_CARER)  # fmt: skip
