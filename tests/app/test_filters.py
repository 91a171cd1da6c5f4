"""Cutting a list down: segments, ready-made filters, kept values, counts as in Excel, and keeping it all as JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.children import Phone
from app.filters import READY, SEGMENTS, Choice, Saved, Sieve, read_saved, week_days, write_saved
from app.roster import FILTERS, RosterRow, rows
from app.sample import sample_school
from tests.app.families import DAY, away, child, home, kin
from tests.app.test_roster import school

BOTH = child(kin("父亲", away()), kin("母亲", away()), name="解志强", pinyin="xie zhi qiang", sex="男", birth="2016-11-26", ethnicity="苗族")
GIRL = child(kin("父亲", away()), kin("母亲", home()), name="田小禾", pinyin="tian xiao he", birth="2017-11-23", ethnicity="土家族",
             enrolments=(replace(BOTH.enrolments[0], class_id=2),))
HOME = child(kin("父亲", home(), phone=""), kin("母亲", home(), phone=""), name="周雨桐", pinyin="zhou yu tong", birth="2016-11", ethnicity="",
             id_number="433126201605120041")
SNAPSHOT = school(BOTH, GIRL, HOME)
ROWS = rows(SNAPSHOT, DAY)
FACTS: dict[str, Callable[[RosterRow], tuple[str, ...]]] = {
    "class": lambda row: (row.class_name,),
    "sex": lambda row: (row.sex,),
    "people": lambda row: (SNAPSHOT.children[row.child_id].ethnicity,),
    "aid": lambda row: ("低保", "医疗救助") if row.name == "解志强" else ("低保",) if row.name == "田小禾" else ("",),
}


def sieve(day: date = DAY) -> Sieve:
    by_id = {row.child_id: row for row in ROWS}
    return Sieve(day, lambda key, child_id: FACTS[key](by_id[child_id]))


def names(choice: Choice, day: date = DAY) -> list[str]:
    return [row.name for row in sieve(day).chosen(ROWS, choice)]


def test_exactly_these_children_are_one_part_that_is_dropped_alone_and_never_saved() -> None:
    ids = frozenset({ROWS[0].child_id, ROWS[1].child_id, 999})
    choice = Choice("all", named=("留守女童 2 人", ids)).keeping("sex", ["女"])
    assert {row.child_id for row in sieve().chosen(ROWS, choice.without("sex"))} == ids - {999}
    assert choice.parts() == ("named", "sex") and choice.without("named").parts() == ("sex",)
    assert all(row.sex == "女" for row in sieve().chosen(ROWS, choice))
    (read,) = read_saved(write_saved([Saved("女", choice)]))
    assert read.choice == choice.without("named")
    assert sieve().hiding(ROWS[2:], Choice("all", named=("她", frozenset({999})))) == (("named",), len(ROWS[2:]))


def test_values_of_several_columns_hold_together() -> None:
    choice = Choice("all").keeping("sex", ["女"])
    assert names(choice) == ["田小禾", "周雨桐"]
    assert names(choice.keeping("people", ["", "苗族"])) == ["周雨桐"]
    assert names(choice.keeping("people", [])) == []
    assert names(choice.keeping("sex", None)) == ["田小禾", "解志强", "周雨桐"]


def test_values_are_counted_under_the_other_filters_as_in_excel() -> None:
    choice = Choice("all").keeping("sex", ["女"]).keeping("people", ["苗族"])
    assert sieve().value_counts(ROWS, choice, "sex") == {"男": 1}
    assert sieve().value_counts(ROWS, choice, "people") == {"土家族": 1, "": 1}
    assert sieve().value_counts(ROWS, Choice("left_behind"), "class") == {"三（1）班": 1, "一（1）班": 1}


def test_a_child_with_several_values_is_found_by_each() -> None:
    assert sieve().value_counts(ROWS, Choice("all"), "aid") == {"低保": 2, "医疗救助": 1, "": 1}
    assert names(Choice("all").keeping("aid", ["医疗救助"])) == ["解志强"]
    assert names(Choice("all").keeping("aid", ["低保", ""])) == ["田小禾", "解志强", "周雨桐"]


def test_ready_made_filters_are_of_all_pupils() -> None:
    found = {ready: names(Choice("all", ready)) for ready in READY}
    assert found["no_phone"] == ["周雨桐"]
    assert found["bad_id"] == ["田小禾", "解志强"]
    assert found["no_mentor"] == [row.name for row in ROWS if row.left_behind]
    assert found["card_changed"] == found["disagrees"] == found["check"] == []
    assert names(Choice("left_behind", "bad_id")) == ["田小禾", "解志强"]


def test_birthdays_of_this_week_come_by_day_and_vague_births_have_none() -> None:
    assert names(Choice("all", "birthday")) == ["田小禾", "解志强"]
    assert names(Choice("all", "birthday"), date(2026, 11, 29)) == ["田小禾", "解志强"]
    assert names(Choice("all", "birthday"), date(2026, 11, 30)) == []


@pytest.mark.parametrize(("day", "has_it", "length"), [
    (date(2026, 2, 28), True, 8), (date(2026, 3, 1), True, 8), (date(2026, 3, 2), False, 7), (date(2028, 2, 29), True, 7),
    (date(2028, 2, 27), False, 7), (date(2026, 12, 31), False, 7),
])
def test_who_was_born_on_29_february_has_a_birthday_every_year(day: date, has_it: bool, length: int) -> None:
    assert ("02-29" in week_days(day), len(week_days(day))) == (has_it, length)


def test_a_week_goes_from_monday_to_sunday_over_new_year() -> None:
    assert week_days(date(2026, 12, 31)) == ("12-28", "12-29", "12-30", "12-31", "01-01", "01-02", "01-03")


def test_what_hides_everybody_is_the_fewest_filters() -> None:
    home = [row for row in ROWS if row.name == "周雨桐"]
    choice = Choice("left_behind").keeping("sex", ["女"]).keeping("class", ["一（1）班"])
    assert sieve().hiding(home, choice) == (("segment", "class"), 1)
    assert sieve().hiding(ROWS, choice.keeping("class", ["三（1）班"])) == (("class",), 1)
    assert sieve().hiding(ROWS, Choice("all").keeping("sex", ["女"]).keeping("people", ["苗族"]), latest=True) == (("people",), 2)
    assert sieve().hiding([], choice) == ((), 0)
    assert choice.without("segment", "class") == Choice("all").keeping("sex", ["女"])


def test_every_segment_is_the_sum_of_what_the_roster_counts() -> None:
    listed = rows(sample_school(DAY).snapshot, DAY)
    found = {segment: len(Sieve(DAY, lambda _key, _id: ()).chosen(listed, Choice(segment))) for segment in SEGMENTS}
    assert found["left_behind"] == sum(row.left_behind for row in listed)
    assert found["missing"] == sum(row.left_behind and FILTERS["missing"](row) for row in listed)
    assert found["check"] == sum(row.to_confirm or row.disagrees for row in listed)
    assert min(found.values()) > 0


def test_saved_filters_come_back() -> None:
    saved = [Saved("三年级女生", Choice("all", "bad_id").keeping("sex", ["女"]).keeping("people", [""])), Saved("全", Choice())]
    assert read_saved(write_saved(saved)) == saved


@pytest.mark.parametrize("text", ["", "{", "5", "null", '{"a": 1}', "[5, null]", '[{"name": "x"}]',
    '[{"name": "x", "segment": "later", "ready": "", "kept": {}}]', '[{"name": "", "segment": "all", "ready": "", "kept": {}}]',
    '[{"name": "x", "segment": "all", "ready": "", "kept": {"sex": "女"}}]', '[{"name": "x", "segment": [], "ready": "", "kept": {}}]',
    "[" * 100_000])
def test_a_damaged_setting_is_ignored(text: str) -> None:
    assert read_saved(text) == []


def test_one_damaged_filter_does_not_take_the_others_along() -> None:
    good = json.loads(write_saved([Saved("女生", Choice("all").keeping("sex", ["女"]))]))
    assert [one.name for one in read_saved(json.dumps([{"name": 5}, *good]))] == ["女生"]


def test_a_phone_out_of_order_is_none() -> None:
    dead = replace(BOTH.kin[0], phones=(Phone(1, "13900467715", "停机"),))
    listed = rows(school(replace(BOTH, kin=(dead,))), DAY)
    assert len(Sieve(DAY, lambda _key, _id: ()).chosen(listed, Choice("all", "no_phone"))) == 1
