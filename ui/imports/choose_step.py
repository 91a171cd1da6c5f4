"""First step: drop a table on the page or choose one."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import icons, tokens
from ui.imports.matter import Words
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.session import Session

SUFFIXES = ("*.xlsx", "*.xls", "*.csv", "*.et", "*.ods", "*.xml", "*.html", "*.htm")
PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".heic"}
FORM = ".docx"


def dropped_file(event: QDragEnterEvent | QDropEvent) -> str:
    """Path of the one local file that is dragged, "" otherwise."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""


def is_table(_session: Session, paths: Sequence[str]) -> bool:
    """Whether what was dropped on the window is for the import: a file that is no picture and no Word form.
    Why one cannot be read is said by the import."""
    name = PurePath(paths[0])
    return bool(name.suffix) and name.suffix.lower() not in {*PICTURES, FORM}


class ChooseStep(QWidget):
    """The drop field with its button; an error about the last file stands under it."""

    chosen = Signal(str)
    """Path of the file."""
    other_wanted = Signal()
    """The link beside the button."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._over = False
        self.button = Button(self.tr("选表格"), kind="primary", icon="file-spreadsheet", height=tokens.CONTROL_PANEL)
        self.other = Button(words.other_way, kind="link")
        if not words.other_way:
            self.other.hide()  # shown by hand it would be a window of its own until it has a parent
        self.wrong = Label("", "strong", "over", wrap=True)
        self.what_to_do = Label("", "second", wrap=True)
        first, *more = words.choose
        lines = (Label(first, "panel"), *(Label(text, "second", wrap=True) for text in more))
        self._first = lines[0]
        inner = QVBoxLayout()
        inner.setSpacing(tokens.GAP)
        inner.addStretch(2)
        for line in lines:
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inner.addWidget(line)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addSpacing(tokens.GAP)
        row.addWidget(self.other)
        row.addStretch(1)
        inner.addSpacing(8)
        inner.addLayout(row)
        for label in (self.wrong, self.what_to_do):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inner.addWidget(label)
        inner.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(60, 40, 60, 20)
        column.addLayout(inner)
        self.button.clicked.connect(self.ask)
        self.other.clicked.connect(self.other_wanted)
        self.setFocusProxy(self.button)

    def ask(self) -> None:
        """Let the person choose a file."""
        tables = self.tr("表格") + " (" + " ".join(SUFFIXES) + ")"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("选表格"), "", tables + ";;" + self.tr("所有文件") + " (*)")
        if path:
            self.chosen.emit(path)

    def tell(self, path: str, what: str, do: str) -> None:
        """Say why the last file could not be read; "" clears it."""
        name = PurePath(path).name
        self.wrong.setText(self.tr("“{0}”没有读进来：{1}").format(name, what) if what else "")
        self.what_to_do.setText(do)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event):
            self._light(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        if path := dropped_file(event):
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _light(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect()).adjusted(20.5, 8.5, -20.5, -8.5)
            paint.box(painter, rect, "accentT" if self._over else "surface", "", radius=tokens.PANEL_RADIUS)
            pen = QPen(tokens.colour("accent" if self._over else "grid"), 1.5)
            pen.setDashPattern([4.0, 3.0])
            painter.setPen(pen)
            painter.drawRoundedRect(rect, tokens.PANEL_RADIUS, tokens.PANEL_RADIUS)
            side = icons.side(36)
            icons.draw(painter, "upload", rect.center().x() - side / 2, self._first.y() - 16 - side, "grid", 36)
