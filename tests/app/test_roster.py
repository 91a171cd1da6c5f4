"""The list of a day: order, search, filters, counts, and when a card is due again."""

from dataclasses import fields, replace
from datetime import date

import pytest

from app.children import CardPrint, Child, Phone
from app.classes import ClassTeacher, SchoolClass
from app.fingerprint import card_facts
from app.roster import FILTERS, PupilRow, counts, filtered, pupil_rows, rows, rows_of
from app.sample import sample_school
from app.school import School, Snapshot, Staff
from app.search import search
from tests.app.families import DAY, away, child, home, kin


def school(*children: Child) -> Snapshot:
    classes = (SchoolClass(1, "primary", 2024, 1, (ClassTeacher(1, 1, date(2024, 9, 1)),)), SchoolClass(2, "primary", 2026, 1))
    numbered = {n: replace(one, id=n) for n, one in enumerate(children, 1)}
    return Snapshot(School("青石坪中心小学", duty_phone="07430010200"), staff=(Staff(1, "张敏", "13700154420"),),
                    classes=classes, children=numbered)


BOTH = child(kin("父亲", away()), kin("母亲", away()), kin("祖母", phone="07430036128"), name="解志强", sex="男",
             pinyin="xie zhi qiang", id_number="433123201605040046", boarding="住校")
HOME = child(kin("父亲", home()), kin("母亲", home()), name="周雨桐", pinyin="zhou yu tong")
GUESS = child(kin("父亲", away(sure=False)), kin("母亲", home()), name="欧阳晨曦", pinyin="ou yang chen xi", claim="one_away")


def names(snapshot: Snapshot, text: str) -> list[str]:
    return [hit.row.name for hit in search(rows(snapshot, DAY), text)]


def test_rows_stand_by_class_then_pinyin() -> None:
    first_grade = replace(HOME, name="安安", pinyin="an an",
                          enrolments=(replace(HOME.enrolments[0], class_id=2),))
    listed = rows(school(HOME, BOTH, GUESS, first_grade), DAY)
    assert [(row.class_name, row.name) for row in listed] == [
        ("一（1）班", "安安"), ("三（1）班", "欧阳晨曦"), ("三（1）班", "解志强"), ("三（1）班", "周雨桐")]
    assert listed[1].surname == "欧阳"


def test_a_row_says_all_a_line_shows() -> None:
    row = rows(school(BOTH), DAY)[0]
    assert (row.status, row.place, row.boarding, row.card) == ("both_away", "广东省东莞市长安镇五金厂", True, "never")
    assert [(one.relation, one.kind, one.sure) for one in row.parents] == [("父亲", "away", True), ("母亲", "away", True)]
    assert row.carer.certainty == "proposed"


def test_who_only_counts_has_the_same_pupils() -> None:
    snapshot = school(BOTH, HOME, GUESS)
    plain = [PupilRow(*(getattr(row, one.name) for one in fields(PupilRow))) for row in rows(snapshot, DAY)]
    assert pupil_rows(snapshot, DAY) == plain


def test_the_counts_add_up() -> None:
    listed = rows(school(BOTH, HOME, GUESS), DAY)
    found = counts(listed)
    assert (found.total, found.left_behind, found.one_away, found.both_away) == (3, 2, 1, 1)
    assert (found.civil, found.civil_unknown, found.boys, found.girls, found.boarders) == (1, 1, 1, 2, 1)
    assert found.by_class == {"三（1）班": 3} and found.left_behind_by_class == {"三（1）班": 2}


@pytest.mark.parametrize(("text", "found"), [
    ("xzq", ["解志强"]), ("x", ["解志强", "欧阳晨曦"]), ("xiezh", ["解志强"]), ("zhiqiang", ["解志强"]), ("雨", ["周雨桐"]),
    ("6128", ["解志强"]), ("0046", ["解志强"]), ("46", []), ("zz", []), ("YT", ["周雨桐"]), ("", ["欧阳晨曦", "解志强", "周雨桐"]),
])
def test_search(text: str, found: list[str]) -> None:
    assert names(school(BOTH, HOME, GUESS), text) == found


def test_a_hit_says_where_it_is() -> None:
    listed = rows(school(BOTH, HOME), DAY)
    spans = [(hit.rank, hit.start, hit.end) for text in ("xz", "zhiq", "桐") for hit in search(listed, text)]
    assert spans == [(0, 0, 2), (1, 1, 3), (2, 2, 3)]
    assert search(listed, "6128")[0].beside == "07430036128"


def test_filters() -> None:
    listed = rows(school(BOTH, HOME, GUESS), DAY)
    found = {name: [row.name for row in filtered(listed, name)] for name in FILTERS}
    assert found["left_behind"] == ["欧阳晨曦", "解志强"]
    assert found["to_confirm"] == ["欧阳晨曦"]
    assert found["bad_id"] == ["欧阳晨曦", "解志强", "周雨桐"]
    assert found["missing"] == [] and found["no_phone"] == []
    assert filtered(listed, "all", "一（1）班") == []


def test_the_child_with_most_missing_comes_first() -> None:
    bare = replace(child(), name="安安", pinyin="zz")
    listed = rows(school(child(kin("父亲", home()), name="白白", pinyin="bai"), bare), DAY)
    assert [row.name for row in filtered(listed, "missing")] == ["安安", "白白"]


def test_a_card_is_due_again_when_what_stands_on_it_changes() -> None:
    snapshot = school(BOTH)
    pupil = snapshot.children[1]
    cards = tuple(CardPrint(n, layout, "2026-10-01T09:30:00", card_facts(pupil, snapshot, DAY, layout))
                  for n, layout in enumerate(("child", "school")))
    printed = replace(pupil, cards=cards)
    assert card(printed, snapshot) == ("printed", date(2026, 10, 1))
    father = replace(printed.kin[0], phones=(Phone(1, "13900460000"),))
    assert card(replace(printed, kin=(father, *printed.kin[1:])), snapshot)[0] == "changed"
    assert card(replace(printed, note="爱画画"), snapshot)[0] == "printed"
    moved = replace(printed, address="青石坪村")
    assert card(moved, snapshot)[0] == "changed"
    assert card(replace(moved, cards=cards[:1]), snapshot)[0] == "printed"
    assert card(printed, replace(snapshot, staff=(Staff(1, "李秀兰"),)))[0] == "changed"


BEFORE_THERE_WERE_TIMES = {"child": "58c6a64801de715237898b4b", "school": "eccb5a27762e07c690242d40"}
"""What the first version of the program wrote of this child: cards in old files must not all turn due."""


@pytest.mark.parametrize("layout", ["child", "school"])
def test_an_agreed_time_makes_cards_due_and_none_changes_nothing(layout: str) -> None:
    snapshot = school(BOTH)
    pupil = snapshot.children[1]
    assert card_facts(pupil, snapshot, DAY, layout) == BEFORE_THERE_WERE_TIMES[layout]
    printed = replace(pupil, cards=(CardPrint(1, layout, "2026-10-01T09:30:00", BEFORE_THERE_WERE_TIMES[layout]),))
    assert card(printed, snapshot)[0] == "printed"
    assert card(replace(printed, call_time="周六 19:00"), snapshot)[0] == "changed"


def test_the_pocket_card_is_due_by_its_three_numbers_and_the_teacher() -> None:
    snapshot = school(BOTH)
    pupil = snapshot.children[1]
    facts = card_facts(pupil, snapshot, DAY, "pocket")
    printed = replace(pupil, cards=(CardPrint(1, "pocket", "2026-10-01T09:30:00", facts),))
    assert card(replace(printed, call_time="周六 19:00", address="别处"), snapshot)[0] == "printed"
    father = replace(pupil.kin[0], phones=(Phone(1, "13900460000"),))
    assert card(replace(printed, kin=(father, *pupil.kin[1:])), snapshot)[0] == "changed"
    assert card(printed, replace(snapshot, staff=(Staff(1, "李秀兰"),)))[0] == "changed"


def card(pupil: Child, snapshot: Snapshot) -> tuple[str, date | None]:
    row = rows_of(snapshot, DAY, [pupil])[0]
    return row.card, row.card_day


def test_every_filter_counts_what_it_lists_in_the_sample_school() -> None:
    listed = rows(sample_school(DAY).snapshot, DAY)
    found = counts(listed)
    assert len(filtered(listed, "left_behind")) == found.left_behind == found.one_away + found.both_away
    assert sum(found.by_class.values()) == found.total == found.boys + found.girls
    assert sum(len(filtered(listed, "all", name)) for name in found.by_class) == found.total
    assert len(filtered(listed, "card_due")) == len(filtered(listed, "card_never")) + len(filtered(listed, "card_changed"))
