"""Who came to a meeting, as the sign-in form says it: ticked by the machine, looked through by a person."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.children import Child
from ui import tokens
from ui.pieces.date_field import DateField
from ui.pieces.tick_list import Tick, TickList

HIGH = 250


class SignIn(QWidget):
    """Hidden while no sign-in form is looked at."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.day = DateField(self.tr("哪天开的"), today=today, needed=True)
        self.list = TickList(self.tr("谁来了"), self.tr("找孩子"), narrows=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.day)
        column.addWidget(self.list)
        self.list.setFixedHeight(tokens.px(HIGH))
        self.list.changed.connect(self.changed)
        self.hide()

    def show_children(
        self, children: Sequence[Child], came: Iterable[int], doubtful: Iterable[int], day: date
    ) -> None:  # fmt: skip
        """Offer these children; the doubtful ones stand first and are not ticked."""
        self.day.set_value(day.isoformat())
        unsure = set(doubtful)
        first, rest = self.tr("看不准的"), self.tr("签到表上的")
        ordered = sorted(children, key=lambda child: child.id not in unsure)
        ticks = [
            Tick(str(child.id), child.name, group=(first if child.id in unsure else rest) if unsure else "")
            for child in ordered
        ]
        self.list.show_ticks(ticks, [str(child_id) for child_id in came])

    def who_came(self) -> list[int]:
        """The children that are ticked, in the order of the form."""
        return sorted(int(key) for key in self.list.ticked())
