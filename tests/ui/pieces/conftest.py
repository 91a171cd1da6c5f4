"""A page to put pieces on, active as in a real window and kept until the test ends."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

Show = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    pages: list[QWidget] = []

    def show(*pieces: QWidget) -> QWidget:
        page = QWidget()
        pages.append(page)
        column = QVBoxLayout(page)
        for piece in pieces:
            column.addWidget(piece)
        qtbot.addWidget(page)
        page.resize(900, 600)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show
