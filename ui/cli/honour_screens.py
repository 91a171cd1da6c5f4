"""Pictures of the page of awards and stories: both lists, an occasion, a story, the words of the certificates."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.honours import CASE
from ui.honours.listing import AWARDS, STORIES
from ui.honours.page import HonoursPage
from ui.shell import Shell

Screen = tuple[str, QWidget]


def honours(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("honours")
    page = window.page
    assert isinstance(page, HonoursPage)
    yield "honours", shell
    page.begin()
    yield "honours-people", shell
    page.back()
    awards = page.listing.shelf.awards
    if awards:
        page.open_award(max(awards))
        yield "honours-award", shell
        page.back()
    page.listing.show_view(STORIES)
    yield "honours-stories", shell
    for story in page.listing.shelf.stories.values():
        page.open_story(story.id)
        yield "honours-case" if story.kind == CASE else "honours-example", shell
        page.back()
    page.listing.show_view(AWARDS)
    page.open_words()
    yield "honours-words", shell
    page.back()
