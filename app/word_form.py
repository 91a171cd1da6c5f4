"""A Word file with places for facts, as a school has it: what may stand there, and why one cannot be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Picture(NamedTuple):
    """A PNG and how wide it stands in the text."""

    png: bytes
    width_mm: float


Row = Mapping[str, str]
Group = Mapping[str, str | Sequence[Row]]
"""Rows that stand together, with what they are called."""
Fact = str | Sequence[Row] | Sequence[Group] | Picture
Facts = Mapping[str, Fact]
"""By the name that the file has in {{ }}; the rows of a table by the names of their cells."""


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A Word file that the school writes by instead of the program's. `name`: "report" or "plan"; `file` is what
    `Store.keep_file` answered."""

    id: int
    name: str
    file: str


class OwnForms(Protocol):
    """Those of an open store."""

    def of(self, name: str) -> OwnForm | None:
        """The one of that name; None where the program's own is used."""


class FormRefused(Exception):
    """A file whose places cannot be filled.

    `reason`: "file" (`what` is the reason of `app.tablefile.CannotRead`), "unknown" (`what` is the name that stands
    there), "mark" (the marks are not in order) or "fill". `where`: the words of the paragraph, "" if it is not known.
    """

    def __init__(self, reason: str, what: str = "", where: str = "") -> None:
        super().__init__(f"{reason}: {what} {where}".rstrip())
        self.reason, self.what, self.where = reason, what, where
