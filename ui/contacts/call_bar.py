"""A call as it runs: whose number, large enough to dial across the desk, and a clock that starts with Enter."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dialling import Call, calls
from app.kinship import spoken_relation
from app.phones import dial_text
from ui import tokens
from ui.contacts.people import Known
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.name_cell import NameCell
from ui.pieces.numbers import PhoneNumber
from ui.session import Session

TICK_MS = 1000
KIND = "family_call"


class CallBar(QWidget):
    """Over the fields of the record while one rings."""

    skipped = Signal()
    """Not this one: on to the next."""
    stopped = Signal()
    """No more calls for now."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._session, self._now = session, now
        self.started: datetime | None = None
        self._calls: list[Call] = []
        self._about = ""
        self.name = NameCell("", tokens.CELL_LIST, whole=True)
        self.whose = Label("", "second", "ink2")
        self.number = PhoneNumber("", size=tokens.DIAL)
        self.clock = Label("", "dial")
        self.clock.setAccessibleName(self.tr("通话时间"))
        self.hint = Label("", "second", "ink2")
        self.skip = Button(self.tr("下一个"), keys="PgDn")
        self.stop = Button(self.tr("不打了"), keys="Esc")
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_clock)
        self.skip.clicked.connect(self.skipped)
        self.stop.clicked.connect(self.stopped)
        self._lay_out()

    def show_child(self, known: Known, relation: str) -> None:
        """Whom to ring now; the clock stands until Enter."""
        child = self._session.snapshot.children.get(known.target[1])
        self.name.set_name(known.name)
        self._about = f"{known.class_name}，"
        self._calls = calls(child, KIND, self._session.today) if child is not None else []
        self.started = None
        self._tick.stop()
        self.show_number(relation)
        self._show_clock()

    def show_number(self, relation: str) -> None:
        """The number of whoever is to be spoken with; who answers otherwise where there is none."""
        wanted = relation.split("、")
        mine = [one for one in self._calls if one.kin.relation in wanted] or self._calls
        self.number.setVisible(bool(mine))
        if not mine:
            self.whose.setText(self._about + self.tr("档案里还没有电话"))
            return
        first, rest = mine[0], mine[1:]
        said = self._about + f"{spoken_relation(first.kin.relation)} {first.kin.name}".strip()
        if first.phone.state:
            said += self.tr("，{0}").format(first.phone.state)
        if rest and rest[0].kin.id == first.kin.id:
            said += self.tr("，打不通再打 {0}").format(dial_text(rest[0].phone.number))
        self.whose.setText(said)
        self.number.set_number(first.phone.number, said)

    def start(self, at: datetime | None = None) -> None:
        """The phone rings: the clock runs, from now or from when it was started before a lock or a power cut."""
        self.started = at or self._now()
        self._tick.start()
        self._show_clock()

    def minutes(self) -> int | None:
        """Whole minutes of the call, at least one; None while it has not begun."""
        if self.started is None:
            return None
        return max(1, round((self._now() - self.started).total_seconds() / 60))

    def _show_clock(self) -> None:
        seconds = 0 if self.started is None else max(0, round((self._now() - self.started).total_seconds()))
        self.clock.setText(f"{seconds // 60:02}:{seconds % 60:02}")
        running = self.started is not None
        self.hint.setText(self.tr("Enter 记下，X 没通") if running else self.tr("Enter 开始打"))

    def _lay_out(self) -> None:
        names, clock = _under(self.whose, self.number), _under(self.hint, self.clock)
        self._line = FlowLine((self.name, names, clock, self.skip, self.stop), across=tokens.PADDING)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line)


def _under(small: QWidget, large: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(small)
    column.addWidget(large)
    return box
