"""ID and register numbers: which are whole, which are wrong, which Excel has spoilt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import idnumber
from app.sheets import Cell

GOOD = "341125201910310167"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (GOOD, ""),
        ("34112520200503331X", ""),
        ("110105491231002", ""),
        ("341125201910310168", "check_digit"),
        ("34112520191031016", "length"),
        ("34112520191031O167", "characters"),
        ("341125201913310167", "date"),
        ("", "length"),
    ],
)
def test_problem_names_what_is_wrong(number: str, expected: str) -> None:
    assert idnumber.problem(number) == expected


@given(st.from_regex(r"[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}", fullmatch=True))
def test_only_one_last_character_is_right(digits: str) -> None:
    """ISO 7064 MOD 11-2: the whole number, X as 10, is 1 modulo 11 when read with powers of two from the right."""
    right = [last for last in "0123456789X" if idnumber.problem(digits + last) == ""]
    assert right == [idnumber.check_digit(digits)]
    values = [10 if char == "X" else int(char) for char in digits + right[0]]
    assert sum(value * 2**place for place, value in enumerate(reversed(values))) % 11 == 1


@pytest.mark.parametrize(
    ("cell", "damaged"),
    [
        (3.41125201712174e17, True),
        (341125201712171000, True),
        ("3.41E+17", True),
        ("4.40981E+17", True),
        ("341125201712171000", True),
        ("341125200001010000", True),
        (GOOD, False),
        (110105491231002.0, False),
        ("", False),
        (None, False),
    ],
)
def test_damage_by_excel_is_seen(cell: Cell, damaged: bool) -> None:
    assert idnumber.damaged_by_excel(cell) is damaged


def test_a_whole_number_that_ends_in_000_is_not_damaged() -> None:
    body = next(f"34112520171217{n:03d}" for n in range(0, 1000, 10) if n % 100 == 0)
    number = body[:17] + idnumber.check_digit(body)
    assert not idnumber.damaged_by_excel(number)


@pytest.mark.parametrize(
    "cell",
    [f"'{GOOD}", f"\t{GOOD}", " 341125 20191031 0167 ", "３４１１２５２０１９１０３１０１６７", f"\u202a{GOOD}\u202c"],
)
def test_clean_id_strips_what_people_put_around_it(cell: str) -> None:
    assert idnumber.clean_id(cell) == GOOD


def test_birth_sex_and_mask() -> None:
    assert idnumber.birth_of(GOOD) == "2019-10-31"
    assert idnumber.birth_of("110105491231002") == "1949-12-31"
    assert idnumber.birth_of("34112520190230016X") == ""
    assert idnumber.sex_of(GOOD) == "女"
    assert idnumber.sex_of("341125201911204497") == "男"
    assert idnumber.sex_of("") == ""
    assert idnumber.mask_id(GOOD) == "341125********0167"
    assert idnumber.mask_id("12345") == "*****"


def test_register_number() -> None:
    assert idnumber.register_problem("G" + GOOD) == ""
    assert idnumber.register_problem("L34112520191031016X") == ""
    assert idnumber.register_problem("X" + GOOD) == "characters"
    assert idnumber.register_problem(GOOD) == "length"
    assert idnumber.register_differs("G" + GOOD, "341125201910310168")
    assert not idnumber.register_differs("L" + GOOD, "34112520200503331X")
