"""The list half of the roster: head, segments and class box, the grid, and the counts by both meanings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.classnames import class_order
from app.enrolment import name_on
from ui import tokens
from ui.children.counts_line import CountsLine
from ui.children.gone_children import gone_ids
from ui.children.listing import Listing
from ui.children.picking_grid import PickingGrid
from ui.children.roster_columns import columns
from ui.children.roster_head import RosterHead
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.segments import Segment, Segments
from ui.session import Session

GONE = "gone"


class RosterList(QWidget):
    """What is listed is decided by `listing`; this shows it and lets the person choose."""

    gone_wanted = Signal()
    """Show the children who have left the school."""
    confirm_all = Signal()
    """Confirm the proposals of everybody in the list (segment 要核对)."""

    def __init__(self, session: Session, listing: Listing) -> None:
        super().__init__()
        self._session, self.listing = session, listing
        self.head = RosterHead()
        self.segments = Segments(
            [
                Segment("left_behind", self.tr("留守儿童"), 0),
                Segment("all", self.tr("全部学生"), 0),
                Segment("missing", self.tr("缺信息"), 0),
                Segment("check", self.tr("要核对"), 0),
                Segment("card", self.tr("联系卡没打"), 0),
            ],
            name=self.tr("看哪些孩子"),
        )
        self.classes = ComboField("", [])
        self.classes.name_it(self.tr("班级"))
        self.classes.setFixedWidth(tokens.px(128))
        self.confirm = Button(self.tr("全部核对"), kind="ghost")
        self.survey = Button(self.tr("调查登记"), kind="link")
        self.survey.setToolTip(self.tr("把收回来的调查表敲进去，一个班一个班地"))
        self.grid = PickingGrid(columns(listing.row, listing.hit), name=self.tr("儿童名册"))
        self.counts = CountsLine()
        self._lay_out()
        self.segments.chosen.connect(self.choose_segment)
        self.classes.committed.connect(self.choose_class)
        self.head.search.searched.connect(self._search)
        self.head.search.serve(self.grid)
        self.head.line.clicked.connect(self.choose_segment)
        self.head.search.entered.connect(self._widen)
        self.confirm.clicked.connect(self.confirm_all)

    def choose_segment(self, key: str) -> None:
        """Show one segment of the whole school or the chosen class."""
        self.listing.segment = key
        self.segments.set_current(key)
        self._fill_anew()

    def choose_class(self, name: str) -> None:
        """Show one class; "" = all. The last choice leads to those who have left."""
        if name == GONE:
            self.classes.set_value(self.listing.class_name)
            self.gone_wanted.emit()
            return
        self.listing.class_name = name
        self.classes.set_value(name)
        self._fill_anew()

    def drop_filters(self) -> None:
        """Search among all pupils."""
        self.listing.class_name = ""
        self.classes.set_value("")
        self.choose_segment("all")

    def _fill_anew(self) -> None:
        """Show another list: on the child that was current if it is in it, else from the top."""
        before = self.grid.current()
        self.fill()
        ids = self.grid.rows()
        if before in ids:
            self.grid.set_current(before)
        elif ids:
            self.grid.set_current(ids[0])
            self.grid.scrollToTop()

    def fill(self) -> None:
        """Show the rows and every count anew; selection, place and current row stay."""
        ids = self.listing.shown()
        self.grid.set_rows(ids)
        self.grid.set_empty(self._nothing())
        if ids and self.grid.current() not in ids:
            self.grid.set_current(ids[0])
        self.segments.set_counts(self.listing.segment_counts())
        every = {key: len(self.listing.of(key, "")) for key in ("missing", "check", "card")}
        self.head.show_finding(self.listing.school_counts(), every["missing"], every["check"], every["card"])
        where = self.tr("{0}：").format(self.listing.class_name) if self.listing.class_name else self.tr("全校：")
        self.counts.show_counts(self.listing.counts(), where)
        waiting = sum(self.listing.row(key).to_confirm for key in ids)
        self.confirm.setVisible(self.listing.segment == "check" and waiting > 0)
        self.confirm.set_label(self.tr("一起核对"), waiting)

    def offer_classes(self) -> None:
        """Fill the class box with the classes of today."""
        day, system = self._session.today, self._session.snapshot.school.system
        present = {row.class_id for row in self.listing.rows.values()}
        classes = sorted(
            (one for one in self._session.snapshot.classes if one.id in present),
            key=lambda one: class_order(one.stage, one.entry_year, one.number),
        )
        names = [name_on(one, day, system) for one in classes]
        left = [(GONE, self.tr("已离校 {0} 人…").format(len(gone)))] if (gone := gone_ids(self._session)) else []
        self.classes.set_options([("", self.tr("所有班级")), *((name, name) for name in names), *left])
        if self.listing.class_name not in names:
            self.listing.class_name = ""
        self.classes.set_value(self.listing.class_name)

    def _search(self, words: str) -> None:
        self.listing.query = words
        self.fill()
        if words and self.listing.shown():
            self.grid.set_current(self.listing.shown()[0])

    def _widen(self) -> None:
        """Enter on no result: look among all pupils."""
        if not self.grid.rows() and self.listing.hidden_by():
            self.drop_filters()

    def _nothing(self) -> str:
        if self.listing.query:
            hidden = self.listing.hidden_by()
            if hidden:
                return self.tr("这里没有“{0}”，全部学生里有 {1} 个，按 Enter 去看").format(self.listing.query, hidden)
            return self.tr("没有找到“{0}”，试试拼音首字母或电话后四位").format(self.listing.query)
        return {
            "missing": self.tr("五样都清楚，没有缺信息的孩子"),
            "check": self.tr("没有要核对的了"),
            "card": self.tr("联系卡都打好了"),
        }.get(self.listing.segment, self.tr("这里没有孩子"))

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(tokens.BETWEEN)
        choices.addWidget(self.segments)
        choices.addStretch(1)
        choices.addWidget(self.confirm)
        choices.addWidget(self.survey, 0, Qt.AlignmentFlag.AlignVCenter)
        choices.addWidget(self.classes, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 8)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addLayout(choices)
        column.addWidget(self.grid, 1)
        column.addWidget(self.counts)
