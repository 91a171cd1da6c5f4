"""The list half of 今日: the finding, the week, how it is put together, and the items."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.today import DONE, LATER, NOW, Item
from app.today_groups import AHEAD, ALL, BY_CHILD, BY_STAFF, BY_TIME, DID, TO_DO, View, sections
from ui import fonts, tokens
from ui.pieces.arrangement import Arrangement
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.numbers import Number, Sentence
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments
from ui.session import Session
from ui.today import lines, words
from ui.today.day import Day
from ui.today.strip import WeekStrip

TERM = "term"
"""Key of the number that leads to the school's calendar."""
FEW = 700
"""px at 100 %: a list that is narrower shows no owner and no button in its rows."""
OUTCOMES = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}


class TodayGrid(ListGrid):
    """The items. 1–4 are for the outcome, other letters for the search."""

    outcome_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = OUTCOMES.get(Qt.Key(event.key())) if plain else None
        if place is not None and self.current():
            self.outcome_wanted.emit(place)
            return
        super().keyPressEvent(event)


class DayList(QWidget):
    """What is listed is decided by `view` and the search box."""

    term_wanted = Signal()
    listed = Signal()
    """Other rows are listed now."""

    def __init__(self, session: Session, day: Day) -> None:
        super().__init__()
        self._session, self.day = session, day
        self.view = View()
        self.fresh: frozenset[int] = frozenset()
        """Rows that were not listed before."""
        self.search = SearchBox(self.tr("找孩子或老师"))
        self.print = Button(self.tr("打印清单"), icon="printer", name=self.tr("打印清单"))
        self.print.setToolTip("Ctrl+P")
        self.slips = Button(self.tr("本周任务单"), icon="clipboard-check", name=self.tr("打印本周任务单"))
        self.slips.setToolTip(self.tr("给每位老师印一张本周关爱任务单"))
        self.heading, self.sentence = Label("", "heading", wrap=True), Sentence()
        self.strip = WeekStrip()
        self.by = Segments(
            [Segment(BY_TIME, self.tr("按时间")), Segment(BY_STAFF, self.tr("按谁做")),
             Segment(BY_CHILD, self.tr("按孩子"))], BY_TIME, name=self.tr("怎么排"),
        )  # fmt: skip
        self.back = Button(self.tr("回到今天"), kind="link", keys="Esc")
        self.grid = TodayGrid(lines.columns(day), name=self.tr("今天的事"))
        self.grid.horizontalHeader().hide()
        self._narrow = False
        self._lay_out()
        self._connect()

    # what is listed

    def show_view(self, view: View) -> None:
        """List something else, from its first row."""
        self.view = view
        self.by.set_current(view.by)
        self.fill()
        rows = self.grid.rows()
        if rows:
            self.grid.set_current(rows[0])
        self.listed.emit()

    def show_day(self, day: date, part: str) -> None:
        """A day of the strip, or one of its numbers."""
        whole = day == self._session.today and not part
        self.show_view(View(self.view.by, ALL if whole else part or ALL, None if whole else day))

    def is_page(self) -> bool:
        """Whether the page of today is listed, without a search."""
        return self.view.day is None and self.view.part == ALL and not self.search.text()

    def show_page(self) -> None:
        """Back to the page of today."""
        self.search.clear()
        self.show_view(View(self.view.by))

    def fill(self) -> None:
        """Show the plan again; selection, current row and place stay."""
        plan = self.day.plan
        items = self.day.shown(self.view, self.search.text().strip())
        self.heading.setText(words.heading(plan))
        self._fold()
        self.sentence.set_parts(self._sentence())
        days = plan.days() if plan.term is not None else []
        self.strip.setHidden(not days)
        current = self.view.day or (date.min if self.view.part == AHEAD else plan.today)
        self.strip.show_days(days, plan.today, current)
        before = frozenset(self.grid.rows())
        self.grid.set_rows(lines.rows(self.day, sections(items, self.view.by), self.view.by))
        self.fresh = frozenset(self.grid.rows()) - before
        self._say_empty(items)
        self.back.setHidden(self.is_page())
        if items and not self.grid.current():
            self.grid.set_current(self.grid.rows()[0])

    def items(self) -> list[Item]:
        """The chosen items in the order of the list; the current one if only one is chosen."""
        chosen = self.grid.selected() or ([self.grid.current()] if self.grid.current() else [])
        return [self.day.items[row] for row in chosen if row in self.day.items]

    def after(self, rows: list[int]) -> int:
        """The row to go on with once these are settled: the next that asks for something, else the one before."""
        order = self.grid.rows()
        if not rows or rows[-1] not in order:
            return 0
        at = order.index(rows[-1])
        ahead = [row for row in order[at + 1 :] if row not in rows and self.day.items[row].asks]
        behind = [row for row in order[:at] if row not in rows and self.day.items[row].asks]
        return next(iter(ahead), 0) or next(iter(behind), 0)

    # inside

    def _sentence(self) -> list[str | Number]:
        plan = self.day.plan
        today = f"{words.date_words(plan.today)} {words.weekday(plan.today)}"
        begun = self.tr("{0}，第 {1} 周，").format(today, plan.week) if plan.term is not None else f"{today}，"
        parts: list[str | Number] = [begun]
        counts = (
            (NOW, plan.count(NOW), self.tr("今天还有"), self.tr("件要做，")),
            (DONE, len(plan.done_today), self.tr("已做"), self.tr("件，")),
            (LATER, plan.count(LATER), self.tr("以后"), self.tr("件")),
        )
        for key, count, before, behind in counts:
            parts += [before, Number(key, count, f"{before} {count} {behind.strip('，')}"), behind]
        if plan.term is not None and not plan.term.checked:
            parts[-1] = f"{parts[-1]}，"
            parts += [self.tr("校历"), Number(TERM, self.tr("未核对"), self.tr("校历未核对，去核对"))]
        return parts

    def _say_empty(self, items: list[Item]) -> None:
        if items:
            return
        if self.search.text():
            self.grid.set_empty(self.tr("没有找到“{0}”").format(self.search.text().strip()), self.tr("看今天全部"))
        elif not self.is_page():
            self.grid.set_empty(self.tr("这一天没有"), self.tr("回到今天"))
        else:
            self.grid.set_empty(words.heading(self.day.plan))

    def _number(self, key: str) -> None:
        today = self._session.today
        if key == TERM:
            self.term_wanted.emit()
            return
        self.show_view(
            View(self.view.by, AHEAD) if key == LATER else View(self.view.by, TO_DO if key == NOW else DID, today)
        )
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.search.serve(self.grid)
        self.search.searched.connect(lambda _text: self._searched())
        self.strip.chosen.connect(self.show_day)
        self.by.chosen.connect(lambda by: self.show_view(View(by, self.view.part, self.view.day)))
        self.sentence.clicked.connect(self._number)
        self.back.clicked.connect(self.show_page)
        self.grid.way_wanted.connect(self.show_page)

    def _searched(self) -> None:
        self.fill()
        rows = self.grid.rows()
        if rows and self.grid.current() not in rows:
            self.grid.set_current(rows[0])
        self.listed.emit()

    def _lay_out(self) -> None:
        head, under = QHBoxLayout(), QHBoxLayout()
        for row in (head, under):
            row.setSpacing(tokens.BETWEEN)
        head.addWidget(self.heading, 1)
        head.addWidget(self.search)
        head.addWidget(self.print)
        head.addWidget(self.slips)
        under.addWidget(self.sentence, 1)
        under.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        under.addWidget(self.by, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, tokens.GAP)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addLayout(under)
        column.addWidget(self.strip)
        column.addWidget(self.grid, 1)

    def _fold(self) -> None:
        """Buttons without their words where the finding needs the room."""
        labels = ((self.print, self.tr("打印清单")), (self.slips, self.tr("本周任务单")))
        for button, label in labels:
            button.set_label(label)
        told = round(fonts.width(self.heading.text(), tokens.HEADING, 600)) + 2
        room = self.width() - 2 * tokens.GUTTER - self.search.minimumWidth() - 3 * tokens.BETWEEN
        fits = told + sum(button.sizeHint().width() for button, _label in labels) <= room
        for button, label in labels:
            button.set_label(label if fits else "")
        room -= sum(button.sizeHint().width() for button, _label in labels)
        self.heading.setMinimumWidth(max(0, min(told, room)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < tokens.px(FEW)
        self._fold()
        if narrow != self._narrow:
            self._narrow = narrow
            shown = (lines.WHO, lines.WHAT, lines.WHEN) if narrow else (
                lines.WHO, lines.WHAT, lines.BY, lines.WHEN, lines.DO)
            self.grid.arrange(Arrangement(shown, {lines.WHO: 150, lines.WHEN: 116} if narrow else {}))


