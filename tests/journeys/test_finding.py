"""A clerk looks for children: types in the list, filters as in Excel, keeps the filter and her columns over lock and restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.clerk import Clerk, focused

SAMPLES = Path(__file__).parent.parent / "samples"
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def registered(clerk: Clerk, folder: Path) -> Clerk:
    """The school with its register, the roster on screen."""
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "register.xlsx")
    return clerk


def listed(clerk: Clerk) -> list[str]:
    """The names in the list from top to bottom."""
    page = clerk.roster
    return [page.listing.row(key).name for key in page.list.grid.rows()]


def columns(clerk: Clerk) -> list[str]:
    """The titles of the columns on screen."""
    return [column.title for column in clerk.roster.list.grid.shown_columns()]


def chips(clerk: Clerk) -> list[str]:
    """The filters that hold, as the chips say."""
    return [button.chip.text for button in clerk.roster.list.filters.chips.buttons.values()]


def menu(clerk: Clerk) -> QMenu:
    """The menu that is open."""
    clerk.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def picks(clerk: Clerk, words: str) -> None:
    """Choose in the open menu by the keyboard."""
    shown = menu(clerk)
    place = [action.text() for action in shown.actions() if not action.isSeparator()].index(words)
    for _ in range(place + 1):
        QTest.keyClick(shown, Key.Key_Down)
    QTest.keyClick(shown, Key.Key_Return)


def test_from_a_letter_in_the_list_to_the_right_child_without_the_mouse(registered: Clerk) -> None:
    clerk = registered
    page = clerk.roster
    row = page.listing.row(page.list.grid.rows()[3])
    for letter in row.initials:
        clerk.key(Key(ord(letter.upper())))
    assert focused() is page.list.head.search and listed(clerk)[0] == row.name
    clerk.look("finding-typed")
    clerk.key(Key.Key_Return)
    assert page.in_dossier() and page.dossier.child_id == row.child_id
    clerk.key(Key.Key_Escape)
    assert page.list.grid.current() == row.child_id
    clerk.control(Key.Key_F)
    clerk.key(Key.Key_Escape)
    assert len(listed(clerk)) == page.list.segments.button("left_behind").count


def test_a_filter_made_by_keys_is_kept_under_a_name_over_lock_and_restart(registered: Clerk, folder: Path) -> None:
    clerk = registered
    page = clerk.roster
    page.list.grid.setFocus()
    clerk.key(Key.Key_Down, ALT)
    picks(clerk, "筛选和排序：谁带…")
    clerk.look("finding-funnel")
    first = page.list.filters.funnel.list._ticks[0]
    clerk.press("全不选")
    page.list.filters.funnel.list.grid.setFocus()
    clerk.key(Key.Key_Home)
    clerk.key(Key.Key_Space)
    clerk.key(Key.Key_Return)
    assert chips(clerk) == [f"谁带：{first.text}"] and len(listed(clerk)) == first.count
    clerk.press("存下这个筛选…")
    focused().clear()  # type: ignore[attr-defined]
    clerk.write("老人带的")
    clerk.look("finding-name")
    clerk.key(Key.Key_Return)
    clerk.key(Key.Key_Escape)
    found = listed(clerk)
    clerk.control(Key.Key_L)
    clerk.logs_in()
    assert listed(clerk) == found and chips(clerk) == [f"谁带：{first.text}"]
    clerk.leaves()
    clerk.starts(folder)
    clerk.logs_in()
    assert chips(clerk) == []
    clerk.press("筛选")
    saved = clerk.roster.list.filters.saved
    assert saved._name(saved.grid.rows()[-1]) == "老人带的" and saved._count(saved.grid.rows()[-1]) == str(first.count)
    clerk.look("finding-saved")
    clerk.key(Key.Key_End)
    clerk.key(Key.Key_Return)
    assert listed(clerk) == found


def test_columns_stay_as_she_arranged_them_over_lock_and_restart(registered: Clerk, folder: Path) -> None:
    clerk = registered
    clerk.press("列")
    for words in ("shenfenzhenghao", "csrq"):
        box = clerk.roster.list.filters.chooser.list.box
        clerk.click(box)
        box.selectAll()
        clerk.write(words)
        clerk.key(Key.Key_Down)
        clerk.key(Key.Key_Space)
    clerk.look("finding-columns")
    clerk.press("好了")
    head = clerk.roster.list.grid.head
    rect = head.section_rect("birth")
    bar = clerk.roster.list.grid.horizontalScrollBar()
    bar.setValue(bar.maximum())
    rect = head.section_rect("birth")
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 20, 10))
    assert head.order() == ("birth", False)
    youngest_last, shown = listed(clerk), columns(clerk)
    assert shown[-2:] == ["身份证号", "出生日期"]
    births = [row.birth for row in map(clerk.roster.listing.row, clerk.roster.list.grid.rows()) if row.birth]
    assert births == sorted(births)
    clerk.control(Key.Key_L)
    clerk.logs_in()
    assert columns(clerk) == shown and listed(clerk) == youngest_last
    clerk.leaves()
    clerk.starts(folder)
    clerk.logs_in()
    assert columns(clerk) == shown and listed(clerk) == youngest_last
    clerk.press("列")
    clerk.press("恢复默认")
    clerk.key(Key.Key_Escape)
    assert columns(clerk) == ["孩子", "父母", "谁带", "五个清楚", "联系卡"]


def test_a_child_hidden_by_filters_is_found_by_one_key(registered: Clerk) -> None:
    clerk = registered
    page = clerk.roster
    others = [row for row in page.listing.rows.values() if not row.left_behind]
    wanted = others[0]
    page.list.choose_class(next(row.class_name for row in page.listing.rows.values() if row.class_name != wanted.class_name))
    clerk.control(Key.Key_F)
    clerk.write(wanted.name)
    assert listed(clerk) == []
    assert page.list.grid._empty == f"“{wanted.name}”不在“留守儿童”和“班级：{page.listing.class_name}”里"
    clerk.look("finding-nothing")
    clerk.key(Key.Key_Return)
    assert wanted.name in listed(clerk) and chips(clerk) == [f"搜“{wanted.name}”"]
    clerk.press("清除")
    assert chips(clerk) == [] and page.listing.segment == "all"


def test_a_save_from_a_filtered_list_goes_on_with_the_next_child(registered: Clerk) -> None:
    clerk = registered
    page = clerk.roster
    page.list.choose_segment("check")
    page.list.grid.setFocus()
    before = listed(clerk)
    confirmable = [row for row in map(page.listing.row, page.list.grid.rows()) if row.to_confirm and not row.disagrees]
    clerk.key(Key.Key_Home)
    at = page.list.grid.rows().index(confirmable[0].child_id)
    for _ in range(at):
        clerk.key(Key.Key_Down)
    clerk.control(Key.Key_Return)
    after = listed(clerk)
    if confirmable[0].name in after:
        assert page.list.grid.current() == confirmable[0].child_id
    else:
        assert page.listing.row(page.list.grid.current()).name == before[at + 1 if at + 1 < len(before) else at - 1]
    clerk.control(Key.Key_Z)
    assert listed(clerk) == before
