"""The staff of a new school: pasted from Excel or typed cell by cell, class teachers along with it, taken back at once."""

import resource
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.journeys.clerk import Clerk, focused
from tests.journeys.test_half_typed import LINE, power_cut
from ui.pieces.editors import LineEdit
from ui.settings.page import SettingsPage
from ui.settings.staff_grid import StaffGrid

K = Qt.Key
BLOCK = "班级\t班主任\t联系电话\n三（1）班\t李秀兰\t13900467715\n三2班\t石建军\t0743-0036128\n\t龙大山\t\n"


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Path:
    """A new school without anybody, opened on its staff."""
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.press("设置")
    page = clerk.window.page
    assert isinstance(page, SettingsPage)
    page.arrive("staff")
    return folder


def staff(clerk: Clerk) -> StaffGrid:
    page = clerk.window.page
    assert isinstance(page, SettingsPage)
    return page.section("staff").staff  # type: ignore[attr-defined, no-any-return]


def into_the_grid(clerk: Clerk) -> None:
    """Tab from the list of sections into the grid."""
    clerk.key(K.Key_Tab)
    while focused() is not staff(clerk).grid:
        clerk.key(K.Key_Tab)


def names(clerk: Clerk) -> list[str]:
    return [one.name for one in clerk.window.session.snapshot.staff]


def test_a_list_of_the_office_is_pasted_and_taken_back(clerk: Clerk, school: Path) -> None:
    into_the_grid(clerk)
    QGuiApplication.clipboard().setText(BLOCK)
    clerk.control(K.Key_V)
    clerk.look("staff-pasted")
    assert clerk.reads("新开的班：三（1）班、三（2）班")
    assert clerk.reads("记下：添 3 人")
    assert names(clerk) == [], "nothing is written before it is asked for"
    clerk.control(K.Key_Return)
    assert names(clerk) == ["李秀兰", "石建军", "龙大山"]
    assert clerk.reads("记下了，Ctrl+Z 撤回")
    assert clerk.seen(type(staff(clerk)))
    clerk.control(K.Key_Z)
    assert names(clerk) == [] and clerk.window.session.snapshot.classes == ()


def test_typed_cell_by_cell_with_tab_and_a_wrong_cell_holds_it_back(clerk: Clerk, school: Path) -> None:
    into_the_grid(clerk)
    for text in ("李秀兰", "13900467715", "语文", "3.1", "女", "大坪村", "石建军", "问他"):
        clerk.write(text)
        clerk.key(K.Key_Tab)
    clerk.control(K.Key_Return)
    clerk.look("staff-wrong")
    assert staff(clerk).grid.here() == (-2, "phone")
    assert clerk.reads("写一个手机号或带区号的座机") and clerk.reads("先改 1 格")
    clerk.write("07430036128")
    clerk.control(K.Key_Return)
    assert [(one.name, one.phone) for one in clerk.window.session.snapshot.staff] == [
        ("李秀兰", "13900467715"), ("石建军", "07430036128")]  # fmt: skip
    (made,) = clerk.window.session.snapshot.classes
    assert (made.entry_year, made.number, made.teachers[0].staff_id) == (2024, 1, 1)


def test_half_typed_when_the_power_goes(clerk: Clerk, school: Path) -> None:
    clerk.leaves()
    power_cut(school, "staff")
    clerk.starts(school)
    clerk.logs_in()
    clerk.look("cut-staff")
    assert clerk.reads(LINE)
    assert staff(clerk).sheet.text(-1, "name") == "李秀兰"
    editor = focused()
    assert isinstance(editor, LineEdit) and editor.text() == "139004"
    clerk.write("67715")
    clerk.control(K.Key_Return)
    assert names(clerk) == ["李秀兰"]


def test_a_full_disk_keeps_what_was_typed(clerk: Clerk, school: Path) -> None:
    into_the_grid(clerk)
    clerk.write("李秀兰")
    clerk.key(K.Key_Tab)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        clerk.control(K.Key_Return)
        assert clerk.reads("什么也没有改")
        assert staff(clerk).sheet.text(-1, "name") == "李秀兰"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    clerk.control(K.Key_Return)
    assert names(clerk) == ["李秀兰"]


@pytest.mark.parametrize("size", [(911, 465), (1366, 697)])
def test_grid_and_button_are_seen_together(clerk: Clerk, folder: Path, size: tuple[int, int]) -> None:
    clerk.size = size
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.press("设置")
    clerk.window.page.arrive("staff")
    into_the_grid(clerk)
    QGuiApplication.clipboard().setText("\n".join(f"老师{number:02d}\t139004677{number:02d}" for number in range(30)))
    clerk.control(K.Key_V)
    assert clerk.button("记下：添 30 人").isVisible()
    clerk.key(K.Key_End, Qt.KeyboardModifier.ControlModifier)
    grid = staff(clerk).grid
    clerk.until(lambda: grid.viewport().rect().contains(grid.visualRect(grid.currentIndex())))
    clerk.look(f"staff-{size[0]}")
