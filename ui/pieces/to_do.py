"""A line of what is to do: what it is about, a deed at its right, and beneath it how it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.pieces.button import LINK_PAD, Button


class ToDo(QWidget):
    """`opened`: its name was clicked."""

    opened = Signal()

    def __init__(self, name: str, beneath: QWidget, aside: Button | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        self.name = Button(name, kind="link", height=28)
        self.name.clicked.connect(self.opened)
        row.addWidget(self.name)
        row.addStretch(1)
        if aside is not None:
            row.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        under = QVBoxLayout()
        under.setContentsMargins(tokens.px(LINK_PAD), 0, 0, 0)  # where the words of the name begin
        under.addWidget(beneath)
        column.addLayout(under)
