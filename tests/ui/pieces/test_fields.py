"""Fields: saved when left, unfinished words committed first, Esc takes back, errors stand beneath."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.pieces.fields import AreaField, ComboField, Field, LineField

Show = Callable[..., QWidget]


def heard(field: Field) -> list[str]:
    values: list[str] = []
    field.committed.connect(values.append)
    return values


def compose(widget: QWidget, preedit: str) -> None:
    QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def test_a_field_is_saved_when_it_is_left_and_only_if_it_changed(qtbot: QtBot, shown: Show) -> None:
    name, other = LineField("姓名", "周雨桐"), LineField("班级")
    shown(name, other)
    values = heard(name)
    name.editor.setFocus()
    other.editor.setFocus()
    assert values == []
    name.editor.setFocus()
    name.editor.selectAll()
    qtbot.keyClicks(name.editor, "Luo")
    qtbot.keyClick(name.editor, Qt.Key.Key_Tab)
    assert values == ["Luo"]
    assert other.editor.hasFocus()


def test_what_is_too_long_is_read_from_its_beginning_and_typed_on_at_its_end(qtbot: QtBot, shown: Show) -> None:
    number = LineField("学籍号", "G433199202002240805")
    shown(LineField("班级"), number)
    number.editor.setFixedWidth(90)
    assert number.editor.cursorPosition() == 0
    number.editor.setFocus()
    qtbot.keyClicks(number.editor, "9")
    assert number.value() == "G4331992020022408059"


def test_enter_saves_too_and_once(qtbot: QtBot, shown: Show) -> None:
    name = LineField("姓名")
    shown(name)
    values = heard(name)
    name.editor.setFocus()
    qtbot.keyClicks(name.editor, " ab ")
    qtbot.keyClick(name.editor, Qt.Key.Key_Return)
    qtbot.keyClick(name.editor, Qt.Key.Key_Return)
    assert values == ["ab"]


@pytest.mark.parametrize("make", [LineField, AreaField])
def test_an_open_composition_is_taken_over_before_saving(
    qtbot: QtBot, shown: Show, make: type[LineField] | type[AreaField]
) -> None:
    name, other = make("姓名", "周"), LineField("班级")
    shown(name, other)
    values = heard(name)
    name.editor.setFocus()
    qtbot.keyClick(name.editor, Qt.Key.Key_End)
    compose(name.editor, "雨桐")
    other.editor.setFocus()
    assert values == ["周雨桐"]


def test_a_finished_composition_is_not_taken_twice(qtbot: QtBot, shown: Show) -> None:
    name, other = LineField("姓名"), LineField("班级")
    shown(name, other)
    values = heard(name)
    name.editor.setFocus()
    compose(name.editor, "zhou")
    done = QInputMethodEvent()
    done.setCommitString("周")
    QApplication.sendEvent(name.editor, done)
    other.editor.setFocus()
    assert values == ["周"]


@pytest.mark.parametrize("make", [LineField, AreaField])
def test_escape_puts_the_saved_value_back(qtbot: QtBot, shown: Show, make: type[LineField] | type[AreaField]) -> None:
    field = make("备注", "原来的")
    shown(field)
    values = heard(field)
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "x")
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.value() == "原来的"
    assert values == []


def test_a_wrong_value_stays_with_its_sentence(qtbot: QtBot, shown: Show) -> None:
    phone = LineField("电话", check=lambda value: "" if len(value) == 11 else "手机号是 11 位")
    other = LineField("班级")
    shown(phone, other)
    values = heard(phone)
    phone.editor.setFocus()
    qtbot.keyClicks(phone.editor, "139")
    other.editor.setFocus()
    assert (values, phone.error(), phone.value()) == ([], "手机号是 11 位", "139")
    assert phone.editor.accessibleDescription() == "手机号是 11 位"
    phone.editor.setFocus()
    qtbot.keyClicks(phone.editor, "00467715")
    other.editor.setFocus()
    assert (values, phone.error()) == (["13900467715"], "")


def test_what_is_being_typed_survives_a_refresh(qtbot: QtBot, shown: Show) -> None:
    name = LineField("姓名", "周")
    shown(name)
    name.editor.setFocus()
    qtbot.keyClicks(name.editor, "a")
    name.set_value("罗")
    assert name.value() == "周a"
    name.revert()
    assert name.value() == "罗"


def test_rare_characters_are_not_cut(qtbot: QtBot, shown: Show) -> None:
    name = LineField("姓名")
    shown(name)
    name.editor.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("𠮷䶮㛃")
    QApplication.sendEvent(name.editor, event)
    assert name.value() == "𠮷䶮㛃"


def test_a_choice_is_saved_when_chosen_and_keeps_unknown_values(qtbot: QtBot, shown: Show) -> None:
    sex = ComboField("性别", [("", "没填"), ("男", "男"), ("女", "女")], "女")
    shown(sex)
    values = heard(sex)
    sex.editor.setFocus()
    qtbot.keyClick(sex.editor, Qt.Key.Key_Up)
    assert values == ["男"]
    sex.set_value("未说明")
    assert sex.value() == "未说明"


def test_an_editable_choice_takes_a_composed_answer(qtbot: QtBot, shown: Show) -> None:
    relation, other = ComboField("关系", [("父亲", "爸爸"), ("母亲", "妈妈")], "父亲", editable=True), LineField("班级")
    shown(relation, other)
    values = heard(relation)
    relation.editor.setFocus()
    line = relation.editor.lineEdit()
    assert line is not None
    line.selectAll()
    compose(line, "表姑")
    other.editor.setFocus()
    assert values == ["表姑"]


def test_the_wheel_leaves_a_choice_alone(qtbot: QtBot, shown: Show) -> None:
    sex = ComboField("性别", [("男", "男"), ("女", "女")], "男")
    shown(sex)
    sex.editor.setFocus()
    at = QPointF(20, 20)
    wheel = QWheelEvent(
        at, sex.editor.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(sex.editor, wheel)
    assert sex.value() == "男"


def test_every_editor_says_its_name(qtbot: QtBot) -> None:
    for field in (LineField("姓名"), AreaField("备注"), ComboField("性别", [])):
        qtbot.addWidget(field)
        assert field.editor.accessibleName() == field.label()


def test_escape_takes_back_what_was_typed_into_a_combo(qtbot: QtBot, shown: Show) -> None:
    field = ComboField("就读方式", [("走读", "走读"), ("住校", "住校")], "走读", editable=True)
    shown(field)
    line = field.editor.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "走读"
    assert not line.keeps_escape()  # type: ignore[attr-defined]
