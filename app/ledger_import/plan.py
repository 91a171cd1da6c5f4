"""What an import of an old ledger would do, row by row, for a person to look through before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.imports.records import Problem
from app.inventory import Asset
from app.ledger_import.books import Books
from app.ledger_import.records import Listed

KINDS = ("changed", "refused", "doubtful", "new", "unchanged")
"""In the order the page shows them."""
NEW, BOOK, LEAVE = "new", "book", "leave"
"""Answers to a doubtful row besides an asset's id: another thing; write the difference; leave the books as they are."""
Room = int | str
"""A room of the file, or the name of one that is to be added."""


@dataclass(frozen=True, slots=True)
class Diff:
    """One value an import would change: a field of Asset, or "keeper" and "room" by name."""

    field: str
    old: str
    new: str
    doubt: bool = False
    """Worth a second look: another name."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A movement that would make the books agree with the list; nothing is booked unless somebody chooses it."""

    count: int
    """Pieces more (+) or fewer (-) than in the books; pieces that change their place."""
    room: Room
    to_room: Room | None = None
    """Where they are to stand, if they only change their place."""
    booked: int = 0
    """What the books say."""
    listed: int = 0
    """What the list says."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the file and what would become of it."""

    kind: str
    """"new", "changed", "unchanged", "doubtful" or "refused"."""
    record: Listed
    asset_id: int | None = None
    """The asset it was matched to; None for new, refused and undecided rows."""
    diffs: tuple[Diff, ...] = ()
    values: Mapping[str, str | int | None] = field(default_factory=dict)
    """Columns that the row would set on its asset."""
    places: tuple[tuple[Room, int], ...] = ()
    """Of a new thing: where its pieces are to stand."""
    offer: Offer | None = None
    reason: Problem | None = None
    """Why it is doubtful or refused."""
    candidates: tuple[int, ...] = ()
    """Assets it may be, for doubtful rows."""
    chosen: bool = False
    """Whether it is ticked: new and changed rows are to begin with."""
    decided: int | str | None = None
    """What a person answered: an asset's id, NEW or BOOK."""
    group: int = 0
    """Rows of one group (by position of the first) are one new thing in several rooms."""

    @property
    def row(self) -> int:
        """1-based row number as in Excel."""
        return self.record.row

    @property
    def column(self) -> str:
        """Letter of the column to blame, "" if none."""
        return self.reason.column if self.reason else ""

    @property
    def books_it(self) -> bool:
        """Whether its offer is taken."""
        return self.offer is not None and self.decided == BOOK


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole import before it is carried out. Made by `planning.plan`; a doubtful row is answered with
    `planning.resolve`, `planning.put_home` says where things of unknown rooms go, ticks are set with `choose`."""

    rows: tuple[PlanRow, ...]
    as_of: date
    """Day of which the list holds: what is new comes in on it."""
    source: str
    """The file's name."""
    books: Books = field(repr=False)
    records: tuple[Listed, ...] = field(default=(), repr=False)
    home_name: str = ""
    """What the home is called where there is no room yet."""
    to_home: bool = False
    """Things of rooms that are not known are put to the home; otherwise the rooms are added."""
    answers: Mapping[int, tuple[int | str, ...]] = field(default_factory=dict)
    """What was answered to rows, by position: which asset it is, whether the difference is written."""
    ticks: Mapping[int, bool] = field(default_factory=dict)

    def count(self, kind: str) -> int:
        """How many rows are of that kind."""
        return sum(row.kind == kind for row in self.rows)

    @property
    def of_several_sheets(self) -> bool:
        """Whether more than one sheet of the file has rows."""
        return bool(self.records) and self.records[0].sheet != self.records[-1].sheet

    @property
    def differences(self) -> int:
        """Rows whose number of pieces differs from the books and is left as it is."""
        return sum(row.offer is not None and not row.books_it for row in self.rows)

    @property
    def new_rooms(self) -> tuple[str, ...]:
        """Rooms that the chosen rows would add."""
        named = (place for row in self.rows if row.chosen for place in _places_of(row))
        return tuple(dict.fromkeys(name for name in named if isinstance(name, str)))

    def choose(self, ticks: Mapping[int, bool]) -> "Plan":
        """The plan with these rows (by index) ticked or not; refused, doubtful and unchanged rows stay unticked."""
        said = {**self.ticks, **ticks}
        rows = tuple(
            replace(row, chosen=said[index]) if index in said and row.kind in ("new", "changed") else row
            for index, row in enumerate(self.rows)
        )
        return replace(self, rows=rows, ticks=said)

    def asset(self, asset_id: int) -> Asset:
        """An asset of the books."""
        return self.books.by_id[asset_id]


def _places_of(row: PlanRow) -> tuple[Room, ...]:
    offered = (row.offer.room, row.offer.to_room) if row.offer is not None and row.books_it else ()
    return tuple(place for place in (*(place for place, _count in row.places), *offered) if place is not None)
