"""The table that `make bench` prints."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure and what it may be at most."""

    what: str
    value: float
    most: float
    detail: str

    @property
    def met(self) -> bool:
        """Whether the figure is within its bound."""
        return self.value <= self.most


def printed(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table; a miss is marked."""
    lines = ["| what | figure | at most | | measured |", "|---|---|---|---|---|"]
    lines += [
        f"| {row.what} | {row.value:.2f} | {row.most:.2f} | {'ok' if row.met else 'MISSED'} | {row.detail} |"
        for row in rows
    ]
    return "\n".join(lines)
