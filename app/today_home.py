"""What the home has to do today: planned activities, loans, what expires, findings, stock-takes left open."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.activities import Activities
from app.days import school_year
from app.gifts import Gifts
from app.home import Home
from app.insurance import endings, span
from app.inventory import Asset, Inventory, Movement, OpenLoan
from app.problems import Problems
from app.rooms import rooms_on, unmended
from app.school import Snapshot
from app.shelf import Batch, Thing, batches
from app.today import COVER, EVENT, EXPIRY, HOME, LOAN, MEND, TAKE, TROUBLE, Item

EXPIRY_DAYS = 30
"""How many days ahead the day of expiry is said."""
SOLVE_DAYS = 7
"""How many days ahead the day is said by which a problem is to be put right."""


class HomeThings:
    """Remembers which loans are late until a movement comes or goes: they are summed over all that were ever lent."""

    def __init__(self) -> None:
        self._late: list[OpenLoan] = []
        self._state: tuple[date, tuple[int, int]] | None = None

    def items(self, inventory: Inventory, snapshot: Snapshot, today: date) -> list[Item]:
        """One item for each loan that is overdue, and for each batch of which something is left."""
        state = (today, inventory.mark())
        if state != self._state:
            self._state, self._late = state, [one for one in inventory.loans(today) if one.is_late(today)]
        keepers = {one.id: one.keeper_id for one in snapshot.rooms}
        found = [*_loans(inventory, self._late, keepers), *_batches(expiring(inventory, today), keepers)]
        return sorted(found, key=lambda one: one.day)


def expiring(inventory: Inventory, today: date) -> list[tuple[Asset, Movement, Batch]]:
    """(asset, its newest movement, batch) of what expires within 30 days, or did, the soonest first."""
    until = today + timedelta(days=EXPIRY_DAYS)
    found = []
    for asset_id in {one.asset_id for one in inventory.expiring(until)}:
        asset, moved = inventory.asset(asset_id), inventory.movements(asset_id)
        if asset is not None:
            found += [(asset, moved[-1], one) for one in batches(moved, today) if one.left and one.expires_on <= until]
    return sorted(found, key=lambda three: (three[2].expires_on, three[0].number))


def insured(gifts: Gifts, snapshot: Snapshot, today: date) -> list[Item]:
    """One item for each policy that ends within 30 days, or did in the last 30, and was not followed by another."""
    if not gifts.ending(*span(today)):
        return []
    found = endings(gifts.covers(span(today)[0]), snapshot, today)
    return [Item((COVER, one.policy.id), HOME, one.until_day, ending=one) for one in found]


def to_mend(home: Home, snapshot: Snapshot, today: date) -> list[Item]:
    """One item for each thing a safety check found in a room that is in use, until it is mended; its keeper owes it."""
    return [
        Item((MEND, one.finding.id), HOME, one.check.day, owed_by=one.room.keeper_id, unmended=one)
        for one in unmended(rooms_on(snapshot.rooms, today), home.open_findings())
    ]


def to_solve(problems: Problems, today: date) -> list[Item]:
    """One item for each problem that should be put right within a week, or should have been, until it is (REQ 8.2).
    Whoever is named in it owes it."""
    # Only what is open: nothing can have been found after today.
    waiting, last = problems.known(today + timedelta(days=1), today), today + timedelta(days=SOLVE_DAYS)
    found = [Item((TROUBLE, one.id), HOME, one.due_on, owed_by=one.staff_id, problem=one) for one in waiting
             if one.due_on is not None and one.due_on <= last]  # fmt: skip
    return sorted(found, key=lambda one: one.day)


def uncounted(inventory: Inventory, snapshot: Snapshot, today: date) -> list[Item]:
    """One item for each stock-take that is not booked yet, the oldest first; whoever began it owes it."""
    rooms = {one.id: one.name for one in snapshot.rooms}
    found = [inventory.stocktake(one.id) for one in inventory.stocktake_heads() if one.closed_on is None]
    return sorted(
        (Item((TAKE, one.id), HOME, one.day, owed_by=one.staff_id, place=rooms.get(one.room_id or 0, ""), take=one)
         for one in found if one is not None and one.day <= today), key=lambda one: one.day)  # fmt: skip


def planned(activities: Activities, snapshot: Snapshot, today: date) -> list[Item]:
    """One item for each activity that is planned for a day up to the end of this week; what was planned since the
    school year began stays until somebody says whether it was held. Who is named in it owes it."""
    rooms = {one.id: one.name for one in snapshot.rooms}
    sunday = today + timedelta(days=6 - today.weekday())
    found = []
    for held in activities.planned(date(school_year(today), 9, 1), sunday):
        record, room = held.record, held.activity.room_id if held.activity is not None else None
        place = rooms.get(room or 0, "") or record.place
        found.append(Item((EVENT, record.id), EVENT, record.day, class_id=record.class_id, owed_by=record.staff_id,
                          held=held, place=place))  # fmt: skip
    return found


def _loans(inventory: Inventory, late: list[OpenLoan], keepers: dict[int, int | None]) -> Iterator[Item]:
    for loan in late:
        one, asset = loan.movement, inventory.asset(loan.movement.asset_id)
        if asset is not None and one.due_day is not None:
            by = asset.keeper_id or keepers.get(one.room_id)
            thing = Thing(asset, loan.out, loan=loan)
            yield Item((LOAN, one.id), HOME, one.due_day, one.child_id, one.class_id, by, thing=thing)


def _batches(found: list[tuple[Asset, Movement, Batch]], keepers: dict[int, int | None]) -> Iterator[Item]:
    for asset, moved, batch in found:
        by = asset.keeper_id or keepers.get(moved.room_id)
        key = (EXPIRY, asset.id, batch.expires_on.isoformat(), batch.batch)
        yield Item(key, HOME, batch.expires_on, owed_by=by, thing=Thing(asset, batch.left, batch=batch))
