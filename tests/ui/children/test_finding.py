"""Finding children under real keys and clicks: funnels, chips, filters under names, columns, the way out of nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from db.store import FileStore
from ui import style, tokens
from ui.children.filter_words import ready_word
from ui.children.roster_page import RosterPage
from ui.pieces.rows import Cell
from ui.window import Window

Open = Callable[..., Window]
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def names(page: RosterPage) -> list[str]:
    return [page.listing.row(key).name for key in page.list.grid.rows()]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def chips(page: RosterPage) -> list[str]:
    return [button.chip.text for button in page.list.filters.chips.buttons.values()]


def open_funnel(page: RosterPage, key: str) -> None:
    """By the mouse, in the title."""
    head = page.list.grid.head
    rect = head.section_rect(key)
    QTest.mouseClick(head.viewport(), LEFT, pos=QPoint(rect.right() - 14, rect.center().y()))


def values(page: RosterPage) -> list[tuple[str, int | None]]:
    return [(tick.text, tick.count) for tick in page.list.filters.funnel.list._ticks]


def popup(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


# funnels and chips


def test_a_funnel_counts_its_values_and_keeps_the_ticked_ones(page: RosterPage) -> None:
    open_funnel(page, "carer")
    assert values(page) == [("不知道", 1), ("妈妈", 1), ("外婆", 3)]
    type_in("wp")
    press(Key.Key_Return)
    assert names(page) == ["周雨桐", "麻金凤", "冉雪梅"]
    assert chips(page) == ["谁带：外婆"]
    assert page.list.grid.head.filtered() == {"carer"}
    assert page.list.segments.button("all").count == 3


def test_columns_combine_and_count_under_each_other(page: RosterPage) -> None:
    page.list.grid.head.show_column("class", True)
    open_funnel(page, "carer")
    press(Key.Key_Down, Key.Key_Space)
    assert page.list.filters.funnel.go.count == 4
    press(Key.Key_Return)
    assert "解志强" not in names(page)
    open_funnel(page, "class")
    assert values(page) == [("三（1）班", 2), ("四（1）班", 2)]
    type_in("s(1)")
    assert page.list.filters.funnel.list.listed() == []
    assert not page.list.filters.funnel.go.isEnabled(), "nothing to look at"
    press(Key.Key_Escape)
    press(Key.Key_Down, Key.Key_Space, Key.Key_Return)
    assert names(page) == ["麻金凤", "冉雪梅"]
    assert chips(page) == ["谁带：妈妈、外婆", "班级：四（1）班"]
    assert page.list.classes.value() == "四（1）班", "the class box and the funnel of the class are one filter"


def test_the_funnel_opens_from_the_keyboard_and_sorts(qtbot: QtBot, page: RosterPage) -> None:
    page.list.grid.setFocus()
    QTest.keyClick(page.list.grid, Key.Key_Down, ALT)
    menu = popup(qtbot)
    assert [action.text() for action in menu.actions() if action.text()][2] == "筛选和排序：谁带…"
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(menu, key)
    funnel = page.list.filters.funnel
    assert funnel.isVisible() and funnel.title.text() == "谁带"
    assert funnel.isAncestorOf(focused())
    QTest.mouseClick(funnel.down, LEFT)
    assert page.list.grid.head.order() == ("carer", True)
    assert page.list.grid.hasFocus()


def test_escape_and_a_click_outside_close_the_funnel_and_change_nothing(page: RosterPage) -> None:
    page.list.grid.setFocus()
    open_funnel(page, "carer")
    press(Key.Key_Escape)
    assert page.list.filters.funnel.isHidden() and page.list.grid.hasFocus()
    open_funnel(page, "carer")
    QTest.mouseClick(page.list.counts, LEFT)
    assert page.list.filters.funnel.isHidden()
    assert chips(page) == [] and len(names(page)) == 5


def test_tab_stays_inside_the_funnel(page: RosterPage) -> None:
    open_funnel(page, "carer")
    funnel, seen = page.list.filters.funnel, set()
    for _ in range(12):
        press(Key.Key_Tab)
        assert funnel.isAncestorOf(focused())
        seen.add(focused().accessibleName())
    assert {"找一个值", "要看哪些", "全选", "全不选", "升序", "降序"} <= seen


def test_a_chip_goes_by_click_and_by_key_and_all_of_them_at_once(page: RosterPage) -> None:
    page.list.choose_class("三（1）班")
    page.list.head.search.setText("l")
    assert chips(page) == ["班级：三（1）班", "搜“l”"] and names(page) == ["罗子轩"]
    line = page.list.filters.chips
    QTest.mouseClick(line.buttons["class"], LEFT)
    assert chips(page) == ["搜“l”"] and page.list.classes.value() == ""
    line.buttons["query"].setFocus()
    press(Key.Key_Delete)
    assert chips(page) == [] and line.isHidden() and page.list.head.search.text() == ""
    assert page.list.grid.hasFocus()
    page.list.choose_class("三（1）班")
    open_funnel(page, "parents")
    press(Key.Key_Down, Key.Key_Space, Key.Key_Return)
    QTest.mouseClick(line.clear, LEFT)
    assert chips(page) == [] and len(names(page)) == 5
    assert page.listing.segment == "left_behind"


def test_ids_phones_and_addresses_are_masked_as_lists_must(page: RosterPage, store: FileStore, ids: dict[str, int]) -> None:
    def shown(key: str) -> str:
        return page.listing.columns[key].cell(ids["周雨桐"]).text

    assert shown("id_number") == "433126********0041"
    assert shown("address") == "青石坪村"
    assert shown("父亲.phone") == "139 0046 7715"
    store.role = "班主任"
    assert shown("父亲.phone") == "139****7715"
    assert shown("照料人.phone") == "0743****6128"


# filters under names


def ready(page: RosterPage, name: str) -> None:
    QTest.mouseClick(page.list.filters.ready, LEFT)
    saved = page.list.filters.saved
    lines = {saved._name(row): row for row in saved.grid.rows()}
    saved.grid.set_current(lines[name])
    press(Key.Key_Return)


def test_ready_made_filters_show_just_as_many_as_they_count(page: RosterPage) -> None:
    QTest.mouseClick(page.list.filters.ready, LEFT)
    saved = page.list.filters.saved
    counted = {saved._name(row): int(saved._count(row)) for row in saved.grid.rows()}
    press(Key.Key_Escape)
    assert list(counted) == ["缺电话", "身份证号有误", "无代理家长", "联系卡待重打", "本周生日", "认定和实际不符", "要核对"]
    for name, count in counted.items():
        ready(page, name)
        assert len(names(page)) == count, name
        assert chips(page) == [name]
    assert counted["缺电话"] == 1 and counted["要核对"] == 2


def test_a_filter_is_kept_renamed_deleted_and_put_back(page: RosterPage, open_window: Open) -> None:
    saved = page.list.filters.saved
    page.list.choose_class("四（1）班")
    QTest.mouseClick(page.list.filters.chips.keep, LEFT)
    assert focused() is saved.name and saved.name.text() == "留守儿童、四（1）班"
    saved.name.clear()
    type_in("si")
    press(Key.Key_Return)
    assert [saved._name(row) for row in saved.grid.rows()][-1] == "si"
    assert saved._count(saved.grid.rows()[-1]) == "3" and saved.grid.hasFocus()
    press(Key.Key_F2)
    type_in("class four")
    press(Key.Key_Return)
    assert [saved._name(row) for row in saved.grid.rows()][-1] == "class four"
    press(Key.Key_Delete)
    assert saved.said.text() == "删了“class four”" and len(saved.grid.rows()) == 7
    QTest.mouseClick(saved.undo, LEFT)
    assert [saved._name(row) for row in saved.grid.rows()][-1] == "class four"
    press(Key.Key_Escape)
    again = open_window().page
    assert isinstance(again, RosterPage)
    ready(again, "class four")
    assert names(again) == ["麻金凤", "冉雪梅", "解志强"]


def test_damaged_filters_of_the_file_are_ignored(open_window: Open, ids: dict[str, int], store: FileStore) -> None:
    store.set_setting("filters.roster", "{[")
    store.set_setting("list.roster", "?")
    page = open_window().page
    assert isinstance(page, RosterPage)
    QTest.mouseClick(page.list.filters.ready, LEFT)
    assert len(page.list.filters.saved.grid.rows()) == 7
    assert [column.key for column in page.list.grid.shown_columns()] == ["who", "parents", "carer", "known", "card"]


def test_a_filter_on_a_column_that_is_gone_leaves_the_rest(page: RosterPage) -> None:
    page.list.filters.choose(page.listing.choice.keeping("gone", ["x"]).keeping("class", ["四（1）班"]))
    assert names(page) == ["麻金凤", "冉雪梅", "解志强"] and chips(page) == ["班级：四（1）班"]


def test_birthdays_say_their_day(page: RosterPage, ids: dict[str, int]) -> None:
    page.deeds.set_fact(ids["田小禾"], "birth", "2016-11-26")
    ready(page, ready_word("birthday"))
    assert names(page) == ["田小禾"]
    assert page.listing.columns["who"].cell(ids["田小禾"]).second == "11月26日，三（1）班"


# columns


def test_a_right_click_and_a_button_choose_columns_and_they_are_remembered(
    qtbot: QtBot, page: RosterPage, window: Window, open_window: Open
) -> None:
    head, chooser = page.list.grid.head, page.list.filters.chooser
    at = QPoint(40, 10)
    QApplication.sendEvent(
        head.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, head.viewport().mapToGlobal(at))
    )
    assert chooser.isVisible()
    press(Key.Key_Escape)
    page.list.filters.columns.setFocus()
    press(Key.Key_Return)
    assert chooser.isVisible() and "五个清楚" in [tick.text for tick in chooser.list._ticks]
    assert not {"姓名", "今天日期"} & {tick.text for tick in chooser.list._ticks}
    type_in("muqindianhua")
    press(Key.Key_Down, Key.Key_Space)
    QTest.mouseClick(chooser.done, LEFT)
    head.order_by("母亲.phone", down=True)
    page.leave()
    again = open_window().page
    assert isinstance(again, RosterPage)
    assert [column.key for column in again.list.grid.shown_columns()][-1] == "母亲.phone"
    assert again.list.grid.head.order() == ("母亲.phone", True)
    assert names(again)[:1] == ["罗子轩"] or names(again)[-1] == "解志强"
    QTest.mouseClick(again.list.filters.columns, LEFT)
    QTest.mouseClick(again.list.filters.chooser.reset, LEFT)
    assert [column.key for column in again.list.grid.shown_columns()] == ["who", "parents", "carer", "known", "card"]
    assert again.list.grid.head.order() == ("", False)


def test_widths_are_kept_without_leaving_the_page(qtbot: QtBot, page: RosterPage, store: FileStore) -> None:
    head = page.list.grid.head
    edge = head.section_rect("who").right()
    qtbot.mousePress(head.viewport(), LEFT, pos=QPoint(edge, 10))
    qtbot.mouseMove(head.viewport(), QPoint(edge + 50, 10))
    qtbot.mouseRelease(head.viewport(), LEFT, pos=QPoint(edge + 50, 10))
    qtbot.waitUntil(lambda: '"who": 234' in store.setting("list.roster"), timeout=2000)


def test_every_column_shows_sorts_and_filters_every_child(page: RosterPage) -> None:
    grid = page.list.grid
    page.list.choose_segment("all")
    for key, column in page.listing.columns.items():
        grid.head.show_column(key, True)
        grid.head.order_by(key)
        assert sorted(grid.rows()) == sorted(page.listing.rows)
        assert sum(page.listing.value_counts(key).values()) >= 6, column.title
        assert column.group
    assert grid.head.arrangement().shown == tuple(page.listing.columns)


def test_classes_are_sorted_as_the_school_counts_them(page: RosterPage) -> None:
    page.list.grid.head.order_by("class", down=True)
    assert names(page) == ["麻金凤", "冉雪梅", "解志强", "罗子轩", "周雨桐"]
    page.list.grid.head.order_by("照料人.name")
    assert names(page) == ["周雨桐", "麻金凤", "冉雪梅", "罗子轩", "解志强"]


# nothing found


def test_nothing_found_names_the_filters_and_one_click_drops_just_those(page: RosterPage) -> None:
    page.list.choose_class("四（1）班")
    page.list.head.search.setText("luo")
    grid = page.list.grid
    assert names(page) == [] and grid._empty == "“luo”不在“班级：四（1）班”里"
    assert grid.way is not None and grid.way.isVisible()
    QTest.mouseClick(grid.way, LEFT)
    assert names(page) == ["罗子轩"] and chips(page) == ["搜“luo”"]
    assert page.listing.segment == "left_behind" and not grid.way.isVisible()


def test_several_filters_that_hide_a_child_go_together(page: RosterPage) -> None:
    page.list.choose_class("四（1）班")
    page.list.head.search.setText("txh")
    assert page.list.grid._empty == "“txh”不在“留守儿童”和“班级：四（1）班”里"
    page.list.head.search.setFocus()
    press(Key.Key_Return)
    assert names(page) == ["田小禾"] and chips(page) == ["搜“txh”"]


def test_filters_that_leave_nobody_offer_the_way_back(page: RosterPage) -> None:
    ready(page, "缺电话")
    page.list.choose_class("三（1）班")
    assert page.list.grid._empty == "没有孩子同时是“缺电话”和“班级：三（1）班”"
    assert page.list.grid.way is not None
    QTest.mouseClick(page.list.grid.way, LEFT)
    assert names(page) == ["解志强"]


# search


def test_the_hit_is_marked_in_the_name_or_stands_under_it(page: RosterPage, ids: dict[str, int]) -> None:
    def who(name: str) -> Cell:
        return page.listing.columns["who"].cell(ids[name])

    page.list.head.search.setText("yut")
    assert (who("周雨桐").text, who("周雨桐").hit) == ("周雨桐", (1, 3))
    page.list.head.search.setText("7715")
    assert (who("周雨桐").second, who("周雨桐").second_hit) == ("爸爸 139 0046 7715", (12, 16))
    page.list.head.search.setText("467715")
    assert who("周雨桐").second_hit == (9, 16)
    page.list.head.search.setText("0041")
    assert who("罗子轩").second == "身份证 …0041" and who("罗子轩").second_hit == (5, 9)
    page.list.head.search.setText("石翠")
    assert who("麻金凤").second == "外婆 石翠英" and who("麻金凤").second_hit == (3, 5)
    page.list.head.search.setText("青石坪")
    assert who("罗子轩").second == "三（1）班，青石坪村" and who("罗子轩").second_hit == (6, 9)


def test_a_masked_phone_is_not_given_away_by_the_search(page: RosterPage, store: FileStore, ids: dict[str, int]) -> None:
    store.role = "班主任"
    page.list.head.search.setText("7715")
    assert page.listing.columns["who"].cell(ids["周雨桐"]).second == "爸爸 139****7715"


def test_the_window_s_keys_work_from_the_search_box(qtbot: QtBot, page: RosterPage, window: Window) -> None:
    asked: list[str] = []
    page.goes.disconnect()
    page.goes.connect(lambda key, _want: asked.append(key))
    box = page.list.head.search
    qtbot.keyClicks(box, "zyt")
    qtbot.keyClick(box, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["print", "import"]
    box.setSelection(0, 3)
    qtbot.keyClick(box, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "zyt"
    qtbot.keyClick(box, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() != "zyt", "what was typed is taken back first"


def test_undo_works_from_a_search_box_in_which_nothing_was_typed(
    qtbot: QtBot, page: RosterPage, window: Window, ids: dict[str, int]
) -> None:
    page.deeds.set_fact(ids["周雨桐"], "seat_number", "7")
    box = page.list.head.search
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.snapshot.children[ids["周雨桐"]].seat_number == ""


def test_one_or_two_digits_say_that_more_are_needed(page: RosterPage) -> None:
    page.list.head.search.setText("13")
    assert page.list.grid._empty == "号码至少要输 3 位"


def test_a_search_is_ranked_even_where_the_list_is_sorted(page: RosterPage) -> None:
    page.list.grid.head.order_by("class", down=True)
    page.list.head.search.setText("x")
    assert names(page) == ["解志强", "冉雪梅", "罗子轩"], "the start of the initials, then inside, by class"
    page.list.head.search.clear()
    assert names(page)[:3] == ["麻金凤", "冉雪梅", "解志强"]


def test_the_panel_follows_the_first_hit_after_a_pause(qtbot: QtBot, page: RosterPage, ids: dict[str, int]) -> None:
    box = page.list.head.search
    box.setFocus()
    qtbot.keyClicks(box, "xzq")
    qtbot.waitUntil(lambda: page.side.name.accessibleName() == "解志强", timeout=2000)


# the list beside a dossier


def test_page_keys_in_the_switcher_go_to_the_next_child(qtbot: QtBot, page: RosterPage, ids: dict[str, int]) -> None:
    page.list.grid.head.order_by("class", down=True)
    page.open_child(ids["麻金凤"])
    grid = page.dossier.switcher.grid
    grid.setFocus()
    qtbot.keyClick(grid, Key.Key_PageDown)
    assert page.dossier.child_id == ids["冉雪梅"], "the order of the list as it was sorted"
    qtbot.keyClick(grid, Key.Key_PageDown)
    qtbot.keyClick(grid, Key.Key_PageUp)
    assert page.dossier.child_id == ids["冉雪梅"]
    qtbot.keyClicks(grid, "l")
    assert not page.in_dossier() and page.list.head.search.hasFocus() and names(page) == ["罗子轩"]


# sideways


def test_the_name_stays_in_sight_when_the_list_is_scrolled_sideways(qtbot: QtBot, page: RosterPage) -> None:
    grid, frozen = page.list.grid, page.list.frozen
    assert not frozen.isVisible()
    for key in ("class", "id_number", "address", "父亲.phone", "母亲.phone", "birth"):
        grid.head.show_column(key, True)
    grid.setFocus()
    qtbot.waitUntil(lambda: grid.horizontalScrollBar().maximum() > 600)
    for _ in range(20):
        qtbot.keyClick(grid, Key.Key_Right)
    bar = grid.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0 and frozen.isVisible()
    title = frozen._title
    title.grab()
    qtbot.mouseClick(title, LEFT, pos=QPoint(20, 10))
    assert grid.head.order() == ("who", False)
    qtbot.mouseClick(title, LEFT, pos=QPoint(title.width() - 14, 10))
    assert page.list.filters.funnel.title.text() == "孩子"
    press(Key.Key_Escape)
    before = grid.current()
    qtbot.keyClick(grid, Key.Key_Down)
    assert grid.current() != before and bar.value() == bar.maximum(), "going down does not scroll back"
    image = frozen.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert {tokens.colour("accentT").name(), tokens.colour("grid").name()} <= colours
    for _ in range(30):
        qtbot.keyClick(grid, Key.Key_Left)
    assert bar.value() == 0 and not frozen.isVisible()


# saves


def test_a_child_that_leaves_the_list_by_a_save_makes_room_for_the_next(
    page: RosterPage, ids: dict[str, int], window: Window
) -> None:
    page.list.grid.set_current(ids["周雨桐"])
    page.deeds.transfer_out(ids["周雨桐"], page._session.today, "县城", "转出")
    assert names(page) == ["罗子轩", "麻金凤", "冉雪梅", "解志强"]
    assert page.list.grid.current() == ids["麻金凤"]
    assert page.side.name.accessibleName() == "麻金凤"
    window.session.undo()
    assert page.list.grid.current() == ids["周雨桐"], "undo leads to what came back"


def test_filters_and_their_counts_live_on_through_a_save(page: RosterPage, ids: dict[str, int], window: Window) -> None:
    page.list.grid.head.show_column("ethnicity", True)
    open_funnel(page, "ethnicity")
    press(Key.Key_Return)
    assert chips(page) == []
    page.list.filters.choose(page.listing.choice.keeping("ethnicity", ["苗族"]))
    assert names(page) == []
    page.deeds.set_fact(ids["周雨桐"], "ethnicity", "苗族")
    assert names(page) == ["周雨桐"] and page.list.segments.button("left_behind").count == 1
    window.session.undo()
    assert names(page) == []


def test_flyouts_fit_into_the_smallest_window(ids: dict[str, int], open_window: Open) -> None:
    page = open_window(911, 465).page
    assert isinstance(page, RosterPage)
    for opens, flyout in (
        (lambda: open_funnel(page, "card"), page.list.filters.funnel),
        (page.list.filters.choose_columns, page.list.filters.chooser),
        (page.list.filters.ready.click, page.list.filters.saved),
    ):
        opens()
        assert page.list.rect().contains(flyout.geometry()), flyout.accessibleName()
        assert flyout.height() > tokens.px(200)
        press(Key.Key_Escape)


@pytest.mark.parametrize(("width", "height", "scale"), [(911, 465, 1.0), (1366, 697, 1.5), (911, 465, 1.25)])
def test_every_choice_of_the_line_can_be_read_at_every_text_size(
    qapp: QApplication, ids: dict[str, int], open_window: Open, width: int, height: int, scale: float
) -> None:
    try:
        style.apply(qapp, scale=scale)
        page = open_window(width, height).page
        assert isinstance(page, RosterPage)
        page.list.choose_segment("check")
        page.list.choose_class("四（1）班")
        qapp.processEvents()
        line = page.list.filters
        parts: list[QWidget] = [line.confirm, line.ready, line.classes, line.columns, *line.chips.buttons.values()]
        parts += [line.segments.button(key) for key in ("left_behind", "all", "missing", "check", "card")]
        for part in parts:
            assert part.isVisible() and part.width() >= part.minimumSizeHint().width(), part.accessibleName()
            assert page.list.rect().contains(QRect(part.mapTo(page.list, QPoint()), part.size())), part.accessibleName()
    finally:
        style.apply(qapp, scale=1.0)


def test_the_page_left_behind_takes_its_flyout_along(page: RosterPage, ids: dict[str, int]) -> None:
    open_funnel(page, "carer")
    page.open_child(ids["周雨桐"])
    page.close_child()
    assert page.list.filters.funnel.isHidden()
