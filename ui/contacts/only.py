"""What the log is cut down to: one kind, what reached nobody, what waits to be come back to."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.pieces.button import Button


class OnlyButton(Button):
    """An icon while everything is shown, else its words too; a click or Enter opens the choices."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__("", icon="filter", name=name)
        self._spoken = name
        self._choices = dict(choices)
        self._value = choices[0][0]
        self.menu_ = QMenu(self)
        for key, words in choices:
            action = self.menu_.addAction(words)
            action.setCheckable(True)
            action.setData(key)
        self.menu_.triggered.connect(self._take)
        self.clicked.connect(self._open)

    def value(self) -> str:
        """The key of the choice."""
        return self._value

    def set_value(self, key: str) -> None:
        """Choose, without a signal. Raises KeyError."""
        self._value = key
        first = key == next(iter(self._choices))
        self.set_label("" if first else self._choices[key])
        self.setAccessibleName(f"{self._spoken}，{self._choices[key]}")

    def choose(self, key: str) -> None:
        """Choose as a person does."""
        self.set_value(key)
        self.chosen.emit(key)

    def _open(self) -> None:
        for action in self.menu_.actions():
            action.setChecked(action.data() == self._value)
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _take(self, action: QAction) -> None:
        self.choose(str(action.data()))
