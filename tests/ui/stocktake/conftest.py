"""The home of the ledger's tests, opened on 盘点: 体育室 with balls, plasters and a television, 图书室 with books."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.inventory import Stocktake
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.hands import CONTROL, Hands
from tests.ui.ledger.conftest import TODAY, ids, store
from ui.pages import PAGES
from ui.pieces.fields import ComboField
from ui.session import Session
from ui.stocktake.desk import Desk
from ui.stocktake.page import StocktakePage
from ui.window import Window
from ui.work import Work

__all__ = ["TODAY", "Counter", "Open", "hand", "ids", "open_page", "store"]


class Counter(Hands):
    """Somebody who counts by keys."""

    def __init__(self, store: FileStore, window: Window, ids: dict[str, int]) -> None:
        super().__init__(window)
        self.store, self.ids = store, ids

    @property
    def page(self) -> StocktakePage:
        assert isinstance(self.window.page, StocktakePage)
        return self.window.page

    @property
    def desk(self) -> Desk:
        return self.page.desk

    def choose(self, field: ComboField, words: str) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        at = next(n for n in range(field.editor.count()) if field.editor.itemText(n).startswith(words))
        for _step in range(abs(at - field.editor.currentIndex())):
            self.key(Qt.Key.Key_Down if at > field.editor.currentIndex() else Qt.Key.Key_Up)
        assert field.editor.currentText().startswith(words)

    def begin(self, room: str = "体育室") -> Stocktake:
        """A new stock-take, by keys."""
        self.choose(self.desk.begin.room, room)
        self.choose(self.desk.begin.staff, self.people()[0])
        self.key(Qt.Key.Key_Return, CONTROL)
        return self.take()

    def people(self) -> list[str]:
        return [one.name for one in self.store.snapshot().staff][:2]

    def scan(self, code: str) -> None:
        """As a scanner does: characters and Enter."""
        self.page.search()
        self.write(code)
        self.key(Qt.Key.Key_Return)

    def take(self) -> Stocktake:
        """The stock-take on screen, as the file has it."""
        found = self.store.inventory.stocktake(self.page.board.asked.take)
        assert found is not None
        return found

    def counted(self) -> dict[str, int | None]:
        """What the file says was counted, by name."""
        names = {one.id: one.name for one in self.store.inventory.assets()}
        return {names[one.asset_id]: one.counted for one in self.take().lines}

    def lines(self) -> dict[str, list[str]]:
        """The rows on screen by name: books, counted, broken, state, reason."""
        model = self.desk.grid.model()
        rows = [[str(model.index(row, column).data() or "") for column in range(model.columnCount())]
                for row in range(model.rowCount())]  # fmt: skip
        return {row[0]: row[2:] for row in rows}

Open = Callable[..., Counter]


@pytest.fixture
def open_page(qtbot: QtBot, store: FileStore, ids: dict[str, int]) -> Open:
    def show(size: tuple[int, int] = (1366, 697)) -> Counter:
        disk = replace(real_disk(), vault=lambda where: FileVault(Path(where), cost=keys.LOW_COST))
        window = Window(Session(disk, store, TODAY), Work(lambda: store), PAGES)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go("stocktake")
        return Counter(store, window, ids)

    return show


@pytest.fixture
def hand(open_page: Open) -> Counter:
    return open_page()
