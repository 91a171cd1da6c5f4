"""What an old ledger says of things, row by row, before it meets the ledger of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.imports.records import Problem
from app.sheets import Cell


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing as one row tells it; blank = the row does not say.

    Refusals (`Problem.code`): no_thing, number_damaged, no_count, count_unreadable, formula_without_value,
    listed_twice. Doubts: same_thing, other_place, other_name, same_in_file, count_differs, count_stuck,
    place_differs. Remarks that refuse
    nothing: price_unreadable, total_differs, origin_unreadable, bought_unreadable, bought_future, bought_vague,
    expires_unreadable, keeper_unknown, isbn_damaged.
    """

    row: int
    """1-based, as Excel numbers it."""
    sheet: str
    name: str
    number: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    """spec, unit, author, publisher, isbn, note: blanks left out."""
    count: int | None = None
    """None where the row says none and need not."""
    price_fen: int | None = None
    origin: str = ""
    bought_on: str = ""
    """ISO text, perhaps only a year or month."""
    room: str = ""
    """As written."""
    places: tuple[tuple[str, int], ...] = ()
    """Several places with the pieces in each, where the row says so."""
    lent: int = 0
    """Pieces that the row says are out besides those in the room."""
    keeper: str = ""
    class_said: str = ""
    """The class of goods that a class column names, "" for none."""
    class_of_goods: str = "other"
    standard: str = ""
    donor: str = ""
    batch: str = ""
    expires_on: str = ""
    extras: tuple[tuple[str, str], ...] = ()
    """(header, what the row says) of the columns for which the ledger has no place: they go into the note."""
    problems: tuple[Problem, ...] = ()
    refusal: Problem | None = None
    cells: tuple[Cell, ...] = ()
    """The row as it stood in the file."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Letter of each field's column."""
