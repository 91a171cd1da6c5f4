"""What the verbs of the ledger write is what the file sums, whatever was tried."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings

from app.changes import Insert
from app.edits.inventory import AssetTold, Intake, Taken, add_asset, give_back, next_number, take_in, take_out
from app.inventory import IN, LOAN, MOVE, owned, stock_of
from app.values import BadValue
from db.store import FileStore
from tests.app.test_inventory_edits import START, TRIES


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TRIES)
def test_what_the_verbs_write_is_what_the_file_sums(
    store: FileStore, tries: list[tuple[str, int, int, int, int, int]]
) -> None:
    number = next_number(store.inventory.assets())
    made = store.apply("登记", [
        *add_asset(AssetTold(number, "篮球"), store.inventory.assets()),
        *(Insert("room", {"name": f"房{number}{n}"}, f"room{n}") for n in (1, 2, 3)),
        *(Insert("staff", {"name": name}, name) for name in ("甲", "乙")),
    ]).ids  # fmt: skip
    asset = store.inventory.asset(made["asset"])
    assert asset is not None
    for kind, step, count, room, to_room, pick in tries:
        day, movements = START + timedelta(step), store.inventory.movements(asset.id)
        here, there = made[f"room{room}"], made[f"room{to_room}"]
        loans = [one for one in movements if one.kind == LOAN]
        try:
            if kind == IN:
                changes = take_in(asset.id, Intake(day, count, here, made["甲"], made["乙"], "爱心超市"),
                                  store.inventory.donors())  # fmt: skip
            elif kind == "return":
                if not loans:
                    continue
                changes = give_back(loans[pick % len(loans)], day, count, movements, here)
            else:
                who = made["甲"] if kind == LOAN else None
                told = Taken(kind, day, count, here, there if kind == MOVE else None, staff_id=who, reason="坏了")
                changes = take_out(asset, told, movements)
        except BadValue:
            continue
        before = store.inventory.mark()
        store.apply("记一笔", changes)
        assert store.inventory.mark() != before
    every = store.inventory.movements(asset.id)
    assert sum(one.name == "爱心超市" for one in store.inventory.donors()) <= 1
    for step in range(13):
        day = START + timedelta(step)
        mine = {key: count for key, count in store.inventory.stock(day).items() if key[0] == asset.id}
        assert mine == stock_of(every, day) and all(count > 0 for count in mine.values())
        assert store.inventory.owned(day).get(asset.id, 0) == owned(every, day).get(asset.id, 0)
