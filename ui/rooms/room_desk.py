"""A room in full: its facts, hours and rules, each saved when it is left; beside it what it lacks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.edits import rooms as edits
from app.rooms import Room, gaps
from app.values import BadValue
from ui import room_rules as rule_texts
from ui import room_words as words
from ui import tokens
from ui.attachments.strip import AttachmentStrip
from ui.pieces.button import Button
from ui.pieces.fields import AreaField, Field, LineField
from ui.pieces.label import Label
from ui.pieces.page_head import PageHead
from ui.pieces.panel import Panel
from ui.pieces.scrolling import scrolling
from ui.pieces.side_panel import SidePanel
from ui.rooms.book import Book
from ui.rooms.deeds import RoomDeeds
from ui.rooms.link_list import LinkList
from ui.rooms.room_fields import RoomFacts, RoomHours
from ui.unsaved import Unsaved
from ui.work import Work

DRAFT = "rooms.room"
MENDS = {
    "area_unknown": "area_m2", "small": "area_m2", "classroom_unknown": "classroom", "classroom": "classroom",
    "safe_unknown": "safe", "unsafe": "safe", "sign_unknown": "sign", "no_sign": "sign", "no_keeper": "keeper_id",
    "rules_unknown": "rules_posted", "no_rules": "rules_posted", "no_hours": "hours",
}  # fmt: skip
"""The field in which a gap is closed."""


class RoomDesk(QWidget):
    """Shows the room that the book has in hand."""

    left = Signal()
    stepped = Signal(int)
    """To the next or previous room."""

    def __init__(self, book: Book, deeds: RoomDeeds, work: Work) -> None:
        super().__init__()
        self.book, self.deeds = book, deeds
        self.return_ = Button(self.tr("返回"), keys="Esc")
        self.head = PageHead("", (), self.return_)
        self.facts, self.hours = RoomFacts(), RoomHours(book)
        self.rules = AreaField("", lines=8, placeholder=self.tr("一行一条，贴在墙上"))
        self.rules.name_it(self.tr("墙上的制度"))
        self.print = Button(self.tr("打印制度"), icon="printer", kind="ghost", height=30)
        self.propose = Button(self.tr("照着写一份"), kind="link", height=26)
        self.pictures = AttachmentStrip(book.session, work, heading=self.tr("照片和文件"))
        self.side = SidePanel(name=self.tr("还差什么"))
        self.gap_head = Label("", "panel", wrap=True)
        self.gap_hint = Label("", "second", "ink2", wrap=True)
        self.gaps, self.again = LinkList(), LinkList()
        self.up, self.down = Button(self.tr("往前排")), Button(self.tr("往后排"))
        self.close_ = Button(self.tr("这间不再用"), kind="danger")
        self.again_head = Label(self.tr("不再用的"), "strong")
        self._lay_out()
        self.unsaved = Unsaved(self, book.session, DRAFT, "rooms", lambda: {"room": self.book.room_id})
        self._connect()

    def show_room(self) -> None:
        """Show the room in hand as the file has it."""
        room = self.book.room()
        if room is None:
            return
        rooms = self.book.rooms()
        hours = words.hours_words(room.hours, self.book.today)
        self.head.set_words(room.name, [hours or words.gap_words()["no_hours"]])
        self.facts.show_room(room, self.book.staff((room.keeper_id,)))
        self.hours.show_room(room)
        self.rules.set_value(room.rules)
        self.propose.setVisible(not room.rules)
        self.pictures.show_for("room_id", room.id, room.name)
        self._show_gaps(room)
        place = next((n for n, one in enumerate(rooms) if one.id == room.id), 0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < len(rooms) - 1)
        self._show_closed()

    def focus(self) -> None:
        """Begin with the name."""
        field = self.facts.fields["name"]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, LineField):
            field.editor.selectAll()

    def resume(self) -> bool:
        """Put back what was half typed."""
        return self.unsaved.put_back(self.book.session.drafts.read(DRAFT))

    # what is written

    def _set(self, key: str, text: str) -> None:
        room, field = self.book.room(), self.facts.fields.get(key, self.rules)
        if room is None:
            return
        try:
            changes = edits.set_room_field(room, key, text, self.book.rooms())
        except BadValue as error:
            field.refuse(words.bad_value(error.field, error.reason))
            return
        label = field.label() or field.spoken()
        self.deeds.write(self.tr("修改{0}的{1}").format(room.name, label), changes)

    def _set_hours(self, weekdays: Sequence[int], text: str) -> None:
        room, day = self.book.room(), self.hours.since.day() or self.book.today
        if room is None:
            return
        spans = edits.read_spans(text)
        changes = [change for weekday in weekdays for change in edits.set_hours(room, weekday, spans, day)]
        named = words.weekday_word(weekdays[0]) if len(weekdays) == 1 else self.tr("周二到周五")
        self.deeds.write(self.tr("修改{0}{1}的开放时间").format(room.name, named), changes)

    def _propose(self) -> None:
        room = self.book.room()
        if room is not None:
            self._set("rules", rule_texts.proposed(room.kind))
            self.rules.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, step: int) -> None:
        room = self.book.room()
        if room is not None:
            changes = edits.move_room(room, step, self.book.rooms())
            self.deeds.write(self.tr("{0}换个位置").format(room.name), changes)

    def _close(self) -> None:
        room = self.book.room()
        if room is not None and self.deeds.close(room, self.book.today) is not None:
            self.left.emit()

    def _reopen(self, key: str) -> None:
        room = next((one for one in self.book.session.snapshot.rooms if str(one.id) == key), None)
        if room is not None:
            self.deeds.write(self.tr("{0}又用起来").format(room.name), edits.reopen_room(room))

    # what is lacking

    def _show_gaps(self, room: Room) -> None:
        lacks = gaps(room)
        self.gap_head.setText(self.tr("还差 {0} 样").format(len(lacks)) if lacks else self.tr("样样都齐"))
        said = self.tr("按县里的标准：不小于 20 平方米，不当教室用，房子安全，有牌子、有制度、有人管、有开放时间。")
        self.gap_hint.setText(said)
        self.gaps.show_lines([(gap, words.gap_words()[gap]) for gap in lacks])

    def _mend(self, gap: str) -> None:
        key = MENDS[gap]
        field: Field = self.hours.days[0] if key == "hours" else self.facts.fields[key]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(field)

    def _show_closed(self) -> None:
        here = {one.id for one in self.book.rooms()}
        closed = [one for one in self.book.session.snapshot.rooms if one.id not in here]
        self.again_head.setVisible(bool(closed))
        self.again.show_lines([(str(one.id), self.tr("{0}，再用起来").format(one.name)) for one in closed])

    # how it lies

    def _connect(self) -> None:
        self.facts.edited.connect(self._set)
        self.rules.committed.connect(lambda text: self._set("rules", text))
        self.hours.edited.connect(lambda weekday, text: self._set_hours([weekday], text))
        self.hours.copied.connect(lambda: self._set_hours([1, 2, 3, 4], self.hours.days[0].saved()))
        self.propose.clicked.connect(self._propose)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.close_.clicked.connect(self._close)
        self.return_.clicked.connect(self.left)
        self.gaps.chosen.connect(self._mend)
        self.again.chosen.connect(self._reopen)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(12)
        for heading, aside, piece in (
            (self.tr("这间房"), None, self.facts), (self.tr("开放时间"), None, self.hours),
            (self.tr("墙上的制度"), self.propose, self.rules),
        ):  # fmt: skip
            panel = Panel(heading, aside=aside)
            panel.add(piece)
            if piece is self.rules:
                panel.add(self.print)
            column.addWidget(panel)
        panel = Panel()
        panel.add(self.pictures)
        column.addWidget(panel)
        column.addStretch(1)
        self.area = scrolling(inside)
        left = QVBoxLayout()
        left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 0)
        left.setSpacing(tokens.BETWEEN)
        left.addWidget(self.head)
        left.addWidget(self.area, 1)
        self._lay_out_side()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)

    def _lay_out_side(self) -> None:
        moves = QWidget()
        row = QHBoxLayout(moves)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch(1)
        self.side.head.addWidget(self.gap_head)
        for piece in (self.gaps, self.gap_hint):
            self.side.add(piece)
        self.side.add_section(self.tr("在卡片里的位置"))
        self.side.add(moves)
        self.side.add(self.again_head)
        self.side.add(self.again)
        self.side.add(self.close_)
