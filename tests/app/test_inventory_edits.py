"""Random movements never disagree with a naive model and never leave fewer than nothing anywhere on any day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.changes import Change, Insert, New
from app.edits.inventory import (
    TAKES,
    AssetTold,
    Intake,
    Taken,
    TooMany,
    add_asset,
    change_asset,
    give_back,
    next_number,
    take_in,
    take_out,
    told_of_asset,
)
from app.inventory import CONSUME, IN, LOAN, MOVE, SCRAP, Asset, Donor, Movement, open_loans, owned, stock_of
from app.shelf import batches, least_from
from app.values import BadValue

START = date(2026, 9, 1)
BALL = Asset(1, "0001", "篮球", unit="个")
DAYS = st.integers(0, 12)
TRIES = st.lists(
    st.tuples(st.sampled_from((IN, IN, *TAKES, "return")), DAYS, st.integers(1, 6), st.integers(1, 3),
              st.integers(1, 3), st.integers(0, 9)),
    max_size=40,
)  # fmt: skip


class Model:
    """Every piece has a place on every day; moving one moves it from then on. Nothing is shared with the program."""

    def __init__(self) -> None:
        self.at = {(day, room): 0 for day in range(13) for room in (1, 2, 3)}
        self.has = dict.fromkeys(range(13), 0)

    def put(self, day: int, room: int, count: int) -> None:
        for later in range(day, 13):
            self.at[later, room] += count

    def own(self, day: int, count: int) -> None:
        for later in range(day, 13):
            self.has[later] += count

    def can_take(self, day: int, room: int, count: int) -> bool:
        return all(self.at[later, room] >= count for later in range(day, 13))

    def agree_to_refuse(self, error: BadValue, kind: str, day: int, room: int, to_room: int, count: int) -> None:
        if kind == MOVE and room == to_room:
            assert error.reason == "same_room"
            return
        assert isinstance(error, TooMany) and not self.can_take(day, room, count)
        assert error.there == max(0, min(self.at[one, room] for one in range(day, 13)))


def written(changes: list[Change], number: int) -> Movement:
    (change,) = changes
    assert isinstance(change, Insert) and change.table == "movement"
    row = {key: value for key, value in change.values.items() if not isinstance(value, New)}
    for key in ("day", "due_day", "expires_on"):
        if row.get(key):
            row[key] = date.fromisoformat(str(row[key]))  # type: ignore[assignment]
    return Movement(number, **row)  # type: ignore[arg-type]


@settings(max_examples=300, deadline=None)
@given(TRIES)
def test_random_movements_agree_with_a_naive_model(tries: list[tuple[str, int, int, int, int, int]]) -> None:
    model, movements, loans, left = Model(), list[Movement](), list[Movement](), dict[int, int]()
    for number, (kind, step, count, room, to_room, pick) in enumerate(tries, 1):
        day = START + timedelta(step)
        try:
            if kind == IN:
                changes = take_in(1, Intake(day, count, room, 7, 8))
            elif kind == "return":
                if not loans:
                    continue
                changes = give_back(loans[pick % len(loans)], day, count, movements, room)
            else:
                told = Taken(kind, day, count, room, to_room if kind == MOVE else None, reason="坏了",
                             staff_id=7 if kind == LOAN else None)  # fmt: skip
                changes = take_out(BALL, told, movements)
        except BadValue as error:
            if kind == "return":
                loan = loans[pick % len(loans)]
                assert day < loan.day or count > left[loan.id]
            else:
                model.agree_to_refuse(error, kind, step, room, to_room, count)
            continue
        movement = written(changes, number)
        movements.append(movement)
        if kind == IN:
            model.put(step, room, count)
            model.own(step, count)
        elif kind == "return":
            loan = loans[pick % len(loans)]
            left[loan.id] -= count
            model.put(step, room, count)
        else:
            assert model.can_take(step, room, count)
            model.put(step, room, -count)
            if kind == MOVE:
                model.put(step, to_room, count)
            elif kind == LOAN:
                loans.append(movement)
                left[movement.id] = count
            else:
                model.own(step, -count)
    agree(model, movements)
    assert sum(one.out for one in open_loans(movements, START + timedelta(13))) == sum(left.values())


def agree(model: Model, movements: list[Movement]) -> None:
    for step in range(13):
        day = START + timedelta(step)
        stock = stock_of(movements, day)
        assert all(count > 0 for count in stock.values())
        for room in (1, 2, 3):
            assert stock.get((1, room), 0) == model.at[step, room] >= 0
            assert least_from(movements, room, day) == min(model.at[one, room] for one in range(step, 13))
        has, out = owned(movements, day).get(1, 0), sum(one.out for one in open_loans(movements, day))
        assert has == model.has[step] >= 0 and has == sum(stock.values()) + out


def refused(reason: str, field: str, made: object) -> None:
    assert callable(made)
    with pytest.raises(BadValue) as caught:
        made()
    assert (caught.value.field, caught.value.reason) == (field, reason)


def test_two_different_people_accept_what_comes_in() -> None:
    told = Intake(START, 3, 1, 7, None)
    refused("empty", "second_by", lambda: take_in(1, told))
    refused("empty", "accepted_by", lambda: take_in(1, replace(told, accepted_by=None, second_by=7)))
    refused("same_person", "second_by", lambda: take_in(1, replace(told, second_by=7)))
    refused("too_few", "count", lambda: take_in(1, replace(told, second_by=8, count=0)))
    assert len(take_in(1, replace(told, second_by=8))) == 1


def test_a_donor_is_entered_once() -> None:
    told = Intake(START, 3, 1, 7, 8, " 县妇联 ")
    donor, movement = take_in(1, told)
    assert isinstance(donor, Insert) and donor.values == {"name": "县妇联"}
    assert isinstance(movement, Insert) and movement.values["donor_id"] == New(donor.token)
    (again,) = take_in(1, told, [Donor(4, "县妇联")])
    assert isinstance(again, Insert) and again.values["donor_id"] == 4


def test_a_loan_names_one_borrower_and_ends_after_it_began() -> None:
    came = [Movement(1, 1, IN, START, 5, 1)]
    loan = Taken(LOAN, START, 2, 1, child_id=9)
    refused("empty", "borrower", lambda: take_out(BALL, replace(loan, child_id=None), came))
    refused("not_a_choice", "borrower", lambda: take_out(BALL, replace(loan, staff_id=7), came))
    refused("too_early", "due_day", lambda: take_out(BALL, replace(loan, due_day=START - timedelta(1)), came))
    lent = written(take_out(BALL, loan, came), 2)
    assert (lent.child_id, lent.count) == (9, 2)
    refused("too_early", "day", lambda: give_back(lent, START - timedelta(1), 1, [*came, lent]))
    back = written(give_back(lent, START, 1, [*came, lent]), 3)
    assert (back.loan_id, back.room_id, back.child_id) == (2, 1, 9)
    refused("too_many", "count", lambda: give_back(lent, START, 2, [*came, lent, back]))


def test_nothing_is_scrapped_without_a_reason() -> None:
    came = [Movement(1, 1, IN, START, 5, 1)]
    refused("empty", "reason", lambda: take_out(BALL, Taken(SCRAP, START, 1, 1), came))


def test_a_number_is_given_once_and_the_next_one_follows_the_last() -> None:
    known = [BALL, Asset(2, "A-0009", "桌"), Asset(3, "A-0010", "凳")]
    refused("taken", "number", lambda: add_asset(AssetTold("0001", "足球"), known))
    assert next_number([]) == "0001" and next_number([BALL]) == "0002" and next_number(known) == "A-0011"
    told = told_of_asset(BALL)
    assert change_asset(BALL, told, known) == []
    (change,) = change_asset(BALL, replace(told, name="排球", price_fen=4500), known)
    assert change.values == {"name": "排球", "price_fen": 4500}  # type: ignore[union-attr]


def test_what_is_used_is_taken_from_the_batch_that_expires_first() -> None:
    first, later = START + timedelta(30), START + timedelta(300)
    moved = [
        Movement(1, 1, IN, START, 10, 1, batch="B2", expires_on=later),
        Movement(2, 1, IN, START, 10, 1, batch="B1", expires_on=first),
        Movement(3, 1, CONSUME, START, 4, 1), Movement(4, 1, SCRAP, START, 3, 1, batch="B2", reason="碎了"),
        Movement(5, 1, CONSUME, START + timedelta(5), 8, 1),
    ]  # fmt: skip
    assert [(one.batch, one.left) for one in batches(moved, START)] == [("B1", 6), ("B2", 7)]
    assert [(one.batch, one.left) for one in batches(moved, START + timedelta(5))] == [("B1", 0), ("B2", 5)]
