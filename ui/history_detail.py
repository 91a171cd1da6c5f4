"""Beside the history: one action with every field it changed, and the ways back."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.history import ActionLine, HistoryRow
from app.school import Snapshot
from ui import tokens
from ui.backup_words import to_the_minute
from ui.children.card import Column, clear
from ui.past_words import change_words
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label

SHOWN, NAMED = 60, 30
"""Changes and names listed of a large action."""


class HistoryDetail(QWidget):
    """`back` takes this action back or does it again, `after` takes back everything later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(tokens.px(tokens.SIDE))
        self.setAccessibleName(self.tr("这一次改了什么"))
        self.title = Label("", "panel", wrap=True)
        self.when = Label("", "second", "ink2", wrap=True)
        self.after = Button("", keys="Ctrl+Enter")
        self.back = Button("", keys="Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        inside = QWidget()
        inside.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._scroll = Column(self.tr("改了哪些"), spacing=0)
        self._scroll.add(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER + 1, 16, tokens.GUTTER, 16)
        column.setSpacing(tokens.BETWEEN)
        for widget in (self.title, self.when, self._scroll, self.after, self.back):
            column.addWidget(widget, 1 if widget is self._scroll else 0)
        for button in (self.after, self.back):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: ActionLine | None, rows: Sequence[HistoryRow], snapshot: Snapshot, way: str) -> None:
        """Show an action; `way` is what its button says, "" for nothing to take back."""
        clear(self._lines)
        self.title.setText(line.action.label if line else "")
        self.when.setText(f"{to_the_minute(line.action.at, datetime.now())}，{line.action.user}" if line else "")
        self.back.set_label(way)
        self.back.setVisible(bool(way))
        self.after.set_label(self.tr("撤回它后面的 {0} 次").format(line.after if line else 0))
        self.after.setVisible(line is not None and line.after > 0)
        self._list(_by_child(rows), snapshot, line.children if line else 0)

    def _list(self, found: dict[int | None, list[str]], snapshot: Snapshot, children: int) -> None:
        """Each child with its changed fields, then in one line those who came or went whole."""
        whole = [name for key, words in found.items() if not words and (name := _name(key, snapshot))]
        listed = 0
        for key, words in found.items():
            if not words or listed >= SHOWN:
                continue
            if name := _name(key, snapshot):
                self._lines.addWidget(Label(name, "strong", wrap=True))
            for text in words:
                self._lines.addWidget(Label(text, "second", "ink2", wrap=True))
            self._lines.addSpacing(6)
            listed += len(words)
        if whole:
            more = self.tr("等 {0} 个孩子").format(children) if children > NAMED else ""
            self._lines.addWidget(Label("、".join(whole[:NAMED]) + more, "second", "ink2", wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "surface")
            paint.fill(painter, QRectF(0, 0, 1, self.height()), "line")


def _by_child(rows: Sequence[HistoryRow]) -> dict[int | None, list[str]]:
    """The changed fields of each child, each once, in their order."""
    found: dict[int | None, list[str]] = {}
    for row in rows:
        words, listed = change_words(row), found.setdefault(row.child_id, [])
        if words and words not in listed:
            listed.append(words)
    return found


def _name(child_id: int | None, snapshot: Snapshot) -> str:
    child = snapshot.children.get(child_id) if child_id is not None else None
    return child.name if child else ""
