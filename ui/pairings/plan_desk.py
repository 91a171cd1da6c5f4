"""The help plan of a pair: situation, content, times, staged goals with their results, and the reviews so far."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.care import CareRecord
from app.edits import PlanTold
from app.pairing import HelpPlan, Pairing, helper_of
from ui import tokens
from ui.card import Card
from ui.children.card import Column
from ui.pairings import words
from ui.pairings.child_panel import short
from ui.pairings.deeds import PairDeeds
from ui.pairings.goal_grid import GoalGrid
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.fields import AreaField, Field, LineField
from ui.pieces.label import Label
from ui.session import Session

DRAFT = "plan"
SIDE_BY_SIDE = 980
"""px at 100 % from which on fields and goals stand beside each other."""


class PlanDesk(QWidget):
    """`closed` asks to go back; `written` comes when the plan was stored."""

    closed = Signal()
    review_wanted = Signal()

    def __init__(self, session: Session, deeds: PairDeeds) -> None:
        super().__init__()
        self._session, self._deeds = session, deeds
        self.pairing: Pairing | None = None
        self._plan: HelpPlan | None = None
        self._given: dict[str, str] = {}
        self.heading = Label("", "heading", wrap=True)
        self.line = Label("", "second", "ink2", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.end = Button(self.tr("结束计划"), kind="link")
        self.fields: dict[str, Field] = {
            "situation": AreaField(self.tr("情况"), lines=3, placeholder=self.tr("学习、生活、心理，写看到的事实")),
            "content": AreaField(self.tr("帮什么"), lines=3),
            "times": LineField(self.tr("什么时候"), placeholder=self.tr("如 周二、周四课后")),
            "from_day": DateField(self.tr("从哪天起"), today=lambda: session.today, needed=True),
            "until_day": DateField(self.tr("到哪天，不定就空着"), today=lambda: session.today),
        }
        self.grid = GoalGrid(lambda: session.today)
        self.hint = Label("", "second", "over", wrap=True)
        self.told = Label("", "second", "ink2", wrap=True)
        self.review = Button(self.tr("检查一次"), kind="secondary")
        self.go = Button(self.tr("记下计划"), keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self._lay_out()
        self._connect()

    def open_for(self, pairing: Pairing, plan: HelpPlan | None, told: Sequence[CareRecord]) -> None:
        """Show the plan of a pair, or an empty one, with what was typed before if that was never stored."""
        day = self._session.today
        self.pairing, self._plan = pairing, plan
        snapshot = self._session.snapshot
        name = words.helper_name(helper_of(pairing), snapshot)
        self.heading.setText(self.tr("{0}的帮扶计划").format(self._deeds.name(pairing.child_id)))
        role, since = words.role_word(pairing.role), short(pairing.from_day, day)
        self.line.setText(self.tr("{0} {1}，从 {2} 起").format(role, name, since))
        begins = plan.from_day if plan is not None else max(day, pairing.from_day)
        self._given = {
            "situation": plan.situation if plan else "", "content": plan.content if plan else "",
            "times": plan.times if plan else "", "from_day": begins.isoformat(),
            "until_day": plan.until_day.isoformat() if plan and plan.until_day else "",
        }  # fmt: skip
        for key, field in self.fields.items():
            field.revert()
            field.set_value(self._given[key])
            field.revert()
        self.grid.show_goals(plan.goals if plan is not None else ())
        self._before = self.grid.texts()
        self._put_back()
        self._show_goals()
        self.show_told(told)
        self.end.setVisible(plan is not None)
        self.review.setVisible(plan is not None)
        self.fields["situation"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_told(self, told: Sequence[CareRecord]) -> None:
        """Show the reviews and reports, newest first."""
        lines = [f"{short(one.day, self._session.today)}  {one.summary}" for one in told]
        self.told.setText("\n".join(lines) or self.tr("还没有检查过"))

    def commit(self) -> bool:
        """Store it; a wrong field or cell gets the cursor instead."""
        self.grid.finish_typing()
        wrong = [field for field in self.fields.values() if not field.commit()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        mistakes = self.grid.mistakes()
        if mistakes:
            self.grid.edit_cell(*next(iter(mistakes)))
            return False
        assert self.pairing is not None
        values = {key: field.value() for key, field in self.fields.items()}
        told = PlanTold(
            date.fromisoformat(values["from_day"]), values["situation"], values["content"], values["times"],
            date.fromisoformat(values["until_day"]) if values["until_day"] else None,
        )  # fmt: skip
        if not self._deeds.set_plan(self.pairing, told, self.grid.told(), self._plan):
            return False
        self._session.drafts.drop(DRAFT)
        self.closed.emit()
        return True

    def keep(self) -> None:
        """Keep what was typed as a draft."""
        self.grid.finish_typing()
        self._keep()

    def _show_goals(self) -> None:
        why = self.grid.problem()
        self.hint.setText(why)
        self.hint.setVisible(bool(why))

    # drafts

    def _keep(self) -> None:
        self._session.drafts.keep(DRAFT, self._draft, "pairings")

    def _draft(self) -> dict[str, Any] | None:
        if not isValid(self) or self.pairing is None:
            return None
        fields = {key: field.typed() for key, field in self.fields.items() if field.value() != self._given.get(key)}
        goals = self.grid.texts()
        return {"pairing": self.pairing.id, "fields": fields, "goals": goals} if fields or goals != self._before else {}

    def _put_back(self) -> None:
        words_ = self._session.drafts.read(DRAFT)
        if self.pairing is None or words_.get("pairing") != self.pairing.id:
            return
        for key, text in words_.get("fields", {}).items():
            self.fields[key].put_back(text)
        self.grid.put_back(words_.get("goals", {}))

    def _end(self) -> None:
        if self.pairing is None or self._plan is None:
            return
        if self._deeds.end_plan(self._plan, self.pairing.child_id, self._session.today):
            self._session.drafts.drop(DRAFT)
            self.closed.emit()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.go.clicked.connect(self.commit)
        self.end.clicked.connect(self._end)
        self.review.clicked.connect(self.review_wanted)
        for field in self.fields.values():
            field.typing.connect(self._keep)
        self.grid.changed.connect(self._show_goals)
        self.grid.changed.connect(self._keep)
        self.grid.submitted.connect(self.commit)
        stores = QShortcut(QKeySequence("Ctrl+Return"), self, self.commit)
        stores.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window all of it stands in one column."""
        super().resizeEvent(event)
        wide = self.width() >= tokens.px(SIDE_BY_SIDE)
        if wide == self._right.isHidden():
            (self._right if wide else self._left).take(*self._beside)
            self._right.setVisible(wide)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.heading)
        titles.addWidget(self.line)
        head.addLayout(titles, 1)
        head.addWidget(self.end, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        plan, goals, told = Card(""), Card(self.tr("阶段目标")), Card(self.tr("检查和反映"))
        for key in ("situation", "content", "times"):
            plan.column.addWidget(self.fields[key])
        days = QHBoxLayout()
        days.setSpacing(tokens.GAP)
        days.addWidget(self.fields["from_day"])
        days.addWidget(self.fields["until_day"])
        plan.column.addLayout(days)
        goals.column.addWidget(self.grid)
        goals.column.addWidget(self.hint)
        told.column.addWidget(self.told)
        told.column.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self._left, self._right = Column(self.tr("帮扶计划"), right=6), Column(self.tr("阶段目标"), right=6)
        self._left.add(plan)
        self._right.add(goals, told)
        self._beside = (goals, told)
        body = QHBoxLayout()
        body.setSpacing(tokens.GAP)
        body.addWidget(self._left, 2)
        body.addWidget(self._right, 3)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
        column.setSpacing(tokens.GAP)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addLayout(foot)
