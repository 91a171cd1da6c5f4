"""The left side of the rooms: the finding, a card for each room, the log of the one in hand."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.opening_log import TODAY, RoomLog
from app.rooms import Room, gaps
from ui import room_words as words
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.numbers import Number, Sentence
from ui.pieces.page_head import PageHead
from ui.pieces.panel import Panel
from ui.pieces.scrolling import scrolling
from ui.rooms.book import Book
from ui.rooms.cards import CardWords, RoomCards
from ui.rooms.findings import Findings
from ui.rooms.grid import LogGrid
from ui.rooms.views import HomePages
from ui.safety_words import last_words

ROOMS, OWED, WRITTEN, CAME = "rooms", "owed", "written", "came"


class RoomsDesk(QWidget):
    """Widgets only; what they lead to is the page's business."""

    stepped = Signal(int)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self.add = Button(self.tr("加一间"), icon="plus", name=self.tr("加一间活动室"))
        self.print = Button(self.tr("打印开放记录"), icon="printer", name=self.tr("打印开放记录"))
        self.head = PageHead("", (), self.print, self.add)
        self.pages = HomePages()
        self.cards = RoomCards(self.tr("活动室"))
        self.title, self.hint = Label("", "strong"), Label(self.tr("格子里是来的人数"), "hint", "ink2")
        self.total = Sentence()
        self.stretch = Label("", "second", "ink2")
        self.before = Button("", icon="chevron-left", kind="ghost", height=26, name=self.tr("前一段时间的记录"))
        self.after = Button("", icon="chevron-right", kind="ghost", height=26, name=self.tr("后一段时间的记录"))
        self.edit = Button(self.tr("改这间"), kind="ghost", height=28, name=self.tr("改这间房、开放时间、制度"))
        self.grid = LogGrid(self.tr("开放记录"))
        self.says = Label("", "hint", "ink2", wrap=True)
        self.check = Button(self.tr("安全检查"), icon="shield-check", kind="ghost", height=28)
        self.last_check = Label("", "hint", "ink2", wrap=True)
        self.findings = Findings(book)
        self.panel = Panel()
        self._lay_out()
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.grid.moved.connect(self._say)

    def show_book(self) -> None:
        """Show what the book holds; the cursor of the log stays on its day."""
        book = self._book
        self.head.set_words(self._finding(), self._sentence())
        self.cards.show_rooms([self._card(room) for room in book.rooms()], book.room_id)
        self.findings.show_findings()
        self.show_room()

    def show_room(self) -> None:
        """Show the log of the room in hand."""
        book, log = self._book, self._book.room_log()
        day = self.grid.day() or book.today
        if book.stretch is not None and not book.stretch.first <= day <= book.stretch.last:
            day = min(book.today, book.stretch.last)
        room = book.room()
        self.panel.setVisible(log is not None)
        if log is None or room is None or book.stretch is None:
            return
        self.title.setText(self.tr("{0} 开放记录").format(room.name))
        self.panel.setAccessibleName(self.title.text())
        self.total.set_parts([self.tr("共"), Number(CAME, f"{log.came:,}", self.tr("共 {0} 人次").format(log.came)),
                              self.tr("人次")])  # fmt: skip
        self.last_check.setText(last_words([one for one in book.checks if one.room_id == room.id]))
        self.stretch.setText(words.stretch_word(book.stretch))
        self.after.setEnabled(not book.is_now())
        self.grid.show_log(log, day)
        self._say()

    def _say(self) -> None:
        self.says.setText(self.grid.days.says(self.grid.currentIndex()))

    def _finding(self) -> str:
        log = self._book.log
        behind = [one for one in log.rooms if one.missing] if log is not None else []
        if len(behind) == 1:
            return self.tr("{0}有 {1} 次该开没记").format(behind[0].room.name, len(behind[0].missing))
        if behind and log is not None:
            return self.tr("{0} 间活动室有 {1} 次该开没记").format(len(behind), len(log.missing))
        waiting = self.to_open_today()
        return self.tr("今天还有 {0} 间要记开放").format(len(waiting)) if waiting else self.tr("活动室")

    def to_open_today(self) -> list[RoomLog]:
        """The rooms of which today's opening is not written yet."""
        log = self._book.log
        return [one for one in log.rooms if one.on(self._book.today).state == TODAY] if log is not None else []

    def _sentence(self) -> list[str | Number]:
        book = self._book
        log, count = book.log, len(book.rooms())
        parts: list[str | Number] = [
            self.tr("活动室"), Number(ROOMS, count, self.tr("{0} 间活动室").format(count)), self.tr("间"),
        ]  # fmt: skip
        if log is None or book.stretch is None:
            return parts
        when = self.tr("这学期") if book.stretch.term is not None else self.tr("这个假期")
        return [*parts[:2], self.tr("间，{0}到今天该开").format(when),
                Number(OWED, log.owed, self.tr("该开 {0} 次").format(log.owed)), self.tr("次，记了"),
                Number(WRITTEN, log.written, self.tr("记了 {0} 次").format(log.written)), self.tr("次")]  # fmt: skip

    def _card(self, room: Room) -> CardWords:
        log = self._book.log.of(room.id) if self._book.log is not None else None
        asked = log is not None and bool(log.dues or log.openings)
        written, owed = (str(log.written), self.tr("/ {0} 次").format(len(log.owed))) if log and asked else ("", "")
        lacks = gaps(room)
        if log is not None and log.missing:
            mark, status = "over", self.tr("缺 {0} 次").format(len(log.missing))
        elif lacks:
            mark, status = "wait", self.tr("差 {0} 样").format(len(lacks))
        else:
            mark, status = "done", self.tr("齐了")
        hours = words.hours_words(room.hours, self._book.today) or words.gap_words()["no_hours"]
        return CardWords(room.id, room.name, words.place_words(room), hours, written, owed, mark, status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = tokens.is_narrow(self.window().width())
        self.add.set_label("" if narrow else self.tr("加一间"))
        self.print.set_label("" if narrow else self.tr("打印开放记录"))

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(tokens.BETWEEN)
        first.addWidget(self.title)
        first.addWidget(self.hint)
        first.addStretch(1)
        first.addWidget(self.total)
        second.addWidget(self.before)
        second.addWidget(self.stretch)
        second.addWidget(self.after)
        second.addStretch(1)
        second.addWidget(self.edit)
        last = QHBoxLayout()
        last.addWidget(self.last_check, 1)
        last.addWidget(self.check)
        for piece in (first, second, self.grid, self.says, last):
            self.panel.add(piece)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self.inside = QVBoxLayout(inside)
        self.inside.setContentsMargins(0, 0, 0, tokens.BETWEEN)
        self.inside.setSpacing(12)
        for widget in (self.cards, self.panel, self.findings):
            self.inside.addWidget(widget)
        self.inside.addStretch(1)
        area = scrolling(inside)
        self.area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(self.pages)
        column.addWidget(area, 1)
