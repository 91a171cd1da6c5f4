"""The empty state: what will appear here, and the ways to start, one of them filled green."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, tokens
from ui.pieces import name_cell, paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.panel import Panel


@dataclass(frozen=True, slots=True)
class Way:
    """One way to start. `key` comes with `chosen`."""

    key: str
    icon: str
    title: str
    text: str
    button: str
    hint: str = ""
    """The key that does the same: Ctrl+I."""


class WritingStrip(QWidget):
    """An empty row of 田字格 in which somebody has begun to write."""

    def __init__(self, letters: str, cells: int = 5, size: int = 63, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters, self._count, self._cell = letters, cells, tokens.px(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._count * self._cell, self._cell)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            name_cell.draw(painter, 0, 0, self._letters, self._cell, ink="ink2", cells=self._count)
            x = len(self._letters) * self._cell + self._cell * 0.22
            paint.fill(painter, QRectF(round(x), self._cell * 0.2, 2, self._cell * 0.6), "accent")


class Empty(QWidget):
    """Letters in cells, one sentence, up to three ways. The first way is the filled button and takes the focus."""

    chosen = Signal(str)

    def __init__(
        self, letters: str, heading: str, sentence: str, ways: Sequence[Way] = (), *, cells: int = 5,
        last: tuple[str, str, str] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`last` is (words, link, key) under the ways: ("换电脑了？", "从备份恢复", "restore")."""
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(WritingStrip(letters, cells), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(Label(heading, "heading"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Label(sentence, "second"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addStretch(1)
        for place, way in enumerate(ways):
            row.addWidget(self._panel(way, place == 0))
        row.addStretch(1)
        column.addLayout(row)
        if last is not None:
            column.addSpacing(20)
            column.addLayout(self._last(*last))
        column.addStretch(3)

    def _panel(self, way: Way, first: bool) -> Panel:
        panel = Panel()
        panel.setFixedWidth(tokens.px(300))
        picture = QLabel()
        picture.setPixmap(icons.pixmap(way.icon, "accent" if first else "ink2", 24))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(picture)
        head.addWidget(Label(way.title, "panel"), 1)
        panel.add(head)
        panel.add(Label(way.text, "second", wrap=True))
        panel.add_stretch()
        panel.add(self._button(way.key, way.button, way.hint, "primary" if first else "secondary"))
        panel.setMinimumHeight(tokens.px(172))
        return panel

    def _last(self, words: str, link: str, key: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Label(words, "second"))
        row.addWidget(self._button(key, link, "", "link"))
        row.addStretch(1)
        return row

    def _button(self, key: str, label: str, hint: str, kind: str) -> Button:
        button = Button(label, keys=hint, kind=kind, height=26 if kind == "link" else 40)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self.buttons[key] = button
        if kind == "primary":
            self.setFocusProxy(button)
        return button
