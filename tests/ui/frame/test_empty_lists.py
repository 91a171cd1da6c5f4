"""A school with nothing in it: every list that is empty says what it is for and what to do first."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.school import School
from app.vault import Setup
from db import keys
from db.store import FileStore
from db.vault import FileVault
from ui.pages import PAGES
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.row_view import RowView
from ui.pieces.segments import Segments
from ui.restore import RestoreForm
from ui.session import Session
from ui.settings.page import SettingsPage
from ui.window import Window
from ui.work import Work

TODAY = date(2026, 11, 24)
LONG = 6
"""Signs of a sentence that says more than that there is nothing."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FileStore]:
    setup = Setup(School("青山小学", started_on=date(2026, 8, 31)), "张老师", "青山-password-1", "2026-1",
                  date(2026, 9, 1), date(2027, 1, 15))  # fmt: skip
    _code, made = FileVault(tmp_path / "学校", cost=keys.LOW_COST).create(setup)
    yield made
    made.close()


def silent(shown: QWidget) -> list[str]:
    """Empty lists in sight that say nothing of themselves."""
    return [
        view.accessibleName() or type(view).__name__
        for view in shown.findChildren(QAbstractItemView)
        if view.isVisible() and not isinstance(view, QHeaderView) and view.model() is not None
        and not view.model().rowCount()
        and not (isinstance(view, RowView | EntryGrid) and len(view._empty) >= LONG)
    ]


def test_every_empty_list_says_what_it_is_for(qtbot: QtBot, store: FileStore) -> None:
    window = Window(Session(real_disk(), store, TODAY), Work(lambda: store), PAGES)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    found: dict[str, list[str]] = {}
    for spec in PAGES:
        window.go(spec.key)
        qtbot.waitUntil(lambda: not window.work.busy)
        found[spec.key] = silent(window)
        page = window.page
        if isinstance(page, SettingsPage):
            for row in range(page.list.count()):
                page.list.setCurrentRow(row)
                found[f"settings {page.list.item(row).text()}"] = silent(window)
        for segments in page.findChildren(Segments):
            for key in list(segments._buttons) if segments.isVisible() and window.page is page else ():
                segments.button(key).click()
                if window.page is page:
                    found[f"{spec.key} {key}"] = silent(window)
    assert {where: lists for where, lists in found.items() if lists} == {}
    assert len(found) > 60


def test_without_a_backup_it_is_said_where_one_may_be(qtbot: QtBot, tmp_path: Path) -> None:
    pane = RestoreForm(FileVault(tmp_path / "没有", cost=keys.LOW_COST), Work(), datetime.now)
    qtbot.addWidget(pane)
    pane.show()
    pane.start()
    assert not pane.list.isVisible() and "U 盘" in pane.none.text() and pane.none.isVisible()
