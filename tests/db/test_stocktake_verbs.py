"""What a stock-take books on the file is what the file sums afterwards, and undo takes all of it back at once."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.changes import Insert, New
from app.edits import stocktake as edits
from app.edits.inventory import Taken, take_out
from app.edits.stocktake import Unsettled
from app.inventory import CONSUME, LOAN, SCRAP, STOCKTAKE, Stocktake
from app.stocktake import Row, rows
from app.values import BadValue
from db.store import FileStore

DAY = date(2026, 11, 24)
COUNTS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 9), st.integers(0, 3)), max_size=8)
MOVES = st.lists(
    st.tuples(st.sampled_from((LOAN, CONSUME, SCRAP)), st.integers(0, 2), st.integers(0, 1), st.integers(1, 4),
              st.integers(-3, 3)), max_size=6,
)  # fmt: skip


def furnished(store: FileStore) -> dict[str, int]:
    """Three things in two rooms; every example with ones of its own."""
    number = len(store.inventory.assets())
    return store.apply("物品", [
        *(Insert("room", {"name": f"房{number}-{n}"}, f"room{n}") for n in range(2)),
        *(Insert("staff", {"name": name}, name) for name in ("甲", "乙")),
        *(Insert("asset", {"number": f"{number + n:04}", "name": f"物{n}"}, f"asset{n}") for n in range(3)),
        *(Insert("movement", {"asset_id": New(f"asset{n}"), "kind": "in", "day": "2026-09-01", "count": 4 + n + room,
                              "room_id": New(f"room{room}")}) for n in range(3) for room in range(2)),
    ]).ids  # fmt: skip


def of(store: FileStore, take: Stocktake) -> list[Row]:
    assets = {one.id: one for one in store.inventory.assets()}
    return rows(take, assets, store.inventory.stock, store.inventory.loans(DAY), DAY)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COUNTS, MOVES, st.booleans(), st.booleans())
def test_what_is_counted_is_what_the_file_sums(
    store: FileStore, counts: list[tuple[int, int, int, int]], moves: list[tuple[str, int, int, int, int]],
    scrap: bool, zero: bool,
) -> None:  # fmt: skip
    made = furnished(store)
    for room in range(2):
        heads = store.inventory.stocktake_heads()
        begun = store.apply("开始盘点", edits.begin(made[f"room{room}"], DAY, made["甲"], heads))
        for thing, of_room, count, broken in counts:
            if of_room != room:
                continue
            take = store.inventory.stocktake(begun.ids["stocktake"])
            assert take is not None
            row = next(one for one in of(store, take) if one.asset.id == made[f"asset{thing}"])
            store.apply("点到", edits.count(take, row, count, DAY, row.now))
            take = store.inventory.stocktake(take.id)
            assert take is not None
            row = next(one for one in of(store, take) if one.asset.id == made[f"asset{thing}"])
            store.apply("坏的", [*edits.set_broken(take, row, min(broken, count)), *edits.explain(take, row, "数过了")])
        for kind, thing, of_room, count, step in moves:
            asset = store.inventory.asset(made[f"asset{thing}"])
            assert asset is not None
            told = Taken(kind, DAY + timedelta(step), count, made[f"room{of_room}"],
                         staff_id=made["甲"] if kind == LOAN else None,
                         reason="用掉")  # fmt: skip
            try:
                store.apply("记一笔", take_out(asset, told, store.inventory.movements(asset.id)))
            except BadValue:
                continue
        close(store, begun.ids["stocktake"], made, scrap=scrap, zero=zero)
    assert all(count > 0 for step in range(-5, 6) for count in store.inventory.stock(DAY + timedelta(step)).values())


def close(store: FileStore, number: int, made: dict[str, int], *, scrap: bool, zero: bool) -> None:
    take = store.inventory.stocktake(number)
    assert take is not None
    found = of(store, take)
    before = store.inventory.stock(DAY), store.inventory.owned(DAY + timedelta(9)), take
    try:
        changes = edits.close(take, found, store.inventory.movements, made["乙"], DAY, scrap=scrap, broke="坏了",
                              missing="没点到" if zero else "")  # fmt: skip
    except Unsettled:
        store.apply("不盘了", edits.drop(take))
        assert store.inventory.stocktake(number) is None
        return
    done = store.apply("盘点记账", changes)
    stock = store.inventory.stock(DAY)
    for row in found:
        there = stock.get(row.place, 0)
        assert there == (row.counted - (row.broken if scrap else 0) if row.counted is not None else
                         0 if zero else row.expected)  # fmt: skip
    shut = store.inventory.stocktake(number)
    assert shut is not None and (shut.closed_on, shut.confirmed_by) == (DAY, made["乙"])
    assert store.ledger.names_staff(made["甲"]) and store.ledger.names_staff(made["乙"]), "they are not deleted any more"
    assert {(one.asset_id, one.room_id) for one in shut.lines} == {one.place for one in found}
    assert shut in store.inventory.stocktakes()
    booked = [one for row in found for one in store.inventory.movements(row.asset.id) if one.stocktake_id == number]
    assert {one.kind for one in booked} <= {STOCKTAKE, SCRAP}
    store.undo(done.action_id)
    assert (store.inventory.stock(DAY), store.inventory.owned(DAY + timedelta(9)), store.inventory.stocktake(number)) == before
    store.apply("盘点记账", changes)
