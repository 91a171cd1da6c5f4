"""A last sheet of a few rows is saved by rows that are a little lower, and never a text by cutting it."""

import pytest

from ui.paper.flow_sheet import Piece, heading, row_piece, sheets, table
from ui.paper.form_grid import Filled, Row
from ui.paper.sharing import lower, lowered, saved


def rows(count: int, height: float = 10.0) -> list[Row]:
    return [Row(height, [Filled(0.0, 40.0, f"第{place}行")]) for place in range(count)]


def share(found: list[Row], room: float = 200.0) -> list[list[Row]]:
    pages: list[list[Row]] = [[]]
    for row in found:
        if sum(one.needed() for one in pages[-1]) + row.needed() > room + 0.01:
            pages.append([])
        pages[-1].append(row)
    return pages


@pytest.mark.parametrize(("count", "sheets_"), [(20, 1), (21, 1), (23, 1), (25, 1), (26, 2), (27, 2), (30, 2), (41, 2)])
def test_a_few_rows_get_no_sheet_of_their_own(count: int, sheets_: int) -> None:
    found = saved(lambda factor: share(lowered(rows(count), factor)))
    assert len(found) == sheets_ and sum(map(len, found)) == count
    if count in (27, 30):
        assert all(row.height == 10.0 for page in found for row in page), "a sheet that is used is not squeezed"


def test_what_a_text_needs_and_a_hand_needs_is_kept() -> None:
    long = Row(10.0, [Filled(0.0, 30.0, "字很多的一格" * 12)])
    assert lower(long, 0.8).needed() == long.needed() > 10.0
    assert lower(rows(1)[0], 0.8, least=9.0).height == 9.0


def test_a_heading_is_not_parted_from_its_table() -> None:
    pieces: list[Piece] = [row_piece(Row(10.0, [Filled(17.0, 176.0, "一行")])) for _place in range(21)]
    pieces += table("二（1）班", [("姓名", 176.0)], [["甲"], ["乙"]])
    for page in sheets(pieces):
        assert not page[-1].leads
    assert heading("三").leads


@pytest.mark.parametrize("before", range(14, 30))
def test_a_table_that_goes_on_says_its_name_again_and_no_row_stands_alone(before: int) -> None:
    first = table("一（1）班", [("姓名", 176.0)], [["甲"]] * before)
    second = table("二（1）班", [("姓名", 176.0)], [["乙"]] * 4)
    pages = sheets([*first, *second])
    assert sum(one.row is not None and not one.leads for page in pages for one in page) >= 2
    for table_ in (first, second):
        rows_of = table_[2:]
        for page in pages:
            here = [one for one in page if one in rows_of]
            assert len(here) != 1, "a row alone"
            if here and here[0] is not rows_of[0]:
                assert page[0] is rows_of[0].again and page[0].height == table_[0].height + table_[1].height
