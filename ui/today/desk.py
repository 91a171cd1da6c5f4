"""The list of the day with the panel beside it: what is chosen in one is asked in the other, one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.edits.settling import LATER, kind_of
from app.history import Undone
from app.honours import AWARD_RECORD
from app.today import Item, Key
from ui import tokens
from ui.session import Session
from ui.today import deeds
from ui.today.day import Day
from ui.today.half_typed import HalfTyped
from ui.today.list import DayList
from ui.today.panel import TodayPanel

TIGHT = 760
"""px at 100 %: where there is less room, the list or the panel is shown."""


class TodayDesk(QWidget):
    """Below `TIGHT` there is room for one of the two only."""

    opened = Signal(int)
    """The dossier of this child is wanted."""
    looked_up = Signal(int)
    """The record of what was done is wanted."""
    room_wanted = Signal(int)
    """What a safety check found shall be mended: the id of the finding."""
    goes = Signal(str, object)
    """The page where it is settled, and what of it: an activity, a thing of the ledger, an insurance."""
    awards_wanted = Signal()
    """The awards of the school year shall be written down."""
    chosen = Signal()
    """Other items are in hand."""

    def __init__(self, session: Session, day: Day) -> None:
        super().__init__()
        self._session, self.day = session, day
        self.list, self.panel = DayList(session, day), TodayPanel(session, day)
        self.typed = HalfTyped(session)
        self._shown: tuple[int, tuple[Key, ...]] = (-1, ())
        self._still = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.panel)
        self._connect()

    # what is in hand

    def fill(self) -> None:
        """Show the day again; what is in hand stays."""
        still, self._still = self._still, True
        self.list.fill()
        self._still = still
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the chosen items in the panel, unless they are in it."""
        if self._still:
            return
        items = self.list.items()
        state = (self._session.version, tuple(item.key for item in items))
        if state != self._shown:
            self._put_aside()
            self._shown = state
            self.panel.show_items(items, self.typed.of(items[0]) if items else None)
            self.chosen.emit()

    def record(self) -> None:
        """Enter in the panel: carry out what was said and go on with the next item."""
        items, was_in = self.list.items(), self.panel.has_focus()
        answer = self.panel.answer()
        if answer is None or not items:
            return
        then = self.list.after([self.day.row(item) for item in items])
        self._still = True
        done = deeds.carry_out(self._session, items, answer, self.day.facts)
        self._still = False
        if done is None:
            return
        for item in items:
            self.typed.drop(item)
        self._shown = (-1, ())
        self.typed.keep()
        if then:
            self.list.grid.set_current(then)
        self.show_chosen()
        if was_in and then:
            self.work_on()
        elif not then:
            self.to_list()

    def keep(self) -> None:
        """Keep what is half typed."""
        self._put_aside()
        self.typed.keep()

    def resume(self) -> bool:
        """Go back to the item of which something was half typed when the program ended; False if there is none."""
        row = self.day.row_of(self.typed.read())
        if not row or row not in self.list.grid.rows():
            return False
        self._shown = (-1, ())
        self.list.grid.set_current(row)
        self.show_chosen()
        self.work_on()
        return True

    def show_undone(self, undone: Undone) -> None:
        """After an undo or redo: go to what came back, else to what is left of these children, and light it."""
        if self.list.isVisible():
            rows = (row for row in self.list.grid.rows() if self.day.items[row].asks)
            theirs = (row for row in rows if self.day.items[row].child_id in undone.touched)
            self.list.grid.flash(self.list.fresh or frozenset(theirs))

    def _put_aside(self) -> None:
        """Remember what is half typed of the item in hand."""
        if self.panel.items and self._shown[0] >= 0:
            self.typed.take(self.panel.items[0], self.panel.entry.words())

    # where the cursor is

    def work_on(self) -> None:
        """Put the cursor into the panel, which takes the place of the list where there is no room for both."""
        if self._is_tight():
            self.list.hide()
            self.panel.show()
        self.panel.focus()

    def to_list(self) -> None:
        """Put the cursor back into the list."""
        self.arrange()
        self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Esc: from the panel to the list, from another view to today's; False if there is nothing to leave."""
        if self.panel.has_focus() or self.list.isHidden():
            self.to_list()
        elif not self.list.is_page():
            self.list.show_page()
        else:
            return False
        return True

    def put_off(self, _row: int = 0) -> None:
        """Space: another day, with a reason."""
        if self.panel.entry.choose(LATER):
            self.work_on()
        else:
            self._session.said.emit(self.tr("这一件不能改天"))

    def arrange(self) -> None:
        """Show what there is room for."""
        tight = self._is_tight()
        self.list.show()
        self.panel.setHidden(tight)
        across = QSizePolicy.Policy.Expanding if tight else QSizePolicy.Policy.Fixed
        self.panel.setSizePolicy(across, QSizePolicy.Policy.Expanding)

    def _is_tight(self) -> bool:
        return self.width() < tokens.px(TIGHT)

    def _act(self, row: int) -> None:
        """Enter or the button of a row: record it, or look at the child."""
        item = self.day.items[row]
        if item.standing is not None and kind_of(item) == AWARD_RECORD:
            self.awards_wanted.emit()
        elif item.asks:
            self.work_on()
        elif item.unmended is not None:
            self.room_wanted.emit(item.unmended.finding.id)
        elif (there := _settled_at(item)) is not None:
            self.goes.emit(*there)
        elif item.contact is not None:
            self.looked_up.emit(item.contact.record_id)
        else:
            self.opened.emit(item.child_id or 0)

    def _take_outcome(self, place: int) -> None:
        """A digit in the list: what became of it; nothing is recorded yet."""
        if self.panel.entry.choose_place(place):
            self.work_on()

    def _connect(self) -> None:
        grid = self.list.grid
        grid.current_changed.connect(lambda _row: self.show_chosen())
        grid.selection_changed.connect(lambda _rows: self.show_chosen())
        grid.opened.connect(self._act)
        grid.acted.connect(lambda row, _column: self._act(row))
        grid.ticked.connect(self.put_off)
        grid.edit_wanted.connect(lambda row: self.opened.emit(self.day.items[row].child_id or 0))
        grid.outcome_wanted.connect(self._take_outcome)
        self.list.listed.connect(self.show_chosen)
        self.panel.done.connect(self.record)
        self.panel.typing.connect(self.keep)
        self.panel.opened.connect(self.opened)
        self._session.undone.connect(self.show_undone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F9:
            self.panel.number.toggle()
            if self.panel.number.is_running() and self.panel.isHidden():
                self.work_on()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.panel.has_focus():
            self.arrange()


def _settled_at(item: Item) -> tuple[str, object] | None:
    """(page, what of it) where something of the home is settled; None for what is settled here."""
    if item.take is not None:
        return "stocktake", item.take.id
    if item.problem is not None:
        return "inspection", ("problem", item.problem.id)
    if item.held is not None:
        return "activities", item.held.record.id
    if item.ending is not None:
        return "gifts", ("policy", item.ending.policy.id)
    return ("ledger", item.thing.asset.id) if item.thing is not None else None
