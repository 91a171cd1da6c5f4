"""What was changed on this child, by whom and when, old → new, the newest first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app import idnumber
from app.children import CONSENTS
from app.store import HistoryRow
from ui import labels
from ui.backup_words import moment
from ui.children.card import Card, clear
from ui.pieces.label import Label

MOST = 25
_QUIET = frozenset({"pinyin_by_hand", "position", "confirmed_on", "confirmed_by", "checked_on", "child_id", "kin_id",
                    "photo"})  # fmt: skip


def change_words(row: HistoryRow) -> str:
    """住址：旧 → 新; "" for what the action's own name says already."""
    if not row.field or row.field in _QUIET or row.field.endswith("_id"):
        return ""
    word = labels.field_word(row.field)
    if word == row.field:
        return ""
    old, new = (_value(row.field, value) for value in (row.old, row.new))
    return f"{word}：{old} → {new}"


def _value(field: str, value: str | None) -> str:
    if field == "photo_consent":
        return CONSENTS.get(value or "", "")
    if not value:
        return QCoreApplication.translate("history", "空")
    if field == "id_number":
        return idnumber.mask_id(value)
    states = {"living": "在世", "dead": "去世", "missing": "失联", "unknown": "不详", "away": "在外", "home": "在家",
              "sole": "独自抚养", "none": "不抚养"}  # fmt: skip
    return QCoreApplication.translate("history", states[value]) if value in states else value


class HistoryPanel(Card):
    """One paragraph to an action."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("history", "改动记录"))
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
