"""`stock`: what the school has on any day, of one room or of all."""

from datetime import date, timedelta

from app.changes import Insert, New
from app.inventory import owned, stock_of
from tests.ui.cli.conftest import PASSWORD, Program


def test_the_stock_of_any_day_and_room(school: Program) -> None:
    vault = school.disk.vault(school.folder)
    store = vault.open(vault.users()[0], PASSWORD)
    first = date(2026, 9, 1)
    store.apply("物品", [
        Insert("room", {"name": "体育室"}, "a"), Insert("room", {"name": "图书室"}, "b"),
        Insert("staff", {"name": "张敏"}, "s"),
        Insert("asset", {"number": "0001", "name": "篮球", "unit": "个"}, "ball"),
        *(Insert("movement", {"asset_id": New("ball"), "kind": kind, "day": (first + timedelta(step)).isoformat(),
                              "count": count, "room_id": New(room), **more})
          for kind, step, count, room, more in (
              ("in", 0, 6, "a", {}), ("move", 3, 2, "a", {"to_room_id": New("b")}),
              ("loan", 5, 1, "b", {"staff_id": New("s"), "due_day": "2026-09-08"}))),
    ])  # fmt: skip
    moved = store.inventory.between(first, first + timedelta(30))
    store.close()
    for step in (0, 3, 5, 9):
        day = first + timedelta(step)
        (row,) = school.json("stock", "--on", day.isoformat())
        assert row["owned"] == owned(moved, day)[1]
        assert sorted(row["rooms"].values()) == sorted(stock_of(moved, day).values())
    (row,) = school.json("stock", "--on", "2026-09-10")
    assert (row["rooms"], row["on_loan"], row["overdue"], row["state"]) == ({"体育室": 4, "图书室": 1}, 1, 1, "late")
    assert school.json("stock", "--on", "2026-08-31")[0]["owned"] == 0
    assert school.json("stock", "--on", "2026-09-10", "--room", "图书室")[0]["rooms"] == {"图书室": 1}
    assert school.json("stock", "--on", "2026-09-02", "--room", "图书室") == []
    assert "篮球\t6 个\t体育室 4，图书室 1\t借出 1 个\t1 个没还" in school("stock", "--on", "2026-09-10")
    school("stock", "--room", "没有的", status=1)
    assert "有的是：体育室、图书室" in school.err
