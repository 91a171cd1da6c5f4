"""The list under the box of Ctrl+K: places in groups, the letters that fit marked, the key at the right."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import fonts, icons, tokens
from ui.finder import Found, Section
from ui.pieces import name_cell, paint

ROW, HEAD = 36, 28
Index = QModelIndex | QPersistentModelIndex


class PlaceModel(QAbstractListModel):
    """Headings and places in one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Section | Found] = []

    def show(self, sections: Sequence[Section]) -> None:
        """Show other sections."""
        self.beginResetModel()
        self.lines = []
        for section in sections:
            self.lines += [section, *section.found]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if index.isValid() and isinstance(self.lines[index.row()], Found):
            return flags.ItemIsEnabled | flags.ItemIsSelectable
        return flags.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        return line.title if isinstance(line, Section) else spoken(line)


def spoken(found: Found) -> str:
    """A line in words."""
    return " ".join(word for word in (found.place.name, found.place.detail, found.place.keys) if word)


class PlaceDelegate(QStyledItemDelegate):
    """Paints a heading or a place."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, PlaceModel)
        return QSize(100, tokens.px(ROW if isinstance(model.lines[index.row()], Found) else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, PlaceModel)
        rect, line = QRectF(option.rect), model.lines[index.row()]
        with paint.guarded(painter, "place"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(line, Section):
                _heading(painter, rect, line)
            else:
                _place(painter, rect, line, bool(option.state & option.state.State_Selected))


def _heading(painter: QPainter, rect: QRectF, line: Section) -> None:
    x, middle = rect.x() + 16, rect.center().y() + 2
    x += paint.text(painter, x, middle, line.title, size=tokens.HINT, weight=600, token="ink2") + 8
    if line.total > len(line.found):
        words = QCoreApplication.translate("finder", "{0} 个，再打几个字").format(line.total)
        paint.text(painter, x, middle, words, size=tokens.HINT, token="ink3")


def _place(painter: QPainter, rect: QRectF, line: Found, chosen: bool) -> None:
    place, middle = line.place, rect.center().y()
    if chosen:
        paint.fill(painter, rect, "accentT")
        paint.fill(painter, QRectF(rect.x(), rect.y(), 4, rect.height()), "accent")
    x, picture = rect.x() + 16, tokens.px(24)
    if place.icon:
        icons.draw(painter, place.icon, x + (picture - icons.side()) / 2, middle - icons.side() / 2, "ink2")
    else:
        first = "".join(name_cell.characters(place.name)[:1])
        name_cell.draw(painter, round(x), round(middle - picture / 2), first, picture)
    x += picture + 12
    edge = rect.right() - 16 - _key(painter, rect.right() - 16, middle, place.keys)
    if line.end > line.start:
        left, wide = fonts.width(place.name[: line.start]), fonts.width(place.name[line.start : line.end])
        paint.box(painter, QRectF(x + left - 1, middle - tokens.px(10), wide + 2, tokens.px(20)), "soonT", radius=2)
    x += paint.text(painter, x, middle, place.name, width=edge - x) + 12
    if edge - x > tokens.px(24):
        paint.text(painter, x, middle, place.detail, size=tokens.HINT, token="ink2", width=edge - x)


def _key(painter: QPainter, right: float, middle: float, key: str) -> float:
    if not key:
        return 0
    wide, high = fonts.width(key, tokens.KEYCAP) + 10, tokens.px(18)
    paint.box(painter, QRectF(right - wide, middle - high / 2, wide, high), "surface", "line2", radius=3)
    paint.text(painter, right - 5, middle, key, size=tokens.KEYCAP, token="ink2", right=True)
    return wide + 12


class PlaceList(QListView):
    """Moved through from the box above it; a click goes there."""

    chosen = Signal(object)
    moved = Signal(str)
    """The words of the line that is current now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = PlaceModel(self)
        self.setModel(self.places)
        self.setItemDelegate(PlaceDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        # Opaque, so that a keystroke does not paint the page beneath anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("去哪里"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self._make_current)
        self.clicked.connect(lambda _index: self.go())

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these, the first place current."""
        self.places.show(sections)
        self.scrollToTop()
        self.step(1)

    def content_height(self) -> int:
        """How high the list would be without scrolling."""
        heads = sum(isinstance(line, Section) for line in self.places.lines)
        return heads * tokens.px(HEAD) + (len(self.places.lines) - heads) * tokens.px(ROW)

    def found(self) -> Found | None:
        """The current place."""
        index = self.currentIndex()
        line = self.places.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Found) else None

    def step(self, by: int) -> None:
        """Move by so many places, stopping at the ends."""
        lines = [n for n, line in enumerate(self.places.lines) if isinstance(line, Found)]
        if not lines:
            self.moved.emit("")
            return
        now = self.currentIndex().row() if self.currentIndex().isValid() else -1
        at = lines.index(now) + by if now in lines else 0
        line = lines[max(0, min(at, len(lines) - 1))]
        self._make_current(self.places.index(line))
        self.scrollTo(self.places.index(0 if line == lines[0] else line))

    def go(self) -> None:
        """Choose the current place."""
        found = self.found()
        if found is not None:
            self.chosen.emit(found.place)

    def _make_current(self, index: QModelIndex) -> None:
        if self.places.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(index)
            found = self.found()
            self.moved.emit(spoken(found) if found else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self.viewport()) as painter:
            paint.fill(painter, QRectF(self.viewport().rect()), "surface")
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A heading under the pointer is no place."""
        if self.places.flags(self.indexAt(event.position().toPoint())) & Qt.ItemFlag.ItemIsSelectable:
            super().mousePressEvent(event)
