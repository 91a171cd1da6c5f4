"""The count beside a tab: how much waits there, kept true after every save and undo."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.ports import Disk
from app.store import Store
from tests.ui.frame.conftest import PASSWORD
from ui import style
from ui.page import Badge, Page, PageSpec
from ui.rail import MOST, Rail, RailButton
from ui.session import Session
from ui.window import Window
from ui.work import Work


@pytest.fixture
def store(disk: Disk, folder: Path, code: str) -> Iterator[Store]:
    opened = disk.vault(folder).open("陈晓梅", PASSWORD)
    yield opened
    opened.close()


def teachers(session: Session) -> Badge:
    return len(session.snapshot.staff), len(session.snapshot.staff) > 1


def test_it_follows_every_save_and_undo(qtbot: QtBot, disk: Disk, store: Store) -> None:
    session = Session(disk, store, date(2026, 11, 24))
    specs = [PageSpec("plain", "名册", "book-open", lambda _session, _work: Page()),
             PageSpec("staff", "老师", "users", lambda _session, _work: Page(), badge=teachers)]  # fmt: skip
    window = Window(session, Work(lambda: store), specs)
    qtbot.addWidget(window)
    tab = window.rail.tabs["staff"]
    assert (tab.text(), tab.accessibleName()) == ("老师", "老师")
    session.apply("添加老师", edits.add_staff("李秀兰"))
    assert (tab.text(), tab.accessibleName()) == ("老师", "老师 1")
    session.apply("添加老师", edits.add_staff("张敏"))
    assert tab.accessibleName() == "老师 2"
    session.undo()
    session.undo()
    assert tab.accessibleName() == "老师"
    assert window.rail.tabs["plain"].accessibleName() == "名册"


@pytest.mark.parametrize("narrow", [True, False])
def test_it_is_seen_and_an_urgent_one_looks_otherwise(qtbot: QtBot, narrow: bool) -> None:
    tab = RailButton("结对帮扶", "heart-handshake", "Ctrl+3", tab=True)
    qtbot.addWidget(tab)
    tab.resize(56 if narrow else 164, 46)
    tab.set_narrow(narrow)
    pictures: list[QImage] = []
    for count, urgent in ((0, False), (6, False), (6, True), (MOST + 1, False), (MOST + 400, False)):
        tab.set_waiting(count, urgent)
        pictures.append(tab.grab().toImage())
    assert all(first != second for first, second in pairwise(pictures[:4]))
    assert pictures[3] == pictures[4]


def test_six_tabs_fit_the_lowest_window_with_larger_text(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light", 1.25)
    try:
        rail = Rail([PageSpec(str(n), "名册", "book-open", lambda _session, _work: Page()) for n in range(6)])
        qtbot.addWidget(rail)
        rail.set_narrow(True)
        rail.show()
        assert rail.minimumSizeHint().height() <= 465
        rail.resize(rail.width(), 465)
        qapp.processEvents()
        lines = [*rail.tabs.values(), rail.finder, rail.settings, rail.lock]
        assert all(one.geometry().bottom() < two.geometry().top() + 1 for one, two in pairwise(lines))
        assert lines[-1].geometry().bottom() <= 465
    finally:
        style.apply(qapp, "light", 1.0)
