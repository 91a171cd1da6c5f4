"""The side of the rooms while one is checked: ten points, what is wrong with which, what is done about it."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.edits.rooms import POINTS
from app.rooms import Room
from ui import tokens
from ui.contacts.day_field import DayField
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label
from ui.pieces.side_panel import SidePanel
from ui.rooms.book import Book
from ui.safety_words import point_word

PREFIX = "rooms.check."
"""Drafts: rooms.check.ROOM."""


class PointRow(QWidget):
    """A point; ticked it asks what is wrong."""

    typing = Signal()

    def __init__(self, point: int) -> None:
        super().__init__()
        self.point = point
        said = point_word(point)
        self.tick = CheckBox(f"{point}. {said}")
        self.tick.setAccessibleName(self.tr("第 {0} 项 {1} 有问题").format(point, said))
        self.what = LineField("", placeholder=self.tr("什么问题"))
        self.measure = LineField("", placeholder=self.tr("怎么办，谁去办"))
        self.what.name_it(self.tr("{0}有什么问题").format(said))
        self.measure.name_it(self.tr("{0}怎么办").format(said))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for piece in (self.tick, self.what, self.measure):
            column.addWidget(piece)
        self.tick.toggled.connect(self._turn)
        self.tick.clicked.connect(lambda _on: self.what.setFocus(Qt.FocusReason.OtherFocusReason))
        for field in (self.what, self.measure):
            field.typing.connect(self.typing)
            field.hide()

    def found(self) -> tuple[str, str] | None:
        """What is wrong and what is done, None for in order."""
        return (self.what.value(), self.measure.value()) if self.tick.isChecked() else None

    def put(self, found: tuple[str, str] | None) -> None:
        """Show an answer."""
        self.tick.setChecked(found is not None)
        for field, text in zip((self.what, self.measure), found or ("", ""), strict=True):
            field.set_error("")
            field.put_back(text)

    def _turn(self, on: bool) -> None:
        self.what.setVisible(on)
        self.measure.setVisible(on)
        self.typing.emit()


class CheckPanel(SidePanel):
    """`ask` begins a round for a room; `done` when the button is pressed and all is right."""

    done = Signal()
    left = Signal()

    def __init__(self, book: Book) -> None:
        super().__init__(name=book.session.tr("安全检查"))
        self._book = book
        self.room: Room | None = None
        self._asking = False
        said = self.tr("有问题的勾上，没勾的就是好的。没整改好的会一直留着，今日页上也看得到。")
        self.title, self.hint = Label("", "panel", wrap=True), Label(said, "second", "ink2", wrap=True)
        self.return_ = Button(self.tr("不查了"), kind="link", keys="Esc", height=26)
        self.rows = {point: PointRow(point) for point in POINTS}
        self.when = DayField(self.tr("哪天查的"), today=lambda: book.today)
        self.staff = ComboField(self.tr("谁查的"), [])
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self.head.addWidget(self.title)
        self.head.addWidget(self.hint)
        for piece in (*self.rows.values(), self.when, self.staff):
            self.add(piece)
        self.set_action(self.go)
        self.head.addWidget(self.return_, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self.rows.values():
            row.typing.connect(self._typed)
        self.go.clicked.connect(self._go)
        self.return_.clicked.connect(self.left)

    def ask(self, room: Room) -> None:
        """Begin a round, or go on with what was half typed."""
        self._asking = True
        self.room = room
        self.title.setText(self.tr("{0} 安全检查").format(room.name))
        self.when.revert()
        self.when.set_value(self._book.today.isoformat())
        self.staff.set_options([("", ""), *((str(one.id), one.name) for one in self._book.staff((room.keeper_id,)))])
        self.staff.set_value(str(room.keeper_id or ""))
        kept: dict[str, list[str]] = self._book.session.drafts.read(self._key()).get("found", {})
        for point, row in self.rows.items():
            texts = kept.get(str(point))
            row.put((texts[0], texts[1]) if texts else None)
        self._asking = False
        self._name_it()

    def found(self) -> dict[int, tuple[str, str]]:
        """What is wrong, by point."""
        return {point: one for point, row in self.rows.items() if (one := row.found()) is not None}

    def forget(self) -> None:
        """It is written."""
        self._book.session.drafts.drop(self._key())

    def focus(self) -> None:
        """Begin with the first point."""
        self.rows[1].tick.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._go()
            return
        super().keyPressEvent(event)

    def _go(self) -> None:
        if not self.when.commit():
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for row in self.rows.values():
            if row.tick.isChecked() and not row.what.value():
                row.what.set_error(self.tr("写一下什么问题"))
                row.what.setFocus(Qt.FocusReason.OtherFocusReason)
                self.area.ensureWidgetVisible(row)
                return
        self.done.emit()

    def _name_it(self) -> None:
        count = len(self.found())
        self.go.set_label(self.tr("记下检查，{0} 项有问题").format(count) if count else self.tr("记下检查，10 项都好"))

    def _key(self) -> str:
        return f"{PREFIX}{self.room.id if self.room is not None else 0}"

    def _typed(self) -> None:
        if not self._asking:
            self._name_it()
            self._book.session.drafts.keep(self._key(), partial(self._draft, self._key()), "rooms")

    def _draft(self, key: str) -> dict[str, Any] | None:
        if not isValid(self) or key != self._key():
            return None
        found = {str(point): list(texts) for point, texts in self.found().items()}
        return {"found": found} if found else {}
