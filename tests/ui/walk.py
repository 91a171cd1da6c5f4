"""What can be wrong with a screen that a person would notice: cut, hidden, unreachable, nameless, without a focus ring."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QWidget,
)

from ui import fonts
from ui.finder_list import PlaceList
from ui.foot import ActionButton, KeyFoot
from ui.go_to import GoTo
from ui.help import HelpSheet
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.fields import Field
from ui.pieces.flyout import Flyout
from ui.pieces.suggestions import Suggestions

GRID_CELLS = 2000
LOOSE = 1
"""px that rounding may move an edge."""
OVERLAYS = (GoTo, HelpSheet, Flyout, ActionButton, Suggestions)
FIXED = (QAbstractButton, QLabel, QLineEdit, Field)
"""Widgets that must have the room they ask for."""


def shown(root: QWidget) -> Iterator[QWidget]:
    """The visible widgets below `root`, as far as they are ours."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not widget.objectName().startswith("qt_") and not isinstance(widget, QScrollBar):
            yield widget


def called(widget: QWidget) -> str:
    """A widget so that one finds it."""
    words = widget.accessibleName() or (widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else "")
    parent = widget.parentWidget()
    return f"{type(widget).__name__} “{words[:30]}” in {type(parent).__name__}"


# what does not fit


def misfits(root: QWidget) -> list[str]:
    """Everything on the screen that is cut or covered."""
    found: list[str] = []
    for widget in shown(root):
        found += _sticks_out(widget)
        found += _squeezed(widget)
        found += _covered(widget)
    return found


def _sticks_out(widget: QWidget) -> list[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return []
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
        return _scrolled_away(area, widget)
    outer = parent.rect().adjusted(-LOOSE, -LOOSE, LOOSE, LOOSE)
    return [] if outer.contains(widget.geometry()) else [f"{called(widget)} sticks out: {widget.geometry()}"]


def _scrolled_away(area: QAbstractScrollArea, widget: QWidget) -> list[str]:
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if not isinstance(area, QScrollArea):
        return []
    found = []
    if area.horizontalScrollBarPolicy() == off and widget.width() > area.viewport().width() + LOOSE:
        found.append(f"{called(area)} hides {widget.width() - area.viewport().width()} px at the right")
    if area.verticalScrollBarPolicy() == off and widget.height() > area.viewport().height() + LOOSE:
        found.append(f"{called(area)} hides {widget.height() - area.viewport().height()} px below")
    return found


def _squeezed(widget: QWidget) -> list[str]:
    found = []
    if isinstance(widget, FIXED):
        least = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            need = widget.heightForWidth(widget.width())
            if widget.text() and widget.height() + LOOSE < need:
                found.append(f"{called(widget)} is {widget.height()} px high, its lines need {need}")
        else:
            wide = min(least.width(), widget.maximumWidth())
            if isinstance(widget, QLabel) and widget.text():
                wide = max(wide, widget.sizeHint().width())
            if widget.width() + LOOSE < wide:
                found.append(f"{called(widget)} is {widget.width()} px wide, needs {wide}")
            if widget.height() + LOOSE < min(least.height(), widget.maximumHeight()):
                found.append(f"{called(widget)} is {widget.height()} px high, needs {least.height()}")
    if isinstance(widget, QComboBox) and not widget.isEditable() and widget.currentText():
        need = round(fonts.width(widget.currentText()))
        if widget.width() - 34 + LOOSE < need:
            found.append(f"{called(widget)} cuts its choice “{widget.currentText()}”")
    if isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        margins = widget.textMargins()
        room = widget.width() - 20 - margins.left() - margins.right()
        if room < widget.fontMetrics().horizontalAdvance(widget.placeholderText()):
            found.append(f"{called(widget)} cuts its hint “{widget.placeholderText()}”")
    if isinstance(widget, QListWidget) and widget.sizeHintForColumn(0) > widget.viewport().width():
        found.append(f"{called(widget)} cuts its lines")
    return found


def _covered(widget: QWidget) -> list[str]:
    parent = widget.parentWidget()
    if parent is None or isinstance(widget, OVERLAYS) or isinstance(parent, (QStackedWidget, QAbstractItemView)):
        return []
    siblings = [
        other for other in parent.children()
        if isinstance(other, QWidget) and other.isVisible() and not other.isWindow() and not isinstance(other, OVERLAYS)
    ]  # fmt: skip
    later = siblings[siblings.index(widget) + 1 :] if widget in siblings else []
    found = []
    for other in later:
        both = widget.geometry().intersected(other.geometry())
        if both.width() > 2 and both.height() > 2:
            found.append(f"{called(widget)} and {called(other)} lie on each other")
    return found


class Flashes(QObject):
    """Notes every widget that was a window of its own for a moment, because it was shown before it had its place."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            popup = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if not popup and not isinstance(watched, (QStackedWidget, QDialog)):
                self.seen.append(called(watched))
        return False


# what cannot be reached


def focusable(root: QWidget) -> list[QWidget]:
    """What Tab should come to."""
    return [
        widget for widget in shown(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
        and not isinstance(widget, (PlaceList, KeyFoot))
    ]  # fmt: skip


def nameless(root: QWidget) -> list[str]:
    """Widgets that take the focus and say nothing to a screen reader."""
    return [called(widget) for widget in shown(root) if _takes_focus(widget) and not widget.accessibleName()]


def _takes_focus(widget: QWidget) -> bool:
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        return False
    inner = isinstance(widget.parentWidget(), QComboBox)
    return not inner and not (isinstance(widget, QScrollArea) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus)


def without_buddy(root: QWidget) -> list[str]:
    """Fields whose label leads nowhere."""
    found = []
    for widget in shown(root):
        if isinstance(widget, Field) and widget.label() and widget._label.buddy() is not widget._editor:
            found.append(called(widget))
        field = isinstance(widget, (QLineEdit, QComboBox, QPlainTextEdit))
        if field and not isinstance(widget.parentWidget(), QComboBox) and not widget.accessibleName():
            found.append(called(widget))
    return found


def front(window: QWidget) -> QWidget:
    """What a person can work with now: the sheet that lies over the page, or all of it."""
    over = [widget for widget in shown(window) if isinstance(widget, (GoTo, HelpSheet, Flyout))]
    return over[0] if over else window


def walked(window: QWidget, most: int = 400) -> list[QWidget]:
    """Press Tab until the focus comes back to where it began; what had the focus on the way."""
    if QApplication.focusWidget() is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    found: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in found and len(found) < most:
        found.append(here)
        _tab(here)
    return found


def unreached(window: QWidget, way: list[QWidget]) -> list[str]:
    """What the walk with Tab never came to."""
    passed = set(way)
    return [
        called(widget) for widget in focusable(window)
        if widget not in passed and not isinstance(widget.parentWidget(), QComboBox)
        and not (isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked())
    ]  # fmt: skip


def ringless(window: QWidget, way: list[QWidget]) -> list[str]:
    """What cannot be seen when Tab has come to it, or looks the same with the focus and without."""
    found = []
    for widget in way:
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        _scroll_to(widget)
        QApplication.processEvents()
        with_focus = _picture(window, widget)
        widget.clearFocus()
        QApplication.processEvents()
        _scroll_to(widget)
        if with_focus == _picture(window, widget):
            found.append(called(widget))
    return found


def unseen(window: QWidget, most: int = 400) -> list[str]:
    """What has the focus after Tab and lies outside of what can be seen."""
    found, passed = [], set()
    while (here := QApplication.focusWidget()) is not None and here not in passed and len(passed) < most:
        passed.add(here)
        if here.visibleRegion().isEmpty():
            found.append(called(here))
        _tab(here)
        QApplication.processEvents()
    return found


def _tab(here: QWidget) -> None:
    """Press Tab; in a grid to type into until its last cell lets go."""
    for _cell in range(GRID_CELLS if isinstance(here, EntryGrid) else 1):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not here:
            return


def _scroll_to(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
            room, bar = area.viewport().height() - widget.height(), area.verticalScrollBar()
            top = widget.mapTo(area.widget(), QPoint(0, 0)).y()
            if room >= 0:  # Qt looks for the cursor or cell in it; here all of it is looked at
                bar.setValue(min(max(bar.value(), top - room), top))
        area = area.parentWidget()


def _picture(window: QWidget, widget: QWidget) -> QImage:
    """The widget with a little around it, without the blinking cursor of a field."""
    corner = widget.mapTo(window, QPoint(0, 0))
    area = QRect(corner, widget.size()).adjusted(-2, -2, 2, 2).intersected(window.rect())
    picture = window.grab(area).toImage()
    if isinstance(widget, (QLineEdit, QPlainTextEdit)) and picture.width() > 12:
        # Only the edge: the cursor inside is no focus ring.
        return picture.copy(0, 0, picture.width(), 6)
    return picture
