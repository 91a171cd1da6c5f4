"""Pictures of the term report: the items, one of them, the names behind a number, the mentors, past terms."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from PySide6.QtWidgets import QWidget

from ui.report.desk import ITEMS, MENTORS, PAST
from ui.report.page import ReportPage
from ui.report.tables_page import TablesPage
from ui.score_import.page import ScoreImportPage
from ui.score_sheets import self_sheet
from ui.shell import Shell

Screen = tuple[str, QWidget]


def report(shell: Shell, aside: PurePath, wait: Callable[[Shell], None]) -> Iterator[Screen]:
    """Each state of the pages; nothing is written. What is read as the county's table is the school's own."""
    window = shell.window_
    assert window is not None
    window.go("report")
    page = window.page
    assert isinstance(page, ReportPage)
    yield "report", shell
    if not page.board.items():
        return  # no table in use yet: the page says how to begin
    first = page.board.items()[0].item.id
    opened = next((one.item.id for one in page.board.items() if one.item.measure == "opened"), first)
    page.open_item(opened)
    yield "report-item", shell
    page.panel.ask_link()
    yield "report-link", shell
    page.forms.chooser.shut()
    page.close_panel()
    page.show_names(opened)
    yield "report-names", shell
    page.back()
    page.desk.turn(MENTORS)
    yield "report-mentors", shell
    page.desk.turn(PAST)
    yield "report-past", shell
    page.desk.turn(ITEMS)
    file = aside / "考核表.xlsx"
    window.session.disk.write_sheet(self_sheet(page.board), file)
    window.go("score-tables")
    tables = window.page
    assert isinstance(tables, TablesPage)
    yield "score-tables", shell
    tables.open_item(opened)
    yield "score-tables-item", shell
    tables.back()
    window.go("score-import")
    yield "score-import", shell
    taking = window.page
    assert isinstance(taking, ScoreImportPage)
    taking.start(str(file))
    wait(shell)
    yield "score-import-columns", shell
    taking.look_through()
    wait(shell)
    yield "score-import-preview", shell
    taking.leaves.emit()
