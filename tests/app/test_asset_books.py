"""The books of the ledger after any movements: rooms and what is lent add up to the whole, and so do the classes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.asset_books import each_goods, each_room, general, of_room, picked, steps
from app.inventory import (
    CONSUME,
    IN,
    LOAN,
    MOVE,
    RETURN,
    SCRAP,
    STOCKTAKE,
    Asset,
    Movement,
    open_loans,
    owned,
    stock_of,
)
from app.shelf import Line, lines

START = date(2026, 9, 1)
ROOMS, GOODS = (1, 2, 3), ("music", "book", "", "of the county")
ASSETS = [Asset(n, f"{n:04}", f"物{n}", GOODS[n % len(GOODS)], price_fen=None if n % 3 else 150 * n) for n in range(1, 7)]
STEPS = st.lists(
    st.tuples(st.sampled_from((IN, IN, LOAN, RETURN, MOVE, CONSUME, SCRAP, STOCKTAKE)), st.integers(0, 20),
              st.integers(1, 9), st.integers(0, 5), st.integers(0, 2), st.booleans()), max_size=40)  # fmt: skip


def moved(given_steps: list[tuple[str, int, int, int, int, bool]]) -> list[Movement]:
    """Movements that could be: nothing leaves that is not there, and nothing more comes back than went."""
    made: list[Movement] = []
    for kind, day, count, at, place, other in sorted(given_steps, key=lambda one: one[1]):
        when, asset, room = START + timedelta(day), ASSETS[at].id, ROOMS[place]
        there = stock_of(made, when).get((asset, room), 0)
        new = Movement(len(made) + 1, asset, kind, when, count, room)
        if kind == RETURN:
            loan = next((one for one in open_loans(made, when) if one.movement.asset_id == asset), None)
            if loan is not None:
                made.append(Movement(new.id, asset, kind, when, min(count, loan.out), room, loan_id=loan.movement.id))
        elif kind == IN or (kind == STOCKTAKE and other):
            made.append(new)
        elif there >= count:
            to = ROOMS[(place + 1) % 3] if kind == MOVE else None
            made.append(Movement(new.id, asset, kind, when, -count if kind == STOCKTAKE else count, room, to))
    return made


def on(made: list[Movement], day: date) -> list[Line]:
    return lines(ASSETS, stock_of(made, day), owned(made, day), open_loans(made, day), {}, day)


@given(STEPS, st.integers(0, 21))
def test_the_books_add_up_on_any_day(given_steps: list[tuple[str, int, int, int, int, bool]], day: int) -> None:
    made, when = moved(given_steps), START + timedelta(day)
    found = on(made, when)
    whole, rooms, goods = general(found), each_room(found, ROOMS), each_goods(found)
    assert whole.pieces == sum(owned(made, when).values()) and whole.gone == len(ASSETS) - len(whole.entries)
    assert sum(one.pieces for one in rooms) + whole.out == whole.pieces
    assert sum(one.out for one in rooms) == whole.out == sum(one.out for one in open_loans(made, when))
    assert sum(one.pieces for one in goods) == whole.pieces and sum(len(one.entries) for one in goods) == len(whole.entries)
    assert sum(one.value_fen for one in goods) == whole.value_fen == sum(
        count * (ASSETS[asset - 1].price_fen or 0) for asset, count in owned(made, when).items())
    for book in rooms:
        assert [(one.line.id, one.count) for one in book.entries if one.count] == sorted(
            (asset, count) for (asset, room), count in stock_of(made, when).items() if room == int(book.key))


@given(STEPS, st.integers(0, 21))
def test_the_last_step_of_a_card_is_what_there_is(
    given_steps: list[tuple[str, int, int, int, int, bool]], day: int
) -> None:
    made, when = moved(given_steps), START + timedelta(day)
    for line in on(made, when):
        found = steps([one for one in made if one.asset_id == line.id], when)
        assert (found[-1].owned, found[-1].here) == (line.owned, line.here) if found else not line.owned
        assert all(one.movement.day <= when for one in found)


def test_what_was_picked_stands_there_even_if_nothing_is_left() -> None:
    assert [one.line.asset.number for one in picked(on([], START), {4, 2}).entries] == ["0002", "0004"]
    assert of_room(on([], START), 1).entries == () and general(on([], START)).gone == len(ASSETS)
