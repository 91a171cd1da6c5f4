"""The two strips above the foot: what runs in the background, and what went wrong."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui import tokens
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.work import Work


class WorkStrip(QWidget):
    """Label, bar and cancel while a job runs; gone otherwise."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Label("", "second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = Button(self.tr("停下"), kind="secondary", height=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.GUTTER, 4, tokens.GUTTER, 4)
        row.setSpacing(12)
        row.addWidget(self.label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.cancel.clicked.connect(work.cancel)
        work.started.connect(self._started)
        work.moved.connect(self._moved)
        work.ended.connect(self.hide)
        self.hide()

    def _started(self, label: str, can_cancel: bool) -> None:
        self.label.setText(self.tr("正在{what}…").format(what=label))
        self.bar.setAccessibleName(label)
        self.bar.setRange(0, 0)
        self.cancel.setVisible(can_cancel)
        self.show()

    def _moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)


class ErrorStrip(QWidget):
    """One sentence that stays until it is put away or something works again: what went wrong, in red, or what must not
    be missed (where a file was saved, what an undo left alone)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = True
        self.label = Label("", "strong", "over", wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = Button(self.tr("知道了"), kind="secondary", height=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.GUTTER, 6, tokens.GUTTER, 6)
        row.setSpacing(12)
        row.addWidget(self.label, 1)
        row.addWidget(close)
        close.clicked.connect(self.clear)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show what went wrong and what to do."""
        self._show(sentence, wrong=True)

    def note(self, sentence: str) -> None:
        """Show what somebody should read before it goes; what went wrong is not put away for it."""
        if not (self.isVisible() and self._wrong):
            self._show(sentence, wrong=False)

    def _show(self, sentence: str, *, wrong: bool) -> None:
        self._wrong = wrong
        self.label.set_tone("over" if wrong else "")
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self.update()

    def clear(self) -> None:
        """Put the sentence away."""
        self.label.setText("")
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "overT" if self._wrong else "surface")
            paint.rule(painter, 0, 0, self.width(), "overL" if self._wrong else "line2")
