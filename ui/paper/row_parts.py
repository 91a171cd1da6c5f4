"""A row of a table whose texts may be of any length: what is too long for it goes on in the rows beneath."""

from collections.abc import Sequence
from dataclasses import replace

from ui.paper.form_grid import Filled, Row

MOST = 12
"""Lines of a row at the least size: more would leave half a sheet empty where the row does not fit."""


def parted(height: float, cells: Sequence[Filled], most: int = MOST) -> list[Row]:
    """The row; with further ones beneath it that hold the rest of its long texts, their other cells empty."""
    lines = [cell.lines() for cell in cells]
    parts = -(-max(len(found) for found in lines) // most)
    if parts <= 1:
        return [Row(height, cells)]
    return [
        Row(height, [replace(cell, text="\n".join(found[part * most : (part + 1) * most]))
                     for cell, found in zip(cells, lines, strict=True)])
        for part in range(parts)
    ]  # fmt: skip
