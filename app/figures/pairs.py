"""Who stands by whom, and which pairs began and ended in the term."""

from collections.abc import Iterable, Iterator

from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.mentoring import mentorings
from app.pairing import MENTOR, PEER, VOLUNTEER, Pairing, pairings_on


def pairs(scene: Scene) -> Iterator[Figure]:
    """The group pairs."""
    for role, key in ((MENTOR, "pairs.mentored"), (PEER, "pairs.peer"), (VOLUNTEER, "pairs.volunteer")):
        yield _with(scene, key, {one.child_id for one in pairings_on(scene.snapshot.pairings, scene.on, role)})
    mentors = [one for one in mentorings(scene.snapshot, scene.on) if one.children]
    yield Figure("pairs.mentors", len(mentors), None, lambda: tuple(
        Line("staff", one.staff.id, one.staff.name, amount=len(one.children), page="pairings", want=one.staff.id)
        for one in mentors))  # fmt: skip
    helped = [one for one in scene.snapshot.pairings if one.role == MENTOR]
    first, last = scene.term.from_day, scene.on
    yield _pairs(scene, "pairs.begun", [one for one in helped if first <= one.from_day <= last])
    ended = [one for one in helped if one.until_day is not None and first <= one.until_day <= last]
    yield _pairs(scene, "pairs.ended", ended)


def _with(scene: Scene, key: str, paired: set[int]) -> Figure:
    have = [one for one in scene.left if one in paired]
    return Figure(key, len(have), len(scene.left), lambda: scene.children(have),
                  lambda: scene.children(one for one in scene.left if one not in paired))  # fmt: skip


def _pairs(scene: Scene, key: str, found: Iterable[Pairing]) -> Figure:
    every = sorted(found, key=lambda one: (one.from_day, one.id))
    return Figure(key, len(every), None, lambda: tuple(_pair(scene, one, key) for one in every))


def _pair(scene: Scene, one: Pairing, key: str) -> Line:
    day = one.from_day if key == "pairs.begun" else one.until_day
    helper = scene.staff.get(one.staff_id or 0, one.helper_name)
    why = one.why_ended if key == "pairs.ended" else ""
    detail = f"{helper} {why}".strip()
    return Line("pair", one.id, scene.snapshot.children[one.child_id].name, detail, day=day, page="roster",
                want=one.child_id)  # fmt: skip
