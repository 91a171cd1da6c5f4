"""The school of the roster's tests one week after its start, with the page of the day in the real window."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import edits
from app.changes import Insert, Update
from app.ports import Disk
from db.store import FileStore
from tests.ui.children.conftest import TODAY, disk, fill, store
from ui.pages import PAGES
from ui.session import Session
from ui.today.page import TodayPage
from ui.window import Window
from ui.work import Work

__all__ = ["TODAY", "disk", "store"]
Keys = Qt.Key
Open = Callable[..., Window]


@pytest.fixture
def ids(store: FileStore) -> dict[str, int]:
    """Six children in two classes, one class with its teacher, two children with a mentor, the term's dates checked."""
    found = fill(store)
    for name in ("李秀兰", "王建国"):
        found[name] = store.apply(f"添加{name}", edits.add_staff(name)).ids["staff"]
    store.apply("开学", [
        Update("school", 1, {"started_on": "2026-11-16"}), Update("term", 1, {"checked": 1}),
        Insert("class_teacher", {"class_id": found["三（1）班"], "staff_id": found["李秀兰"], "from_day": "2026-09-01"}),
        *(Insert("pairing", {"child_id": found[name], "role": "mentor", "staff_id": found["王建国"],
                             "from_day": "2026-09-01"}) for name in ("周雨桐", "罗子轩")),
    ])  # fmt: skip
    return found


@pytest.fixture
def open_window(qtbot: QtBot, store: FileStore, disk: Disk, ids: dict[str, int]) -> Iterator[Open]:
    windows: list[Window] = []

    def show(today: date = TODAY, width: int = 1366, height: int = 697) -> Window:
        window = Window(Session(disk, store, today), Work(lambda: store), PAGES)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show


@pytest.fixture
def window(open_window: Open) -> Window:
    return open_window()


@pytest.fixture
def page(window: Window) -> TodayPage:
    return page_of(window)


def page_of(window: Window) -> TodayPage:
    """The page of the day, on screen."""
    found = window.page
    assert isinstance(found, TodayPage)
    return found


def focused() -> QWidget:
    """Where the cursor is."""
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def press(*keys: Keys, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press these keys where the cursor is."""
    for key in keys:
        QTest.keyClick(focused(), key, with_)


def go_to(page: TodayPage, name: str, kind: str) -> None:
    """Put the cursor on an item in the list."""
    child = next(key for key, one in page.day.facts.children.items() if one.name == name)
    row = next(
        row for row in page.list.grid.rows()
        if page.day.items[row].child_id == child and kind in page.list.grid.model().cell(row, 1).text  # type: ignore[attr-defined]
    )
    page.list.grid.set_current(row)
    page.list.grid.setFocus()


def listed(page: TodayPage) -> list[tuple[str, str, str]]:
    """(name, what, when) of every row on screen."""
    model: Any = page.list.grid.model()
    return [
        (model.cell(row, 0).text, model.cell(row, 1).text, model.cell(row, 3).text) for row in page.list.grid.rows()
    ]
