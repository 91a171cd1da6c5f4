"""The calendar under real keys and clicks on a real file: days turned, named, taken back; terms' dates; the sheet."""

import re
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.edits.calendar import set_days
from app.schooldays import SchoolDays
from db.store import FileStore
from tests.ui.calendar.conftest import TODAY, Open
from ui.calendar.page import CalendarPage
from ui.paper.output import pdf_bytes
from ui.paper.print_page import PrintPage
from ui.paper.term_calendar import CalendarJob, calendar_paper
from ui.settings.page import SettingsPage
from ui.window import Window

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def key(key: Qt.Key, with_: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(focused(), key, with_)


def at(page: CalendarPage, day: date) -> QPoint:
    table = page.year.table()
    index = table.weeks.index(*table.weeks.place(day))
    table.scrollTo(index)
    return table.visualRect(index).center()


def click(page: CalendarPage, day: date, with_: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(page.year.table().viewport(), LEFT, with_, at(page, day))


def is_school_day(page: CalendarPage, day: date) -> bool:
    return SchoolDays(page.session.snapshot.calendar).is_school_day(day)


def last_label(page: CalendarPage) -> str:
    last = page.session.store.last_action()
    assert last is not None
    return last.label


def test_it_opens_on_today_and_says_what_the_day_is(page: CalendarPage) -> None:
    assert page.head.heading.text() == "2026—2027学年校历"
    assert page.year.days() == [TODAY] and page.year.table().hasFocus()
    assert page.panel.day.text() == "11月24日 周二" and page.panel.state.text() == "上课"
    assert page.panel.extent.text() == "20 周，94 个上课日"
    assert page.year.titles[1].text() == "第一学期（未核对）　20 周，94 个上课日"
    assert page.panel.notice.isVisible() and "2027年的放假通知还没有" in page.panel.notice.text.text()
    model = page.year.tables[1].weeks
    assert model.index(5, 5).data(Qt.ItemDataRole.AccessibleTextRole) == "第 6 周，10月10日 周六，补课"
    assert model.index(4, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "第 5 周，10月1日 周四，放假（国庆节）"
    assert model.index(12, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "第 13 周，11月24日 周二，上课，选中"


def test_one_key_turns_a_day_and_ctrl_z_turns_it_back(window: Window, page: CalendarPage) -> None:
    key(K.Key_Space)
    assert not is_school_day(page, TODAY)
    assert page.panel.state.text() == "放假，学校自己定的"
    assert page.year.titles[1].text().endswith("20 周，93 个上课日")
    assert window.foot.said() == "记下了：20 周，93 个上课日（少 1 天），Ctrl+Z 撤回"
    assert last_label(page) == "11月24日放假"
    window.undo.undo.trigger()
    assert is_school_day(page, TODAY) and page.session.snapshot.calendar == ()
    assert page.year.days() == [TODAY]
    key(K.Key_Space)
    key(K.Key_Space)
    assert page.session.snapshot.calendar == (), "turned twice it is as it was, without an entry"


def test_a_range_by_keys_becomes_a_holiday_with_a_name(page: CalendarPage) -> None:
    for _step in range(3):
        key(K.Key_Right, SHIFT)
    assert page.panel.day.text() == "11月24日—27日，4 天"
    key(K.Key_Space)
    key(K.Key_Return)
    assert focused() is page.panel.name.editor
    QTest.keyClicks(focused(), "snow")
    key(K.Key_Tab)
    entries = page.session.snapshot.calendar
    assert [(entry.day.day, entry.kind, entry.name) for entry in entries] == [
        (24, "off", "snow"), (25, "off", "snow"), (26, "off", "snow"), (27, "off", "snow")]  # fmt: skip
    table = page.year.table()
    assert table.weeks.index(12, 7).data() == "snow 24—27"
    table.setFocus()
    key(K.Key_Delete)
    assert page.session.snapshot.calendar == () and last_label(page) == "11月24日—27日照公历"


def test_a_holiday_week_leaves_no_window(page: CalendarPage) -> None:
    click(page, date(2026, 11, 30))
    click(page, date(2026, 12, 4), SHIFT)
    QTest.mouseClick(page.panel.kind.button("off"), LEFT)
    assert page.panel.extent.text() == "19 周，89 个上课日"
    due = page.session.due()
    assert due is not None
    weeks = due.duties.owed("talk", next(one.subject for one in due.standings if one.rule.key == "talk"))
    assert not [one for one in weeks if one.window.from_day == date(2026, 11, 30)]


def test_the_pointer_drags_over_a_range(page: CalendarPage) -> None:
    port = page.year.table().viewport()
    QTest.mousePress(port, LEFT, PLAIN, at(page, date(2026, 12, 16)))
    QTest.mouseMove(port, at(page, date(2026, 12, 17)))
    QTest.mouseMove(port, at(page, date(2026, 12, 22)))
    QTest.mouseRelease(port, LEFT, PLAIN, at(page, date(2026, 12, 22)))
    days = page.year.days()
    assert (days[0], days[-1], len(days)) in ((date(2026, 12, 16), date(2026, 12, 22), 7), (date(2026, 12, 16),) * 2 + (1,))
    if len(days) == 1:  # the offscreen platform hands no drag on; Shift and a click do the same
        click(page, date(2026, 12, 22), SHIFT)
    assert len(page.year.days()) == 7
    assert page.panel.state.text() == "5 天上课，2 天不上"


def test_a_weekend_is_made_up(page: CalendarPage) -> None:
    click(page, date(2026, 12, 5))
    assert page.panel.state.text() == "周末"
    key(K.Key_Space)
    assert is_school_day(page, date(2026, 12, 5)) and page.panel.state.text() == "补课，学校自己定的"
    assert page.panel.usual.isVisible()
    QTest.mouseClick(page.panel.usual, LEFT)
    assert not is_school_day(page, date(2026, 12, 5)) and not page.panel.usual.isVisible()


def test_keys_walk_the_weeks(page: CalendarPage) -> None:
    for pressed, day in ((K.Key_Down, date(2026, 12, 1)), (K.Key_Up, TODAY), (K.Key_Left, date(2026, 11, 23)),
                         (K.Key_Left, date(2026, 11, 22)), (K.Key_PageDown, date(2026, 12, 20)),
                         (K.Key_End, None), (K.Key_Home, None)):  # fmt: skip
        key(pressed)
        if day is not None:
            assert page.year.days() == [day]
    assert page.year.table().day() == date(2026, 8, 31) and page.year.days() == [], "before the term nothing is taken"
    key(K.Key_Space)
    assert page.session.snapshot.calendar == ()
    key(K.Key_Right)
    assert page.year.days() == [date(2026, 9, 1)]


def test_a_festival_tells_that_parents_come_home(page: CalendarPage) -> None:
    click(page, date(2026, 9, 25))
    assert page.panel.festival.text() == "9月25日中秋节，父母多半回家：家长会、家访可以安排在前后。"
    click(page, date(2026, 9, 24))
    assert not page.panel.festival.isVisible()


def test_the_other_term_and_the_other_year(page: CalendarPage) -> None:
    table = page.year.tables[2]
    QTest.mouseClick(table.viewport(), LEFT, PLAIN, table.visualRect(table.weeks.index(2, 2)).center())
    assert page.year.half == 2 and page.panel.term.text() == "2026—2027学年第二学期（未核对）"
    assert page.year.tables[1].days() == [], "only one term has something selected"
    assert page.session.snapshot.terms[-1].code == "2026-1"
    key(K.Key_Space)
    assert page.session.snapshot.calendar[0].kind == "off"
    QTest.mouseClick(page.year.steps[2], LEFT)
    assert page.head.heading.text() == "2027—2028学年校历"
    QTest.mouseClick(page.year.steps[1], LEFT)
    assert page.head.heading.text() == "2026—2027学年校历"


def fill(page: CalendarPage, field: str, text: str) -> None:
    editor = page.panel.fields[field].editor
    editor.setFocus()
    QTest.keyClick(editor, K.Key_A, CONTROL)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, K.Key_Tab)


def test_the_dates_of_the_term_are_edited_and_checked(window: Window, page: CalendarPage) -> None:
    fill(page, "second_from", "10.26")
    term = page.session.snapshot.terms[0]
    assert (term.second_from, term.third_from) == (date(2026, 10, 26), date(2026, 12, 7)) and not term.checked
    fill(page, "until_day", "2027-1-22")
    assert page.session.snapshot.terms[0].checked and page.panel.checked.isChecked()
    assert page.panel.extent.text() == "21 周，99 个上课日"
    assert page.head.sentence.words() == "第二学期的日期是推的，照县里的校历核对一下。"
    fill(page, "third_from", "2026-9-2")
    assert page.panel.fields["third_from"].error() == "开学、期中、期末、放假要一个比一个晚"
    assert page.session.snapshot.terms[0].third_from == date(2026, 12, 7)
    page.panel.fields["third_from"].revert()
    QTest.mouseClick(page.panel.checked, LEFT)
    assert not page.session.snapshot.terms[0].checked
    assert last_label(page) == "核对2026—2027学年第一学期日期"


def test_what_is_half_typed_survives(open_window: Open, page: CalendarPage) -> None:
    click(page, date(2026, 12, 9))
    key(K.Key_Return)
    QTest.keyClicks(focused(), "sports")
    page.session.drafts.flush()
    page.panel.name.editor.blockSignals(True)  # the power is gone: nothing is saved any more
    again = open_window()
    assert again.session.drafts.page() == "calendar"
    again.go("calendar")
    found = again.page
    assert isinstance(found, CalendarPage) and found.resume()
    assert found.year.days() == [date(2026, 12, 9)] and found.panel.name.typed() == "sports"
    found.panel.name.commit()
    assert found.session.snapshot.calendar[0].name == "sports"


def test_reached_from_the_settings_and_by_ctrl_k(open_window: Open) -> None:
    window = open_window()
    window.go("settings", "terms")
    settings = window.page
    assert isinstance(settings, SettingsPage)
    QTest.mouseClick(settings.section("terms").calendar, LEFT)  # type: ignore[attr-defined]
    assert window.key == "calendar"
    window.go("roster")
    QTest.keyClick(window, K.Key_K, CONTROL)
    QTest.keyClicks(window.go_to.edit, "xiaoli")
    key(K.Key_Return)
    assert window.key == "calendar"


def test_a_small_window_shows_one_term_at_a_time(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(911, 465)
    window.go("calendar")
    page = window.page
    assert isinstance(page, CalendarPage)
    assert (window.width(), window.height()) == (911, 465)
    assert page.year.tables[1].isVisible() and not page.year.tables[2].isVisible()
    QTest.mouseClick(page.year.halves.button("2"), LEFT)
    assert page.year.tables[2].isVisible() and not page.year.tables[1].isVisible()
    assert page.year.table().hasFocus() and page.year.days() == [date(2027, 2, 22)]
    assert page.year.table().viewport().height() > 6 * page.year.table().rowHeight(0)


def test_the_sheet_is_one_page_and_names_no_child(window: Window, page: CalendarPage, store: FileStore) -> None:
    click(page, date(2026, 12, 9))
    key(K.Key_Space)
    key(K.Key_P, CONTROL)
    printing = window.page
    assert isinstance(printing, PrintPage)
    assert printing.heading.text() == "打印2026—2027学年第一学期校历：20 周，1 张纸"
    assert printing.panel.counts.text() == "20 周，一张 A4，上面没有孩子的名字，可以上墙。日期在“校历”里改。"
    warnings: list[str] = []
    snapshot = store.snapshot()
    content = pdf_bytes(calendar_paper(CalendarJob((), snapshot, TODAY, "2026-1")), warnings)
    assert warnings == []
    assert len(re.findall(rb"/Type\s*/Page[^s]", content)) == 1
    window.back()
    assert window.page is page and page.year.days() == [date(2026, 12, 9)]


@pytest.mark.parametrize("code", ["2026-1", "2026-2", "2030-1"])
def test_every_term_fits_its_sheet(store: FileStore, code: str) -> None:
    warnings: list[str] = []
    paper = calendar_paper(CalendarJob((), store.snapshot(), TODAY, code))
    pdf_bytes(paper, warnings)
    assert warnings == [] and len(paper.sheets) == 1


def test_a_long_name_of_a_day_is_shrunk_and_not_cut(store: FileStore) -> None:
    days = [date(2026, 12, 7), date(2026, 12, 9), date(2026, 12, 11)]
    for day, name in zip(days, ("教学楼停电检修全校停课一天", "县里统一组织的冬季长跑比赛", "下雪"), strict=True):
        store.apply(name, set_days((), [day], "off", name))
    warnings: list[str] = []
    pdf_bytes(calendar_paper(CalendarJob((), store.snapshot(), TODAY, "2026-1")), warnings)
    assert warnings == []
