"""The page 结对帮扶: helpers with their children, who has nobody, handing over, help plans."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.care import CareRecord
from app.edits.plans import REVIEW
from app.history import Undone
from app.pairing import Pairing
from ui import tokens
from ui.page import KeyGroup, Page
from ui.pairings import keys
from ui.pairings.acts import under
from ui.pairings.child_panel import plan_of
from ui.pairings.desk import Desk
from ui.pairings.doings import Doings
from ui.pairings.handover_panel import DRAFT as HANDOVER
from ui.pairings.plan_desk import DRAFT as PLAN
from ui.pairings.plan_desk import PlanDesk
from ui.pieces.empty import Empty, Way
from ui.pieces.label import Label
from ui.session import Session
from ui.work import Work


class PairingsPage(Page):
    """`arrive`: a member of staff by id, ("child", id), ("helper", row), ("handover", staff id, how), ("plan", pairing
    id), or the key of a segment."""

    can = frozenset({"search", "print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._stale = True
        self.stack = QStackedWidget()
        self.desk = Desk(session)
        self.doings = Doings(self, session, self.desk)
        self.plan = PlanDesk(session, self.doings.deeds)
        self.empty = _empty()
        self._nobody = QWidget()
        self._lay_out()
        self.desk.panel_changed.connect(self.keys_changed)
        self.desk.list.print.clicked.connect(self.print_out)
        self.doings.opened.connect(lambda child_id: self.goes.emit("roster", child_id))
        self.doings.record_wanted.connect(self.new_record)
        self.doings.plan_wanted.connect(self.open_plan)
        self.plan.closed.connect(self.close_plan)
        self.plan.review_wanted.connect(self._review)
        self.desk.unpaired.staff_wanted.connect(lambda: self.goes.emit("settings", "staff"))
        self.empty.chosen.connect(lambda _way: self.goes.emit("roster", None))
        session.undone.connect(self._go_to_undone)

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        desk = self.desk
        if self.in_plan():
            return keys.plan()
        if desk.panel is desk.child:
            return keys.child(desk.child.go.label())
        if desk.panel is desk.helper:
            return keys.helper(desk.helper.go.label())
        return keys.handover() if desk.panel is desk.handover else keys.listed()

    def key_groups(self) -> list[KeyGroup]:
        return keys.groups()

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def arrive(self, want: object) -> None:
        if want is not None and self.in_plan():
            self.close_plan()
        self._show()
        desk = self.desk
        if isinstance(want, tuple):
            self._open(*want)
            return
        if isinstance(want, int):
            desk.choose_segment("mentors")
            desk.open_helper(want)
            desk.list.grid.set_current(want)
        elif isinstance(want, str) and want in desk.circle.counts():
            desk.choose_segment(want)
        shown = self.stack.currentWidget()
        first = self.plan.fields["situation"]
        focus: QWidget = first if shown is self.plan else self.empty if shown is self._nobody else desk.list.grid
        (desk.filled() if focus is desk.list.grid and desk.list.isHidden() else focus).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _open(self, what: str, number: int, *more: str) -> None:
        if what == "child" and number in self._session.snapshot.children:
            self.desk.open_child(number)
            self.desk.child.go.setFocus(Qt.FocusReason.OtherFocusReason)
        elif what == "helper":
            self.desk.open_helper(number)
        elif what == "handover":
            self.desk.open_handover(number, *more)
        elif what == "plan":
            self.open_plan(number)

    def here(self) -> object:
        pairing = self.plan.pairing
        return ("plan", pairing.id) if self.in_plan() and pairing is not None else self.desk.place()

    def back(self) -> bool:
        if self.in_plan():
            self.close_plan()
            return True
        return self.doings.dragging.stop() or self.desk.close_panel()

    def leave(self) -> bool:
        if self.in_plan():
            self.plan.keep()
        return True

    def child_shown(self) -> int | None:
        if self.in_plan() and self.plan.pairing is not None:
            return self.plan.pairing.child_id
        if self.desk.panel is self.desk.child:
            return self.desk.child.child_id
        return self.desk.list.grid.chosen() or None

    def resume(self) -> bool:
        drafts = self._session.drafts
        opened = drafts.opened()
        self._show()
        if opened == PLAN:
            self.open_plan(int(drafts.read(opened).get("pairing", 0)))
            return self.in_plan()
        if opened == HANDOVER:
            self.desk.open_handover(int(drafts.read(opened).get("staff", 0)))
            return self.desk.panel is self.desk.handover
        return self.doings.resume(opened)

    def search(self) -> None:
        if self.in_plan():
            self.close_plan()
        if self.desk.list.isHidden():
            self.desk.close_panel()
        self.desk.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.desk.list.search.selectAll()

    def print_out(self) -> None:
        self.goes.emit("print", "pairing_list")

    def help_text(self) -> str:
        return _help()

    # inside

    def open_plan(self, pairing_id: int) -> None:
        """Show the help plan of a pair, in place of everything else."""
        snapshot = self._session.snapshot
        pairing = next((one for one in snapshot.pairings if one.id == pairing_id), None)
        if pairing is not None:
            plan = plan_of(snapshot.plans, pairing, self._session.today)
            self.plan.open_for(pairing, plan, self._told(pairing))
            self.stack.setCurrentWidget(self.plan)
            self.keys_changed.emit()

    def close_plan(self) -> None:
        """Back to the child whose plan it is; what is not stored stays as a draft."""
        self.plan.keep()
        self._session.drafts.close(PLAN)
        self.stack.setCurrentWidget(self.desk)
        if self.plan.pairing is not None:
            self.desk.open_child(self.plan.pairing.child_id)
            self.desk.child.go.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys_changed.emit()

    def in_plan(self) -> bool:
        """Whether a help plan is on screen."""
        return self.stack.currentWidget() is self.plan

    def _told(self, pairing: Pairing) -> list[CareRecord]:
        listed = self._session.store.ledger.of_child(pairing.child_id)
        return [one for one in listed if one.pairing_id == pairing.id and not one.confidential]

    def _review(self) -> None:
        if self.plan.pairing is not None:
            self.doings.forms.ask_review(under(self.plan.review), self.plan.pairing, REVIEW)

    def _show(self) -> None:
        if self._stale:
            self._stale = False
            self.desk.show_all()
            some = bool(self._session.snapshot.children)
            if self.in_plan() and self.plan.pairing is not None:
                self.plan.show_told(self._told(self.plan.pairing))
            else:
                self.stack.setCurrentWidget(self.desk if some else self._nobody)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _go_to_undone(self, undone: Undone) -> None:
        """Light the helpers of the children that an undo or redo concerned."""
        if self.isVisible():
            rows = self.desk.circle.rows(self.desk.list.segments.current())
            lit = {one.id for one in rows if {charge.child.id for charge in one.charges} & undone.touched}
            self.desk.list.grid.flash(frozenset(lit))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._nobody)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 8)
        column.addWidget(Label(self.tr("结对帮扶"), "heading"))
        column.addWidget(self.empty, 1)
        for page in (self.desk, self._nobody, self.plan):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def minimumSizeHint(self) -> QSize:
        shown = self.stack.currentWidget() or self.desk
        return QSize(tokens.px(640), max(tokens.px(360), shown.minimumSizeHint().height()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("pairings", text)


def _help() -> str:
    return _tr(
        "左边是老师和带的孩子，右边是还没有老师的孩子和建议。点“配对”定一个，Ctrl+Enter 全按建议配。"
        "孩子可以拖给老师，从一位老师拖给另一位就是换人；不用鼠标就按 ←→ 挑孩子，Enter 打开，再点“换人”。"
        "红三角是有过期的，黄半圆是四周没联系，小旗是重点帮扶。"
        "老师调走或请假，打开老师点“都交接”，一步交给别的老师，以前的都留着。"
        "每一对都能写帮扶计划，定阶段目标，过一段检查一次。"
    )


def _empty() -> Empty:
    ways = [
        Way("roster", "book-open", _tr("先把孩子放进名册"), _tr("有了孩子和老师，这里就会排好建议。"), _tr("去名册"))
    ]
    return Empty(_tr("结对"), _tr("还没有孩子"), _tr("名册有了人，就能给他们配老师、学习帮手和志愿者。"), ways)
