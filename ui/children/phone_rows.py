"""The phone numbers of one relative, edited in place: number, state, one more, take away."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import phones
from app.children import Phone
from ui import tokens
from ui.children import checks
from ui.pieces.button import Button
from ui.pieces.fields import ComboField, LineField

_ROOM = 230
"""px a number, its state and the cross need beside each other."""


def state_options() -> list[tuple[str, str]]:
    """States of a number (domain.md §6)."""
    return [
        ("", QCoreApplication.translate("phones", "能打通")),
        ("停机", QCoreApplication.translate("phones", "停机")),
        ("空号", QCoreApplication.translate("phones", "空号")),
    ]


class PhoneRow(QWidget):
    """One number and its state; `phone` is None while it is not in the file."""

    def __init__(self, phone: Phone | None, spoken: str) -> None:
        super().__init__()
        self.phone = phone
        self.number = LineField(
            "", placeholder=self.tr("电话号码"), clean=checks.clean_phone, check=checks.phone_wrong
        )
        self.number.set_value(phones.dial_text(phone.number) if phone else "")
        self.number.name_it(self.tr("{0}的电话").format(spoken))
        self.number.editor.setProperty("plain", "true")
        self.state = ComboField("", state_options(), phone.state if phone else "")
        self.state.name_it(self.tr("{0}的电话打不打得通").format(spoken))
        self.state.editor.setProperty("plain", "true")
        self.state.setFixedWidth(tokens.px(92))
        self.state.setEnabled(phone is not None)
        self.remove = Button("", kind="link", icon="x", name=self.tr("去掉{0}的这个号码").format(spoken))
        self._under = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.number, 0, 0)
        self._grid.addWidget(self.state, 0, 1)
        self._grid.addWidget(self.remove, 0, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow column the state stands under the number, which is never cut."""
        super().resizeEvent(event)
        under = event.size().width() < tokens.px(_ROOM)
        if under != self._under:
            self._under = under
            self._grid.addWidget(self.state, int(under), int(not under))

    def show_phone(self, phone: Phone) -> None:
        """Show the number as it is in the file now."""
        self.phone = phone
        self.number.set_value(phones.dial_text(phone.number))
        self.state.set_value(phone.state)
        self.state.setEnabled(True)


class PhoneRows(QWidget):
    """All numbers of a relative, in order."""

    edited = Signal(str, int, str)
    """("number", phone id, digits) · ("state", phone id, state) · ("add", 0, digits) · ("remove", phone id, "")."""

    def __init__(self, numbers: Sequence[Phone], spoken: str) -> None:
        super().__init__()
        self._spoken = spoken
        self._rows: list[PhoneRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add = Button(self.tr("加电话"), kind="link", icon="plus")
        self.add.setAccessibleName(self.tr("给{0}加电话").format(spoken))
        self.add.clicked.connect(lambda: self._insert(None).number.setFocus())
        self._column.addWidget(self.add)
        for phone in numbers:
            self._insert(phone)
        if not numbers:
            self._insert(None)

    def rows(self) -> list[PhoneRow]:
        """The rows on screen, first number first."""
        return list(self._rows)

    def show_numbers(self, numbers: Sequence[Phone]) -> None:
        """Show the numbers as they are in the file now; the row somebody is in stays where it is."""
        rows = {row.phone.id: row for row in self._rows if row.phone is not None}
        for phone in numbers:
            row = rows.pop(phone.id, None) or self._waiting(phone) or self._insert(phone)
            row.show_phone(phone)
        for gone in rows.values():
            self._drop(gone)

    def _waiting(self, phone: Phone) -> PhoneRow | None:
        """The row in which this number was just typed."""
        fresh = (row for row in self._rows if row.phone is None)
        return next((row for row in fresh if checks.phone_digits(row.number.value()) == phone.number), None)

    def commit(self) -> bool:
        """Save what is being typed. False if a number is wrong."""
        return all([row.number.commit() for row in self._rows])  # noqa: C419 - each one is tried

    def _insert(self, phone: Phone | None) -> PhoneRow:
        row = PhoneRow(phone, self._spoken)
        row.number.committed.connect(lambda text: self._number(row, checks.phone_digits(text)))
        row.state.committed.connect(lambda state: self._tell("state", row, state))
        row.remove.clicked.connect(lambda: self._take_out(row))
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)
        return row

    def _number(self, row: PhoneRow, digits: str) -> None:
        if row.phone is None and digits:
            self.edited.emit("add", 0, digits)
        elif row.phone is not None:
            self._tell("number" if digits else "remove", row, digits)

    def _tell(self, what: str, row: PhoneRow, value: str) -> None:
        if row.phone is not None:
            self.edited.emit(what, row.phone.id, value)

    def _take_out(self, row: PhoneRow) -> None:
        self._drop(row)
        self._tell("remove", row, "")

    def _drop(self, row: PhoneRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
