"""A field for passwords: dots, no input method, no copying out of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget


class SecretEdit(QLineEdit):
    """Password field at login size."""

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("login", "true")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(spoken)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
