"""Planned activities on 今日: with day and place, opened by one key, asked about once their day has passed."""

from datetime import date, timedelta

from app.activities import HELD, PLANNED
from app.changes import Insert
from app.edits import Told
from app.edits.activities import ActivityTold, Lines, set_activity
from app.today import EVENT, LATE
from db.store import FileStore
from tests.ui.today.conftest import TODAY, Keys, Open, listed, page_of, press
from ui.activities.page import ActivitiesPage


def plan(store: FileStore, theme: str, step: int, **more: object) -> int:
    """An activity planned for so many days from today; the id of its record."""
    day = TODAY + timedelta(days=step)
    told = Told("activity", day, place=str(more.pop("place", "")), from_time=str(more.pop("at", "")))
    written = ActivityTold(PLANNED, theme, **more)  # type: ignore[arg-type]
    return store.apply(f"计划{theme}", set_activity(told, written, [], Lines(), TODAY)).ids["record"]


def test_what_is_planned_for_this_week_stands_there_with_its_place(store: FileStore, open_window: Open) -> None:
    room = store.apply("房间", [Insert("room", {"name": "音乐室"}, "room")]).ids["room"]
    passed = plan(store, "故事会", -6, place="操场", at="15:00")
    plan(store, "唱歌比赛", 0, room_id=room)
    plan(store, "包饺子", 4)
    plan(store, "下周的事", 7)
    window = open_window(TODAY)
    page = page_of(window)
    events = page.day.plan.of(EVENT)
    assert [one.place for one in events] == ["操场", "音乐室", ""]
    rows = [line for line in listed(page) if line[1] in ("故事会", "唱歌比赛", "包饺子", "下周的事")]
    assert [(what, when) for _name, what, when in rows] == [("故事会", "办了吗？"), ("唱歌比赛", "今天"), ("包饺子", "周六")]
    late = page.day.plan.count(LATE)
    assert window.rail.tabs["today"].accessibleName() == f"今日 {late}", "what is planned is nobody's debt"
    row = page.day.row_of((EVENT, passed))
    page.list.grid.set_current(row)
    assert "办了就改成“办了”" in page.panel.note.text()
    press(Keys.Key_Return)
    shown = window.page
    assert isinstance(shown, ActivitiesPage)
    assert shown.here() == passed


def test_once_it_is_said_to_be_held_it_is_asked_no_more(store: FileStore, open_window: Open) -> None:
    record = plan(store, "故事会", -1)
    window = open_window(TODAY)
    page = page_of(window)
    assert len(page.day.plan.of(EVENT)) == 1
    held = store.activities.of_record(record)
    assert held is not None
    told = Told("activity", held.record.day, summary="讲了五个故事")
    window.session.apply("办了", set_activity(told, ActivityTold(HELD, "故事会"), [], Lines(), TODAY, held))
    assert page.day.plan.of(EVENT) == []


def test_a_plan_of_the_last_school_year_is_asked_no_more(store: FileStore, open_window: Open) -> None:
    plan(store, "上学年的事", (date(2026, 8, 20) - TODAY).days)
    plan(store, "开学的事", (date(2026, 9, 2) - TODAY).days)
    assert [one.held.theme for one in page_of(open_window(TODAY)).day.plan.of(EVENT) if one.held] == ["开学的事"]
