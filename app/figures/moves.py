"""Who came and who went since the term before: before + came − gone = now, for pupils and for the left-behind."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.children import Child, Enrolment
from app.classnames import grade_of, last_grade, years_of
from app.enrolment import ends_on, pupils_on
from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.figures.terms import base_day
from app.status import NONE, register_status

ONE = timedelta(days=1)


def moves(scene: Scene) -> Iterator[Figure]:
    """The group moves: against the last day of the term before; against this term's first where the school's records
    begin in it, for there is nothing before."""
    base = base_day(scene.snapshot, scene.term)
    before = {child.id for child, _class in pupils_on(scene.snapshot, base)}
    now = scene.rows.keys()
    came, gone = [], []
    for child in scene.snapshot.children.values():
        is_here, was_here = child.id in now, child.id in before
        passed = not is_here and not was_here and _passed(scene, child, base)
        if passed or (is_here and not was_here):
            came.append(child)
        if passed or (was_here and not is_here):
            gone.append(child)
    new = {one.id for one in came if _begins(scene, _first(one, base))}
    graduated = {one.id for one in gone if _graduated(scene, one)}
    yield _of(scene, "moves.new", [one for one in came if one.id in new], base)
    yield _of(scene, "moves.in", [one for one in came if one.id not in new], base)
    yield _of(scene, "moves.graduated", [one for one in gone if one.id in graduated], base)
    yield _of(scene, "moves.out", [one for one in gone if one.id not in graduated], base)
    children = scene.snapshot.children
    was = {key for key in before if register_status(children[key], base).status != NONE}
    left = set(scene.left)
    yield _of(scene, "moves.left_new", [children[key] for key in scene.left if key not in was], base)
    yield _of(scene, "moves.left_gone", [children[key] for key in sorted(was - left)], base)


def _passed(scene: Scene, child: Child, base: date) -> bool:
    """Whether it came and went between the two days."""
    return any(one.from_day <= scene.on and max(one.from_day, base + ONE) <= _last_day(scene, one)
               for one in child.enrolments)  # fmt: skip


def _last_day(scene: Scene, one: Enrolment) -> date:
    """The last day of that enrolment: until its end, its class's or today's."""
    ends = [one.until_day] if one.until_day is not None else []
    found = scene.classes.get(one.class_id)
    if found is not None:
        ends.append(ends_on(found, scene.snapshot.school.system))
    return min(ends) - ONE if ends else date.max


def _first(child: Child, base: date) -> Enrolment:
    return min((one for one in child.enrolments if one.from_day > base), key=lambda one: one.from_day)


def _last(scene: Scene, child: Child) -> Enrolment:
    return max((one for one in child.enrolments if one.from_day <= scene.on), key=lambda one: one.from_day)


def _begins(scene: Scene, one: Enrolment) -> bool:
    """Whether the child came with its class to the first grade of the school's stage, not from another school."""
    found = scene.classes.get(one.class_id)
    if found is None or one.entered_how == "转入":
        return False
    system = scene.snapshot.school.system
    first = last_grade(found.stage, system) - years_of(found.stage, system) + 1
    with_all = one.from_day <= scene.term.from_day
    return with_all and grade_of(found.stage, found.entry_year, one.from_day, system) == first


def _graduated(scene: Scene, child: Child) -> bool:
    """Whether it left with its class."""
    one = _last(scene, child)
    found = scene.classes.get(one.class_id)
    ends = ends_on(found, scene.snapshot.school.system) if found else date.max
    return ends <= scene.on and (one.until_day is None or ends <= one.until_day)


def _of(scene: Scene, key: str, children: Iterable[Child], base: date) -> Figure:
    every = list(children)
    return Figure(key, len(every), None, lambda: tuple(_line(scene, key, one, base) for one in every))


def _line(scene: Scene, key: str, child: Child, base: date) -> Line:
    line = scene.child(child.id)
    if key in ("moves.in", "moves.new"):
        return line._replace(day=_first(child, base).from_day)
    if key in ("moves.out", "moves.graduated"):
        one = _last(scene, child)
        where = one.left_where if key == "moves.out" else scene.class_name(one.class_id)
        return line._replace(day=_last_day(scene, one) + ONE, detail=where or scene.class_name(one.class_id))
    return line
