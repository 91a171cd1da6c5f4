"""Pictures of the page of things: the list, what the standard asks, one thing, a loan, a new thing, another day."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.inventory import LOAN
from ui.cli.stocktake_screens import stocktake
from ui.ledger import shelf
from ui.ledger.errand import NEW, Errand
from ui.ledger.page import LedgerPage
from ui.shell import Shell

Screen = tuple[str, QWidget]


def ledger(shell: Shell) -> Iterator[Screen]:
    """Each state of the page, and of the stock-take that belongs to it; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("ledger")
    page = window.page
    assert isinstance(page, LedgerPage)
    desk = page.desk
    yield "ledger", shell
    desk.unfold()
    yield "ledger-to-do", shell
    page.back()
    rows = desk.list.grid.rows()
    if rows:
        desk.open_asset(rows[0])
        yield "ledger-asset", shell
        desk.ask(Errand(LOAN, rows[0]))
        yield "ledger-loan", shell
        page.back()
        page.back()
    desk.ask(Errand(NEW))
    desk.form.fields["count"].set_value("5")
    desk.form.show_asked()
    yield "ledger-new", shell
    page.back()
    desk.list.choose(segment=shelf.STANDARD)
    yield "ledger-standard", shell
    desk.list.choose(segment=shelf.ALL)
    desk.list.look_at(desk.shelf.day - timedelta(days=30))
    yield "ledger-past", shell
    desk.list.look_at(None)
    yield from stocktake(shell)
