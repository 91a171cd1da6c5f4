"""A real file with two classes, three teachers and five left-behind children, and the page of pairings on it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import edits
from app.__main__ import disk as real_disk
from app.pairing import MENTOR, Pairing, mentors_on
from app.ports import Disk
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.children.conftest import TODAY, fill, store
from tests.ui.hands import NONE, Hands
from ui.pages import PAGES
from ui.pairings.page import PairingsPage
from ui.session import Session
from ui.window import Window
from ui.work import Work

__all__ = ["store"]

BEGIN = date(2026, 9, 1)


@pytest.fixture
def disk() -> Disk:
    return replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))


@pytest.fixture
def ids(store: FileStore) -> dict[str, int]:
    """Row ids by name. 李秀兰 leads 三（1）班, 张敏 四（1）班; 王建国 has no class. 周雨桐 is 李秀兰's."""
    found = fill(store)
    for name, duties in (("李秀兰", "语文"), ("张敏", "数学"), ("王建国", "体育")):
        found[name] = store.apply("添加", edits.add_staff(name, "13900467715", duties)).ids["staff"]
    classes = {one.id: one for one in store.snapshot().classes}
    for class_name, teacher in (("三（1）班", "李秀兰"), ("四（1）班", "张敏")):
        store.apply("班主任", edits.set_class_teacher(classes[found[class_name]], found[teacher], BEGIN))
    store.apply("结对", edits.pair(found["周雨桐"], MENTOR, BEGIN, (), staff_id=found["李秀兰"]))
    return found


Open = Callable[..., "Hand"]


@pytest.fixture
def open_page(qtbot: QtBot, store: FileStore, disk: Disk, ids: dict[str, int]) -> Iterator[Callable[..., Window]]:
    """A window on that file, at a page, in a size."""
    windows: list[Window] = []

    def show(page: str, width: int = 1366, height: int = 697) -> Window:
        window = Window(Session(disk, store, TODAY), Work(lambda: store), PAGES)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go(page)
        return window

    yield show
    for window in windows:
        window.work.wait()


@pytest.fixture
def opened(qtbot: QtBot, open_page: Callable[..., Window], ids: dict[str, int]) -> Open:
    return lambda *size: Hand(qtbot, open_page("pairings", *size), ids)


@pytest.fixture
def hand(opened: Open) -> "Hand":
    return opened()


class Hand(Hands):
    """Whoever sits at the page: clicks, keys, drags; and what is in the file then."""

    def __init__(self, qtbot: QtBot, window: Window, ids: dict[str, int]) -> None:
        super().__init__(window)
        self.qtbot, self.ids = qtbot, ids
        assert isinstance(window.page, PairingsPage)
        self.page = window.page
        self.desk, self.grid = self.page.desk, self.page.desk.list.grid

    # what is in the file

    def mentors(self) -> dict[str, str]:
        """Who is whose mentor today, by name."""
        snapshot = self.session.store.snapshot()
        staff = {one.id: one.name for one in snapshot.staff}
        return {snapshot.children[child].name: staff[by] for child, by in mentors_on(snapshot.pairings, TODAY).items()}

    def pairing(self, name: str) -> Pairing:
        """The last pairing of a child."""
        return [one for one in self.session.snapshot.pairings if one.child_id == self.ids[name]][-1]

    # hands

    def click_at(self, view: QWidget, rect: QRectF) -> None:
        """Click in the middle of something painted."""
        assert not rect.isEmpty()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, NONE, rect.center().toPoint())

    def child_of(self, helper: str, child: str) -> tuple[QWidget, QPoint]:
        """Where a child's name stands in the row of its helper."""
        rect = self.grid.name_rect(self.ids[helper], self.ids[child])
        assert not rect.isEmpty(), f"{child} is not in the row of {helper}"
        return self.grid.viewport(), rect.center().toPoint()

    def waiting(self, child: str) -> tuple[QWidget, QPoint]:
        """Where a child who has nobody stands in the panel."""
        grid = self.desk.unpaired.grid
        line = grid._model.place(self.ids[child])
        assert line >= 0, f"{child} is not waiting"
        rect = grid.visualRect(grid._model.index(line, 0))
        return grid.viewport(), QPoint(rect.x() + 60, rect.y() + 24)

    def row(self, helper: str) -> QPoint:
        """The middle of a helper's row, in the viewport of the list."""
        line = self.grid._model.place(self.ids[helper])
        assert line >= 0, f"{helper} is not listed"
        return self.grid.visualRect(self.grid._model.index(line, 0)).center()

    def lift(self, source: tuple[QWidget, QPoint]) -> None:
        """Press the button on a child and move a little, so that it is carried."""
        view, at = source
        QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, at)
        for step in (4, 12, 24):
            QTest.mouseMove(view, at + QPoint(step, step))

    def drag(self, source: tuple[QWidget, QPoint], helper: str) -> None:
        """Carry a child to the row of a helper and let it go."""
        view = source[0]
        self.lift(source)
        target = view.mapFromGlobal(self.grid.viewport().mapToGlobal(self.row(helper)))
        QTest.mouseMove(view, target - QPoint(6, 3))
        QTest.mouseMove(view, target)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, target)
