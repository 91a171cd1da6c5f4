"""The side of the rooms: today's opening or another day's, then what should have been written and is not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.rooms import Due
from ui import room_words as words
from ui import tokens
from ui.calendar.words import day_word
from ui.pieces import marks
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Hairline
from ui.pieces.side_panel import SidePanel
from ui.rooms.book import Book
from ui.rooms.opening_form import OpeningForm

MOST = 30
"""So many are listed; the heading says how many there are."""


class MissedRow(QWidget):
    """11月19日 周四, what is known of it, and 补记."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.due: Due | None = None
        self.mark, self.under = Mark("over", ""), Label("", "hint", "ink2", wrap=True)
        self.go = Button(self.tr("补记"), kind="link", height=26)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.mark)
        under = QHBoxLayout()
        under.setContentsMargins(marks.room(), 0, 0, 0)
        under.addWidget(self.under, 1)
        texts.addLayout(under)
        row = QGridLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addLayout(texts, 0, 0)
        row.addWidget(self.go, 0, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Hairline(), 1, 0, 1, 2)
        row.setColumnStretch(0, 1)
        self.go.clicked.connect(lambda: self.wanted.emit(self.due))

    def show_due(self, due: Due, under: str) -> None:
        """Stand for another one."""
        self.due = due
        said = day_word(due.day)
        self.mark.set_status("over", said)
        self.under.setText(under)
        self.go._name = self.tr("补记 {0} {1} {2}").format(due.room.name, said, due.hours.from_time)
        self.go.set_label(self.tr("补记"))


class RoomPanel(SidePanel):
    """Shows what the book holds; the page writes."""

    done = Signal()
    """The button: write what stands in the form."""
    missed_wanted = Signal(object)
    today_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, book: Book) -> None:
        super().__init__(name=book.session.tr("记一次开放"))
        self._book = book
        self.title, self.under = Label("", "panel", wrap=True), Label("", "second", "ink2", wrap=True)
        self.today = Button(self.tr("回到今天"), kind="link", height=26)
        self.form = OpeningForm(book)
        self.go = Button("", keys="Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self.delete = Button(self.tr("删掉这一次"), kind="link", height=26)
        self.missed_head = Label("", "strong")
        self.hint = Label(self.tr("开了就补记，没开就写原因，两样都算齐。"), "second", "ink2", wrap=True)
        self.rows: list[MissedRow] = []
        self._lay_out()
        self.go.clicked.connect(self.done)
        self.form.submitted.connect(self.done)
        self.form.changed.connect(self.name_it)
        self.today.clicked.connect(self.today_wanted)
        self.delete.clicked.connect(self.delete_wanted)

    def name_it(self) -> None:
        """Say what the button writes."""
        form, room = self.form, self.form.room
        if room is None or not form.slots:
            return
        is_today, opening = form.day == self._book.today, form.opening()
        self.title.setText(self.tr("今天的开放") if is_today else day_word(form.day))
        due = form.due()
        said = [room.name]
        if due is not None:
            said.append(words.due_word(due))
        elif opening is None:
            said.append(self.tr("这天没有定开放时间"))
        if opening is not None:
            said.append(self.tr("已经记了"))
        self.under.setText("，".join(said))
        if opening is not None:
            label = self.tr("改好这一次")
        elif form.is_shut():
            label = self.tr("记下今天没开") if is_today else self.tr("记下那天没开")
        else:
            label = self.tr("记下今天开放") if is_today else self.tr("补记这一次")
        self.go.set_label(label)
        self.delete.setVisible(opening is not None)
        self.today.setVisible(not is_today)

    def show_missing(self, missing: Sequence[Due], all_missing: int) -> None:
        """What of the room in hand is not written; `all_missing` in all rooms."""
        elsewhere = all_missing - len(missing)
        self.missed_head.setText(self.tr("该开没记 {0} 次").format(len(missing)))
        if missing:
            self.hint.setText(self.tr("开了就补记，没开就写原因，两样都算齐。"))
        elif elsewhere:
            self.hint.setText(self.tr("这间都记齐了，别的房间还有 {0} 次没记。").format(elsewhere))
        else:
            self.hint.setText(self.tr("都记齐了。"))
        shown = list(missing[:MOST])
        for _more in range(len(shown) - len(self.rows)):
            row = MissedRow()
            row.wanted.connect(self.missed_wanted)
            self.rows.append(row)
            self.add(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_due(shown[place], self._about(shown[place]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.be_narrow(self.width() < tokens.px(tokens.SIDE))

    def _about(self, due: Due) -> str:
        stretch = self._book.stretch
        week = 0 if stretch is None else (due.day - stretch.mondays()[0]).days // 7 + 1
        by = self._book.staff_name(self._book.usual_staff(due.room.id, due.day))
        said = [self.tr("第 {0} 周 {1}").format(week, due.hours.from_time), self.tr("常是{0}").format(by) if by else ""]
        return "，".join(part for part in said if part)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.today)
        self.head.addLayout(head)
        self.head.addWidget(self.under)
        self.add(self.form)
        self.go.setSizePolicy(self.go.sizePolicy().Policy.Expanding, self.go.sizePolicy().Policy.Fixed)
        self.add(self.go)
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.delete)
        inner.addStretch(1)
        self.add(row)
        self.add(Hairline())
        self.add(self.missed_head)
        self.add(self.hint)
