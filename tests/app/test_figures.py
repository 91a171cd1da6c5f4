"""Comings and goings between two days of a small school, and the cross-sums of figures."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from app.children import Child, Enrolment
from app.classes import SchoolClass
from app.figures import Figure, Reading, base_day, term_before, terms_known
from app.figures.model import nobody
from app.figures.moves import moves
from app.figures.scene import Scene
from app.figures.sums import mismatches
from app.school import School, Snapshot
from app.store import Store
from app.termdays import Term
from app.terms import assumed_term
from tests.app.families import away, child, home, kin

SPRING, AUTUMN = assumed_term(2025, 2), assumed_term(2026, 1)
ON = date(2026, 11, 24)
CLASSES = (SchoolClass(1, "primary", 2026, 1), SchoolClass(2, "primary", 2023, 1), SchoolClass(3, "primary", 2020, 1))
"""一（1）班 and 四（1）班 of that autumn, and the class that left in September."""
LONG = date(2020, 9, 1)


def pupil(*enrolments: Enrolment, left: bool = True) -> Child:
    father = away(since=date(2019, 3, 1)) if left else home()
    return replace(child(kin("父亲", father), kin("母亲", home())), enrolments=enrolments)


def stay(class_id: int, first: date, last: date | None = None, came: str = "", gone: str = "") -> Enrolment:
    return Enrolment(1, class_id, first, last, came, gone)


def scene(*children: Child, started: date | None = date(2026, 2, 23), on: date = ON) -> Scene:
    snapshot = Snapshot(School("青山小学", started_on=started), terms=(SPRING, AUTUMN), classes=CLASSES,
                        children={n: replace(one, id=n) for n, one in enumerate(children, 1)})  # fmt: skip
    return Scene(Reading(snapshot, cast(Store, None)), AUTUMN, on)


def moved(*children: Child, started: date | None = date(2026, 2, 23), on: date = ON) -> dict[str, list[int]]:
    return {one.name: [line.id for line in one.names()] for one in moves(scene(*children, started=started, on=on))
            if one.value}  # fmt: skip


def test_who_came_and_went_since_the_term_before() -> None:
    assert moved(
        pupil(stay(2, LONG)),
        pupil(stay(1, date(2026, 9, 1), came="招生")),
        pupil(stay(2, date(2026, 8, 25), came="转入")),
        pupil(stay(2, date(2026, 10, 8), came="转入"), left=False),
        pupil(stay(2, LONG, date(2026, 10, 20), gone="转出")),
        pupil(stay(3, LONG)),
    ) == {"new": [2], "in": [3, 4], "graduated": [6], "out": [5], "left_new": [2, 3], "left_gone": [5, 6]}


def test_one_who_came_and_went_in_between_is_both_and_one_who_came_back_is_neither() -> None:
    short = pupil(stay(2, date(2026, 9, 10), date(2026, 10, 1), "转入", "转出"))
    back = pupil(stay(2, LONG, date(2026, 9, 10), gone="转出"), stay(2, date(2026, 10, 8), came="转入"))
    moved_class = pupil(stay(2, LONG, date(2026, 9, 10), gone="调班"), stay(1, date(2026, 9, 10)))
    assert moved(short, back, moved_class) == {"in": [1], "out": [1]}
    gone = pupil(stay(2, LONG, date(2026, 9, 10), gone="转出"), stay(2, date(2026, 10, 8), came="转入"))
    assert moved(gone, on=date(2026, 9, 20)) == {"out": [1], "left_gone": [1]}


def test_nobody_came_where_the_records_begin_with_the_term() -> None:
    old, new = pupil(stay(2, date(2026, 9, 1))), pupil(stay(2, date(2026, 9, 7), came="转入"))
    for started in (date(2026, 8, 31), None):
        found = scene(old, new, started=started)
        assert term_before(found.snapshot, AUTUMN) is None and base_day(found.snapshot, AUTUMN) == AUTUMN.from_day
        assert moved(old, new, started=started) == {"in": [2], "left_new": [2]}
    assert [one.code for one in terms_known(scene(old).snapshot, ON)] == ["2026-1", "2025-2"]
    assert [one.code for one in terms_known(scene(old, started=date(2026, 8, 31)).snapshot, ON)] == ["2026-1"]
    assert terms_known(replace(scene(old).snapshot, terms=()), ON) == []


def test_the_last_day_of_a_term_closes_its_week() -> None:
    friday = replace(AUTUMN, until_day=date(2027, 1, 15))
    assert Scene(Reading(Snapshot(School("青山小学")), cast(Store, None)), friday, date(2027, 3, 1)).until == date(2027, 1, 17)
    assert Scene(Reading(Snapshot(School("青山小学")), cast(Store, None)), friday, date(2027, 1, 14)).until == date(2027, 1, 14)


@pytest.mark.parametrize(("key", "wrong"), [("grade.3", {"grade"}), ("children.both_away", {"children"}), ("moves.in", {"moves"})])
def test_what_does_not_add_up_is_found(key: str, wrong: set[str]) -> None:
    def one(key: str, value: int, of: int | None = None) -> Figure:
        return Figure(key, value, of, nobody)

    figures = [
        one("children.pupils", 5), one("children.left", 3, 5), one("children.one_away", 1), one("children.both_away", 2),
        one("grade.3", 1, 2), one("grade.4", 2, 3), one("class.1", 3, 5), one("away.both", 2), one("away.father", 1),
        one("carer.parent", 3), one("boarding.day", 3), one("work.elsewhere", 3), one("room.opened", 4),
        one("opened.1", 4), one("asset.owned", 0), one("moves.new", 1), one("moves.in", 1), one("moves.graduated", 1),
        one("moves.out", 0), one("moves.left_new", 1), one("moves.left_gone", 0),
    ]  # fmt: skip
    before = {"children.pupils": one("children.pupils", 4), "children.left": one("children.left", 2)}
    found = {each.key: each for each in figures}
    assert mismatches(found, before) == []
    assert {each.group for each in mismatches(found | {key: replace(found[key], value=found[key].value + 1)}, before)} == wrong


def test_hundred_and_nought_percent_are_kept_for_all_and_none() -> None:
    assert Figure("rule.talk", 999, 1000, nobody).percent == pytest.approx(99.9)
    assert Figure("rule.talk", 0, 0, nobody).percent is None
    assert Term(0, "2026-1", ON, ON).until_day == ON
