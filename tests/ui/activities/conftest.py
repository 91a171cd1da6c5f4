"""A real file with two classes and three teachers, and the page of activities on it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.activities import Held
from tests.ui.children.conftest import TODAY, store
from tests.ui.hands import CONTROL, Hands
from tests.ui.pairings.conftest import disk, ids, open_page
from ui.activities.page import ActivitiesPage
from ui.window import Window

__all__ = ["disk", "ids", "open_page", "store"]

ALT = Qt.KeyboardModifier.AltModifier


class Hand(Hands):
    """Whoever sits at the page: clicks, keys; and what is in the file then."""

    def __init__(self, window: Window, ids: dict[str, int]) -> None:
        super().__init__(window)
        self.ids = ids
        assert isinstance(window.page, ActivitiesPage)
        self.page = window.page
        self.desk, self.listing, self.grid = self.page.desk, self.page.listing, self.page.listing.grid

    def all(self) -> list[Held]:
        """What is in the file, newest first."""
        return self.session.store.activities.between(TODAY.replace(month=1, day=1), TODAY.replace(month=12, day=31))

    def say(self, text: str) -> None:
        """Chinese, as the input method hands it over; then on to the next cell."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)
        self.key(Qt.Key.Key_Tab)

    def fill(self, field: str, text: str) -> None:
        """Replace what stands in a field."""
        editor = self.desk.fields[field]
        editor.setFocus()
        self.key(Qt.Key.Key_A, CONTROL)
        self.write(text)

    def cell(self, text: str) -> None:
        """Type into the current cell and go on to the next one."""
        if text:
            self.write(text)
        self.key(Qt.Key.Key_Tab)

Open = Callable[..., Hand]


@pytest.fixture
def opened(open_page: Callable[..., Window], ids: dict[str, int]) -> Open:
    return lambda *size: Hand(open_page("activities", *size), ids)


@pytest.fixture
def hand(opened: Open) -> Hand:
    return opened()
