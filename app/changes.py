"""Changes to the file as plain data: rules decide them, the disk carries them out in one transaction.

Every screen, command and import writes through a list of these, so that each of them can be named, kept in the
history and undone in the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class New:
    """Stands for the id of a row that a change of the same list inserts."""

    token: str


Value = str | int | float | None | New
"""Dates are ISO text, yes/no is 1/0."""


@dataclass(frozen=True, slots=True)
class Insert:
    """Add a row; later changes of the list may name it by `New(token)`."""

    table: str
    values: Mapping[str, Value]
    token: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """Set columns of one row."""

    table: str
    id: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Delete:
    """Take one row away; the history keeps it whole, so that undo brings it back with its id."""

    table: str
    id: int


Change = Insert | Update | Delete
