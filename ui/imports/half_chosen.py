"""Choosing columns is work: each choice is kept at once, and leads back to its file when the program ends before it."""

from app.store import StoreError
from ui import words
from ui.imports import reading
from ui.imports.reading import Reading
from ui.session import Session


def keep(session: Session, found: Reading, page: str, choices: str) -> None:
    """Remember the choices for this file of that page and, in the setting `choices`, for the next one with these
    headers."""
    try:
        reading.remember(found, session.store, choices)
    except StoreError as error:
        session.failed.emit(words.sentence(error))
    if path := found.path:
        session.drafts.keep(page, lambda: {"path": path}, page)


def path_of(session: Session, page: str) -> str:
    """The file whose columns were being put right on that page, "" for none."""
    return str(session.drafts.read(page).get("path", ""))
