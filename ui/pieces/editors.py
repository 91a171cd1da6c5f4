"""The bare editors under every field: they finish an open IME composition before they are left."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui import icons
from ui.pieces import paint


def is_escape(event: QEvent) -> bool:
    """Whether the window asks if Esc, which is a shortcut of its own, shall be left to the field."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )


def is_as_above(event: QKeyEvent) -> bool:
    """Ctrl+D: the value above, or of the child before, once more."""
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class LineEdit(QLineEdit):
    """A line editor. `left` comes when it is left or Enter is pressed, `reverted` on Esc."""

    left = Signal()
    reverted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""

    def keeps_escape(self) -> bool:
        """Whether Esc means something here, so that it must not leave the page."""
        return self.isModified() and not self.isReadOnly()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and is_as_above(event):
            # Linux deletes a letter on it; here it is for what stands around the field.
            event.ignore()
            return False
        if is_escape(event) and self.keeps_escape():
            event.accept()
            return True
        return super().event(event)

    def finish_composition(self) -> None:
        """Take over what the input method still has open, as if its first offer had been accepted."""
        QGuiApplication.inputMethod().commit()
        if self._composing:
            event = QInputMethodEvent()
            event.setCommitString(self._composing)
            QLineEdit.inputMethodEvent(self, event)
            self._composing = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.cursorPosition() == 0:
            self.end(False)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish_composition()
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is for the window; only text may be dropped in here."""
        if event.mimeData().hasUrls():
            event.ignore()
            return
        super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.keeps_escape():
            self.reverted.emit()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            event.ignore()


class AreaEdit(QPlainTextEdit):
    """An editor of several lines. Tab leaves it; Ctrl+Enter counts as leaving."""

    left = Signal()
    reverted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self.setTabChangesFocus(True)

    def keeps_escape(self) -> bool:
        """Whether Esc means something here, so that it must not leave the page."""
        return self.document().isModified()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and is_as_above(event):
            event.ignore()
            return False
        if is_escape(event) and self.keeps_escape():
            event.accept()
            return True
        return super().event(event)

    def finish_composition(self) -> None:
        """Take over what the input method still has open."""
        QGuiApplication.inputMethod().commit()
        if self._composing:
            event = QInputMethodEvent()
            event.setCommitString(self._composing)
            QPlainTextEdit.inputMethodEvent(self, event)
            self._composing = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish_composition()
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A file is for the window; only text may be dropped in here."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.keeps_escape():
            self.reverted.emit()
            return
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.left.emit()
            event.ignore()
            return
        super().keyPressEvent(event)


class Combo(QComboBox):
    """A drop-down with a drawn chevron; as an editable one it takes rare answers too."""

    left = Signal()
    reverted = Signal()
    """Esc after something was typed."""

    def __init__(self, parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        if editable:
            self.setEditable(True)
            editor = LineEdit(self)
            editor.left.connect(self.left)
            editor.reverted.connect(self.reverted)
            self.setLineEdit(editor)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def setAccessibleName(self, name: str) -> None:
        """Also of the line that is typed into, which has the focus."""
        super().setAccessibleName(name)
        if (line := self.lineEdit()) is not None:
            line.setAccessibleName(name)

    def finish_composition(self) -> None:
        """Take over what the input method still has open."""
        editor = self.lineEdit()
        if isinstance(editor, LineEdit):
            editor.finish_composition()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isEditable():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # Ctrl+Enter is the form's
            else:
                self.showPopup()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            token = "ink2" if self.isEnabled() else "ink3"
            side = icons.side(16)
            icons.draw(painter, "chevron-down", rect.right() - 6 - side, rect.center().y() + 0.5 - side / 2, token, 16)
