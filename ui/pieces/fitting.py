"""How large a dialog may be: never larger than the window it stands over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_AIR = 24
"""px a dialog leaves free of its window."""


def within(parent: QWidget | None, width: int, height: int) -> QSize:
    """A dialog's size that stays inside the window it stands over."""
    wanted = QSize(width, height)
    return wanted.boundedTo(parent.window().size() - QSize(_AIR, _AIR)) if parent is not None else wanted
