"""The list half of the roster: head, filters, the grid, and the counts by both meanings."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.filters import SEGMENT, Choice
from app.fingerprint import CHANGED
from app.search import TAIL
from ui import tokens
from ui.children.counts_line import CountsLine
from ui.children.filter_words import hiding_words, ready_word, segment_word
from ui.children.listing import CLASS, Listing
from ui.children.picking_grid import PickingGrid
from ui.children.roster_filters import RosterFilters
from ui.children.roster_head import RosterHead
from ui.pieces import arrangement
from ui.pieces.frozen import FrozenColumn
from ui.remembered import recall, remember
from ui.session import Session

SETTING = "list.roster"
_SAVE_AFTER_MS, _IDLE_MS = 400, 150
"""While somebody types into the search box, nothing but the list itself changes until a pause."""


class RosterList(QWidget):
    """What is listed is decided by `listing`; this shows it and lets the person choose."""

    gone_wanted = Signal()
    """Show the children who have left the school."""
    confirm_all = Signal()
    """Confirm the proposals of everybody in the list (segment 要核对)."""

    def __init__(self, session: Session, listing: Listing) -> None:
        super().__init__()
        self._session, self.listing = session, listing
        columns = list(listing.columns.values())
        self.head = RosterHead()
        self.filters = RosterFilters(session, listing, self)
        self.segments, self.classes, self.confirm = self.filters.segments, self.filters.classes, self.filters.confirm
        self.grid = PickingGrid(columns, name=self.tr("儿童名册"))
        self.frozen = FrozenColumn(self.grid)
        self.counts = CountsLine()
        self._waits = QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.setInterval(_SAVE_AFTER_MS)
        self._idle, self._pause = QTimer(self), QTimer(self)
        for timer in (self._idle, self._pause):
            timer.setSingleShot(True)
            timer.setInterval(_IDLE_MS)
        self._lay_out()
        self.filters.serve(self.grid)
        self.grid.arrange(arrangement.read(recall(session, SETTING), columns))
        self._connect()

    def choose_segment(self, key: str) -> None:
        """Show one segment of what is chosen otherwise."""
        self.filters.choose_segment(key)

    def choose_class(self, name: str) -> None:
        """Show one class; "" = all."""
        self.filters.choose_class(name)

    def show_named(self, called: str, ids: Iterable[int]) -> None:
        """Show exactly these children, under what they are called; says how many of them are still here."""
        wanted = frozenset(ids)
        here = sum(one in self.listing.rows for one in wanted)
        if here < len(wanted):
            called = self.tr("{0}，还在校的 {1} 个").format(called, here)
        self.head.search.clear()
        self.filters.choose(Choice("all", named=(called, wanted)))

    def drop_filters(self) -> None:
        """Show all pupils."""
        self.head.search.clear()
        self.filters.choose(Choice("all"))

    def offer_classes(self) -> None:
        """Fill the class box with the classes of today."""
        self.filters.offer_classes()

    def keep(self) -> None:
        """Remember now how the columns are arranged."""
        if self._waits.isActive():
            self._waits.stop()
            self._remember()

    def listed_words(self) -> str:
        """Which list this is, in a word or two."""
        choice = self.listing.choice
        if self.listing.query:
            return self.tr("搜到")
        if choice.named is not None:
            return self.tr("挑出来的")
        return ready_word(choice.ready) if choice.ready else segment_word(choice.segment)

    def fill(self) -> None:
        """Show the rows and every count anew; selection, place and current row stay."""
        listing = self.listing
        ids = self._fill_rows()
        self.filters.refresh(sum(listing.row(key).to_confirm for key in ids))
        every = listing.school_segment_counts()
        self.head.show_finding(listing.school_counts(), every["missing"], every["check"], every["card"])
        self.head.show_due(listing.due() if self._is_of_cards(ids) else 0)
        kept = listing.choice.kept.get(CLASS, ())
        where = listing.class_name or (self.tr("{0} 个班").format(len(kept)) if kept else self.tr("全校"))
        self.counts.show_counts(listing.counts(), self.tr("{0}：").format(where))
        self._idle.start()

    def _is_of_cards(self, ids: list[int]) -> bool:
        """Whether the list is there to print cards: those not printed, or changed ones only."""
        changed = bool(ids) and all(self.listing.row(key).card == CHANGED for key in ids)
        return changed or self.listing.segment == "card"

    def _fill_rows(self) -> list[int]:
        ids = self.listing.shown()
        self.grid.set_rows(ids, ranked=bool(self.listing.query))
        self._say_why_empty(ids)
        if ids and not self.grid.current():
            self.grid.set_current(self.grid.rows()[0])
        return ids

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

    def _search(self, words: str) -> None:
        self.listing.query = words
        self._fill_rows()
        if words and self.grid.rows():
            self.grid.set_current(self.grid.rows()[0])
        if self.head.search.hasFocus():
            self._pause.start()
        else:
            self.filters.show_chips()

    def _say_why_empty(self, ids: list[int]) -> None:
        if ids:
            self.grid.set_empty("")
            return
        parts, found = self.listing.hiding()
        query = self.listing.query
        if query and not parts:
            short = query.isdigit() and len(query) < TAIL
            words = self.tr("号码至少要输 {1} 位") if short else self.tr("没有找到“{0}”，{2}")
            self.grid.set_empty(words.format(query, TAIL, self.tr("试试拼音首字母、电话后四位，或家里人的名字")))
        elif parts and (query or parts != (SEGMENT,)):
            self.grid.set_empty(*hiding_words(self.listing, parts, found))
        else:
            self.grid.set_empty(self._good_news())

    def _good_news(self) -> str:
        return {
            "missing": self.tr("五样都清楚，没有缺信息的孩子"),
            "check": self.tr("没有要核对的了"),
            "card": self.tr("联系卡都打好了"),
        }.get(self.listing.segment, self.tr("这里没有孩子"))

    def _drop_hiding(self) -> None:
        """Drop just the filters that hide everybody."""
        parts = self.listing.hiding()[0]
        if not self.grid.rows() and parts:
            self.filters.choose(self.listing.choice.without(*parts))

    def _remember(self) -> None:
        remember(self._session, SETTING, self.grid.head.arrangement().text())

    def _connect(self) -> None:
        search = self.head.search
        search.serve(self.grid)
        search.searched.connect(self._search)
        search.entered.connect(self._drop_hiding)
        self.head.line.clicked.connect(self._show_finding)
        self.filters.chosen.connect(self._fill_anew)
        self.filters.unsearched.connect(search.clear)
        self.filters.gone_wanted.connect(self.gone_wanted)
        self.confirm.clicked.connect(self.confirm_all)
        self.grid.way_wanted.connect(self._drop_hiding)
        self.grid.columns_wanted.connect(self.filters.open_column_menu)
        self.grid.head.arranged.connect(self._waits.start)
        self._waits.timeout.connect(self._remember)
        self._idle.timeout.connect(self.listing.prepare_search)
        self._pause.timeout.connect(self.filters.show_chips)

    def _show_finding(self, segment: str) -> None:
        """A number of the sentence: just those children, whatever was filtered before."""
        self.filters.choose(Choice(segment))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 8)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self.grid, 1)
        column.addWidget(self.counts)
