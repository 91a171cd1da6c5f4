"""A room changed under real keys: facts, hours from a day on, rules, gaps; added, moved, put out of use, drafts."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.attachments import PDF
from app.changes import Insert
from app.rooms import Room, gaps
from tests.ui.rooms.conftest import TODAY, Open
from ui.rooms.page import RoomsPage
from ui.window import Window

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def focused() -> QWidget:
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def key(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def write(text: str) -> None:
    focused().selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(focused(), text)
    key(K.Key_Tab)


def named(page: RoomsPage, name: str) -> Room:
    return next(one for one in page.session.snapshot.rooms if one.name == name)


def open_room(page: RoomsPage, name: str) -> Room:
    page.arrive(named(page, name).id)
    QTest.mouseClick(page.desk.edit, LEFT)
    return named(page, name)


def last_label(page: RoomsPage) -> str:
    last = page.session.store.last_action()
    assert last is not None
    return last.label


def test_every_gap_leads_to_its_field_and_goes_when_it_is_filled(page: RoomsPage) -> None:
    room = open_room(page, "美术活动室")
    lacks = gaps(room)
    assert page.room.gap_head.text() == f"还差 {len(lacks)} 样"
    QTest.mouseClick(page.room.gaps.line("area_unknown"), LEFT)
    assert focused() is page.room.facts.fields["area_m2"].focusProxy()
    write("24.5")
    assert named(page, room.name).area_m2 == 24.5 and last_label(page) == "修改美术活动室的面积（平方米）"
    for gap, choice in (("classroom_unknown", "no"), ("sign_unknown", "yes"), ("no_rules", "yes")):
        now = gaps(named(page, room.name))
        if gap in now:
            QTest.mouseClick(page.room.gaps.line(gap), LEFT)
            key({"no": K.Key_2, "yes": K.Key_1}[choice])
    assert gaps(named(page, room.name)) == [] and page.room.gap_head.text() == "样样都齐"
    assert not page.room.gaps.isVisible()
    QTest.mouseClick(page.room.return_, LEFT)
    assert page.desk.cards.card(room.id).words.status == "齐了"


def test_hours_of_a_weekday_hold_from_the_day_that_is_said(window: Window, page: RoomsPage) -> None:
    room = open_room(page, "音乐活动室")
    owed = len(page.book.log.of(room.id).owed)  # type: ignore[union-attr]
    field = page.room.hours.days[0]
    field.setFocus()
    write("12.30-13.20,1600")
    assert field.value() == "12:30—13:20，16:00"
    fresh = [one for one in named(page, room.name).hours if one.weekday == 0]
    assert {(one.from_time, one.until_time, one.from_day) for one in fresh} == {
        ("12:30", "13:20", TODAY), ("16:00", "", TODAY)}  # fmt: skip
    assert len(page.book.log.of(room.id).owed) == owed, "nothing is asked of Mondays gone by"  # type: ignore[union-attr]
    QTest.mouseClick(page.room.hours.copy, LEFT)
    by_day = {weekday: [one for one in named(page, room.name).hours if one.weekday == weekday and one.until_day is None]
              for weekday in range(5)}  # fmt: skip
    assert all(len(found) == 2 for found in by_day.values())
    old = [one for one in named(page, room.name).hours if one.until_day == TODAY]
    assert {(one.weekday, one.from_time) for one in old} == {(1, "16:00"), (3, "16:00")}
    window.undo.undo.trigger()
    window.undo.undo.trigger()
    assert named(page, room.name).hours == room.hours


def test_hours_that_make_no_sense_stay_and_say_why(page: RoomsPage) -> None:
    room = open_room(page, "音乐活动室")
    field = page.room.hours.days[0]
    field.setFocus()
    write("in the afternoon")
    assert field.error() == "写成 16:00—17:30，几段用逗号分开"
    assert named(page, room.name).hours == room.hours


def test_rules_are_proposed_and_rewritten(page: RoomsPage) -> None:
    room = open_room(page, "图书阅览室")
    assert room.rules == ""
    QTest.mouseClick(page.room.propose, LEFT)
    rules = named(page, room.name).rules
    assert "借书登记" in rules and len(rules.splitlines()) >= 5
    assert page.room.rules.value() == rules and not page.room.propose.isVisible()


def test_a_name_that_is_taken_is_refused(page: RoomsPage) -> None:
    open_room(page, "谈心室")
    assert focused() is page.room.facts.fields["name"].focusProxy()
    focused().selectAll()  # type: ignore[attr-defined]
    QApplication.clipboard().setText("音乐活动室")
    QTest.keyClick(focused(), K.Key_V, Qt.KeyboardModifier.ControlModifier)
    key(K.Key_Tab)
    assert page.room.facts.fields["name"].error() == "已经有一间叫这个名字"
    assert len([one for one in page.session.snapshot.rooms if one.name == "音乐活动室"]) == 1


def test_a_room_is_added_moved_and_put_out_of_use(window: Window, page: RoomsPage) -> None:
    QTest.mouseClick(page.desk.add, LEFT)
    assert focused() is page.room.facts.fields["name"].focusProxy()
    write("Phone bar")
    assert [one.name for one in page.book.rooms()][-1] == "Phone bar"
    assert not page.room.down.isEnabled()
    QTest.mouseClick(page.room.up, LEFT)
    assert [one.name for one in page.book.rooms()][-2] == "Phone bar"
    QTest.mouseClick(page.room.close_, LEFT)
    assert "Phone bar" not in [one.name for one in page.book.rooms()] and page.stack.currentWidget() is page.openings
    page.edit_room()
    QTest.mouseClick(page.room.again.line(next(str(one.id) for one in page.session.snapshot.rooms if one.closed_on)), LEFT)
    assert "Phone bar" in [one.name for one in page.book.rooms()]
    for _step in range(5):
        window.undo.undo.trigger()
    assert len(page.session.snapshot.rooms) == 6


def test_what_is_half_typed_in_a_room_comes_back(page: RoomsPage, open_window: Open) -> None:
    room = open_room(page, "谈心室")
    page.room.facts.fields["place"].setFocus()
    focused().selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(focused(), "Annex")
    page.session.drafts.flush()
    again = open_window()
    again.go("rooms")
    other = again.page
    assert isinstance(other, RoomsPage) and other.resume()
    assert other.book.room_id == room.id
    assert other.room.facts.fields["place"].value() == "Annex" and named(other, room.name).place == room.place


def test_a_school_without_rooms_gets_the_standard_ones_by_enter(page: RoomsPage) -> None:
    for room in page.book.rooms():
        page.deeds.close(room, TODAY - timedelta(days=400))
    page.arrive(None)
    assert page.stack.currentWidget() is page.empty and focused() is page.empty.buttons["standard"]
    before = {one.id for one in page.session.snapshot.rooms}
    key(K.Key_Return)
    # Rooms of those names were put out of use: they are not made a second time.
    assert {one.id for one in page.session.snapshot.rooms} == before


def test_what_hangs_on_a_room_is_seen_with_that_room_only(page: RoomsPage) -> None:
    room = open_room(page, "谈心室")
    assert page.room.pictures.isVisibleTo(page) and page.room.pictures.shown() == []
    kept = page.session.store.keep_file(b"%PDF-1.4 acceptance")
    row = {"file": kept, "name": "paper.pdf", "kind": PDF, "room_id": room.id, "added_at": "2026-11-24T09:00"}
    page.session.apply("x", [Insert("attachment", row)])
    assert [one.name for one in page.room.pictures.shown()] == ["paper.pdf"]
    open_room(page, "音乐活动室")
    assert page.room.pictures.shown() == []
