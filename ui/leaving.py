"""The page between closing and closed: the backup is being written, or why it could not be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui import tokens, words
from ui.pieces.button import Button
from ui.pieces.label import Label


class Leaving(QWidget):
    """`goes`: close without a backup; `stays`: back to the window."""

    goes = Signal()
    stays = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.heading = Label(self.tr("正在备份，写好就关"), "heading")
        self.why = Label("", "body", "over", wrap=True)
        self.why.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.heading.text())
        self.stay = Button(self.tr("回去"), kind="primary", height=40)
        self.go = Button(self.tr("不备份，关掉"), height=40)
        self.choices = QWidget()
        row = QHBoxLayout(self.choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.stay)
        row.addWidget(self.go)
        row.addStretch(1)
        self.choices.hide()
        form = QWidget()
        form.setFixedWidth(tokens.px(420))
        column = QVBoxLayout(form)
        column.setSpacing(12)
        for widget in (self.heading, self.why, self.bar, self.choices):
            column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.addWidget(form, 0, Qt.AlignmentFlag.AlignCenter)
        self.stay.clicked.connect(self.stays)
        self.go.clicked.connect(self.goes)

    def tell(self, error: Exception) -> None:
        """The backup failed: say why and let the person choose."""
        self.heading.setText(self.tr("这次没备份成"))
        self.why.setText(words.sentence(error))
        self.why.show()
        self.bar.hide()
        self.choices.show()
        self.stay.setFocus()
