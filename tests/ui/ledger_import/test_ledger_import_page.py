"""An old ledger through the wizard in the real window on a real encrypted file: looked through, carried out, undone."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.changes import Insert
from app.school import School
from app.vault import Setup
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.app.ledger_import.old_ledgers import HEAD, row, stock
from ui.ledger.page import LedgerPage
from ui.ledger_import.page import LedgerImportPage
from ui.pages import PAGES
from ui.session import Session
from ui.window import Window
from ui.work import Work

TODAY = date(2026, 11, 24)
SETUP = Setup(
    School("青山小学", started_on=date(2026, 8, 31)), "陈晓梅", "青山-password-1", "2026-1", date(2026, 9, 1),
    date(2027, 1, 15),
)  # fmt: skip
BALLS = row("0001", "篮球", "7号", 6, 单价=45, 存放地点="体育室")
ROPES = row("0002", "跳绳", "", 10, 存放地点="体育室")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FileStore]:
    _code, store = FileVault(tmp_path / "学校 软件" / "张三𠮷", cost=keys.LOW_COST).create(SETUP)
    store.apply("房间", [Insert("room", {"name": "留守儿童之家", "kind": "home"}), Insert("room", {"name": "体育室"})])
    yield store
    store.close()


@pytest.fixture
def window(qtbot: QtBot, store: FileStore) -> Window:
    gc.collect()  # Timers of windows of earlier tests must not be collected in the thread of a job.
    disk = replace(real_disk(), vault=lambda where: FileVault(Path(where), cost=keys.LOW_COST))
    window = Window(Session(disk, store, TODAY), Work(lambda: store), PAGES)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    return window


def book(path: Path, *rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> str:
    made = openpyxl.Workbook()
    assert made.active is not None
    for cells in (head, *rows):
        made.active.append(cells)
    made.save(path)
    return str(path)


def ready(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.work.busy, timeout=20_000)


def looked(qtbot: QtBot, window: Window, path: str) -> LedgerImportPage:
    """The page with that file looked through."""
    window.go("ledger-import", path)
    ready(qtbot, window)
    page = cast(LedgerImportPage, window.page)
    page.look_through()
    ready(qtbot, window)
    return page


def answers(page: LedgerImportPage) -> dict[str, QPushButton]:
    found = [page.preview.answers.itemAt(at).widget() for at in range(1, page.preview.answers.count() - 1)]
    return {cast(QPushButton, one).accessibleName(): cast(QPushButton, one) for one in found if one is not None}


def test_an_old_ledger_goes_in_from_the_page_of_things_and_comes_out_again(
    qtbot: QtBot, window: Window, store: FileStore, tmp_path: Path
) -> None:
    window.go("ledger")
    qtbot.mouseClick(cast(LedgerPage, window.page).desk.list.ways.buttons["ledger-import"], Qt.MouseButton.LeftButton)
    page = looked(qtbot, window, book(tmp_path / "台账.xlsx", BALLS, row("", "鼓", "", 2, 存放地点="音乐室")))
    assert page.heading.text() == "添 2 样"
    assert page.preview.absent.text() == "会新建 1 间：音乐室。"
    qtbot.mouseClick(page.preview.turn, Qt.MouseButton.LeftButton)
    assert "都先放在留守儿童之家" in page.preview.absent.text()
    qtbot.mouseClick(page.preview.go, Qt.MouseButton.LeftButton)
    ready(qtbot, window)
    assert page.heading.text() == "导入好了"
    assert stock(store, TODAY) == {("篮球", "体育室"): 6, ("鼓", "留守儿童之家"): 2}
    assert [backup.why for backup in store.backups()] == ["import"]
    assert [one.file_name for one in store.imports()] == ["台账.xlsx"]
    qtbot.mouseClick(page.done.undo, Qt.MouseButton.LeftButton)
    assert page.heading.text() == "这次导入撤回了"
    assert store.inventory.assets() == []


def test_a_difference_is_booked_only_when_somebody_says_so(
    qtbot: QtBot, window: Window, store: FileStore, tmp_path: Path
) -> None:
    page = looked(qtbot, window, book(tmp_path / "一.xlsx", BALLS, ROPES))
    page.carry_out()
    ready(qtbot, window)
    page = looked(qtbot, window, book(tmp_path / "二.xlsx", BALLS, row("0002", "跳绳", "", 8, 存放地点="体育室")))
    assert page.heading.text() == "1 样和账上对不上"
    assert not page.preview.go.isEnabled()
    assert page.preview.question.isVisible()
    qtbot.mouseClick(answers(page)["记一笔差异：少 2"], Qt.MouseButton.LeftButton)
    assert page.heading.text() == "改 1 样"
    page.carry_out()
    ready(qtbot, window)
    assert stock(store, TODAY) == {("篮球", "体育室"): 6, ("跳绳", "体育室"): 8}
    window.session.undo()
    assert stock(store, TODAY) == {("篮球", "体育室"): 6, ("跳绳", "体育室"): 10}
    page.forward()
    assert window.key == "ledger"


def test_which_thing_a_row_means_is_asked(qtbot: QtBot, window: Window, store: FileStore, tmp_path: Path) -> None:
    page = looked(qtbot, window, book(tmp_path / "一.xlsx", BALLS, row("0002", "篮球", "5号", 4, 存放地点="体育室")))
    page.carry_out()
    ready(qtbot, window)
    page = looked(qtbot, window, book(tmp_path / "二.xlsx", row("", "篮球", "", 4, 存放地点="体育室")))
    assert list(answers(page)) == ["0001 篮球 7号 体育室 6", "0002 篮球 5号 体育室 4", "另一样", "先放下"]
    qtbot.mouseClick(answers(page)["另一样"], Qt.MouseButton.LeftButton)
    assert page.heading.text() == "添 1 样"
    qtbot.mouseClick(answers(page)["0002 篮球 5号 体育室 4"], Qt.MouseButton.LeftButton)
    assert page.heading.text() == "没有要改的"


def test_a_column_put_right_by_hand_is_remembered(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    head = ("东西", "数量", "放哪")
    window.go("ledger-import", book(tmp_path / "一.xlsx", ("篮球", 6, "体育室"), head=head))
    ready(qtbot, window)
    page = cast(LedgerImportPage, window.page)
    assert not page.columns.forward.isEnabled()
    assert "名称" in page.columns.missing.text()
    assert page.columns.combos[2].currentText() == "记进备注" and "认得 1 列，其余记进备注" in page.line.text()
    for column, field in ((0, "name"), (2, "room")):
        combo = page.columns.combos[column]
        combo.setCurrentIndex(combo.findData(field))
        combo.activated.emit(combo.currentIndex())
    page.look_through()
    ready(qtbot, window)
    assert page.heading.text() == "添 1 样"
    window.go("ledger-import", book(tmp_path / "二.xlsx", ("跳绳", 6, "体育室"), head=head))
    ready(qtbot, window)
    assert [page.columns.combos[column].currentData() for column in range(3)] == ["name", "count", "room"]


def test_what_stays_out_is_saved_with_its_reason(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = looked(qtbot, window, book(tmp_path / "台账.xlsx", BALLS, row("0003", "毽子", "", "几个")))
    target = tmp_path / "没导入的.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    qtbot.mouseClick(page.preview.keep, Qt.MouseButton.LeftButton)
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    texts = [str(cell.value) for line in sheet.iter_rows() for cell in line]
    assert "毽子" in texts
    assert "篮球" not in texts
    assert any("“几个”不是整数" in text for text in texts)


def test_a_ledger_dropped_anywhere_goes_here_and_pupils_go_to_theirs(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.drops.dropped.emit([book(tmp_path / "台账.xlsx", BALLS)])
    ready(qtbot, window)
    assert window.key == "ledger-import"
    window.drops.dropped.emit([book(tmp_path / "名单.xlsx", ("周雨桐", "三（1）班", "女"), head=("姓名", "班级", "性别"))])
    ready(qtbot, window)
    assert window.key == "import"


def test_a_file_chosen_on_the_wrong_page_goes_to_its_own(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    pupils = book(tmp_path / "名单.xlsx", ("周雨桐", "三（1）班", "女"), head=("姓名", "班级", "性别"))
    window.go("import", book(tmp_path / "台账.xlsx", BALLS))
    qtbot.waitUntil(lambda: window.key == "ledger-import" and not window.work.busy, timeout=10_000)
    assert cast(LedgerImportPage, window.page).columns.combos[1].currentData() == "name"
    cast(LedgerImportPage, window.page).start(pupils)
    qtbot.waitUntil(lambda: window.key == "import" and not window.work.busy, timeout=10_000)


def test_what_is_written_meanwhile_takes_the_plan_back_to_its_columns(
    qtbot: QtBot, window: Window, store: FileStore, tmp_path: Path
) -> None:
    page = looked(qtbot, window, book(tmp_path / "台账.xlsx", BALLS))
    window.session.apply("别的", [Insert("donor", {"name": "县妇联"})])
    assert page.stack.currentWidget() is page.columns
    page.look_through()
    ready(qtbot, window)
    page.carry_out()
    ready(qtbot, window)
    assert stock(store, TODAY) == {("篮球", "体育室"): 6}


def test_ctrl_i_on_the_page_of_things_takes_a_ledger_in(qtbot: QtBot, window: Window) -> None:
    window.go("ledger")
    assert "open_table" in window.page.can
    window.page.open_table()
    assert window.key == "ledger-import"
    window.back()
    assert window.key == "ledger"
