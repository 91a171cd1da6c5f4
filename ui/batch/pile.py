"""The scanned pages that wait to be stored: they survive a crash as a draft, with their pictures."""

from app.batch import Prefilled, as_words, from_words
from ui.batch.scope import Scope
from ui.session import Session

DRAFT = "batch-pile"


class Pile:
    """Pages in the order they came."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.pages: dict[str, Prefilled] = {}
        """By the key of their scope."""

    def add(self, first: Prefilled) -> None:
        """Put a page and what follows it on the pile."""
        for page in (first, *first.more):
            self.pages[Scope.of_page(page).key] = page
        self._keep()

    def done(self, page: Prefilled) -> Prefilled | None:
        """Take a page off the pile; the next one of it, None for none."""
        keys = list(self.pages)
        place = keys.index(Scope.of_page(page).key) if Scope.of_page(page).key in keys else -1
        self.pages.pop(Scope.of_page(page).key, None)
        self._keep()
        rest = list(self.pages.values())
        return rest[max(0, place) % len(rest)] if rest else None

    def put_back(self) -> None:
        """Take the pile up again as it was when the program ended."""
        if self.pages:
            return
        for words in self._session.drafts.read(DRAFT).get("pages", ()):
            try:
                page = from_words(words)
            except (KeyError, TypeError, ValueError):
                continue
            self.pages[Scope.of_page(page).key] = page

    def _keep(self) -> None:
        pages = list(self.pages.values())
        self._session.drafts.keep(DRAFT, lambda: {"pages": [as_words(page) for page in pages]} if pages else {})
        self._session.drafts.flush()
