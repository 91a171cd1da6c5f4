"""A side panel about one thing: its name, a line beneath, the way back at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.side_panel import SidePanel


class TitledPanel(SidePanel):
    """`title` says what it is about; `go` is the filled button, for `set_action` once all before it stands."""

    closed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self.heading = Label("", "panel", wrap=True)
        self.about = Label("", "second", "ink2", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(row)
        self.head.addWidget(self.about)
        self.close_button.clicked.connect(self.closed)

    def title(self, heading: str, about: str = "") -> None:
        """What it is about; no line where there is nothing more to say."""
        self.heading.setText(heading)
        self.about.setText(about)
        self.about.setVisible(bool(about))
