"""A field for passwords: dots, no input method, no copying out of it; and how a bare editor gets its label."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.pieces.label import Label


class SecretEdit(QLineEdit):
    """Password field at login size."""

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("login", "true")
        self.setProperty("secret", "true")
        self.textChanged.connect(self._space)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(spoken)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)

    def _space(self, text: str) -> None:
        """Set the dots apart, but not the words that stand in an empty field."""
        font = self.font()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 5 if text else 0)
        self.setFont(font)


def labelled(text: str, editor: QLineEdit, *below: QWidget) -> QVBoxLayout:
    """The editor under its label, close together, with what belongs to it beneath."""
    label = Label(text, "second")
    label.setBuddy(editor)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(editor)
    for widget in below:
        column.addWidget(widget)
    return column
