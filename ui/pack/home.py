"""Folders 09 and 10: the rooms' openings and pictures, what safety checks found and how it was mended."""

from collections.abc import Iterable, Iterator

from app.attachments import FINDING, ROOM
from app.opening_log import home_log, stretch_on
from app.pack import LeftOut
from app.rooms import rooms_on, unmended
from ui.pack.drafts import Draft, pdf
from ui.pack.part import Figures, Lack, tr
from ui.pack.pictures import Holder, hung
from ui.pack.scene import Scene
from ui.paper.room_papers import RECORD, RoomJob


def openings(scene: Scene) -> Iterator[Draft]:
    """开放记录 of every room."""
    rooms, stretch = tuple(rooms_on(scene.snapshot.rooms, scene.day)), stretch_on(scene.snapshot, scene.day)
    if not rooms or stretch is None:
        return
    log = home_log(scene.snapshot, scene.store.home, stretch, scene.day)
    days = (stretch.first, min(scene.day, stretch.last))
    yield pdf(tr("开放记录"), lambda: RoomJob((), scene.snapshot, scene.day, RECORD, rooms, *days, log))


def not_written(scene: Scene, _figures: Figures) -> Iterator[Lack]:
    """Openings that were due and of which nothing is written."""
    stretch = stretch_on(scene.snapshot, scene.day)
    if stretch is None:
        return
    missing = home_log(scene.snapshot, scene.store.home, stretch, scene.day).missing
    if missing:
        first = missing[0]
        yield Lack(len(missing), tr("{0} 次开放没记").format(len(missing)), "rooms",
                   (first.room.id, first.day.isoformat()))  # fmt: skip


def room_pictures(scene: Scene) -> Iterable[Draft | LeftOut]:
    """What hangs on the rooms: signs, rules on the wall, the equipment."""
    holders = [Holder(one.id, one.name, (), scene.staff(one.keeper_id)) for one in
               rooms_on(scene.snapshot.rooms, scene.day)]  # fmt: skip
    return hung(scene, ROOM, holders, tr("照片"))


def finding_pictures(scene: Scene) -> Iterable[Draft | LeftOut]:
    """What was found in safety checks, before and after it was mended."""
    rooms = {one.id: one.name for one in scene.snapshot.rooms}
    checks = scene.store.home.checks(scene.days.first, scene.days.last)
    holders = [
        Holder(finding.id, f"{check.day.isoformat()} {rooms.get(check.room_id, '')} {finding.what}".strip(), (),
               scene.staff(check.staff_id), check.day.isoformat())
        for check in checks for finding in check.findings
    ]  # fmt: skip
    return hung(scene, FINDING, holders, tr("照片"))


def not_mended(scene: Scene, _figures: Figures) -> Iterator[Lack]:
    """Findings that nobody mended yet."""
    found = unmended(scene.snapshot.rooms, scene.store.home.open_findings())
    if found:
        yield Lack(len(found), tr("{0} 处隐患还没整改").format(len(found)), "rooms",
                   {"finding": found[0].finding.id})  # fmt: skip
