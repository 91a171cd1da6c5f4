"""The sample school on a real encrypted file, opened on 捐赠与心愿."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import CONTROL, Hands
from tests.ui.sampled import TODAY, Open, open_window, store
from ui.gifts.desk import Desk
from ui.gifts.page import GiftsPage
from ui.pieces.date_field import DateField
from ui.window import Window

__all__ = ["TODAY", "Open", "open_window", "store"]
K = Qt.Key

class Hand(Hands):
    """Keys and what came of them in the file."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.store = window.session.store

    @property
    def page(self) -> GiftsPage:
        assert isinstance(self.window.page, GiftsPage)
        return self.window.page

    @property
    def desk(self) -> Desk:
        return self.page.desk

    def type_into(self, name: str, text: str) -> None:
        """Into a line of the form: what stands there goes."""
        field = self.desk.form.fields[name]
        assert field.isVisible(), name
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.key(K.Key_A, CONTROL)
        self.write(text)
        if isinstance(field, DateField):
            self.key(K.Key_Tab)

    def tick(self, count: int) -> list[int]:
        """Tick the first children of the list, by keys."""
        grid = self.desk.form.people.list.grid
        grid.setFocus(Qt.FocusReason.TabFocusReason)
        for row in grid.rows()[:count]:
            grid.set_current(row)
            self.key(K.Key_Space)
        return self.desk.form.people.ticked()

    def heading(self) -> str:
        return self.desk.list.head.heading.text()


@pytest.fixture
def hand(open_window: Open) -> Hand:
    window = open_window()
    window.go("gifts")
    return Hand(window)
