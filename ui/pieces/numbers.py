"""Numbers that can be clicked: in a sentence, and as a telephone number to dial."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.phones import dial_text
from ui import fonts, tokens
from ui.pieces import paint
from ui.pieces.flow import Flow
from ui.pieces.label import Label


@dataclass(frozen=True, slots=True)
class Number:
    """A clickable part of a sentence. `spoken` tells a screen reader what it opens (6 个还没代理家长)."""

    key: str
    value: int | str
    spoken: str = ""


class NumberLink(QAbstractButton):
    """A number in green with a dotted line under it; 0 and "—" are plain grey and cannot be clicked."""

    def __init__(
        self, value: int | str, *, spoken: str = "", size: int = tokens.PANEL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value, spoken)

    def set_value(self, value: int | str, spoken: str = "") -> None:
        """Show another number."""
        self._value = str(value)
        self._dead = self._value in ("0", "—", "")
        self.setAccessibleName(spoken or self._value)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._dead else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if self._dead else Qt.CursorShape.PointingHandCursor)
        self.setEnabled(not self._dead)
        self.updateGeometry()
        self.update()

    def value(self) -> str:
        """What is shown."""
        return self._value

    def sizeHint(self) -> QSize:
        return QSize(round(fonts.width(self._value, self._size, 600)) + 6, round(tokens.px(self._size) * 1.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            middle = self.height() / 2
            lively = self.underMouse() or self.hasFocus()
            token = "ink3" if self._dead else "accentH" if lively else "accent"
            weight = 400 if self._dead else 600
            wide = paint.text(painter, 3, middle, self._value, size=self._size, weight=weight, token=token)
            if not self._dead:
                paint.underline(painter, 3, middle + tokens.px(self._size) * 0.62, wide, token, solid=lively)
            if self.hasFocus():
                paint.box(painter, QRectF(self.rect()), "", "accent", line=1.5, radius=3)


class Sentence(QWidget):
    """Words and clickable numbers, on two lines if need be: ["本学期", Number("all", 96), "个留守儿童"]."""

    clicked = Signal(str)
    """The key of the number."""

    def __init__(
        self, parts: Sequence[str | Number] = (), *, role: str = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._row = Flow(self, across=2, wide=True)
        self._parts: list[str | Number] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_parts(parts)

    def set_parts(self, parts: Sequence[str | Number]) -> None:
        """Say something else; while the same numbers stay in place, only their values change and the focus stays."""
        shape = [part.key if isinstance(part, Number) else None for part in parts]
        known = [part.key if isinstance(part, Number) else None for part in self._parts]
        if shape != known:
            self._build(parts)
        else:
            for place, part in enumerate(parts):
                item = self._row.itemAt(place)
                widget = item.widget() if item is not None else None
                if isinstance(part, Number) and isinstance(widget, NumberLink):
                    widget.set_value(part.value, part.spoken)
                elif isinstance(part, str) and isinstance(widget, Label):
                    widget.setText(part)
        self._parts = list(parts)
        self.setAccessibleName(self.words())

    def words(self) -> str:
        """The sentence as plain text."""
        return "".join(part if isinstance(part, str) else f" {part.value} " for part in self._parts).strip()

    def number(self, key: str) -> NumberLink:
        """The number of this key. Raises KeyError."""
        return self._links[key]

    def _build(self, parts: Sequence[str | Number]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._links: dict[str, NumberLink] = {}
        for part in parts:
            if isinstance(part, str):
                self._row.addWidget(Label(part, self._role, "ink2", wrap=len(parts) == 1))
                continue
            link = NumberLink(part.value, spoken=part.spoken)
            link.clicked.connect(lambda _checked=False, key=part.key: self.clicked.emit(key))
            self._links[part.key] = link
            self._row.addWidget(link)


class PhoneNumber(NumberLink):
    """A telephone number grouped for dialling; a click copies it. 27 px is the one to dial now."""

    copied = Signal(str)
    """The digits that are on the clipboard now."""

    def __init__(self, number: str, *, whose: str = "", size: int = tokens.NAME, parent: QWidget | None = None) -> None:
        super().__init__(_grouped(number), spoken="", size=size, parent=parent)
        self.set_number(number, whose)
        self.setToolTip(self.tr("点一下复制号码"))
        self.clicked.connect(self._copy)

    def set_number(self, number: str, whose: str = "") -> None:
        """Another number to dial."""
        self._number = number
        self.set_value(_grouped(number), f"{whose} {_grouped(number)}".strip())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number)
        self.copied.emit(self._number)


def _grouped(number: str) -> str:
    return dial_text(number) if number.isdigit() else number
