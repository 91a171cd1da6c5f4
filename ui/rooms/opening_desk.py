"""The home at work: cards and log at the left, today's opening or another at the side; here it is written."""

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.opening_log import RoomDay
from app.rooms import Due, Opening
from app.values import BadValue
from ui.rooms.book import Book
from ui.rooms.deeds import RoomDeeds
from ui.rooms.desk import CAME, ROOMS, RoomsDesk
from ui.rooms.names import NamesFlyout
from ui.rooms.panel import RoomPanel


class OpeningDesk(QWidget):
    """`page` is what its flyouts lie over."""

    goes = Signal(str, object)

    def __init__(self, book: Book, deeds: RoomDeeds, page: QWidget) -> None:
        super().__init__()
        self.book, self.deeds = book, deeds
        self.left, self.panel = RoomsDesk(book), RoomPanel(book)
        self.names = NamesFlyout(page, book.session)
        self._writing = False
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self.panel)
        self._connect()

    def add_side(self, side: QWidget) -> None:
        """Another side, which takes the place of the opening when it is shown."""
        self._row.addWidget(side)

    @property
    def is_writing(self) -> bool:
        """What is written now is shown by the desk itself."""
        return self._writing

    # what is shown

    def show_day(self, day: date, from_time: str = "") -> None:
        """Have a day of the room in hand in the form, and the cursor of the log on it."""
        room = self.book.room()
        if room is None:
            return
        day = min(day, self.book.today)
        log = self.book.room_log()
        inside = log is not None and log.stretch.first <= day <= log.stretch.last
        if log is not None and inside:
            one = log.on(day)
            self.left.grid.go(day)
        else:
            one = RoomDay(day, "", (), tuple(self._written(room.id, day)))
        self.panel.form.ask(room, one, from_time)
        self.panel.name_it()

    def _written(self, room_id: int, day: date) -> list[Opening]:
        return [one for one in self.book.openings_on(day) if one.room_id == room_id]

    def show_book(self) -> None:
        """Show what the book holds now; the day in the form stays."""
        form = self.panel.form
        day, from_time = form.day, form.from_time()
        self.left.show_book()
        self._show_missing()
        if form.room is None:
            self.to_today()
        elif form.room.id != self.book.room_id:
            self.show_day(day)
        else:
            self.show_day(day, from_time)

    def _show_missing(self) -> None:
        mine, every = self.book.room_log(), self.book.log
        self.panel.show_missing(mine.missing if mine is not None else [], len(every.missing) if every else 0)

    def choose(self, room_id: int) -> None:
        """Take a room in hand."""
        if room_id == self.book.room_id or not any(one.id == room_id for one in self.book.rooms()):
            return
        self.book.room_id = room_id
        self.left.cards.set_current(room_id)
        self.left.show_room()
        self._show_missing()

    def to_today(self) -> None:
        """Back to today, in the running stretch."""
        if not self.book.is_now():
            self.book.stretch = None
            self.book.read()
            self.left.show_book()
            self._show_missing()
        self.show_day(self.book.today)

    def is_resting(self) -> bool:
        """Whether the form is where it begins."""
        return self.panel.form.day == self.book.today and self.book.is_now()

    # what is written

    def write(self) -> None:
        """Carry out what stands in the form."""
        form, room = self.panel.form, self.book.room()
        if room is None or not form.is_right():
            return
        told, opening, self._writing = form.told(), form.opening(), True
        try:
            done = (self.deeds.log(room, told, form.who) if opening is None
                    else self.deeds.change(room, opening, told, form.who))  # fmt: skip
        except BadValue as error:
            form.refuse(error)
            return
        finally:
            self._writing = False
        if done is None:
            return
        form.forget()
        self.book.read()
        self.show_book()
        self._go_on(told.day)

    def _go_on(self, day: date) -> None:
        """To the next room that is to be written today, or the next of what is missing; else stay."""
        waiting = self.left.to_open_today()
        log = self.book.room_log()
        if day == self.book.today and waiting:
            mine = next((one for one in waiting if one.room.id == self.book.room_id), waiting[0])
            self.choose(mine.room.id)
            self.show_day(day)
        elif day < self.book.today and log is not None and log.missing:
            older = [one for one in log.missing if one.day <= day]
            self._catch_up((older or log.missing)[0])
        self.panel.form.focus()

    def _catch_up(self, due: Due) -> None:
        self.choose(due.room.id)
        self.show_day(due.day, due.hours.from_time)
        self.panel.form.focus()

    def _delete(self) -> None:
        room, opening = self.book.room(), self.panel.form.opening()
        if room is not None and opening is not None:
            self.panel.form.forget()
            self.deeds.delete(room, opening)

    # how it lies

    def _step(self, by: int) -> None:
        if self.book.step(by):
            self.left.show_book()
            self._show_missing()
            if (day := self.left.grid.day()) is not None:
                self.show_day(day)

    def _number(self, key: str) -> None:
        place = self.left.cards if key == ROOMS else self.left.grid
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_day(self, day: object) -> None:
        if isinstance(day, date):
            self.show_day(day)
            self.panel.form.focus()

    def _ask_names(self) -> None:
        form = self.panel.form
        anchor = QRect(form.names.mapToGlobal(form.names.rect().topLeft()), form.names.size())
        self.names.ask(anchor, form.day, form.who)

    def _connect(self) -> None:
        desk, panel = self.left, self.panel
        desk.pages.goes.connect(self.goes)
        desk.head.clicked.connect(self._number)
        desk.total.clicked.connect(lambda _key: self._number(CAME))
        desk.cards.chosen.connect(self._chosen)
        desk.cards.opened.connect(lambda _room: panel.form.focus())
        desk.grid.picked.connect(self.show_day)
        desk.grid.opened.connect(self._open_day)
        desk.grid.stepped.connect(self._step)
        desk.stepped.connect(self._step)
        panel.done.connect(self.write)
        panel.delete_wanted.connect(self._delete)
        panel.missed_wanted.connect(self._catch_up)
        panel.today_wanted.connect(self.to_today)
        panel.form.day_wanted.connect(self.show_day)
        panel.form.names_wanted.connect(self._ask_names)
        self.names.taken.connect(panel.form.take_children)

    def _chosen(self, room_id: int) -> None:
        self.choose(room_id)
        self.show_day(self.panel.form.day)
