"""At the right, while no stock-take is looked at: begin one, of which room, on which day, by whom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from app.values import BadValue
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.side_panel import SidePanel
from ui.session import Session
from ui.stocktake import words
from ui.stocktake.board import Board
from ui.stocktake.deeds import Deeds

EVERY = "all"


class BeginPanel(SidePanel):
    """`show_all` after every change; `begun` says which stock-take there is now."""

    begun = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, board: Board, deeds: Deeds) -> None:
        super().__init__(name=session.tr("开始一次盘点"))
        self._session, self._board, self._deeds = session, board, deeds
        self.heading = Label(self.tr("开始一次盘点"), "panel")
        self.close_button = Button(self.tr("看清单"), kind="link", keys="Esc")
        self.room = ComboField(self.tr("哪一间"), [])
        self.day = DateField(self.tr("哪天点"), today=lambda: session.today, needed=True)
        self.staff = ComboField(self.tr("谁来点"), [])
        self.hint = Label("", "second", "ink2", wrap=True)
        self.go = Button(self.tr("开始盘点"), keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self.head.addLayout(head)
        for piece in (self.room, self.day, self.staff, self.hint):
            self.add(piece)
        self.set_action(self.go)
        self.day.set_value(session.today.isoformat())
        self.go.clicked.connect(self.begin)
        self.close_button.clicked.connect(self.closed)

    def show_all(self) -> None:
        """Show what there is to choose from."""
        state = self._board.state
        open_ = [one for one in state.takes if one.closed_on is None]
        taken = {one.room_id for one in open_}
        rooms = [one for one in state.rooms if one.closed_on is None or one.closed_on > state.today]
        free = [one for one in rooms if one.id not in taken and None not in taken]
        offered = [
            *([(EVERY, self.tr("每一间，一起点"))] if free and not taken else []),
            *((str(one.id), one.name) for one in free),
        ]  # fmt: skip
        chosen = self.room.value()
        self.room.set_value(chosen if chosen in dict(offered) else next(iter(dict(offered)), ""))
        self.room.set_options(offered)
        here = [one for one in self._session.snapshot.staff if one.left_on is None or one.left_on > state.today]
        self.staff.set_options([("", self.tr("没写")), *((str(one.id), one.name) for one in here)])
        if not self.staff.value():
            me = next((str(one.id) for one in here if one.name == self._session.store.user), "")
            self.staff.set_value(me)
        self.go.setEnabled(bool(free))
        if not rooms:
            said = self.tr("先在“活动室”里建好房间")
        elif not free:
            said = self.tr("每一间都在盘点，先做完记账")
        else:
            said = self.tr("每学年末盘一次。先把借出的收回来，再一间一间点，点的和确认的是两个人。")
        self.hint.setText(said)

    def begin(self) -> None:
        """Write it; a field that is wrong gets the cursor instead."""
        if not self.go.isEnabled() or not self.day.commit():
            return
        day = self.day.day() or self._session.today
        if day > self._session.today:
            self.day.set_error(self.tr("这一天还没到，换一天"))
            return
        room, staff = self.room.value(), self.staff.value()
        try:
            number = self._deeds.begin(
                int(room) if room.isdecimal() else None, day, int(staff) if staff.isdecimal() else None)  # fmt: skip
        except BadValue as error:
            field = {"staff_id": self.staff}.get(error.field, self.room)
            field.set_error(words.wrong(error))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if number:
            self.begun.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin()
            return
        super().keyPressEvent(event)
