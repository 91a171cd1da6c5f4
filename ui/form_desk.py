"""One thing in place of a list: its head, what it is made of, and the button that stores it (奖励, 事迹, 活动)."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.pieces.button import Button
from ui.pieces.fields import Field
from ui.pieces.label import Label
from ui.session import Session


class FormDesk(QWidget):
    """What is typed and not stored stays as a draft of its own for each thing; a new one has the number 0."""

    closed = Signal()
    stored = Signal(int)
    print_wanted = Signal(int)
    stem: str
    """Before the number in the key of its draft."""
    of_page: str
    """The page that leads back to the draft."""
    fields: dict[str, Field]

    def __init__(self, session: Session, stores: str, prints: str) -> None:
        super().__init__()
        self._session = session
        self.heading, self.line = Label("", "heading", wrap=True), Label("", "second", "ink2", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.delete = Button(self.tr("删除"), kind="link")
        self.print = Button(prints, icon="printer")
        self.go = Button(stores, keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self._given: Mapping[str, str] = {}
        self._before: dict[str, Any] = {}

    def number(self) -> int:
        """By what the thing on screen is found; 0 for a new one."""
        raise NotImplementedError

    def commit(self) -> bool:
        """Store it; what is wrong gets the cursor instead."""
        raise NotImplementedError

    def removed(self) -> bool:
        """Delete the thing on screen; whether that was done."""
        raise NotImplementedError

    # drafts

    def draft(self) -> str:
        """The key of what is half typed here."""
        return f"{self.stem}{self.number()}"

    def keep(self) -> None:
        """Keep what was typed as a draft, before something else is shown."""
        self._keep()

    def _keep(self) -> None:
        self._session.drafts.keep_of(self, self.draft, self._draft, self.of_page)

    def _about(self) -> dict[str, Any]:
        """What of the draft tells which thing it is about, and where in it somebody was."""
        raise NotImplementedError

    def _lists(self) -> dict[str, Any]:
        """What is typed besides the fields."""
        return {}

    def _value(self, key: str) -> str:
        return self.fields[key].value()

    def _set_value(self, key: str, value: str) -> None:
        self.fields[key].set_value(value)

    def _fill(self, given: Mapping[str, str]) -> None:
        """Show in the fields what the file has."""
        self._given = given
        for key, field in self.fields.items():
            field.revert()
            self._set_value(key, given[key])
            field.revert()

    def _draft(self) -> dict[str, Any]:
        fields = {key: field.typed() for key, field in self.fields.items() if self._value(key) != self._given.get(key)}
        lists = self._lists()
        if not fields and lists == self._before:
            return {}
        return {**self._about(), "fields": fields, **lists}

    def _put_back(self) -> dict[str, Any]:
        """Show what was half typed in the fields; the whole of the draft."""
        kept = self._session.drafts.read(self.draft())
        for key, text in kept.get("fields", {}).items():
            if key in self.fields:
                self.fields[key].put_back(text)
        return kept

    # inside

    def _stand(self, body: Sequence[QWidget], buttons: Sequence[Button], foot: Sequence[QWidget] = ()) -> None:
        """Put everything in its place: `buttons` beside the way back, the last of `body` takes what is left."""
        head, titles, under = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.heading)
        titles.addWidget(self.line)
        head.addLayout(titles, 1)
        for button in (*buttons, self.close_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        under.setSpacing(tokens.GAP)
        for widget in foot:
            under.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        under.addStretch(1)
        under.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        for widget in body:
            column.addWidget(widget, 1 if widget is body[-1] else 0)
        column.addLayout(under)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.go.clicked.connect(self.commit)
        self.delete.clicked.connect(self._remove)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.number()))
        for field in self.fields.values():
            field.typing.connect(self._keep)
        stores = QShortcut(QKeySequence("Ctrl+Return"), self, self.commit)
        stores.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _remove(self) -> None:
        if self.number() and self.removed():
            self._session.drafts.drop(self.draft())
            self.closed.emit()
