"""The sums of the database are those anybody could make by hand, on every day and after any movements."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.changes import Insert, New
from app.inventory import CONSUME, IN, LOAN, MOVE, RETURN, SCRAP, STOCKTAKE, open_loans, owned, stock_of
from app.rooms import gaps
from db.store import FileStore

START = date(2026, 9, 1)
STEPS = st.lists(
    st.tuples(
        st.sampled_from((IN, LOAN, RETURN, MOVE, CONSUME, SCRAP, STOCKTAKE)), st.integers(0, 20), st.integers(1, 9),
        st.integers(0, 1), st.integers(0, 1), st.integers(0, 5),
    ), max_size=25,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_stock_what_is_owned_and_what_is_out_agree_with_the_plain_sums(
    store: FileStore, steps: list[tuple[str, int, int, int, int, int]]
) -> None:
    store._conn.execute("UPDATE context SET action_id = (SELECT max(id) FROM action), at = '', user = '' WHERE id = 1")
    for gone in ("movement WHERE loan_id IS NOT NULL", "movement", "asset", "room"):
        store._conn.execute(f"DELETE FROM {gone}")
    store._conn.execute("UPDATE context SET action_id = NULL, at = NULL, user = NULL WHERE id = 1")
    made = store.apply("物品", [
        *(Insert("room", {"name": f"房{n}"}, f"room{n}") for n in range(2)),
        *(Insert("asset", {"number": f"{n}", "name": f"物{n}"}, f"asset{n}") for n in range(2)),
    ]).ids  # fmt: skip
    loans: list[int] = []
    for kind, day, count, asset, room, other in steps:
        row: dict[str, str | int | New | None] = {
            "asset_id": made[f"asset{asset}"], "room_id": made[f"room{room}"], "kind": kind, "count": count,
            "day": (START + timedelta(day)).isoformat(),
        }  # fmt: skip
        if kind == STOCKTAKE and other % 2:
            row["count"] = -count
        if kind == MOVE:
            row["to_room_id"] = made[f"room{1 - room}"]
        if kind == RETURN:
            if not loans:
                continue
            row["loan_id"] = loans[other % len(loans)]
        done = store.apply("记一笔", [Insert("movement", row, "m")])
        if kind == LOAN:
            loans.append(done.ids["m"])
    every = store.inventory.between(START, START + timedelta(30))
    assert len(every) == sum(len(store.inventory.movements(made[f"asset{n}"])) for n in range(2))
    for step in range(0, 22, 3):
        day = START + timedelta(step)
        assert store.inventory.stock(day) == stock_of(every, day)
        assert store.inventory.owned(day) == owned(every, day)
        assert store.inventory.loans(day) == open_loans(every, day)


def test_a_room_comes_with_its_hours_and_what_it_lacks(store: FileStore) -> None:
    store.apply("活动室", [
        Insert("room", {"name": "图书阅览室", "kind": "reading", "area_m2": 18, "sign": 1, "safe": 0}, "room"),
        Insert("room_hours", {"room_id": New("room"), "weekday": 2, "from_time": "12:30", "from_day": "2026-09-01"}),
    ])  # fmt: skip
    (room,) = store.snapshot().rooms
    assert (room.name, room.area_m2, [one.weekday for one in room.hours]) == ("图书阅览室", 18.0, [2])
    assert gaps(room) == ["small", "classroom_unknown", "unsafe", "rules_unknown", "no_keeper"]
