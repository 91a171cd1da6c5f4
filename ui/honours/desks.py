"""The lists and the desks of the page of awards and stories, of which one is on screen at a time."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.activities import Held
from ui.honours.award_desk import AwardDesk
from ui.honours.award_parts import AWARDS as AWARDS_PART
from ui.honours.award_parts import PEOPLE
from ui.honours.deeds import HonourDeeds
from ui.honours.listing import STORIES, Listing
from ui.honours.story_desk import StoryDesk
from ui.honours.winners import STAFF, Winner
from ui.honours.words_desk import WordsDesk
from ui.page import Page
from ui.session import Session
from ui.work import Work


class HonourDesks(Page):
    """Opens them and leads back to the list."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._stale = True
        deeds = HonourDeeds(session)
        self.listing = Listing(session)
        self.awards, self.stories = AwardDesk(session, deeds), StoryDesk(session, work, deeds)
        self.words = WordsDesk(session, deeds)
        self._deeds = deeds
        self.stack = QStackedWidget()
        for one in (self.listing, self.awards, self.stories, self.words):
            self.stack.addWidget(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def in_list(self) -> bool:
        """Whether the list is on screen."""
        return self.stack.currentWidget() is self.listing

    def begin(self) -> None:
        """F4: a new occasion, or a new story where the stories are shown."""
        if self.listing.view() == STORIES:
            self._open_story(0)
        else:
            self._open_award(0, PEOPLE)

    def open_award(self, award_id: int) -> None:
        """Show the occasion of an award; nothing happens if it is gone."""
        if award_id and self._session.store.honours.giving(award_id) is not None:
            self._open_award(award_id, AWARDS_PART)

    def open_story(self, story_id: int) -> None:
        """Show a story; nothing happens if it is gone."""
        if self._session.store.honours.story(story_id) is not None:
            self._open_story(story_id)

    def open_words(self) -> None:
        """Show the words of the certificates."""
        self._turn(self.words)
        self.words.open()

    def take_prizes(self) -> None:
        """Make awards of the prizes of the newest contest in one step, and show them."""
        contests = self.listing.shelf.contests
        self.take_prizes_of(contests[0][0] if contests else None)

    def take_prizes_of(self, held: Held | None) -> None:
        """The same for that contest."""
        award_id = self._deeds.take_prizes(held) if held is not None else 0
        if award_id:
            self._stored(self.listing.show_award, award_id)

    def commend(self, mentors: Iterable[tuple[int, str]]) -> None:
        """Begin an occasion with these members of staff, each with the figures that speak for it (REQ 10.28)."""
        self._open_award(0, AWARDS_PART)
        for staff, why in mentors:
            self.awards.lines.give([Winner(STAFF, staff)], self.tr("优秀代理家长"), why)

    def close_desk(self) -> None:
        """Back to the list; what is not stored stays as a draft."""
        desk = self._desk()
        award, story = self.awards.number(), self.stories.number()
        if desk is not None:
            desk.keep()
            self._session.drafts.close(desk.draft())
        self._turn(self.listing)
        self._show()
        if desk is self.awards:
            self.listing.show_award(award)
        elif desk is self.stories:
            self.listing.show_story(story)
        self.listing.grid().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_award(self, award_id: int, part: str) -> None:
        self._turn(self.awards)
        self.awards.open_for(self._session.store.honours.giving(award_id) if award_id else None, part)

    def _open_story(self, story_id: int) -> None:
        self._turn(self.stories)
        self.stories.open_for(self._session.store.honours.story(story_id) if story_id else None)

    def _desk(self) -> AwardDesk | StoryDesk | WordsDesk | None:
        found = self.stack.currentWidget()
        return found if isinstance(found, AwardDesk | StoryDesk | WordsDesk) else None

    def _stored(self, show: Callable[[int], None], row: int) -> None:
        self._turn(self.listing)
        self._stale = True
        self._show()
        show(row)
        self.listing.grid().setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, shown: QWidget) -> None:
        self.stack.setCurrentWidget(shown)
        self.keys_changed.emit()

    def _show(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.listing.reread()
        desk = self._desk()
        if desk is not None and not desk.refresh():
            self._turn(self.listing)
