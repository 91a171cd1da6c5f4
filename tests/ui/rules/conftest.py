"""The sample school on a real encrypted file, opened on the rules in the settings."""

import pytest

from tests.ui.sampled import TODAY, Open, open_window, store
from ui.rules.desk import RuleDesk
from ui.settings.page import SettingsPage
from ui.settings.rules import RulesSection
from ui.window import Window

__all__ = ["TODAY", "Open", "open_window", "store"]


@pytest.fixture
def window(open_window: Open) -> Window:
    found = open_window()
    found.go("settings", "rules")
    return found


@pytest.fixture
def rules(window: Window) -> RuleDesk:
    page = window.page
    assert isinstance(page, SettingsPage)
    found = page.section("rules")
    assert isinstance(found, RulesSection)
    return found.desk
