"""What is half typed of items, kept while somebody looks at another one, over the lock and a power cut."""

from typing import Any

from app.today import Item, Key
from ui.session import Session

DRAFT = "today"
Typed = dict[str, Any]


class HalfTyped:
    """What was typed of each item, as one draft of the page."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._typed: dict[Key, Typed] = {}
        self._at: Key = ()
        self._kept = False

    def of(self, item: Item) -> Typed | None:
        """What was typed of this item."""
        return self._typed.get(item.key)

    def take(self, item: Item, typed: Typed) -> None:
        """This is what stands there now; {} = nothing."""
        self._typed.pop(item.key, None)
        if typed:
            self._typed[item.key] = typed
            self._at = item.key

    def drop(self, item: Item) -> None:
        """It is recorded."""
        self._typed.pop(item.key, None)

    def keep(self) -> None:
        """Write it as a draft; with nothing typed, one comes back to what other pages have."""
        if self._typed:
            self._kept = True
            self._session.drafts.keep(DRAFT, self._words, DRAFT)
        elif self._kept:
            self._kept = False
            self._session.drafts.drop(DRAFT)

    def read(self) -> Key:
        """Take the draft of before; the key of the item that was in hand, () for none."""
        kept = self._session.drafts.read(DRAFT)
        for key, typed in kept.get("typed", ()):
            self._typed[tuple(key)] = typed
        self._kept = bool(self._typed)
        self._at = tuple(kept.get("at", ()))
        return self._at

    def _words(self) -> Typed:
        at = self._at if self._at in self._typed else next(reversed(self._typed), ())
        return {"typed": [[list(key), typed] for key, typed in self._typed.items()], "at": list(at)} if at else {}
