"""The field for the recovery code: groups itself into 8 × 4 while it is typed; pasting can be shut off."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

GROUPS, LETTERS = 8, 4


def grouped(text: str) -> str:
    """ABCD-EFGH-… out of what was typed: upper case, hyphens set, full-width forms narrowed."""
    narrow = "".join(chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in text)
    kept = "".join(c for c in narrow.upper() if c.isascii() and c.isalnum())[: GROUPS * LETTERS]
    return "-".join(kept[i : i + LETTERS] for i in range(0, len(kept), LETTERS))


class CodeEdit(QLineEdit):
    """`paste=False` at set-up: typing the code back shows that it is on paper."""

    def __init__(self, *, paste: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paste = paste
        self.setAccessibleName(self.tr("恢复码"))
        self.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setAcceptDrops(paste)
        self.textEdited.connect(self._group)

    def _group(self, text: str) -> None:
        after = len(text) - self.cursorPosition()
        shown = grouped(text)
        if shown != text:
            self.setText(shown)
            self.setCursorPosition(max(0, len(shown) - after))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._paste and event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._paste or event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._paste:
            super().contextMenuEvent(event)

    def insert(self, text: str) -> None:
        if self._paste:
            super().insert(text)
