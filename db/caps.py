"""How large a table may be that comes in: measured guards against files that blow up (reliability.md)."""

from app.tablefile import CannotRead

MAX_BYTES = 50_000_000
"""Of the file as it lies there."""
MAX_UNPACKED = 100_000_000
"""Bytes, over all parts of a zipped spreadsheet."""
MAX_ROWS = 20_000
MAX_COLUMNS = 200


def check_size(rows: int, columns: int) -> None:
    """Raises CannotRead("too_many_cells") beyond the caps."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise CannotRead("too_many_cells", f"{rows}×{columns}")
