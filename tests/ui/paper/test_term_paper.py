"""学期数字: a group of figures stays in one column where that costs no sheet, else its heading is said again."""

import pytest

from ui.paper.term_paper import EACH, Row, _columns


def groups(*sizes: int) -> list[Row]:
    """Groups of so many figures, each under its heading."""
    return [
        row for number, size in enumerate(sizes)
        for row in (Row(f"组{number}", is_head=True), *(Row(f"{number}.{place}", "1") for place in range(size)))
    ]  # fmt: skip


def shape(columns: list[list[Row]]) -> list[list[str]]:
    return [[row.title for row in column if row.is_head] for column in columns]


def test_a_group_is_not_broken_where_there_is_room() -> None:
    columns = _columns(groups(EACH - 5, 8, 6))
    assert shape(columns) == [["组0"], ["组1", "组2"]]


def test_a_group_that_goes_on_says_its_heading_again() -> None:
    # Whole groups would need a third column, which is a sheet more.
    columns = _columns(groups(EACH // 2 + 2, EACH // 2 + 2, EACH // 2 + 2))
    assert len(columns) == 2 and shape(columns)[1][0] == "组1（续）"
    assert shape(_columns(groups(EACH + 10))) == [["组0"], ["组0（续）"]]


@pytest.mark.parametrize("sizes", [(3,), (EACH - 1,), (EACH,), (5,) * 30, (EACH * 2, 1, 40), (17, 31, 2, 9, 28, 11, 40)])
def test_every_figure_stands_once_under_its_heading(sizes: tuple[int, ...]) -> None:
    rows = groups(*sizes)
    columns = _columns(rows)
    assert [row for column in columns for row in column if not row.title.endswith("（续）")] == rows
    assert all(0 < len(column) <= EACH and column[0].is_head and not column[-1].is_head for column in columns)
