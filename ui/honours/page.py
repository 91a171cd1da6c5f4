"""The page 奖励和事迹: awards and their certificates, good examples and case studies."""


from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.history import Undone
from ui.honours import keys
from ui.honours.award_desk import DRAFT as AWARD_DRAFT
from ui.honours.award_parts import AWARDS as AWARDS_PART
from ui.honours.desks import HonourDesks
from ui.honours.listing import AWARDS, STORIES
from ui.honours.sheet import file_name, honour_table, story_text
from ui.honours.story_desk import DRAFT as STORY_DRAFT
from ui.honours.words_desk import DRAFT as WORDS_DRAFT
from ui.page import KeyGroup
from ui.paper.honour_scopes import GIVING, list_job
from ui.paper.honour_scopes import STORY as STORY_PAPER
from ui.session import Session
from ui.sheet_saving import save_sheet, save_text
from ui.work import Work

AWARD, RECORD, PRIZES, STORY, WORDS, NEW, MENTORS = "award", "record", "prizes", "story", "words", "new", "mentors"


class HonoursPage(HonourDesks):
    """`arrive`: ("award", id), ("record", id of the record of the ledger), ("prizes", id of a contest's record) to make
    awards of them, ("story", id), "words", ("new", "award"), ("new", "story"), or None."""

    can = frozenset({"search", "print_out", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        if self.in_list():
            return keys.list_keys()
        if self.stack.currentWidget() is self.awards:
            return keys.award_keys()
        return keys.story_keys() if self.stack.currentWidget() is self.stories else keys.words_keys()

    def key_groups(self) -> list[KeyGroup]:
        return keys.groups()

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def arrive(self, want: object) -> None:
        self._show()
        kind, what = want if isinstance(want, tuple) and len(want) == 2 else (want, None)
        if kind == AWARD and isinstance(what, int):
            self.open_award(what)
        elif kind == RECORD and isinstance(what, int):
            giving = self._session.store.honours.giving_of_record(what)
            self.open_award(giving.key if giving is not None else 0)
        elif kind == PRIZES and isinstance(what, int):
            self.take_prizes_of(self._session.store.activities.of_record(what))
        elif kind == STORY and isinstance(what, int):
            self.open_story(what)
        elif kind == WORDS:
            self.open_words()
        elif kind == MENTORS and isinstance(what, tuple):
            self.commend(what)
        elif kind == NEW:
            self.listing.show_view(STORIES if what == STORY else AWARDS)
            self.begin()
        elif self.in_list():
            self.listing.grid().focus_first()
        elif (desk := self._desk()) is not None:
            desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        if self.stack.currentWidget() is self.awards:
            return (AWARD, self.awards.number()) if self.awards.number() else (NEW, AWARD)
        if self.stack.currentWidget() is self.stories:
            return (STORY, self.stories.number()) if self.stories.number() else (NEW, STORY)
        return None if self.in_list() else WORDS

    def back(self) -> bool:
        if self.in_list():
            return False
        self.close_desk()
        return True

    def leave(self) -> bool:
        desk = self._desk()
        if desk is not None:
            desk.keep()
        return True

    def resume(self) -> bool:
        opened = self._session.drafts.opened()
        kept = self._session.drafts.read(opened)
        self._show()
        if opened == WORDS_DRAFT:
            self.open_words()
        elif opened.startswith(AWARD_DRAFT):
            self._open_award(int(kept.get("giving") or 0), str(kept.get("part", AWARDS_PART)))
        elif opened.startswith(STORY_DRAFT):
            self._open_story(int(kept.get("story") or 0))
        return not self.in_list()

    def search(self) -> None:
        if not self.in_list():
            self.close_desk()
        self.listing.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.listing.search.selectAll()

    def print_out(self) -> None:
        """Of an occasion its certificates, of a story its pages; else the list of awards."""
        shown = self.stack.currentWidget()
        if shown is self.awards and self.awards.number():
            self.goes.emit("print", (f"{GIVING}:{self.awards.number()}", "certificate"))
        elif shown is self.stories and self.stories.number():
            self.goes.emit("print", (f"{STORY_PAPER}:{self.stories.number()}", "story"))
        elif self.in_list() and self.listing.view() == STORIES:
            self.goes.emit("print", (f"{STORY_PAPER}:{self.listing.stories.current()}", "story"))
        elif self.in_list():
            self.goes.emit("print", (self.listing.key(), "honour_list"))

    def export(self) -> None:
        """The list of awards as an Excel file; the story on screen as a Word file."""
        story = self.stories.story if self.stack.currentWidget() is self.stories else None
        if story is not None:
            text, name = story_text(story, self._session.snapshot)
            save_text(self, self._session, self._work, text, name, "export_story")
            return
        job = list_job(self._session, self.listing.key())
        if job.awards:
            save_sheet(self, self._session, self._work, honour_table(job), file_name(job), "export_honours")

    def help_text(self) -> str:
        return keys.help_words()

    # inside

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _go_to_undone(self, undone: Undone) -> None:
        if self.isVisible() and self.in_list():
            self.listing.grid().flash(undone.records)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        if plain and event.key() == Qt.Key.Key_F4 and self.in_list():
            self.begin()
        elif plain and event.key() == Qt.Key.Key_F6 and self.stack.currentWidget() is self.awards:
            self.awards.next_part()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    def _connect(self) -> None:
        listing = self.listing
        listing.award_opened.connect(self.open_award)
        listing.story_opened.connect(self.open_story)
        listing.certificate_wanted.connect(lambda row: self.goes.emit("print", (f"{AWARD}:{row}", "certificate")))
        listing.prizes_wanted.connect(self.take_prizes)
        listing.new.clicked.connect(self.begin)
        listing.words.clicked.connect(self.open_words)
        listing.print.clicked.connect(self.print_out)
        listing.export.clicked.connect(self.export)
        for desk in (self.awards, self.stories, self.words):
            desk.closed.connect(self.close_desk)
        self.stories.export_wanted.connect(lambda _story: self.export())
        for desk in (self.awards, self.stories):
            desk.print_wanted.connect(lambda _key: self.print_out())
        self.awards.stored.connect(lambda row: self._stored(listing.show_award, row))
        self.stories.stored.connect(lambda row: self._stored(listing.show_story, row))
        self._session.undone.connect(self._go_to_undone)
