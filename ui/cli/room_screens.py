"""Pictures of the rooms: nothing set up yet, the log, a day that was missed, who came."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.rooms.opening_fields import OPENED, SHUT
from ui.rooms.page import RoomsPage
from ui.shell import Shell

Screen = tuple[str, QWidget]


def no_rooms(shell: Shell) -> Iterator[Screen]:
    """The school without rooms."""
    window = shell.window_
    assert window is not None
    window.go("rooms")
    yield "rooms-empty", shell
    window.go("roster")


def rooms(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("rooms")
    page = window.page
    assert isinstance(page, RoomsPage)
    yield "rooms", shell
    missing = page.book.log.missing if page.book.log is not None else []
    if missing:
        page.openings.choose(missing[0].room.id)
        page.panel.rows[0].go.click()
        page.panel.form.state.row.choose(SHUT)
        yield "rooms-missed", shell
        page.panel.form.state.row.choose(OPENED)
    page.panel.form.names.click()
    yield "rooms-names", shell
    page.names.shut()
    page.safety.begin()
    for point in (2, 4):
        page.safety.check.rows[point].tick.setChecked(True)
    yield "rooms-check", shell
    page.safety.check.forget()
    page.safety.end()
    if page.book.to_mend:
        row = page.desk.findings.rows[0]
        page.desk.area.ensureWidgetVisible(row)
        row.go.click()
        yield "rooms-mended", shell
        page.safety.form.shut()
        row.photos.click()
        yield "rooms-photos", shell
        page.safety.end()
    page.edit_room()
    yield "rooms-room", shell
    page.back()
    page.back()
