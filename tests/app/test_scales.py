"""How points follow from what was done: never more than full, never up for less, whole halves."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scales import BadScale, Scale, halves, points_text, read_scale, write_scale

TEXTS = ("share", "all", "each 1", "each 3", "steps 90:14 80:11 70:8 60:5", "steps 100:8 50:2")


@given(st.sampled_from(TEXTS), st.integers(0, 40), st.integers(0, 60), st.integers(0, 60))
def test_more_done_never_brings_less_and_all_brings_everything(text: str, full: int, done: int, owed: int) -> None:
    scale = read_scale(text)
    points = scale.points(full, done, owed)
    assert 0 <= points <= full
    assert scale.points(full, done + 1, owed) >= points
    assert scale.points(full, owed, owed) == full


@given(st.sampled_from(TEXTS), st.integers(0, 40), st.integers(0, 60), st.integers(0, 60))
def test_what_lacks_is_the_least_that_brings_full_points(text: str, full: int, done: int, owed: int) -> None:
    scale, lacking = read_scale(text), read_scale(text).lacking(full, done, owed)
    assert scale.points(full, done + lacking, owed) == full
    assert not lacking or scale.points(full, done + lacking - 1, owed) < full


@given(st.integers(0, 40), st.integers(0, 60), st.integers(1, 60))
def test_a_share_is_rounded_down_to_half_a_point(full: int, done: int, owed: int) -> None:
    exact = min(Fraction(done, owed), Fraction(1)) * full
    assert exact - 1 < Scale().points(full, done, owed) <= exact


def test_each_kind_in_figures() -> None:
    steps = read_scale("steps 80:11 90:14")
    assert [steps.points(14, done, 50) for done in (45, 44, 40, 39)] == [14, 11, 11, 0]
    assert steps.next_step(14, 44, 50) == (90, 3) and steps.next_step(14, 45, 50) is None
    assert [read_scale("each 1").points(6, done, 10) for done in (10, 8, 2)] == [6, 4, 0]
    assert [read_scale("all").points(6, done, 2) for done in (2, 1)] == [6, 0]
    assert [Scale().points(3, done, 2) for done in (0, 1, 2)] == [0, 1, 3]


@pytest.mark.parametrize("text", TEXTS)
def test_a_scale_is_read_as_it_was_written(text: str) -> None:
    assert read_scale(write_scale(read_scale(text))) == read_scale(text)
    assert read_scale("") == Scale()


@pytest.mark.parametrize("text", ["steps", "steps 0:3", "steps 101:3", "steps 90:3 80:3", "steps 90:3 80:4", "each 0",
                                  "each", "all 3", "half", "steps 90=3"])  # fmt: skip
def test_what_is_no_scale_is_refused(text: str) -> None:
    with pytest.raises(BadScale):
        read_scale(text)


def test_points_are_whole_halves() -> None:
    assert [halves(text) for text in ("2.5", "3分", " 0.5 分", "-1", "2.25", "两分", "")] == [5, 6, 1, -2, None, None, None]
    assert [points_text(one) for one in (5, 6, 0, -1)] == ["2.5", "3", "0", "-0.5"]
