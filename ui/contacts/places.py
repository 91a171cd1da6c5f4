"""The kinds of care, for Ctrl+K: 记谈心, 记家访 … lead to the strip with that kind chosen."""

from PySide6.QtCore import QCoreApplication

from app.care import LOGGED
from ui.care_words import kind_word
from ui.finder import spelt_out
from ui.page import RECORDS, Place
from ui.session import Session


def places(_session: Session) -> list[Place]:
    """One for each kind that is written down here."""
    words = QCoreApplication.translate("contacts", "记{0}")
    return [spelt_out(Place(RECORDS, kind, words.format(kind_word(kind)), icon="pencil")) for kind in LOGGED]
