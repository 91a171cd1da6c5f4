"""A few fields over the page with a button of their own; what is typed stays as a draft until it is written."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui import tokens
from ui.pieces.button import Button
from ui.pieces.fields import Field
from ui.pieces.flyout import Flyout
from ui.pieces.label import Label
from ui.session import Session

PREFIX = "pairing."
"""Drafts of the forms of the pairings: pairing.KIND.ID."""


class LittleForm(Flyout):
    """`ask` opens it for one thing; `write` answers whether that was written, else the form stays."""

    written = Signal()
    """It was written, and what asked for the form may be gone."""

    _key = ""

    def __init__(
        self, page: QWidget, session: Session, kind: str, fields: Mapping[str, Field], go: str, *,
        prefix: str = PREFIX, home: str = "pairings",
    ) -> None:  # fmt: skip
        """`home` is the key of the page it belongs to; its drafts begin with `prefix`."""
        super().__init__(page, go)
        self._prefix, self._home = prefix, home
        self._session, self.kind, self.fields = session, kind, dict(fields)
        self._write: Callable[[dict[str, str]], bool] = lambda _values: False
        self._given: dict[str, str] = {}
        self.heading = Label("", "strong", wrap=True)
        self.column.addWidget(self.heading)
        for field in self.fields.values():
            self.column.addWidget(field)
            field.typing.connect(self._keep)
        self.column.addStretch(1)
        self.go = Button(go, keys="Ctrl+Enter")
        self.column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignRight)
        self.go.clicked.connect(self.commit)

    def ask(
        self, anchor: QRect, heading: str, number: int, values: Mapping[str, str],
        write: Callable[[dict[str, str]], bool],
    ) -> None:  # fmt: skip
        """Open under `anchor` (global) for the thing of that number, with these values or the draft."""
        self._key, self._write, self._given = f"{self._prefix}{self.kind}.{number}", write, dict(values)
        self.heading.setText(heading)
        typed: dict[str, str] = self._session.drafts.read(self._key).get("fields", {})
        for key, field in self.fields.items():
            field.revert()
            field.set_value(values.get(key, ""))
            field.revert()
            if key in typed:
                field.put_back(typed[key])
        wide = tokens.px(320)
        self.open_at(anchor, QSize(wide, self._high(wide)), next(iter(self.fields.values())))

    def commit(self) -> None:
        """Write it; a wrong field gets the cursor instead."""
        wrong = [field for field in self.fields.values() if not field.commit()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._fit()
            return
        if self._write({key: field.value() for key, field in self.fields.items()}):
            self._session.drafts.drop(self._key)
            self.shut()
            self.written.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._key:
            self._session.drafts.flush()
            self._session.drafts.close(self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        self._session.drafts.keep(self._key, partial(self._draft, self._key), self._home)

    def _draft(self, key: str) -> dict[str, Any] | None:
        if not isValid(self) or key != self._key:
            return None
        fields = {key: field.typed() for key, field in self.fields.items() if field.value() != self._given.get(key, "")}
        return {"fields": fields} if fields else {}

    def _high(self, wide: int) -> int:
        layout = self.column
        high = layout.heightForWidth(wide)
        return max(high, layout.sizeHint().height())

    def _fit(self) -> None:
        self.resize(self.width(), min(max(self.height(), self._high(self.width())), self._page.height() - 16))

