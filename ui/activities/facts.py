"""The fields of an activity: what was planned, and what came of it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.activities import HELD, KINDS, PLANNED, STATES, Held
from app.care import WORK_MEETING
from app.edits import BadValue, Told
from app.edits.activities import ActivityTold, told_of_activity
from app.enrolment import classes_by_id, name_on
from app.money import fen
from app.values import clock
from ui import activity_words as words
from ui import tokens
from ui.care_words import kind_word
from ui.contacts.people import People
from ui.money_words import in_yuan
from ui.pieces.choice_field import ChoiceField
from ui.pieces.date_field import DateField
from ui.pieces.fields import AreaField, ComboField, Field, LineField
from ui.session import Session

ACROSS = 620
"""px at 100 % from which on four fields stand beside each other."""
ONLY_OUTSIDE = ("organization", "media")


def _tr(text: str) -> str:
    return QCoreApplication.translate("activities", text)


class Facts:
    """Makes the fields, fills them and reads them; the desk puts them where they belong."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._people = People(session)
        self.kind = ComboField(_tr("是什么"), [(kind, kind_word(kind)) for kind in KINDS], KINDS[0])
        self.state = ChoiceField(_tr("怎样了"), [(one, words.state_word(one)) for one in STATES], HELD)
        self.day = DateField(_tr("哪天"), today=lambda: session.today, needed=True)
        self.fields: dict[str, Field] = {
            "kind": self.kind, "state": self.state, "theme": LineField(_tr("主题")), "day": self.day,
            "from_time": LineField(_tr("几点"), check=_time_wrong),
            "minutes": LineField(_tr("多少分钟"), check=_minutes_wrong),
            "type": ComboField(_tr("哪一类"), [("", ""), *((one, one) for one in words.types())], editable=True),
            "class_id": ComboField(_tr("哪个班办的"), []), "place": LineField(_tr("地点")),
            "room_id": ComboField(_tr("用哪间活动室"), []), "staff_id": ComboField(_tr("谁负责"), []),
            "organizer": LineField(_tr("主办")), "host": LineField(_tr("主持人")),
            "organization": LineField(_tr("外面来的单位")), "media": LineField(_tr("来的媒体")),
            "people": LineField(_tr("来了哪些大人")), "budget": LineField(in_yuan(_tr("预算")), check=_money_wrong),
            "summary": AreaField(_tr("做了什么"), lines=3), "result": AreaField("", lines=3),
            "spent": LineField(in_yuan(_tr("实际花了")), check=_money_wrong), "write_up": AreaField("", lines=7),
            "note": AreaField(_tr("备注"), lines=2),
        }  # fmt: skip

    def offer(self, held: Held | None) -> None:
        """Offer the classes, rooms and staff of today, and those that are named already."""
        snapshot, day = self._session.snapshot, self._session.today
        record = held.record if held is not None else None
        by, of = (record.staff_id, record.class_id) if record else (None, None)
        classes = [(str(one.target[1]), one.name) for one in self._people.classes]
        if of is not None and str(of) not in dict(classes):
            classes.append((str(of), name_on(classes_by_id(snapshot)[of], day, snapshot.school.system)))
        staff = [
            (str(one.id), one.name) for one in snapshot.staff
            if one.left_on is None or one.left_on > day or one.id == by
        ]  # fmt: skip
        rooms = [(str(one.id), one.name) for one in snapshot.rooms]
        options = {"class_id": (words.whole_school(), classes), "staff_id": (words.nobody(), staff),
                   "room_id": (words.no_room(), rooms)}  # fmt: skip
        for key, (none, found) in options.items():
            field = self.fields[key]
            assert isinstance(field, ComboField)
            field.set_options([("", none), *found])
        self.fields["room_id"].setVisible(bool(rooms))

    def given(self, held: Held | None) -> dict[str, str]:
        """What the file says, by field; of a new one what is likely."""
        if held is None:
            day = self._session.today
            mine = next((one.id for one in self._session.snapshot.staff if one.name == self._session.store.user), "")
            return dict.fromkeys(self.fields, "") | {
                "kind": KINDS[0], "state": HELD, "day": day.isoformat(), "staff_id": str(mine),
            }  # fmt: skip
        record, more = held.record, told_of_activity(held)
        texts = {key: getattr(more, key) for key in self.fields if hasattr(more, key)}
        return texts | {
            "kind": record.kind, "type": more.kind, "day": record.day.isoformat(), "from_time": record.from_time,
            "minutes": _text(record.minutes), "class_id": _text(record.class_id), "place": record.place,
            "staff_id": _text(record.staff_id), "room_id": _text(more.room_id), "summary": record.summary,
        }  # fmt: skip

    def told(self, held: Held | None) -> tuple[Told, ActivityTold]:
        """What stands in the fields, once all are right."""
        values = {key: field.value() for key, field in self.fields.items()}
        day = self.day.day()
        assert day is not None
        record = held.record if held is not None else None
        told = Told(
            values["kind"], day, from_time=values["from_time"], minutes=_number(values["minutes"]),
            staff_id=_number(values["staff_id"]), class_id=_number(values["class_id"]), place=values["place"],
            summary=values["summary"], medium=record.medium if record else "",
            relation=record.relation if record else "", follow_up=record.follow_up if record else None,
            follow_up_note=record.follow_up_note if record else "", mood=record.mood if record else "",
            source=record.source if record else "", pairing_id=record.pairing_id if record else None,
            confidential=record.confidential if record else False,
        )  # fmt: skip
        shared = ("state", "theme", "organizer", "host", "organization", "media", "people", "budget", "spent", "result",
                  "write_up", "note")  # fmt: skip
        room = _number(values["room_id"])
        return told, ActivityTold(kind=values["type"], room_id=room, **{key: values[key] for key in shared})

    def suit(self) -> None:
        """Show what this kind and state ask for."""
        kind, state = self.kind.value(), self.state.value()
        meeting = kind == WORK_MEETING
        for key in (*ONLY_OUTSIDE, "type", "class_id"):
            self.fields[key].setVisible(not meeting)
        self.fields["summary"].relabel(words.said_word(kind))
        self.fields["result"].relabel(words.result_word(kind))
        self.fields["write_up"].relabel(words.write_up_word(kind))
        self.fields["spent"].setEnabled(state != PLANNED)


class FieldGrid(QWidget):
    """Fields beside each other, four or two to a line; `wide` ones take the whole line."""

    changed = Signal()

    def __init__(self, rows: list[list[Field]]) -> None:
        super().__init__()
        self._rows, self._across = rows, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.GAP)
        self._grid.setVerticalSpacing(tokens.BETWEEN)
        self._arrange(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(4 if self.width() >= tokens.px(ACROSS) else 2)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across, line = across, 0
        for fields in self._rows:
            if len(fields) == 1:
                self._grid.addWidget(fields[0], line, 0, 1, 4)
                line += 1
                continue
            for place, field in enumerate(fields):
                span = 4 // across
                self._grid.addWidget(field, line + place // across, place % across * span, 1, span)
            line += -(-len(fields) // across)


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> int | None:
    return int(text) if text else None


def _money_wrong(text: str) -> str:
    try:
        fen("", text)
    except BadValue:
        return _tr("写数字，如 120 或 36.5")
    return ""


def _time_wrong(text: str) -> str:
    try:
        clock("", text)
    except BadValue:
        return _tr("写成 14:30")
    return ""


def _minutes_wrong(text: str) -> str:
    return "" if not text or text.isdecimal() else _tr("写数字，如 40")
