"""What was found wrong in the school in the term, closed and still open (`app.problems`)."""

from collections.abc import Iterable, Iterator

from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.problems import Problem, of_term


def problems(scene: Scene) -> Iterator[Figure]:
    """The group problem: closed of those found in the term, and all that are open on the day."""
    known = scene.store.problems.known(scene.term.from_day, scene.until)
    found, waiting = of_term(known, scene.term.from_day, scene.until)
    closed = [one for one in found if not one.is_open(scene.until)]
    left = [one for one in found if one.is_open(scene.until)]
    yield Figure("problem.closed", len(closed), len(found), lambda: _lines(scene, closed), lambda: _lines(scene, left))
    yield Figure("problem.open", len(waiting), None, lambda: _lines(scene, waiting))


def _lines(scene: Scene, found: Iterable[Problem]) -> tuple[Line, ...]:
    return tuple(
        Line("problem", one.id, one.what, one.place or scene.staff.get(one.staff_id or 0, ""), day=one.found_on)
        for one in found
    )  # fmt: skip
