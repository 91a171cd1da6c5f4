"""A record in a few keys: child by letters, Enter, Enter; several children at once; other kinds; nothing is lost."""

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.contacts.conftest import KEYS, TODAY, Hands, all_records, focused
from ui.children.roster_page import RosterPage
from ui.contacts.page import ContactsPage
from ui.paper.print_page import PrintPage
from ui.session import Session
from ui.window import Window


def offers(page: ContactsPage) -> list[str]:
    return [one.text for one in page.strip.picker.list.offers()]


def test_a_call_takes_ten_keys_and_no_time(page: ContactsPage, session: Session, hands: Hands) -> None:
    """zyt Enter picks, Tab to the way, Tab to the minutes, 15, Enter."""
    assert focused() is page.strip.picker.editor
    began = time.monotonic()
    hands.types("zyt")
    assert offers(page) == ["周雨桐"]
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Tab)
    hands.types("15")
    hands.press(KEYS.Key_Return)
    assert hands.count <= 10
    assert time.monotonic() - began < 3
    (record,) = all_records(session)
    assert (record.kind, record.day, record.medium, record.relation, record.minutes) == (
        "family_call", TODAY, "视频", "父亲", 15,
    )  # fmt: skip
    assert focused() is page.strip.picker.editor and not page.strip.picker.editor.text()
    assert page.log.grid.rows() == [record.id]


def test_the_shortest_record_is_letters_and_enter_twice(page: ContactsPage, session: Session, hands: Hands) -> None:
    hands.types("lzx")
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Return)
    hands.types("mjf")
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Return)
    assert hands.count == 10
    assert [page.people.named(one.participants[0].child_id).name for one in all_records(session)] == ["麻金凤", "罗子轩"]


def test_chinese_digits_and_arrows_find_the_child(page: ContactsPage, hands: Hands) -> None:
    hands.composes("雨桐")
    assert offers(page) == ["周雨桐"]
    page.strip.picker.editor.clear()
    hands.types("0003")
    assert offers(page) == ["田小禾"]
    page.strip.picker.editor.clear()
    hands.types("t")
    assert offers(page)[0] == "田小禾"
    page.strip.picker.editor.clear()
    hands.press(KEYS.Key_Down)
    assert offers(page), "↓ offers who has not called this week"
    hands.press(KEYS.Key_Down)
    second = page.strip.picker.list.current()
    hands.press(KEYS.Key_Return)
    assert second is not None and page.strip.picker.target == second.key


def test_escape_closes_the_list_and_stays_on_the_page(page: ContactsPage, window: Window, hands: Hands) -> None:
    hands.types("z")
    assert offers(page)
    hands.press(KEYS.Key_Escape)
    assert not offers(page) and window.key == "contacts"


def test_nobody_of_that_name_is_said_and_nothing_written(page: ContactsPage, session: Session, hands: Hands) -> None:
    hands.types("qqq")
    hands.press(KEYS.Key_Return)
    assert "没有找到“qqq”" in page.strip.picker.error()
    assert all_records(session) == []
    page.strip.picker.editor.clear()
    hands.press(KEYS.Key_Return)
    assert page.strip.picker.error() == "先选孩子"


def test_a_child_is_looked_at_before_it_is_written(page: ContactsPage, session: Session, hands: Hands) -> None:
    hands.types("zyt")
    hands.press(KEYS.Key_Escape)
    hands.press(KEYS.Key_Return)
    assert all_records(session) == []
    assert page.strip.picker.editor.text() == "周雨桐"


def test_typing_another_name_forgets_the_first(page: ContactsPage, session: Session, hands: Hands) -> None:
    hands.types("zyt")
    hands.press(KEYS.Key_Return)
    page.strip.picker.setFocus()
    page.strip.picker.editor.selectAll()
    hands.types("lz")
    assert page.strip.picker.target is None
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert page.people.named(record.participants[0].child_id).name == "罗子轩"


def test_f4_changes_the_kind_and_it_stays_for_the_next(
    page: ContactsPage, session: Session, hands: Hands, qtbot: QtBot
) -> None:
    hands.press(KEYS.Key_F4)
    popup = page.strip.kind.editor.view()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, KEYS.Key_Down)
    QTest.keyClick(popup, KEYS.Key_Down)
    QTest.keyClick(popup, KEYS.Key_Return)
    assert page.strip.kind.value() == "talk"
    for letters in ("zyt", "lzx"):
        hands.types(letters)
        hands.press(KEYS.Key_Return)
        hands.press(KEYS.Key_2)
        hands.press(KEYS.Key_Return)
    assert [(one.kind, one.outcome) for one in all_records(session)] == [("talk", "not_reached")] * 2


def test_phrases_complete_what_was_said(page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]) -> None:
    hands.types("zyt")
    hands.press(KEYS.Key_Return)
    page.strip.form.summary.setFocus()
    hands.types("xbb")
    assert [one.text for one in page.strip.form.phrases.list.offers()] == ["想爸爸妈妈了"]
    hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Return)
    assert page.strip.form.summary.value() == "想爸爸妈妈了"
    hands.composes("，问")
    hands.press(KEYS.Key_Down)
    hands.press(KEYS.Key_Return)
    assert page.strip.form.summary.value() == "想爸爸妈妈了，问吃穿够不够"
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert record.summary == "想爸爸妈妈了，问吃穿够不够"


def test_what_the_school_writes_itself_is_offered_first(
    page: ContactsPage, session: Session, hands: Hands
) -> None:
    for _times in range(2):
        hands.types("zyt")
        hands.press(KEYS.Key_Return)
        page.strip.form.summary.setFocus()
        hands.composes("妹妹会走路了")
        hands.press(KEYS.Key_Return)
    page.strip.form.summary.setFocus()
    hands.press(KEYS.Key_Down)
    assert page.strip.form.phrases.list.offers()[0].text == "妹妹会走路了"


def test_ctrl_n_begins_anew_from_anywhere_on_the_page(page: ContactsPage, hands: Hands) -> None:
    page.log.grid.setFocus()
    hands.press(KEYS.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert focused() is page.strip.picker.editor


def test_the_same_talk_for_a_class_with_a_word_about_each(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    page.strip.kind.set_value("forum")
    page.strip.ask()
    hands.press(KEYS.Key_F7)
    hands.types("31")
    assert offers(page)[0] == "三（1）班"
    hands.press(KEYS.Key_Return)
    left = {ids["周雨桐"], ids["罗子轩"]}
    assert set(page.company.remarks) == left, "田小禾 is not left-behind"
    page.company.grid.edit_cell(ids["周雨桐"], "remark")
    hands.composes("肯说了")
    hands.press(KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (record,) = all_records(session)
    assert (record.kind, record.class_id) == ("forum", ids["三（1）班"])
    assert {one.child_id: one.remark for one in record.participants} == {ids["周雨桐"]: "肯说了", ids["罗子轩"]: ""}
    assert not page.strip.is_many and not page.company.isVisible()


def test_children_are_added_one_by_one_and_taken_away(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    page.strip.kind.set_value("talk")
    page.strip.ask()
    hands.press(KEYS.Key_F7)
    for letters in ("zyt", "lzx", "xzq"):
        hands.types(letters)
        hands.press(KEYS.Key_Return)
    assert len(page.company.remarks) == 3
    page.company.grid.edit_cell(ids["罗子轩"], "remark")
    hands.press(KEYS.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    page.strip.picker.setFocus()
    hands.press(KEYS.Key_Return)
    assert focused() is page.strip.form.way.row.focusProxy(), "Enter in the empty field goes on"
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert {one.child_id for one in record.participants} == {ids["周雨桐"], ids["解志强"]}
    assert record.class_id is None


def test_a_parents_meeting_needs_its_class(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    page.strip.kind.set_value("parents_meeting")
    page.strip.ask()
    page.strip.picker.setFocus()
    hands.press(KEYS.Key_Return)
    assert page.strip.picker.error() == "先选班级"
    hands.types("31")
    hands.press(KEYS.Key_Return)
    page.strip.form.way.setFocus()
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert record.class_id == ids["三（1）班"] and len(record.participants) == 3, "the whole class"


def test_a_lecture_for_the_school_names_nobody(page: ContactsPage, session: Session, hands: Hands) -> None:
    page.strip.kind.set_value("lecture")
    page.strip.ask()
    page.strip.form.summary.setFocus()
    hands.composes("法治讲座")
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert (record.class_id, record.participants) == (None, ())
    assert page.log.grid.model().index(1, 0).data() == "全校"


def test_undo_is_named_and_takes_it_back(page: ContactsPage, window: Window, session: Session, hands: Hands) -> None:
    hands.types("zyt")
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Return)
    assert window.undo.undo.text() == "撤回 记下周雨桐的亲情电话"
    assert page.desk.head.heading.text() == "本周还有 4 个孩子没通话"
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert all_records(session) == [] and page.log.grid.rows() == []
    assert page.desk.head.heading.text() == "本周还有 5 个孩子没通话"


def test_what_is_half_typed_comes_back_after_a_power_cut(
    page: ContactsPage, session: Session, hands: Hands, qtbot: QtBot, ids: dict[str, int]
) -> None:
    hands.types("zyt")
    hands.press(KEYS.Key_Return)
    page.strip.form.summary.setFocus()
    hands.composes("想妈妈")
    session.drafts.flush()
    later = ContactsPage(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(later)
    assert session.drafts.page() == "contacts"
    assert later.resume()
    assert later.strip.picker.target == ("child", ids["周雨桐"])
    assert later.strip.form.summary.value() == "想妈妈"


def test_several_children_half_written_come_back_too(
    page: ContactsPage, session: Session, hands: Hands, qtbot: QtBot, ids: dict[str, int]
) -> None:
    hands.press(KEYS.Key_F7)
    hands.types("31")
    hands.press(KEYS.Key_Return)
    page.company.grid.edit_cell(ids["罗子轩"], "remark")
    hands.composes("想爸爸")
    page.leave()
    session.drafts.flush()
    later = ContactsPage(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(later)
    assert later.resume()
    assert later.company.remarks == page.company.remarks and "想爸爸" in later.company.remarks.values()


def test_ctrl_n_in_the_roster_is_for_the_child_of_the_line(
    page: ContactsPage, window: Window, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    window.go("roster")
    roster = window.page
    assert isinstance(roster, RosterPage)
    roster.list.grid.setFocus()
    roster.list.grid.set_current(ids["罗子轩"])
    hands.press(KEYS.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.key == "contacts" and page.strip.picker.target == ("child", ids["罗子轩"])
    hands.press(KEYS.Key_Return)
    (record,) = all_records(session)
    assert [one.child_id for one in record.participants] == [ids["罗子轩"]]


def test_ctrl_n_in_the_dossier_is_for_its_child_and_elsewhere_for_nobody(
    page: ContactsPage, window: Window, hands: Hands, ids: dict[str, int]
) -> None:
    window.go("roster", ids["解志强"])
    hands.press(KEYS.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.strip.picker.editor.text() == "解志强"
    page.strip.begin()
    page.strip.picker.choose(None)
    window.go("history")
    hands.press(KEYS.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.key == "contacts" and focused() is page.strip.picker.editor
    assert page.strip.picker.target is None


def test_the_list_of_who_waits_is_printed(page: ContactsPage, window: Window, hands: Hands) -> None:
    QTest.mouseClick(page.waiting.print, Qt.MouseButton.LeftButton)
    assert window.key == "print"
    printing = window.page
    assert isinstance(printing, PrintPage)
    assert printing.heading.text() == "打印电话单：5 个孩子，1 张纸"


def test_ctrl_k_leads_to_each_kind(page: ContactsPage, window: Window, hands: Hands) -> None:
    window.go("roster")
    hands.press(KEYS.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.types("jjf")
    hands.press(KEYS.Key_Return)
    assert window.key == "contacts" and page.strip.kind.value() == "home_visit"
    assert focused() is page.strip.picker.editor
