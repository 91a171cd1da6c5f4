"""The page of the work plan on the sample school, which has both plans."""

import pytest

from tests.ui.figures.conftest import Open, open_window, store
from ui.plan.page import PlanPage
from ui.window import Window

__all__ = ["open_window", "store"]


@pytest.fixture
def window(open_window: Open) -> Window:
    found = open_window()
    found.go("plan")
    return found


@pytest.fixture
def page(window: Window) -> PlanPage:
    found = window.page
    assert isinstance(found, PlanPage)
    return found
