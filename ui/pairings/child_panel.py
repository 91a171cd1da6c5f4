"""At the right, a child: who stands by it and since when, its plan and reviews, who did before, what can be done."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.care import CareRecord
from app.days import on_paper
from app.pairing import MENTOR, PEER, ROLES, HelpPlan, Pairing, Priority, helper_of
from app.periods import holds
from app.quiet import LONG, Quiet
from app.suggest import Suggestion
from ui import tokens
from ui.pairings import words
from ui.pieces.button import Button
from ui.pieces.flow import Flow
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.name_cell import NameCell
from ui.pieces.panel import Hairline
from ui.pieces.side_panel import SidePanel
from ui.session import Session

MOST_REVIEWS = 2


class PairBlock(QWidget):
    """One helper of the child. `wanted` carries what is asked of the pairing, and its id."""

    wanted = Signal(str, int)

    def __init__(
        self, session: Session, pairing: Pairing, plan: HelpPlan | None, told: Sequence[CareRecord], weeks: int
    ) -> None:
        super().__init__()
        snapshot, day = session.snapshot, session.today
        self.pairing = pairing
        name = words.helper_name(helper_of(pairing), snapshot)
        self.setAccessibleName(f"{words.role_word(pairing.role)} {name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(tokens.BETWEEN)
        head.addWidget(NameCell(name, tokens.CELL_LIST))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(name, "name"))
        since = session.tr("{0}，从 {1} 起").format(words.role_word(pairing.role), short(pairing.from_day, day))
        since += session.tr("，主要帮{0}").format(pairing.focus) if pairing.focus else ""
        lines.addWidget(Label(since, "hint", "ink2", wrap=True))
        head.addLayout(lines, 1)
        column.addLayout(head)
        if weeks >= LONG:
            column.addWidget(Mark("soon", words.quiet_word(weeks)))
        for line in _plan_lines(session, plan, told):
            column.addWidget(Label(line, "second", "ink2", wrap=True))
        self.buttons: dict[str, Button] = {}
        row = QWidget()
        flow = Flow(row, across=tokens.GAP, wide=True)
        for key, label in self._deeds(session, plan):
            button = Button(label, kind="link", height=28, name=f"{label} {name}")
            button.clicked.connect(lambda _on=False, key=key: self.wanted.emit(key, pairing.id))
            flow.addWidget(button)
            self.buttons[key] = button
        column.addWidget(row)

    def _deeds(self, session: Session, plan: HelpPlan | None) -> list[tuple[str, str]]:
        mentor = self.pairing.role == MENTOR
        deeds = [("plan", session.tr("帮扶计划") if plan is not None else session.tr("写计划"))]
        if mentor:
            deeds += [("review", session.tr("检查一次"))] if plan is not None else []
        else:
            deeds += [("report", session.tr("记反映"))]
        deeds += [("change", session.tr("换人"))] if self.pairing.role in (MENTOR, PEER) else []
        return [*deeds, ("correct", session.tr("改")), ("end", session.tr("结束"))]


class ChildPanel(SidePanel):
    """Hands on what a person wants of this child and its pairs."""

    wanted = Signal(str, int)
    """What is asked of a pairing: change, correct, end, plan, review, report."""
    pairing_wanted = Signal(str)
    """Pair it with somebody in this role."""
    priority_wanted = Signal()
    cleared = Signal()
    opened = Signal(int)
    record_wanted = Signal()
    accepted = Signal()
    """The filled button: take the mentor that is proposed, or write the plan."""
    closed = Signal()

    def __init__(self, session: Session, width: int) -> None:
        super().__init__(width=width)
        self._session = session
        self.child_id = 0
        self.blocks: list[PairBlock] = []
        self.setAccessibleName(self.tr("孩子的结对"))
        self.name = NameCell("", tokens.CELL_HEAD, whole=True, most=3)
        self.about = Label("", "second", "ink2", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.priority = Button(self.tr("列为重点帮扶"), kind="link", height=28, icon="flag")
        self.why = Label("", "second", "ink2", wrap=True)
        self.record = Button(self.tr("新记一笔"), kind="link", height=28, keys="Ctrl+N")
        self.file = Button(self.tr("完整档案"), kind="link", height=28)
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.priority.clicked.connect(lambda: (self.cleared if self._is_priority else self.priority_wanted).emit())
        self.record.clicked.connect(self.record_wanted)
        self.file.clicked.connect(lambda: self.opened.emit(self.child_id))
        self.go.clicked.connect(self.accepted)

    def show_child(self, child_id: int, quiet: Quiet, proposed: Suggestion | None) -> None:
        """Show a child afresh. `proposed`: the mentor the program would take, where it has none."""
        snapshot, day = self._session.snapshot, self._session.today
        child = snapshot.children[child_id]
        focused = self._focused()
        self.child_id = child_id
        self.name.set_name(child.name)
        self.about.setText(words.home_line(child, snapshot, day))
        mine = [one for one in snapshot.pairings if one.child_id == child_id]
        first = [one for one in snapshot.priorities if one.child_id == child_id and holds(one, day)]
        self._show_priority(first[-1] if first else None)
        self.clear()
        self.blocks = []
        told = [one for one in self._session.store.ledger.of_child(child_id) if one.pairing_id and not one.confidential]
        now = [one for one in mine if one.until_day is None or one.until_day > day]
        for pairing in sorted(now, key=lambda one: (ROLES.index(one.role), one.from_day, one.id)):
            plan = plan_of(snapshot.plans, pairing, day)
            said = [one for one in told if one.pairing_id == pairing.id]
            block = PairBlock(self._session, pairing, plan, said, quiet.weeks(pairing))
            block.wanted.connect(self.wanted)
            self.blocks.append(block)
            self.add(block)
            self.add(Hairline())
        self._add_ways(now)
        self._add_past([one for one in mine if one not in now])
        self._say(proposed, now)
        self._refocus(focused)

    def block(self, pairing_id: int) -> PairBlock | None:
        """The block of a pairing that is shown."""
        return next((one for one in self.blocks if one.pairing.id == pairing_id), None)

    def _show_priority(self, now: Priority | None) -> None:
        self._is_priority = now is not None
        self.priority.set_label(self.tr("不再重点帮扶") if now else self.tr("列为重点帮扶"))
        self.why.setVisible(now is not None)
        if now is not None:
            since = short(now.from_day, self._session.today)
            self.why.setText(self.tr("重点帮扶，从 {0} 起：{1}").format(since, now.reason))

    def _add_ways(self, now: list[Pairing]) -> None:
        row = QWidget()
        flow = Flow(row, across=tokens.GAP, wide=True)
        self.ways: dict[str, Button] = {}
        for role in ROLES:
            more = any(one.role == role for one in now)
            label = self.tr("再配{0}") if more else self.tr("配{0}")
            button = Button(label.format(words.helper_word(role)), kind="link", height=28)
            button.clicked.connect(lambda _on=False, role=role: self.pairing_wanted.emit(role))
            flow.addWidget(button)
            self.ways[role] = button
        self.add(row)

    def _add_past(self, past: list[Pairing]) -> None:
        if not past:
            return
        self.add_section(self.tr("以前"))
        snapshot, day = self._session.snapshot, self._session.today
        for one in sorted(past, key=lambda one: one.until_day or date.max, reverse=True):
            name, role = words.helper_name(helper_of(one), snapshot), words.role_word(one.role)
            until = short(one.until_day or day, day)
            line = self.tr("{0}（{1}），{2} 到 {3}").format(name, role, short(one.from_day, day), until)
            self.add(Label("：".join(part for part in (line, one.why_ended) if part), "second", "ink2", wrap=True))

    def _say(self, proposed: Suggestion | None, now: list[Pairing]) -> None:
        """The filled button does what is nearest: pair it, or write the plan of the mentor."""
        mentor = next((one for one in now if one.role == MENTOR), None)
        snapshot, day = self._session.snapshot, self._session.today
        if mentor is not None:
            planned = plan_of(snapshot.plans, mentor, day) is not None
            self.go.set_label(self.tr("检查一次计划") if planned else self.tr("写帮扶计划"))
        elif proposed is not None and proposed.helper_id is not None:
            name = next(one.name for one in snapshot.staff if one.id == proposed.helper_id)
            self.go.set_label(self.tr("配给{0}").format(name))
        else:
            self.go.set_label(self.tr("配老师"))

    def _focused(self) -> str:
        """The name of what has the cursor, to give it back when all is made anew."""
        here = self.focusWidget()
        return here.accessibleName() if here is not None and self.isAncestorOf(here) and here.hasFocus() else ""

    def _refocus(self, name: str) -> None:
        found = [one for one in self.findChildren(Button) if one.accessibleName() == name and not one.isHidden()]
        if name:
            (found[-1] if found else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(head)
        self.head.addWidget(self.about)
        self.head.addWidget(self.why)
        links = QWidget()
        flow = Flow(links, across=tokens.GAP, wide=True)
        flow.addWidget(self.priority)
        flow.addWidget(self.file)
        flow.addWidget(self.record)
        self.head.addWidget(links)
        self.set_action(self.go)


def plan_of(plans: Sequence[HelpPlan], pairing: Pairing, day: date) -> HelpPlan | None:
    """The plan of a pair that holds or is yet to begin; of several the one that began last."""
    found = [one for one in plans if one.pairing_id == pairing.id and (one.until_day is None or one.until_day > day)]
    return max(found, key=lambda one: (one.from_day, one.id), default=None)


def _plan_lines(session: Session, plan: HelpPlan | None, told: Sequence[CareRecord]) -> list[str]:
    lines = []
    if plan is not None:
        met = sum(one.met_on is not None for one in plan.goals)
        lines.append("，".join(part for part in (
            session.tr("计划：{0}").format(plan.times or plan.content.partition("\n")[0]),
            session.tr("目标达到 {0}/{1}").format(met, len(plan.goals)) if plan.goals else "",
        ) if part))  # fmt: skip
    for one in list(told)[:MOST_REVIEWS]:
        lines.append(f"{short(one.day, session.today)} {one.summary}")
    return lines


def short(day: date, today: date) -> str:
    """9月1日 of this year, else with the year."""
    words_ = on_paper(day)
    return words_ if day.year != today.year else words_.partition("年")[2]


