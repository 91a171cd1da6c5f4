"""What children and staff were given in the term (`app.honours`)."""

from collections.abc import Iterable, Iterator

from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.honours import Award


def honours(scene: Scene) -> Iterator[Figure]:
    """The group award: awards to children, how many children have one, awards to staff."""
    every = scene.store.honours.awards(scene.term.from_day, scene.until)
    mine = [one for one in every if one.child_id is not None]
    first = list({one.child_id: one for one in reversed(mine)}.values())
    yield _of(scene, "award.pupils", mine)
    yield _of(scene, "award.children", first)
    yield _of(scene, "award.staff", [one for one in every if one.staff_id is not None])


def _of(scene: Scene, key: str, awards: Iterable[Award]) -> Figure:
    every = list(awards)
    return Figure(key, len(every), None, lambda: tuple(_line(scene, one) for one in every))


def _line(scene: Scene, one: Award) -> Line:
    child = scene.snapshot.children.get(one.child_id or 0)
    name = child.name if child is not None else scene.staff.get(one.staff_id or 0, "")
    return Line("award", one.id, name, one.name, day=one.day, page="honours", want=("award", one.id))
