"""The statistics of a day: every number is a list of children, breakdowns add up, and no page can count differently."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.children import AIDS, NO_CARER, Child
from app.classes import SchoolClass
from app.differences import balance, differences, kind_of
from app.enrolment import pupils_on
from app.guardianship import CARERS, CAUSES, STATES
from app.roster import counts, rows
from app.sample import sample_school
from app.school import School, Snapshot
from app.statistics import ALL, CIVIL, MEANINGS, REGISTER, Head, Table, checks, statistics
from app.statistics.civil import BREAKDOWNS, aids_of, health_of
from app.status import civil_status, register_status
from tests.app.families import DAY, away, child, home, kin
from tests.app.random_schools import DAYS, SCHOOLS

WHOLE = Head(ALL, ALL)
CLASSES = (SchoolClass(1, "primary", 2024, 1), SchoolClass(2, "primary", 2026, 1))
BOTH = child(kin("父亲", away()), kin("母亲", away()), kin("祖母"), name="解志强", sex="男", boarding="住校")
FATHER = child(kin("父亲", away()), kin("母亲", home()), name="周雨桐", boarding="走读")
MOTHER = child(kin("父亲", home()), kin("母亲", away()), name="田小禾")
CLAIM = child(kin("父亲"), kin("母亲"), claim="one_away", name="欧阳晨曦")
UNABLE = child(kin("父亲", away()), kin("母亲", home(), able=False), kin("祖母"), name="向小红", sex="男")


def school(*children: Child) -> Snapshot:
    return Snapshot(School("青石坪中心小学"), classes=CLASSES, children={
        n: replace(one, id=n) for n, one in enumerate(children, 1)})


def register(*children: Child) -> Table:
    return statistics(school(*children), DAY).table(REGISTER)


def civil(*children: Child) -> Table:
    return statistics(school(*children), DAY).table(CIVIL)


def line(table: Table, head: Head = WHOLE) -> dict[tuple[str, str], int]:
    numbers = table.numbers[table.lines.index(head)]
    return {(column.group, column.part): number for column, number in zip(table.columns, numbers, strict=True)}


def column(table: Table) -> dict[tuple[str, str], int]:
    return {(head.group, head.part): numbers[0] for head, numbers in zip(table.lines, table.numbers, strict=True)}


def test_who_is_away() -> None:
    found = line(register(BOTH, FATHER, MOTHER, CLAIM, child(kin("父亲", home()), kin("母亲", home()))))
    assert (found[ALL, "pupils"], found[ALL, "left"]) == (5, 4)
    assert [found["away", part] for part in ("both", "father", "mother", "")] == [1, 1, 1, 1]


def test_a_claim_of_one_parent_beside_a_confirmed_place_names_him() -> None:
    half = child(kin("父亲", away()), kin("母亲"), claim="one_away")
    short = child(kin("父亲", away(since=DAY)), kin("母亲"), claim="one_away")
    guess = child(kin("父亲", away(sure=False)), kin("母亲"), claim="one_away")
    found = line(register(half, short, guess))
    assert (found["away", "father"], found["away", ""]) == (1, 2)


def test_who_cares() -> None:
    def cared(relation: str) -> Child:
        return child(kin("父亲", away()), kin("母亲", away()), kin(relation))

    found = line(register(*map(cared, ("祖母", "曾祖母", "姑母", "婶母", "非亲属", "干妈", "姐姐")), FATHER))
    assert [found["carer", part] for part in ("grandparents", "parent", "relatives", "others", "")] == [2, 1, 2, 2, 1]


def test_nobody_cares_when_the_office_says_so() -> None:
    alone = replace(BOTH, entrusted=NO_CARER)
    table = register(alone)
    assert line(table)["carer", "others"] == 1 and table.guessed == ()
    assert column(civil(alone))["care", "无委托照料人"] == column(civil(alone))["condition", "差"] == 1


def test_a_proposed_carer_counts_and_is_said() -> None:
    assert register(BOTH, FATHER).guessed == (1,)


def test_lines_are_grades_and_sexes_and_a_child_without_a_sex_has_a_line_of_its_own() -> None:
    first = replace(BOTH, enrolments=(replace(BOTH.enrolments[0], class_id=2),))
    table = register(first, FATHER, replace(MOTHER, sex=""))
    assert [(head.group, head.part) for head in table.lines] == [
        ("1", ALL), ("1", "男"), ("1", "女"), ("3", ALL), ("3", "男"), ("3", "女"), ("3", ""),
        (ALL, ALL), (ALL, "男"), (ALL, "女"), (ALL, ""),
    ]  # fmt: skip
    assert [numbers[0] for numbers in table.numbers] == [1, 1, 0, 2, 0, 1, 1, 3, 1, 1, 1]
    assert all(check.agrees for check in statistics(school(first, FATHER, replace(MOTHER, sex="")), DAY).checks(REGISTER))


def test_civil_affairs_columns_are_ages_and_sexes() -> None:
    small, big = replace(BOTH, birth="2021-05-01"), replace(BOTH, birth="2011-05-01", sex="女")
    found = line(civil(small, big, UNABLE, replace(BOTH, birth=""), replace(BOTH, sex=""), MOTHER))
    assert list(found.values()) == [5, 1, 1, 0, 1, 1, 0, 1, 0, 1, 2]


def test_civil_affairs_breakdowns() -> None:
    ill = kin("祖母", able=True, health="残疾")
    able, weak = (child(kin("父亲", away()), kin("母亲", away()), one) for one in (kin("外祖母", able=True), ill))
    friend = child(kin("父亲", away()), kin("母亲", away()), kin("非亲属", able=False))
    table = civil(UNABLE, able, weak, friend, replace(BOTH, aid="低保、医疗救助", health="有慢性病"), replace(BOTH, aid="无"))
    found = column(table)
    assert [found["cause", part] for part in (*CAUSES, "")] == [5, 1, 0, 0]
    assert [found["care", part] for part in (*CARERS, "")] == [4, 1, 1, 0]
    assert [found["condition", part] for part in (*STATES, "")] == [1, 1, 2, 2]
    assert [found["aid", part] for part in ("aided", "none", "")] == [1, 1, 4]
    assert [found["aids", aid] for aid in AIDS if aid != "无"] == [0, 1, 0, 0, 1, 0, 0, 0, 0]
    assert found["health", "chronic"] == 1 and found["boarding", "boards"] == 2


def test_children_to_be_checked_are_counted_apart() -> None:
    table = civil(BOTH, CLAIM, replace(BOTH, household=""), replace(BOTH, household="居民户口"))
    assert table.numbers[0][0] == 1
    assert dict(table.apart) == {"claim_one": (2,), "household_blank": (3,), "household_unclear": (4,)}


@pytest.mark.parametrize(("health", "disability", "key"), [
    ("健康或良好", "", "healthy"), ("一般或较弱", "", "weak"), ("有慢性病", "", "chronic"), ("重病", "", "serious"),
    ("残疾", "", "disabled"), ("健康或良好", "听力残疾", "disabled"), ("无残疾", "无", "healthy"),
    ("有生理缺陷", "", "other"), ("", "", ""),
])  # fmt: skip
def test_health_in_the_words_of_the_form(health: str, disability: str, key: str) -> None:
    assert health_of(child(health=health, disability=disability)) == key


def test_aid_that_is_none_and_something_is_something() -> None:
    assert aids_of(child(aid="无、低保")) == {"低保"} and aids_of(child(aid="无")) == {"无"}
    assert aids_of(child(aid="大病互助")) == {"其他"} and aids_of(child()) == frozenset()


def test_a_number_that_was_changed_is_found_by_the_checks() -> None:
    found = statistics(school(BOTH, FATHER, MOTHER, CLAIM), DAY)
    table = found.table(REGISTER)
    wrong = [list(numbers) for numbers in table.numbers]
    whole = table.lines.index(WHOLE)
    wrong[whole][table.columns.index(Head("away", "both"))] += 2
    bad = [check for check in checks(table, tuple(map(tuple, wrong)), found.counts) if not check.agrees]
    assert [(check.what, check.difference) for check in bad] == [("", 2)] * 3 + [("both_away", 2)]


@pytest.mark.parametrize("meaning", MEANINGS)
def test_no_single_number_of_either_table_can_be_changed_unseen(meaning: str) -> None:
    found = statistics(sample_school(date(2026, 11, 24)).snapshot, date(2026, 11, 24))
    table = found.table(meaning)
    for place, numbers in enumerate(table.numbers):
        for number, was in enumerate(numbers):
            changed = list(map(list, table.numbers))
            changed[place][number] = was + 1
            bad = [one for one in checks(table, tuple(map(tuple, changed)), found.counts) if not one.agrees]
            assert bad and all(abs(one.difference) == 1 for one in bad), (table.lines[place], table.columns[number])


def test_a_table_of_other_children_than_the_roster_s_is_found() -> None:
    here, other = statistics(school(BOTH, FATHER), DAY), statistics(school(BOTH), DAY)
    bad = [check.what for check in checks(here.table(REGISTER), here.table(REGISTER).numbers, other.counts)
           if not check.agrees]  # fmt: skip
    assert bad == ["total", "left_behind", "one_away"]


def slow(snapshot: Snapshot, day: date, wanted: Callable[[Child], bool]) -> int:
    return sum(wanted(one) for one, _school_class in pupils_on(snapshot, day))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SCHOOLS, DAYS)
def test_any_school_on_any_day_adds_up_to_the_roster(snapshot: Snapshot, day: date) -> None:
    found = statistics(snapshot, day)
    assert found.counts == counts(rows(snapshot, day))
    for meaning in MEANINGS:
        assert [check for check in found.checks(meaning) if not check.agrees] == []
    whole = line(found.table(REGISTER))
    assert whole[ALL, "pupils"] == len(pupils_on(snapshot, day))
    assert whole[ALL, "left"] == slow(snapshot, day, lambda one: register_status(one, day).status != "none")
    assert whole["away", "both"] == slow(snapshot, day, lambda one: register_status(one, day).status == "both_away")
    by_civil = column(found.table(CIVIL))
    assert by_civil[WHOLE.group, WHOLE.part] == slow(snapshot, day, lambda one: civil_status(one, day).value is True)
    for group in BREAKDOWNS:
        assert sum(number for (name, _part), number in by_civil.items() if name == group) == by_civil[ALL, ALL]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SCHOOLS, DAYS)
def test_both_numbers_are_sums_of_the_same_lists(snapshot: Snapshot, day: date) -> None:
    listed = rows(snapshot, day)
    found, sums = counts(listed), balance(listed)
    assert (sums.register, sums.civil, sums.unknown) == (found.left_behind, found.civil, found.civil_unknown)
    told = [row.child_id for group in differences(listed) for row in group.rows]
    assert sorted(told) == sorted(row.child_id for row in listed if kind_of(row) not in ("", "both"))
    assert all(kind_of(row) == group.kind for group in differences(listed) for row in group.rows)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SCHOOLS, DAYS, st.data())
def test_every_cell_is_a_list_of_children_of_its_line_and_column(snapshot: Snapshot, day: date, data: st.DataObject) -> None:
    table = statistics(snapshot, day).table(data.draw(st.sampled_from(MEANINGS)))
    head, other = data.draw(st.sampled_from(table.lines)), data.draw(st.sampled_from(table.columns))
    ids = table.ids(head, other)
    assert len(set(ids)) == len(ids) == table.numbers[table.lines.index(head)][table.columns.index(other)]
    assert set(ids) <= {one.id for one, _school_class in pupils_on(snapshot, day)}


def test_the_reasons_of_the_sample_school() -> None:
    groups = differences(rows(sample_school(DAY).snapshot, DAY))
    assert [(group.kind, group.reason) for group in groups][:1] == [("register_only", "one_able")]
    assert ("register_open", "claim_one") in [(group.kind, group.reason) for group in groups]
