"""What a strip of attachments is made of, how files are dragged onto it, and how it asks for files and places."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.attachments import words
from ui.attachments.album import album_of
from ui.attachments.tiles import Tiles
from ui.photos.given import given
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("attachments", text)


def ask_files(parent: QWidget) -> list[str]:
    """Ask which files; [] = none."""
    return QFileDialog.getOpenFileNames(parent, _tr("选图片和文件"), "", words.kinds())[0]


def ask_path(parent: QWidget, name: str) -> str:
    """Ask where one file shall go; "" = nowhere."""
    return QFileDialog.getSaveFileName(parent, _tr("存出来"), name)[0]


def ask_folder(parent: QWidget) -> str:
    """Ask for the folder that several shall go into; "" = none."""
    return QFileDialog.getExistingDirectory(parent, _tr("存到哪个文件夹"))


class StripParts(QWidget):
    """Lights up while files are held over it."""

    brought = Signal(object)
    """Given: dropped."""

    def __init__(self, session: Session, heading: str = "") -> None:
        super().__init__()
        self._over = False
        self._title = heading or _tr("图片和文件")
        self.heading = Label(self._title, "strong")
        self.add = Button(_tr("添加"), kind="link", icon="plus", height=26, name=_tr("添加图片和文件"))
        self.more = Button("", kind="link", icon="ellipsis", height=26, name=_tr("附件还能做什么"))
        self.tiles = Tiles(album_of(session))
        self.empty = Label(_tr("拖到这里，或者按 Ctrl+V 粘贴。"), "hint", "ink3", wrap=True)
        self.consent = Label("", "hint", "soon", wrap=True)
        self.wrong = Label("", "hint", "over", wrap=True)
        self.refused = Label("", "hint", "over", wrap=True)
        self._lay_out()
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.more)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for piece in (self.empty, self.tiles, self.consent, self.wrong, self.refused):
            column.addWidget(piece)
        for label in (self.consent, self.wrong, self.refused):
            label.hide()
        self.more.hide()
        self.tiles.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if self.isVisible() and (mime.hasUrls() or mime.hasImage()):
            self._light(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        if what := given(event.mimeData()):
            event.acceptProposedAction()
            self.brought.emit(what)

    def _light(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> Any:
        if self._over:
            with paint.painting(self) as painter:
                paint.box(painter, QRectF(self.rect()), "accentT", "accent", line=1.5, radius=tokens.PANEL_RADIUS)
