"""The facts of a room and its hours as fields; each is saved when it is left."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.edits.rooms import NO, YES, read_spans
from app.periods import holds
from app.rooms import HOLIDAYS, Room
from app.school import Staff
from app.values import BadValue
from ui import room_words as words
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.choice_field import ChoiceField
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField, Field, LineField
from ui.rooms.book import Book

YES_NO = ("classroom", "safe", "sign", "rules_posted")


class RoomFacts(QWidget):
    """`edited` tells the field and its text."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        kinds = list(words.kind_words().items())
        yes_no = [(YES, self.tr("是")), (NO, self.tr("不是"))]
        has = [(YES, self.tr("有")), (NO, self.tr("没有"))]
        self.fields: dict[str, Field] = {
            "name": LineField(self.tr("叫什么")),
            "kind": ComboField(self.tr("哪一种"), kinds),
            "place": LineField(self.tr("在哪里"), placeholder=self.tr("如：教学楼一楼 102")),
            "area_m2": LineField(self.tr("面积（平方米）"), placeholder=self.tr("要有 20")),
            "keeper_id": ComboField(self.tr("负责人"), []),
            "classroom": ChoiceField(self.tr("当教室用"), yes_no, optional=True),
            "safe": ChoiceField(self.tr("房子安全"), yes_no, optional=True),
            "sign": ChoiceField(self.tr("门口的牌子"), has, optional=True),
            "rules_posted": ChoiceField(self.tr("制度上墙"), has, optional=True),
            "note": LineField(self.tr("备注")),
        }  # fmt: skip
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(tokens.BETWEEN)
        for place, (key, field) in enumerate(self.fields.items()):
            grid.addWidget(field, place // 2, place % 2)
            field.committed.connect(lambda text, key=key: self.edited.emit(key, text))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def show_room(self, room: Room, staff: Sequence[Staff]) -> None:
        """Show what the file holds."""
        keeper = self.fields["keeper_id"]
        assert isinstance(keeper, ComboField)
        keeper.set_options([("", self.tr("还没有")), *((str(one.id), one.name) for one in staff)])
        for key, field in self.fields.items():
            value = getattr(room, key)
            if key in YES_NO:
                said = "" if value is None else YES if value else NO
            elif key == "area_m2":
                said = "" if value is None else f"{value:g}"
            else:
                said = "" if value is None else str(value)
            field.set_value(said)


class RoomHours(QWidget):
    """A line for each weekday and one for the holidays; `edited` tells the weekday and what is typed."""

    edited = Signal(int, str)
    copied = Signal()
    """Monday's hours shall hold from Tuesday to Friday too."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._room: Room | None = None
        self.since = DateField(self.tr("从哪天起这样开"), book.today.isoformat(), today=lambda: book.today, needed=True)
        self.days = [
            LineField(words.weekday_word(weekday), clean=_as_hours, check=_wrong,
                      placeholder=self.tr("不开") if weekday else "16:00—17:30")
            for weekday in range(HOLIDAYS + 1)
        ]  # fmt: skip
        self.days[HOLIDAYS].editor.setPlaceholderText(self.tr("放假不开"))
        for weekday, field in enumerate(self.days):
            field.name_it(self.tr("{0}几点到几点").format(words.weekday_word(weekday)))
            field.committed.connect(lambda text, weekday=weekday: self.edited.emit(weekday, text))
        self.copy = Button(self.tr("周二到周五照周一"), kind="link", height=26)
        self.copy.clicked.connect(self.copied)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(tokens.BETWEEN)
        grid.addWidget(self.since, 0, 0)
        grid.addWidget(self.copy, 0, 1)
        half = (HOLIDAYS + 1) // 2
        for weekday, field in enumerate(self.days):
            grid.addWidget(field, 1 + weekday % half, weekday // half)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.since.committed.connect(lambda _day: self._fill())

    def show_room(self, room: Room) -> None:
        """Show the hours of the day from which changes shall hold."""
        self._room = room
        self._fill()

    def _fill(self) -> None:
        room, day = self._room, self.since.day() or self._book.today
        if room is None:
            return
        for weekday, field in enumerate(self.days):
            mine = sorted((one for one in room.hours if one.weekday == weekday and holds(one, day)),
                          key=lambda one: one.from_time)  # fmt: skip
            field.set_value(words.spans_text([(one.from_time, one.until_time) for one in mine]))
        self.copy.setVisible(bool(self.days[0].saved()))


def _as_hours(text: str) -> str:
    try:
        return words.spans_text(read_spans(text))
    except BadValue:
        return text.strip()


def _wrong(text: str) -> str:
    try:
        read_spans(text)
    except BadValue as error:
        return words.bad_value(error.field, error.reason)
    return ""
