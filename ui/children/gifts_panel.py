"""In the dossier: how the child is insured, what it wishes for, what it was given (REQ 5.2, 5.4)."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from app.children import Child
from app.gifts import VALID, Cover, Gift, Wish
from ui import gift_words as words
from ui.care_words import day_short
from ui.children.card import Card, clear
from ui.money_words import yuan_word
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.session import Session

NEWEST = 5
"""Gifts that are shown."""


class GiftsPanel(Card):
    """Only read here; written on 捐赠与心愿. Hidden for a child of whom there is nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("保险、心愿、捐赠"))
        self._session = session
        self.shown: list[str] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)

    def show_child(self, child: Child) -> None:
        """Show what there is of a child."""
        gifts, covers, wishes = self._session.store.gifts.of_child(child.id)
        today = self._session.today
        clear(self._lines)
        self.shown = []
        for cover in covers[:2]:
            self._cover(cover, today)
        for wish in wishes:
            self._wish(wish, today)
        donors = {one.id: one.name for one in self._session.store.gifts.donors()} if gifts else {}
        for gift in gifts[:NEWEST]:
            self._say(self._gift(gift, donors.get(gift.donor_id or 0, ""), today), "ink2")
        if len(gifts) > NEWEST:
            self._say(self.tr("还领过 {0} 样").format(len(gifts) - NEWEST), "ink3")
        self.setVisible(bool(self.shown))

    def _cover(self, cover: Cover, today: date) -> None:
        parts = (cover.insurer, words.cover_word(cover), yuan_word(cover.sum_fen))
        name = " ".join(part for part in parts if part)
        number = self.tr("保单号 {0}").format(cover.number) if cover.number else ""
        self._say("，".join(part for part in (name, words.days_word(cover, today), number) if part), "")
        if cover.state(today) != VALID:
            self._lines.addWidget(Mark(*words.state_word(cover, today)))

    def _wish(self, wish: Wish, today: date) -> None:
        if wish.met_on is None:
            self._say(self.tr("心愿：{0}").format(wish.wish), "")
        else:
            met = self.tr("{0}实现").format(day_short(wish.met_on, today))
            self._say(self.tr("心愿：{0}，{1}").format(wish.wish, met), "ink2")

    def _gift(self, gift: Gift, donor: str, today: date) -> str:
        what = " ".join((gift.what, words.pieces_word(gift.count, gift))) if gift.count > 1 else gift.what
        said = self.tr("{0} 领到{1}").format(day_short(gift.day, today), what)
        return self.tr("{0}，{1}捐").format(said, donor) if donor else said

    def _say(self, text: str, tone: str) -> None:
        self._lines.addWidget(Label(text, "second", tone, wrap=True))
        self.shown.append(text)
