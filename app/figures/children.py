"""Who is there, left-behind by both meanings, by grade, class, who is away and who cares: read off `app.statistics`."""

from collections.abc import Collection, Iterator, Sequence

from app.figures.model import Figure
from app.figures.scene import Scene
from app.statistics import ALL, CIVIL, REGISTER, Head, Table
from app.statistics.register import LEFT, PUPILS
from app.statistics.table import GIRLS
from app.work_places import CLASSES, class_of_place, farthest, home_of

WHOLE, OF_GIRLS = Head(ALL, ALL), Head(ALL, GIRLS)
UNKNOWN = "unknown"
"""未采集, in a key."""


def children(scene: Scene) -> Iterator[Figure]:
    """The groups children, grade, class, away, carer, boarding and work."""
    register, civil = scene.statistics.table(REGISTER), scene.statistics.table(CIVIL)
    pupils = register.ids(WHOLE, PUPILS)
    left, girls = register.ids(WHOLE, LEFT), register.ids(OF_GIRLS, LEFT)
    both = register.ids(WHOLE, Head("away", "both"))
    one = [key for key in left if key not in set(both)]
    unsure = [key for _reason, ids in civil.apart for key in ids]
    boarders = [row.child_id for row in scene.statistics.rows if row.boarding]
    yield _of(scene, "children.pupils", pupils)
    yield _of(scene, "children.girls", register.ids(OF_GIRLS, PUPILS), pupils)
    yield _of(scene, "children.boarders", boarders, pupils)
    yield _of(scene, "children.left", left, pupils)
    yield _of(scene, "children.left_girls", girls, left)
    yield _of(scene, "children.one_away", one, left)
    yield _of(scene, "children.both_away", both, left)
    yield _of(scene, "children.left_boarders", register.ids(WHOLE, Head("boarding", "boards")), left)
    yield _of(scene, "children.civil", civil.ids(WHOLE, WHOLE), pupils)
    yield _of(scene, "children.civil_unknown", unsure, pupils)
    for head in register.lines:
        if head.part == ALL and head.group != ALL:
            yield _of(scene, f"grade.{head.group}", register.ids(head, LEFT), register.ids(head, PUPILS))
    yield from _classes(scene)
    for group in ("away", "carer", "boarding"):
        yield from _breakdown(scene, register, group, left)
    yield from _work(scene)


def _classes(scene: Scene) -> Iterator[Figure]:
    by_class: dict[int, list[int]] = {}
    for row in scene.statistics.rows:
        by_class.setdefault(row.class_id, []).append(row.child_id)
    left = set(scene.left)
    for class_id, ids in by_class.items():
        yield _of(scene, f"class.{class_id}", [key for key in ids if key in left], ids)


def _breakdown(scene: Scene, table: Table, group: str, left: Sequence[int]) -> Iterator[Figure]:
    for head in table.columns:
        if head.group == group:
            yield _of(scene, f"{group}.{head.part or UNKNOWN}", table.ids(WHOLE, head), left)


def _work(scene: Scene) -> Iterator[Figure]:
    """By the place of the parent who works farthest away, where a confirmed fact says it."""
    home = home_of(scene.snapshot.school, scene.snapshot.children.values())
    found: dict[str, list[int]] = {one: [] for one in CLASSES}
    for key in scene.left:
        away = (one.place for one in scene.rows[key].parents if one.kind == "away" and one.sure)
        found[farthest(class_of_place(place, home) for place in away)].append(key)
    for one, ids in found.items():
        yield _of(scene, f"work.{one or UNKNOWN}", ids, scene.left)


def _of(scene: Scene, key: str, ids: Collection[int], of: Collection[int] | None = None) -> Figure:
    """So many children, of these."""
    inside = frozenset(ids)
    return Figure(
        key, len(ids), None if of is None else len(of), lambda: scene.children(ids),
        lambda: scene.children(one for one in of or () if one not in inside),
    )  # fmt: skip
