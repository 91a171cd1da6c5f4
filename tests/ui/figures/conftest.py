"""The sample school on a real encrypted file, opened on the figures of its term; one file for all, as hardly any of
these tests writes to it (and that one takes it back)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.sample import sample_school
from app.vault import Setup
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.sampled import TODAY, Open, open_window
from ui.figures.page import FiguresPage
from ui.window import Window

__all__ = ["TODAY", "Open", "open_window"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileStore]:
    sample = sample_school(TODAY, 80)
    school = replace(sample.school, started_on=date(2026, 8, 31))
    setup = Setup(school, "陈晓梅", "青山-password-1", sample.term.code, sample.term.from_day, sample.term.until_day)
    folder = tmp_path_factory.mktemp("figures") / "张三𠮷"
    _code, store = FileVault(folder, cost=keys.LOW_COST).create(setup)
    store.apply("示例学校", sample.changes)
    yield store
    store.close()


@pytest.fixture
def window(open_window: Open) -> Window:
    found = open_window()
    found.go("figures")
    return found


@pytest.fixture
def page(window: Window) -> FiguresPage:
    found = window.page
    assert isinstance(found, FiguresPage)
    return found
