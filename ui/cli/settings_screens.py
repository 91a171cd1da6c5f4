"""The sections of the settings, with what opens in them."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.settings.page import SettingsPage
from ui.settings.rules import RulesSection
from ui.settings.staff import StaffSection
from ui.shell import Shell


def settings(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """Every section in turn; a leave being entered, a rule and a preset looked at."""
    window = shell.window_
    assert window is not None
    window.go("settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    for section in page.sections:
        window.go("settings", section.key)
        yield f"settings-{section.key}", shell
        if isinstance(section, StaffSection) and section.staff.sheet.staff:
            section.staff.grid.edit_cell(next(iter(section.staff.sheet.staff)), "name")
            section.member.open_form(0)
            yield "settings-staff-leave", shell
            section.member.close_form()
        if isinstance(section, RulesSection):
            section.desk.open_rule("talk")
            yield "rule", shell
            section.desk.open_preset("full")
            yield "rule-preset", shell
            section.back()
