"""A real file with two classes and three teachers, and the page of awards and stories on it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.honours import Award
from tests.ui.children.conftest import store
from tests.ui.hands import CONTROL, Hands
from tests.ui.pairings.conftest import disk, ids, open_page
from ui.honours.page import HonoursPage
from ui.window import Window

__all__ = ["disk", "ids", "open_page", "store"]


class Hand(Hands):
    """Whoever sits at the page: clicks, keys; and what is in the file then."""

    def __init__(self, window: Window, ids: dict[str, int]) -> None:
        super().__init__(window)
        self.ids = ids
        assert isinstance(window.page, HonoursPage)
        self.page = window.page
        self.listing, self.awards, self.stories = self.page.listing, self.page.awards, self.page.stories

    def all(self) -> list[Award]:
        """The awards in the file, newest first."""
        return self.session.store.honours.awards(date.min, date.max)

    def write(self, text: str, into: QWidget | None = None) -> None:
        """Type into that widget, or where the cursor is, in place of what stands there."""
        if into is not None:
            into.setFocus()
            self.key(Qt.Key.Key_A, CONTROL)
        super().write(text)

Open = Callable[..., Hand]


@pytest.fixture
def opened(open_page: Callable[..., Window], ids: dict[str, int]) -> Open:
    return lambda *size: Hand(open_page("honours", *size), ids)


@pytest.fixture
def hand(opened: Open) -> Hand:
    return opened()
