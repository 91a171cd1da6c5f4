"""The printing page as a person uses it: choose, look, turn, save, print without a printer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.paper.stored import opened
from ui.paper.kinds import kinds
from ui.paper.print_page import PrintPage
from ui.session import Session
from ui.work import Work


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path) -> PrintPage:
    made = PrintPage(session, Work(lambda: session.store))
    made.ask_path = lambda _parent, suggestion: str(tmp_path / suggestion)
    made.has_printer = lambda: False
    qtbot.addWidget(made)
    made.resize(1366 - 164, 697 - 32)
    made.show()
    return made


def ids(session: Session, *names: str) -> list[int]:
    return [key for key, child in session.snapshot.children.items() if child.name in names]


def test_all_left_behind_until_some_are_chosen(page: PrintPage, session: Session) -> None:
    assert page.heading.text() == "打印随身卡：5 张卡，2 张纸"
    page.show_for(ids(session, "周雨桐", "𠮷䶮"), "school")
    assert page.heading.text() == "打印联系卡：6 张卡，3 张纸"
    assert page.panel.scope.editor.currentText() == "选中的 2 人"
    assert page.panel.go.label() == "打印 3 张纸"


def test_copies_are_chosen(page: PrintPage, session: Session) -> None:
    page.show_for(ids(session, "周雨桐"), "school")
    page.panel.copies["teacher"].click()
    assert page.heading.text() == "打印联系卡：2 张卡，1 张纸"
    for key in ("school", "home"):
        page.panel.copies[key].click()
    assert page.panel.counts.text() == "先勾上要印哪几份。"
    assert not page.panel.go.isEnabled() and not page.panel.save.isEnabled()


def test_a_class_is_chosen(page: PrintPage) -> None:
    combo = page.panel.scope.editor
    words = [combo.itemText(number) for number in range(combo.count())]
    assert words == ["全部留守儿童 5 人", "三（1）班的留守儿童 3 人", "六（12）班的留守儿童 2 人", "全校学生 5 人"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert page.heading.text() == "打印随身卡：2 张卡，1 张纸"


def test_pages_turn_by_key_and_stop_at_the_ends(page: PrintPage, qtbot: QtBot) -> None:
    assert page.preview.place.text() == "第 1 张，共 2 张"
    qtbot.keyClick(page.preview.sheet, Qt.Key.Key_PageDown)
    assert page.preview.place.text() == "第 2 张，共 2 张"
    assert page.preview.sheet.accessibleName() == "预览，第 2 张，共 2 张"
    qtbot.keyClick(page.preview.sheet, Qt.Key.Key_PageDown)
    assert page.preview.number == 1
    qtbot.keyClick(page.preview.sheet, Qt.Key.Key_PageUp)
    assert page.preview.number == 0 and not page.preview.back.isEnabled()


def test_zoom_changes_the_size(page: PrintPage, qtbot: QtBot) -> None:
    whole = page.preview.sheet.width()
    assert page.preview.sheet.height() <= page.preview.area.viewport().height()
    page.preview.zoom.button("wide").click()
    assert page.preview.sheet.width() > whole


def test_saved_as_pdf_and_recorded(page: PrintPage, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    page.show_for(ids(session, "周雨桐"), "child")
    page.panel.save.click()
    qtbot.waitUntil(lambda: (tmp_path / "随身卡.pdf").exists() and "存好了" in page.panel.notice.text())
    assert (tmp_path / "随身卡.pdf").read_bytes().startswith(b"%PDF")
    (child,) = [one for one in session.snapshot.children.values() if one.cards]
    assert child.name == "周雨桐" and child.cards[0].layout == "child"
    assert session.store.history(child.id)[0].label == "打印 1 人的随身卡"


def test_no_printer_is_said_and_the_pdf_offered(page: PrintPage, session: Session) -> None:
    page.activateWindow()
    page.panel.go.click()
    assert "没有装打印机" in page.panel.notice.text()
    assert not any(child.cards for child in session.snapshot.children.values())


def test_printed(page: PrintPage, session: Session, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"

    def choose(_parent: QWidget) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    page.has_printer, page.ask_printer = lambda: True, choose
    page.print_out()
    assert page.panel.notice.text() == "2 张纸交给了打印机。"
    assert target.read_bytes().startswith(b"%PDF")
    assert sum(len(child.cards) for child in session.snapshot.children.values()) == 5


def test_of_a_page_range_only_whole_children_count_as_printed(
    page: PrintPage, session: Session, tmp_path: Path
) -> None:
    def choose(_parent: QWidget) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setFromTo(2, 2)
        return printer

    page.has_printer, page.ask_printer = lambda: True, choose
    page.show_for(ids(session, "周雨桐", "𠮷䶮"), "school")
    page.print_out()
    assert page.panel.notice.text() == "1 张纸交给了打印机。"
    assert not any(child.cards for child in session.snapshot.children.values())
    page.show_for([], "child")
    page.print_out()
    assert sum(len(child.cards) for child in session.snapshot.children.values()) == 1


def test_full_numbers_warn(page: PrintPage) -> None:
    page.show_for([], "school")
    assert page.panel.full_hint.isHidden()
    page.panel.full_ids.click()
    assert not page.panel.full_hint.isHidden()
    assert page.job().full_ids
    page.panel.layouts.set_current("child")
    assert not page.job().full_ids


def test_three_layouts_by_click_and_by_arrow_keys(page: PrintPage, qtbot: QtBot) -> None:
    layouts = page.panel.layouts
    qtbot.mouseClick(layouts.button("pocket"), Qt.MouseButton.LeftButton)
    assert page.heading.text() == "打印随身卡（小）：5 张卡，1 张纸"
    assert page.panel.counts.text() == "5 人，一张 A4 印 10 张卡，按班级排好。"
    qtbot.keyClick(layouts.button("pocket"), Qt.Key.Key_Right)
    assert page.heading.text().startswith("打印联系卡") and page.panel.copies["school"].isVisible()
    keys = [kind.key for kind in kinds()]
    column = keys[keys.index("school") :: 3]
    for here in column:
        qtbot.keyClick(layouts.button(here), Qt.Key.Key_Down)
    assert layouts.current() == column[-1], "nothing stands below it"
    for here in column[:1:-1]:
        qtbot.keyClick(layouts.button(here), Qt.Key.Key_Up)
    qtbot.keyClick(layouts.button("list"), Qt.Key.Key_Up)
    qtbot.keyClick(layouts.button("school"), Qt.Key.Key_Left)
    qtbot.keyClick(layouts.button("pocket"), Qt.Key.Key_Left)
    assert page.heading.text() == "打印随身卡：5 张卡，2 张纸"


def test_kinds_by_group_each_with_the_one_chosen_last(page: PrintPage, qtbot: QtBot) -> None:
    layouts = page.panel.layouts
    shown = [kind.key for kind in kinds() if layouts.button(kind.key).isVisible()]
    assert shown == ["child", "pocket", "school"]
    qtbot.mouseClick(layouts.button("pocket"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(layouts.groups.button("forms"), Qt.MouseButton.LeftButton)
    assert layouts.current() == "form" and page.heading.text().startswith("打印基本情况登记表")
    assert layouts.button("survey").isVisible() and not layouts.button("pocket").isVisible()
    qtbot.keyClick(layouts.groups.button("forms"), Qt.Key.Key_Left)
    assert layouts.current() == "pocket" and page.heading.text().startswith("打印随身卡（小）")
    page.arrive("leading_group")
    assert layouts.groups.current() == "pairs" and layouts.button("leading_group").isVisible()
    for kind in kinds():
        page.arrive(kind.key)
        assert layouts.current() == kind.key and layouts.button(kind.key).isVisible()


def choose(page: PrintPage, words: str) -> None:
    combo = page.panel.scope.editor
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_registration_forms_filled_and_blank(
    page: PrintPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page.panel.layouts.button("form").click()
    assert page.heading.text() == "打印基本情况登记表：5 份，6 张纸"
    assert page.panel.counts.text() == "5 人，一人一张 A4，按班级排好。字多的有 1 张附页。"
    assert page.under.text() == "下面是印出来的样子。" and page.panel.full_ids.isVisible()
    choose(page, "空白表，手写用")
    assert page.heading.text() == "打印基本情况登记表：1 份，1 张纸" and not page.panel.full_ids.isVisible()
    page.panel.save.click()
    qtbot.waitUntil(lambda: "存好了" in page.panel.notice.text())
    assert (tmp_path / "基本情况登记表.pdf").read_bytes().startswith(b"%PDF")
    assert not any(child.cards for child in session.snapshot.children.values()), "a form is no contact card"


def test_class_lists_are_for_classes_and_the_childrens_scope_stays(page: PrintPage) -> None:
    choose(page, "三（1）班的留守儿童 3 人")
    page.panel.layouts.button("list").click()
    assert page.heading.text() == "打印班级名单：2 个班，2 张纸"
    choose(page, "六（12）班 2 人")
    page.panel.list_style.button("teacher").click()
    assert page.heading.text() == "打印班级名单：1 个班，1 张纸"
    assert page.panel.counts.text() == "1 个班 2 人，各班从新的一张纸起。"
    page.panel.layouts.button("child").click()
    assert page.heading.text() == "打印随身卡：3 张卡，1 张纸"


def test_the_button_leads_back(page: PrintPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.leaves):
        page.return_.click()


def test_every_control_has_a_name(page: PrintPage) -> None:
    page.show_for([], "school")
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_fits_a_small_screen(page: PrintPage) -> None:
    page.show_for([], "school")
    assert page.minimumSizeHint().width() <= 911 - 56


def test_the_survey_form_of_a_class_and_the_blank_one(page: PrintPage, session: Session) -> None:
    page.arrive((1, "survey"))
    assert page.panel.scope.editor.currentText() == "三（1）班 3 人"
    assert page.heading.text() == "打印调查表：3 人，1 张纸"
    assert page.job().children == page._scopes[1].children
    combo = page.panel.scope.editor
    combo.setCurrentIndex(combo.count() - 1)
    combo.activated.emit(combo.count() - 1)
    assert page.heading.text() == "打印空白调查表：1 张纸"
    assert page.panel.counts.text() == "一张空白表，要几张在打印机里选份数。"
