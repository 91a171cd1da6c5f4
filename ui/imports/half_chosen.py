"""Choosing columns is work: each choice is kept at once, and leads back to its file when the program ends before it."""

from app.store import StoreError
from ui import words
from ui.imports import reading
from ui.imports.reading import Reading
from ui.session import Session

DRAFT = "import"


def keep(session: Session, found: Reading) -> None:
    """Remember the choices for this file and for the next one with these headers."""
    try:
        reading.remember(found, session.store)
    except StoreError as error:
        session.failed.emit(words.sentence(error))
    if path := found.path:
        session.drafts.keep(DRAFT, lambda: {"path": path}, "import")


def path_of(session: Session) -> str:
    """The file whose columns were being put right, "" for none."""
    return str(session.drafts.read(DRAFT).get("path", ""))
