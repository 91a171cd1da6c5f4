"""The dossier under real keys on a real file: correct in place, undo, confirm, family, transfer and return."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.children import Child
from app.roster import counts, rows
from db.store import FileStore
from ui.children.dossier import Dossier
from ui.children.fact_row import IdRow
from ui.children.gone_children import GoneChildren
from ui.children.roster_page import RosterPage
from ui.pieces.fields import LineField
from ui.window import Window


@pytest.fixture
def dossier(page: RosterPage, ids: dict[str, int]) -> Dossier:
    page.open_child(ids["周雨桐"])
    return page.dossier


def child(page: RosterPage, key: int) -> Child:
    return page._session.snapshot.children[key]


def line(dossier: Dossier, field: str) -> LineField:
    found = dossier.facts.rows[field].field
    assert isinstance(found, LineField)
    return found


def retype(qtbot: QtBot, field: LineField, text: str) -> None:
    field.editor.setFocus()
    field.editor.selectAll()
    if text.isascii():
        qtbot.keyClicks(field.editor, text)  # type: ignore[no-untyped-call]
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field.editor, event)
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]


def test_a_field_is_saved_when_it_is_left_and_undo_names_it(
    qtbot: QtBot, window: Window, page: RosterPage, dossier: Dossier, ids: dict[str, int], store: FileStore
) -> None:
    retype(qtbot, line(dossier, "seat_number"), "12")
    assert child(page, ids["周雨桐"]).seat_number == "12"
    assert store.children([ids["周雨桐"]])[ids["周雨桐"]].seat_number == "12"
    action = store.last_action()
    assert action is not None
    assert action.label == "修改周雨桐的班内学号"
    window.session.undo()
    assert line(dossier, "seat_number").value() == ""


def test_escape_puts_the_old_value_back_and_stays(qtbot: QtBot, page: RosterPage, dossier: Dossier) -> None:
    field = line(dossier, "name")
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "x")  # type: ignore[no-untyped-call]
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert field.value() == "周雨桐"
    assert page.in_dossier()
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert not page.in_dossier()


def test_a_wrong_date_stays_with_its_error_and_is_not_saved(
    qtbot: QtBot, page: RosterPage, dossier: Dossier, ids: dict[str, int]
) -> None:
    retype(qtbot, line(dossier, "birth"), "2016-13-40")
    assert "日期" in line(dossier, "birth").error()
    assert child(page, ids["周雨桐"]).birth == "2016-05-12"
    retype(qtbot, line(dossier, "birth"), "20160513")
    assert child(page, ids["周雨桐"]).birth == "2016-05-13"
    assert line(dossier, "birth").value() == "2016年5月13日"


def test_an_id_with_a_wrong_check_digit_is_saved_and_marked_and_masked_again(
    qtbot: QtBot, page: RosterPage, dossier: Dossier, ids: dict[str, int]
) -> None:
    row = dossier.facts.rows["id_number"]
    assert isinstance(row, IdRow)
    assert not row.field.isVisible()
    row._masked.click()
    assert row.field.isVisible()
    retype(qtbot, line(dossier, "id_number"), "433126201605120045")
    assert child(page, ids["周雨桐"]).id_number == "433126201605120045"
    assert "最后一位" in row.warning()
    assert not row.field.isVisible()
    assert row._masked.label() == "433126********0045"


def test_an_unfinished_pinyin_word_is_taken_over_when_the_field_is_left(
    qtbot: QtBot, page: RosterPage, dossier: Dossier, ids: dict[str, int]
) -> None:
    field = line(dossier, "former_name")
    field.editor.setFocus()
    QApplication.sendEvent(field.editor, QInputMethodEvent("周小雨", []))
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    assert child(page, ids["周雨桐"]).former_name == "周小雨"


def test_a_relative_opens_in_place_and_phone_and_place_are_corrected(
    qtbot: QtBot, page: RosterPage, dossier: Dossier, ids: dict[str, int]
) -> None:
    father = child(page, ids["周雨桐"]).kin[0]
    dossier.family.blocks[father.id].toggle.click()
    editor = dossier.family.blocks[father.id].editor
    assert editor is not None
    retype(qtbot, editor.phones.rows()[0].number, "13911112222")
    now = child(page, ids["周雨桐"]).kin[0]
    assert [phone.number for phone in now.phones] == ["13911112222"]
    editor = dossier.family.blocks[father.id].editor
    assert editor is not None
    place = editor.fields["place"]
    assert isinstance(place, LineField)
    retype(qtbot, place, "福建晋江")
    assert child(page, ids["周雨桐"]).kin[0].whereabouts[-1].place == "福建晋江"


def test_a_proposal_is_confirmed_from_the_family_panel(page: RosterPage, ids: dict[str, int]) -> None:
    page.open_child(ids["麻金凤"])
    father = child(page, ids["麻金凤"]).kin[0]
    page.dossier.family.confirmed.emit(father.id)
    assert child(page, ids["麻金凤"]).kin[0].whereabouts[0].confirmed_on == date(2026, 11, 24)
    assert child(page, ids["麻金凤"]).kin[1].whereabouts[0].confirmed_on is None


def test_a_relative_is_added_made_carer_and_removed(page: RosterPage, dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.family.added.emit("祖母")
    grandmother = child(page, ids["周雨桐"]).kin[-1]
    assert grandmother.relation == "祖母"
    assert dossier.family.blocks[grandmother.id].editor is not None
    dossier.family.carer_chosen.emit(grandmother.id)
    carer = page.listing.row(ids["周雨桐"]).carer
    assert carer.kin is not None
    assert carer.kin.id == grandmother.id
    dossier.family.removed.emit(grandmother.id)
    assert "祖母" not in [kin.relation for kin in child(page, ids["周雨桐"]).kin]


def test_who_transfers_leaves_every_count_the_same_day_and_comes_back(
    page: RosterPage, dossier: Dossier, ids: dict[str, int]
) -> None:
    dossier.school.out.click()
    form = dossier.school.form
    assert form is not None
    form.where.editor.setText("县城二小")
    form.save.click()
    session = page._session
    assert counts(rows(session.snapshot, session.today)).total == 5
    assert page.list.segments.button("all").count == 5
    assert page.list.segments.button("left_behind").count == 4
    assert "县城二小" in page._session.snapshot.children[ids["周雨桐"]].enrolments[0].left_where
    assert dossier.head.class_name.text() == "不在校"
    dossier.school.back.click()
    form = dossier.school.form
    assert form is not None
    form.class_id.set_value(str(ids["四（1）班"]))
    form.save.click()
    assert page.list.segments.button("all").count == 6
    assert page.listing.row(ids["周雨桐"]).class_name == "四（1）班"


def test_a_change_of_class_shows_in_the_list(page: RosterPage, dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.school.change.click()
    form = dossier.school.form
    assert form is not None
    form.class_id.set_value(str(ids["四（1）班"]))
    form.save.click()
    assert page.listing.row(ids["周雨桐"]).class_name == "四（1）班"


def test_the_office_overrules_with_a_reason_and_goes_back_to_the_facts(
    page: RosterPage, dossier: Dossier, ids: dict[str, int]
) -> None:
    meaning = dossier.status.register
    meaning.other.click()
    meaning.status.set_value("none")
    meaning.save.click()
    assert page.listing.row(ids["周雨桐"]).status == "both_away"
    assert meaning.reason.error()
    meaning.reason.editor.setText("父母这学期都回来了")
    meaning.save.click()
    assert page.listing.row(ids["周雨桐"]).status == "none"
    assert "父母这学期都回来了" in meaning.why.text()
    meaning.other.click()
    assert page.listing.row(ids["周雨桐"]).status == "both_away"


def test_the_history_says_who_changed_what_from_what_to_what(qtbot: QtBot, dossier: Dossier) -> None:
    retype(qtbot, line(dossier, "native_place"), "凤凰")
    assert dossier.history.shown[0] == "修改周雨桐的籍贯\n籍贯：空 → 凤凰"


def test_page_down_shows_the_next_child_of_the_list_and_escape_returns_to_it(
    qtbot: QtBot, page: RosterPage, ids: dict[str, int]
) -> None:
    page.open_child(ids["罗子轩"])
    qtbot.keyClick(page.dossier, Qt.Key.Key_PageDown)  # type: ignore[no-untyped-call]
    assert page.dossier.child_id == ids["周雨桐"]
    qtbot.keyClick(page.dossier, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert not page.in_dossier()
    assert page.list.grid.current() == ids["周雨桐"]


def test_what_is_missing_leads_to_the_field_to_fill(page: RosterPage, ids: dict[str, int]) -> None:
    page.list.grid.set_current(ids["解志强"])
    page.side.go.click()
    assert page.in_dossier()
    father = child(page, ids["解志强"]).kin[0]
    editor = page.dossier.family.blocks[father.id].editor
    assert editor is not None


def test_who_has_left_is_found_again_under_the_classes(page: RosterPage, dossier: Dossier, ids: dict[str, int]) -> None:
    page.deeds.transfer_out(ids["周雨桐"], page._session.today, "县城二小", "转出")
    page.close_child()
    page.list.choose_class("gone")
    gone = page.findChild(GoneChildren)
    assert isinstance(gone, GoneChildren)
    assert gone.grid.rows() == [ids["周雨桐"]]
    assert gone._how(ids["周雨桐"]).text == "转出到县城二小"
    gone.go.click()
    assert page.in_dossier()
    assert page.dossier.child_id == ids["周雨桐"]
    assert page.dossier.school.back.isVisible()


def test_ctrl_d_writes_what_the_child_before_has_but_never_a_name_or_number(
    qtbot: QtBot, page: RosterPage, dossier: Dossier
) -> None:
    first, second = dossier._ids[:2]
    page.deeds.set_fact(first, "address", "青石坪村五组")
    page.deeds.set_fact(first, "ethnicity", "苗族")
    page.open_child(second)
    before = child(page, second)
    for field in ("address", "ethnicity", "name"):
        dossier.facts.focus(field)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
        assert child(page, second).name == before.name and child(page, second).address in (before.address, "青石坪村五组")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    after = child(page, second)
    assert (after.address, after.ethnicity, after.name) == ("青石坪村五组", "苗族", before.name)
