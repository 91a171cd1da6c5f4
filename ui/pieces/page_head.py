"""The head of a page: the finding as a heading, a sentence with numbers, the actions at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import tokens
from ui.pieces.label import Label
from ui.pieces.numbers import Number, Sentence
from ui.pieces.segments import Segments


class PageHead(QWidget):
    """Heading (儿童名册, or what there is to do) over a sentence; `add_action` puts buttons at the right."""

    clicked = Signal(str)
    """The key of a number in the sentence."""

    def __init__(
        self, heading: str, parts: Sequence[str | Number] = (), *actions: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.heading = Label(heading, "heading")
        self.sentence = Sentence(parts)
        self.sentence.clicked.connect(self.clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.sentence)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 12, 0, 6)
        self._row.setSpacing(tokens.BETWEEN)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(tokens.px(tokens.HEAD))
        for action in actions:
            self.add_action(action)

    def add_action(self, action: QWidget) -> None:
        """Put a button, search box or segments at the right end; segments keep their own height."""
        if isinstance(action, Segments):
            self._row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._row.addWidget(action)

    def set_words(self, heading: str, parts: Sequence[str | Number] = ()) -> None:
        """Say what was found now."""
        self.heading.setText(heading)
        self.sentence.set_parts(parts)
