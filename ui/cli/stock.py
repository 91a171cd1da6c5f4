"""What the school has of each thing of the ledger, and where it stands, on any day."""

from datetime import date
from typing import Any

import click

from app.school import Snapshot
from app.shelf import Line, lines_on
from ui.cli.call import Call, Day, common, tr
from ui.cli.things import room_named
from ui.ledger import words
from ui.stock_words import counted


@click.command("stock")
@click.option("--on", type=Day(), help="哪天（不写就是今天）")
@click.option("--room", default="", metavar="R", help="只看这一间，写房间名")
@common
def stock(call: Call, on: date | None, room: str) -> None:
    """那天账上有多少，放在哪间，借出多少。"""
    day = on or date.today()
    with call.opened() as store:
        snapshot, found = store.snapshot(), lines_on(store.inventory, day)
    rooms = {one.id: one.name for one in snapshot.rooms}
    wanted = {room_named(snapshot, room)} if room else set()
    shown = [one for one in found if not room or wanted & {key for key, _count in one.rooms}]
    said = [*(_text(one, rooms, wanted) for one in shown), tr("共 {0} 样").format(len(shown))]
    call.say([_as_json(one, rooms, snapshot, wanted) for one in shown], "\n".join(said))


def _as_json(line: Line, rooms: dict[int, str], snapshot: Snapshot, wanted: set[int]) -> dict[str, Any]:
    asset = line.asset
    return {
        "number": asset.number, "name": asset.name, "class": asset.class_of_goods, "unit": asset.unit,
        "owned": line.owned, "in_rooms": line.here, "on_loan": line.out, "overdue": line.late, "state": line.state,
        "rooms": {rooms.get(key, ""): count for key, count in line.rooms if not wanted or key in wanted},
        "price_fen": asset.price_fen,
        "keeper": next((one.name for one in snapshot.staff if one.id == asset.keeper_id), ""),
    }  # fmt: skip


def _text(line: Line, rooms: dict[int, str], wanted: set[int]) -> str:
    asset = line.asset
    places = [f"{rooms.get(key, '')} {count}" for key, count in line.rooms if not wanted or key in wanted]
    out = tr("借出 {0}").format(counted(line.out, asset)) if line.out else ""
    mark, said, _second = words.state(line, line.day)
    parts = (asset.number, asset.name, counted(line.owned, asset), "，".join(places), out,
             said if mark == "over" else "")  # fmt: skip
    return "\t".join(part for part in parts if part)
