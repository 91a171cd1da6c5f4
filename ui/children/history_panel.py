"""What was changed on this child, by whom and when, old → new, the newest first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.history import HistoryRow
from ui.backup_words import moment
from ui.children.card import Card, clear
from ui.past_words import change_words
from ui.pieces.button import Button
from ui.pieces.label import Label

MOST = 25


class HistoryPanel(Card):
    """One paragraph to an action; `all_wanted` asks for the page with everything."""

    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("history", "改动记录"))
        self.all = Button(self.tr("全部改动"), kind="link", height=26)
        self.all.clicked.connect(self.all_wanted)
        self.slot.addWidget(self.all)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.body.addLayout(self._lines)
        self.shown: list[str] = []

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show history rows of one child, newest first, gathered by action."""
        clear(self._lines)
        self.shown = []
        actions: dict[int, list[HistoryRow]] = {}
        for row in rows:
            actions.setdefault(row.action_id, []).append(row)
        for found in list(actions.values())[:MOST]:
            self._lines.addLayout(self._paragraph(found))
        if not actions:
            self._lines.addWidget(Label(self.tr("还没有改动"), "second", "ink3"))

    def _paragraph(self, rows: Sequence[HistoryRow]) -> QVBoxLayout:
        first = rows[0]
        kind = {"undo": self.tr("撤回："), "redo": self.tr("恢复：")}.get(first.kind, "")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(f"{kind}{first.label}", "second", wrap=True))
        changes = [words for row in rows if (words := change_words(row))]
        for words in changes[:4]:
            column.addWidget(Label(words, "hint", "ink2", wrap=True))
        column.addWidget(Label(f"{moment(first.at, datetime.now())}，{first.user}", "hint", "ink3"))
        self.shown.append("\n".join([first.label, *changes]))
        return column
