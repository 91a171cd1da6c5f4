"""Closing a term: when it may be, what it writes, what the new school year makes of the classes."""

from dataclasses import replace
from datetime import date

import pytest

from app.changes import Delete, Insert, New
from app.edits.term_close import close_term, reopen_term
from app.sample import sample_school
from app.term_close import (
    Moved,
    TermClose,
    frozen,
    may_close,
    moved,
    next_code,
    next_term,
    promotions,
)
from app.termdays import Term
from app.terms import assumed_term
from app.values import BadValue

TERM = Term(1, "2026-1", date(2026, 9, 1), date(2027, 1, 15))
CLOSE = TermClose(3, 1, "2027-01-15T16:00:00", "陈晓梅", 900, frozen({"rule.talk": (46, 52), "children.left": (60, 140)}))


def test_it_freezes_the_term_and_enters_the_next_one() -> None:
    told = {"at": "2027-01-15T16:00:00", "by": "陈晓梅", "seq": 900, "figures": "{}"}
    first, second = close_term(TERM, [TERM], [], **told)  # type: ignore[arg-type]
    assert isinstance(first, Insert) and first.table == "term_close" and first.values["term_id"] == 1
    assert isinstance(second, Insert) and (second.table, second.values["code"]) == ("term", "2026-2")
    spring = replace(assumed_term(2026, 2), id=2)
    assert len(close_term(TERM, [TERM, spring], [], **told)) == 1  # type: ignore[arg-type]
    with pytest.raises(BadValue):
        close_term(TERM, [TERM], [CLOSE], **told)  # type: ignore[arg-type]
    entered, closed, _next = close_term(assumed_term(2026, 1), [], [], **told)  # type: ignore[arg-type]
    assert isinstance(entered, Insert) and isinstance(closed, Insert)
    assert closed.values["term_id"] == New(entered.token)
    assert reopen_term(CLOSE) == [Delete("term_close", 3)]


def test_when_it_may_be_closed_and_what_comes_next() -> None:
    assert [may_close(TERM, day) for day in (date(2026, 12, 15), date(2026, 12, 16), date(2027, 3, 1))] == [
        False, True, True]  # fmt: skip
    assert (next_code("2026-1"), next_code("2026-2")) == ("2026-2", "2027-1")


def test_figures_that_moved() -> None:
    now = {"rule.talk": (47, 52), "children.left": (60, 140), "rule.new": (1, 1)}
    assert moved(CLOSE, now) == [Moved("rule.talk", 46, 47)]


def test_classes_of_a_new_school_year() -> None:
    snapshot = sample_school(date(2027, 6, 15), 80).snapshot
    spring = next(one for one in snapshot.terms if one.code == "2026-2")
    found = promotions(snapshot, spring)
    assert {one.now[0]: one.then[:1] for one in found} == {
        "一": "二", "二": "三", "三": "四", "四": "五", "五": "六", "六": ""}  # fmt: skip
    assert sum(one.pupils for one in found) >= 70
    assert promotions(snapshot, replace(spring, code="2026-1")) == []
    assert next_term(snapshot, spring).code == "2027-1" and next_term(snapshot, spring).id == 0
