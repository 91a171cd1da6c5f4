"""The page of the county's forms as a clerk uses it: add, look through, put right, fill."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.templates.marks import LIST, SINGLE, from_json
from tests.db.templates.county_forms import list_form, single_form, word_form
from tests.ui.paper.stored import opened
from ui.session import Session
from ui.templates.page import TemplatesPage
from ui.work import Work


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        real = real_disk()
        found.disk = replace(found.disk, read_form=real.read_form, form_of=real.form_of, fill_form=real.fill_form)
        yield found


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> TemplatesPage:
    made = TemplatesPage(session, Work(lambda: session.store))
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1366 - 164, 697 - 32)
    made.show()
    made.activateWindow()
    made.arrive(None)
    return made


def add(page: TemplatesPage, qtbot: QtBot, folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.write_bytes(data)
    page.add(str(path))
    qtbot.waitUntil(page.is_marking)


def saves(patch: MonkeyPatch, path: Path) -> None:
    patch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_given, **_more: (str(path), "")))


def look(page: TemplatesPage, place: str) -> None:
    page.marking.view.go(int(place[1:]) - 1, ord(place[0]) - 65)


def facts(session: Session) -> dict[tuple[int, int, int], str]:
    return {mark.place[1:]: mark.fact for mark in from_json(session.snapshot.templates[-1].marks).marks}


def test_before_the_first_one_it_says_how_to_begin(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    assert page.shelf.stack.currentWidget() is page.shelf.empty and not page.shelf.panel.isVisible()
    assert page.leave(), "a page with nothing on it keeps nobody"
    path = tmp_path / "登记表.xlsx"
    path.write_bytes(single_form())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_given: (str(path), "")))
    page.shelf.empty.buttons["add"].click()
    qtbot.waitUntil(page.is_marking)
    assert page.marking.head.heading.text() == "登记表"
    assert page.marking.head.sentence.words().startswith("认出 45 处，绿的会填上。 1 处没认出")


def test_dropped_on_the_page_it_is_added(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    path = tmp_path / "卡.docx"
    path.write_bytes(word_form())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(QPoint(5, 5).toPointF(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(drop)
    qtbot.waitUntil(page.is_marking)
    (template,) = session.snapshot.templates
    assert (template.name, template.kind) == ("卡", "docx")
    assert session.store.file(template.file) == path.read_bytes()
    last = session.store.last_action()
    assert last is not None and last.label == "添上县里的表“卡”"


def test_the_form_is_drawn_with_its_marks(page: TemplatesPage, qtbot: QtBot, tmp_path: Path) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    view = page.marking.view
    model = view.form_model
    assert model.data(model.index(4, 1)) == "填姓名"
    assert model.data(model.index(1, 0)) == "填报单位（盖章）： 填学校 填报日期： 填今天日期"
    assert model.data(model.index(2, 7)) == "父亲" and view.columnSpan(2, 7) == 3
    assert model.waits(model.grid.at(6, 3)) and not model.waits(model.grid.at(4, 3))
    assert view.columnSpan(11, 0) > 1, "校长（签名） runs on over its empty neighbours"
    assert page.marking.bar.kind.current() == LIST and page.marking.bar.first.currentText() == "5"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "E" and model.headerData(4, Qt.Orientation.Vertical) == "5"


def test_a_guess_says_why_and_for_example(page: TemplatesPage, qtbot: QtBot, tmp_path: Path) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    look(page, "J5")
    panel = page.marking.panel
    assert panel.heading.text() == "J5" and panel.what.text() == "填：父亲电话"
    assert panel.why.text().startswith("因为上面写着“父亲 · 联系电话”，比如 1")
    look(page, "A2")
    assert panel.place.isVisible() and panel.place.editor.count() == 2
    assert panel.place.editor.itemText(1) == "填报日期 → 今天日期"


def test_a_cell_is_put_right_by_keys_alone(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    add(page, qtbot, tmp_path, "登记表.xlsx", single_form())
    view, panel = page.marking.view, page.marking.panel
    assert view.hasFocus() and panel.heading.text() == "C5", "it begins where something was not understood"
    QTest.keyClicks(view, "b")
    assert panel.chooser.search.hasFocus() and panel.chooser.search.text() == "b"
    QTest.keyClicks(panel.chooser.search, "anji")
    QTest.keyClick(panel.chooser.search, Qt.Key.Key_Return)
    assert facts(session)[4, 2, -1] == "class" and view.hasFocus()
    last = session.store.last_action()
    assert last is not None and last.label == "“登记表”：C5 填班级"
    assert panel.what.text() == "填：班级" and panel.why.text().startswith("你选的")
    assert "没认出" not in page.marking.head.sentence.words()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert facts(session)[4, 2, -1] == "" and panel.what.text() == "不填，留给手写"
    session.undo()
    assert panel.what.text() == "填：班级"
    session.undo()
    assert panel.what.text() == "还没有选填什么" and "1 处没认出" in page.marking.head.sentence.words()


def test_by_pointer_a_fact_is_one_click(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    add(page, qtbot, tmp_path, "登记表.xlsx", single_form())
    view, grid = page.marking.view, page.marking.panel.chooser.grid
    at = view.visualRect(view.form_model.index(3, 2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.marking.panel.what.text() == "填：民族"
    page.marking.panel.chooser.search.setText("政治")
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(grid.model().index(0, 0)).center())
    assert facts(session)[3, 2, -1] == "political"
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.marking.panel.chooser.search.hasFocus()


def test_the_number_leads_to_what_was_not_understood(page: TemplatesPage, qtbot: QtBot, tmp_path: Path) -> None:
    add(page, qtbot, tmp_path, "卡.docx", word_form())
    seen = []
    for _click in range(4):
        page.marking.next_open()
        cell = page.marking.view.cell()
        assert cell is not None
        seen.append((cell.row, cell.col))
    assert len(set(seen)) == 3 and seen[3] == seen[0], "round and round"
    assert page.marking.panel.heading.text() == "第 9 行"


def test_a_list_may_be_one_sheet_for_each_and_back(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    page.marking.bar.kind.button(SINGLE).click()
    assert from_json(session.snapshot.templates[0].marks).shape(0).kind == SINGLE
    look(page, "A5")
    page.marking.bar.kind.button(LIST).click()
    shape = from_json(session.snapshot.templates[0].marks).shape(0)
    assert (shape.kind, shape.first, shape.rows) == (LIST, 4, 6)
    page.marking.bar.first.setCurrentIndex(6)
    page.marking.bar.first.activated.emit(6)
    shape = from_json(session.snapshot.templates[0].marks).shape(0)
    assert (shape.first, shape.rows) == (6, 4)
    assert facts(session)[6, 1, -1] == "name"


def test_escape_leads_from_the_list_to_the_form_to_the_shelf(page: TemplatesPage, qtbot: QtBot, tmp_path: Path) -> None:
    add(page, qtbot, tmp_path, "登记表.xlsx", single_form())
    QTest.keyClick(page.marking.view, Qt.Key.Key_Return)
    assert page.marking.in_list() and page.back() and page.marking.view.hasFocus()
    assert page.back() and not page.is_marking() and page.shelf.grid.hasFocus()
    assert not page.back()


def test_filled_masked_in_one_press(page: TemplatesPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    QTest.keyClick(page.marking.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    panel = page.shelf.panel
    assert panel.go.label() == "填好 5 人" and panel.how.isHidden()
    asked: list[str] = []
    path = tmp_path / "交县里"

    def ask(_parent: QWidget, _title: str, suggestion: str, kind: str) -> tuple[str, str]:
        asked.extend((suggestion, kind))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    panel.go.click()
    qtbot.waitUntil(lambda: "存在" in panel.notice.text())
    assert asked == ["名单（5 人）.xlsx", "Excel (*.xlsx)"]
    filled = openpyxl.load_workbook(tmp_path / "交县里.xlsx")["花名册"]
    assert {filled[f"B{row}"].value for row in range(5, 10)} == {
        "𠮷䶮", "欧阳阿依古丽", "周雨桐", "㛃𫍽𬶏", "买买提江·阿不都热合曼·吐尔逊",
    }  # fmt: skip
    assert [filled[f"E{row}"].value for row in range(5, 10)] == ["三（1）班"] * 3 + ["六（12）班"] * 2
    assert sorted(str(filled[f"F{row}"].value or "").count("*") for row in range(5, 10)) == [0, 8, 8, 8, 8]
    opened_folders: list[str] = []
    page.saving.open_folder = lambda folder: opened_folders.append(str(folder))
    panel.folder.click()
    assert opened_folders == [str(tmp_path)]


def test_whole_numbers_need_the_confirmation_and_are_logged(page: TemplatesPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    page.close_marks()
    logged: list[tuple[str, str]] = []
    monkeypatch.setattr(type(session.store), "log", lambda _self, what, detail="": logged.append((what, detail)))
    saves(monkeypatch, tmp_path / "全.xlsx")
    panel = page.shelf.panel
    panel.full.click()
    assert not panel.go.isEnabled() and panel.confirm.text() == "我要写 5 人的完整号码"
    page.export()
    assert not (tmp_path / "全.xlsx").exists()
    panel.confirm.click()
    page.export()
    qtbot.waitUntil(lambda: (tmp_path / "全.xlsx").exists())
    qtbot.waitUntil(lambda: "存在" in panel.notice.text())
    numbers = {str(row[0].value) for row in openpyxl.load_workbook(tmp_path / "全.xlsx")["花名册"]["F5:F9"]}
    assert "433123201605120042" in numbers
    assert logged == [("fill_template", "template=1 children=5 full_ids=1 each=0")]


def test_a_file_for_each_child(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    add(page, qtbot, tmp_path, "登记表.xlsx", single_form())
    page.close_marks()
    folder = tmp_path / "每人"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_given: str(folder)))
    page.shelf.panel.how.button("each").click()
    page.shelf.panel.go.click()
    qtbot.waitUntil(lambda: "5 个文件" in page.shelf.panel.notice.text())
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"登记表（{name}）.xlsx" for name in ("周雨桐", "买买提江·阿不都热合曼·吐尔逊", "𠮷䶮", "欧阳阿依古丽", "㛃𫍽𬶏")
    )
    assert openpyxl.load_workbook(folder / "登记表（𠮷䶮）.xlsx")["登记表"]["C3"].value == "𠮷䶮"


def test_for_the_chosen_and_for_a_class(page: TemplatesPage, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    ids = [key for key, child in session.snapshot.children.items() if child.name in ("周雨桐", "𠮷䶮")]
    page.arrive(ids)
    scope = page.shelf.panel.scope.editor
    words = [scope.itemText(number) for number in range(scope.count())]
    assert words == [
        "选中的 2 人", "全部留守儿童 5 人", "三（1）班的留守儿童 3 人", "六（12）班的留守儿童 2 人", "三（1）班 3 人",
        "六（12）班 2 人", "全校学生 5 人",
    ]  # fmt: skip
    assert page.shelf.panel.go.label() == "填好 2 人"
    scope.setCurrentIndex(4)
    scope.activated.emit(4)
    assert page.shelf.panel.go.label() == "填好 3 人"


def test_rename_delete_and_the_empty_form_again(page: TemplatesPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    page.close_marks()
    panel = page.shelf.panel
    panel.name.editor.setFocus()
    panel.name.editor.selectAll()
    QTest.keyClicks(panel.name.editor, "A1")
    QTest.keyClick(panel.name.editor, Qt.Key.Key_Return)
    assert [one.name for one in session.snapshot.templates] == ["A1"]
    saves(monkeypatch, tmp_path / "空.xlsx")
    panel.empty.click()
    assert (tmp_path / "空.xlsx").read_bytes() == (tmp_path / "名单.xlsx").read_bytes()
    page.shelf.grid.setFocus()
    QTest.keyClick(page.shelf.grid, Qt.Key.Key_Delete)
    assert session.snapshot.templates == () and page.shelf.stack.currentWidget() is page.shelf.empty
    assert page.leave()
    session.undo()
    assert [one.name for one in session.snapshot.templates] == ["A1"]
    panel.name.editor.setText("")
    assert not page.leave() and panel.name.error() == "表要有个名字"


def test_what_cannot_be_read_is_said_with_what_to_do(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    path = tmp_path / "老表.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    page.add(str(path))
    qtbot.waitUntil(lambda: page.shelf.wrong.isVisible())
    assert page.shelf.wrong.text.text() == "“老表.xls”没有读进来：这是老格式的文件（.xls、.doc、.et、.wps 之类）。请在 WPS 里打开，另存为 .xlsx 或 .docx 再选。"
    assert session.snapshot.templates == ()
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    page.close_marks()
    assert not page.shelf.wrong.isVisible()


def test_a_folder_that_is_gone_is_said(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    page.close_marks()
    saves(monkeypatch, tmp_path / "没有" / "名单.xlsx")
    page.shelf.panel.go.click()
    qtbot.waitUntil(lambda: "不能写文件" in page.shelf.panel.notice.text())
    assert page.shelf.panel.folder.isHidden()


def test_a_form_deleted_elsewhere_closes_its_marks(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    add(page, qtbot, tmp_path, "名单.xlsx", list_form())
    session.undo()
    assert not page.is_marking() and session.snapshot.templates == ()


def test_every_control_has_a_name_and_fits(page: TemplatesPage, qtbot: QtBot, tmp_path: Path) -> None:
    add(page, qtbot, tmp_path, "登记表.xlsx", single_form())
    for width, height in ((1202, 665), (855, 433)):
        page.resize(width, height)
        for view in (page.marking, page.shelf):
            page.stack.setCurrentWidget(view)
            assert page.minimumSizeHint().width() <= 855
            for widget in page.findChildren(QWidget):
                if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_what_was_chosen_once_is_known_in_the_next_form(page: TemplatesPage, qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    add(page, qtbot, tmp_path, "去年的.xlsx", single_form())
    QTest.keyClicks(page.marking.view, "b")
    QTest.keyClicks(page.marking.panel.chooser.search, "anji")
    QTest.keyClick(page.marking.panel.chooser.search, Qt.Key.Key_Return)
    page.close_marks()
    add(page, qtbot, tmp_path, "今年的.xlsx", single_form())
    assert facts(session)[4, 2, -1] == "class" and "没认出" not in page.marking.head.sentence.words()
    look(page, "C5")
    assert page.marking.panel.why.text().startswith("因为上一张表里“学校及班级”是这样选的，比如")
