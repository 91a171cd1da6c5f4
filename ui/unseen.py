"""What changed while a page was not on screen: it is shown when somebody comes to it, and a save need not wait."""

from collections.abc import Mapping

from ui.page import Page

Touched = frozenset[int] | None


class Unseen:
    """By key of the page."""

    def __init__(self) -> None:
        self._missed: dict[str, Touched] = {}

    def note(self, pages: Mapping[str, Page], seen: str, touched: Touched) -> None:
        """A change: the page of the key `seen` shows it, the others will."""
        for key, page in pages.items():
            if key == seen:
                page.refresh(touched)
            else:
                self._missed[key] = _both(self._missed[key], touched) if key in self._missed else touched

    def catch_up(self, key: str, page: Page) -> None:
        """The page comes on screen: let it show what it missed."""
        if key in self._missed:
            page.refresh(self._missed.pop(key))


def _both(one: Touched, other: Touched) -> Touched:
    """What two changes together touched. An empty one touched the school's frame: with another, that is anything."""
    return one | other if one and other else one if one == other else None
