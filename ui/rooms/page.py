"""The page 活动室: what each room lacks, the log of its openings, and at the side what is to be written now."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.page import Page
from ui.pieces.empty import Empty, Way
from ui.rooms.book import Book
from ui.rooms.deeds import RoomDeeds
from ui.rooms.opening_desk import OpeningDesk
from ui.rooms.opening_form import PREFIX
from ui.rooms.room_desk import DRAFT, RoomDesk
from ui.rooms.safety import Safety
from ui.session import Session
from ui.work import Work

NOBODY, HOME, ROOM = range(3)


class RoomsPage(Page):
    """`arrive` takes a room's id, (room's id, ISO day) or {"finding": id} to be mended."""

    can = frozenset({"print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.book = Book(session)
        self.deeds = RoomDeeds(self.book)
        self.openings = OpeningDesk(self.book, self.deeds, self)
        self.desk, self.panel, self.names = self.openings.left, self.openings.panel, self.openings.names
        self.safety = Safety(self, self.book, self.deeds, self.openings, work)
        self.empty = Empty(
            self.tr("活动"), self.tr("还没有活动室"),
            self.tr("这里会有每间活动室：什么时候开、开了没有、来了几个孩子，还差什么。"),
            [Way("standard", "house", self.tr("照标准建好"),
                 self.tr("留守儿童之家和音乐、体育、美术、图书、谈心五间，名字和间数以后都能改。"),
                 self.tr("建好 6 间"))],
        )  # fmt: skip
        self._stale = True
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.openings)
        self.room = RoomDesk(self.book, self.deeds, work)
        self.stack.addWidget(self.room)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.openings.goes.connect(self.goes)
        self.empty.chosen.connect(lambda _key: self._set_up())
        self.desk.edit.clicked.connect(self.edit_room)
        self.desk.print.clicked.connect(self.print_out)
        self.room.print.clicked.connect(self.print_out)
        self.desk.add.clicked.connect(self._add)
        self.desk.grid.editing.connect(self.edit_room)
        self.room.left.connect(self.back)

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.stack.currentIndex() == NOBODY:
            return [("Enter", self.tr("建好 6 间"))]
        if self.stack.currentIndex() == ROOM:
            return [("Tab", self.tr("下一格，存下")), ("Ctrl+P", self.tr("打印制度")), ("Esc", self.tr("返回"))]
        return [("↑↓←→", self.tr("换一天")), ("Enter", self.tr("记下")), ("F2", self.tr("改这间")),
                ("Home", self.tr("回到今天")),
                ("PgUp PgDn", self.tr("换学期")), ("Ctrl+P", self.tr("打印")), ("Esc", self.tr("返回"))]  # fmt: skip

    def arrive(self, want: object) -> None:
        if self._stale:
            self._read()
        if isinstance(want, int):
            want = (want, "")
        if isinstance(want, tuple) and len(want) == 2:
            self.openings.choose(int(want[0]))
            self.openings.show_day(_day(str(want[1])) or self.session.today)
        elif want is None and self.openings.is_resting():
            self.openings.to_today()
        if self.stack.currentIndex() == ROOM and want is not None:
            self._turn(HOME)
        self.focus()
        if isinstance(want, dict):
            self._turn(HOME if self.book.rooms() else NOBODY)
            self.safety.show_finding(want.get("finding"))

    def here(self) -> object:
        return (self.book.room_id, self.panel.form.day.isoformat()) if self.book.room_id else None

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible() and not self.openings.is_writing:
            self._read()

    def resume(self) -> bool:
        opened = self.session.drafts.opened()
        if self._stale:
            self._read()
        if opened == DRAFT:
            return self._resume_room()
        if self.safety.resume(opened):
            return True
        if not opened.startswith(PREFIX):
            return False
        room, day, from_time = [*opened.removeprefix(PREFIX).split("."), "", ""][:3]
        found = _day(day)
        if self._stale:
            self._read()
        if found is None or not any(str(one.id) == room for one in self.book.rooms()):
            return False
        self.openings.choose(int(room))
        self.openings.show_day(found, from_time)
        self.panel.form.focus()
        return True

    def back(self) -> bool:
        if self.stack.currentIndex() == ROOM:
            self._turn(HOME if self.book.rooms() else NOBODY)
            self.openings.show_book()
            self.focus()
            return True
        if self.safety.end():
            return True
        if self.stack.currentIndex() == HOME and not self.openings.is_resting():
            self.openings.to_today()
            self.focus()
            return True
        return False

    def print_out(self) -> None:
        """The openings of the room in hand; where the room itself is on screen, its rules."""
        if self.book.room_id:
            paper = "room_rules" if self.stack.currentIndex() == ROOM else "openings"
            self.goes.emit("print", (f"room:{self.book.room_id}", paper))

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
        elif self.stack.currentIndex() == ROOM:
            self.room.focus()
        elif self.safety.is_checking():
            self.safety.check.focus()
        elif self.safety.photos.isVisibleTo(self):
            self.safety.photos.focus()
        else:
            self.panel.form.focus()

    def _read(self) -> None:
        self._stale = False
        before = self.book.room_id
        self.book.read()
        if not self.book.rooms():
            self._turn(NOBODY)
            return
        if self.stack.currentIndex() != ROOM or self.book.room_id != before:
            self._turn(HOME)
        self.openings.show_book()
        self.safety.show_again()
        if self.stack.currentIndex() == ROOM:
            self.room.show_room()

    def edit_room(self) -> None:
        """Open the room in hand to be changed."""
        if self.book.room() is not None:
            self._turn(ROOM)
            self.room.show_room()
            self.room.focus()

    def _add(self) -> None:
        known = {one.id for one in self.book.rooms()}
        if self.deeds.add() is not None:
            self.openings.choose(next(one.id for one in self.book.rooms() if one.id not in known))
            self.edit_room()

    def _resume_room(self) -> bool:
        if self._stale:
            self._read()
        room = self.session.drafts.read(DRAFT).get("room")
        found = next((one.id for one in self.book.rooms() if one.id == room), None)
        if found is None:
            return False
        self.openings.choose(found)
        self.edit_room()
        return self.room.resume()

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.keys_changed.emit()

    def _set_up(self) -> None:
        self.deeds.set_up()
        self.focus()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
