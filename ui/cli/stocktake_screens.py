"""Pictures of the stock-take: one that is open, what was scanned, who confirms, a booked one, a new one, loans."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.shell import Shell
from ui.stocktake.board import ALL, LENT
from ui.stocktake.page import StocktakePage

Screen = tuple[str, QWidget]


def stocktake(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("stocktake")
    page = window.page
    assert isinstance(page, StocktakePage)
    desk, board = page.desk, page.board
    yield "stocktake", shell
    foreign = next((one.number for one in board.state.assets.values()
                    if all(one.id != row.asset.id for row in board.state.rows)), "")  # fmt: skip
    desk.scanning.take(foreign)
    desk.scanning.take(foreign)
    yield "stocktake-scan", shell
    desk.scanning.put_away()
    desk.unfold()
    yield "stocktake-book", shell
    desk.fold()
    shut = next((one.id for one in board.state.takes if one.closed_on is not None), 0)
    page.arrive(shut)
    yield "stocktake-booked", shell
    page.arrive((0, 0, ALL))
    desk.unfold()
    yield "stocktake-new", shell
    desk.fold()
    page.arrive((board.newest_open(), 0, LENT))
    yield "stocktake-lent", shell
    page.arrive((board.newest_open(), 0, ALL))
