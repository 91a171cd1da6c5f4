"""Putting the look on the application: Fusion, fonts, Chinese, the style sheet, and the wheel kept off fields."""

import re
from functools import lru_cache

from PySide6.QtCore import QEvent, QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QScrollArea, QStyleFactory, QWidget

from resources import FOLDER
from ui import fonts, tokens

_TOKEN = re.compile(r"@([A-Za-z]+[0-9]?)")
_PIXELS = re.compile(r"#(\d+)px")


class WheelGuard(QObject):
    """Lets the wheel scroll the page instead of changing a combo or spin box under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, (QComboBox, QAbstractSpinBox)):
            event.ignore()
            return True
        return False


def dress(app: QApplication) -> None:
    """Do once at the start what `apply` does not repeat: style, fonts, Qt's own Chinese, the wheel filter."""
    app.setStyle(QStyleFactory.create("Fusion"))
    fonts.load()
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    app.installEventFilter(WheelGuard(app))
    app.focusChanged.connect(follow)
    apply(app)


def follow(_before: QWidget | None, now: QWidget | None) -> None:
    """Scroll to what has the cursor now, where it lies outside of what is seen (a scroll area does so only for Tab
    from one of its own widgets to another)."""
    if now is not None:
        _scroll_to(now)
        QTimer.singleShot(0, now, lambda: _scroll_to(now))  # again once a page that is new has its sizes


def _scroll_to(now: QWidget) -> None:
    if not now.isVisible() or not now.visibleRegion().isEmpty():
        return
    area = now.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(now)
        area = area.parentWidget()


def apply(app: QApplication, theme: str = "", scale: float = 0.0) -> None:
    """Show a theme ("" = the running one) and text size (0 = the running one) on everything that is open."""
    if theme:
        tokens.use(theme)
    if scale:
        tokens.use_scale(scale)
    app.setFont(fonts.text())
    app.setPalette(_palette())
    app.setStyleSheet(sheet())
    for widget in app.allWidgets():
        widget.updateGeometry()
        widget.update()


def sheet() -> str:
    """The style sheet with the tokens of the running theme and the text size filled in. Raises KeyError."""
    colours = tokens.colours()
    filled = _TOKEN.sub(lambda found: colours[found[1]], _template())
    return _PIXELS.sub(lambda found: f"{tokens.px(int(found[1]))}px", filled)


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet selects on (`role`, `tone`, `wrong`), and make it show."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


@lru_cache(maxsize=1)
def _template() -> str:
    return (FOLDER / "style.qss").read_text(encoding="utf-8")


def _palette() -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    pairs = (
        (roles.Window, "paper"), (roles.WindowText, "ink"), (roles.Base, "surface"), (roles.AlternateBase, "paper"),
        (roles.Text, "ink"), (roles.Button, "surface"), (roles.ButtonText, "ink"), (roles.Highlight, "accent"),
        (roles.HighlightedText, "onacc"), (roles.PlaceholderText, "ink3"), (roles.ToolTipBase, "surface"),
        (roles.ToolTipText, "ink"), (roles.Link, "accent"), (roles.Mid, "line2"), (roles.Light, "surface"),
    )  # fmt: skip
    for role, token in pairs:
        palette.setColor(role, tokens.colour(token))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("ink3"))
    return palette
