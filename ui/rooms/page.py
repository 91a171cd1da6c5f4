"""The page 活动室: what each room lacks, the log of its openings, and at the side what is to be written now."""

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.opening_log import RoomDay
from app.rooms import Due, Opening
from app.values import BadValue
from ui.page import Page
from ui.pieces.empty import Empty, Way
from ui.rooms.book import Book
from ui.rooms.deeds import RoomDeeds
from ui.rooms.desk import CAME, ROOMS, RoomsDesk
from ui.rooms.names import NamesFlyout
from ui.rooms.opening_form import PREFIX
from ui.rooms.panel import RoomPanel
from ui.session import Session
from ui.work import Work

NOBODY, HOME = range(2)


class RoomsPage(Page):
    """`arrive` takes a room's id, or (room's id, ISO day)."""

    def __init__(self, session: Session, _work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.book = Book(session)
        self.deeds = RoomDeeds(self.book)
        self.desk, self.panel = RoomsDesk(self.book), RoomPanel(self.book)
        self.names = NamesFlyout(self, session)
        self.empty = Empty(
            self.tr("活动"), self.tr("还没有活动室"),
            self.tr("这里会有每间活动室：什么时候开、开了没有、来了几个孩子，还差什么。"),
            [Way("standard", "house", self.tr("照标准建好"),
                 self.tr("留守儿童之家和音乐、体育、美术、图书、谈心五间，名字和间数以后都能改。"),
                 self.tr("建好 6 间"))],
        )  # fmt: skip
        self._stale, self._writing = True, False
        self.stack = QStackedWidget()
        home = QWidget()
        row = QHBoxLayout(home)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.desk, 1)
        row.addWidget(self.panel)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(home)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.stack.currentIndex() == NOBODY:
            return [("Enter", self.tr("建好 6 间"))]
        return [("↑↓←→", self.tr("换一天")), ("Enter", self.tr("记下")), ("Home", self.tr("回到今天")),
                ("PgUp PgDn", self.tr("换学期")), ("Esc", self.tr("返回"))]  # fmt: skip

    def arrive(self, want: object) -> None:
        if self._stale:
            self._read()
        if isinstance(want, int):
            want = (want, "")
        if isinstance(want, tuple) and len(want) == 2:
            self._choose(int(want[0]))
            self.show_day(_day(str(want[1])) or self.session.today)
        elif want is None and self._is_resting():
            self._to_today()
        self.focus()

    def here(self) -> object:
        return (self.book.room_id, self.panel.form.day.isoformat()) if self.book.room_id else None

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible() and not self._writing:
            self._read()

    def resume(self) -> bool:
        opened = self.session.drafts.opened()
        if not opened.startswith(PREFIX):
            return False
        room, day, from_time = [*opened.removeprefix(PREFIX).split("."), "", ""][:3]
        found = _day(day)
        if self._stale:
            self._read()
        if found is None or not any(str(one.id) == room for one in self.book.rooms()):
            return False
        self._choose(int(room))
        self.show_day(found, from_time)
        self.panel.form.focus()
        return True

    def back(self) -> bool:
        if self.stack.currentIndex() == HOME and not self._is_resting():
            self._to_today()
            self.focus()
            return True
        return False

    def help_text(self) -> str:
        return self.tr(
            "上面一张卡一间房，数字是记了几次、该开几次。下面是这一学期的开放记录，一格一天，格子里是来的人数，"
            "红框是该开没记。右边记今天的开放：来了几个，谁值班，做了什么，按 Enter 就记下。"
            "补记就点“补记”，或者在格子上按 Enter；没开也写一下为什么，两样都算齐。"
        )

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: cards and log scroll together."""
        return QSize(640, 320)

    def focus(self) -> None:
        """Put the cursor where one begins."""
        if self.stack.currentIndex() == NOBODY:
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.panel.form.focus()

    # what is shown

    def show_day(self, day: date, from_time: str = "") -> None:
        """Have a day of the room in hand in the form, and the cursor of the log on it."""
        room = self.book.room()
        if room is None or self.stack.currentIndex() == NOBODY:
            return
        day = min(day, self.session.today)
        log = self.book.room_log()
        inside = log is not None and log.stretch.first <= day <= log.stretch.last
        if log is not None and inside:
            one = log.on(day)
            self.desk.grid.go(day)
        else:
            one = RoomDay(day, "", (), tuple(self._written(room.id, day)))
        self.panel.form.ask(room, one, from_time)
        self.panel.name_it()

    def _written(self, room_id: int, day: date) -> list[Opening]:
        return [one for one in self.book.openings_on(day) if one.room_id == room_id]

    def _read(self) -> None:
        self._stale = False
        form = self.panel.form
        day, from_time = form.day, form.from_time()
        self.book.read()
        self.stack.setCurrentIndex(HOME if self.book.rooms() else NOBODY)
        self.keys_changed.emit()
        if not self.book.rooms():
            return
        self.desk.show_book()
        self._show_missing()
        if form.room is None:
            self._to_today()
        elif form.room.id != self.book.room_id:
            self.show_day(day)
        else:
            self.show_day(day, from_time)

    def _show_missing(self) -> None:
        mine, every = self.book.room_log(), self.book.log
        self.panel.show_missing(mine.missing if mine is not None else [], len(every.missing) if every else 0)

    def _choose(self, room_id: int) -> None:
        if room_id == self.book.room_id or not any(one.id == room_id for one in self.book.rooms()):
            return
        self.book.room_id = room_id
        self.desk.cards.set_current(room_id)
        self.desk.show_room()
        self._show_missing()

    def _to_today(self) -> None:
        """Back to today, in the running stretch."""
        if not self.book.is_now():
            self.book.stretch = None
            self.book.read()
            self.desk.show_book()
            self._show_missing()
        self.show_day(self.session.today)

    def _is_resting(self) -> bool:
        """Whether the form is where it begins."""
        return self.panel.form.day == self.session.today and self.book.is_now()

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
        self._read()
        self._go_on(told.day)

    def _go_on(self, day: date) -> None:
        """To the next room that is to be written today, or the next of what is missing; else stay."""
        waiting = self.desk.to_open_today()
        log = self.book.room_log()
        if day == self.session.today and waiting:
            mine = next((one for one in waiting if one.room.id == self.book.room_id), waiting[0])
            self._choose(mine.room.id)
            self.show_day(day)
        elif day < self.session.today and log is not None and log.missing:
            older = [one for one in log.missing if one.day <= day]
            self._catch_up((older or log.missing)[0])
        self.panel.form.focus()

    def _catch_up(self, due: Due) -> None:
        self._choose(due.room.id)
        self.show_day(due.day, due.hours.from_time)
        self.panel.form.focus()

    def _delete(self) -> None:
        room, opening = self.book.room(), self.panel.form.opening()
        if room is not None and opening is not None:
            self.panel.form.forget()
            self.deeds.delete(room, opening)

    def _set_up(self) -> None:
        self.deeds.set_up()
        self.focus()

    # how it lies

    def _step(self, by: int) -> None:
        if self.book.step(by):
            self.desk.show_book()
            self._show_missing()
            if (day := self.desk.grid.day()) is not None:
                self.show_day(day)

    def _number(self, key: str) -> None:
        place = self.desk.cards if key == ROOMS else self.desk.grid
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
        desk, panel = self.desk, self.panel
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
        panel.today_wanted.connect(self._to_today)
        panel.form.day_wanted.connect(self.show_day)
        panel.form.names_wanted.connect(self._ask_names)
        self.names.taken.connect(panel.form.take_children)
        self.empty.chosen.connect(lambda _key: self._set_up())

    def _chosen(self, room_id: int) -> None:
        self._choose(room_id)
        self.show_day(self.panel.form.day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
