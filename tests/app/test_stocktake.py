"""Stock-takes among random movements never disagree with a naive model; what was counted is what there is afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.changes import Change, Delete, Insert, Update
from app.edits import stocktake as edits
from app.edits.inventory import Intake, Taken, give_back, take_in, take_out
from app.edits.stocktake import Unsettled
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
    Stocktake,
    StocktakeLine,
    open_loans,
    stock_of,
)
from app.stocktake import CHANGED, DIFFERS, RIGHT, UNCOUNTED, Row, rows, scanned, sums
from app.values import BadValue
from tests.app.test_inventory_edits import BALL, START, Model, agree, written

LAST = 12
COUNT, CLOSE = "count", "close"
DOES = st.lists(
    st.tuples(st.sampled_from((IN, IN, LOAN, RETURN, MOVE, CONSUME, SCRAP, COUNT, COUNT, COUNT, CLOSE)),
              st.integers(0, LAST), st.integers(0, 6), st.integers(1, 3), st.integers(0, 9)),
    max_size=40,
)  # fmt: skip


class Book:
    """One thing in three rooms: its movements and the stock-take of all rooms that is open, as the file would have
    them."""

    def __init__(self) -> None:
        self.movements: list[Movement] = []
        self.take = Stocktake(1, None, START, 7)
        self.ids = 0

    def rows(self, day: date) -> dict[int, Row]:
        found = rows(self.take, {1: BALL}, lambda on: stock_of(self.movements, on),
                     open_loans(self.movements, day), day)  # fmt: skip
        return {one.room_id: one for one in found}

    def row(self, room: int, day: date) -> Row:
        return self.rows(day).get(room) or Row(BALL, room, 0, 0)

    def carry_out(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self.ids += 1
            if isinstance(change, Insert) and change.table == "movement":
                self.movements.append(written([change], self.ids))
                continue
            assert not isinstance(change, Delete)
            values = dict(change.values)
            for key in ("counted_on", "closed_on"):
                if values.get(key):
                    values[key] = date.fromisoformat(str(values[key]))  # type: ignore[assignment]
            if change.table == "stocktake":
                self.take = replace(self.take, **values)  # type: ignore[arg-type]
            elif isinstance(change, Insert):
                self.take = replace(self.take, lines=(*self.take.lines, StocktakeLine(self.ids, **values)))  # type: ignore[arg-type]
            else:
                lines = [replace(one, **values) if one.id == change.id else one for one in self.take.lines]  # type: ignore[arg-type]
                self.take = replace(self.take, lines=tuple(lines))


@settings(max_examples=300, deadline=None)
@given(DOES, st.booleans(), st.booleans())
@example([(IN, 0, 6, 1, 0), (LOAN, 8, 5, 1, 0), (COUNT, 3, 0, 1, 0), (CLOSE, 9, 0, 1, 0)], False, False)
@example([(IN, 0, 6, 1, 0), (LOAN, 8, 5, 1, 0), (COUNT, 3, 6, 1, 2), (CLOSE, 9, 0, 1, 0)], True, False)
@example([(IN, 0, 6, 1, 0), (COUNT, 3, 6, 1, 0), (IN, 2, 1, 1, 0), (CLOSE, 9, 0, 1, 0)], False, True)
def test_random_movements_and_stocktakes_agree_with_a_naive_model(
    does: list[tuple[str, int, int, int, int]], scrap: bool, zero: bool
) -> None:
    book, model, loans, counts = Book(), Model(), list[Movement](), dict[int, tuple[int, int, int, int]]()
    for kind, step, count, room, pick in does:
        day = START + timedelta(step)
        if kind == COUNT:
            row = book.row(room, day)
            there, broken = model.at[step, room], min(pick % 3, count)
            assert row.counted is not None or row.expected == there
            book.carry_out(edits.count(book.take, row, count, day, there))
            book.carry_out(edits.set_broken(book.take, book.row(room, day), broken))
            book.carry_out(edits.explain(book.take, book.row(room, day), "找不到了"))
            counts[room] = step, there, count, broken
        elif kind == CLOSE:
            if close_both(book, model, counts, day, scrap=scrap, zero=zero):
                book.take, counts = Stocktake(book.take.id + 1, None, START, 7), {}
        else:
            move_both(book, model, loans, kind, (step, count, room, pick))
    agree(model, book.movements)


def move_both(book: Book, model: Model, loans: list[Movement], kind: str, told: tuple[int, int, int, int]) -> None:
    step, count, room, pick = told
    day, to_room = START + timedelta(step), room % 3 + 1
    try:
        if kind == IN:
            changes = take_in(1, Intake(day, count, room, 7, 8))
        elif kind == RETURN:
            if not loans:
                return
            changes = give_back(loans[pick % len(loans)], day, count, book.movements, room)
        else:
            changes = take_out(BALL, Taken(kind, day, count, room, to_room if kind == MOVE else None, reason="坏了",
                                           staff_id=7 if kind == LOAN else None), book.movements)  # fmt: skip
    except BadValue:
        return
    book.carry_out(changes)
    coming = kind in (IN, RETURN)
    assert coming or model.can_take(step, room, count)
    model.put(step, room, count if coming else -count)
    if kind == MOVE:
        model.put(step, to_room, count)
    if kind == LOAN:
        loans.append(book.movements[-1])
    model.own(step, {IN: count, CONSUME: -count, SCRAP: -count}.get(kind, 0))


def close_both(
    book: Book, model: Model, counts: dict[int, tuple[int, int, int, int]], day: date, *, scrap: bool, zero: bool
) -> bool:
    """Close in the program and in the model; both refuse for the same reasons."""
    today = (day - START).days
    found = list(book.rows(day).values())
    stale = {room for room, (step, there, _count, _broken) in counts.items() if model.at[step, room] != there}
    assert stale == {one.room_id for one in found if one.state == CHANGED}
    gone = dict[int, tuple[int, int, int]]()
    for room, (step, there, count, broken) in counts.items():
        gone[room] = step, count - there, broken if scrap else 0
    for room in (1, 2, 3):
        if zero and room not in counts and model.at[today, room]:
            gone[room] = today, -model.at[today, room], 0
    below = [room for room, (step, more, broken) in gone.items()
             if more - broken < 0 and not model.can_take(step, room, broken - more)]  # fmt: skip
    try:
        changes = edits.close(book.take, found, lambda _asset: book.movements, 8, day, scrap=scrap, broke="坏了",
                              missing="没点到" if zero else "")  # fmt: skip
    except Unsettled as error:
        assert error.reason in ("changed", "too_many")
        assert error.place[1] in (stale if error.reason == "changed" else below)
        return False
    assert not stale and not below
    book.carry_out(changes)
    for room, (step, more, broken) in gone.items():
        model.put(step, room, more - broken)
        model.own(step, more - broken)
    for room, (step, _there, count, broken) in counts.items():
        assert stock_of(book.movements, START + timedelta(step)).get((1, room), 0) == count - (broken if scrap else 0)
    assert book.take.closed_on == day and all(one.state in (DIFFERS, RIGHT, UNCOUNTED) for one in book.rows(day).values())
    return True


DESK = Asset(2, "0002", "课桌", unit="张")
BOOK = Asset(3, "B-07", "草房子", class_of_goods="book", isbn="978-7-5346-3012-6")
ASSETS = {1: BALL, 2: DESK, 3: BOOK}
CAME = [Movement(1, 1, IN, START, 6, 1), Movement(2, 2, IN, START, 10, 2), Movement(3, 1, LOAN, START, 2, 1)]


def seen(take: Stocktake, moved: Sequence[Movement] = CAME, day: date = START) -> list[Row]:
    return rows(take, ASSETS, lambda on: stock_of(moved, on), open_loans(moved, day), day, (2, 1))


def test_a_room_is_counted_with_what_is_lent_from_it_and_follows_the_books() -> None:
    whole, room = Stocktake(1, None, START, 7), Stocktake(1, 1, START, 7)
    assert [(one.asset.name, one.expected, one.lent) for one in seen(whole)] == [("课桌", 10, 0), ("篮球", 4, 2)]
    assert [one.asset.name for one in seen(room)] == ["篮球"]
    lent = [*CAME, Movement(4, 1, LOAN, START, 4, 1)]
    assert [(one.expected, one.lent) for one in seen(room, lent)] == [(0, 6)], "what is all lent is on the sheet too"
    more = [*CAME, Movement(4, 3, IN, START, 3, 1)]
    assert [one.asset.name for one in seen(room, more)] == ["篮球", "草房子"]
    assert sums(seen(whole)).uncounted == 2


def test_books_that_change_after_the_count_have_to_be_looked_at() -> None:
    take = Stocktake(1, 1, START, 7, lines=(StocktakeLine(9, 1, 1, 1, 4, 4, counted_on=START),))
    (row,) = seen(take)
    assert row.state == RIGHT
    later = [*CAME, Movement(4, 1, IN, START + timedelta(1), 5, 1)]
    assert seen(take, later, START + timedelta(1))[0].state == RIGHT, "what comes the day after was not there to count"
    forgotten = [*CAME, Movement(4, 1, IN, START, 1, 1)]
    (row,) = seen(take, forgotten)
    assert (row.state, row.expected, row.now) == (CHANGED, 4, 5)
    with pytest.raises(Unsettled) as caught:
        edits.close(take, [row], lambda _asset: forgotten, 8, START)
    assert (caught.value.reason, caught.value.place, caught.value.there) == ("changed", (1, 1), 5)
    (change,) = edits.take_books(take, row)
    assert isinstance(change, Update) and change.values == {"expected": 5}


def test_it_is_booked_by_two_people_with_a_reason_for_each_difference() -> None:
    line = StocktakeLine(9, 1, 1, 1, 4, 2, broken=1, counted_on=START)
    take = Stocktake(1, 1, START, 7, lines=(line,))
    for who, reason in ((None, "empty"), (7, "same_person")):
        with pytest.raises(BadValue) as caught:
            edits.close(take, seen(take), lambda _asset: CAME, who, START)
        assert (caught.value.field, caught.value.reason) == ("confirmed_by", reason)
    with pytest.raises(Unsettled, match="unexplained"):
        edits.close(take, seen(take), lambda _asset: CAME, 8, START)
    take = replace(take, lines=(replace(line, reason="找不到了"),))
    later = START + timedelta(3)
    booked = edits.close(take, seen(take), lambda _asset: CAME, 8, later, scrap=True, broke="漏气")
    moved = [dict(one.values) for one in booked if isinstance(one, Insert)]
    assert [(one["kind"], one["count"], one["day"], one["stocktake_id"], one["reason"]) for one in moved] == [
        (STOCKTAKE, -2, START.isoformat(), 1, "找不到了"), (SCRAP, 1, START.isoformat(), 1, "漏气"),
    ]  # fmt: skip
    assert booked[-1] == Update("stocktake", 1, {"closed_on": later.isoformat(), "confirmed_by": 8})
    shut = replace(take, closed_on=later)
    for verb in (lambda: edits.drop(shut), lambda: edits.count(shut, seen(shut)[0], 3, START, 4)):
        with pytest.raises(BadValue):
            verb()


def test_what_was_not_counted_stays_or_counts_as_none_by_choice() -> None:
    take = Stocktake(1, 2, START, 7)
    left = edits.close(take, seen(take), lambda _asset: CAME, 8, START)
    assert [(one.table, dict(one.values)) for one in left if isinstance(one, Insert)] == [
        ("stocktake_line", {"stocktake_id": 1, "asset_id": 2, "room_id": 2, "expected": 10})]  # fmt: skip
    none = edits.close(take, seen(take), lambda _asset: CAME, 8, START, missing="没找到")
    line, moved = (dict(one.values) for one in none if isinstance(one, Insert))
    assert (line["counted"], line["expected"], line["reason"]) == (0, 10, "没找到")
    assert (moved["count"], moved["kind"]) == (-10, STOCKTAKE)


def test_a_room_has_one_open_stocktake_and_somebody_counts() -> None:
    home = Stocktake(4, 1, START, 7)
    for room, staff, known, field in ((1, 7, [home], "room_id"), (None, 7, [home], "room_id"), (2, None, [], "staff_id"),
                                      (2, 7, [replace(home, room_id=None)], "room_id")):  # fmt: skip
        with pytest.raises(BadValue) as caught:
            edits.begin(room, START, staff, known)
        assert caught.value.field == field
    assert edits.begin(2, START, 7, [home]) and edits.begin(1, START, 7, [replace(home, closed_on=START)])


def test_a_scanner_says_the_number_however_the_keyboard_is_set() -> None:
    every = ASSETS.values()
    for code, meant in (("0002", [DESK]), (" ０００２ ", [DESK]), ("b-07", [BOOK]), ("9787534630126", [BOOK]),
                        ("978-7-5346-3012-6", [BOOK]), ("2", []), ("", [])):  # fmt: skip
        assert scanned(code, every) == meant, code
