"""Whether what was dropped on the window is a ledger of things rather than a list of pupils."""

from collections.abc import Sequence
from pathlib import PurePath

from app.imports import headers
from app.ledger_import.mapping import is_ledger
from app.tablefile import CannotRead
from ui.imports.choose_step import is_table
from ui.session import Session


def brings_ledger(session: Session, paths: Sequence[str]) -> bool:
    """Whether the first of the files is a table whose headers speak of things and of no pupils."""
    if not is_table(session, paths):
        return False
    try:
        table = session.disk.read_table(PurePath(paths[0]))
    except CannotRead:
        return False
    return not headers.guess(table, session.today) and is_ledger(table)
