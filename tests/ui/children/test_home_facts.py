"""家庭情况 in the dossier by real keys and clicks: several choices, one choice, the agreed time; relatives' further facts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from db.store import FileStore
from tests.ui.children.test_dossier import child, line, retype
from ui.children.dossier import Dossier
from ui.children.roster_page import RosterPage
from ui.pieces.checks_field import ChecksField
from ui.pieces.fields import ComboField
from ui.window import Window


@pytest.fixture
def dossier(page: RosterPage, ids: dict[str, int]) -> Dossier:
    page.open_child(ids["周雨桐"])
    return page.dossier


def boxes(dossier: Dossier, field: str) -> ChecksField:
    found = dossier.facts.rows[field].field
    assert isinstance(found, ChecksField)
    return found


def test_income_and_aid_are_ticked_by_click_and_by_space_and_undone(
    qtbot: QtBot, window: Window, page: RosterPage, dossier: Dossier, ids: dict[str, int], store: FileStore
) -> None:
    income = boxes(dossier, "income")
    qtbot.mouseClick(income.boxes["务农"], Qt.MouseButton.LeftButton, pos=QPoint(12, 15))
    income.boxes["务工"].setFocus()
    qtbot.keyClick(income.boxes["务工"], Qt.Key.Key_Space)
    assert child(page, ids["周雨桐"]).income == "务工、务农"
    action = store.last_action()
    assert action is not None and action.label == "修改周雨桐的收入来源"
    window.session.undo()
    assert child(page, ids["周雨桐"]).income == "务农"
    assert income.boxes["务农"].isChecked() and not income.boxes["务工"].isChecked()


def test_none_excludes_the_other_aids(qtbot: QtBot, page: RosterPage, dossier: Dossier, ids: dict[str, int]) -> None:
    aid = boxes(dossier, "aid")
    for word in ("低保", "建档立卡"):
        aid.boxes[word].click()
    assert child(page, ids["周雨桐"]).aid == "建档立卡、低保"
    aid.boxes["无"].click()
    assert child(page, ids["周雨桐"]).aid == "无" and not aid.boxes["低保"].isChecked()
    aid.boxes["低保"].click()
    assert child(page, ids["周雨桐"]).aid == "低保"


def test_marriage_and_the_agreed_time(qtbot: QtBot, page: RosterPage, dossier: Dossier, ids: dict[str, int]) -> None:
    marriage = dossier.facts.rows["marriage"].field
    assert isinstance(marriage, ComboField)
    marriage.editor.setFocus()
    qtbot.keyClick(marriage.editor, Qt.Key.Key_Down)
    qtbot.keyClick(marriage.editor, Qt.Key.Key_Tab)
    assert child(page, ids["周雨桐"]).marriage == "在婚"
    retype(qtbot, line(dossier, "call_time"), "每周六 19:00")
    assert child(page, ids["周雨桐"]).call_time == "每周六 19:00"


def test_a_relatives_birth_health_and_number(
    qtbot: QtBot, page: RosterPage, dossier: Dossier, ids: dict[str, int]
) -> None:
    granny = child(page, ids["周雨桐"]).kin[2]
    dossier.family.open_kin(granny.id)
    editor = dossier.family.blocks[granny.id].editor
    assert editor is not None
    birth = editor.fields["birth"]
    birth.editor.setFocus()  # type: ignore[attr-defined]
    qtbot.keyClicks(birth.editor, "1958")  # type: ignore[attr-defined]
    qtbot.keyClick(birth.editor, Qt.Key.Key_Tab)  # type: ignore[attr-defined]
    editor.id_row.reveal()
    qtbot.keyClicks(editor.id_row.field.editor, "433123195803060048")  # type: ignore[attr-defined]
    qtbot.keyClick(editor.id_row.field.editor, Qt.Key.Key_Tab)  # type: ignore[attr-defined]
    now = child(page, ids["周雨桐"]).kin[2]
    assert (now.birth, now.id_number) == ("1958", "433123195803060048")
    assert "433123195803060048" not in editor.id_row._masked.label()


def test_every_box_says_of_what_it_is_a_choice(dossier: Dossier) -> None:
    assert boxes(dossier, "aid").boxes["其他"].accessibleName() == "救助保障 其他"
