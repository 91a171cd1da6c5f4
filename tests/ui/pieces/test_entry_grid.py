"""The entry grid under real keys and a real input method event."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn, EntryModel

Show = Callable[..., QWidget]
COLUMNS = [
    EntryColumn("child", "孩子", 120, fixed=True),
    EntryColumn("who", "和谁", 120, options=("爸爸", "妈妈")),
    EntryColumn("minutes", "分钟", 70, right=True),
    EntryColumn("note", "说了什么", 0),
]
ROWS = {n: {"child": f"孩子{n}", "who": "", "minutes": "", "note": ""} for n in range(1, 6)}


@pytest.fixture
def grid(shown: Show) -> EntryGrid:
    grid = EntryGrid(COLUMNS, name="批量登记")
    grid.set_rows(ROWS)
    grid.page = shown(grid, QLineEdit())  # type: ignore[attr-defined]
    grid.edit_cell(1, "note")
    return grid


def editor(grid: EntryGrid) -> QWidget:
    focus = QApplication.focusWidget()
    assert isinstance(focus, (QLineEdit, QComboBox))
    return focus


def where(grid: EntryGrid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = EntryModel(COLUMNS)
    model.set_rows(ROWS)
    qtmodeltester.check(model)


def test_typing_edits_and_enter_goes_down(qtbot: QtBot, grid: EntryGrid) -> None:
    heard: list[tuple[int, str, str]] = []
    grid.edited.connect(lambda *args: heard.append(args))
    qtbot.keyClicks(grid.viewport(), "a")
    qtbot.keyClicks(editor(grid), "b")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    assert heard == [(1, "note", "ab")]
    assert where(grid) == (1, 3)


def test_tab_goes_right_past_what_is_fixed_and_leaves_at_the_end(qtbot: QtBot, grid: EntryGrid) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert where(grid) == (1, 1)
    qtbot.keyClick(grid, Qt.Key.Key_Backtab)
    assert where(grid) == (0, 3)
    grid.edit_cell(5, "note")
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert not grid.hasFocus()


def test_tab_in_an_editor_saves_and_goes_right(qtbot: QtBot, grid: EntryGrid) -> None:
    grid.edit_cell(1, "minutes")
    qtbot.keyClicks(grid.viewport(), "1")
    qtbot.keyClicks(editor(grid), "2")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Tab)
    assert (grid.values(1)["minutes"], where(grid)) == ("12", (0, 3))


@pytest.mark.parametrize("key", ["note", "who"])
def test_the_first_word_of_an_input_method_is_kept(qtbot: QtBot, grid: EntryGrid, key: str) -> None:
    grid.edit_cell(1, key)
    compose = QInputMethodEvent("wai", [])
    QApplication.sendEvent(QApplication.focusWidget(), compose)
    word = QInputMethodEvent()
    word.setCommitString("外婆")
    QApplication.sendEvent(QApplication.focusWidget(), word)
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    assert grid.values(1)[key] == "外婆"


def test_a_word_committed_at_once_opens_the_cell(qtbot: QtBot, grid: EntryGrid) -> None:
    word = QInputMethodEvent()
    word.setCommitString("外婆")
    QApplication.sendEvent(grid, word)
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    assert grid.values(1)["note"] == "外婆"


def test_f2_keeps_the_text_and_typing_replaces_it(qtbot: QtBot, grid: EntryGrid) -> None:
    for key in ("note", "who"):
        grid.set_rows(ROWS | {1: {"child": "孩子1", key: "old"}})
        grid.edit_cell(1, key)
        qtbot.keyClick(grid, Qt.Key.Key_F2)
        qtbot.keyClicks(editor(grid), "new")
        qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
        assert grid.values(1)[key] == "new"


def test_escape_leaves_the_cell_as_it_was(qtbot: QtBot, grid: EntryGrid) -> None:
    qtbot.keyClicks(grid.viewport(), "x")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget() or grid, Qt.Key.Key_Escape)
    assert grid.values(1)["note"] == ""


def test_a_block_is_copied_and_pasted(qtbot: QtBot, grid: EntryGrid) -> None:
    grid.edit_cell(1, "who")
    QGuiApplication.clipboard().setText("爸爸\t12\t好\r\n妈妈\t5\t想家\r\n")
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert grid.values(1) == {"child": "孩子1", "who": "爸爸", "minutes": "12", "note": "好"}
    assert grid.values(2)["note"] == "想家"
    model = grid.model()
    for line in (0, 1):
        grid.selectionModel().select(model.index(line, 2), QItemSelectionModel.SelectionFlag.Select)
    grid.selectionModel().select(model.index(0, 1), QItemSelectionModel.SelectionFlag.Deselect)
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "12\n5"


def test_ctrl_d_repeats_the_cell_above(qtbot: QtBot, grid: EntryGrid) -> None:
    grid.set_rows(ROWS | {1: {"child": "孩子1", "note": "好"}})
    grid.edit_cell(2, "note")
    qtbot.keyClick(grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert grid.values(2)["note"] == "好"


def test_a_save_keeps_the_current_cell(grid: EntryGrid) -> None:
    grid.edit_cell(3, "minutes")
    grid.set_rows(ROWS | {6: {"child": "孩子6"}})
    assert where(grid) == (2, 2)


def test_ctrl_enter_saves_all(qtbot: QtBot, grid: EntryGrid) -> None:
    with qtbot.waitSignal(grid.submitted, timeout=300):
        qtbot.keyClick(grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("key", ["note", "who"])
def test_an_editor_stays_inside_its_cell(qtbot: QtBot, grid: EntryGrid, key: str) -> None:
    grid.edit_cell(2, key)
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    QApplication.processEvents()
    assert grid.visualRect(grid.currentIndex()).contains(editor(grid).geometry())
