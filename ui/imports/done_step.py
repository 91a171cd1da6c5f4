"""Last step: what was imported, what is left to do, and the way back."""

from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.imports.matter import Matter, Plan
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark


class DoneStep(QWidget):
    """The summary as marks, and buttons: back to the roster, save the refused rows, take the import back."""

    finished = Signal()
    save_refused = Signal()
    take_back = Signal()

    def __init__(self, matter: Matter[Any, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matter = matter
        self.finding = ""
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.kept = Label("", "second", wrap=True)
        self.to_list = Button(matter.words.finished, kind="primary", keys="Enter", height=tokens.CONTROL_PANEL)
        self.keep = Button(self.tr("另存成表"), icon="download")
        self.undo = Button(self.tr("撤回这次导入"), icon="undo-2")
        inner = QVBoxLayout()
        inner.setSpacing(tokens.GAP)
        inner.addLayout(self.lines)
        inner.addWidget(self.kept)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.to_list, self.keep, self.undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner.addSpacing(8)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER + 28, 24, tokens.GUTTER + 28, 24)
        column.addLayout(inner)
        column.addStretch(1)
        self.to_list.clicked.connect(self.finished)
        self.keep.clicked.connect(self.save_refused)
        self.undo.clicked.connect(self.take_back)
        self.setFocusProxy(self.to_list)

    def show_done(self, plan: Plan) -> None:
        """Say what became of the chosen rows."""
        refused = plan.count("refused")
        self._clear(self.tr("导入好了"))
        for mark, number, text in self._matter.facts(plan):
            if number:
                self.lines.addWidget(Mark(mark, text.format(number)))
        self.keep.set_label(self.tr("把 {0} 行另存成表").format(refused))
        self.keep.setVisible(refused > 0)
        self.undo.setVisible(True)

    def show_undone(self, reversed_: int, kept: list[str]) -> None:
        """Say what taking it back did."""
        self._clear(self.tr("这次导入撤回了"))
        self.lines.addWidget(Mark("done", self.tr("{0} 处退回了导入前的样子").format(reversed_)))
        if kept:
            self.lines.addWidget(Mark("soon", self.tr("{0} 处后来有人改过，留着没动：").format(len(kept))))
            self.kept.setText("；".join(kept[:12]))
        self.undo.setVisible(False)
        self.keep.setVisible(False)

    def _clear(self, finding: str) -> None:
        self.finding = finding
        self.kept.setText("")
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect()).adjusted(tokens.GUTTER, 0, -tokens.GUTTER, -12)
            paint.box(painter, rect, "surface", "line", radius=tokens.PANEL_RADIUS)
