"""The sample school on a real encrypted file, opened on the calendar."""

import pytest

from tests.ui.sampled import TODAY, Open, open_window, store
from ui.calendar.page import CalendarPage
from ui.window import Window

__all__ = ["TODAY", "Open", "open_window", "store"]


@pytest.fixture
def window(open_window: Open) -> Window:
    found = open_window()
    found.go("calendar")
    return found


@pytest.fixture
def page(window: Window) -> CalendarPage:
    found = window.page
    assert isinstance(found, CalendarPage)
    return found
