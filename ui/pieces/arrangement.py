"""How somebody arranged the columns of a list: which are shown, in which order, how wide, sorted by which."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from ui.pieces.rows import Column


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Kept as JSON in a setting of the school."""

    shown: tuple[str, ...]
    """Keys of the columns from left to right."""
    widths: dict[str, int] = field(default_factory=dict)
    """px at 100 % of the columns that somebody drew wider or narrower."""
    sort: str = ""
    """Key of the column the rows are ordered by, "" = as given."""
    down: bool = False

    def text(self) -> str:
        """The setting's text."""
        return json.dumps(asdict(self))


def default(columns: Sequence[Column]) -> Arrangement:
    """Columns as they were made."""
    return Arrangement(tuple(column.key for column in columns if column.shown))


def read(text: str, columns: Sequence[Column]) -> Arrangement:
    """The arrangement of a setting. What is damaged, or names a column that is gone, falls back to the default."""
    standard = default(columns)
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return standard
    if not isinstance(found, dict):
        return standard
    keys = {column.key for column in columns}
    listed = found.get("shown")
    shown = [key for key in listed if isinstance(key, str) and key in keys] if isinstance(listed, list) else []
    first = columns[0].key
    shown = [first, *(key for key in dict.fromkeys(shown) if key != first)] if shown else list(standard.shown)
    widths = found.get("widths")
    sort = found.get("sort")
    return Arrangement(
        tuple(shown),
        {key: width for key, width in widths.items() if key in keys and type(width) is int and 20 <= width <= 2000}
        if isinstance(widths, dict) else {},
        sort if isinstance(sort, str) and sort in keys else "",
        found.get("down") is True,
    )  # fmt: skip
