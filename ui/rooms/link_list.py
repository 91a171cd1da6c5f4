"""A few lines that lead somewhere, one under the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pieces.button import Button


class LinkList(QWidget):
    """`chosen` tells the key of a line. Its buttons are used again."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[Button] = []
        self._keys: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Offer these: (key, words)."""
        self._keys = [key for key, _words in lines]
        for place in range(len(self._buttons), len(lines)):
            button = Button("", kind="link", height=26)
            button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(self._keys[place]))
            self._buttons.append(button)
            self._column.addWidget(button)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(lines))
            if place < len(lines):
                button.set_label(lines[place][1])
        self.setVisible(bool(lines))

    def line(self, key: str) -> Button:
        """The line of that key. Raises ValueError."""
        return self._buttons[self._keys.index(key)]
