"""Small things the program remembers for the office: they are worth no error when the disk refuses them."""

import logging

from app.store import StoreError
from ui.session import Session

_log = logging.getLogger(__name__)


def recall(session: Session, name: str) -> str:
    """The text kept under this name, "" if there is none."""
    try:
        return session.store.setting(name)
    except StoreError as error:
        _log.warning("%s not read: %s", name, type(error).__name__)
        return ""


def remember(session: Session, name: str, text: str) -> None:
    """Keep a text under this name; a disk that refuses is noted in the log."""
    try:
        session.store.set_setting(name, text)
    except StoreError as error:
        _log.warning("%s not kept: %s", name, type(error).__name__)
