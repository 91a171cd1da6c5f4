"""Labels in the type scale: the style sheet knows the role, nobody sets a font by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style import restyle

ROLES = ("body", "heading", "dial", "panel", "name", "strong", "second", "hint", "error")


class Label(QLabel):
    """Plain text, never HTML. `role` sets size and weight, `tone` the token: ink2 ink3 accent over soon done."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        if role not in ROLES:
            raise ValueError(role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: str) -> None:
        """Change the colour token."""
        restyle(self, "tone", tone)
