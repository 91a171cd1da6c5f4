"""Calls one after another: the number large, a clock that runs, Enter, the next one; over lock and power cut too."""

from pytestqt.qtbot import QtBot

from tests.ui.contacts.conftest import KEYS, Clock, Hands, all_records, focused, note
from ui.contacts.page import ContactsPage
from ui.pieces.numbers import PhoneNumber
from ui.session import Session
from ui.window import Window


def listed(page: ContactsPage) -> list[str]:
    return [page.people.named(key).name for key in page.waiting.grid.rows()]


def test_sunday_s_family_phone_leaves_a_record_with_minutes_for_each(
    page: ContactsPage, session: Session, hands: Hands, clock: Clock
) -> None:
    order = listed(page)
    assert len(order) == 5
    hands.press(KEYS.Key_F8)
    hands.press(KEYS.Key_Return)
    assert order[0] == "罗子轩" and page.strip.bar.number.value() == "138 1234 0001"
    for minutes in (4, 11, 2.6, 0.2, 30):
        if page.strip.bar.started is None:
            hands.press(KEYS.Key_Return)
        clock.goes(minutes=minutes)
        hands.press(KEYS.Key_Return)
    records = sorted(all_records(session), key=lambda one: one.id)
    assert [one.minutes for one in records] == [4, 11, 3, 1, 30]
    assert [page.people.named(one.participants[0].child_id).name for one in records] == order
    assert [one.from_time for one in records] == ["10:00", "10:04", "10:15", "10:17", "10:17"]
    assert not page.strip.is_ringing() and listed(page) == []
    assert page.desk.head.heading.text() == "这周的电话都打通了"


def test_nobody_answers_and_the_list_goes_on(
    page: ContactsPage, session: Session, hands: Hands, clock: Clock
) -> None:
    first, second = listed(page)[:2]
    hands.press(KEYS.Key_F8)
    hands.press(KEYS.Key_Return)
    clock.goes(minutes=1)
    hands.press(KEYS.Key_X)
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert (record.outcome, record.minutes, record.from_time) == ("not_reached", None, "10:00")
    assert first in listed(page), "still to be called"
    target = page.strip.picker.target
    assert target is not None and page.people.named(target[1]).name == second
    assert page.strip.form.way.value() == "video", "the next one is taken to answer"


def test_one_class_only_and_one_left_out(
    page: ContactsPage, session: Session, hands: Hands, clock: Clock
) -> None:
    page.waiting.classes.set_value("四（1）班")
    page.waiting.classes.committed.emit("四（1）班")
    order = listed(page)
    assert len(order) == 3
    hands.press(KEYS.Key_F8)
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_PageDown)
    hands.press(KEYS.Key_Return)
    clock.goes(minutes=5)
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert page.people.named(record.participants[0].child_id).name == order[1]


def test_another_of_the_family_has_another_number(page: ContactsPage, hands: Hands, ids: dict[str, int]) -> None:
    page.ringing.ring(ids["罗子轩"])
    bar = page.strip.bar
    assert bar.number.value() == "138 1234 0001" and "爸爸 罗大勇" in bar.whose.text()
    page.strip.form.whom.setFocus()
    hands.press(KEYS.Key_2)
    assert bar.number.value() == "138 1234 0002" and "妈妈 向小红" in bar.whose.text()


def test_a_family_without_a_number_says_so(page: ContactsPage, ids: dict[str, int]) -> None:
    page.ringing.ring(ids["解志强"])
    assert "还没有电话" in page.strip.bar.whose.text()
    assert not page.strip.bar.findChildren(PhoneNumber)[0].isVisible()


def test_minutes_written_by_hand_count_more_than_the_clock(
    page: ContactsPage, session: Session, hands: Hands, clock: Clock, ids: dict[str, int]
) -> None:
    page.ringing.ring(ids["周雨桐"])
    clock.goes(minutes=90)
    page.strip.form.minutes.setFocus()
    hands.types("12")
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert record.minutes == 12


def test_escape_ends_the_calls_and_writes_nothing(
    page: ContactsPage, window: Window, session: Session, hands: Hands
) -> None:
    hands.press(KEYS.Key_F8)
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Escape)
    assert not page.strip.is_ringing() and window.key == "contacts"
    assert all_records(session) == [] and focused() is page.strip.picker.editor


def test_the_clock_runs_on_over_a_power_cut(
    page: ContactsPage, session: Session, hands: Hands, clock: Clock, qtbot: QtBot, ids: dict[str, int]
) -> None:
    page.ringing.ring(ids["周雨桐"])
    page.strip.form.summary.setFocus()
    hands.composes("妈妈说")
    clock.goes(minutes=3)
    session.drafts.flush()
    later = ContactsPage(session, None)  # type: ignore[arg-type]
    later.now = clock  # type: ignore[assignment]
    qtbot.addWidget(later)
    assert later.resume()
    assert later.strip.is_ringing() and later.strip.form.summary.value() == "妈妈说"
    clock.goes(minutes=4)
    assert later.strip.bar.minutes() == 7
    assert later.strip.commit() is not None
    (record,) = all_records(session)
    assert (record.minutes, record.from_time, record.summary) == (7, "10:00", "妈妈说")
    assert session.drafts.page() == "" or later.strip.is_ringing()


def test_a_try_that_failed_is_tried_again_with_its_number(
    page: ContactsPage, session: Session, hands: Hands, clock: Clock, ids: dict[str, int]
) -> None:
    failed = note(session, ids["罗子轩"], outcome="not_reached", relation="母亲")
    page.log.grid.set_current(failed)
    page.log.grid.acted.emit(failed, "next")
    assert page.strip.bar.number.value() == "138 1234 0002" and page.strip.bar.started is None
    hands.press(KEYS.Key_Return)
    clock.goes(minutes=8)
    hands.press(KEYS.Key_Return)
    newest = all_records(session)[0]
    assert (newest.outcome, newest.relation, newest.minutes) == ("reached", "母亲", 8)


def test_in_a_narrow_window_the_list_takes_the_place_of_the_log(open_window: object, hands: Hands) -> None:
    window = open_window(911, 465)  # type: ignore[operator]
    page = window.page
    assert page.log.isVisible() and not page.waiting.isVisible()
    hands.press(KEYS.Key_F8)
    assert page.waiting.isVisible() and not page.log.isVisible()
    hands.press(KEYS.Key_Return)
    assert page.strip.is_ringing() and page.strip.isVisible() and page.log.isVisible()
    hands.press(KEYS.Key_Escape)
    hands.press(KEYS.Key_F8)
    hands.press(KEYS.Key_Escape)
    assert page.log.isVisible() and window.key == "contacts"
