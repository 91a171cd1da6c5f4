"""The records of the staff: leave from day to day, the counsellor, who left and came back, the leading group on paper."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.edits import add_staff
from app.school import Staff
from tests.journeys.clerk import Clerk, focused
from tests.journeys.test_half_typed import LINE, power_cut
from ui.paper.print_page import PrintPage
from ui.pieces.check_box import CheckBox
from ui.pieces.revealing import area_around
from ui.settings.page import SettingsPage
from ui.settings.staff import StaffSection

K = Qt.Key


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Path:
    """Two teachers; the settings are open on the staff, the cursor on the first."""
    clerk.starts(folder)
    clerk.opens_new_school()
    for name in ("李秀兰", "石建军"):
        clerk.window.session.apply("添加", add_staff(name))
    clerk.press("设置")
    opens(clerk, "staff")
    section(clerk).staff.grid.edit_cell(1, "name")
    return folder


def opens(clerk: Clerk, key: str) -> None:
    page = clerk.window.page
    assert isinstance(page, SettingsPage)
    page.arrive(key)


def section(clerk: Clerk) -> StaffSection:
    page = clerk.window.page
    assert isinstance(page, SettingsPage)
    found = page.section("staff")
    assert isinstance(found, StaffSection)
    return found


def staff(clerk: Clerk, number: int = 1) -> Staff:
    return next(one for one in clerk.window.session.snapshot.staff if one.id == number)


def asks_leave(clerk: Clerk) -> None:
    clerk.press("李秀兰请假")
    clerk.until(lambda: clerk.reads("记下请假"))


def scrolls_to(clerk: Clerk, card: QWidget) -> None:
    area = area_around(card)
    assert area is not None
    clerk.until(card.isVisible)
    area.verticalScrollBar().setValue(0)
    clerk.until(lambda: area.ensureWidgetVisible(card) or bool(clerk.seen(type(card))))  # type: ignore[func-returns-value]


def leaves(clerk: Clerk) -> list[tuple[date, date | None, str]]:
    return [(one.from_day, one.until_day, one.why) for one in clerk.window.session.snapshot.leaves]


def tabs_to(clerk: Clerk, name: str) -> None:
    for _ in range(40):
        if focused().accessibleName() == name:
            return
        clerk.key(K.Key_Tab)
    raise AssertionError(f"{name} is not reached")


def in_the_list(clerk: Clerk, number: int) -> str:
    return section(clerk).staff.grid.values(number).get("now", "")


def test_a_leave_is_entered_by_keys_seen_in_the_list_and_taken_back(clerk: Clerk, school: Path) -> None:
    asks_leave(clerk)
    assert focused() is clerk.field("从哪天起")
    clerk.fill("从哪天起", "2026-11-10")
    clerk.key(K.Key_Tab)
    clerk.fill("哪天回来上班（不知道就空着）", "2026.12.1")
    clerk.fill("为什么", "病假")
    clerk.look("staff-leave")
    tabs_to(clerk, "记下请假")
    clerk.key(K.Key_Return)
    assert leaves(clerk) == [(date(2026, 11, 10), date(2026, 12, 1), "病假")]
    clerk.waits("病假，2026年11月10日起，2026年12月1日回来")
    assert (in_the_list(clerk, 1), in_the_list(clerk, 2)) == ("请假", "")
    assert clerk.window.session.store.last_action().label == "李秀兰老师请假"  # type: ignore[union-attr]
    clerk.control(K.Key_Z)
    assert leaves(clerk) == [] and in_the_list(clerk, 1) == ""


def test_days_that_cannot_be_are_said_and_nothing_is_written(clerk: Clerk, school: Path) -> None:
    asks_leave(clerk)
    clerk.fill("哪天回来上班（不知道就空着）", "2026-11-24")
    clerk.press("记下请假")
    assert clerk.reads("要在 2026-11-24 之后") and leaves(clerk) == []
    clerk.fill("哪天回来上班（不知道就空着）", "2026-12-24")
    clerk.press("记下请假")
    asks_leave(clerk)
    clerk.fill("从哪天起", "2026-12-20")
    clerk.press("记下请假")
    assert clerk.reads("这些天已经请了假：请假，2026年11月24日起，2026年12月24日回来")
    assert len(leaves(clerk)) == 1


def test_back_earlier_corrected_and_deleted(clerk: Clerk, school: Path) -> None:
    asks_leave(clerk)
    clerk.fill("从哪天起", "2026-11-2")
    clerk.press("记下请假")
    clerk.waits("李秀兰今天回来上班")
    clerk.press("李秀兰今天回来上班")
    assert leaves(clerk) == [(date(2026, 11, 2), date(2026, 11, 24), "")]
    assert in_the_list(clerk, 1) == ""
    clerk.waits("改请假：请假，2026年11月2日起，2026年11月24日回来")
    clerk.press("改请假：请假，2026年11月2日起，2026年11月24日回来")
    clerk.waits("改好请假")
    clerk.fill("从哪天起", "2026-11-3")
    clerk.press("改好请假")
    assert leaves(clerk)[0][0] == date(2026, 11, 3)
    clerk.waits("删除请假：请假，2026年11月3日起，2026年11月24日回来")
    clerk.press("删除请假：请假，2026年11月3日起，2026年11月24日回来")
    assert leaves(clerk) == []


def test_esc_puts_the_form_away_first(clerk: Clerk, school: Path) -> None:
    asks_leave(clerk)
    clerk.key(K.Key_Escape)
    assert not clerk.reads("记下请假") and isinstance(clerk.window.page, SettingsPage)


def test_half_typed_when_the_power_goes(clerk: Clerk, school: Path) -> None:
    clerk.leaves()
    power_cut(school, "leave")
    clerk.starts(school)
    clerk.logs_in()
    assert clerk.reads(LINE)
    assert section(clerk).member.name.text() == "石建军"
    assert focused().accessibleName() == "为什么"
    clerk.waits("记下请假")
    assert (clerk.field("为什么").text(), clerk.field("从哪天起").text()) == ("胃", "2026-11-20")
    clerk.fill("为什么", "胃病")
    clerk.press("记下请假")
    assert leaves(clerk) == [(date(2026, 11, 20), None, "胃病")]


def test_the_counsellor_is_chosen_at_a_press(clerk: Clerk, school: Path) -> None:
    box = next(one for one in clerk.seen(CheckBox) if one.accessibleName() == "李秀兰是心理老师，能看保密的记录")
    clerk.click(box)
    assert staff(clerk).counsellor and not staff(clerk, 2).counsellor
    assert clerk.window.session.store.last_action().label == "李秀兰老师担任心理老师"  # type: ignore[union-attr]
    clerk.control(K.Key_Z)
    assert not staff(clerk).counsellor and not box.isChecked()


def test_who_left_can_come_back(clerk: Clerk, school: Path) -> None:
    clerk.press("李秀兰离校")
    assert staff(clerk).left_on == date(2026, 11, 24)
    scrolls_to(clerk, section(clerk).left)
    clerk.waits("李秀兰，2026年11月24日离校")
    clerk.press("李秀兰回校")
    assert staff(clerk).left_on is None and not clerk.reads("离校的老师")


def test_the_leading_group_is_typed_and_printed(clerk: Clerk, school: Path) -> None:
    opens(clerk, "group")
    clerk.key(K.Key_Tab)
    while focused().accessibleName() != "领导小组":
        clerk.key(K.Key_Tab)
    page = clerk.window.page
    assert isinstance(page, SettingsPage)
    page.section("group").group.grid.edit_cell(2, "group_role")  # type: ignore[attr-defined]
    clerk.write("组长")
    clerk.key(K.Key_Tab)
    clerk.write("全面负责，每月听一次汇报")
    clerk.control(K.Key_Return)
    assert (staff(clerk, 2).group_role, staff(clerk, 2).group_duty) == ("组长", "全面负责，每月听一次汇报")
    clerk.look("leading-group")
    clerk.press("打印名单及职责")
    page = clerk.window.page
    assert isinstance(page, PrintPage)
    assert page.heading.text() == "打印领导小组名单及职责：1 人，1 张纸"
