"""The sample school on a real encrypted file, opened on the rooms."""

import pytest

from tests.ui.sampled import TODAY, Open, open_window, store
from ui.rooms.page import RoomsPage
from ui.window import Window

__all__ = ["TODAY", "Open", "open_window", "store"]


@pytest.fixture
def window(open_window: Open) -> Window:
    found = open_window()
    found.go("rooms")
    return found


@pytest.fixture
def page(window: Window) -> RoomsPage:
    found = window.page
    assert isinstance(found, RoomsPage)
    return found
