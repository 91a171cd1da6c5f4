"""What can be done with several chosen children; it stands in place of the finding while they are chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label


class SelectionBar(QWidget):
    """选中的 32 人: one fact for all, copy, delete what was entered by mistake."""

    edits = Signal()
    copies = Signal()
    deletes = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", "strong")
        self.edit = Button(self.tr("一起改"), kind="link", keys="F2", icon="pencil", height=26)
        self.copy = Button(self.tr("复制成表格"), kind="link", keys="Ctrl+C", icon="copy", height=26)
        self.delete = Button(self.tr("录错了，删除"), kind="link", icon="trash-2", height=26)
        self.delete.setToolTip(self.tr("转走的别删。录错的删了就不算进任何一天的人数，回收站里能还原。"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GUTTER)
        row.addWidget(self.words)
        for button, signal in ((self.edit, self.edits), (self.copy, self.copies), (self.delete, self.deletes)):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)

    def show_count(self, count: int) -> None:
        """Say how many are chosen."""
        self.words.setText(self.tr("选中的 {0} 人").format(count))
