"""The button: a verb, its key at 75 %, an icon and a count; one filled green one to a screen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import fonts, icons, tokens
from ui.pieces import paint

LINK_PAD = 4
"""px beside the words of a link: the frame of what has the focus runs there and does not touch them."""
KINDS = ("primary", "secondary", "danger", "ghost", "link")


class Button(QPushButton):
    """A painted push button. `kind`: primary (the one thing to do), secondary, danger, ghost (in rows), link."""

    def __init__(
        self, label: str, *, keys: str = "", kind: str = "secondary", icon: str = "", count: int | None = None,
        height: int = tokens.CONTROL, name: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`name` is what a screen reader says; a button of an icon alone needs one. Raises ValueError."""
        super().__init__(parent)
        if icon and not (label or name):
            raise ValueError("an icon alone needs a name")
        self._name = name
        self.setToolTip("" if label else name)
        if kind not in KINDS:
            raise ValueError(kind)
        self.kind, self.keys, self.icon_name, self.count = kind, keys, icon, count
        self._height = height
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_label(label, count)

    def set_label(self, label: str, count: int | None = None) -> None:
        """Change the words, and the count after them."""
        self._label, self.count = label, count
        spoken = label if count is None else f"{label} {count}"
        self.setAccessibleName(self._name or spoken)
        self.setAccessibleDescription(self.keys)
        self.updateGeometry()
        self.update()

    def label(self) -> str:
        """The words without the count."""
        return self._label

    def sizeHint(self) -> QSize:
        pad = {"link": tokens.px(LINK_PAD), "ghost": 12}.get(self.kind, 16 if self._label else 9)
        return QSize(round(self._content()) + 2 * pad, tokens.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            ground, border, ink = self._colours()
            line = 1.5 if self.hasFocus() and self.kind in ("secondary", "danger", "ghost") else 1.0
            paint.box(painter, rect, ground, border, line=line)
            if self.hasFocus():
                self._focus(painter, rect)
            x, middle = rect.center().x() - self._content() / 2, rect.center().y()
            if self.isDown():
                middle += 0.5
            if self.icon_name:
                icons.draw(painter, self.icon_name, x, middle - icons.side() / 2, ink)
                x += icons.side() + (8 if self._label else 0)
            x += paint.text(painter, x, middle, self._label, size=self._size(), weight=self._weight(), token=ink)
            if self.count is not None:
                x += 6 + paint.text(painter, x + 6, middle, str(self.count), size=self._size(), weight=600, token=ink)
            if self.keys:
                painter.setOpacity(0.75)
                paint.text(painter, x + 10, middle, self.keys, size=tokens.HINT, token=ink)

    def _size(self) -> int:
        return tokens.NAME if self.kind == "primary" and self._height >= 40 else tokens.BODY

    def _weight(self) -> int:
        return 500 if self.kind == "link" else 400

    def _content(self) -> float:
        wide = fonts.width(self._label, self._size(), self._weight())
        if self.icon_name:
            wide += icons.side() + (8 if self._label else 0)
        if self.count is not None:
            wide += 6 + fonts.width(str(self.count), self._size(), 600)
        return wide + (10 + fonts.width(self.keys, tokens.HINT) if self.keys else 0)

    def _colours(self) -> tuple[str, str, str]:
        lively = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return ("", "", "ink3") if self.kind == "link" else ("sunk", "", "ink3")
        if self.kind == "primary":
            return "accentH" if lively else "accent", "", "onacc"
        if self.kind == "link":
            return "", "", "accentH" if lively else "accent"
        if self.kind == "ghost":
            return "accentT" if lively else "surface", "accent", "accent"
        if self.kind == "danger":
            return "overT" if lively else "surface", "over" if lively or self.hasFocus() else "overL", "over"
        return "hov" if lively else "surface", "accent" if lively or self.hasFocus() else "edge", "ink"

    def _focus(self, painter: QPainter, rect: QRectF) -> None:
        if self.kind == "primary":
            paint.box(painter, rect.adjusted(2.5, 2.5, -2.5, -2.5), "", "surface", line=1.5, radius=2.5)
        elif self.kind == "link":
            paint.box(painter, rect, "", "accent", line=1.5)
