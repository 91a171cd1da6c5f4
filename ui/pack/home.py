"""Folders 09 and 10: the rooms' openings and pictures, what safety checks found and how it was mended."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.attachments import FINDING, ROOM
from app.opening_log import home_log, stretch_on
from app.pack import LeftOut
from app.rooms import rooms_on, unmended
from ui.pack.drafts import Draft, pdf, sheet
from ui.pack.part import Figures, Lack, tr
from ui.pack.pictures import Holder, hung
from ui.pack.scene import Scene
from ui.paper.room_papers import RECORD, RoomJob
from ui.paper.take_job import REPORT, SCRAP_FORM
from ui.paper.take_scopes import TakeScope, take_scopes
from ui.stocktake.board import State
from ui.stocktake.export import take_table
from ui.stocktake.words import room_word


def openings(scene: Scene) -> Iterator[Draft]:
    """开放记录 of every room."""
    rooms, stretch = tuple(rooms_on(scene.snapshot.rooms, scene.day)), stretch_on(scene.snapshot, scene.day)
    if not rooms or stretch is None:
        return
    log = home_log(scene.snapshot, scene.store.home, stretch, scene.day)
    days = (stretch.first, min(scene.day, stretch.last))
    checks = tuple(scene.store.home.checks(*days))
    job = RoomJob((), scene.snapshot, scene.day, RECORD, rooms, *days, log, checks)
    yield pdf(scene, tr("开放记录"), lambda: job)


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
    """Findings of the term, or before it, that nobody mended yet."""
    checks = [one for one in scene.store.home.open_findings() if one.day <= scene.days.last]
    found = unmended(scene.snapshot.rooms, checks)
    if found:
        yield Lack(len(found), tr("{0} 处隐患还没整改").format(len(found)), "rooms",
                   {"finding": found[0].finding.id})  # fmt: skip


def stocktakes(scene: Scene) -> Iterator[Draft]:
    """盘点报告 of the term, on paper and in Excel, and the forms of what was scrapped."""
    names = {one.id: one.name for one in scene.snapshot.rooms}
    for one in take_scopes(REPORT, scene.session):
        report = one.job if isinstance(one, TakeScope) else None
        take = report.take if report is not None else None
        if report is None or take is None or not scene.days.first <= take.day <= scene.days.last:
            continue
        title, by, day = tr("盘点报告 {0}").format(room_word(take, names)), scene.staff(take.staff_id), take.day
        yield replace(pdf(scene, title, lambda job=report: job, by), day=day.isoformat())  # type: ignore[misc]
        state = State(scene.session, take.id, scene.day)
        table = sheet(scene, title, lambda state=state, take=take: take_table(scene.session, state, take), by)  # type: ignore[misc]
        yield replace(table, day=day.isoformat())
    for one in take_scopes(SCRAP_FORM, scene.session):
        job = one.job if isinstance(one, TakeScope) else None
        if job is not None and job.scrapped and scene.days.first <= job.scrapped[0].day <= scene.days.last:
            title = tr("报废单 {0}").format(job.scrapped[0].asset.name)
            yield replace(pdf(scene, title, lambda job=job: job), day=job.scrapped[0].day.isoformat())  # type: ignore[misc]


def not_counted(scene: Scene, _figures: Figures) -> Iterator[Lack]:
    """A spring term in which nobody counted: the stock is taken at the end of every school year (domain.md §5)."""
    if not scene.term.code.endswith("-2") or not scene.store.inventory.assets():
        return
    days = [one.day for one in scene.store.inventory.stocktake_heads()]
    if not any(scene.days.first <= day <= scene.days.last for day in days):
        yield Lack(1, tr("学年末还没盘点"), "stocktake")
