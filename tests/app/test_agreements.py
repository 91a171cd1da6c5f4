"""Signed papers: how each stands on a day, which are to be renewed, and how they are written down."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agreements import KINDS, Agreement, expiring, is_missed, of_child, state_of
from app.changes import Insert, Update
from app.children import Child
from app.edits import AgreementTold, BadValue, add_agreement, attach_scan, change_agreement
from app.edits.agreement import last_day
from app.scan_pages import NoPages, packed, unpacked

DAY = date(2026, 11, 24)
ONE = timedelta(days=1)


def paper(number: int, kind: str = "care", until: date | None = None, since: date | None = date(2026, 9, 1)) -> Agreement:
    return Agreement(number, 7, kind, since, until)


@pytest.mark.parametrize(("until", "state"), [
    (None, "held"), (DAY + 31 * ONE, "held"), (DAY + 30 * ONE, "soon"), (DAY + ONE, "soon"), (DAY, "ended"),
    (DAY - ONE, "ended"),
])  # fmt: skip
def test_how_a_paper_stands(until: date | None, state: str) -> None:
    one = paper(1, until=until)
    assert state_of(one, [one], DAY) == state
    assert is_missed(one, [one], DAY) is (state == "ended")


def test_what_a_later_one_goes_beyond_is_neither_to_be_renewed_nor_missed() -> None:
    old, new = paper(1, until=DAY), paper(2, until=DAY + 300 * ONE, since=DAY)
    assert not is_missed(old, [old, new], DAY) and expiring([old, new], DAY, 30) == []
    ending = replace(old, until_day=DAY + 9 * ONE)
    assert state_of(ending, [ending, new], DAY) == "held"
    other = replace(new, id=3, kind="notice")
    assert is_missed(old, [old, other], DAY), "another kind is no renewal"
    assert state_of(replace(new, from_day=DAY + ONE), [old, new], DAY) == "later"


def test_a_childs_papers_by_kind_the_newest_first() -> None:
    every = [paper(1, "consent"), paper(2, since=date(2025, 9, 1)), paper(3), replace(paper(4), child_id=8),
             paper(5, "notice", since=None)]  # fmt: skip
    assert [one.id for one in of_child(every, 7)] == [3, 2, 5, 1]


def test_the_last_day_is_the_one_on_the_paper() -> None:
    told = AgreementTold("care", date(2026, 9, 3), date(2027, 3, 21), " 龙妹珍 ", "一式两份")
    child = Child(7, "周雨桐")
    insert, signed = add_agreement(child, told)
    assert isinstance(insert, Insert) and insert.values["until_day"] == "2027-03-22"
    assert insert.values["signed_by"] == "龙妹珍"
    assert signed == Update("child", 7, {"entrusted": "已签"}), "the register's form says so too"
    one = Agreement(1, 7, "care", date(2026, 9, 3), date(2027, 3, 22), "龙妹珍", "一式两份")
    assert last_day(one) == date(2027, 3, 21)
    assert change_agreement(one, told) == []
    assert change_agreement(one, replace(told, last_day=None)) == [Update("agreement", 1, {"until_day": None})]
    assert attach_scan(one, "ab") == [Update("agreement", 1, {"file": "ab"})] and attach_scan(one, "") == []


def test_only_a_care_agreement_signs_the_entrustment_and_only_once() -> None:
    for kind in KINDS:
        count = len(add_agreement(Child(7, "周雨桐"), AgreementTold(kind)))
        assert count == (2 if kind == "care" else 1)
    assert len(add_agreement(Child(7, "周雨桐", entrusted="已签"), AgreementTold("care"))) == 1


def test_days_the_wrong_way_round_and_unknown_kinds_are_refused() -> None:
    with pytest.raises(BadValue, match="last_day: too_early"):
        add_agreement(Child(7, "周雨桐"), AgreementTold("care", DAY, DAY - ONE))
    assert add_agreement(Child(7, "周雨桐"), AgreementTold("notice", DAY, DAY)), "a day is a period"
    with pytest.raises(BadValue):
        add_agreement(Child(7, "周雨桐"), AgreementTold("promise"))


@given(st.lists(st.binary(min_size=1, max_size=300), max_size=5))
def test_pages_come_out_as_they_went_in(pages: list[bytes]) -> None:
    assert unpacked(packed(pages)) == pages


@given(st.binary(min_size=1, max_size=40), st.integers(1, 30))
def test_what_is_cut_short_is_no_scan(page: bytes, less: int) -> None:
    with pytest.raises(NoPages):
        unpacked(packed([page])[: -min(less, len(page))])
    with pytest.raises(NoPages):
        unpacked(page)
