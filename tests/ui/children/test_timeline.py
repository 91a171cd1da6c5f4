"""The timeline of a dossier under real keys: newest first, by parts, opened, and nothing confidential on it."""

import time
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.care import NOT_REACHED
from app.care_papers import CareAsk
from app.changes import Change
from app.edits import Told, log_care
from app.timeline import ALL, CALLS, FOLLOW, TALKS
from db.store import FileStore
from tests.ui.children.conftest import TODAY
from ui.children.dossier import Dossier
from ui.children.roster_page import RosterPage

DAY = timedelta(days=1)


@pytest.fixture
def told(page: RosterPage, ids: dict[str, int]) -> dict[str, int]:
    """Ids of records of one child by what they are."""
    session, child = page._session, ids["周雨桐"]
    made = {
        "call": Told("family_call", TODAY, medium="视频", relation="父亲", minutes=15, summary="期中语文 91 分"),
        "missed": Told("family_call", TODAY - 7 * DAY, NOT_REACHED, relation="父亲", summary="在工地，没接"),
        "talk": Told("talk", TODAY - 19 * DAY, mood="low", summary="说晚上睡不好", follow_up=TODAY - DAY,
                     follow_up_note="问问睡得好不好"),
        "secret": Told("counselling", TODAY - 20 * DAY, summary="最怕的事", confidential=True),
        "old": Told("home_visit", date(2026, 5, 20), relation="外祖母", summary="电线老化，已报村委会"),
    }  # fmt: skip
    found = {name: session.apply("记", log_care(one, [child])).ids["record"] for name, one in made.items()}
    session.apply("记", log_care(Told("activity", TODAY - 2 * DAY), [child, ids["罗子轩"], ids["田小禾"]]))
    page.open_child(child)
    return found


@pytest.fixture
def dossier(page: RosterPage, told: dict[str, int]) -> Dossier:
    return page.dossier


def spoken(dossier: Dossier) -> list[str]:
    view = dossier.timeline.view
    return [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]


def test_everything_stands_there_newest_first(dossier: Dossier) -> None:
    assert dossier.timeline.heading.text() == "记录 6 条"
    assert spoken(dossier) == [
        "11月24日，通话，和爸爸视频 15 分钟，期中语文 91 分",
        "11月22日，活动，3 个孩子一起",
        "11月17日，没通，打给爸爸，在工地，没接",
        "11月5日，谈心，低落，说晚上睡不好，该在11月23日跟进 问问睡得好不好",
        "11月4日，心理辅导，咨询记录，内容保密",
        "2025—2026学年第二学期",
        "5月20日，家访，和外婆，电线老化，已报村委会",
    ]


def test_what_is_confidential_can_neither_be_read_nor_copied(dossier: Dossier, told: dict[str, int]) -> None:
    view = dossier.timeline.view
    view.setFocus()
    view.go_to(told["secret"])
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "11月4日，心理辅导，咨询记录，内容保密"
    assert not any("最怕的事" in line for line in spoken(dossier))


def test_arrows_choose_a_part_and_only_parts_with_something_are_offered(dossier: Dossier) -> None:
    parts = dossier.timeline.parts
    parts.setFocus()
    QTest.keyClick(parts.button(ALL), Qt.Key.Key_Right)
    assert parts.current() == CALLS and [line[:8] for line in spoken(dossier)] == ["11月24日，通", "11月17日，没"]
    QTest.keyClick(parts.button(CALLS), Qt.Key.Key_Right)
    assert parts.current() == TALKS and len(spoken(dossier)) == 2
    while parts.current() != FOLLOW:
        QTest.keyClick(parts.button(parts.current()), Qt.Key.Key_Right)
    assert parts.current() == FOLLOW and len(spoken(dossier)) == 1
    dossier.go(1)
    assert parts.current() == ALL, "the next child begins with everything"
    assert dossier.timeline.heading.text() == "记录 1 条" or dossier.timeline.heading.text() == "记录"


def test_enter_opens_the_record_and_page_keys_go_to_the_next_child(
    page: RosterPage, dossier: Dossier, told: dict[str, int], ids: dict[str, int]
) -> None:
    view = dossier.timeline.view
    view.setFocus()
    assert view.current() == told["call"]
    for _time in range(5):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current() == told["old"], "the mark of a term is stepped over"
    before = dossier.child_id
    wanted: list[tuple[str, object]] = []
    page.goes.disconnect()
    page.goes.connect(lambda key, want: wanted.append((key, want)))
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted == [("contacts", {"record": told["secret"]})]
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert dossier.child_id == before


def test_control_p_prints_the_record_with_the_cursor_else_the_card(
    page: RosterPage, dossier: Dossier, told: dict[str, int], ids: dict[str, int]
) -> None:
    wanted: list[object] = []
    page.goes.disconnect()
    page.goes.connect(lambda _key, want: wanted.append(want))
    dossier.timeline.view.setFocus()
    dossier.timeline.view.go_to(told["old"])
    page.print_out()
    dossier.facts.focus("name")
    page.print_out()
    dossier.timeline.print.click()
    assert wanted == [
        CareAsk("visits", f"record:{told['old']}", kind="home_visit"), ([ids["周雨桐"]], "child"),
        CareAsk("visits", "chosen", children=(ids["周雨桐"],)),
    ]  # fmt: skip


def test_a_save_elsewhere_shows_at_once_and_the_cursor_stays(
    page: RosterPage, dossier: Dossier, told: dict[str, int], ids: dict[str, int]
) -> None:
    view = dossier.timeline.view
    view.setFocus()
    view.go_to(told["talk"])
    page._session.apply("记", log_care(Told("talk", TODAY, summary="新的"), [ids["周雨桐"]]))
    assert spoken(dossier)[0] == "11月24日，谈心，新的" and view.current() == told["talk"]
    page._session.undo()
    assert len(spoken(dossier)) == 7 and view.current() == told["talk"]


def test_what_comes_next_stands_beside_with_the_weeks_of_the_term(dossier: Dossier) -> None:
    assert dossier.next.shown[0].startswith("该在11月23日跟进") or "过了" in dossier.next.shown[0]
    assert any(line == "该在11月23日跟进 问问睡得好不好" for line in dossier.next.shown)
    assert any("谈心" in line for line in dossier.next.shown)
    assert dossier.weeks.total.text() == "1 周通，1 周没通"
    assert "第 13 周视频" in dossier.weeks.cells.accessibleName()


def test_a_child_without_records_says_what_will_stand_there(page: RosterPage, ids: dict[str, int]) -> None:
    page.open_child(ids["田小禾"])
    assert page.dossier.timeline.heading.text() == "记录"
    assert spoken(page.dossier) == []


def test_a_long_text_takes_more_lines_and_no_more_than_four(page: RosterPage, ids: dict[str, int]) -> None:
    session, child = page._session, ids["罗子轩"]
    for number, text in enumerate(("短", "中" * 30, "长" * 900)):
        session.apply("记", log_care(Told("talk", TODAY - number * DAY, summary=text), [child]))
    page.open_child(child)
    heights = page.dossier.timeline.view.heights()
    assert heights[0] < heights[1] < heights[2] < 2.5 * heights[0]


def test_fifteen_hundred_records_open_in_a_tenth_of_a_second(
    page: RosterPage, ids: dict[str, int], store: FileStore
) -> None:
    said = ("妈妈问期中成绩，说过年一定回来，让弟弟听奶奶的话，别总看手机。", "工地信号不好", "弟弟会叫姐姐了" * 8)
    changes: list[Change] = []
    for number in range(1500):
        day = TODAY - timedelta(days=number * 2)
        told = Told(("talk", "family_call", "home_visit")[number % 3], day, minutes=9, summary=said[number % 3])
        changes += log_care(told, [ids["周雨桐"]], f"record{number}")
    store.apply("记", changes)
    page.open_child(ids["罗子轩"])
    panel, best = page.dossier.timeline, 9.0
    for _try in range(3):
        panel.show_child(ids["罗子轩"])
        panel.grab()
        begun = time.process_time()
        panel.show_child(ids["周雨桐"])
        panel.grab()
        best = min(best, time.process_time() - begun)
    assert panel.heading.text() == "记录 1500 条"
    assert best <= 0.1, f"{best * 1000:.0f} ms"
