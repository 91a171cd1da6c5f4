"""今日 in the real window on a real file: what is listed, and how one gets through it with a few keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.care import CareRecord
from app.changes import Update
from app.edits import Told, log_care
from app.today import LATE, NOW, WEEK
from db.store import FileStore
from tests.ui.today.conftest import TODAY, Keys, Open, focused, go_to, listed, page_of, press
from ui.pieces.rows import Group
from ui.today.page import TodayPage
from ui.window import Window

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
FRIDAY = date(2026, 11, 27)


def groups(page: TodayPage) -> dict[str, int]:
    """The lines over the items, with their counts."""
    model = page.list.grid.model()
    return {row.title: row.count for row in model.rows if isinstance(row, Group)}  # type: ignore[attr-defined]


def records(page: TodayPage, store: FileStore, name: str) -> list[CareRecord]:
    child = next(key for key, one in page.day.facts.children.items() if one.name == name)
    return store.ledger.of_child(child)


def test_it_opens_first_and_says_what_to_do_first(window: Window, page: TodayPage) -> None:
    assert page.list.heading.text() == "今天先补 5 件过期的"
    assert groups(page) == {"过期没做": 5}
    assert window.rail.tabs["today"].accessibleName() == "今日 5"
    assert focused() is page.list.grid
    assert [(what, when) for _name, what, when in listed(page)] == [("谈心", "过了 4 天")] * 5
    assert page.list.sentence.words() == "11月24日 周二，第 13 周，今天还有 0 件要做，已做 0 件，以后 45 件"


@pytest.mark.parametrize("width", [911, 1366])
def test_on_a_saturday_with_much_behind_it_every_day_of_the_strip_is_in_sight(
    open_window: Open, store: FileStore, ids: dict[str, int], width: int
) -> None:
    for day in range(23, 30):
        for kind in ("talk", "family_call"):
            store.apply("记", log_care(Told(kind, date(2026, 11, day)), [ids["周雨桐"]]))
    strip = page_of(open_window(date(2026, 11, 28), width)).list.strip
    cells = strip.shown()
    assert len(cells) == 7 and cells[-1].geometry().right() < strip.width()
    assert all(cell.width() >= cell.needs(cell.says) for cell in cells)
    today = strip.cell(date(2026, 11, 28))
    assert today.isChecked() and [part[3] for part in today.parts(today.says)][-1] == 2, "what was done today is said"


def test_each_number_leads_to_as_many_rows(page: TodayPage) -> None:
    link = page.list.sentence.number("later")
    QTest.mouseClick(link, LEFT)
    assert len(listed(page)) == int(link.value()) == 45
    press(Keys.Key_Escape)
    assert len(listed(page)) == 5
    go_to(page, "周雨桐", "谈心")
    press(Keys.Key_Return, Keys.Key_Return)
    QTest.mouseClick(page.list.sentence.number("done"), LEFT)
    assert listed(page) == [("周雨桐", "谈心", "做了")]


def test_the_strip_counts_its_days_and_shows_them(page: TodayPage, store: FileStore, ids: dict[str, int]) -> None:
    page._session.apply("", log_care(Told("talk", date(2026, 11, 23)), [ids["罗子轩"]]))
    monday, today = page.list.strip.cell(date(2026, 11, 23)), page.list.strip.cell(TODAY)
    assert (monday.accessibleName(), today.isChecked()) == ("周一 23，已做 1", True)
    QTest.mouseClick(monday, LEFT)
    assert (listed(page), monday.isChecked(), today.isChecked()) == ([("罗子轩", "谈心", "做了")], True, False)
    QTest.keyClick(monday, Keys.Key_Right)
    assert page.list.is_page() and focused() is today
    assert groups(page)["过期没做"] == 4


def test_enter_records_and_goes_on(page: TodayPage, store: FileStore, ids: dict[str, int]) -> None:
    go_to(page, "罗子轩", "谈心")
    press(Keys.Key_Return)
    assert focused().accessibleName() == "这次怎么样 谈了"
    press(Keys.Key_Return)
    record = records(page, store, "罗子轩")[0]
    assert (record.kind, record.day, record.staff_id, record.outcome) == ("talk", TODAY, ids["王建国"], "reached")
    assert page.panel.title.text() == "解志强 谈心"
    assert focused().accessibleName() == "这次怎么样 谈了", "the next one is asked at once"
    assert (groups(page)["过期没做"], groups(page)["今天做了"]) == (4, 1)
    assert page._session.store.last_action().label == "记下 罗子轩 的谈心"  # type: ignore[union-attr]
    page._session.undo()
    assert groups(page) == {"过期没做": 5}
    assert page.panel.title.text() == "罗子轩 谈心", "the undo leads to where it happened"


def test_a_digit_in_the_list_chooses_what_became_of_it(page: TodayPage, store: FileStore) -> None:
    go_to(page, "罗子轩", "谈心")
    press(Keys.Key_2)
    assert focused().accessibleName() == "这次怎么样 没谈成"
    assert records(page, store, "罗子轩") == [], "nothing is written before Enter"
    press(Keys.Key_Return)
    assert [one.outcome for one in records(page, store, "罗子轩")] == ["not_reached"]
    assert groups(page) == {"过期没做": 5}, "what reached nobody meets no rule"
    go_to(page, "罗子轩", "谈心")
    model = page.list.grid.model()
    assert model.cell(page.list.grid.current(), 1).second == "找过 1 次没谈成，再试一次"  # type: ignore[attr-defined]


def test_a_dead_number_is_marked_and_the_next_one_is_rung(page: TodayPage, store: FileStore, ids: dict[str, int]) -> None:
    QTest.mouseClick(page.list.sentence.number("later"), LEFT)
    go_to(page, "周雨桐", "打电话给爸爸")
    assert page.panel.number.number.lines == (
        "爸爸 周建华，在浙江宁波，建筑工", "139 0046 7715", "不通就打妈妈：136 0028 9034"
    )
    press(Keys.Key_3, Keys.Key_Return)
    child = page._session.snapshot.children[ids["周雨桐"]]
    assert [phone.state for kin in child.kin for phone in kin.phones] == ["空号", "", ""]
    assert records(page, store, "周雨桐")[0].outcome == "not_reached"
    go_to(page, "周雨桐", "打电话给妈妈")
    page._session.undo()
    assert page._session.snapshot.children[ids["周雨桐"]].kin[0].phones[0].state == ""


def test_space_puts_off_with_a_reason_and_the_window_stays(page: TodayPage) -> None:
    go_to(page, "罗子轩", "谈心")
    press(Keys.Key_Space)
    assert focused().accessibleName() == "改到 明天"
    press(Keys.Key_3, Keys.Key_Tab, Keys.Key_2, Keys.Key_Return)
    assert groups(page) == {"过期没做": 4, "本周还有": 1}
    assert ("罗子轩", "谈心", "周五") in listed(page)
    moved = page.day.plan.of(WEEK)[0]
    assert moved.postponed is not None and (moved.postponed.until_day, moved.postponed.reason) == (FRIDAY, "孩子请假")
    assert moved.standing is not None and moved.standing.state == "overdue"
    assert page._session.store.last_action().label == "罗子轩 的谈心改到 11月27日"  # type: ignore[union-attr]


def test_another_day_must_lie_ahead(page: TodayPage) -> None:
    go_to(page, "罗子轩", "谈心")
    press(Keys.Key_Space, Keys.Key_4)
    assert focused() is page.panel.entry.until.editor
    page.panel.entry.until.put_back("2026-11-24")
    press(Keys.Key_Return)
    assert page.panel.entry.until.error() == "改到今天以后的一天"
    page.panel.entry.until.put_back("2026-12-01")
    press(Keys.Key_Return)
    assert page.day.plan.count(LATE) == 4


def test_what_is_promised_comes_back_and_is_finished(page: TodayPage, store: FileStore, open_window: Open) -> None:
    go_to(page, "周雨桐", "谈心")
    press(Keys.Key_Return)
    entry = page.panel.entry
    entry.again.click()
    assert entry.promise.typed() == "11月27日 周五 "
    entry.promise.put_back("周五 看膝盖")
    press(Keys.Key_Return)
    record = records(page, store, "周雨桐")[0]
    assert (record.follow_up, record.follow_up_note) == (FRIDAY, "看膝盖")
    assert ("周雨桐", "跟进：看膝盖", "周五") in listed(page)

    later = page_of(open_window(FRIDAY + timedelta(days=3)))
    go_to(later, "周雨桐", "跟进：看膝盖")
    assert later.panel.topics.rows[0][1:] == ("看膝盖", "11月24日说好再问的")
    press(Keys.Key_Return)
    later.panel.entry.note.put_back("好了")
    press(Keys.Key_Return)
    record = records(later, store, "周雨桐")[0]
    assert (record.followed_up, record.follow_up_note) == (FRIDAY + timedelta(days=3), "看膝盖：好了")
    assert not [one for one in listed(later) if one[1].startswith("跟进")]


def test_a_confidential_promise_keeps_its_words_and_shows_none(
    store: FileStore, ids: dict[str, int], open_window: Open
) -> None:
    told = Told("talk", date(2026, 11, 20), summary="被人打了，哭", follow_up=TODAY, follow_up_note="看看伤", confidential=True)
    record = store.apply("", log_care(told, [ids["罗子轩"]])).ids["record"]
    page = page_of(open_window())
    go_to(page, "罗子轩", "跟进谈心")
    assert page.panel.topics.rows == [] and "保密" in page.panel.contacts.rows[0][1]
    assert not any("打了" in part or "看看伤" in part for row in page.panel.contacts.rows for part in row)
    press(Keys.Key_Return)
    page.panel.entry.note.put_back("好些了")
    press(Keys.Key_Return)
    whole = store.ledger.record(record)
    assert whole is not None
    assert (whole.followed_up, whole.follow_up_note, whole.summary) == (TODAY, "看看伤：好些了", "被人打了，哭")


def test_the_same_for_several_is_one_record(page: TodayPage, store: FileStore, ids: dict[str, int]) -> None:
    rows = page.list.grid.rows()
    page.list.grid.set_current(rows[0])
    press(Keys.Key_Down, Keys.Key_Down, with_=SHIFT)
    assert page.panel.title.text() == "3 件一起：谈心"
    press(Keys.Key_Return, Keys.Key_Return)
    done = page.day.plan.done_today
    assert len(done) == 3
    assert len({one.contact.record_id for one in done if one.contact}) == 1
    assert groups(page)["过期没做"] == 2


def test_what_is_half_typed_stays_with_its_item(page: TodayPage, window: Window, open_window: Open) -> None:
    go_to(page, "罗子轩", "谈心")
    press(Keys.Key_Return)
    page.panel.entry.note.editor.setFocus()
    QTest.keyClicks(focused(), "xiang jia")
    go_to(page, "周雨桐", "谈心")
    assert page.panel.entry.note.typed() == ""
    go_to(page, "罗子轩", "谈心")
    assert page.panel.entry.note.typed() == "xiang jia"
    window.go("roster")

    again = open_window()
    assert again.session.drafts.page() == "today"
    assert page_of(again).resume()
    fresh = page_of(again)
    assert (fresh.panel.title.text(), fresh.panel.entry.note.typed()) == ("罗子轩 谈心", "xiang jia")
    press(Keys.Key_Return)
    assert fresh._session.store.last_action().label == "记下 罗子轩 的谈心"  # type: ignore[union-attr]
    assert again.session.drafts.page() == ""


def test_the_clock_fills_in_the_minutes(page: TodayPage, store: FileStore, qtbot: QtBot) -> None:
    QTest.mouseClick(page.list.sentence.number("later"), LEFT)
    go_to(page, "周雨桐", "打电话给爸爸")
    press(Keys.Key_F9)
    assert page.panel.number.number.lines[2].startswith("通话中 0:0")
    press(Keys.Key_Return, Keys.Key_Return)
    record = records(page, store, "周雨桐")[0]
    assert (record.kind, record.minutes, record.relation, record.medium) == ("family_call", 1, "父亲", "电话")


def test_a_class_has_it_as_a_whole_with_the_children_if_wished(page: TodayPage, ids: dict[str, int]) -> None:
    QTest.mouseClick(page.list.sentence.number("later"), LEFT)
    row = next(row for row in page.list.grid.rows() if page.day.items[row].key == ("duty", "parents-meeting", "class", ids["三（1）班"]))
    page.list.grid.set_current(row)
    assert (page.panel.title.text(), page.panel.entry.also.isChecked()) == ("三（1）班 家长会", False)
    page.panel.entry.also.click()
    press(Keys.Key_Return, Keys.Key_Return)
    done = page.day.plan.done_today
    assert {one.child_id for one in done} == {ids["周雨桐"], ids["罗子轩"]}
    assert {one.contact.class_id for one in done if one.contact} == {ids["三（1）班"]}


def test_in_a_break_nothing_is_due_and_nothing_is_red(open_window: Open, store: FileStore) -> None:
    store.apply("早开学", [Update("school", 1, {"started_on": "2026-08-31"})])
    window = open_window(date(2026, 10, 3))
    page = page_of(window)
    assert page.list.heading.text() == "国庆放假，10月8日上课。没有要做的"
    assert window.rail.tabs["today"].accessibleName() == "今日"
    assert not any(when.startswith("过了") for _name, _what, when in listed(page))
    assert (page.day.plan.count(LATE), page.day.plan.count(NOW)) == (0, 0)
    holiday = page_of(open_window(date(2027, 2, 1)))
    assert holiday.list.heading.text().startswith("寒假，") and holiday.list.heading.text().endswith("开学。没有要做的")
    assert holiday.list.strip.isHidden()


def test_an_unchecked_calendar_says_so_and_leads_to_it(open_window: Open, store: FileStore) -> None:
    store.apply("没核对", [Update("term", 1, {"checked": 0})])
    window = open_window()
    page = page_of(window)
    assert page.list.sentence.words().endswith("校历 未核对")
    QTest.mouseClick(page.list.sentence.number("term"), LEFT)
    assert window.key == "settings"


def test_letters_search_children_and_staff(page: TodayPage) -> None:
    press(Keys.Key_L, Keys.Key_Z)
    assert {name for name, _what, _when in listed(page)} == {"罗子轩"}
    press(Keys.Key_Escape)
    page.list.search.setText("王建国")
    assert {name for name, _what, _when in listed(page)} == {"周雨桐", "罗子轩"}
    page.list.search.setText("没有的人")
    assert listed(page) == [] and page.list.grid.way is not None
    page.list.grid.way.click()
    assert len(listed(page)) == 5


def test_by_staff_and_by_child_it_is_the_same(page: TodayPage) -> None:
    before = sorted(listed(page))
    page.list.by.choose("staff")
    assert groups(page) == {"王建国": 2, "未指定": 3}
    assert sorted(listed(page)) == before
    page.list.by.choose("child")
    assert len(groups(page)) == 5 and sorted(listed(page)) == before


@pytest.mark.parametrize("width", [911, 700])
def test_in_little_room_the_panel_takes_the_place_of_the_list(open_window: Open, width: int) -> None:
    page = page_of(open_window(TODAY, width, 465))
    press(Keys.Key_Return)
    assert page.list.isVisible() == (width == 911) and page.panel.isVisible()
    press(Keys.Key_Escape)
    assert page.list.isVisible() and focused() is page.list.grid


def test_esc_leads_back_step_by_step(page: TodayPage, window: Window) -> None:
    QTest.mouseClick(page.list.sentence.number("later"), LEFT)
    press(Keys.Key_Return)
    assert page.panel.has_focus()
    press(Keys.Key_Escape)
    assert focused() is page.list.grid and not page.list.is_page()
    press(Keys.Key_Escape)
    assert page.list.is_page()
