"""Thumbnails side by side in a list of icons: only what is on the screen is read; keys, pointer and screen readers."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.attachments import FILM, Attachment
from ui import fonts, icons, tokens
from ui.attachments import words
from ui.attachments.album import SIDE, Album
from ui.photos.album import MISSING, Found
from ui.pieces import paint

GAP = 4
"""px at 100 % between two tiles."""
MOST_ROWS = 3
"""Rows that are shown without scrolling."""
Index = QModelIndex | QPersistentModelIndex


class TileModel(QAbstractListModel):
    """The attachments of one record."""

    def __init__(self, album: Album, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Attachment] = []
        self._album = album

    def show_rows(self, rows: Sequence[Attachment]) -> bool:
        """Show these; False if they are what is shown."""
        if list(rows) == self.rows:
            return False
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()
        return True

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        roles = Qt.ItemDataRole
        if not index.isValid() or role not in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole):
            return None
        one = self.rows[index.row()]
        return words.called(one) if role == roles.DisplayRole else words.spoken(one)


class TileDelegate(QStyledItemDelegate):
    """Paints a tile: the picture's middle, or what kind of file it is; what is missing or damaged says so."""

    def __init__(self, album: Album, parent: QWidget) -> None:
        super().__init__(parent)
        self._album = album

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        side = tokens.px(SIDE + GAP)
        return QSize(side, side)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        with paint.guarded(painter, "TileDelegate"):
            one: Attachment = index.model().rows[index.row()]  # type: ignore[attr-defined]
            side = tokens.px(SIDE)
            rect = QRectF(option.rect.left(), option.rect.top(), side, side)
            found = self._album.look(one)
            draw(painter, rect, one, found)
            flags = QStyle.StateFlag
            chosen = bool(option.state & flags.State_Selected)
            focused = bool(option.state & flags.State_HasFocus)
            if chosen or focused or option.state & flags.State_MouseOver:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint.box(painter, rect, "", "accent", line=3.0 if chosen else 1.5, radius=2)


def draw(painter: QPainter, rect: QRectF, one: Attachment, found: Found | None) -> None:
    """One attachment in a square."""
    wrong = found.wrong if found else ""
    picture = found.picture if found else None
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if picture is not None and not wrong:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, picture)
        if one.kind == FILM:
            icons.draw(painter, "film", rect.left() + 4, rect.top() + 4, "surface")
        paint.box(painter, rect, "", "line", radius=2)
        return
    paint.box(painter, rect, "overT" if wrong else "sunk", "overL" if wrong else "line", radius=2)
    ink = "over" if wrong else "ink3"
    side = icons.side(22)
    icons.draw(painter, words.kind_icon(one.kind), rect.center().x() - side / 2, rect.top() + tokens.px(10), ink, 22)
    name = PurePath(one.name)
    lines = [_short(wrong)] if wrong else [name.suffix.lstrip(".").upper() or words.kind_word(one.kind)]
    if not (found is None and one.kind == "picture"):
        middle = rect.bottom() - tokens.px(26 if not wrong else 20)
        _centre(painter, rect, middle, lines[0], "over" if wrong else "ink2")
        if not wrong:
            _centre(painter, rect, rect.bottom() - tokens.px(10), one.caption or name.stem, "ink2")


def _short(wrong: str) -> str:
    return words.wrong_words(MISSING if wrong == MISSING else wrong).removeprefix("文件")


def _centre(painter: QPainter, rect: QRectF, middle: float, text: str, token: str) -> None:
    from_left = max(rect.left() + 3, rect.center().x() - fonts.width(text, tokens.HINT) / 2)
    paint.text(painter, from_left, middle, text, size=tokens.HINT, token=token, width=rect.right() - 3 - from_left)


class Tiles(QListView):
    """Wraps its tiles; beyond a few rows it scrolls by itself."""

    opened = Signal(int)
    """Place of the tile to be seen large."""
    removed = Signal()
    pasted = Signal()
    menu_wanted = Signal(QPoint)
    seen_wrong = Signal()

    def __init__(self, album: Album) -> None:
        super().__init__()
        self.album = album
        self.tiles = TileModel(album, self)
        self.setModel(self.tiles)
        self.setItemDelegate(TileDelegate(album, self))
        side = tokens.px(SIDE + GAP)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(side, side))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "none")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(side)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        album.came.connect(self._came)
        self._fit()

    def show_rows(self, rows: Sequence[Attachment]) -> None:
        """Show these; the cursor stays on the tile it was on, or on its place."""
        before = self.currentIndex().row()
        current = self.tiles.rows[before].id if 0 <= before < len(self.tiles.rows) else 0
        if not self.tiles.show_rows(rows):
            return
        place = next((at for at, one in enumerate(self.tiles.rows) if one.id == current), min(before, len(rows) - 1))
        if place >= 0:
            self.set_current(place)
        self.setAccessibleName(self.tr("附件，共 {0} 个").format(len(rows)))
        self._fit()

    def set_current(self, place: int) -> None:
        """Put the cursor on a tile and select it alone."""
        index = self.tiles.index(place, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def chosen(self) -> list[Attachment]:
        """The selected ones in order; the one under the cursor if none is."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        if not places and self.currentIndex().isValid():
            places = [self.currentIndex().row()]
        return [self.tiles.rows[place] for place in places]

    def across(self) -> int:
        """How many stand side by side."""
        return max(1, self.viewport().width() // tokens.px(SIDE + GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) or event.key() == Qt.Key.Key_F2:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.tiles.rows:
            self.set_current(0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _came(self, key: int, found: Found) -> None:
        place = next((at for at, one in enumerate(self.tiles.rows) if one.id == key), -1)
        if place >= 0:
            self.update(self.tiles.index(place, 0))
            if found.wrong:
                self.seen_wrong.emit()

    def _fit(self) -> None:
        side = tokens.px(SIDE + GAP)
        count = len(self.tiles.rows)
        rows = -(-count // max(1, self.width() // side))
        if rows > MOST_ROWS:
            bar = self.verticalScrollBar().sizeHint().width()
            rows = -(-count // max(1, (self.width() - bar) // side))
        # Said, not left to the list: a bar that comes takes the room of a column, and would so need itself.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if rows > MOST_ROWS else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        high = max(1, min(rows, MOST_ROWS)) * side
        if high != self.height() or high != self.maximumHeight():
            self.setFixedHeight(high)
