"""The sample school on a real encrypted file, in a real window: for the pages that need a term of care to look at."""

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
from tests.copies import PASSWORD, copy_of
from ui.pages import PAGES
from ui.session import Session
from ui.window import Window
from ui.work import Work

TODAY = date(2026, 11, 24)
Open = Callable[..., Window]


def made(vault: FileVault) -> FileStore:
    """80 pupils and a term of care, in a school that began with the term."""
    sample = sample_school(TODAY, 80)
    school = replace(sample.school, started_on=date(2026, 8, 31))
    setup = Setup(school, "陈晓梅", PASSWORD, sample.term.code, sample.term.from_day, sample.term.until_day)
    _code, store = vault.create(setup)
    store.apply("示例学校", sample.changes)
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FileStore]:
    store = copy_of(made, tmp_path / "学校 软件" / "张三𠮷")
    yield store
    store.close()


@pytest.fixture
def open_window(qtbot: QtBot, store: FileStore) -> Open:
    disk = replace(real_disk(), vault=lambda where: FileVault(Path(where), cost=keys.LOW_COST))

    def show(width: int = 1366, height: int = 697, today: date = TODAY) -> Window:
        window = Window(Session(disk, store, today), Work(lambda: store), PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show
