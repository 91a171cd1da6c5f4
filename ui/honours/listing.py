"""The awards of a term or a school year, occasion by occasion; beside them the stories, drafts first."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.honours import APPROVED
from app.terms import code_of, with_assumed
from ui import tokens
from ui.care_words import day_short
from ui.honours.cells import Cells
from ui.honours.shelf import Shelf
from ui.paper.honour_scopes import stretches, when_word
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.list_grid import ListGrid
from ui.pieces.notice import Strip
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.rows import Group, Row
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments
from ui.session import Session

AWARDS, STORIES = VIEWS = ("awards", "stories")


class Listing(QWidget):
    """`award_opened`, `story_opened`: Enter on one, or a click on its name."""

    award_opened = Signal(int)
    story_opened = Signal(int)
    certificate_wanted = Signal(int)
    prizes_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.shelf = session, Shelf(session)
        self._text, cells = "", Cells(self.shelf)
        self.search = SearchBox(self.tr("找姓名、奖项、题目"))
        self.words = Button(self.tr("奖状的字"))
        self.export = Button(self.tr("导出"), icon="download")
        self.print = Button(self.tr("打印"), icon="printer")
        self.new = Button(self.tr("新的奖励"), kind="primary", keys="F4")
        self.head = PageHead("", (), self.search, self.words, self.export, self.print, self.new)
        self.segments = Segments([Segment(AWARDS, self.tr("奖励")), Segment(STORIES, self.tr("事迹和个案"))],
                                 name=self.tr("看哪些"))  # fmt: skip
        self.term = ComboField("", [])
        self.term.name_it(self.tr("哪个学期"))
        self.term.setFixedWidth(tokens.px(224))
        self.contest = Strip("caution", action=self.tr("记成奖励"))
        self.awards = ListGrid(cells.award_columns(), name=self.tr("奖励"), many=False)
        self.stories = ListGrid(cells.story_columns(), name=self.tr("事迹和个案"), many=False)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # what is shown

    def view(self) -> str:
        """One of VIEWS."""
        return self.segments.current()

    def grid(self) -> ListGrid:
        """The list on screen."""
        return self.awards if self.view() == AWARDS else self.stories

    def key(self) -> str:
        """The term or school year that is shown."""
        return self.term.value()

    def show_view(self, view: str) -> None:
        """Turn to one of VIEWS."""
        self.segments.set_current(view)
        self._turn()

    def reread(self) -> None:
        """Read again; the current row stays."""
        self._offer_terms()
        self.shelf.read(self.key())
        self._show()

    def show_award(self, award_id: int) -> None:
        """Go to one, whatever was chosen."""
        self.show_view(AWARDS)
        self._show_row(award_id, award_id in self.shelf.awards)

    def show_story(self, story_id: int) -> None:
        """Go to one."""
        self.show_view(STORIES)
        self._show_row(story_id, story_id in self.shelf.stories)

    def _show_row(self, row: int, there: bool) -> None:
        if there and row not in self.grid().rows():
            self.search.clear()
            self._text = ""
            self._show()
        if there:
            self.grid().flash(frozenset({row}))

    def _offer_terms(self) -> None:
        known = with_assumed(self._session.snapshot.terms, self._session.today)
        options = [(key, when_word(key)) for key in stretches(self._session)]
        if [key for key, _words in options] != [self.term.editor.itemData(n) for n in range(self.term.editor.count())]:
            now = code_of(self._session.today)
            chosen = self.term.value() or (now if now in {one.code for one in known} else options[0][0])
            self.term.set_options(options)
            self.term.set_value(chosen)

    def _show(self) -> None:
        self._show_awards()
        self._show_stories()
        self.segments.set_counts({AWARDS: len(self.shelf.awards), STORIES: len(self.shelf.stories)})
        title, many = self.shelf.contest()
        self.contest.setVisible(bool(many) and self.view() == AWARDS)
        if many:
            self.contest.say("caution", self.tr("{0}有 {1} 个名次还没记成奖励，奖状也就印不出来。").format(title, many))
            self.contest.button.setAccessibleName(self.tr("把{0}的名次记成奖励").format(title))
        self._say()

    def _show_awards(self) -> None:
        rows: list[Row] = []
        for giving in self.shelf.givings(self._text):
            name = f"{day_short(giving.day, self._session.today)} {self.shelf.occasion(giving)}"
            rows += [Group(name, len(giving.awards)), *(one.id for one in giving.awards)]
        none = self.tr("这段时间还没有奖励，按 F4 记一次")
        _fill(self.awards, rows, self.tr("没有找到“{0}”").format(self._text) if self._text else none)

    def _show_stories(self) -> None:
        rows: list[Row] = []
        every = self.shelf.told(self._text)
        for name, found in ((self.tr("草稿"), [one for one in every if one.state != APPROVED]),
                            (self.tr("定稿"), [one for one in every if one.state == APPROVED])):  # fmt: skip
            if found:
                rows += [Group(name, len(found)), *(one.id for one in found)]
        none = self.tr("还没有事迹，按 F4 写一篇")
        _fill(self.stories, rows, self.tr("没有找到“{0}”").format(self._text) if self._text else none)

    def _say(self) -> None:
        shelf = self.shelf
        children = {one.child_id for one in shelf.awards.values() if one.child_id is not None}
        drafts = sum(one.state != APPROVED for one in shelf.stories.values())
        many = shelf.contest()[1]
        heading = self.tr("奖励和事迹")
        if self.view() == AWARDS and many:
            heading = self.tr("{0} 个名次还没记").format(many)
        elif self.view() == STORIES and drafts:
            heading = self.tr("{0} 篇还没审定").format(drafts)
        said: list[str | Number] = [
            self.tr("发了"), Number(AWARDS, len(shelf.awards), self.tr("奖")), self.tr("个奖，"),
            Number("children", len(children), self.tr("得奖的孩子")), self.tr("个孩子得过；事迹和个案"),
            Number(STORIES, len(shelf.stories), self.tr("事迹和个案")), self.tr("篇"),
        ]  # fmt: skip
        self.head.set_words(heading, said)

    def _turn(self) -> None:
        stories = self.view() == STORIES
        self.stack.setCurrentWidget(self.stories if stories else self.awards)
        self.new.set_label(self.tr("新的一篇") if stories else self.tr("新的奖励"))
        self.term.setVisible(not stories)
        self.export.setVisible(not stories and not tokens.is_narrow(self.window().width()))
        self.words.setVisible(not stories)
        self._show()

    def _find(self, text: str) -> None:
        self._text = text
        self._show()

    def _number(self, key: str) -> None:
        self.show_view(STORIES if key == STORIES else AWARDS)
        self.grid().setFocus()

    def _lay_out(self) -> None:
        for grid in (self.awards, self.stories):
            self.stack.addWidget(grid)
        line = QHBoxLayout()
        line.setSpacing(tokens.GAP)
        line.addWidget(self.segments)
        line.addStretch(1)
        line.addWidget(self.term)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(self.contest)
        column.addLayout(line)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._find)
        self.segments.chosen.connect(lambda _key: self._turn())
        self.term.committed.connect(lambda _code: self.reread())
        self.head.clicked.connect(self._number)
        self.contest.button.clicked.connect(self.prizes_wanted)
        for grid, opened in ((self.awards, self.award_opened), (self.stories, self.story_opened)):
            self.search.serve(grid)
            grid.opened.connect(opened)
            grid.edit_wanted.connect(opened)
        self.awards.acted.connect(lambda row, _key: self.certificate_wanted.emit(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the head has no room for the buttons that Ctrl+P and Ctrl+E are."""
        super().resizeEvent(event)
        wide = not tokens.is_narrow(self.window().width())
        self.print.setVisible(wide)
        self.export.setVisible(wide and self.view() == AWARDS)


def _fill(grid: ListGrid, rows: list[Row], none: str) -> None:
    grid.set_rows(rows)
    grid.refresh()
    if rows and not grid.current():
        grid.set_current(next(one for one in rows if isinstance(one, int)))
    grid.set_empty("" if rows else none)
