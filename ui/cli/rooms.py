"""The command of the rooms: what each is and lacks, when it opens, what of that is written (issue 6, §5)."""

from datetime import date
from typing import Any

import click

from app.opening_log import RoomLog, home_log, stretch_on
from app.periods import holds
from app.rooms import HOLIDAYS, Room, gaps, rooms_on, unmended
from app.school import Snapshot
from ui.cli.call import Call, Day, common, tr

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holidays")


@click.command()
@click.option("--on", type=Day(), help="哪一天（不写就是今天）")
@common
def rooms(call: Call, on: date | None) -> None:
    """活动室：还差什么，什么时候开，这学期该开几次、记了几次。"""
    day = on or date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        stretch = stretch_on(snapshot, day)
        log = home_log(snapshot, store.home, stretch, day) if stretch is not None else None
        here = rooms_on(snapshot.rooms, day)
        open_: dict[int, int] = {}
        for one in unmended(here, store.home.open_findings()):
            open_[one.room.id] = open_.get(one.room.id, 0) + 1
    value = [_room(one, log.of(one.id) if log else None, snapshot, open_.get(one.id, 0), day) for one in here]
    lines = [
        tr("{0}：该开 {1} 次，记了 {2} 次，还差 {3} 样，没整改 {4} 处").format(
            one["name"], one["owed"], one["written"], len(one["gaps"]), one["findings"])
        for one in value
    ]  # fmt: skip
    call.say(value, "\n".join(lines) or tr("还没有活动室。"))


def _room(room: Room, log: RoomLog | None, snapshot: Snapshot, findings: int, day: date) -> dict[str, Any]:
    keeper = next((one.name for one in snapshot.staff if one.id == room.keeper_id), None)
    hours: dict[str, list[str]] = {}
    for one in sorted(room.hours, key=lambda each: (each.weekday, each.from_time)):
        if one.weekday <= HOLIDAYS and holds(one, day):
            said = f"{one.from_time}-{one.until_time}" if one.until_time else one.from_time
            hours.setdefault(WEEKDAYS[one.weekday], []).append(said)
    missing = [due.day.isoformat() for due in log.missing] if log is not None else []
    return {
        "name": room.name, "kind": room.kind, "place": room.place, "area_m2": room.area_m2, "keeper": keeper,
        "classroom": room.classroom, "safe": room.safe, "sign": room.sign, "rules_posted": room.rules_posted,
        "hours": hours, "gaps": gaps(room), "owed": len(log.owed) if log else 0, "written": log.written if log else 0,
        "missing": missing, "came": log.came if log else 0, "findings": findings,
    }  # fmt: skip
