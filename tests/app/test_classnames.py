"""Class names in every spelling of the files, and grades that follow the day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import classnames
from app.classnames import ClassKey

DAY = date(2026, 11, 24)
THREE_TWO = ClassKey("primary", 2024, 2)


@pytest.mark.parametrize(
    "text",
    [
        "三（2）班",
        "三(2)班",
        "三（2）",
        "三年级2班",
        "三年级（2）班",
        "三年级（二）班",
        "三2班",
        "三年二班",
        "3.2班",
        "3.2",
        "302班",
        "302",
        "3（2）班",
        "2024级2班",
        "2024级（2）班",
        "小学2024级2班",
        "小学三年级2班",
        " 三 （ 2 ） 班 ",
        "３.２班",
        "三．2班",
    ],
)
def test_every_spelling_of_one_class(text: str) -> None:
    assert classnames.parse_class(text, day=DAY) == THREE_TWO


@pytest.mark.parametrize("text", ["七（1）班", "初一（1）班", "初一1班", "七年级1班", "701班", "初中2026级1班"])
def test_every_spelling_of_a_junior_class(text: str) -> None:
    assert classnames.parse_class(text, day=DAY) == ClassKey("junior", 2026, 1)


def test_a_bare_number_needs_its_grade_or_entry() -> None:
    assert classnames.parse_class("2", day=DAY) is None
    assert classnames.parse_class("2班", day=DAY, grade="小学2024级") == THREE_TWO
    assert classnames.parse_class(2.0, day=DAY, grade="三年级") == THREE_TWO
    assert classnames.parse_class("二班", day=DAY, entry="202409") == THREE_TWO
    assert classnames.parse_class("2", day=DAY, entry="202408") == THREE_TWO
    assert classnames.parse_class("1", day=DAY, grade="初一") == ClassKey("junior", 2026, 1)


@pytest.mark.parametrize("text", ["", "班", "转学", "零班", "十班", "0班3"])
def test_what_is_no_class(text: str) -> None:
    assert classnames.parse_class(text, day=DAY) is None


@given(st.sampled_from(["primary", "junior"]), st.integers(0, 4), st.integers(1, 19), st.sampled_from(["六三", "五四"]))
def test_a_printed_name_is_read_back(stage: str, year: int, number: int, system: str) -> None:
    year %= classnames.years_of(stage, system)
    name = classnames.class_name(stage, 2026 - year, number, DAY, system)
    assert classnames.parse_class(name, day=DAY, system=system) == ClassKey(stage, 2026 - year, number)


def test_the_grade_rolls_over_on_the_first_of_september() -> None:
    assert classnames.class_name("primary", 2024, 1, date(2026, 8, 31)) == "二（1）班"
    assert classnames.class_name("primary", 2024, 1, date(2026, 9, 1)) == "三（1）班"
    assert classnames.class_name("primary", 2019, 1, DAY) == "六（1）班"
    assert classnames.graduates_on("primary", 2021) == date(2027, 9, 1)
    assert classnames.graduates_on("primary", 2021, "五四") == date(2026, 9, 1)
    assert classnames.class_name("junior", 2026, 2, DAY, "五四") == "六（2）班"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("三（2）班留守儿童花名册", THREE_TWO),
        ("2026年秋三年级2班花名册.xlsx", THREE_TWO),
        ("302班", THREE_TWO),
        ("某县某镇中心小学学生基本信息表（2026年秋）", None),
        ("三（1）班和三（2）班", None),
    ],
)
def test_class_in_a_title(title: str, expected: ClassKey | None) -> None:
    assert classnames.class_in(title, day=DAY) == expected


def test_order() -> None:
    keys = [("junior", 2026, 1), ("primary", 2021, 1), ("primary", 2026, 2), ("primary", 2026, 1)]
    assert sorted(keys, key=lambda key: classnames.class_order(*key)) == keys[::-1]


def test_a_class_that_excel_took_for_a_date() -> None:
    assert classnames.parse_class(date(2026, 3, 2), day=DAY) == THREE_TWO
    assert classnames.parse_class(3.2, day=DAY) == THREE_TWO
