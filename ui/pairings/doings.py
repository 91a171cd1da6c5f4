"""What happens on the page of pairings when somebody clicks, types, drags or presses Ctrl+Enter."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app import edits
from app.board import HelperRow
from app.changes import Change
from app.edits.plans import REPORT, REVIEW
from app.pairing import MENTOR, Pairing
from app.suggest import Wishes
from ui.pairings.acts import Acts, under
from ui.pairings.child_panel import plan_of
from ui.pairings.deeds import PairDeeds, as_helper
from ui.pairings.desk import Desk
from ui.pairings.dragging import Dragging
from ui.pairings.forms import Forms
from ui.pairings.handover_panel import ILL, LEAVES
from ui.pairings.little_form import PREFIX
from ui.session import Session


class Doings(QObject):
    """Joins the signals of the desk to the deeds."""

    opened = Signal(int)
    """The dossier of a child."""
    plan_wanted = Signal(int)
    """The plan of a pairing."""
    record_wanted = Signal()
    """A record of care for the child that is shown."""

    def __init__(self, page: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(page)
        self._session, self.desk = session, desk
        self.deeds = PairDeeds(session, lambda: desk.circle.limit)
        self.acts, self.forms = Acts(page, session, desk.circle, self.deeds), Forms(page, session, self.deeds)
        self.dragging = Dragging(page, desk.list.grid)
        desk.list.grid.dragging = desk.unpaired.grid.dragging = self.dragging
        self._connect()

    def resume(self, opened: str) -> bool:
        """Open the little form whose draft was being typed; False if there is none, or what it is about is gone."""
        return opened.startswith(PREFIX) and self.forms.resume(self._beside(), opened)

    def _connect(self) -> None:
        desk, child, helper, handover = self.desk, self.desk.child, self.desk.helper, self.desk.handover
        grid, unpaired = desk.list.grid, desk.unpaired
        desk.list.segment_chosen.connect(desk.choose_segment)
        desk.list.search.searched.connect(self._search)
        desk.list.limit.changed.connect(self._set_limit)
        grid.opened.connect(desk.open_helper)
        grid.child_wanted.connect(desk.open_child)
        grid.current_changed.connect(self._follow)
        self.dragging.dropped.connect(self._dropped)
        unpaired.paired.connect(self._pair_as_proposed)
        unpaired.picked.connect(lambda key: self._by_hand(key, desk.role))
        unpaired.accepted.connect(lambda: self.deeds.accept(desk.circle.lacking(desk.role), desk.role))
        unpaired.closed.connect(desk.close_panel)
        desk.list.more.clicked.connect(desk.unfold)
        unpaired.role_chosen.connect(self._choose_role)
        unpaired.wished.connect(self._wish)
        child.wanted.connect(self._of_pairing)
        child.pairing_wanted.connect(lambda role: self._by_hand(child.child_id, role))
        child.priority_wanted.connect(lambda: self.forms.ask_priority(under(child.priority), child.child_id))
        child.cleared.connect(lambda: self.deeds.clear_priority(child.child_id))
        child.opened.connect(self.opened)
        child.record_wanted.connect(self.record_wanted)
        child.accepted.connect(self._nearest)
        helper.child_wanted.connect(desk.open_child)
        helper.change_wanted.connect(lambda key: self._of_pairing("change", key))
        helper.more_wanted.connect(lambda: self._of_helper(lambda row: self.acts.more(under(helper.go), row)))
        helper.handover_wanted.connect(lambda: self._of_helper(lambda row: desk.open_handover(row.id)))
        helper.phone_copied.connect(lambda number: self._session.said.emit(self.tr("复制了 {0}").format(number)))
        handover.picked.connect(self._hand_to)
        handover.day_changed.connect(desk.show_handover)
        handover.accepted.connect(self._hand_over)
        for panel in (child, helper, handover):
            panel.closed.connect(desk.close_panel)
        for form in self.forms.all():
            form.written.connect(desk.take_cursor)
        filled = QShortcut(QKeySequence("Ctrl+Return"), desk, self._filled)
        filled.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _filled(self) -> None:
        """Ctrl+Enter: the filled button beside the list."""
        button = self.desk.filled()
        if not button.isVisible():
            # What nobody has seen is not accepted.
            self.desk.unfold()
        elif button.isEnabled():
            button.click()

    def _search(self, typed: str) -> None:
        self.desk.circle.query = typed
        self.desk.show_list()

    def _set_limit(self, limit: int) -> None:
        self.desk.circle.set_limit(limit)
        self.desk.show_list()

    def _choose_role(self, role: str) -> None:
        self.desk.role = role
        self.desk.show_panel()

    def _wish(self, wishes: Wishes) -> None:
        self.desk.circle.set_wishes(wishes)
        self.desk.show_list()

    def _follow(self, row_id: int) -> None:
        if self.desk.panel is self.desk.helper and row_id and self.desk.list.grid.hasFocus():
            self.desk.open_helper(row_id)

    def _dropped(self, child_id: int, source: int, target: int) -> None:
        row = self.desk.circle.board.row(target)
        if row is not None and self.acts.drop(child_id, self.desk.circle.board.row(source), row):
            self.desk.list.grid.flash(frozenset({target}))

    def _pair_as_proposed(self, child_id: int) -> None:
        one = next((each for each in self.desk.circle.lacking(self.desk.role) if each.child_id == child_id), None)
        if one is None or one.helper_id is None:
            self._by_hand(child_id, self.desk.role)
        else:
            self.deeds.pair(child_id, as_helper(self.desk.role, one.helper_id))

    def _by_hand(self, child_id: int, role: str) -> None:
        if child_id:
            self.acts.pair_by_hand(self._anchor(child_id, role), child_id, role)

    def _anchor(self, child_id: int, role: str) -> QRect:
        if self.desk.panel is self.desk.unpaired:
            grid = self.desk.unpaired.grid
            rect = grid.button_rect(child_id).toRect()
            return QRect(grid.viewport().mapToGlobal(rect.topLeft()), rect.size())
        return under(self.desk.child.ways.get(role, self.desk.child.go))

    def _pairing(self, pairing_id: int) -> Pairing | None:
        return next((one for one in self._session.snapshot.pairings if one.id == pairing_id), None)

    def _of_pairing(self, what: str, pairing_id: int) -> None:
        pairing, block = self._pairing(pairing_id), self.desk.child.block(pairing_id)
        if pairing is None:
            return
        shown = block is not None and self.desk.panel is self.desk.child
        anchor = under(block.buttons.get(what, self.desk.child.go)) if block is not None and shown else self._beside()
        if what == "change":
            self.acts.change(anchor, pairing)
        elif what == "end":
            self.forms.ask_end(anchor, pairing)
        elif what == "correct":
            self.forms.ask_correct(anchor, pairing)
        elif what == "plan":
            self.plan_wanted.emit(pairing_id)
        else:
            self.forms.ask_review(anchor, pairing, REVIEW if what == "review" else REPORT)

    def _beside(self) -> QRect:
        return QRect(self.desk.panel.mapToGlobal(QPoint(0, self.desk.panel.height() // 4)), self.desk.panel.size() / 4)

    def _of_helper(self, act: Callable[[HelperRow], None]) -> None:
        if self.desk.helper.row is not None:
            row: HelperRow | None = self.desk.circle.board.row(self.desk.helper.row.id)
            if row is not None:
                act(row)

    def _nearest(self) -> None:
        """The filled button of a child: take who is proposed, else write or review the plan of its mentor."""
        child_id, snapshot, day = self.desk.child.child_id, self._session.snapshot, self._session.today
        mentor = next((block.pairing for block in self.desk.child.blocks if block.pairing.role == MENTOR), None)
        if mentor is None:
            one = self.desk.circle.proposed(child_id)
            if one is None or one.helper_id is None:
                self._by_hand(child_id, MENTOR)
            else:
                self.deeds.pair(child_id, as_helper(MENTOR, one.helper_id))
        elif plan_of(snapshot.plans, mentor, day) is None:
            self.plan_wanted.emit(mentor.id)
        else:
            self.forms.ask_review(under(self.desk.child.go), mentor, REVIEW)

    def _hand_to(self, child_id: int) -> None:
        grid = self.desk.handover.grid
        rect = grid.button_rect(child_id).toRect()
        anchor = QRect(grid.viewport().mapToGlobal(rect.topLeft()), rect.size())

        def take(staff_id: int) -> None:
            self.desk.handover.choose(child_id, staff_id)
            self.desk.show_handover()

        self.acts.choose_mentor(anchor, child_id, self.desk.handover.staff_id, take)

    def _hand_over(self) -> None:
        panel, snapshot = self.desk.handover, self._session.snapshot
        staff = next((one for one in snapshot.staff if one.id == panel.staff_id), None)
        told = panel.told()
        if staff is None or told is None:
            return
        self.desk.show_handover()
        day, until, why = told
        how = panel.how.current()

        def also() -> list[Change]:
            if how == LEAVES:
                return edits.staff_left(staff, day, snapshot.classes)
            return edits.go_on_leave(staff, day, until, why) if how == ILL else []

        to = {child: one.helper_id for child, one in self.desk.found.items()}
        if self.deeds.hand_over_all(staff, day, why, to, also):
            panel.drop()
            self.desk.close_panel()
