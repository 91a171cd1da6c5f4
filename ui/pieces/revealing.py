"""Scroll to what was just opened, once its place is known."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def area_around(widget: QWidget) -> QScrollArea | None:
    """The area that scrolls this widget with others."""
    around: QWidget | None = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def reveal(widget: QWidget, first: QWidget | None = None) -> None:
    """Scroll so that all of the widget is seen; where it is higher than the view, `first` is."""

    def show() -> None:
        around = area_around(widget)
        if around is not None:
            around.ensureWidgetVisible(widget, 0, 12)
            if first is not None:
                around.ensureWidgetVisible(first, 0, 12)

    # New fields get their height when they are first shown, and what lies around makes room a turn later.
    QTimer.singleShot(0, widget, lambda: QTimer.singleShot(0, widget, show))
