"""Pictures of the page of activities: the term, an empty one, and one with each of its parts."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.activities.page import ActivitiesPage
from ui.activities.parts import PARTS
from ui.shell import Shell

Screen = tuple[str, QWidget]


def activities(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("activities")
    page = window.page
    assert isinstance(page, ActivitiesPage)
    yield "activities", shell
    page.begin()
    yield "activities-new", shell
    page.back()
    rows = page.listing.grid.rows()
    if rows:
        held = page.listing.held
        page.open_record(max(rows, key=lambda row: len(a.entries) if (a := held[row].activity) else -1))
        for part in PARTS:
            page.desk.show_part(part)
            yield f"activities-{part}", shell
        page.back()
