"""The one search box of a page: ↓ and Enter work from inside it, and letters typed in the list come to it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import fonts, icons, tokens
from ui.pieces import paint
from ui.pieces.editors import LineEdit
from ui.pieces.list_grid import ListGrid

_EDITING = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace,
            Qt.Key.Key_Delete, Qt.Key.Key_Insert}  # fmt: skip


class SearchBox(LineEdit):
    """Icon, placeholder, key hint. Esc empties it; an empty box gives Esc to the page."""

    searched = Signal(str)
    """The words, trimmed, as they are typed."""
    downward = Signal()
    """↓: into the list."""
    entered = Signal()
    """Enter: the first result."""

    def __init__(self, placeholder: str, *, keys: str = "Ctrl+F", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription(keys)
        beside = 10 + icons.side(16), round(fonts.width(keys, tokens.HINT)) + 4
        self.setTextMargins(beside[0], 0, beside[1], 0)
        self.setMinimumWidth(max(tokens.px(180), round(fonts.width(placeholder)) + sum(beside) + 24))
        self.textChanged.connect(lambda text: self.searched.emit(text.strip()))

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(232), super().sizeHint().height())

    def serve(self, grid: ListGrid) -> None:
        """Work together with a list: ↓ and Enter go to it, its printable keys come here. Of several lists in one place
        it is the one on screen."""
        self.downward.connect(lambda: None if grid.isHidden() else grid.focus_first())
        self.entered.connect(lambda: None if grid.isHidden() else grid.open_current())
        grid.typed.connect(self.take)

    def take(self, letter: str) -> None:
        """Start searching with a letter that was typed elsewhere."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(letter)

    def keeps_escape(self) -> bool:
        return bool(self.text())

    def event(self, event: QEvent) -> bool:
        """The window's keys work from inside the box; it keeps those that edit what stands in it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_window_s(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_window_s(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Undo) or event.matches(keys.Redo):
            return not self.isUndoAvailable() and not self.isRedoAvailable()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.key() in _EDITING:
            return False
        return not any(event.matches(key) for key in (keys.Copy, keys.Cut, keys.Paste, keys.SelectAll))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Down, keys.Key_PageDown):
            self.downward.emit()
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            self.entered.emit()
        elif event.key() == keys.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            icons.draw(painter, "search", 10, rect.center().y() - icons.side(16) / 2, "ink2", 16)
            if not self.text():
                x = rect.right() - 10
                paint.text(painter, x, rect.center().y(), self._keys, size=tokens.HINT, token="ink3", right=True)
