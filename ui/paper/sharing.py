"""Rows shared out to sheets: where the last one would hold only a few, rows that are a little lower save it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from ui.paper.form_grid import Row

T = TypeVar("T")
FEW = 6
"""Rows for which no sheet is begun if it can be helped."""
STEPS = (0.95, 0.9, 0.86, 0.83, 0.8)
"""Of the usual height of a row: lower than the last it looks squeezed."""


def saved(share: Callable[[float], list[list[T]]], few: int = FEW) -> list[list[T]]:
    """The rows sheet by sheet, as `share` does it with rows of that part of their usual height: a little lower ones
    where that saves a last sheet of few rows, else the usual."""
    usual = share(1.0)
    if len(usual) > 1 and len(usual[-1]) <= few:
        for factor in STEPS:
            tight = share(factor)
            if len(tight) < len(usual):
                return tight
    return usual


def lower(row: Row, factor: float, least: float = 0.0) -> Row:
    """The row at that part of its usual height, at least so high; what its texts need it keeps."""
    return row if factor == 1.0 else replace(row, height=max(least, row.height * factor))


def lowered(rows: Sequence[Row], factor: float) -> list[Row]:
    """All of them."""
    return [lower(row, factor) for row in rows]
