"""The import wizard in the real window on a real encrypted file, with the samples a school gets."""

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import edits
from app.ports import Disk
from app.school import School
from app.vault import Setup
from db import files, keys, place, tables, xlsx
from db.store import FileStore
from db.vault import FileVault
from ui.imports.import_page import ImportPage
from ui.page import PageSpec
from ui.session import Session
from ui.window import Window
from ui.work import Work

SAMPLES = Path(__file__).parents[2] / "samples"
SETUP = Setup(
    School("青山小学", started_on=date(2026, 8, 31)), "陈晓梅", "青山-password-1", "2026-1", date(2026, 9, 1),
    date(2027, 1, 15),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FileStore]:
    _code, store = FileVault(tmp_path / "学校 软件" / "张三𠮷", cost=keys.LOW_COST).create(SETUP)
    yield store
    store.close()


@pytest.fixture
def window(qtbot: QtBot, store: FileStore) -> Window:
    gc.collect()  # Timers of windows of earlier tests must not be collected in the thread of a job.
    disk = Disk(
        FileVault, place.default_folder, tables.read_table, xlsx.write_sheet, files.write_bytes, place.drive_warning
    )
    specs = [PageSpec("import", "从表格导入", "file-spreadsheet", ImportPage)]
    window = Window(Session(disk, store, date(2026, 11, 24)), Work(lambda: store), specs)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    return window


@pytest.fixture
def page(window: Window) -> ImportPage:
    return cast(ImportPage, window.page)


def ready(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.work.busy, timeout=20_000)


def bring_in(qtbot: QtBot, window: Window, page: ImportPage, path: Path) -> None:
    page.start(str(path))
    ready(qtbot, window)
    page.look_through()
    ready(qtbot, window)
    page.carry_out()
    ready(qtbot, window)


def pupils(window: Window) -> int:
    return len(window.session.snapshot.children)


def test_the_register_goes_in_by_clicks_and_comes_out_again(qtbot: QtBot, window: Window, page: ImportPage) -> None:
    page.start(str(SAMPLES / "register.xlsx"))
    ready(qtbot, window)
    qtbot.mouseClick(page.columns.forward, Qt.MouseButton.LeftButton)
    ready(qtbot, window)
    assert page.heading.text() == "添 139 个"
    assert page.preview.counters.boxes["new"].number == 139
    qtbot.mouseClick(page.preview.go, Qt.MouseButton.LeftButton)
    ready(qtbot, window)
    assert page.heading.text() == "导入好了"
    assert pupils(window) == 139
    assert [backup.why for backup in window.session.store.backups()] == ["import"]
    qtbot.mouseClick(page.done.undo, Qt.MouseButton.LeftButton)
    assert pupils(window) == 0
    assert page.heading.text() == "这次导入撤回了"


def test_a_row_without_its_tick_stays_out(qtbot: QtBot, window: Window, page: ImportPage) -> None:
    page.start(str(SAMPLES / "register.xlsx"))
    ready(qtbot, window)
    page.look_through()
    ready(qtbot, window)
    qtbot.keyClick(page.preview.grid, Qt.Key.Key_Space)
    assert page.preview.go.label() == "导入 138 行"
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ready(qtbot, window)
    assert pupils(window) == 138


def test_the_teachers_list_shows_what_changes_and_saves_what_stays_out(
    qtbot: QtBot, window: Window, page: ImportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(qtbot, window, page, SAMPLES / "register.xlsx")
    page.start(str(SAMPLES / "class-teacher.xlsx"))
    ready(qtbot, window)
    page.look_through()
    ready(qtbot, window)
    assert page.heading.text() == "改 11 个，1 行先放下"
    shown = page.preview.lines.columns()
    said = {column.key: column.cell(2).spoken() for column in shown}
    assert said["what"] == "谁带"
    assert "夏远" in said["diff"]
    target = tmp_path / "没导入的.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    qtbot.mouseClick(page.preview.keep, Qt.MouseButton.LeftButton)
    texts = [str(cell.value) for row in openpyxl.load_workbook(target).active.iter_rows() for cell in row]  # type: ignore[union-attr]
    assert "万小俊" in texts
    assert any("Excel" in text for text in texts)


def test_a_picture_is_refused_in_its_own_words(qtbot: QtBot, window: Window, page: ImportPage, tmp_path: Path) -> None:
    wrong = tmp_path / "名单.xlsx"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 500)
    page.start(str(wrong))
    ready(qtbot, window)
    assert "名单.xlsx" in page.choose.wrong.text()
    assert "图片" in page.choose.wrong.text()
    assert page.stack.currentWidget() is page.choose


def test_a_column_read_wrongly_is_put_right_by_hand(
    qtbot: QtBot, window: Window, page: ImportPage, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["娃娃", "班级", "性别"], ["周雨桐", "三（1）班", "女"]):
        sheet.append(row)
    book.save(tmp_path / "名单.xlsx")
    page.start(str(tmp_path / "名单.xlsx"))
    ready(qtbot, window)
    assert not page.columns.forward.isEnabled()
    assert "姓名" in page.columns.missing.text()
    combo = page.columns.combos[0]
    combo.setCurrentIndex(combo.findData("name"))
    combo.activated.emit(combo.currentIndex())
    assert page.columns.forward.isEnabled()
    page.look_through()
    ready(qtbot, window)
    assert page.heading.text() == "添 1 个"
    (tmp_path / "名单.xlsx").rename(tmp_path / "又一份.xlsx")
    page.start(str(tmp_path / "又一份.xlsx"))
    ready(qtbot, window)
    assert page.columns.combos[0].currentData() == "name"
    assert page.columns.forward.isEnabled()


def test_what_changes_meanwhile_takes_the_plan_back_to_its_columns(
    qtbot: QtBot, window: Window, page: ImportPage
) -> None:
    page.start(str(SAMPLES / "register.xlsx"))
    ready(qtbot, window)
    page.look_through()
    ready(qtbot, window)
    window.unlocked()
    assert page.stack.currentWidget() is page.preview
    window.session.apply("班级", edits.add_class("primary", 2024, 1))
    assert page.stack.currentWidget() is page.columns
    page.look_through()
    ready(qtbot, window)
    page.carry_out()
    ready(qtbot, window)
    assert page.heading.text() == "导入好了"
    assert pupils(window) == 139


def test_a_doubtful_row_asks_and_takes_the_answer(
    qtbot: QtBot, window: Window, page: ImportPage, tmp_path: Path, store: FileStore
) -> None:
    one = store.apply("班级", edits.add_class("primary", 2024, 1)).ids["class"]
    for birth in ("2017-03-02", "2017-08-09"):
        store.apply("添加李明", edits.add_child({"name": "李明", "birth": birth}, one, date(2026, 9, 1), by="陈"))
    window.session.show_import(frozenset())
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["姓名", "班级", "家庭住址"], ["李明", "三（1）班", "青山村2组"], ["李明", "三（1）班", "青山村3组"]):
        sheet.append(row)
    book.save(tmp_path / "名单.xlsx")
    page.start(str(tmp_path / "名单.xlsx"))
    ready(qtbot, window)
    page.look_through()
    ready(qtbot, window)
    assert page.preview.question.isVisible()
    answers = [page.preview.answers.itemAt(at).widget() for at in range(1, page.preview.answers.count() - 1)]
    qtbot.mouseClick(answers[1], Qt.MouseButton.LeftButton)
    assert page.preview.go.label() == "导入 1 行"
    (other,) = (child.id for child in window.session.snapshot.children.values() if child.birth == "2017-08-09")
    page.preview.resolved.emit(1, other)
    assert "另一行" in window.errors.label.text()
    page.carry_out()
    ready(qtbot, window)
    addresses = {child.birth: child.address for child in window.session.snapshot.children.values()}
    assert addresses == {"2017-03-02": "", "2017-08-09": "青山村2组"}


def test_every_step_can_be_left_by_escape_and_nothing_is_written(
    qtbot: QtBot, window: Window, page: ImportPage
) -> None:
    page.start(str(SAMPLES / "family.csv"))
    ready(qtbot, window)
    page.look_through()
    ready(qtbot, window)
    window.back()
    assert page.stack.currentWidget() is page.columns
    window.back()
    assert page.stack.currentWidget() is page.choose
    assert pupils(window) == 0
