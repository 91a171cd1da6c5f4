"""The roster under real keys on a real file: filter, search, counts, confirm."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.roster import counts, rows
from db.store import FileStore
from ui.children.roster_page import RosterPage
from ui.pieces.button import Button
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., Window]


def names(page: RosterPage) -> list[str]:
    return [page.listing.row(key).name for key in page.list.grid.rows()]


def test_left_behind_children_come_first_by_class_and_pinyin(page: RosterPage) -> None:
    assert names(page) == ["罗子轩", "周雨桐", "麻金凤", "冉雪梅", "解志强"]
    page.list.segments.button("all").click()
    assert names(page) == ["罗子轩", "田小禾", "周雨桐", "麻金凤", "冉雪梅", "解志强"]


def test_a_printable_key_in_the_list_searches_by_initials(qtbot: QtBot, page: RosterPage) -> None:
    qtbot.keyClicks(page.list.grid, "x")
    qtbot.keyClicks(page.list.head.search, "zq")
    assert names(page) == ["解志强"]
    assert page.listing.hit(page.list.grid.current()) is not None
    qtbot.keyClick(page.list.head.search, Qt.Key.Key_Escape)
    assert len(names(page)) == 5


def test_last_digits_of_a_phone_find_the_child(qtbot: QtBot, page: RosterPage) -> None:
    qtbot.keyClicks(page.list.head.search, "0001")
    assert names(page) == ["罗子轩"]


def test_no_result_says_which_filter_hides_the_child_and_enter_drops_it(qtbot: QtBot, page: RosterPage) -> None:
    page.list.head.search.setText("田小")
    assert names(page) == []
    assert page.list.grid._empty == "“田小”不在“留守儿童”里"
    assert page.list.grid.way is not None and page.list.grid.way.label() == "不限“留守儿童”，看 1 个"
    qtbot.keyClick(page.list.head.search, Qt.Key.Key_Return)
    assert names(page) == ["田小禾"]


def test_every_count_on_the_page_is_the_roster_s(page: RosterPage) -> None:
    found = counts(rows(page._session.snapshot, page._session.today))
    assert page.list.segments.button("left_behind").count == found.left_behind == 5
    assert page.list.segments.button("all").count == found.total == 6
    assert page.list.head.line.number("left_behind").value() == "5"
    line = page.list.counts.line
    assert line.number("register").value() == "5"
    assert line.number("civil").value() == str(found.civil)
    assert line.number("unknown").value() == str(found.civil_unknown)
    assert len(names(page)) == 5


def test_each_meaning_is_explained_by_a_click(page: RosterPage) -> None:
    page.list.counts.line.number("register").click()
    assert page.list.counts.sentence().startswith("学籍口径")
    page.list.counts.line.number("civil").click()
    assert page.list.counts.sentence().startswith("民政口径")
    page.list.counts.line.number("civil").click()
    assert page.list.counts.sentence() == ""


def test_a_class_narrows_list_and_counts(page: RosterPage) -> None:
    page.list.choose_class("四（1）班")
    assert names(page) == ["麻金凤", "冉雪梅", "解志强"]
    assert page.list.segments.button("left_behind").count == 3


def test_one_key_confirms_the_proposals_of_a_child_and_undo_takes_it_back(
    qtbot: QtBot, window: Window, page: RosterPage, ids: dict[str, int], store: FileStore
) -> None:
    child = ids["麻金凤"]
    page.list.grid.set_current(child)
    page.list.grid.setFocus()
    qtbot.keyClick(page.list.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.listing.row(child).to_confirm
    assert page.listing.row(child).status == "both_away"
    assert page.list.grid.current() == child
    action = store.last_action()
    assert action is not None and action.label == "确认麻金凤的父母去处"
    window.session.undo()
    assert page.listing.row(child).to_confirm


def test_a_number_in_the_panel_is_copied_and_stands_large(qtbot: QtBot, page: RosterPage, ids: dict[str, int]) -> None:
    page.list.grid.set_current(ids["周雨桐"])
    qtbot.mouseClick(page.side.dial.buttons[0], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "13900467715"
    assert page.side.dial.large.number.text() == "139 0046 7715"
    assert page.side.dial.large.isVisible()


def test_the_panel_has_the_one_filled_button(page: RosterPage, ids: dict[str, int]) -> None:
    page.list.grid.set_current(ids["解志强"])
    filled = [b for b in page.findChildren(Button) if b.kind == "primary" and b.isVisible()]
    assert [b.label() for b in filled] == ["补资料"]
    page.list.grid.set_current(ids["周雨桐"])
    assert page.side.go.label() == "打印联系卡"


def test_printing_takes_the_chosen_children_or_all_that_are_listed(page: RosterPage, ids: dict[str, int]) -> None:
    asked: list[tuple[str, object]] = []
    page.goes.disconnect()
    page.goes.connect(lambda key, want: asked.append((key, want)))
    page.print_out()
    page.list.grid.select([ids["罗子轩"], ids["周雨桐"]])
    page.print_out()
    assert asked == [
        ("print", (page.list.grid.rows(), "child")),
        ("print", ([ids["罗子轩"], ids["周雨桐"]], "child")),
    ]


def test_below_1100_the_panel_goes(ids: dict[str, int], open_window: Open) -> None:
    page = open_window(911, 465).page
    assert isinstance(page, RosterPage)
    assert not page.side.isVisible()
    assert page.list.grid.isVisible()


def test_an_empty_school_offers_the_ways_to_start(open_window: Open) -> None:
    page = open_window().page
    assert isinstance(page, RosterPage)
    assert page.empty.buttons["table"].isVisible()
    assert page.empty.buttons["add"].isVisible()


def test_space_picks_several_children_and_arrows_keep_them(qtbot: QtBot, page: RosterPage, ids: dict[str, int]) -> None:
    grid = page.list.grid
    grid.set_current(ids["罗子轩"])
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(grid, key)  # type: ignore[no-untyped-call]
    assert grid.selected() == [ids["罗子轩"], ids["麻金凤"]]
    assert page.list.head.print.count == 2
    assert page.back()
    assert grid.selected() == [ids["麻金凤"]]
    assert page.list.head.print.count is None


def test_a_save_keeps_selection_and_current_row(page: RosterPage, ids: dict[str, int]) -> None:
    grid = page.list.grid
    grid.set_current(ids["麻金凤"])
    grid.select([ids["周雨桐"], ids["麻金凤"]])
    page.deeds.set_fact(ids["罗子轩"], "seat_number", "7")
    assert grid.selected() == [ids["周雨桐"], ids["麻金凤"]]
    assert grid.current() == ids["麻金凤"]


def test_chosen_rows_are_copied_as_a_table_with_name_class_and_sex(
    qtbot: QtBot, page: RosterPage, ids: dict[str, int]
) -> None:
    qtbot.keyClick(page.list.grid, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(page.list.grid, Qt.Key.Key_C, CONTROL)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["姓名", "班级", "性别"]
    assert [line[0] for line in lines[1:]] == names(page)
    assert lines[1][:3] == ["罗子轩", "三（1）班", "男"]
    assert "433126201605120041" not in QGuiApplication.clipboard().mimeData().html()
