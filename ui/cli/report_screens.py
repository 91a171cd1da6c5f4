"""Pictures of the term report: the items, one of them, the names behind a number, the mentors, past terms."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.report.desk import ITEMS, MENTORS, PAST
from ui.report.page import ReportPage
from ui.shell import Shell

Screen = tuple[str, QWidget]


def report(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("report")
    page = window.page
    assert isinstance(page, ReportPage)
    yield "report", shell
    first = page.board.items()[0].item.id
    opened = next((one.item.id for one in page.board.items() if one.item.measure == "opened"), first)
    page.open_item(opened)
    yield "report-item", shell
    page.close_panel()
    page.show_names(opened)
    yield "report-names", shell
    page.back()
    page.desk.turn(MENTORS)
    yield "report-mentors", shell
    page.desk.turn(PAST)
    yield "report-past", shell
    page.desk.turn(ITEMS)
