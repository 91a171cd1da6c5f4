"""The rooms as cards: what each is, when it opens, how much of that is written; one of them is in hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from ui import fonts, tokens
from ui.pieces import marks, paint

HIGH, LEAST = 80, 228
"""px at 100 %: height of a card, least width."""
PAD = 14
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says."""

    room_id: int
    name: str
    place: str
    hours: str
    written: str
    """"" where nothing is asked of the room."""
    owed: str
    mark: str
    """A kind of `ui.pieces.marks`."""
    status: str

    def spoken(self) -> str:
        """All of it in words."""
        counted = f"{self.written} {self.owed}" if self.written else ""
        return "，".join(part for part in (self.name, self.place, self.hours, counted, self.status) if part)


class RoomCard(QAbstractButton):
    """One room; Enter or a double click is `opened`."""

    opened = Signal()

    def __init__(self, owner: "RoomCards") -> None:
        super().__init__(owner)
        self._owner = owner
        self.words = CardWords(0, "", "", "", "", "", "wait", "")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: CardWords) -> None:
        """Stand for a room."""
        self.words = words
        self.setAccessibleName(words.spoken())
        self.setToolTip(words.hours)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(LEAST), tokens.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._owner.move_by(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect, said, on = QRectF(self.rect()), self.words, self.isChecked()
            lively = self.underMouse()
            ground = "accentT" if on else "hov" if lively else "surface"
            paint.box(painter, rect, ground, "accent" if on or self.hasFocus() else "line", line=2.0 if on else 1.0,
                      radius=tokens.PANEL_RADIUS)  # fmt: skip
            if self.hasFocus():
                paint.box(painter, rect.adjusted(3, 3, -3, -3), "", "accent", line=1.0, radius=4)
            third = rect.height() / 3
            left, right, wide = rect.x() + PAD, rect.right() - PAD, rect.width() - 2 * PAD
            top = rect.y() + third * 0.5 + 4
            used = 0.0
            if said.written:
                used = paint.text(painter, right, top + 2, said.owed, size=tokens.HINT, token="ink2", right=True) + 4
                used += paint.text(painter, right - used, top, said.written, size=tokens.HEADING, weight=600,
                                   token="accent", right=True)  # fmt: skip
            paint.text(painter, left, top, said.name, size=tokens.PANEL, weight=600, width=wide - used - 8)
            low = rect.bottom() - third * 0.5 - 2
            look = marks.KINDS[said.mark]
            status = marks.room() + fonts.width(said.status, tokens.SECOND, look.weight)
            marks.draw(painter, said.mark, right - status, low)
            paint.text(painter, right, low, said.status, size=tokens.SECOND, weight=look.weight, token=look.token,
                       right=True)  # fmt: skip
            paint.text(painter, left, rect.center().y() + 3, said.place, size=tokens.HINT, token="ink2", width=wide)
            paint.text(painter, left, low, said.hours, size=tokens.HINT, token="ink2", width=wide - status - 8)


class RoomCards(QWidget):
    """All of them, as many to a line as there is room for. Tab reaches the chosen one, arrows choose the next."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.cards: list[RoomCard] = []
        self._shown = 0
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rooms(self, rooms: Sequence[CardWords], current: int) -> None:
        """Show these rooms; `current` is the one in hand."""
        for _more in range(len(rooms) - len(self.cards)):
            card = RoomCard(self)
            card.clicked.connect(lambda _checked=False, card=card: self.choose(card.words.room_id))
            card.opened.connect(lambda card=card: self.opened.emit(card.words.room_id))
            self._group.addButton(card)
            self.cards.append(card)
        for card, words in zip(self.cards, rooms, strict=False):
            card.say(words)
        if self._shown != len(rooms):
            self._shown, self._columns = len(rooms), 0
        self._arrange()
        self.set_current(current)

    def set_current(self, room_id: int) -> None:
        """Have a room in hand without a signal."""
        for card in self.cards[: self._shown]:
            mine = card.words.room_id == room_id
            card.setChecked(mine)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if mine else Qt.FocusPolicy.ClickFocus)
            if mine:
                self.setFocusProxy(card)
            card.update()

    def choose(self, room_id: int) -> None:
        """Choose as a person does."""
        self.set_current(room_id)
        self.chosen.emit(room_id)

    def move_by(self, step: int) -> None:
        """To the next or previous room, round the end."""
        shown = self.cards[: self._shown]
        place = next((n for n, card in enumerate(shown) if card.isChecked()), 0)
        card = shown[(place + step) % len(shown)]
        self.choose(card.words.room_id)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def card(self, room_id: int) -> RoomCard:
        """The card of a room. Raises StopIteration."""
        return next(card for card in self.cards[: self._shown] if card.words.room_id == room_id)

    def _arrange(self) -> None:
        least = tokens.px(LEAST) + self._grid.spacing()
        columns = max(1, min((self.width() + self._grid.spacing()) // least, max(3, min(self._shown, 4))))
        lines = -(-self._shown // columns)
        self.setFixedHeight(lines * tokens.px(HIGH) + max(0, lines - 1) * self._grid.spacing())
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            card.setVisible(place < self._shown)
            if place < self._shown:
                self._grid.addWidget(card, place // columns, place % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_columns"):
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.px(LEAST), tokens.px(HIGH))
