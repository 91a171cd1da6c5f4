"""The one rule of percent: a half goes up, 100 is whole and 0 is nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.model import Figure
from app.measures.facts import Measured
from app.mentor_score import MentorScore
from app.shares import percent
from ui import term_words


@pytest.mark.parametrize(("done", "of", "said"), [
    (925, 1000, 93), (43, 45, 96), (7, 8, 88), (1, 8, 13), (199, 200, 99), (999, 1000, 99), (1, 1000, 1), (0, 9, 0),
    (9, 9, 100), (924, 1000, 92), (0, 0, None),
])  # fmt: skip
def test_rounded_as_one_does_by_hand(done: int, of: int, said: int | None) -> None:
    assert percent(done, of) == said


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_whole_only_if_whole_and_the_same_everywhere(of: int, done: int) -> None:
    done = min(done, of)
    found = percent(done, of)
    assert found is not None and 0 <= found <= 100
    assert (found == 100) is (done == of) and (found == 0) is (done == 0)
    assert abs(found - 100 * done / of) <= 0.5 or found in (1, 99)
    mentor = MentorScore(1, owed=of, done=done)
    assert Measured(done, of).percent == mentor.percent == found
    assert term_words.percent(Figure("rule.talk", done, of, tuple)) == f"{found}%"
