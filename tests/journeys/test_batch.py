"""A class's calls half keyed in when the power goes: every cell is there again, also the word that was being typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.clerk import Clerk, focused
from tests.journeys.test_half_typed import cut, school
from ui.batch.page import BatchPage
from ui.pieces.phrase_line import PhraseLine

__all__ = ["cut", "school"]


@pytest.mark.parametrize("cut", ["batch"], indirect=True)
def test_half_a_class_is_there_after_the_power_went(cut: Clerk) -> None:
    page = cut.window.page
    assert isinstance(page, BatchPage) and cut.reads("还有没填完的一条，接着填")
    keys = list(page.board.sheet.rows)
    assert page.board.sheet.text(keys[0], "way") == "video"
    line = focused()
    assert isinstance(line, PhraseLine) and line.text() == "guonian"
    cut.key(Qt.Key.Key_Return)
    assert page.board.sheet.text(keys[1], "note") == "guonian"
    page.grid.edit_cell(page.grid.here()[0], "way")
    cut.control(Qt.Key.Key_Return)
    cut.until(lambda: cut.reads("记下了，Ctrl+Z 撤回"))
    assert len(cut.window.session.store.ledger.of_child(keys[0][0])) == 1
    assert page.board.sheet.text(keys[1], "note") == "guonian", "without a way a row waits"
    QApplication.processEvents()
    cut.leaves()
    cut.starts(Path(cut.shell.folder))
    cut.logs_in()
    cut.window.go("batch")
    again = cut.window.page
    assert isinstance(again, BatchPage) and again.board.sheet.text(keys[1], "note") == "guonian"
