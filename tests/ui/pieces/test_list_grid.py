"""The list under real keys, and its place and selection across saves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.pieces.list_grid import ListGrid
from ui.pieces.row_model import RowModel
from ui.pieces.rows import Cell, Chip, Column, Group
from ui.pieces.search_box import SearchBox

Show = Callable[..., QWidget]
NAMES = {n: f"{'罗周田韦覃欧石龙谭冉'[n % 10]}{n}" for n in range(1, 101)}


def columns() -> list[Column]:
    return [
        Column("who", "孩子", 164, "who", lambda row: Cell(NAMES[row], "三（1）班 男"), sort=lambda row: -row),
        Column("parents", "父母", 0, "two_line", lambda row: Cell("父母都在外", "广东东莞")),
        Column("known", "五个清楚", 140, "chips", lambda row: Cell(chips=(Chip("电话", "over"), Chip("谁带", "soon")))),
        Column("state", "情况", 140, "status", lambda row: Cell("过了 6 天", mark="over")),
        Column("act", "", 90, "action", lambda row: Cell("记一笔")),
    ]


@pytest.fixture
def grid(qtbot: QtBot, shown: Show) -> ListGrid:
    grid = ListGrid(columns(), name="儿童名册")
    grid.page = shown(QLineEdit(), grid, QLineEdit())  # type: ignore[attr-defined]
    grid.set_rows(list(range(1, 51)))
    grid.setFocus()
    return grid


def heard(signal: object) -> list[object]:
    values: list[object] = []
    signal.connect(lambda *args: values.append(args[0] if len(args) == 1 else args))  # type: ignore[attr-defined]
    return values


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = RowModel(columns())
    model.set_rows([Group("过期", 2), 1, 2, Group("今天", 1), 3])
    qtmodeltester.check(model)


def test_enter_f2_and_space_tell_which_row(qtbot: QtBot, grid: ListGrid) -> None:
    opened, edited, ticked = heard(grid.opened), heard(grid.edit_wanted), heard(grid.ticked)
    grid.set_current(3)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
        qtbot.keyClick(grid, key)
    assert (opened, edited, ticked) == ([3, 3], [3], [3])


def test_home_end_and_arrows_move(qtbot: QtBot, grid: ListGrid) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.current() == 50
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current() == 2


def test_tab_leaves_the_list(qtbot: QtBot, grid: ListGrid) -> None:
    grid.set_current(2)
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert not grid.hasFocus()
    assert grid.current() == 2


def test_arrows_step_over_group_lines(qtbot: QtBot, grid: ListGrid) -> None:
    grid.set_rows([Group("过期", 1), 1, Group("今天", 2), 2, 3])
    grid.set_current(1)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current() == 2
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    assert grid.current() == 1


def test_a_save_keeps_selection_current_row_and_place(grid: ListGrid) -> None:
    grid.select([20, 21])
    grid.verticalScrollBar().setValue(500)
    grid.refresh(frozenset({20}))
    grid.set_rows(list(range(1, 51)))
    assert grid.selected() == [20, 21]
    assert grid.verticalScrollBar().value() == 500


def test_rows_come_go_and_change_places_under_the_selection(grid: ListGrid) -> None:
    grid.set_current(20)
    grid.set_rows([60, 30, 20, 10, 61])
    assert grid.rows() == [60, 30, 20, 10, 61]
    assert (grid.current(), grid.selected()) == (20, [20])
    grid.set_rows([60, 61])
    assert 20 not in grid.selected()


def test_a_wholly_new_list_still_keeps_the_current_row(qtbot: QtBot) -> None:
    grid = ListGrid([Column("a", "数", 0, "text", lambda row: Cell(str(row)))], name="数")
    qtbot.addWidget(grid)
    grid.set_rows(list(range(1, 3000)))
    grid.set_current(1001)
    grid.set_rows([row for row in range(1, 3000) if row % 2])
    assert grid.current() == 1001


def test_a_header_click_sorts_and_the_third_gives_the_order_back(qtbot: QtBot, grid: ListGrid) -> None:
    head = grid.horizontalHeader()
    seen = []
    for _ in range(3):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
        seen.append(grid.rows()[0])
    assert seen == [50, 1, 1]


def test_copy_takes_the_rows_as_text_and_table(qtbot: QtBot, grid: ListGrid) -> None:
    grid.select([1, 2])
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines() == [
        "孩子\t父母\t五个清楚\t情况",
        "周1 三（1）班 男\t父母都在外 广东东莞\t电话 谁带\t过了 6 天",
        "田2 三（1）班 男\t父母都在外 广东东莞\t电话 谁带\t过了 6 天",
    ]
    assert data.html().count("mso-number-format:'\\@'") == 4 * 3
    assert data.html().count("<tr>") == 3


def test_copy_takes_only_the_columns_on_screen_in_their_order(qtbot: QtBot, grid: ListGrid) -> None:
    head = grid.horizontalHeader()
    head.setSectionHidden(1, True)
    head.moveSection(3, 1)
    grid.select([1])
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[0] == "孩子\t情况\t五个清楚"


def test_control_a_takes_every_row_but_no_group_line(qtbot: QtBot, grid: ListGrid) -> None:
    grid.set_rows([Group("过期", 2), 7, 8, Group("今天", 1), 9])
    qtbot.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert grid.selected() == [7, 8, 9]
    assert [part.height() for part in grid.selectionModel().selection()] == [2, 1]


def test_letters_go_to_the_search_box_and_down_comes_back(qtbot: QtBot, shown: Show) -> None:
    box, grid = SearchBox("找孩子、老师或电话"), ListGrid(columns(), name="儿童名册")
    box.serve(grid)
    page = shown(box, grid)
    grid.set_rows([1, 2, 3])
    words, opened = heard(box.searched), heard(grid.opened)
    grid.setFocus()
    qtbot.keyClicks(grid, "z")
    assert box.hasFocus()
    qtbot.keyClicks(box, "h")
    assert words == ["z", "zh"]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert grid.hasFocus()
    assert grid.current() == 1
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert opened == [1]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert page.isVisible()


def test_a_click_on_the_rows_button_acts(qtbot: QtBot, grid: ListGrid) -> None:
    acted = heard(grid.acted)
    index = grid.model().index(2, 4)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(index).center())
    assert acted == [(3, "act")]


def test_columns_can_be_hidden_and_brought_back(grid: ListGrid) -> None:
    head = grid.horizontalHeader()
    menu = head.menu()  # type: ignore[attr-defined]
    menu.actions()[0].trigger()
    assert head.isSectionHidden(1)
    menu.actions()[-1].trigger()
    assert not head.isSectionHidden(1)


def test_the_list_and_its_rows_speak(grid: ListGrid) -> None:
    assert grid.accessibleName() == "儿童名册"
    index = grid.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "周1 三（1）班 男"


def test_rows_have_the_fixed_height(grid: ListGrid) -> None:
    assert {grid.rowHeight(line) for line in range(50)} == {52}
    grid.set_rows([Group("过期", 1), 1])
    assert (grid.rowHeight(0), grid.rowHeight(1)) == (34, 52)
    grid.set_rows([1, 2])
    assert (grid.rowHeight(0), grid.rowHeight(1)) == (52, 52)
