"""Sums as they are typed come back as they are written, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.money import cell, column, fen, said, yuan
from app.values import BadValue


@given(st.integers(0, 99_999_999_999))
def test_what_is_written_is_read_again(amount: int) -> None:
    assert {fen("price", text(amount)) for text in (yuan, said, column)} == {amount}
    assert round((cell(amount) or 0) * 100) == amount


def test_as_people_type_it() -> None:
    said = {"45.5": 4550, "￥45.50": 4550, "45元": 4500, " 1,200 ": 120000, "１２．３０": 1230, "0": 0, "": None, " ": None}
    assert {text: fen("price", text) for text in said} == said
    assert (yuan(4550), yuan(4500), yuan(5), yuan(None)) == ("45.50", "45", "0.05", "")


def test_as_a_sentence_and_a_table_say_it() -> None:
    sums = (1775080, 245600, 5, 0, -120050, None)
    assert [said(one) for one in sums] == ["17,750.80", "2,456", "0.05", "0", "-1,200.50", ""]
    assert [column(one) for one in sums] == ["17,750.80", "2,456.00", "0.05", "0.00", "-1,200.50", ""]
    assert [yuan(one) for one in sums[:2]] == ["17750.80", "2456"], "in a field nothing stands in the way of typing"


@pytest.mark.parametrize("text", ["四十五", "45.555", "-3", "4 5", "1e3", "."])
def test_nothing_else_is_a_sum(text: str) -> None:
    with pytest.raises(BadValue) as caught:
        fen("price", text)
    assert caught.value.reason == "not_money"
