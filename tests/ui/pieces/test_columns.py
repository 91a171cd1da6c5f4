"""The columns of a list under real clicks: shown, moved, drawn wider, sorted; kept as JSON and read back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import style
from ui.pieces import arrangement
from ui.pieces.arrangement import Arrangement
from ui.pieces.column_chooser import ColumnChooser
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column

Show = Callable[..., QWidget]
NAMES = {1: "周", 2: "安", 3: "解", 4: ""}


def columns() -> list[Column]:
    return [
        Column("who", "孩子", 160, "who", lambda row: Cell(NAMES[row]), sort=lambda row: row),
        Column("rest", "父母", 0, "text", lambda row: Cell("都在外")),
        Column("name", "名", 100, "text", lambda row: Cell(NAMES[row]), sort=lambda row: NAMES[row] or None,
               values=lambda row: (NAMES[row],)),
        Column("age", "年龄", 80, "text", lambda row: Cell(str(row)), shown=False, group="孩子"),
    ]  # fmt: skip


@pytest.fixture
def grid(shown: Show) -> ListGrid:
    grid = ListGrid(columns(), name="儿童名册")
    shown(grid)
    grid.set_rows([1, 2, 3, 4])
    return grid


def keys(grid: ListGrid) -> list[str]:
    return [column.key for column in grid.shown_columns()]


def width(grid: ListGrid, key: str) -> int:
    return grid.head.section_rect(key).width()


def test_columns_start_as_they_were_made_and_fill_the_room(grid: ListGrid) -> None:
    assert keys(grid) == ["who", "rest", "name"]
    assert (width(grid, "who"), width(grid, "name")) == (160, 100)
    assert sum(width(grid, key) for key in keys(grid)) == grid.viewport().width()


def test_what_has_no_value_comes_last_both_ways(grid: ListGrid) -> None:
    grid.head.order_by("name")
    assert grid.rows() == [1, 2, 3, 4]
    grid.head.order_by("name", down=True)
    assert grid.rows() == [3, 2, 1, 4]


def test_a_title_dragged_to_the_left_moves_its_column_and_the_first_stays(qtbot: QtBot, grid: ListGrid) -> None:
    head, told = grid.head, []
    head.arranged.connect(lambda: told.append(1))
    drag(qtbot, grid, "name", head.section_rect("rest").left() + 20)
    assert keys(grid) == ["who", "name", "rest"] and told
    drag(qtbot, grid, "name", 20)
    assert keys(grid)[0] == "who"


def drag(qtbot: QtBot, grid: ListGrid, key: str, x: int) -> None:
    start = grid.head.section_rect(key).left() + 30
    port = grid.head.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(start, 10))
    for at in (start - 10, (start + x) // 2, x):
        qtbot.mouseMove(port, QPoint(at, 10))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))


def test_a_border_dragged_makes_its_column_wider_and_the_rest_narrower(qtbot: QtBot, grid: ListGrid) -> None:
    rest = width(grid, "rest")
    port = grid.head.viewport()
    edge = grid.head.section_rect("who").right()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(edge, 10))
    qtbot.mouseMove(port, QPoint(edge + 40, 10))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(edge + 40, 10))
    assert (width(grid, "who"), width(grid, "rest")) == (200, rest - 40)
    assert grid.head.arrangement().widths == {"who": 200}
    assert grid.rows() == [1, 2, 3, 4], "a drag does not sort"


def test_the_funnel_in_a_title_does_not_sort(qtbot: QtBot, grid: ListGrid) -> None:
    asked: list[str] = []
    grid.head.funnel_wanted.connect(asked.append)
    right = grid.head.section_rect("name").right()
    qtbot.mouseClick(grid.head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right - 14, 10))
    assert (asked, grid.head.order()) == (["name"], ("", False))
    qtbot.mouseClick(grid.head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right - 80, 10))
    assert (asked, grid.head.order()) == (["name"], ("name", False))


def test_an_arrangement_comes_back_from_its_text(grid: ListGrid) -> None:
    wanted = Arrangement(("who", "age", "rest"), {"age": 120}, "age", True)
    grid.arrange(arrangement.read(wanted.text(), columns()))
    assert grid.head.arrangement() == wanted
    assert keys(grid) == ["who", "age", "rest"] and width(grid, "age") == 120
    grid.head.lay_out()
    assert keys(grid) == ["who", "rest", "name"] and grid.rows() == [1, 2, 3, 4]


@pytest.mark.parametrize("text", ["", "{", "7", '{"shown": 5, "widths": [], "sort": 3, "down": 1}', '{"shown": ["gone"]}'])
def test_a_damaged_arrangement_is_the_default(text: str) -> None:
    assert arrangement.read(text, columns()) == Arrangement(("who", "rest", "name"))


def test_of_a_half_damaged_arrangement_the_sound_half_counts() -> None:
    text = '{"shown": ["age", "gone", "age", "who"], "widths": {"age": 90, "who": "x", "rest": 9}, "sort": "gone", "down": true}'
    assert arrangement.read(text, columns()) == Arrangement(("who", "age"), {"age": 90}, "", True)


def test_text_size_widens_columns_and_rows(qapp: QApplication, grid: ListGrid) -> None:
    try:
        style.apply(qapp, scale=1.5)
        qapp.processEvents()
        assert (width(grid, "who"), grid.rowHeight(0)) == (240, 78)
        assert grid.head.height() == 48
    finally:
        style.apply(qapp, scale=1.0)
    assert (width(grid, "who"), grid.rowHeight(0)) == (160, 52)


def test_the_chooser_shows_and_hides_columns_by_keys(qtbot: QtBot, grid: ListGrid) -> None:
    page = grid.window()
    chooser = ColumnChooser(grid, columns(), page)
    grid.setFocus()
    chooser.open_for(page.rect())
    qtbot.keyClicks(chooser.list.box, "nl")
    qtbot.keyClick(chooser.list.box, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.list.grid, Qt.Key.Key_Space)
    assert keys(grid) == ["who", "rest", "name", "age"]
    qtbot.keyClick(chooser.list.grid, Qt.Key.Key_Escape)
    assert chooser.isHidden() and grid.hasFocus()


def test_copying_takes_the_columns_on_screen_in_their_order(qtbot: QtBot, grid: ListGrid) -> None:
    grid.arrange(Arrangement(("who", "age")))
    grid.select([1])
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "孩子\t年龄\n周\t1"


def test_a_row_that_goes_leaves_the_next_one_current(grid: ListGrid) -> None:
    grid.set_current(2)
    grid.set_rows([1, 3, 4])
    assert grid.current() == 3
    grid.set_current(4)
    grid.set_rows([1, 3])
    assert grid.current() == 3
