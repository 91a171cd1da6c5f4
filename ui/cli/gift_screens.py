"""Pictures of 捐赠与心愿: the five lists, what is to do, one of each, the forms, a letter."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.gifts import Donation
from ui.gifts import book as books
from ui.gifts import records
from ui.gifts.errand import GIVE, INSURE, MET, WISH, Errand
from ui.gifts.page import GiftsPage
from ui.shell import Shell

Screen = tuple[str, QWidget]


def gifts(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("gifts")
    page = window.page
    assert isinstance(page, GiftsPage)
    desk = page.desk
    yield "gifts", shell
    desk.unfold()
    yield "gifts-to-do", shell
    page.back()
    for segment in books.SEGMENTS:
        desk.list.choose(segment)
        if segment != books.GIVEN:
            yield f"gifts-{segment}", shell
        rows = [row for row in desk.list.shown().rows() if segment != books.GIVEN or _has_children(desk.book, row)]
        if rows and segment in (books.GIVEN, books.DONORS, books.COVER, books.WISHES):
            desk.open_row(rows[0])
            yield f"gifts-{segment}-one", shell
            if segment == books.DONORS:
                desk.acts.act(records.LETTER)
                yield "gifts-letter", shell
                page.back()
            if segment == books.WISHES:
                desk.ask(Errand(MET, rows[0]))
                yield "gifts-met", shell
                page.back()
            page.back()
    for kind in (GIVE, INSURE, WISH):
        desk.ask(Errand(kind))
        yield f"gifts-{kind}", shell
        page.back()
    desk.list.choose(books.GIVEN)


def _has_children(book: books.Book, row: int) -> bool:
    one = book.state.donations.get(row)
    return isinstance(one, Donation) and bool(one.children)
