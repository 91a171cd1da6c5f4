"""What is said of one opening: who was on duty, how many came or who, what was done; or why the room stayed shut."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from shiboken6 import isValid

from app.edits.rooms import OpeningTold
from app.opening_log import RoomDay
from app.rooms import Due, Opening, Room
from app.values import BadValue
from ui import room_words as words
from ui.rooms.book import Book
from ui.rooms.opening_fields import OPENED, SHUT, OpeningFields

PREFIX = "rooms.opening."
"""Drafts of this form: rooms.opening.ROOM.DAY.FROM."""


class OpeningForm(OpeningFields):
    """`ask` shows a room's day; `told` and `who` (ids of the children) read it once `is_right`."""

    day_wanted = Signal(object)
    """Another day was chosen."""
    names_wanted = Signal()
    changed = Signal()
    """Another time of the day, or open became shut."""

    def __init__(self, book: Book) -> None:
        super().__init__(book)
        self.room: Room | None = None
        self.day = book.today
        self.slots: list[tuple[Due | None, Opening | None]] = []
        self.who: list[int] = []
        self._key = ""
        self._given: dict[str, str] = {}
        for field in self.fields.values():
            field.typing.connect(self._keep)
        self.slot.committed.connect(lambda key: self._fill(int(key)))
        self.state.committed.connect(lambda _key: self._arrange())
        self.state.entered.connect(self.submitted)
        self.when.committed.connect(lambda iso: self.day_wanted.emit(date.fromisoformat(iso)))
        self.names.clicked.connect(self.names_wanted)

    # asked

    def ask(self, room: Room, one: RoomDay, from_time: str = "") -> None:
        """Show what is asked of the room that day and what is written of it; `from_time` chooses among several."""
        self.room, self.day = room, one.day
        taken = {due.opening.id for due in one.dues if due.opening is not None}
        self.slots = [(due, due.opening) for due in one.dues]
        self.slots += [(None, opening) for opening in one.openings if opening.id not in taken]
        if not self.slots:
            self.slots = [(None, None)]
        starts = [_start(slot) for slot in self.slots]
        place = starts.index(from_time) if from_time in starts else self._first()
        self.slot.set_options([(str(n), self._slot_word(slot)) for n, slot in enumerate(self.slots)])
        self.slot.set_value(str(place))
        self.slot.setVisible(len(self.slots) > 1)
        self.when.revert()
        self.when.set_value(one.day.isoformat())
        self.when.revert()
        self._fill(place)

    def opening(self) -> Opening | None:
        """What is written already of the time in hand."""
        return self.slots[self._place()][1]

    def due(self) -> Due | None:
        """What the hours ask at the time in hand."""
        return self.slots[self._place()][0]

    def is_shut(self) -> bool:
        """Whether it is said that the room stayed shut."""
        return self.state.value() == SHUT

    def is_right(self) -> bool:
        """Whether every field is; the first wrong one gets the cursor."""
        asked = (self.why,) if self.is_shut() else (self.count, self.first, self.last)
        wrong = [field for field in (*asked, self.when) if not field.commit()]
        if self.is_shut() and not self.why.value():
            self.why.set_error(self.tr("写一下为什么没开"))
            wrong.insert(0, self.why)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def told(self) -> OpeningTold:
        """What was said."""
        assert self.room is not None
        due, staff = self.due(), self.staff.value()
        first, last = self.first.value(), self.last.value()
        if self.is_shut() and due is not None:
            first, last = due.hours.from_time, due.hours.until_time
        return OpeningTold(
            self.room.id, self.day, first, last, int(staff) if staff else None,
            int(self.count.value()) if self.count.value() else None, self.what.value(),
            self.why.value() if self.is_shut() else "",
        )  # fmt: skip

    def take_children(self, ids: Sequence[int]) -> None:
        """These came; the count follows them."""
        before, self.who = len(self.who), list(ids)
        if ids or before:
            self.count.put_back(str(len(ids)) if ids else "")
            self.count.set_error("")
        self._name_names()
        self._keep()

    def refuse(self, error: BadValue) -> None:
        """Say what is wrong beside the field."""
        field = {"from_time": self.first, "until_time": self.last, "how_many": self.count}.get(error.field, self.first)
        field.set_error(words.bad_value(error.field, error.reason))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """It is written: the draft goes."""
        if self._key:
            self._book.session.drafts.drop(self._key)
            self._key = ""

    def from_time(self) -> str:
        """When the time in hand begins."""
        return _start(self.slots[self._place()]) if self.slots else ""

    def focus(self) -> None:
        """Put the cursor where one begins."""
        first = self.why if self.is_shut() else self.count
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # inside

    def _slot_word(self, slot: tuple[Due | None, Opening | None]) -> str:
        start, opening = _start(slot) or self.tr("没写时间"), slot[1]
        return self.tr("{0}，没记").format(start) if opening is None else self.tr("{0}，记了").format(start)

    def _first(self) -> int:
        """The first time of which nothing is written, else the first."""
        return next((n for n, slot in enumerate(self.slots) if slot[1] is None), 0)

    def _place(self) -> int:
        value = self.slot.value()
        return int(value) if value.isdecimal() and int(value) < len(self.slots) else 0

    def _fill(self, place: int) -> None:
        assert self.room is not None
        self._book.session.drafts.flush()
        due, opening = self.slots[place]
        by = opening.staff_id if opening is not None else self._book.usual_staff(self.room.id, self.day)
        staff = [("", ""), *((str(one.id), one.name) for one in self._book.staff((by,)))]
        self.staff.set_options(staff)
        self.what.set_options([(one, one) for one in self._book.phrases()])
        self._given = _values(due, opening, by)
        self.who = list(opening.children) if opening is not None else []
        self._key = f"{PREFIX}{self.room.id}.{self.day.isoformat()}.{_start(self.slots[place])}"
        typed = self._book.session.drafts.read(self._key)
        for key, value in self._given.items():
            field = self.fields[key]
            field.revert()
            field.set_value(value)
            field.revert()
            if key in typed.get("fields", {}):
                field.put_back(typed["fields"][key])
        known = self._book.session.snapshot.children
        if "children" in typed:
            self.who = [key for key in typed["children"] if key in known]
        self._name_names()
        self._arrange()

    def _arrange(self) -> None:
        shut = self.is_shut()
        self.why.setVisible(shut)
        for piece in (self.came, self.what, self.names, self.first, self.last):
            piece.setVisible(not shut)
        self.changed.emit()

    def _name_names(self) -> None:
        count = len(self.who)
        self.names.set_label(self.tr("记了 {0} 个名字").format(count) if count else self.tr("记下是谁"))

    def _keep(self) -> None:
        if self._key:
            self._book.session.drafts.keep(self._key, partial(self._draft, self._key), "rooms")

    def _draft(self, key: str) -> dict[str, Any] | None:
        if not isValid(self) or key != self._key:
            return None
        typed = {name: self.fields[name].typed() for name, value in self._given.items()
                 if self.fields[name].value() != value}  # fmt: skip
        opening = self.opening()
        before = list(opening.children) if opening is not None else []
        more: dict[str, Any] = {"children": self.who} if self.who != before else {}
        return {"fields": typed, **more} if typed or more else {}


def _start(slot: tuple[Due | None, Opening | None]) -> str:
    due, opening = slot
    return due.hours.from_time if due is not None else opening.from_time if opening is not None else ""


def _values(due: Due | None, opening: Opening | None, by: int | None) -> dict[str, str]:
    """What the fields show at first."""
    staff = str(by) if by is not None else ""
    if opening is None:
        first, last = (due.hours.from_time, due.hours.until_time) if due is not None else ("", "")
        return {"state": OPENED, "count": "", "staff": staff, "what": "", "why": "", "first": first, "last": last}
    return {
        "state": SHUT if opening.closed_why else OPENED,
        "count": str(opening.how_many) if opening.how_many is not None else "", "staff": staff, "what": opening.what,
        "why": opening.closed_why, "first": opening.from_time, "last": opening.until_time,
    }  # fmt: skip
