"""The term's activities and meetings: what is still to come first, then month by month what was held."""

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import money
from app.activities import FAILED, HELD, PLANNED, Held, days_of, spent
from app.care import WORK_MEETING
from app.sounds import is_heard
from app.termdays import Term
from app.terms import term_of, term_title, with_assumed
from ui import activity_words as words
from ui import tokens
from ui.care_words import kind_word
from ui.money_words import in_yuan, yuan_word
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.list_grid import ListGrid
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.rows import Cell, Column, Group, Row
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments
from ui.session import Session

PARTS: Mapping[str, tuple[str, ...]] = {
    "all": (), "activity": ("activity",), "class": ("class_meeting", "lecture"),
    "family": ("forum", "parents_meeting", "guardian_training"), "meeting": (WORK_MEETING,),
}  # fmt: skip
MARKS = {PLANNED: "soon", HELD: "done", FAILED: "over"}


class Listing(QWidget):
    """`opened`: Enter on one, or a click on its name."""

    opened = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._text = ""
        self.held: dict[int, Held] = {}
        self.search = SearchBox(self.tr("找主题、地点、主持人"))
        self.print = Button(self.tr("打印"), icon="printer")
        self.new = Button(self.tr("新的活动"), kind="primary", keys="F4")
        self.head = PageHead(self.tr("活动"), (), self.search, self.print, self.new)
        self.segments = Segments(
            [
                Segment("all", self.tr("全部")), Segment("activity", self.tr("活动")),
                Segment("class", self.tr("班会讲座")), Segment("family", self.tr("座谈和家长会")),
                Segment("meeting", self.tr("工作会议")),
            ],
            name=self.tr("看哪些"),
        )  # fmt: skip
        self.term = ComboField("", [])
        self.term.name_it(self.tr("哪个学期"))
        self.term.setFixedWidth(tokens.px(224))
        self.grid = ListGrid(self._columns(), name=self.tr("活动"), many=False)
        self._lay_out()
        self.search.serve(self.grid)
        self.search.searched.connect(self._find)
        self.segments.chosen.connect(lambda _key: self._show())
        self.term.committed.connect(lambda _code: self.reread())
        self.head.clicked.connect(self._number)
        self.grid.opened.connect(self.opened)
        self.grid.edit_wanted.connect(self.opened)
        self.grid.acted.connect(lambda row, _key: self.opened.emit(row))

    # what is shown

    def code(self) -> str:
        """The term that is shown."""
        return self.term.value()

    def reread(self) -> None:
        """Read the term again; the current row stays."""
        self._offer_terms()
        first, last = days_of(self._terms(), self.code())
        self.held = {one.record.id: one for one in self._session.store.activities.between(first, last)}
        self._show()

    def show_record(self, record_id: int) -> None:
        """Go to one, whatever was chosen."""
        held = self.held.get(record_id)
        if held is not None:
            if not self._wanted(held):
                self.segments.set_current("all")
                self.search.clear()
                self._show()
            self.grid.flash(frozenset({record_id}))

    def _terms(self) -> list[Term]:
        return with_assumed(self._session.snapshot.terms, self._session.today)

    def _offer_terms(self) -> None:
        terms = sorted(self._terms(), key=lambda one: one.from_day, reverse=True)
        now = term_of(terms, self._session.today)
        options = [(one.code, term_title(one.code)) for one in terms]
        if [key for key, _words in options] != [self.term.editor.itemData(n) for n in range(self.term.editor.count())]:
            chosen = self.term.value() or (now.code if now else options[0][0])
            self.term.set_options(options)
            self.term.set_value(chosen)

    def _show(self) -> None:
        every = list(self.held.values())
        self.segments.set_counts({
            key: sum(not kinds or one.record.kind in kinds for one in every) for key, kinds in PARTS.items()
        })  # fmt: skip
        listed = [one for one in every if self._wanted(one)]
        rows: list[Row] = []
        to_come = sorted((one for one in listed if one.state == PLANNED), key=lambda one: one.record.day)
        if to_come:
            rows += [Group(self.tr("还没办"), len(to_come)), *(one.record.id for one in to_come)]
        past = [one for one in listed if one.state != PLANNED]
        for (year, month), found in groupby(past, key=lambda one: (one.record.day.year, one.record.day.month)):
            ids = [one.record.id for one in found]
            name = self.tr("{0}月") if year == self._session.today.year else f"{year}年" + "{0}月"
            rows += [Group(name.format(month), len(ids)), *ids]
        self.grid.set_rows(rows)
        self.grid.refresh()
        if rows and not self.grid.current():
            self.grid.set_current(next(one for one in rows if isinstance(one, int)))
        self.grid.set_empty("" if rows else self._why_empty())
        self._say(every)

    def _wanted(self, held: Held) -> bool:
        kinds = PARTS[self.segments.current()]
        if kinds and held.record.kind not in kinds:
            return False
        more = held.activity
        texts = [words.title(held), held.record.place, kind_word(held.record.kind)]
        texts += [more.host, more.organizer, more.organization] if more else []
        return not self._text or any(is_heard(text, self._text.lower()) for text in texts if text)

    def _say(self, every: list[Held]) -> None:
        planned = [one for one in every if one.state == PLANNED]
        late = [one for one in planned if one.record.day < self._session.today]
        heading = self.tr("活动")
        if late:
            heading = self.tr("{0}：到了日子，办了没有？").format(words.title(late[0]))
        held = [one for one in every if one.state == HELD]
        said: list[str | Number] = [
            self.tr("这学期办了"), Number("held", len(held), self.tr("办过的")), self.tr("次，计划里还有"),
            Number("planned", len(planned), self.tr("计划里的")), self.tr("次"),
        ]  # fmt: skip
        sums = spent(every)
        if sums.spent:
            said.append(self.tr("，花了 {0}").format(yuan_word(sums.spent)))
        self.head.set_words(heading, said)

    def _why_empty(self) -> str:
        if self._text:
            return self.tr("没有找到“{0}”").format(self._text)
        return self.tr("这学期还没有，按 F4 记一次或先做计划") if self.segments.current() == "all" else self.tr(
            "这学期还没有这一类，按 F4 记一次"
        )

    def _number(self, key: str) -> None:
        """To the first that is held or planned."""
        state = HELD if key == "held" else PLANNED
        row = next((row for row in self.grid.rows() if self.held[row].state == state), 0)
        if row:
            self.grid.set_current(row)
            self.grid.setFocus()

    def _find(self, text: str) -> None:
        self._text = text
        self._show()

    # cells

    def _columns(self) -> list[Column]:
        return [
            Column("day", self.tr("哪天"), 136, "two_line", self._day),
            Column("what", self.tr("主题"), 0, "two_line", self._what),
            Column("who", self.tr("谁主持"), 108, "text", self._host),
            Column("children", self.tr("孩子"), 64, "number", self._children, right=True),
            Column("money", in_yuan(self.tr("花费")), 92, "text", self._money, right=True),
            Column("state", self.tr("怎样了"), 112, "status", self._state),
        ]

    def _day(self, row: int) -> Cell:
        record = self.held[row].record
        return Cell(words.day_word(record.day, self._session.today), record.from_time)

    def _what(self, row: int) -> Cell:
        held = self.held[row]
        parts = (kind_word(held.record.kind), held.activity.kind if held.activity else "",
                 words.class_of(held, self._session.snapshot), held.record.place)  # fmt: skip
        return Cell(words.title(held), "，".join(dict.fromkeys(one for one in parts if one)))

    def _host(self, row: int) -> Cell:
        held = self.held[row]
        staff = next((one.name for one in self._session.snapshot.staff if one.id == held.record.staff_id), "")
        return Cell((held.activity.host if held.activity else "") or staff, tone="ink2")

    def _children(self, row: int) -> Cell:
        return Cell(str(len(self.held[row].record.participants) or "—"))

    def _money(self, row: int) -> Cell:
        held = self.held[row]
        if held.activity is None or held.activity.spent_fen is None:
            return Cell("")
        over = (held.over or 0) > 0
        return Cell(money.column(held.activity.spent_fen), tone="over" if over else "ink2")

    def _state(self, row: int) -> Cell:
        state = self.held[row].state
        return Cell(words.state_word(state), mark=MARKS[state])

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(tokens.GAP)
        line.addWidget(self.segments)
        line.addStretch(1)
        line.addWidget(self.term)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self.grid, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the head has no room for the button that Ctrl+P is."""
        super().resizeEvent(event)
        self.print.setVisible(not tokens.is_narrow(self.window().width()))
