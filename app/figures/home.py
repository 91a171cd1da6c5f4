"""The rooms: what was opened of what the hours asked (`app.opening_log`), and what safety rounds found."""

from collections.abc import Iterable, Iterator

from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.opening_log import HomeLog, Stretch
from app.rooms import Due, Finding, Opening, SafetyCheck

Found = tuple[SafetyCheck, Finding]


def home(scene: Scene) -> Iterator[Figure]:
    """The groups room, opened (by room) and safety."""
    term = scene.term
    written = [one for one in scene.store.home.openings(term.from_day, term.until_day) if one.day <= scene.until]
    stretch = Stretch(term.from_day, term.until_day, term)
    log = HomeLog(scene.snapshot, stretch, scene.until, written)
    opened = [one for one in written if not one.closed_why]
    owed = [due for room in log.rooms for due in room.owed]
    yield Figure("room.rooms", len(log.rooms), None, lambda: tuple(
        Line("room", one.room.id, one.room.name, page="rooms", want=one.room.id) for one in log.rooms))  # fmt: skip
    yield _openings(scene, "room.opened", opened)
    yield _written(scene, "room.written", owed)
    shut = [one.opening for one in owed if one.opening is not None and one.opening.closed_why]
    yield _openings(scene, "room.shut", shut)
    days = {one.day: one for one in reversed(opened)}
    yield _openings(scene, "room.days", list(reversed(days.values())))
    counted = [one for one in opened if one.how_many]
    yield Figure("room.came", sum(one.how_many or 0 for one in counted), None,
                 lambda: tuple(_opening(scene, one) for one in counted), each=False)  # fmt: skip
    for one in log.rooms:
        yield _openings(scene, f"opened.{one.room.id}", [each for each in one.openings if not each.closed_why])
    yield from _safety(scene)


def _openings(scene: Scene, key: str, found: list[Opening]) -> Figure:
    return Figure(key, len(found), None, lambda: tuple(_opening(scene, one) for one in found))


def _written(scene: Scene, key: str, owed: list[Due]) -> Figure:
    done = [one for one in owed if not one.is_missing]
    return Figure(
        key, len(done), len(owed), lambda: tuple(_due(one) for one in done),
        lambda: tuple(_due(one) for one in owed if one.is_missing),
    )  # fmt: skip


def _opening(scene: Scene, one: Opening) -> Line:
    return Line(
        "opening", one.id, _room(scene, one.room_id), scene.staff.get(one.staff_id or 0, ""), day=one.day,
        amount=one.how_many, page="rooms", want=(one.room_id, one.day.isoformat()),
    )  # fmt: skip


def _due(one: Due) -> Line:
    return Line("due", one.room.id, one.room.name, one.hours.from_time, day=one.day, page="rooms",
                want=(one.room.id, one.day.isoformat()))  # fmt: skip


def _room(scene: Scene, room_id: int) -> str:
    return next((one.name for one in scene.snapshot.rooms if one.id == room_id), "")


def _safety(scene: Scene) -> Iterator[Figure]:
    rounds = scene.store.home.checks(scene.term.from_day, scene.until)
    yield Figure("safety.checks", len(rounds), None, lambda: tuple(
        Line("check", one.id, _room(scene, one.room_id), scene.staff.get(one.staff_id or 0, ""), day=one.day,
             page="rooms", want=(one.room_id, one.day.isoformat())) for one in rounds))  # fmt: skip
    found = _findings(rounds)
    mended = [one for one in found if not _is_open(scene, one)]
    yield Figure("safety.mended", len(mended), len(found), lambda: _lines(scene, mended),
                 lambda: _lines(scene, (one for one in found if _is_open(scene, one))))  # fmt: skip
    waiting = [one for one in _findings(scene.store.home.unmended_on(scene.until)) if _is_open(scene, one)]
    yield Figure("safety.open", len(waiting), None, lambda: _lines(scene, waiting))


def _findings(rounds: Iterable[SafetyCheck]) -> list[Found]:
    return [(check, finding) for check in rounds for finding in check.findings]


def _is_open(scene: Scene, one: Found) -> bool:
    return one[1].mended_on is None or one[1].mended_on > scene.until


def _lines(scene: Scene, found: Iterable[Found]) -> tuple[Line, ...]:
    return tuple(
        Line("finding", finding.id, _room(scene, check.room_id), finding.what, f"point.{finding.point}", check.day,
             page="rooms", want=(check.room_id, check.day.isoformat()))
        for check, finding in found
    )  # fmt: skip
