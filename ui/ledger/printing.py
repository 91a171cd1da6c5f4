"""What Ctrl+P on 台账 prints first: the thing that is open, what is selected, what is listed, the room, or all."""

from app.asset_books import BOOK, CARDS, CHOSEN, OF_ROOM, AssetAsk
from ui.ledger.desk import Desk
from ui.ledger.shelf import ALL, STANDARD


def asked_paper(desk: Desk) -> AssetAsk:
    """As of the day that is looked at."""
    day, wish = desk.shelf.day, desk.shelf.wish
    selected, is_open = desk.list.grid.selected(), desk.panel is desk.asset
    if wish.segment == STANDARD and not is_open:
        return AssetAsk(BOOK, "all", day)
    if len(selected) > 1:
        return AssetAsk(CARDS if is_open else BOOK, CHOSEN, day, tuple(selected))
    if is_open:
        return AssetAsk(CARDS, CHOSEN, day, (desk.asset.asset_id,))
    if wish.segment != ALL or wish.text:
        return AssetAsk(BOOK, CHOSEN, day, tuple(desk.list.grid.rows()))
    return AssetAsk(BOOK, f"{OF_ROOM}:{wish.room}" if wish.room else "all", day)
