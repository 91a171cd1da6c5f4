"""What an old ledger brings into the ledger of things: pieces it says are there, differences, another place.

Nobody accepts these pieces: they were accepted long ago, on paper. The movement gives the old ledger as its reason.
"""

from datetime import date

from app.changes import Change, Insert, New, Value
from app.inventory import IN, MOVE, STOCKTAKE
from app.values import iso


def carry_in(
    asset: int | New, count: int, room: int | New, day: date, reason: str, *, donor: int | New | None = None,
    batch: str = "", expires_on: date | None = None, token: str = "movement",
) -> list[Change]:  # fmt: skip
    """Pieces that the old ledger has on that day (结转)."""
    if count < 1:
        return []
    row: dict[str, Value] = {
        "asset_id": asset, "kind": IN, "day": iso(day), "count": count, "room_id": room, "donor_id": donor,
        "batch": batch, "expires_on": iso(expires_on), "reason": reason,
    }  # fmt: skip
    return [Insert("movement", row, token)]


def count_difference(asset_id: int, more: int, room: int | New, day: date, reason: str) -> list[Change]:
    """So many more (+) or fewer (-) than the books said, as a stock-take would book them."""
    if not more:
        return []
    row: dict[str, Value] = {
        "asset_id": asset_id, "kind": STOCKTAKE, "day": iso(day), "count": more, "room_id": room, "reason": reason,
    }  # fmt: skip
    return [Insert("movement", row)]


def other_place(
    asset_id: int, count: int, room: int | New, to_room: int | New, day: date, reason: str
) -> list[Change]:
    """Pieces that stand in another room than the books said."""
    row: dict[str, Value] = {
        "asset_id": asset_id, "kind": MOVE, "day": iso(day), "count": count, "room_id": room, "to_room_id": to_room,
        "reason": reason,
    }  # fmt: skip
    return [Insert("movement", row)]
