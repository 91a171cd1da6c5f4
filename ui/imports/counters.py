"""The big counters over the preview: how many rows are of a kind; each one is a filter."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import fonts, tokens
from ui.imports.matter import Plan
from ui.pieces import marks, paint

MARKS = {"changed": "changed", "new": "new", "refused": "refused", "doubtful": "soon", "unchanged": "same"}
_NUMBER = 28


class Counter(QAbstractButton):
    """Mark, name, hint and a big number; checked = only these rows are shown."""

    def __init__(self, kind: str, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.name, self.hint, self.number = kind, name, hint, 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """Change the number."""
        self.number = number
        self.setAccessibleName(f"{self.name} {number}")
        self.setAccessibleDescription(self.hint)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(170), tokens.px(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.px(100), tokens.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            lively = self.isChecked() or self.hasFocus()
            ground = "accentT" if self.isChecked() else "hov" if self.underMouse() else "surface"
            paint.box(painter, rect, ground, "accent" if lively else "line", line=1.5 if lively else 1, radius=6)
            look = marks.KINDS[MARKS[self.kind]]
            top = rect.center().y() - tokens.px(11)
            marks.draw(painter, MARKS[self.kind], rect.x() + 16, top)
            paint.text(
                painter, rect.x() + 16 + marks.room(), top, self.name, size=tokens.NAME, weight=600, token=look.token
            )
            number = str(self.number)
            wide = fonts.width(number, _NUMBER, 600)
            room = rect.width() - wide - 44
            paint.text(painter, rect.x() + 16, rect.center().y() + tokens.px(15), self.hint, size=tokens.SECOND,
                       token="ink2", width=room)  # fmt: skip
            token = look.token if self.number else "ink3"
            paint.text(painter, rect.right() - 18, rect.center().y(), number, size=_NUMBER, weight=600, token=token,
                       right=True)  # fmt: skip


class Counters(QWidget):
    """The row of counters. Choosing one shows only its rows, choosing it again shows all."""

    filtered = Signal(str)
    """The kind to show, "" = all."""

    def __init__(self, names: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """`names`: kind, name and hint of each."""
        super().__init__(parent)
        self.boxes = {kind: Counter(kind, name, hint, self) for kind, name, hint in names}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        for box in self.boxes.values():
            row.addWidget(box)
            box.clicked.connect(lambda _checked=False, kind=box.kind: self._choose(kind))

    def show_plan(self, plan: Plan) -> None:
        """Count the rows; a counter of doubtful rows appears only where there are any, or were."""
        for kind, box in self.boxes.items():
            box.show_number(plan.count(kind))
        if (doubtful := self.boxes.get("doubtful")) is not None:
            doubtful.setVisible(plan.count("doubtful") > 0 or any(row.decided for row in plan.rows))

    def clear(self) -> None:
        """Show all again."""
        for box in self.boxes.values():
            box.setChecked(False)

    def _choose(self, kind: str) -> None:
        for other, box in self.boxes.items():
            if other != kind:
                box.setChecked(False)
        self.filtered.emit(kind if self.boxes[kind].isChecked() else "")
