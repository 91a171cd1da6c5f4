"""At the right: who or what stands behind the figure under the cursor, and what is lacking."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.enrolment import pupils_on
from app.figures import Figure, Line
from ui import term_words as words
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel
from ui.session import Session

HAVE, LACK = "have", "lack"


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)


class Names(SidePanel):
    """`opened` carries the line that was chosen."""

    opened = Signal(object)
    listed = Signal(str, list)
    """What the children behind the figure are called, and their ids: the roster is to show them."""
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(name=_tr("名单"))
        self._session = session
        self._key = ""
        self._lines: list[Line] = []
        self._figure: Figure | None = None
        self.heading = Label("", "panel", wrap=True)
        self.back = Button(_tr("返回"), kind="link", keys="Esc")
        self.part = Segments([Segment(HAVE, ""), Segment(LACK, "")], HAVE, name=_tr("哪些"))
        self.grid = ListGrid(
            [
                Column("what", _tr("名单"), 0, "two_line", self._what),
                Column("day", _tr("哪天"), 120, "two_line", self._when, right=True),
            ],
            name=_tr("名单"), many=True,
        )  # fmt: skip
        self.grid.horizontalHeader().hide()
        self.in_roster = Button("", kind="link")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        self.head.addLayout(head)
        self.head.addWidget(self.part)
        self.head.addWidget(self.in_roster, alignment=Qt.AlignmentFlag.AlignLeft)
        self.fill(self.grid)
        self.grid.opened.connect(lambda row: self.opened.emit(self._lines[row - 1]))
        self.part.chosen.connect(lambda _part: self._list())
        self.back.clicked.connect(self.left)
        self.in_roster.clicked.connect(lambda: self.listed.emit(self._called(), self.children_listed()))

    def show_figure(self, one: Figure | None, title: str) -> None:
        """List what is behind it, beginning with what is lacking where something had to be done."""
        same = one is not None and one.key == self._key
        self._figure, self._key = one, one.key if one is not None else ""
        self.heading.setText(title)
        names, lacking = (len(one.names()), len(one.missing())) if one is not None else (0, 0)
        done = one is not None and words.counts_done(one)
        chosen = self.part.current() if same and lacking else LACK if done and lacking else HAVE
        labels = (_tr("做了的"), _tr("没做的")) if done else (_tr("在里面的"), _tr("不在里面的"))
        self.part.offer([Segment(HAVE, labels[0], names), Segment(LACK, labels[1], lacking)], chosen)
        self.part.setVisible(bool(lacking))
        self._list()

    def lines(self) -> Sequence[Line]:
        """What is listed."""
        return self._lines

    def children_listed(self) -> list[int]:
        """The children among the lines who are here now, each once: the roster has no others."""
        wanted = dict.fromkeys(line.want for line in self._lines if line.page == "roster")
        here = {child.id for child, _class in pupils_on(self._session.snapshot, self._session.today)} if wanted else ()
        return [one for one in wanted if isinstance(one, int) and one in here]

    def _called(self) -> str:
        one = self._figure
        lacking = one is not None and self.part.current() == LACK and bool(one.missing())
        part = self.part.button(LACK).segment.label if lacking else ""
        return "，".join(word for word in (self.heading.text(), part) if word)

    def _list(self) -> None:
        one = self._figure
        self._lines = [] if one is None else list(one.missing() if self.part.current() == LACK else one.names())
        self.grid.set_empty(_tr("这个数是 0，没有名单") if one is not None else _tr("左边挑一个数字，这里就是名单"))
        self.grid.set_rows(list(range(1, len(self._lines) + 1)), ranked=True)
        self.grid.refresh()
        several = len(self.children_listed())
        self.in_roster.set_label(_tr("在名册里看这 {0} 个").format(several))
        self.in_roster.setVisible(several > 1)

    def _what(self, row: int) -> Cell:
        first, second = words.line_words(self._lines[row - 1])
        return Cell(first, second)

    def _when(self, row: int) -> Cell:
        line = self._lines[row - 1]
        day, amount = words.line_day(line, self._session.today), words.line_amount(line, self._key)
        owed = self._figure is not None and self._figure.group in ("rule", "running") and self.part.current() == LACK
        return Cell(day or amount, _tr("最晚这天") if day and owed else amount if day else "", tone="ink2")
