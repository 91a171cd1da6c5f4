"""A chapter of the guide: text and pictures, never wider than the place they stand in."""

import math

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from resources import guide
from ui import tokens


class GuideText(QTextBrowser):
    """Scrolls by itself, or (`whole`) is as high as its text in something else that scrolls."""

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._shown, self._whole = "", whole
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setProperty("bare", "true")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("说明"))

    def show_text(self, markdown: str) -> None:
        """Show a chapter from its top."""
        self._shown = markdown
        self._render()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        found = QImage.fromData(guide.picture(name if isinstance(name, str) else name.toString()))
        ratio = self.devicePixelRatioF()
        room = round(max(120, self.viewport().width() - 24) * ratio)
        if found.width() > room:
            found = found.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        found.setDevicePixelRatio(max(ratio, 1.0))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._render()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_shown"):
            self._render()

    def _render(self) -> None:
        place = self.verticalScrollBar().value()
        self.document().setDefaultFont(self.font())
        self.setMarkdown(self._shown)
        self._spread()
        if self._whole:
            self.setFixedHeight(math.ceil(self.document().size().height()) + 2 * self.frameWidth())
        self.verticalScrollBar().setValue(place)

    def _spread(self) -> None:
        """Lines wide enough apart to read; pictures stand by themselves."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            form = block.blockFormat()
            if "\ufffc" in block.text():
                form.setTopMargin(tokens.px(8))
            else:
                form.setLineHeight(132.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                form.setBottomMargin(tokens.px(4))
            cursor.setBlockFormat(form)
            block = block.next()
