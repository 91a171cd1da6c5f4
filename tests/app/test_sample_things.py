"""The ledger of the sample school: real lines, never below zero, with something of each kind."""

from datetime import date, timedelta

import pytest

from app.equipment import MISSING, SHORT, items, needs
from app.inventory import CONSUME, DONATED, IN, LOAN, MOVE, RETURN, SCRAP, open_loans, owned, stock_of
from app.sample import sample_school
from app.shelf import DIFFERS, LATE, NEVER, RIGHT, batches, last_counts, lines

ON = date(2026, 11, 24)


@pytest.mark.parametrize("on", [ON, date(2026, 10, 12), date(2027, 2, 1), date(2026, 9, 1)])
def test_nothing_is_ever_below_zero_and_no_more_comes_back_than_was_lent(on: date) -> None:
    moved = sample_school(on, 80).things.movements
    assert [one.day for one in moved] == sorted(one.day for one in moved) and moved[-1].day <= on
    assert all(one.day.weekday() < 5 for one in moved)
    for step in range(200):
        day = on - timedelta(step)
        assert all(count > 0 for count in stock_of(moved, day).values())
        assert all(count > 0 for count in owned(moved, day).values())
        assert all(0 < one.out <= one.movement.count for one in open_loans(moved, day))


def test_it_has_something_of_each_kind() -> None:
    sample = sample_school(ON, 80)
    made, moved = sample.things, sample.things.movements
    assert {one.kind for one in moved} == {IN, LOAN, RETURN, MOVE, CONSUME, SCRAP}
    assert all(one.accepted_by and one.second_by and one.accepted_by != one.second_by
               for one in moved if one.kind == IN)  # fmt: skip
    given = {one.asset_id for one in moved if one.donor_id is not None}
    assert given == {one.id for one in made.assets if one.origin == DONATED} and len(made.donors) == 4
    found = lines(
        made.assets, stock_of(moved, ON), owned(moved, ON), open_loans(moved, ON), last_counts(made.stocktakes, ON), ON
    )
    assert {one.state for one in found} == {DIFFERS, LATE, RIGHT, NEVER}
    assert [one.state for one in found[:2]] == [DIFFERS, DIFFERS]
    assert sum(one.late for one in found) == 2
    states = {one.item.key: one.state for one in needs(items({}), found, {})}
    assert states["drum"] == MISSING and states["umbrella"] == SHORT and states["books"] == "there"
    left = [one for asset in made.assets for one in batches([m for m in moved if m.asset_id == asset.id], ON) if one.left]
    assert [(one.expires_on - ON).days for one in sorted(left, key=lambda one: one.expires_on)] == [-4, 12, 210, 330]


def test_what_came_was_bought_that_day_and_in_this_term() -> None:
    sample = sample_school(ON)
    came = {one.asset_id: one.day for one in reversed(sample.things.movements) if one.kind == IN}
    assert all(one.bought_on == came[one.id] for one in sample.things.assets)
    assert min(came.values()) >= sample.term.from_day
    numbers = [one.number for one in sample.given.covers if one.number]
    assert len(numbers) == len(set(numbers)) == 34
