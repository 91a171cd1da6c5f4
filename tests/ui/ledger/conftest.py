"""The sample school on a real encrypted file with two rooms of its own and a few things, opened on 台账."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.changes import Insert, New
from app.inventory import Asset, Movement
from app.sample import sample_school
from app.vault import Setup
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.copies import PASSWORD, copy_of
from tests.ui.hands import CONTROL, Hands
from ui.ledger.desk import Desk
from ui.ledger.page import LedgerPage
from ui.pages import PAGES
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.session import Session
from ui.window import Window
from ui.work import Work

TODAY = date(2026, 11, 24)
K = Qt.Key

def iso(step: int) -> str:
    return (TODAY + timedelta(step)).isoformat()


class Hand(Hands):
    """Keys and clicks, and what came of them in the file."""

    def __init__(self, store: FileStore, window: Window, ids: dict[str, int]) -> None:
        super().__init__(window)
        self.store, self.ids = store, ids

    @property
    def page(self) -> LedgerPage:
        assert isinstance(self.window.page, LedgerPage)
        return self.window.page

    @property
    def desk(self) -> Desk:
        return self.page.desk

    def click(self, widget: QWidget, rect: QRect | None = None) -> None:
        at = rect.center() if rect is not None else QPoint(widget.width() // 2, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)

    def type_into(self, name: str, text: str) -> None:
        """Into a line of the form: what stands there goes."""
        field = self.desk.form.fields[name]
        assert field.isVisible(), name
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.key(K.Key_A, CONTROL)
        self.write(text)
        if isinstance(field, DateField):
            self.key(K.Key_Tab)

    def choose(self, name: str, words: str) -> None:
        """In a box of the form, by keys."""
        field = self.desk.form.fields[name]
        assert isinstance(field, ComboField) and field.isVisible(), name
        field.setFocus(Qt.FocusReason.TabFocusReason)
        at = next(n for n in range(field.editor.count()) if field.editor.itemText(n).startswith(words))
        for _step in range(abs(at - field.editor.currentIndex())):
            self.key(K.Key_Down if at > field.editor.currentIndex() else K.Key_Up)
        assert field.editor.currentText().startswith(words)

    def asset(self, name: str) -> Asset:
        return next(one for one in self.store.inventory.assets() if one.name == name)

    def moved(self, name: str) -> list[Movement]:
        return self.store.inventory.movements(self.asset(name).id)

    def shown(self) -> list[str]:
        """The names on the list, from the top."""
        grid = self.desk.list.grid
        return [self.desk.shelf.books.by_id[row].asset.name for row in grid.rows()]

    def line(self, name: str) -> list[str]:
        """What its row says, cell by cell."""
        grid = self.desk.list.grid
        place = self.shown().index(name)
        return [str(grid.model().index(place, column).data()) for column in range(grid.model().columnCount())]


def made(vault: FileVault) -> FileStore:
    sample = sample_school(TODAY, 80)
    school = replace(sample.school, started_on=date(2026, 8, 31))
    setup = Setup(school, "陈晓梅", PASSWORD, sample.term.code, sample.term.from_day, sample.term.until_day)
    _code, store = vault.create(setup)
    store.apply("示例学校", [one for one in sample.changes if not (isinstance(one, Insert) and one.table in HOME)])
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FileStore]:
    store = copy_of(made, tmp_path / "学校 软件" / "张三𠮷")
    yield store
    store.close()


HOME = ("room", "room_hours", "opening", "opening_child", "safety_check", "safety_finding", "donor", "asset", "movement",
        "stocktake", "stocktake_line", "activity", "agenda_step", "activity_item", "contest_entry", "gift",
        "insurance", "wish", "award", "story", "attachment")  # fmt: skip
"""What the sample says of its home, which these tests furnish themselves."""


@pytest.fixture
def ids(store: FileStore) -> dict[str, int]:
    """篮球 6 in 体育室 of which 2 are lent and late, 创可贴 40 to expire in 12 days, 草房子 3."""
    staff = [one.id for one in store.snapshot().staff][:2]
    child = next(iter(store.snapshot().children))

    def came(asset: str, room: str, count: int, **more: str | int) -> Insert:
        return Insert("movement", {
            "asset_id": New(asset), "kind": "in", "day": iso(-60), "count": count, "room_id": New(room),
            "accepted_by": staff[0], "second_by": staff[1], **more})  # fmt: skip

    return store.apply("建好房间和物品", [
        Insert("room", {"name": "体育室", "position": 0}, "体育室"),
        Insert("room", {"name": "图书室", "position": 1}, "图书室"),
        Insert("asset", {"number": "0001", "name": "电视机", "class_of_goods": "it", "unit": "台"}, "电视机"),
        Insert("asset", {"number": "0002", "name": "篮球", "class_of_goods": "sport", "unit": "个",
                         "standard": "basketball"}, "篮球"),
        Insert("asset", {"number": "0003", "name": "创可贴", "class_of_goods": "medicine", "unit": "片",
                         "standard": "plaster", "consumable": 1}, "创可贴"),
        Insert("asset", {"number": "0004", "name": "草房子", "class_of_goods": "book", "author": "曹文轩",
                         "standard": "books"}, "草房子"),
        came("电视机", "体育室", 1), came("篮球", "体育室", 6), came("草房子", "图书室", 3),
        came("创可贴", "体育室", 40, batch="B12", expires_on=iso(12)),
        Insert("movement", {"asset_id": New("篮球"), "kind": "loan", "day": iso(-20), "count": 2,
                            "room_id": New("体育室"), "child_id": child, "due_day": iso(-6)}, "loan"),
    ]).ids  # fmt: skip


@pytest.fixture
def hand(qtbot: QtBot, store: FileStore, ids: dict[str, int]) -> Hand:
    return opened(qtbot, store, ids)


def opened(qtbot: QtBot, store: FileStore, ids: dict[str, int], size: tuple[int, int] = (1366, 697)) -> Hand:
    disk = replace(real_disk(), vault=lambda where: FileVault(Path(where), cost=keys.LOW_COST))
    window = Window(Session(disk, store, TODAY), Work(lambda: store), PAGES)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("ledger")
    return Hand(store, window, ids)
