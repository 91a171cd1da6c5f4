"""Beside the log: who has not spoken with the family this week, the longest first; Enter starts the call."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.call_list import CallList, Uncalled
from ui import tokens
from ui.contacts.aside import EDGE, Aside
from ui.contacts.people import People
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column

NUMBERS = ("", "", "两", "三", "四", "五", "六", "七", "八", "九", "十")
LONG = 2
"""Weeks without a call that are more than a slip."""


class Bar(QWidget):
    """How much of the week's calls is done."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, done: int, total: int) -> None:
        """Show done of total; the words beside it say the numbers."""
        self._part = done / total if total else 0.0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "row")
            paint.fill(painter, QRectF(0, 0, self.width() * self._part, self.height()), "grid")


class Waiting(Aside):
    """`rung` asks for a call with the child; `printed` for the sheet of those listed."""

    rung = Signal(int)
    printed = Signal(object)
    """list[int] of children."""
    typed = Signal(str)

    def __init__(self, people: People) -> None:
        super().__init__(QCoreApplication.translate("contacts", "还没通话"))
        self.set_edge(0)
        self._people = people
        self._found: dict[int, Uncalled] = {}
        self.heading = Label("", "panel")
        self.until = Label("", "second", "ink2")
        self.bar = Bar()
        self.classes = ComboField("", [("", self.tr("全校"))])
        self.classes.name_it(self.tr("哪个班"))
        self.classes.setFixedWidth(tokens.px(110))
        self.grid = ListGrid(
            [Column("who", self.tr("孩子"), 0, "who", self._who), Column("state", "", 118, "status", self._state)],
            name=self.tr("还没通话的孩子"), row_height=48, many=False,
        )  # fmt: skip
        self.grid.horizontalHeader().hide()
        self.grid.setProperty("list", "plain")
        self.print = Button(self.tr("打印电话单"), icon="printer", height=tokens.CONTROL)
        self.print.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.classes)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 0, EDGE, 0)
        top.addLayout(head)
        top.addWidget(self.until)
        top.addWidget(self.bar)
        foot = QVBoxLayout()
        foot.setContentsMargins(EDGE, 0, EDGE, 0)
        foot.addWidget(self.print)
        self.column.addLayout(top)
        self.column.addWidget(self.grid, 1)
        self.column.addLayout(foot)
        self.classes.committed.connect(lambda _class: self._fill())
        self.grid.opened.connect(self.rung)
        self.grid.typed.connect(self.typed)
        self.print.clicked.connect(lambda: self.printed.emit(self.grid.rows()))
        self._list: CallList | None = None

    def show_list(self, found: CallList) -> None:
        """Show the week as it stands; place and current row stay."""
        self._list = found
        self._found = {one.child_id: one for one in found.uncalled}
        names = [one.name for one in self._people.classes]
        self.classes.set_options([("", self.tr("全校")), *((name, name) for name in names)])
        self._fill()

    def after(self, child_id: int) -> int:
        """The next to ring, 0 at the end."""
        order = self.grid.rows()
        if child_id in order:
            place = order.index(child_id) + 1
            return order[place] if place < len(order) else 0
        return 0

    def _fill(self) -> None:
        found = self._list
        if found is None:
            return
        wanted = self.classes.value()
        rows = [key for key in self._found if not wanted or self._people.named(key).class_name == wanted]
        self.grid.set_rows(rows, ranked=True)
        self.grid.refresh()
        if rows and not self.grid.current():
            self.grid.set_current(rows[0])
        self.heading.setText(self.tr("还没通话 {0} 个").format(len(rows)))
        until = self.tr("本周到 {0}月{1}日 周日结束") if found.week else self.tr("放假，{0}月{1}日前通过的算这一周")
        self.until.setText(until.format(found.until.month, found.until.day))
        self.bar.show_part(found.called, found.total)
        empty = self.tr("这周都通过了") if found.total else self.tr("没有留守儿童，想打给谁从上面找")
        self.grid.set_empty("" if rows else empty)
        self.print.setVisible(bool(rows))
        self.print.set_label(self.tr("打印这 {0} 个的电话单").format(len(rows)))

    def _who(self, child_id: int) -> Cell:
        known = self._people.named(child_id)
        return Cell(known.name, known.class_name)

    def _state(self, child_id: int) -> Cell:
        one = self._found.get(child_id)
        return Cell() if one is None else Cell(mark=mark_of(one), text=self._words(one))

    def _words(self, one: Uncalled) -> str:
        if one.tried:
            return self.tr("打过，没通")
        if one.weeks >= LONG:
            return self.tr("{0}周没通").format(NUMBERS[one.weeks] if one.weeks < len(NUMBERS) else one.weeks)
        if one.weeks:
            return self.tr("上周没通")
        return self.tr("上周通过") if one.spoke else self.tr("还没打过")


def mark_of(one: Uncalled) -> str:
    """Red where the school's own rule is past due, ochre where a week or a try went by without an answer."""
    return "over" if one.late else "soon" if one.weeks or one.tried else "wait"
