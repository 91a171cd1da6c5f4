"""The sample school on one real encrypted file for all of these tests, opened on 学期报告; each takes back what it wrote."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.sample import sample_school
from app.vault import Setup
from db import keys
from db.store import FileStore
from db.vault import FileVault
from ui.pages import PAGES
from ui.report.page import ReportPage
from ui.session import Session
from ui.window import Window
from ui.work import Work

TODAY = date(2026, 11, 24)
Open = Callable[..., ReportPage]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileStore]:
    sample = sample_school(TODAY, 80)
    school = replace(sample.school, started_on=date(2026, 8, 31))
    setup = Setup(school, "陈晓梅", "青山-password-1", sample.term.code, sample.term.from_day, sample.term.until_day)
    folder = Path(tmp_path_factory.mktemp("report")) / "学校 软件" / "张三𠮷"
    _code, store = FileVault(folder, cost=keys.LOW_COST).create(setup)
    store.apply("示例学校", sample.changes)
    yield store
    store.close()


@pytest.fixture
def store(kept: FileStore) -> Iterator[FileStore]:
    first = kept.last_action()
    assert first is not None
    yield kept
    while (last := kept.last_action()) is not None and last.id != first.id:
        kept.undo(last.id)


@pytest.fixture
def opened(qtbot: QtBot, store: FileStore) -> Open:
    disk = replace(real_disk(), vault=lambda where: FileVault(Path(where), cost=keys.LOW_COST))

    def show(width: int = 1366, height: int = 697, want: object = None) -> ReportPage:
        window = Window(Session(disk, store, TODAY), Work(lambda: store), PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go("report", want)
        assert isinstance(window.page, ReportPage)
        return window.page

    return show
