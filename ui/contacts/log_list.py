"""The log: what was done, day by day, read on as one scrolls; searched, cut down to a kind, or to what waits."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.care import LOGGED, NOT_REACHED, CareRecord
from app.ledger import LedgerQuery
from app.log_pages import LogPages, Place
from app.sounds import is_heard
from ui import tokens
from ui.care_words import kind_word
from ui.contacts.day_field import day_short
from ui.contacts.deeds import CareDeeds
from ui.contacts.log_columns import LogCells
from ui.contacts.log_words import day_title, due_words
from ui.contacts.only import OnlyButton
from ui.contacts.people import People
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Group, Row
from ui.session import Session

MISSED, FOLLOW = "missed", "follow"
PAUSE_MS = 250
FOUND = 30
"""Children at most whose records a search shows."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


class LogList(QWidget):
    """`opened`: Enter on a record. `again`: try once more what reached nobody."""

    opened = Signal(int)
    again = Signal(int)

    def __init__(self, session: Session, people: People, deeds: CareDeeds) -> None:
        super().__init__()
        self._session, self._people, self._deeds = session, people, deeds
        self._words = ""
        self._filling = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.reread)
        self.records: dict[int, CareRecord] = {}
        self.pages: LogPages | None = None
        self.only = OnlyButton(_tr("看哪些记录"), _choices())
        self.cells = LogCells(session, people, deeds, self.records_now)
        self.grid = ListGrid(self.cells.columns(), name=_tr("记录"), row_height=tokens.ROW_ONE, many=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.only.chosen.connect(lambda _key: self.reread())
        self.grid.opened.connect(self.opened)
        self.grid.edit_wanted.connect(self.opened)
        self.grid.acted.connect(self._acted)
        self.grid.verticalScrollBar().valueChanged.connect(self._scrolled)

    def records_now(self) -> Mapping[int, CareRecord]:
        """The records that are listed, by id."""
        return self.records

    # what is shown

    def reread(self) -> None:
        """Read from the newest down, as now chosen and searched for."""
        self.pages = None if self.only.value() == FOLLOW else LogPages(self._fetch())
        self._show()
        self.grid.scrollToTop()

    def refresh(self) -> None:
        """Something was written: read as far as was read before."""
        if self.pages is None and self.only.value() != FOLLOW:
            self.reread()
            return
        if self.pages is not None:
            self.pages.again()
        self._show()

    def search(self, words: str) -> None:
        """Show what these words find: children, members of staff, what was said."""
        if words == self._words:
            return
        self._words = words
        if words and self._query().words:
            # What was said is looked for in every record there is: not at every key.
            self._pause.start()
        else:
            self._pause.stop()
            self.reread()

    def show_record(self, record_id: int) -> None:
        """Go to a record that was just written, if it is on the list."""
        if record_id in self.records:
            self.grid.flash(frozenset({record_id}))

    def _fetch(self) -> Callable[[Place | None, int], list[CareRecord]]:
        query = self._query()
        return lambda below, limit: self._session.store.ledger.page(query, below, limit)

    def _query(self) -> LedgerQuery:
        chosen, words = self.only.value(), self._words.strip()
        kinds = (chosen,) if chosen in LOGGED else ()
        if not words:
            return LedgerQuery(kinds=kinds, missed=chosen == MISSED)
        children = [one.target[1] for one in self._people.find(words, FOUND)]
        # A child who has left is found by the name alone.
        children += [key for key, child in self._session.snapshot.children.items() if words in child.name]
        staff = [one.id for one in self._session.snapshot.staff if is_heard(one.name, words.lower())]
        text = "" if children or staff or words.isdigit() else words
        return LedgerQuery(kinds, chosen == MISSED, None, frozenset(children), frozenset(staff), text)

    def _show(self) -> None:
        rows = self._followed() if self.pages is None else self._by_day(self.pages)
        self._set_rows(rows)
        if self.records and not self.grid.current():
            self.grid.set_current(next(iter(self.records)))
        self.grid.set_empty("" if rows else self._why_empty())
        self._fill_up()

    def _by_day(self, pages: LogPages) -> list[Row]:
        days = pages.days()
        self.records = {one.id: one for _day, found in days for one in found}
        rows: list[Row] = []
        for day, found in days:
            rows += [self._group(day, len(found)), *(one.id for one in found)]
        return rows

    def _group(self, day: date, count: int) -> Group:
        title, hint = day_title(day, self._session.today), day_short(day, self._session.today)
        return Group(title, count, "" if title.startswith(hint) else hint)

    def _followed(self) -> list[Row]:
        """What is to be come back to, the most pressing first."""
        found = [one for one in self._session.store.ledger.open_follow_ups() if self._is_found(one)]
        self.records = {one.id: one for one in found}
        rows: list[Row] = []
        for day, those in groupby(found, key=lambda one: one.follow_up or date.max):
            mark, words = due_words(day, self._session.today)
            ids = [one.id for one in those]
            rows += [Group(words, len(ids), _tr("跟进"), mark), *ids]
        return rows

    def _is_found(self, record: CareRecord) -> bool:
        query = self._query()
        if not self._words.strip():
            return True
        theirs = any(one.child_id in query.children for one in record.participants)
        said = query.words and query.words in f"{record.summary}{record.follow_up_note}"
        return theirs or record.staff_id in query.staff or bool(said)

    def _why_empty(self) -> str:
        if self._words:
            return _tr("没有找到“{0}”的记录").format(self._words)
        if self.only.value() == FOLLOW:
            return _tr("没有等着跟进的了")
        if self.only.value():
            return _tr("还没有这样的记录")
        return _tr("还没有记录。从上面记第一条：写孩子的首字母，按 Enter。")

    def _scrolled(self, value: int) -> None:
        bar = self.grid.verticalScrollBar()
        if not self._filling and value >= bar.maximum() - self.grid.viewport().height():
            self._read_on()

    def _fill_up(self) -> None:
        """As long as there is room below, read on."""
        while self.grid.isVisible() and not self.grid.verticalScrollBar().maximum() and self._read_on():
            pass

    def _read_on(self) -> bool:
        if self.pages is None or not self.pages.older():
            return False
        self._set_rows(self._by_day(self.pages))
        return True

    def _set_rows(self, rows: list[Row]) -> None:
        """While rows come and go the list scrolls by itself: that is nobody reading on."""
        self._filling = True
        self.grid.set_rows(rows)
        self._filling = False

    def _acted(self, record_id: int, column: str) -> None:
        record = self.records[record_id]
        waits = record.follow_up is not None and record.followed_up is None
        if column == "next" and not waits and record.outcome == NOT_REACHED:
            self.again.emit(record_id)
        elif column != "next" or waits:
            self.opened.emit(record_id)


def _choices() -> list[tuple[str, str]]:
    return [
        ("", _tr("全部记录")), (FOLLOW, _tr("等着跟进的")), (MISSED, _tr("没成的")),
        *((kind, kind_word(kind)) for kind in LOGGED),
    ]
