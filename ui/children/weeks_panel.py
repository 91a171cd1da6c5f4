"""Every week of the term as a call cell: how the child's calls home went (look.md, 档案)."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.call_weeks import HOLIDAY, MISSED, NONE, RUN, VIDEO, VOICE, blank_weeks, week_marks
from app.care import CareRecord
from app.school_weeks import all_weeks, week_number
from app.schooldays import SchoolDays
from app.terms import term_around
from ui import fonts, tokens
from ui.children.card import Card
from ui.pieces import call_cell, paint
from ui.pieces.label import Label
from ui.session import Session

CELL, ROW, GAP = 18, 38, 3
CALL = "family_call"
MOST = 10
"""Weeks in a line, where there is room."""


class WeekCells(QWidget):
    """Cells with their numbers beneath, as many to a line as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[str, ...] = ()
        self.this = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_marks(self, marks: tuple[str, ...], this: int, spoken: str) -> None:
        """Show the weeks of a term; `this` is the number of the running one."""
        self.marks, self.this = marks, this
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def _across(self, width: int) -> int:
        return max(1, min(MOST, (width + tokens.px(GAP)) // tokens.px(CELL + GAP)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return -(-len(self.marks) // self._across(width)) * tokens.px(ROW)

    def sizeHint(self) -> QSize:
        wide = tokens.px((CELL + GAP) * MOST)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.px((CELL + GAP) * 5), tokens.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            across = self._across(self.width())
            step, side = self.width() / across, tokens.px(CELL)
            for place, mark in enumerate(self.marks):
                x, y = place % across * min(step, tokens.px(CELL + 6)), place // across * tokens.px(ROW)
                call_cell.draw(painter, mark, QRectF(round(x), y, side, side))
                number, now = str(place + 1), place + 1 == self.this
                wide = fonts.width(number, tokens.KEYCAP, 600 if now else 400)
                paint.text(painter, x + (side - wide) / 2, y + side + tokens.px(9), number, size=tokens.KEYCAP,
                           weight=600 if now else 400, token="accent" if now else "ink2")  # fmt: skip


class WeeksPanel(Card):
    """Hidden in the holidays."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("每周通话"))
        self._session = session
        self.total = Label("", "second", "ink2")
        self.slot.addWidget(self.total)
        self.cells = WeekCells()
        self.body.addWidget(self.cells)
        self.body.addWidget(Label(self.tr("实格视频，圆点语音，红叉没通"), "hint", "ink2", wrap=True))

    def show_records(self, records: list[CareRecord], child_id: int) -> None:
        """The weeks of the running term."""
        session, today = self._session, self._session.today
        term = term_around(session.snapshot, today)
        self.setVisible(term is not None)
        if term is None:
            return
        mondays = all_weeks(term)
        calendar = SchoolDays(session.snapshot.calendar)
        end = mondays[-1] + timedelta(days=7)
        calls = [one for one in records if one.kind == CALL and mondays[0] <= one.day < end]
        marks = week_marks(calls, mondays, calendar).get(child_id) or blank_weeks(mondays, calendar)
        good, bad = sum(one in (VIDEO, VOICE) for one in marks), sum(one in (MISSED, RUN) for one in marks)
        words = self.tr("{0} 周通，{1} 周没通").format(good, bad)
        self.total.setText(words)
        said = [
            self.tr("第 {0} 周{1}").format(number, call_cell.word(mark))
            for number, mark in enumerate(marks, 1) if mark not in (NONE, HOLIDAY)
        ]  # fmt: skip
        self.cells.show_marks(marks, week_number(term, today), "，".join([words, *said]))
