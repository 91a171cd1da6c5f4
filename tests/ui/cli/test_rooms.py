"""`rooms` on a real file: hours, gaps, what is owed and written, what is to be mended."""

from datetime import date, timedelta
from pathlib import Path

from app.edits import rooms as edits
from app.edits.rooms import OpeningTold
from app.rooms import HOME
from db.vault import FileVault
from tests.ui.cli.conftest import PASSWORD, Program

TUESDAY = date(2026, 11, 24)


def test_the_rooms_and_what_is_written_of_them(program: Program) -> None:
    program("init", "--school", "青山小学", "--user", "李老师", "--term", "2026-1", "--rules-from", "2026-08-31")
    assert program.json("rooms", "--on", "2026-11-24") == []
    store = FileVault(Path(program.folder)).open("李老师", PASSWORD)
    try:
        store.apply("房间", edits.add_room("之家", HOME))
        room = store.snapshot().rooms[0]
        store.apply("时间", edits.set_hours(room, 1, [("16:00", "17:30")], TUESDAY - timedelta(days=21)))
        room = store.snapshot().rooms[0]
        told = OpeningTold(room.id, TUESDAY - timedelta(days=7), "16:00", how_many=9)
        store.apply("开放", edits.log_opening(told))
        store.apply("检查", edits.log_check(room.id, TUESDAY, None, {2: ("插座松了", "")}))
    finally:
        store.close()
    (one,) = program.json("rooms", "--on", "2026-11-24")
    assert (one["name"], one["kind"], one["hours"]) == ("之家", "home", {"tue": ["16:00-17:30"]})
    assert (one["owed"], one["written"], one["came"]) == (3, 1, 9)
    assert one["missing"] == ["2026-11-10", "2026-11-03"] and one["findings"] == 1
    assert "no_keeper" in one["gaps"] and "no_hours" not in one["gaps"]
    assert "之家：该开 3 次，记了 1 次" in program("rooms", "--on", "2026-11-24")
