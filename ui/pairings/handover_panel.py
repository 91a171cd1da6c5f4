"""At the right, handing over: one goes or is ill, every child is threaded to somebody else, one button for all."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from shiboken6 import isValid

from app.suggest import Suggestion
from ui import tokens
from ui.pairings.painting import Knot
from ui.pairings.unpaired_panel import HIGH, KnotGrid
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel
from ui.session import Session
from ui.unsaved import UNSENT

LEAVES, ILL, CHANGES = "left", "leave", "change"
"""离校, 请假, 只交接."""
DRAFT = "handover"


class HandoverPanel(SidePanel):
    """`accepted` carries everything out; `picked` asks who shall have this child instead."""

    accepted = Signal()
    picked = Signal(int)
    day_changed = Signal()
    closed = Signal()

    def __init__(self, session: Session, width: int) -> None:
        super().__init__(width=width)
        self._session = session
        self.staff_id = 0
        self.chosen: dict[int, int | None] = {}
        """By child, whom somebody chose by hand."""
        self.setAccessibleName(self.tr("交接"))
        self.heading = Label("", "panel", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.how = Segments(
            [Segment(LEAVES, self.tr("离校")), Segment(ILL, self.tr("请假")), Segment(CHANGES, self.tr("只交接"))],
            CHANGES, name=self.tr("为什么交接"),
        )  # fmt: skip
        today = session.today
        self.day = DateField(self.tr("从哪天起"), today=lambda: session.today, needed=True)
        self.until = DateField(self.tr("到哪天回来"), today=lambda: session.today, hint=self.tr("不知道就空着"))
        self.why = ComboField(self.tr("原因"), [], editable=True)
        self.day.set_value(today.isoformat())
        self.grid = KnotGrid(self.tr("交给谁"))
        self.after = Mark("done", "")
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.how.chosen.connect(lambda _how: self._show_how())
        self.how.chosen.connect(lambda _how: self._keep())
        self.day.committed.connect(lambda _day: self.day_changed.emit())
        for field in (self.day, self.until, self.why):
            field.typing.connect(self._keep)
            field.setProperty(UNSENT, "")
        self.grid.opened.connect(self.picked)
        self.grid.picked.connect(self.picked)
        self.go.clicked.connect(self.accepted)
        self._show_how()

    def open_for(self, staff_id: int, name: str, how: str) -> None:
        """Begin for a member of staff, with what was typed before if it was never carried out."""
        self.staff_id, self.chosen = staff_id, {}
        self.heading.setText(self.tr("{0}的孩子交给谁").format(name))
        words = self._session.drafts.read(DRAFT)
        mine = words if words.get("staff") == staff_id else {}
        self.how.set_current(mine.get("how", how))
        self.day.set_value(self._session.today.isoformat())
        self.until.set_value("")
        self._show_how()
        for field, key in ((self.day, "day"), (self.until, "until"), (self.why, "why")):
            if mine.get(key):
                field.put_back(mine[key])
        self.chosen = {int(child): helper for child, helper in mine.get("chosen", {}).items()}

    def choose(self, child_id: int, helper_id: int | None) -> None:
        """Somebody chose this helper for the child."""
        self.chosen[child_id] = helper_id
        self._keep()

    def show_suggestions(self, knots: Mapping[int, Knot], found: Mapping[int, Suggestion], limit: int) -> None:
        """Show to whom each child goes."""
        self.grid.show_knots(knots)
        self.grid.setFixedHeight(max(1, len(knots)) * tokens.px(HIGH) + 4)
        ready = sum(one.helper_id is not None for one in found.values())
        left = len(found) - ready
        if left:
            self.after.set_status("soon", self.tr("{0} 个没有人能带，先空着").format(left))
        else:
            self.after.set_status("done", self.tr("交接后，没有老师超过 {0} 个").format(limit))
        self.go.set_label(self.tr("{0} 个都交接").format(ready) if ready else self.tr("结束 {0} 个结对").format(left))
        self.go.setEnabled(bool(found))

    def told(self) -> tuple[date, date | None, str] | None:
        """(from, until, why); None while a field is wrong, which has the cursor then."""
        for field in (self.day, self.until, self.why):
            if field.isVisible() and not field.commit():
                field.setFocus()
                return None
        day = self.day.day()
        until = self.until.day() if self.how.current() == ILL else None
        return None if day is None else (day, until, self.why.value() or self._reasons()[0])

    def begins(self) -> date:
        """The day typed, or today while it cannot be read."""
        return self.day.day() or self._session.today

    def drop(self) -> None:
        """It is carried out: forget the draft."""
        self._session.drafts.drop(DRAFT)
        self.chosen = {}

    def _keep(self) -> None:
        self._session.drafts.keep(DRAFT, self._draft, "pairings")

    def _draft(self) -> dict[str, Any] | None:
        if not isValid(self):
            return None
        return {
            "staff": self.staff_id, "how": self.how.current(), "day": self.day.typed(), "until": self.until.typed(),
            "why": self.why.typed(), "chosen": {str(child): helper for child, helper in self.chosen.items()},
        }  # fmt: skip

    def _show_how(self) -> None:
        how = self.how.current()
        self.until.setVisible(how == ILL)
        reasons = self._reasons()
        self.why.set_options([(one, one) for one in reasons])
        self.why.set_value(reasons[0])
        self.why.revert()

    def _reasons(self) -> list[str]:
        return {
            LEAVES: [self.tr("调走"), self.tr("退休"), self.tr("支教期满"), self.tr("离职")],
            ILL: [self.tr("生病"), self.tr("产假"), self.tr("外出学习")],
            CHANGES: [self.tr("工作调整"), self.tr("带得太多"), self.tr("孩子换了班")],
        }[self.how.current()]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self.head.addLayout(head)
        box = QWidget()
        form = QGridLayout(box)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(tokens.BETWEEN)
        form.addWidget(self.how, 0, 0, 1, 2)
        form.addWidget(self.day, 1, 0)
        form.addWidget(self.until, 1, 1)
        form.addWidget(self.why, 2, 0, 1, 2)
        self.add(box)
        self.add(self.grid)
        self.set_action(self.after)
        self.set_action(self.go)
