"""At the right, as the last step: what closing the term does, what is missing before, what was corrected afterwards."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.figures import Figure, term_figures
from app.term_close import (
    Correction,
    Numbers,
    Promotion,
    TermClose,
    may_close,
    moved,
    next_term,
    promotions,
)
from app.termdays import Term
from app.terms import term_title
from ui import tokens
from ui.backup_words import to_the_minute
from ui.care_words import day_short
from ui.pack.part import tr
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.side_panel import SidePanel
from ui.session import Session
from ui.term_words import title

MOST = 12
"""Corrections that are listed; the rest are counted."""


def numbers_of(session: Session, term: Term) -> Numbers:
    """The term's figures as of its end."""
    return numbers(term_figures(session, term, term.until_day))


def numbers(figures: Mapping[str, Figure]) -> Numbers:
    """The figures as they are frozen."""
    return {key: (one.value, one.of) for key, one in figures.items()}


def close_of(session: Session, term: Term) -> TermClose | None:
    """How that term was closed; None while it is open."""
    return next((one for one in session.store.term_closes.every() if one.term_id == term.id), None)


class ClosePanel(SidePanel):
    """`show_term` after every change."""

    close_wanted = Signal()
    reopen_wanted = Signal()
    history_wanted = Signal()
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(name=tr("学期结束"))
        self._session = session
        self.close_: TermClose | None = None
        self.heading = Label("", "panel", wrap=True)
        self.back = Button(tr("返回"), kind="link", keys="Esc")
        self.go = Button(tr("结束这学期"), kind="primary", keys="Ctrl+Enter", height=tokens.CONTROL_PANEL)
        self.again = Button(tr("重新打开这学期"), height=tokens.CONTROL_PANEL)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        self.head.addLayout(head)
        self.set_action(self.go)
        self.set_action(self.again)
        self.back.clicked.connect(self.left)
        self.go.clicked.connect(self.close_wanted)
        self.again.clicked.connect(self.reopen_wanted)

    def show_term(self, term: Term, lacks: int) -> None:
        """What closing that term means; of a closed one what was changed since."""
        self.clear()
        self.close_ = close_of(self._session, term)
        self.add(Label(term_title(term.code), "strong", wrap=True))
        if self.close_ is None:
            self.heading.setText(tr("学期结束"))
            self._show_open(term, lacks)
        else:
            self.heading.setText(tr("已结束"))
            self._show_closed(term, self.close_)
        self.go.setVisible(self.close_ is None)
        self.again.setVisible(self.close_ is not None)

    def _show_open(self, term: Term, lacks: int) -> None:
        today, may = self._session.today, may_close(term, self._session.today)
        self.go.setEnabled(may)
        if not may:
            self.add(Mark("wait", tr("{0}才放假").format(day_short(term.until_day, today))))
            self._text(tr("放假前一个月起才能结束。放假的日子不对，在“校历”里改。"))
        elif lacks:
            self.add(Mark("soon", tr("还有 {0} 样没齐").format(lacks)))
            self._text(tr("可以先补再结束。结束以后也能补，会标成更正。"))
        else:
            self.add(Mark("done", tr("材料齐了")))
        self.add(Label(tr("结束时做这些"), "strong"))
        later = next_term(self._session.snapshot, term)
        for said in (
            tr("记住这学期的每个数字。"), tr("以后改这学期的，都标成更正，列在这里。"), tr("做一份备份。"),
            tr("打开{0}，{1}开学（日期可以改）。").format(term_title(later.code), day_short(later.from_day, today)),
        ):  # fmt: skip
            self._text(said)
        self._show_classes(promotions(self._session.snapshot, term))
        self._text(tr("结束错了按 Ctrl+Z，或者以后在这里重新打开。"), "hint")

    def _show_classes(self, found: Sequence[Promotion]) -> None:
        if not found:
            return
        self.add(Label(tr("新学年的班级"), "strong"))
        for one in found:
            said = tr("{0} {1} 人升{2}") if one.then else tr("{0} {1} 人毕业")
            self._text(said.format(one.now, one.pupils, one.then))
        self._text(tr("升班不用动手，9 月 1 日起按入学年份自己算。"), "hint")

    def _show_closed(self, term: Term, close: TermClose) -> None:
        when = to_the_minute(datetime.fromisoformat(close.at), datetime.now())
        self._text(tr("{0}由{1}结束。").format(when, close.by))
        found = self._session.store.term_closes.corrections(close, term.from_day, term.until_day)
        figures = term_figures(self._session, term, term.until_day)
        changed = moved(close, numbers(figures))
        if not found:
            self.add(Mark("done", tr("结束以后没有改过")))
            return
        self.add(Mark("soon", tr("结束以后改过 {0} 次").format(len(found))))
        for each in changed[:MOST]:
            what = title(figures[each.key], self._session.snapshot, term.until_day)
            self._text(tr("{0}：结束时 {1}，现在 {2}").format(what, each.then, each.now))
        for one in found[:MOST]:
            self._correction(one)
        if len(found) > MOST:
            self._text(tr("还有 {0} 次").format(len(found) - MOST), "hint")
        look = Button(tr("去“历史”里看"), icon="history")
        look.clicked.connect(self.history_wanted)
        self.add(look)

    def _correction(self, one: Correction) -> None:
        self.add(Label(one.label, "body", wrap=True))
        self._text(tr("{0}，{1}").format(to_the_minute(one.at, datetime.now()), one.user), "hint")

    def _text(self, said: str, role: str = "second") -> None:
        self.add(Label(said, role, "ink2", wrap=True))
