"""Ctrl+K, 去哪里: one box over the window that leads to every page, child and action by Chinese, pinyin or digits."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import icons, tokens
from ui.finder import Finder
from ui.finder_list import PlaceList
from ui.page import Place
from ui.pieces import paint
from ui.pieces.editors import LineEdit
from ui.pieces.label import Label

WIDE, TOP = 600, 44
PAGE = 6
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class GoToEdit(LineEdit):
    """The box: letters search, arrows move, Enter goes, Esc closes; Tab moves on like ↓, for nothing else is here."""

    stepped = Signal(int)
    entered = Signal()
    closed = Signal()

    def keeps_escape(self) -> bool:
        return True

    def focusNextPrevChild(self, on: bool) -> bool:
        self.stepped.emit(1 if on else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_PageDown: PAGE, keys.Key_PageUp: -PAGE}
        if event.key() in steps:
            self.stepped.emit(steps[keys(event.key())])
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            self.entered.emit()
        elif event.key() == keys.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with paint.painting(self) as painter:
            icons.draw(painter, "search", 12, QRectF(self.rect()).center().y() - icons.side(16) / 2, "ink2", 16)


class GoTo(QWidget):
    """Lies over the whole window while it is open; a click beside the box closes it."""

    goes = Signal(str, object)
    """A page and what to open it with."""
    does = Signal(str)
    """The name of an action."""

    def __init__(self, finder: Finder, window: QWidget) -> None:
        super().__init__(window)
        self._finder = finder
        self._before: QWidget | None = None
        self.edit = GoToEdit()
        self.edit.setPlaceholderText(self.tr("去哪里：页面、孩子、操作，打字就找"))
        self.edit.setAccessibleName(self.edit.placeholderText())
        self.edit.setTextMargins(12 + icons.side(16), 0, 0, 0)
        self.list = PlaceList()
        self.nothing = Label("", "body", "ink2", wrap=True)
        self.nothing.setContentsMargins(16, 10, 16, 14)
        self.box = QFrame(self)
        self.box.setProperty("ground", "surface")
        column = QVBoxLayout(self.box)
        column.setContentsMargins(2, 12, 2, 8)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(10, 0, 10, 0)
        top.addWidget(self.edit)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        self.edit.textChanged.connect(self._search)
        self.edit.stepped.connect(self.list.step)
        self.edit.entered.connect(self.list.go)
        self.edit.closed.connect(self.close_box)
        self.list.chosen.connect(self._go)
        self.list.moved.connect(self.edit.setAccessibleDescription)
        self.hide()

    def open_box(self) -> None:
        """Show it empty with the cursor in it; once more closes it."""
        if self.isVisible():
            self.close_box()
            return
        self._before = self.window().focusWidget()
        self._finder.prepare()
        self.edit.clear()
        self._search("")
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_box(self) -> None:
        """Put it away and the cursor back."""
        if not self.isVisible():
            return
        had, before = self.edit.hasFocus(), self._before
        self._before = None
        self.hide()
        if had and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, text: str) -> None:
        sections = self._finder.find(text)
        self.list.show_sections(sections)
        self.list.setVisible(bool(sections))
        self.nothing.setVisible(not sections)
        if not sections:
            words = self.tr("没有找到“{0}”。孩子写姓名、拼音、首字母或电话后几位，页面和操作也可以用首字母。")
            self.nothing.setText(words.format(text.strip()))
        self.place()

    def _go(self, place: Place) -> None:
        self._finder.note(place)
        self.close_box()
        if place.page:
            self.goes.emit(place.page, place.want)
        else:
            self.does.emit(str(place.want))

    def place(self) -> None:
        """Cover the window, the box in the upper middle."""
        parent = self.parentWidget()
        area = parent.rect() if parent is not None else self.rect()
        self.setGeometry(area)
        top = TOP if area.height() > 560 else 12
        wide = min(tokens.px(WIDE), area.width() - 2 * tokens.GUTTER)
        self.box.setFixedWidth(wide)
        self.list.setFixedHeight(min(self.list.content_height(), area.height() - top - tokens.px(90)))
        self.nothing.setFixedHeight(max(0, self.nothing.heightForWidth(wide - 4)))
        self.box.setGeometry((area.width() - wide) // 2, top, wide, self.box.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_box()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            veil = tokens.colour("rail")
            veil.setAlpha(90)
            painter.fillRect(self.rect(), veil)
            paint.box(painter, QRectF(self.box.geometry()).adjusted(-1, -1, 1, 1), "surface", "edge", radius=6)
