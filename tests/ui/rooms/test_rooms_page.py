"""The rooms under real keys and clicks on a real file: today's opening, what was missed, who came, drafts, undo."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.edits.rooms import OpeningTold, log_opening, set_hours
from app.opening_log import CLOSED, MISSING, OPEN
from app.opening_log import TODAY as WAITS
from tests.ui.rooms.conftest import TODAY, Open
from ui.paper.print_page import PrintPage
from ui.rooms.page import RoomsPage
from ui.window import Window

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
READ = Qt.ItemDataRole.AccessibleTextRole


def focused() -> QWidget:
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def key(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, with_)


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)


def last_label(page: RoomsPage) -> str:
    last = page.session.store.last_action()
    assert last is not None
    return last.label


def waiting(page: RoomsPage) -> int:
    return len(page.desk.to_open_today())


def test_it_says_what_is_behind_and_counts_what_the_file_holds(page: RoomsPage) -> None:
    log = page.book.log
    assert log is not None and log.missing
    behind = [one for one in log.rooms if one.missing]
    assert page.desk.head.heading.text() == f"{len(behind)} 间活动室有 {len(log.missing)} 次该开没记"
    sentence = page.desk.head.sentence
    shown = [int(sentence.number(what).value()) for what in ("rooms", "owed", "written")]
    assert shown == [6, log.owed, log.written] and log.owed - log.written == len(log.missing)
    for one in log.rooms:
        said = page.desk.cards.card(one.room.id).words
        assert (said.written, said.owed) == (str(one.written), f"/ {len(one.owed)} 次")
        assert said.status == (f"缺 {len(one.missing)} 次" if one.missing else said.status)


def test_one_number_and_enter_opens_today_and_goes_on_with_the_next_room(page: RoomsPage) -> None:
    before, room = waiting(page), page.book.room()
    assert room is not None and before > 1
    assert focused() is page.panel.form.count.editor
    write("18")
    key(K.Key_Return)
    stored = [one for one in page.book.openings_on(TODAY) if one.room_id == room.id]
    assert [(one.how_many, one.from_time) for one in stored] == [(18, room.hours[0].from_time)]
    assert stored[0].staff_id is not None and last_label(page) == f"记下{room.name} 11月24日开放"
    assert waiting(page) == before - 1 and page.book.room_id != room.id
    assert page.panel.form.day == TODAY and focused() is page.panel.form.count.editor
    assert page.panel.form.count.value() == ""


def test_a_bare_enter_is_enough(page: RoomsPage) -> None:
    for _room in range(waiting(page)):
        key(K.Key_Return)
    assert waiting(page) == 0
    assert all(one.how_many is None for one in page.book.openings_on(TODAY))
    log = page.book.room_log()
    assert log is not None and log.on(TODAY).state == OPEN


def test_what_was_missed_is_caught_up_or_said_why_not(page: RoomsPage) -> None:
    log = page.book.room_log()
    assert log is not None and len(log.missing) >= 2
    first, second = log.missing[0], log.missing[1]
    QTest.mouseClick(page.panel.rows[0].go, LEFT)
    assert page.panel.form.day == first.day and page.panel.go.label() == "补记这一次"
    write("7")
    key(K.Key_Return)
    assert log.room.id == page.book.room_id and page.panel.form.day == second.day
    QTest.mouseClick(page.panel.form.state.row.button("shut"), LEFT)
    assert page.panel.go.label() == "记下那天没开" and not page.panel.form.count.isVisible()
    QTest.mouseClick(page.panel.go, LEFT)
    assert page.panel.form.why.error() == "写一下为什么没开"
    write("no power")
    key(K.Key_Return)
    after = page.book.room_log()
    assert after is not None
    assert after.on(first.day).state == OPEN and after.on(second.day).state == CLOSED
    assert len(after.missing) == len(log.missing) - 2 and after.written == log.written + 2
    assert after.on(second.day).openings[0].closed_why == "no power"
    assert after.on(second.day).openings[0].from_time == second.hours.from_time


def test_the_log_is_walked_by_keys_and_speaks(page: RoomsPage) -> None:
    grid, log = page.desk.grid, page.book.room_log()
    assert log is not None
    grid.setFocus()
    due = log.missing[0]
    grid.go(due.day)
    key(K.Key_Return)
    assert page.panel.form.day == due.day and focused() is page.panel.form.count.editor
    said = str(grid.currentIndex().data(READ))
    assert said.startswith(f"{log.room.name}，第 ") and said.endswith("没记")
    grid.setFocus()
    key(K.Key_Left)
    assert page.panel.form.day == due.day - timedelta(days=7)
    key(K.Key_Home)
    assert page.panel.form.day == TODAY
    index = grid.currentIndex()
    assert grid.days.at(index.row(), index.column()).state == WAITS  # type: ignore[union-attr]


def test_undo_and_redo_are_shown(window: Window, page: RoomsPage) -> None:
    room = page.book.room()
    assert room is not None
    key(K.Key_Return)
    window.undo.undo.trigger()
    assert page.book.openings_on(TODAY) == []
    log = page.book.log
    assert log is not None and log.of(room.id).on(TODAY).state == WAITS  # type: ignore[union-attr]
    window.undo.redo.trigger()
    assert [one.room_id for one in page.book.openings_on(TODAY)] == [room.id]


def test_who_came_is_ticked_by_name_and_counted(window: Window, page: RoomsPage) -> None:
    room = page.book.room()
    assert room is not None
    QTest.mouseClick(page.panel.form.names, LEFT)
    assert page.names.isVisible()
    name = page.session.snapshot.children[min(page.session.snapshot.children)].name
    for _child in range(2):
        key(K.Key_Down)
        key(K.Key_Space)
    assert page.names.go.label() == "就这 2 个孩子"
    QTest.mouseClick(page.names.go, LEFT)
    assert page.panel.form.count.value() == "2" and page.panel.form.names.label() == "记了 2 个名字"
    page.panel.form.focus()
    key(K.Key_Return)
    stored = next(one for one in page.book.openings_on(TODAY) if one.room_id == room.id)
    assert len(stored.children) == 2 and stored.how_many == 2 and name
    # One less, on second thought.
    page.arrive((room.id, TODAY.isoformat()))
    assert page.panel.go.label() == "改好这一次"
    QTest.mouseClick(page.panel.form.names, LEFT)
    QTest.mouseClick(page.names.list.none, LEFT)
    key(K.Key_Tab)
    QTest.mouseClick(page.names.go, LEFT)
    page.panel.form.focus()
    write("2")
    key(K.Key_Return)
    again = next(one for one in page.book.openings_on(TODAY) if one.room_id == room.id)
    assert again.children == () and again.how_many == 2
    window.undo.undo.trigger()
    assert len(next(one for one in page.book.openings_on(TODAY) if one.room_id == room.id).children) == 2
    page.arrive((room.id, TODAY.isoformat()))
    QTest.mouseClick(page.panel.delete, LEFT)
    assert [one for one in page.book.openings_on(TODAY) if one.room_id == room.id] == []
    window.undo.undo.trigger()
    back = next(one for one in page.book.openings_on(TODAY) if one.room_id == room.id)
    assert len(back.children) == 2


def test_a_number_that_is_none_stays_and_says_so(page: RoomsPage) -> None:
    write("many")
    key(K.Key_Return)
    assert page.panel.form.count.error() == "写几个孩子，例如 18"
    assert page.book.openings_on(TODAY) == []


def test_a_time_that_is_written_already_is_refused(page: RoomsPage) -> None:
    room = page.book.room()
    assert room is not None
    start = room.hours[0].from_time
    key(K.Key_Return)
    page.arrive((room.id, TODAY.isoformat()))
    told = OpeningTold(room.id, TODAY, "19:00", how_many=3)
    page.session.apply("x", log_opening(told))
    assert page.panel.form.slot.isVisible()
    page.panel.form.slot.editor.setCurrentIndex(1)
    page.panel.form.slot.commit()
    page.panel.form.first.setFocus()
    focused().selectAll()  # type: ignore[attr-defined]
    write(start)
    key(K.Key_Return)
    assert page.panel.form.first.error() == "这个时间已经记过一次"


def test_what_is_half_typed_survives_another_day_and_another_start(
    window: Window, page: RoomsPage, open_window: Open
) -> None:
    room = page.book.room()
    assert room is not None
    write("23")
    page.desk.grid.setFocus()
    key(K.Key_Left)
    assert page.panel.form.count.value() != "23"
    key(K.Key_Right)
    assert page.panel.form.count.value() == "23"
    page.session.drafts.flush()
    again = open_window()
    again.go("rooms")
    other = again.page
    assert isinstance(other, RoomsPage)
    other.openings.choose(room.id)
    other.openings.show_day(TODAY)
    assert other.panel.form.count.value() == "23" and other.book.openings_on(TODAY) == []
    assert other.resume()
    assert other.book.room_id == room.id and other.panel.form.day == TODAY


def test_arrows_go_from_room_to_room(page: RoomsPage) -> None:
    page.desk.cards.setFocus()
    names = []
    for _room in range(6):
        key(K.Key_Right)
        names.append(page.desk.title.text())
    assert len(set(names)) == 6 and all(name.endswith("开放记录") for name in names)
    key(K.Key_Return)
    assert focused() is page.panel.form.count.editor


def test_page_up_shows_the_holidays_before_and_escape_comes_back(page: RoomsPage) -> None:
    page.desk.grid.setFocus()
    key(K.Key_PageUp)
    assert page.desk.stretch.text() == "2026—2027学年第一学期", "the sample knows no term before"
    assert not page.desk.after.isEnabled()
    page.desk.grid.setFocus()
    key(K.Key_Left)
    assert page.back() and page.panel.form.day == TODAY
    assert not page.back()


def test_a_day_without_hours_is_written_too(page: RoomsPage) -> None:
    room = page.book.room()
    assert room is not None
    saturday = date(2026, 11, 21)
    field = page.panel.form.when
    field.setFocus()
    focused().selectAll()  # type: ignore[attr-defined]
    write("11-21")
    key(K.Key_Tab)
    assert page.panel.form.day == saturday and page.panel.under.text().endswith("这天没有定开放时间")
    page.panel.form.focus()
    write("5")
    key(K.Key_Return)
    assert [one.how_many for one in page.book.openings_on(saturday)] == [5]
    log = page.book.room_log()
    assert log is not None and log.weekdays == [0, 1, 2, 3, 4, 5] and log.on(saturday).state == OPEN


def test_hours_that_begin_today_ask_for_nothing_before(window: Window, page: RoomsPage) -> None:
    room = next(one for one in page.book.rooms() if one.name == "美术活动室")
    changes = set_hours(room, 1, [("17:00", "18:00")], TODAY)
    page.session.apply("x", changes)
    page.arrive(room.id)
    log = page.book.room_log()
    assert log is not None and log.on(TODAY).state == WAITS
    assert log.on(TODAY - timedelta(days=7)).state not in (MISSING, WAITS)


def test_ctrl_p_prints_the_openings_of_the_room_and_its_rules_in_the_room(window: Window, page: RoomsPage) -> None:
    room = page.book.room()
    assert room is not None
    page.print_out()
    paper = window.page
    assert isinstance(paper, PrintPage)
    assert paper.panel.layouts.current() == "openings" and paper.panel.scope.value() == f"room:{room.id}"
    assert paper.heading.text() == f"打印开放记录：1 间，{len(paper._paper.sheets)} 张纸"
    window.back()
    page.edit_room()
    QTest.mouseClick(page.room.print, LEFT)
    assert isinstance(window.page, PrintPage) and paper.panel.layouts.current() == "room_rules"
    assert len(paper._paper.sheets) == 1
