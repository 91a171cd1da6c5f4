"""Panels: a surface with a heading, sections parted by hairlines, and rows of facts."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import tokens
from ui.pieces import paint
from ui.pieces.label import Label


class Hairline(QWidget):
    """A rule between sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, 1)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.rule(painter, 0, 0, self.width())


class Panel(QFrame):
    """A bordered surface. `ground` and `border` are tokens (soonT and soonL make the caution panel)."""

    def __init__(
        self, heading: str = "", *, aside: QWidget | None = None, ground: str = "surface", border: str = "line",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tokens = ground, border
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(tokens.PADDING, tokens.PADDING_TOP, tokens.PADDING, tokens.PADDING_TOP)
        self._column.setSpacing(tokens.BETWEEN)
        self.heading = Label(heading, "strong")
        if heading or aside is not None:
            self._column.addLayout(heading_row(self.heading, aside))
        self.setAccessibleName(heading)

    def add(self, piece: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a piece or a layout beneath what is there."""
        if isinstance(piece, QWidget):
            self._column.addWidget(piece, stretch)
        else:
            self._column.addLayout(piece, stretch)

    def add_fact(self, name: str, value: str, tone: str = "") -> "Fact":
        """A row of a name and a value."""
        fact = Fact(name, value, tone)
        self._column.addWidget(fact)
        return fact

    def add_stretch(self) -> None:
        """Push what comes next to the bottom."""
        self._column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            ground, border = self._tokens
            paint.box(painter, QRectF(self.rect()), ground, border, radius=tokens.PANEL_RADIUS)


class Fact(QWidget):
    """A fact: its name in grey at a fixed width, its value beside it."""

    def __init__(
        self, name: str, value: str, tone: str = "", *, width: int = 76, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name, self.value = Label(name, "second"), Label(value, "body", tone, wrap=True)
        self.name.setFixedWidth(tokens.px(width))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name)
        row.addWidget(self.value, 1)
        self.setAccessibleName(f"{name} {value}")

    def set_value(self, value: str, tone: str = "") -> None:
        """Show another value."""
        self.value.setText(value)
        self.value.set_tone(tone)
        self.setAccessibleName(f"{self.name.text()} {value}")


def heading_row(heading: QWidget, aside: QWidget | None) -> QHBoxLayout:
    """A heading at the left and something small at the right."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(heading)
    row.addStretch(1)
    if aside is not None:
        row.addWidget(aside)
    return row
