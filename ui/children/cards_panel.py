"""The contact cards of a child in the dossier: when which was printed, what has changed since, print again."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.card_changes import CardChange
from app.children import CardPrint
from app.days import on_paper
from ui.card_words import layout_word, why_all
from ui.children.card import Card, clear
from ui.pieces.button import Button
from ui.pieces.label import Label

MOST = 6


class CardsPanel(Card):
    """`wanted` asks for the printing page."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("联系卡"))
        self.print = Button(self.tr("打印"), kind="link", icon="printer")
        self.print.setAccessibleName(self.tr("打印这个孩子的联系卡"))
        self.slot.addWidget(self.print)
        self.print.clicked.connect(self.wanted)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.body.addLayout(self._lines)
        self.shown: list[str] = []

    def show_cards(self, cards: Sequence[CardPrint], changed: bool, why: Sequence[CardChange]) -> None:
        """Show the prints, the newest first; of a card that is due what is otherwise now."""
        clear(self._lines)
        self.shown = []
        if changed:
            for words in (self.tr("要重打"), *why_all(why)):
                self._line(words, "second", "soon")
        newest = sorted(cards, key=lambda card: (card.printed_at, card.id), reverse=True)
        for card in newest[:MOST]:
            at = datetime.fromisoformat(card.printed_at)
            words = self.tr("{0} {1} {2}").format(layout_word(card.layout), on_paper(at.date()), f"{at:%H:%M}")
            self._line(words, "second", "ink2")
        if len(newest) > MOST:
            self._line(self.tr("更早还印过 {0} 次").format(len(newest) - MOST), "hint", "ink3")
        if not newest:
            self._line(self.tr("还没有打过"), "second", "ink3")

    def _line(self, words: str, role: str, token: str) -> None:
        self._lines.addWidget(Label(words, role, token, wrap=True))
        self.shown.append(words)
