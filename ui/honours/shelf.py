"""What the page has read: the awards of a stretch of time, the stories, and contests whose prizes are no awards yet."""

from app.activities import Held
from app.honours import Award, Giving, Story, givings, prizes_left
from app.sounds import is_heard
from ui import activity_words
from ui import honour_words as words
from ui.paper.honour_scopes import occasions, stretch
from ui.session import Session


class Shelf:
    """Read again by `read`."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.awards: dict[int, Award] = {}
        self.stories: dict[int, Story] = {}
        self.occasions: dict[int, str] = {}
        self.contests: list[tuple[Held, int]] = []
        """Contests of the stretch, each with how many prizes are still to be taken over."""

    def read(self, key: str) -> None:
        """The awards of a term or a school year ("year:2026"), and all stories."""
        store = self.session.store
        first, last = stretch(self.session, key)
        self.awards = {one.id: one for one in store.honours.awards(first, last)}
        self.stories = {one.id: one for one in store.honours.stories()}
        self.occasions = occasions(self.session, (one.activity_id for one in self.awards.values()))
        held = [one for one in store.activities.between(first, last) if one.activity and one.activity.entries]
        given = store.honours.awards_of_activities(one.activity.id for one in held if one.activity)
        left = [
            (one, len(prizes_left(one.activity.entries, [a for a in given if a.activity_id == one.activity.id])))
            for one in held if one.activity is not None
        ]  # fmt: skip
        self.contests = [(one, many) for one, many in left if many]

    def givings(self, text: str = "") -> list[Giving]:
        """The occasions, each with what fits the text."""
        return givings(award for award in self.awards.values() if self._fits(award, text))

    def occasion(self, giving: Giving) -> str:
        """What it is called."""
        return words.occasion(giving.given_by, giving.level, self.occasions.get(giving.activity_id or 0, ""))

    def told(self, text: str = "") -> list[Story]:
        """The stories that fit the text, drafts first."""
        found = [one for one in self.stories.values() if not text or is_heard(one.title, text.lower())]
        return sorted(found, key=lambda one: one.approved_on is not None)

    def contest(self) -> tuple[str, int]:
        """The name of the newest contest with prizes to take over, and how many; ("", 0) for none."""
        if not self.contests:
            return "", 0
        held, many = self.contests[0]
        return activity_words.title(held), many

    def _fits(self, award: Award, text: str) -> bool:
        if not text:
            return True
        said = (words.person(award, self.session.snapshot), award.name, award.reason)
        return any(is_heard(one, text.lower()) for one in said if one)
