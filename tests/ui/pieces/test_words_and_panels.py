"""Numbers, panels, heads, notices, empty states: keys, focus, spoken names."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.date_field import DateField
from ui.pieces.empty import Empty, Way
from ui.pieces.fields import AreaField, ComboField, LineField
from ui.pieces.label import Label
from ui.pieces.marks import KINDS, Mark
from ui.pieces.name_cell import NameCell
from ui.pieces.notice import DangerQuestion, Strip
from ui.pieces.numbers import Number, NumberLink, PhoneNumber, Sentence
from ui.pieces.page_head import PageHead
from ui.pieces.panel import Panel
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel

Show = Callable[..., QWidget]


def test_a_number_in_a_sentence_is_reached_by_key(qtbot: QtBot, shown: Show) -> None:
    line = Sentence(["本学期", Number("all", 96, "96 个留守儿童"), "个留守儿童，", Number("none", 0), "个还没结对"])
    shown(QLineEdit(), line)
    asked: list[str] = []
    line.clicked.connect(asked.append)
    number = line.number("all")
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Return)
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
    assert asked == ["all", "all"]
    assert number.accessibleName() == "96 个留守儿童"
    assert line.words() == "本学期 96 个留守儿童， 0 个还没结对"


def test_nought_is_nothing_to_click(shown: Show) -> None:
    line = Sentence([Number("none", 0), "个"])
    shown(line)
    assert not line.number("none").isEnabled()
    assert line.number("none").focusPolicy() == Qt.FocusPolicy.NoFocus


def test_new_numbers_leave_the_focus_where_it_is(shown: Show) -> None:
    line = Sentence([Number("all", 96), "个"])
    shown(line)
    line.number("all").setFocus()
    line.set_parts([Number("all", 97), "个孩子"])
    assert line.number("all").hasFocus()
    assert line.words() == "97 个孩子"


def test_a_phone_number_is_grouped_and_copied(qtbot: QtBot) -> None:
    phone = PhoneNumber("13900467715", whose="爸爸", size=27)
    qtbot.addWidget(phone)
    qtbot.keyClick(phone, Qt.Key.Key_Return)
    assert phone.accessibleName() == "爸爸 139 0046 7715"
    assert QGuiApplication.clipboard().text() == "13900467715"


def test_marks_speak_even_without_words(qtbot: QtBot) -> None:
    for kind in KINDS:
        mark = Mark(kind)
        qtbot.addWidget(mark)
        assert mark.accessibleName()
    mark.set_status("over", "过了 6 天")
    assert mark.accessibleName() == "过了 6 天"


def test_a_long_name_gets_smaller_cells_and_keeps_every_character(qtbot: QtBot) -> None:
    cell = NameCell("阿卜杜拉·买买提江", 56, whole=True)
    qtbot.addWidget(cell)
    assert cell.sizeHint().width() == 8 * (56 * 4 // 8)
    assert NameCell("周雨桐", 46).sizeHint().width() == 46


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False)])
def test_the_safe_answer_is_the_default(qtbot: QtBot, key: Qt.Key, answer: bool) -> None:
    question = DangerQuestion("删除", "删除 3 人的资料？", do="删除 3 人", keep="不删")
    qtbot.addWidget(question)
    question.show()
    qtbot.waitExposed(question)
    qtbot.keyClick(QApplication.focusWidget() or question, key)
    assert (question.result() == QDialog.DialogCode.Accepted) is answer
    assert not question.isVisible()


def test_danger_needs_its_own_button(qtbot: QtBot) -> None:
    question = DangerQuestion("删除", "删除 3 人的资料？", do="删除 3 人", keep="不删")
    qtbot.addWidget(question)
    question.show()
    qtbot.mouseClick(question.do, Qt.MouseButton.LeftButton)
    assert question.result() == QDialog.DialogCode.Accepted


def test_an_empty_state_offers_its_ways(qtbot: QtBot, shown: Show) -> None:
    empty = Empty("名册", "先把孩子的名字放进来", "名册有了人，今日要做的事会自己排出来。", [
        Way("table", "file-spreadsheet", "有现成的表格", "Excel、WPS 表格都行。", "选表格", "Ctrl+I"),
        Way("one", "user-round-plus", "一个一个添", "只要姓名和班级。", "添第一个孩子", "Ctrl+N"),
    ], last=("换电脑了？", "从备份恢复", "restore"))  # fmt: skip
    shown(empty)
    ways: list[str] = []
    empty.chosen.connect(ways.append)
    empty.setFocus()
    qtbot.keyClick(empty.buttons["table"], Qt.Key.Key_Return)
    qtbot.mouseClick(empty.buttons["restore"], Qt.MouseButton.LeftButton)
    assert ways == ["table", "restore"]
    assert [button.kind for button in empty.buttons.values()] == ["primary", "secondary", "link"]


def test_a_side_panel_is_emptied_and_filled_again(qtbot: QtBot) -> None:
    side = SidePanel(name="孩子")
    qtbot.addWidget(side)
    for _ in range(2):
        side.clear()
        side.add_section("打电话", NumberLink(3))
        side.add(Label("爸爸"))
    assert [label.text() for label in side.body.parentWidget().findChildren(Label) if not label.isHidden()] == [
        "打电话",
        "爸爸",
    ]


def test_a_head_says_finding_and_numbers(qtbot: QtBot) -> None:
    head = PageHead("儿童名册", ["本学期", Number("all", 96), "个"], Button("添加孩子", icon="plus"))
    qtbot.addWidget(head)
    with qtbot.waitSignal(head.clicked) as signal:
        head.sentence.number("all").click()
    assert signal.args == ["all"]
    head.set_words("今天先补 4 件", ["还有", Number("left", 5), "件"])
    assert (head.heading.text(), head.sentence.words()) == ("今天先补 4 件", "还有 5 件")


def test_every_widget_that_takes_the_focus_has_a_name(shown: Show) -> None:
    page = shown(
        Button("存下", icon="check"), Button("", icon="x", name="关上"), Segments([Segment("a", "全部")], name="筛选"),
        LineField("姓名"), AreaField("备注"), ComboField("性别", [("男", "男")]), ComboField("关系", [], editable=True),
        DateField("出生日期"), SearchBox("找孩子"), CheckBox("要再跟进"), Sentence([Number("a", 5)]),
        PhoneNumber("13900467715"), Strip("caution", "花生过敏", action="去看看"), Panel("家里人"),
    )  # fmt: skip
    silent = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and widget.focusProxy() is None
    ]
    assert [type(widget).__name__ for widget in silent] == []


def test_an_icon_alone_must_be_given_a_name(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="needs a name"):
        Button("", icon="x")
