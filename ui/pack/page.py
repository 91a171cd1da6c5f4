"""The page 迎检资料: what a term's pack will hold and what is missing, made at the right, checked, the term closed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store import Store
from app.termdays import Term
from app.terms import term_of, with_assumed
from ui import tokens
from ui.pack import words as pack_words
from ui.pack.closing import ClosePanel, close_of
from ui.pack.deeds import PackDeeds
from ui.pack.listing import PackList
from ui.pack.making import Planned, planned
from ui.pack.panel import PackPanel
from ui.pack.part import Lack
from ui.pack.scene import scene_of
from ui.page import KeyGroup, Page
from ui.pieces.one_at_a_time import OneAtATime
from ui.pieces.page_head import PageHead
from ui.session import Session
from ui.work import Work

MAKE, CLOSE = range(2)
LARGE = 300
"""Children of a school whose figures are counted in the background: there it takes seconds."""
TERM = "term"
"""What `arrive` takes to show the close of the term."""


class PackPage(Page):
    """Planned afresh when it is shown. `arrive`: the code of a term, or TERM."""

    can = frozenset({"export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._stale = True
        self._plan: list[Planned] = []
        self.code = ""
        self.head = PageHead(self.tr("迎检资料"))
        self.list = PackList()
        self.panel, self.closing = PackPanel(session), ClosePanel(session)
        self.aside = OneAtATime()
        self._deeds = PackDeeds(session, work, self)
        _lay_out(self)
        _connect(self)

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        do = self.closing.go if self.in_close() else self.panel.go
        found = [("↑↓", self.tr("换一样")), ("Enter", self.tr("去补"))]
        if not do.isHidden() and do.isEnabled():
            found.append(("Ctrl+Enter", do.label()))
        return [*found, ("Esc", self.tr("返回"))]

    def key_groups(self) -> list[KeyGroup]:
        return [KeyGroup("", (("↑↓", self.tr("换一样")), ("Enter", self.tr("去补")),
                              ("Ctrl+Enter", self.tr("生成")), ("Esc", self.tr("返回"))))]  # fmt: skip

    def arrive(self, want: object) -> None:
        if isinstance(want, str) and want and want != TERM:
            self.code, self._stale = want, True
        self._show()
        if want == TERM:
            self.show_close()
        elif not self.in_close():
            self.list.focus_first()

    def here(self) -> object:
        return TERM if self.in_close() else self.code

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible() and not self._work.busy:
            self._show()

    def back(self) -> bool:
        if not self.in_close():
            return False
        self._turn(MAKE)
        self.list.focus_first()
        return True

    def export(self) -> None:
        """Ctrl+E: make the pack."""
        self.make()

    def help_text(self) -> str:
        return self.tr(
            "左边按文件夹列着这学期要交的材料，各有几份、还缺什么，按 Enter 就到能补的地方。"
            "右边先选号码遮不遮、做成文件夹还是 zip、放在哪里，再生成："
            "每样都印成 PDF 或 Excel，照片按活动分好；“00 目录”里有总目录、卷内目录和档案盒的标签。"
            "停了电或者按了停，再点一次接着做；以后再生成，只换变了的。“核对”一个一个文件对，少了、改过、多出来的都说。"
            "不同意拍照的孩子的照片不放，心理辅导的记录不放。都交完了点“学期结束”。"
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    # inside

    def in_close(self) -> bool:
        """Whether the close of the term is on screen."""
        return self.aside.currentIndex() == CLOSE

    def term(self) -> Term | None:
        """The chosen term; the running one until somebody chose."""
        known = with_assumed(self._session.snapshot.terms, self._session.today)
        chosen = next((one for one in known if one.code == self.code), None)
        return chosen or term_of(self._session.snapshot.terms, self._session.today)

    def make(self) -> None:
        """Write the pack in the background, or go on with one that was stopped."""
        term = self.term()
        if term is not None and self.panel.go.isEnabled():
            self._deeds.make(term, self.panel.choices(), self.panel.target())

    def check(self) -> None:
        """Hold the pack in the chosen folder against its list."""
        self._deeds.check(self.panel.target())

    def show_close(self) -> None:
        """What closing the term does, or what was corrected since."""
        term = self.term()
        if term is not None:
            self.closing.show_term(term, self.list.lack_count())
            self._turn(CLOSE)
            first = self.closing.go if self.closing.go.isEnabled() and not self.closing.go.isHidden() else (
                self.closing.back)  # fmt: skip
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_term(self) -> None:
        """Freeze the term, enter the next one, and back up."""
        term = self.term()
        if term is not None and self.closing.go.isEnabled() and self._deeds.close_term(term):
            self.code = term.code  # else it were the next one's, which is there now
            self.show_close()

    def reopen(self) -> None:
        """Take the close back on a later day."""
        term, close = self.term(), self.closing.close_
        if term is not None and close is not None:
            self._deeds.reopen(term, close)
            self.show_close()

    def _made(self) -> None:
        self._replan()
        self.panel.open_.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self, lack: Lack) -> None:
        self.goes.emit(lack.page, lack.want)

    def _show(self) -> None:
        term = self.term()
        if not self._stale or term is None:
            return
        session, choices = self._session, self.panel.choices()

        def plan(store: Store) -> list[Planned]:
            return planned(scene_of(session.disk, store, session.snapshot, term, session.today, choices))

        if len(session.snapshot.children) <= LARGE:
            self._stale = False
            self._planned(plan(session.store))
        elif not self._work.busy:
            self._stale = False
            label = self.tr("正在看还缺什么")
            self._work.run(lambda store, _step: plan(store), self._planned, label=label, can_cancel=False)

    def _planned(self, plan: list[Planned]) -> None:
        """Show what there is and what is missing."""
        session, term = self._session, self.term()
        if term is None:
            return
        self._plan = plan
        known = with_assumed(session.snapshot.terms, session.today)
        begun = [one for one in known if one.from_day <= session.today or one is term]
        self.panel.terms.set_options([(one.code, pack_words.season(one.code)) for one in reversed(begun)])
        self.panel.terms.set_value(term.code)
        self.list.show_plan(self._plan)
        self._say()
        if self.in_close():
            self.closing.show_term(term, self.list.lack_count())
        self.keys_changed.emit()

    def _say(self) -> None:
        files = sum(len(one.drafts) for one in self._plan)
        lacks = self.list.lack_count()
        heading = self.tr("还有 {0} 样没齐，可以先补").format(lacks) if lacks else self.tr("材料齐了，可以生成")
        term = self.term()
        left = [one for part in self._plan for one in part.left_out]
        said = self.tr("现在能生成 {0} 份材料，{1} 份不放") if left else self.tr("现在能生成 {0} 份材料")
        if term is not None and close_of(self._session, term) is not None:
            said += self.tr("。这学期已经结束")
        self.head.set_words(heading, [said.format(files, len(left))])
        self.panel.offer(term.code if term else "", files, left)

    def _choose(self, code: str) -> None:
        if code and code != self.code:
            self.code, self._stale = code, True
            self._turn(MAKE)
            self._show()

    def _after_work(self) -> None:
        if self.isVisible():
            self._show()

    def _replan(self) -> None:
        self._stale = True
        self._show()

    def _turn(self, which: int) -> None:
        self.aside.setCurrentIndex(which)
        self.keys_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            (self.closing.go if self.in_close() else self.panel.go).click()
            return
        super().keyPressEvent(event)


def _connect(page: PackPage) -> None:
    page._work.ended.connect(page._after_work)
    page.panel.terms.committed.connect(page._choose)
    page.list.mend_wanted.connect(page._mend)
    page.panel.chosen.connect(page._replan)
    page.panel.make_wanted.connect(page.make)
    page.panel.check_wanted.connect(page.check)
    page.panel.close_wanted.connect(page.show_close)
    page._deeds.said.connect(page.panel.say)
    page._deeds.made.connect(page._made)
    page.closing.close_wanted.connect(page.close_term)
    page.closing.reopen_wanted.connect(page.reopen)
    page.closing.history_wanted.connect(lambda: page.goes.emit("history", None))
    page.closing.left.connect(page.back)


def _lay_out(page: PackPage) -> None:
    for panel in (page.panel, page.closing):
        page.aside.addWidget(panel)
    left = QVBoxLayout()
    left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.BETWEEN)
    left.addWidget(page.head)
    left.addWidget(page.list, 1)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addLayout(left, 1)
    row.addWidget(page.aside)
