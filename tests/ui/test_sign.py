"""The sign keeps the edges of its cells wherever it stands on a screen of any scale."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.sign import Sign


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("top", [28, 29, 30, 31])
def test_no_edge_is_cut(qtbot: QtBot, ratio: float, top: int) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    board.resize(200, 140)
    sign = Sign(60, parent=board)
    sign.setGeometry(top, top, sign.sizeHint().width(), sign.sizeHint().height())
    picture = QImage(board.size() * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    ground = QColor("#102030")
    picture.fill(ground)
    board.render(picture, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)

    def line(x: float, y: float, across: bool) -> bool:
        near = [round((y if across else x) * ratio) + step for step in range(-2, round(4 * ratio))]
        along = round((x if across else y) * ratio)
        return any(picture.pixelColor(*((along, at) if across else (at, along))) != ground for at in near)

    assert line(top + 20, top, across=True), "top"
    assert line(top + 20, top + 60, across=True), "bottom"
    assert line(top, top + 20, across=False), "left"
    assert line(top + 120, top + 20, across=False), "right"
