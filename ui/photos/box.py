"""The photo of a child in its dossier: shown small, changed by a click, a key, Ctrl+V or a drop."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ui import fonts, tokens
from ui.photos import frame
from ui.photos.album import MISSING, Found
from ui.photos.given import from_clipboard, given
from ui.pieces import paint

HIGH = 70
WIDE = HIGH * frame.WIDE // frame.HIGH


class PhotoBox(QAbstractButton):
    """`Found` is what it shows; what a person does to it comes out as signals."""

    brought = Signal(object)
    """Given: dropped or pasted."""
    choose = Signal()
    cut = Signal()
    removed = Signal()
    folder = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found, self._forbidden, self._over = Found(), False, False
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("把照片拖到这里，或者按 Ctrl+V 粘贴，点一下从文件选"))
        self.clicked.connect(self._open)
        self.show_photo(Found(), forbidden=False)

    def show_photo(self, found: Found, *, forbidden: bool) -> None:
        """Show a photo; `forbidden` when the family does not want pictures."""
        self._found, self._forbidden = found, forbidden
        self.setAccessibleName(self.tr("照片：{0}").format(self._state()))
        self.update()

    def found(self) -> Found:
        """What is shown."""
        return self._found

    def paste(self) -> bool:
        """Take the picture of the clipboard; False if there is none."""
        what = from_clipboard()
        if what:
            self.brought.emit(what)
        return bool(what)

    def menu(self) -> QMenu:
        """What can be done to the photo."""
        menu = QMenu(self)
        menu.addAction(self.tr("从文件选…"), self.choose.emit)
        paste = menu.addAction(self.tr("粘贴"), self.paste)
        paste.setShortcut(QKeySequence.StandardKey.Paste)
        paste.setEnabled(bool(from_clipboard()))
        if self._found.picture is not None:
            menu.addAction(self.tr("裁一裁"), self.cut.emit)
        if self._found.picture is not None or self._found.wrong or self._forbidden:
            away = menu.addAction(self.tr("拿掉照片"), self.removed.emit)
            away.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        menu.addSeparator()
        menu.addAction(self.tr("一次放一个文件夹的照片…"), self.folder.emit)
        return menu

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(WIDE), tokens.px(HIGH))

    def _state(self) -> str:
        if self._forbidden:
            return self.tr("家长不同意")
        if self._found.picture is not None:
            return self.tr("有")
        if self._found.wrong:
            return self.tr("文件不见了") if self._found.wrong == MISSING else self.tr("文件坏了")
        return self.tr("没有")

    def _open(self) -> None:
        (self.cut if self._found.picture is not None else self.choose).emit()

    def _show_menu(self, at: QPoint) -> None:
        self.menu().popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._show_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.click()
        elif event.key() == Qt.Key.Key_Menu:
            self._show_menu(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasImage():
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            lively = self._over or self.hasFocus() or self.underMouse()
            if self._found.picture is not None and not self._forbidden:
                frame.draw(painter, self._found.picture, rect)
                if lively:
                    paint.box(painter, rect, "", "accent", line=2.0, radius=0)
                return
            wrong = bool(self._found.wrong)
            paint.box(painter, rect, "overT" if wrong else "accentT" if self._over else "surface", "", radius=0)
            pen = QPen(tokens.colour("over" if wrong else "accent" if lively else "grid"), 1.5)
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
            self._write(painter, rect, "over" if wrong else "ink3")

    def _write(self, painter: QPainter, rect: QRectF, token: str) -> None:
        lines = [self.tr("贴照片")]
        if self._forbidden:
            lines = [self.tr("家长"), self.tr("不同意")]
        elif self._found.wrong:
            lines = [self.tr("照片"), self.tr("不见了") if self._found.wrong == MISSING else self.tr("坏了")]
        step = tokens.px(17)
        middle = rect.center().y() - step * (len(lines) - 1) / 2
        for line in lines:
            left = rect.center().x() - fonts.width(line, tokens.HINT) / 2
            paint.text(painter, left, middle, line, size=tokens.HINT, token=token)
            middle += step
