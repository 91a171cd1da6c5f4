"""The school's own Word templates in the file, where the history sees them: a change of one can be taken back."""

from typing import TYPE_CHECKING

from db.columns import create

if TYPE_CHECKING:
    from sqlite_utils import Database

FORM_TABLES: dict[str, tuple[str, ...]] = {
    # Which Word file the school writes its report or plan by; without a row it is the program's.
    "own_form": ("name TEXT NOT NULL UNIQUE CHECK (name <> '')", "file TEXT NOT NULL CHECK (file <> '')"),
}


def own_forms(db: "Database") -> None:
    """The school's Word templates; that of the report was a setting."""
    create(db, FORM_TABLES)
    was = "FROM setting WHERE name = 'report.form'"
    db.execute(f"INSERT INTO own_form (name, file) SELECT 'report', value {was} AND value <> ''")
    db.execute(f"DELETE {was}")
