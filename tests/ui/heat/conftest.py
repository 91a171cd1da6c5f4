"""The sample school on a real encrypted file, opened on the heat map."""

import pytest

from tests.ui.sampled import TODAY, Open, open_window, store
from ui.heat.page import HeatPage
from ui.window import Window

__all__ = ["TODAY", "Open", "open_window", "store"]


@pytest.fixture
def window(open_window: Open) -> Window:
    found = open_window()
    found.go("heat")
    return found


@pytest.fixture
def page(window: Window) -> HeatPage:
    found = window.page
    assert isinstance(found, HeatPage)
    return found
