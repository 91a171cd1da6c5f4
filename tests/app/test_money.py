"""Sums as they are typed come back as they are written, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.money import fen, yuan
from app.values import BadValue


@given(st.integers(0, 99_999_999_999))
def test_what_is_written_is_read_again(amount: int) -> None:
    assert fen("price", yuan(amount)) == amount


def test_as_people_type_it() -> None:
    said = {"45.5": 4550, "￥45.50": 4550, "45元": 4500, " 1,200 ": 120000, "１２．３０": 1230, "0": 0, "": None, " ": None}
    assert {text: fen("price", text) for text in said} == said
    assert (yuan(4550), yuan(4500), yuan(5), yuan(None)) == ("45.50", "45", "0.05", "")


@pytest.mark.parametrize("text", ["四十五", "45.555", "-3", "4 5", "1e3", "."])
def test_nothing_else_is_a_sum(text: str) -> None:
    with pytest.raises(BadValue) as caught:
        fen("price", text)
    assert caught.value.reason == "not_money"
