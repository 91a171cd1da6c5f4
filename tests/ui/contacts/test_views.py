"""The segments that lead from one view of the ledger to the others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import late
from ui.contacts.views import VIEWS, Views, registered
from ui.pages import PAGES


@pytest.fixture
def all_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late, "NAMES", (*late.NAMES, *VIEWS.values()))


def test_only_views_that_exist_are_offered() -> None:
    assert set(registered()) == {spec.key for spec in PAGES} & set(VIEWS)


def test_a_view_alone_offers_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late, "NAMES", ())
    views = Views("contacts")
    qtbot.addWidget(views)
    assert views.isHidden()


def test_a_click_and_an_arrow_ask_for_the_other_page(qtbot: QtBot, all_three: None) -> None:
    views = Views("contacts")
    qtbot.addWidget(views)
    views.show()
    asked: list[str] = []
    views.goes.connect(lambda key, _want: asked.append(key))
    QTest.mouseClick(views.button("heat"), Qt.MouseButton.LeftButton)
    QTest.keyClick(views.button("contacts"), Qt.Key.Key_Right)
    QTest.mouseClick(views.button("contacts"), Qt.MouseButton.LeftButton)
    assert asked == ["heat", "batch"]
    assert views.current() == "contacts"
