"""The fields of one record: what is offered for a child and a kind, and what they say once filled in."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.edits import Told, log_care
from tests.ui.contacts.conftest import TODAY, focused, shown
from ui.contacts.record_form import RecordForm
from ui.session import Session


@pytest.fixture
def form(qtbot: QtBot, session: Session, ids: dict[str, int]) -> RecordForm:
    made = RecordForm(session)
    made.set_subject(ids["周雨桐"], "family_call")
    shown(qtbot, made, 288, 600)
    return made


def words(form: RecordForm, key: str) -> list[str]:
    return [said for _key, said in getattr(form, key).options()]


def test_the_child_s_own_family_is_offered(form: RecordForm, ids: dict[str, int]) -> None:
    assert words(form, "whom") == ["爸爸", "妈妈", "一起", "外婆"]
    form.set_subject(ids["周雨桐"], "carer_contact")
    assert words(form, "whom")[0] == "外婆"
    form.set_subject(ids["罗子轩"], "family_call")
    assert words(form, "whom") == ["爸爸", "妈妈", "一起"], "who is away comes first"
    form.set_subject(ids["罗子轩"], "talk")
    assert form.whom.isHidden()


def test_each_kind_has_its_own_ways(form: RecordForm, ids: dict[str, int]) -> None:
    assert words(form, "way") == ["视频", "语音", "没通"]
    form.set_subject(ids["周雨桐"], "talk")
    assert words(form, "way") == ["谈了", "没谈成"]
    form.set_subject(ids["周雨桐"], "home_visit")
    assert words(form, "way") == ["去了", "家里没人"]
    assert not form.place.isHidden()


def test_keys_fill_it_and_it_says_so(form: RecordForm, session: Session, ids: dict[str, int]) -> None:
    heard: list[bool] = []
    form.submitted.connect(lambda: heard.append(True))
    form.whom.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_2)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Y)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "15")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert heard == [True]
    told = form.told()
    assert told == Told(
        "family_call", TODAY, minutes=15, medium="电话", relation="母亲", staff_id=None, summary="", mood=""
    )
    done = session.apply("记下", log_care(told, [ids["周雨桐"]]))
    record = session.store.ledger.record(done.ids["record"])
    assert record is not None
    assert (record.relation, record.medium, record.minutes) == ("母亲", "电话", 15)


def test_a_call_nobody_answered_has_no_minutes(form: RecordForm) -> None:
    form.minutes.set_value("15")
    form.way.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_X)
    told = form.told()
    assert told is not None
    assert (told.outcome, told.minutes, told.medium) == ("not_reached", None, "")
    assert not form.minutes.isEnabled()


def test_a_mood_is_said_or_not(form: RecordForm) -> None:
    form.mood.setFocus()
    told = form.told()
    assert told is not None and told.mood == ""
    QTest.keyClick(focused(), Qt.Key.Key_3)
    told = form.told()
    assert told is not None and told.mood == "low"
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    told = form.told()
    assert told is not None and told.mood == ""


@pytest.mark.parametrize(("typed", "day"), [
    ("昨天", date(2026, 11, 23)), ("11.20", date(2026, 11, 20)), ("12.30", date(2025, 12, 30)),
    ("11月3日", date(2026, 11, 3)), ("", None), ("2026-12-1", None), ("32", None),
])  # fmt: skip
def test_the_day_is_past_and_whole(form: RecordForm, typed: str, day: date | None) -> None:
    form.day.editor.setFocus()
    form.day.editor.setText(typed)
    told = form.told()
    assert (told and told.day) == day
    assert bool(form.day.error()) == (day is None)


def test_the_day_is_shown_short(form: RecordForm) -> None:
    assert form.day.editor.text() == "11月24日"


def test_a_follow_up_lies_after_the_day(form: RecordForm) -> None:
    QTest.keyClick(form.summary.editor, Qt.Key.Key_F6)
    form.follow_up.set_value("2026-11-20")
    assert form.told() is None
    assert "之前" in form.follow_up.error()
    form.follow_up.set_value("2026-11-27")
    form.follow_up_note.set_value("再打给妈妈")
    told = form.told()
    assert told is not None and (told.follow_up, told.follow_up_note) == (date(2026, 11, 27), "再打给妈妈")


def test_wrong_minutes_keep_the_cursor(form: RecordForm) -> None:
    form.minutes.editor.setText("abc")
    assert form.told() is None
    assert focused() is form.minutes.editor


def test_the_next_one_keeps_the_day_and_nothing_else(form: RecordForm) -> None:
    form.day.set_value("2026-11-20")
    form.minutes.set_value("15")
    form.summary.set_value("问冬天的被子")
    form.mood.set_value("good")
    form.way.set_value("missed")
    form.clear()
    told = form.told()
    assert told is not None
    assert (told.day, told.minutes, told.summary, told.mood, told.medium) == (date(2026, 11, 20), None, "", "", "视频")


def test_what_is_half_typed_comes_back(qtbot: QtBot, form: RecordForm, session: Session, ids: dict[str, int]) -> None:
    assert form.words() == {}
    form.summary.editor.setText("想妈妈，哭了")
    form.way.set_value("voice")
    other = RecordForm(session)
    qtbot.addWidget(other)
    other.set_subject(ids["周雨桐"], "family_call")
    other.put_back(form.words())
    told = other.told()
    assert told is not None and (told.summary, told.medium) == ("想妈妈，哭了", "电话")


def test_a_record_is_shown_to_be_changed(form: RecordForm) -> None:
    told = Told(
        "family_call", date(2026, 11, 3), minutes=9, relation="外祖母、父亲", medium="固定电话", summary="好", mood="fair"
    )
    form.fill(told)
    assert form.told() == told


def test_counselling_is_confidential(form: RecordForm, ids: dict[str, int]) -> None:
    form.set_subject(ids["周雨桐"], "counselling")
    told = form.told()
    assert told is not None and told.confidential
    form.set_subject(ids["周雨桐"], "family_call")
    told = form.told()
    assert told is not None and not told.confidential
