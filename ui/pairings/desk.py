"""The list with what stands beside it: who has nobody, a child, a helper, or a handing over; one at a time."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from app.pairing import MENTOR, PEER
from app.suggest import Suggestion
from ui import tokens
from ui.pairings.child_panel import ChildPanel
from ui.pairings.circle import Circle
from ui.pairings.handover_panel import CHANGES, DRAFT, ILL, HandoverPanel
from ui.pairings.helper_panel import HelperPanel
from ui.pairings.list_pane import ListPane
from ui.pairings.unpaired_panel import WIDE, UnpairedPanel
from ui.pieces.button import Button
from ui.pieces.side_panel import SidePanel
from ui.session import Session


class Desk(QWidget):
    """`show_all` after every change; `open_child`, `open_helper`, `open_handover` and `close_panel` turn the side."""

    panel_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.circle = Circle(session)
        self.list = ListPane(session, self.circle)
        self.unpaired, self.child = UnpairedPanel(), ChildPanel(session, WIDE)
        self.helper, self.handover = HelperPanel(session, WIDE), HandoverPanel(session, WIDE)
        self.role = MENTOR
        self.panel: SidePanel = self.unpaired
        """What stands beside the list."""
        self.unfolded = False
        """Where there is room for one of the two only: whether the proposals are shown in place of the list."""
        self.found: dict[int, Suggestion] = {}
        """To whom each child goes that is being handed over."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        for panel in (self.unpaired, self.child, self.helper, self.handover):
            row.addWidget(panel)
        self.arrange()

    # what is shown

    def show_all(self) -> None:
        """Show the snapshot of the session again."""
        self.circle.forget()
        self.show_list()

    def show_list(self) -> None:
        """Show list and panel again, as after another choice."""
        self._lack = self.circle.lack()
        self.list.show_all(self._lack)
        self.show_panel()

    def show_panel(self) -> None:
        """Show what stands beside the list again."""
        if self.panel is self.child and self.child.child_id not in self._session.snapshot.children:
            self._turn(self.unpaired)
        row = self.circle.board.row(self.helper.row.id) if self.helper.row is not None else None
        going = self.circle.board.row(self.handover.staff_id)
        if self.panel is self.helper and row is None:
            self._turn(self.unpaired)
        if self.panel is self.handover and not (going is not None and going.charges):
            self._turn(self.unpaired)
        if self.panel is self.unpaired:
            self._show_unpaired()
        elif self.panel is self.child:
            self.child.show_child(self.child.child_id, self.circle.quiet, self.circle.proposed(self.child.child_id))
        elif self.panel is self.helper and row is not None:
            role = row.helper.role
            self.helper.show_helper(row, self.circle.limit_of(role), self._lack[role if role == PEER else MENTOR])
        else:
            self.show_handover()
        self.panel_changed.emit()

    def _show_unpaired(self) -> None:
        found = self.circle.lacking(self.role)
        pair = self.tr("配对")
        knots = {one.child_id: self.circle.knot(one, self.role, pair if one.helper_id else "") for one in found}
        self.unpaired.show_wishes(self.circle.wishes)
        nobody = "" if self._session.snapshot.staff or self.role != MENTOR else self.tr("老师名单还空着")
        self.unpaired.show_suggestions(self.role, self._lack, knots, found, nobody)

    def show_handover(self) -> None:
        """Show to whom the children go, with what was chosen by hand."""
        panel = self.handover
        self.found = self.circle.handover(panel.staff_id, panel.begins(), panel.chosen)
        knots = {child: self.circle.knot(one, MENTOR, self.tr("换一位")) for child, one in self.found.items()}
        panel.show_suggestions(knots, self.found, self.circle.limit)

    def _turn(self, panel: SidePanel) -> None:
        """Let this stand beside the list; a cursor that would be hidden with the other goes along."""
        here = self.focusWidget()
        gone = here is not None and here.hasFocus() and self.panel is not panel and self.panel.isAncestorOf(here)
        self.panel = panel
        self.arrange()
        if gone or (self.list.isHidden() and not panel.isAncestorOf(QApplication.focusWidget() or self)):
            self.filled().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_cursor(self) -> None:
        """Put the cursor here, if what had it is gone."""
        here = QApplication.focusWidget()
        if self.isVisible() and (here is None or not here.isVisible()):
            (self.list.grid if self.panel is self.unpaired else self.filled()).setFocus(Qt.FocusReason.OtherFocusReason)

    def filled(self) -> Button:
        """The filled button of what stands beside the list."""
        panels: dict[SidePanel, Button] = {
            self.unpaired: self.unpaired.go, self.child: self.child.go, self.helper: self.helper.go,
        }  # fmt: skip
        return panels.get(self.panel, self.handover.go)

    def arrange(self) -> None:
        """Show what there is room for: below 1100 px either the list or what else stands beside it."""
        wide = not tokens.is_narrow(self.window().width())
        alone = not wide and (self.panel is not self.unpaired or self.unfolded)
        across = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        for one in (self.unpaired, self.child, self.helper, self.handover):
            one.setSizePolicy(across, QSizePolicy.Policy.Expanding)
            one.setVisible(one is self.panel and (wide or alone))
        self.list.setVisible(not alone)
        self.list.more.setVisible(not wide)
        self.unpaired.close_button.setVisible(not wide)

    def unfold(self) -> None:
        """Show who has nobody and what is proposed, where that is not on screen."""
        self.unfolded = True
        self._turn(self.unpaired)
        self.show_panel()
        if self.unpaired.isVisible():
            self.unpaired.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def open_child(self, child_id: int) -> None:
        """Show a child beside the list."""
        self.child.child_id = child_id
        self._turn(self.child)
        self.show_panel()

    def open_helper(self, row_id: int) -> None:
        """Show a helper beside the list."""
        row = self.circle.board.row(row_id)
        if row is not None:
            self.helper.row = row
            self._turn(self.helper)
            self.show_panel()

    def open_handover(self, staff_id: int, how: str = "") -> None:
        """Begin to hand the children of a member of staff over."""
        row = self.circle.board.row(staff_id)
        name = next((one.name for one in self._session.snapshot.staff if one.id == staff_id), "")
        if row is not None and row.charges:
            self.handover.open_for(staff_id, name, how or (ILL if row.away else CHANGES))
            self._turn(self.handover)
            self.show_panel()
            self.handover.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> bool:
        """Back to those who have nobody; False if they are shown already."""
        if self.panel is self.unpaired and not (self.unfolded and self.list.isHidden()):
            return False
        self.unfolded = False
        self._session.drafts.close(DRAFT)
        self._turn(self.unpaired)
        self.show_panel()
        self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def place(self) -> Any:
        """What the page needs to open this again."""
        if self.panel is self.child:
            return "child", self.child.child_id
        if self.panel is self.helper and self.helper.row is not None:
            return "helper", self.helper.row.id
        return ("handover", self.handover.staff_id) if self.panel is self.handover else None

    def choose_segment(self, key: str) -> None:
        """List other helpers."""
        self.list.segments.set_current(key)
        self.show_list()
