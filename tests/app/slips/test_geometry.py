"""The projection between page and picture, from points known in both."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.slips.geometry import NoProjection, Pair, Projection, distance, projection, worst_miss

CORNERS = ((0.0, 0.0), (210.0, 0.0), (210.0, 297.0), (0.0, 297.0))
SLANTS = st.floats(-0.0004, 0.0004)


@st.composite
def views(draw: st.DrawFn) -> Projection:
    """A page seen from somewhere near above, turned any way, in a picture of 1,000 to 4,000 points."""

    turn, size = draw(st.floats(0, 2 * math.pi)), draw(st.floats(4, 12))
    a, b = size * math.cos(turn), -size * math.sin(turn)
    return Projection(a, b, draw(st.floats(-500, 4000)), -b, a, draw(st.floats(-500, 4000)), draw(SLANTS), draw(SLANTS))


def pairs(view: Projection, points: tuple[tuple[float, float], ...]) -> list[Pair]:
    return [(point, view.at(point)) for point in points]


@given(views(), st.tuples(st.floats(0, 210), st.floats(0, 297)))
def test_four_corners_say_where_every_point_lies(view: Projection, point: tuple[float, float]) -> None:
    found = projection(pairs(view, CORNERS))
    assert distance(found.at(point), view.at(point)) < 0.01
    assert worst_miss(found, pairs(view, CORNERS)) < 0.01
    assert found.is_flat(CORNERS)


@given(views(), st.integers(0, 11))
def test_a_point_that_lies_elsewhere_shows_in_the_worst_miss(view: Projection, which: int) -> None:
    points = tuple((x, y) for x in (10.0, 24.0, 186.0) for y in (10.0, 24.0, 273.0, 287.0))
    known = pairs(view, points)
    page, (x, y) = known[which]
    known[which] = page, (x + 90, y)
    assert worst_miss(projection(known), known) > 20


def test_a_page_in_a_mirror_is_no_page() -> None:
    assert not Projection(-4, 0, 1000, 0, 4, 0, 0, 0).is_flat(CORNERS)


def test_a_page_that_folds_over_the_horizon_is_no_page() -> None:
    assert not Projection(4, 0, 0, 0, 4, 0, -0.01, 0).is_flat(CORNERS)


@pytest.mark.parametrize("points", [CORNERS[:3], ((0, 0), (1, 1), (2, 2), (3, 3)), ((5.0, 5.0),) * 4])
def test_points_that_say_too_little_are_refused(points: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(NoProjection):
        projection([(point, point) for point in points])
