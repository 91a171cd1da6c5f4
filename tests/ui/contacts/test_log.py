"""The log: by days, read on as one scrolls, searched, changed in place, deleted, come back to."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.care import REACHED
from app.changes import Change
from app.edits import Told, log_care
from tests.ui.contacts.conftest import KEYS, TODAY, Hands, all_records, focused, note
from ui.contacts.log_list import FOLLOW, MISSED
from ui.contacts.page import ContactsPage
from ui.pieces.rows import Group
from ui.session import Session
from ui.window import Window


def groups(page: ContactsPage) -> list[str]:
    return [row.spoken() for row in page.log.grid._model.rows if isinstance(row, Group)]


def line(page: ContactsPage, record_id: int) -> list[str]:
    model = page.log.grid._model
    return [model.cell(record_id, column).spoken() for column in range(model.columnCount())]


def test_days_are_named_as_one_says_them(page: ContactsPage, session: Session, ids: dict[str, int]) -> None:
    for day in (date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 20), date(2026, 11, 6), date(2025, 12, 1)):
        note(session, ids["周雨桐"], day)
    assert groups(page) == [
        "今天 1 11月24日", "昨天 1 11月23日", "上周五 1 11月20日", "11月6日 周五 1", "2025年12月1日 周一 1",
    ]  # fmt: skip


def test_a_line_says_who_with_whom_how_and_what(page: ContactsPage, session: Session, ids: dict[str, int]) -> None:
    call = note(session, ids["周雨桐"], relation="母亲", medium="视频", minutes=18, summary="说数学进步了", mood="low",
                from_time="10:42", follow_up=date(2026, 11, 25))  # fmt: skip
    assert line(page, call) == [
        "周雨桐 三（1）班", "妈妈 田玉琴", "视频", "18", "说数学进步了", "低落", "明天", "10:42",
    ]  # fmt: skip
    failed = note(session, ids["罗子轩"], outcome="not_reached", relation="父亲、母亲")
    assert line(page, failed)[1:4] == ["爸妈一起", "没通", "—"] and line(page, failed)[6] == "再试一次"
    staff = session.apply("老师", edits.add_staff("张敏")).ids["staff"]
    talk = note(session, ids["罗子轩"], kind="talk", staff_id=staff)
    assert line(page, talk)[1:3] == ["张敏老师", "谈心"]


def write_many(session: Session, child_id: int, days: int, each: int) -> None:
    changes: list[Change] = []
    for number in range(days * each):
        told = Told("family_call", TODAY - timedelta(days=number // each), summary=f"第{number}次")
        changes += log_care(told, [child_id], f"record{number}")
    session.apply("很多", changes)


def test_scrolling_down_reads_on_day_by_day(page: ContactsPage, session: Session, ids: dict[str, int]) -> None:
    write_many(session, ids["周雨桐"], 300, 3)
    first = len(page.log.records)
    assert 190 <= first < 500, "only a page is read at first"
    bar = page.log.grid.verticalScrollBar()
    seen = 0
    while len(page.log.records) != seen:
        seen = len(page.log.records)
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert seen == 900
    rows = page.log.grid._model.rows
    titles = [row for row in rows if isinstance(row, Group)]
    assert len(titles) == 300 and all(one.count == 3 for one in titles)


def test_end_and_page_down_read_on_too(page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]) -> None:
    write_many(session, ids["周雨桐"], 200, 2)
    page.log.grid.setFocus()
    for _times in range(3):
        hands.press(KEYS.Key_End)
    assert len(page.log.records) == 400


def test_a_save_goes_to_the_top_and_lights_the_line(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    write_many(session, ids["周雨桐"], 100, 3)
    page.log.grid.verticalScrollBar().setValue(3000)
    page.strip.picker.setFocus()
    hands.types("lzx")
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Return)
    newest = all_records(session)[0]
    assert page.log.grid.verticalScrollBar().value() == 0
    assert page.log.grid._cells.flashed == {newest.id}


def test_search_finds_child_teacher_number_and_words(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int], qtbot: QtBot
) -> None:
    staff = session.apply("老师", edits.add_staff("张敏")).ids["staff"]
    mine = note(session, ids["周雨桐"], summary="想妈妈")
    other = note(session, ids["罗子轩"], kind="talk", staff_id=staff, summary="问功课")
    for typed, found in (("zyt", [mine]), ("罗", [other]), ("张敏", [other]), ("妈妈", [mine]), ("0001", [other])):
        hands.press(KEYS.Key_F, Qt.KeyboardModifier.ControlModifier)
        (hands.types if typed.isascii() else hands.composes)(typed)
        qtbot.waitUntil(lambda found=found: page.log.grid.rows() == found)
        page.desk.search.clear()
    hands.composes("没有的")
    qtbot.waitUntil(lambda: page.log.grid.rows() == [])
    assert "没有找到“没有的”" in page.log._why_empty()
    hands.press(KEYS.Key_Escape)
    assert page.log.grid.rows() == [other, mine]


def test_one_kind_what_failed_and_what_waits(
    page: ContactsPage, session: Session, ids: dict[str, int], qtbot: QtBot
) -> None:
    call = note(session, ids["周雨桐"], outcome="not_reached")
    talk = note(session, ids["罗子轩"], kind="talk", day=date(2026, 11, 20), follow_up=date(2026, 11, 21),
                follow_up_note="问妈妈")  # fmt: skip
    visit = note(session, ids["罗子轩"], kind="home_visit", day=date(2026, 11, 19), follow_up=date(2026, 11, 30))
    page.log.only.choose("talk")
    assert page.log.grid.rows() == [talk]
    page.log.only.choose(MISSED)
    assert page.log.grid.rows() == [call]
    page.log.only.choose(FOLLOW)
    assert page.log.grid.rows() == [talk, visit]
    assert groups(page) == ["过了 3 天 1 跟进", "11月30日 1 跟进"]
    page.log.only.choose("")
    assert page.log.grid.rows() == [call, talk, visit]
    QTest.mouseClick(page.desk.head.sentence.number("follow"), Qt.MouseButton.LeftButton)
    assert page.log.grid.rows() == [talk, visit]


def test_enter_opens_a_record_and_a_field_left_is_saved(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    call = note(session, ids["周雨桐"], relation="父亲", medium="视频", minutes=5, summary="报平安", from_time="09:30")
    page.log.grid.setFocus()
    hands.press(KEYS.Key_Return)
    assert page.record.isVisible() and focused() is page.record.form.summary.editor
    page.record.form.summary.editor.selectAll()
    hands.composes("说要回来过年")
    hands.press(KEYS.Key_Tab)
    record = session.store.ledger.record(call)
    assert record is not None and (record.summary, record.from_time, record.minutes) == ("说要回来过年", "09:30", 5)
    QTest.mouseClick(page.record.form.way.row.button("voice"), Qt.MouseButton.LeftButton)
    record = session.store.ledger.record(call)
    assert record is not None and record.medium == "电话"
    assert line(page, call)[2] == "语音"
    last = session.store.last_action()
    assert last is not None and last.label == "修改周雨桐的亲情电话"
    hands.press(KEYS.Key_Escape)
    assert not page.record.isVisible() and page.waiting.isVisible()


def test_delete_takes_it_to_the_bin_and_one_key_brings_it_back(
    page: ContactsPage, window: Window, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    call = note(session, ids["周雨桐"])
    page.log.grid.setFocus()
    hands.press(KEYS.Key_Delete)
    assert page.log.grid.rows() == []
    (gone,) = session.store.past.deleted()
    assert gone.label == "删除周雨桐的亲情电话"
    window.go("recycle")
    assert window.page.grid.model().index(0, 0).data() == "亲情电话，11月24日 删除周雨桐的亲情电话"  # type: ignore[attr-defined]
    window.go("contacts")
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.log.grid.rows() == [call]


def test_a_follow_up_is_closed_and_put_off(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    talk = note(session, ids["罗子轩"], kind="talk", day=date(2026, 11, 20), follow_up=date(2026, 11, 21))
    assert "1 条等着跟进" in page.desk.head.sentence.words().replace("  ", " ")
    page.open_record(talk)
    page.record.form.follow_up.set_value("2026-11-28")
    page.record.form.follow_up.editor.setText("2026-12-1")
    page.record.form.follow_up.commit()
    record = session.store.ledger.record(talk)
    assert record is not None and record.follow_up == date(2026, 12, 1)
    QTest.mouseClick(page.record.done, Qt.MouseButton.LeftButton)
    record = session.store.ledger.record(talk)
    assert record is not None and record.followed_up == TODAY
    assert session.store.ledger.open_follow_ups() == [] and not page.record.done.isVisible()
    assert "跟进" not in page.desk.head.sentence.words()


def test_remarks_of_a_group_are_changed_in_place(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    told = Told("forum", TODAY)
    done = session.apply("记", log_care(told, [ids["周雨桐"], ids["罗子轩"]], remarks={ids["周雨桐"]: "没说话"}))
    assert line(page, done.ids["record"])[0] == "周雨桐等 2 人"
    page.open_record(done.ids["record"])
    page.record.grid.edit_cell(ids["罗子轩"], "remark")
    hands.composes("很高兴")
    hands.press(KEYS.Key_Return)
    record = session.store.ledger.record(done.ids["record"])
    assert record is not None and record.outcome == REACHED
    assert {one.child_id: one.remark for one in record.participants} == {
        ids["周雨桐"]: "没说话", ids["罗子轩"]: "很高兴",
    }  # fmt: skip


def test_a_click_on_what_is_next_opens_or_tries_again(
    page: ContactsPage, session: Session, ids: dict[str, int]
) -> None:
    failed = note(session, ids["周雨桐"], outcome="not_reached")
    grid = page.log.grid
    place = grid.visualRect(grid._model.index(grid._model.place(failed), 6)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    assert page.strip.is_ringing() and page.strip.picker.target == ("child", ids["周雨桐"])


def test_what_is_written_elsewhere_is_there_when_one_comes_back(
    page: ContactsPage, window: Window, session: Session, ids: dict[str, int]
) -> None:
    window.go("roster")
    call = note(session, ids["周雨桐"])
    window.go("contacts")
    assert page.log.grid.rows() == [call]


def test_a_field_half_changed_comes_back_after_a_power_cut(
    page: ContactsPage, session: Session, hands: Hands, qtbot: QtBot, ids: dict[str, int]
) -> None:
    call = note(session, ids["周雨桐"], summary="报平安")
    page.open_record(call)
    page.record.form.summary.editor.selectAll()
    hands.composes("说要回来")
    session.drafts.flush()
    assert session.drafts.page() == "contacts"
    later = ContactsPage(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(later)
    assert later.resume()
    assert later.record.form.summary.editor.text() == "说要回来"
    record = session.store.ledger.record(call)
    assert record is not None and record.summary == "报平安"
