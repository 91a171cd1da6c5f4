"""The stock-take: begin one, write down what was counted, book the differences in one action (domain.md §5).

Nothing is booked while the books have changed since something was counted, or a difference has no reason; afterwards
the stock of the day of the count is what was counted, less what was scrapped for being broken.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from app.changes import Change, Delete, Insert, Update, Value
from app.inventory import SCRAP, STOCKTAKE, Movement, Stocktake
from app.shelf import least_from
from app.stocktake import Place, Row, covers
from app.values import BadValue, iso

MovementsOf = Callable[[int], Sequence[Movement]]


class Unsettled(BadValue):
    """A row that has to be looked at before the stock-take is booked: `reason` is changed, unexplained or too_many."""

    def __init__(self, place: Place, reason: str, there: int = 0) -> None:
        super().__init__("row", reason)
        self.place, self.there = place, there


def begin(room_id: int | None, day: date, staff_id: int | None, known: Iterable[Stocktake]) -> list[Change]:
    """Begin to count a room, or all of them (None). Raises BadValue: nobody counts, or one of it is still open."""
    if staff_id is None:
        raise BadValue("staff_id", "empty")
    if any(one.closed_on is None and covers(one, room_id) for one in known):
        raise BadValue("room_id", "taken")
    return [Insert("stocktake", {"room_id": room_id, "day": iso(day), "staff_id": staff_id}, "stocktake")]


def count(take: Stocktake, row: Row, counted: int | None, day: date, expected: int) -> list[Change]:
    """So many were counted on that day, whose books say `expected`; None: it is not counted after all. Raises
    BadValue."""
    _open(take)
    if counted is None:
        return _write(take, row, {"counted": None, "counted_on": None, "broken": 0, "reason": ""})
    if counted < 0:
        raise BadValue("counted", "too_few")
    return _write(take, row, {
        "counted": counted, "counted_on": iso(day), "expected": expected, "broken": min(row.broken, counted),
        "reason": row.reason if counted != expected or row.broken else "",
    })  # fmt: skip


def set_broken(take: Stocktake, row: Row, broken: int) -> list[Change]:
    """So many of what was counted are broken. Raises BadValue: more than were counted."""
    _open(take)
    if not 0 <= broken <= (row.counted or 0):
        raise BadValue("broken", "too_few" if broken < 0 else "not_counted" if row.counted is None else "too_many")
    return _write(take, row, {"broken": broken})


def explain(take: Stocktake, row: Row, reason: str) -> list[Change]:
    """Why it differs, or what broke."""
    _open(take)
    return _write(take, row, {"reason": reason.strip()})


def take_books(take: Stocktake, row: Row) -> list[Change]:
    """The books were put right after it was counted: they are what it is compared with now."""
    _open(take)
    return _write(take, row, {"expected": row.now})


def close(
    take: Stocktake, rows: Sequence[Row], movements: MovementsOf, confirmed_by: int | None, day: date, *,
    missing: str = "", scrap: bool = False, broke: str = "",
) -> list[Change]:  # fmt: skip
    """Book every difference on the day it was counted, confirmed by somebody who did not count.

    What is not counted stays as the books have it, unless `missing` says why it counts as 0. With `scrap` what is
    broken is scrapped, for its reason or for `broke`. Raises BadValue, Unsettled.
    """
    _open(take)
    if confirmed_by is None or confirmed_by == take.staff_id:
        raise BadValue("confirmed_by", "empty" if confirmed_by is None else "same_person")
    changes: list[Change] = []
    for row in rows:
        if row.counted is None and missing and row.expected:
            changes += _write(take, row, {"counted": 0, "counted_on": iso(day), "expected": row.expected,
                                          "reason": missing})  # fmt: skip
            changes += _booked(take, row.place, day, -row.expected, missing, 0, "", movements)
            continue
        if row.counted is None:
            changes += _write(take, row, {"expected": row.expected})
            continue
        if row.expected != row.now:
            raise Unsettled(row.place, "changed", row.now)
        if row.difference and not row.reason:
            raise Unsettled(row.place, "unexplained")
        gone = row.broken if scrap else 0
        changes += _booked(take, row.place, row.counted_on or take.day, row.difference, row.reason, gone,
                           row.why_broken(broke), movements)  # fmt: skip
    return [*changes, Update("stocktake", take.id, {"closed_on": iso(day), "confirmed_by": confirmed_by})]


def drop(take: Stocktake) -> list[Change]:
    """A stock-take that was begun by mistake; one that was booked stays. Raises BadValue."""
    _open(take)
    return [*(Delete("stocktake_line", one.id) for one in take.lines), Delete("stocktake", take.id)]


def _open(take: Stocktake) -> None:
    if take.closed_on is not None:
        raise BadValue("closed_on", "not_here")


def _write(take: Stocktake, row: Row, values: dict[str, Value]) -> list[Change]:
    """What differs of a line; the whole of one that nothing was written of yet."""
    if not row.line_id:
        if values.get("counted", 0) is None:
            return []
        asset_id, room_id = row.place
        start: dict[str, Value] = {"stocktake_id": take.id, "asset_id": asset_id, "room_id": room_id,
                                   "expected": row.expected}  # fmt: skip
        return [Insert("stocktake_line", start | values)]
    before = next(one for one in take.lines if one.id == row.line_id)
    old = {"counted": before.counted, "counted_on": iso(before.counted_on), "expected": before.expected,
           "broken": before.broken, "reason": before.reason}  # fmt: skip
    differ = {key: value for key, value in values.items() if old[key] != value}
    return [Update("stocktake_line", row.line_id, differ)] if differ else []


def _booked(
    take: Stocktake, place: Place, day: date, difference: int, reason: str, broken: int, broke: str,
    movements: MovementsOf,
) -> list[Change]:  # fmt: skip
    less = difference - broken
    if less < 0:
        there = least_from(movements(place[0]), place[1], day)
        if there + less < 0:
            raise Unsettled(place, "too_many", there)
    row: dict[str, Value] = {"asset_id": place[0], "room_id": place[1], "day": iso(day), "stocktake_id": take.id}
    found: list[Change] = []
    if difference:
        found.append(Insert("movement", row | {"kind": STOCKTAKE, "count": difference, "reason": reason}))
    if broken:
        found.append(Insert("movement", row | {"kind": SCRAP, "count": broken, "reason": broke}))
    return found
