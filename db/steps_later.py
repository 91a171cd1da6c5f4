"""What was added after all the tables stood, step by step."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

GIFT_COLUMNS = ("unit TEXT NOT NULL DEFAULT '份' CHECK (unit <> '')",)
"""What one piece is called; what was entered before there was a unit was counted in 份."""


def units_of_gifts(db: "Database") -> None:
    """A gift says in what it is counted: 把, 本, 套."""
    for column in GIFT_COLUMNS:
        db.execute(f"ALTER TABLE gift ADD COLUMN {column}")
