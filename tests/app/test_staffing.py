"""Who leads the care work, and who is on leave on which day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.school import Staff, StaffLeave
from app.staffing import leading_group, on_leave, overlapping

DAY = date(2026, 11, 24)
DAYS = st.integers(0, 30).map(lambda days: DAY + timedelta(days=days))


def test_the_group_by_rank_then_as_the_staff_stands_without_those_who_left() -> None:
    staff = [
        Staff(1, "组员甲", group_role="组员"), Staff(2, "无关"), Staff(3, "副", group_role="副组长"),
        Staff(4, "头", group_role="组长"), Staff(5, "联络员", group_role="联络员"), Staff(6, "组员乙", group_role="组员"),
    ]  # fmt: skip
    assert [one.name for one in leading_group(staff, DAY)] == ["头", "副", "组员甲", "组员乙", "联络员"]
    staff[3] = replace(staff[3], left_on=DAY)
    assert leading_group(staff, DAY)[0].name == "副"
    assert leading_group(staff, DAY - timedelta(days=1))[0].name == "头"


@st.composite
def leaves(draw: st.DrawFn) -> StaffLeave:
    first = draw(DAYS)
    until = draw(st.none() | st.integers(1, 9).map(lambda days: first + timedelta(days=days)))
    return StaffLeave(draw(st.integers(1, 9)), 1, first, until)


@given(leaves(), leaves())
def test_two_leaves_overlap_exactly_if_a_day_lies_in_both(one: StaffLeave, other: StaffLeave) -> None:
    found = overlapping([other], 1, one.from_day, one.until_day, but=99)
    days = [DAY + timedelta(days=number) for number in range(80)]
    both = [day for day in days if on_leave([one], 1, day) and on_leave([other], 1, day)]
    assert (found is not None) is bool(both)


def test_its_own_days_and_those_of_others_are_free() -> None:
    mine = StaffLeave(7, 1, DAY, None)
    assert overlapping([mine], 1, DAY, None, but=7) is None
    assert overlapping([mine], 2, DAY, None) is None
    assert on_leave([mine], 1, DAY - timedelta(days=1)) is None
    assert on_leave([replace(mine, until_day=DAY + timedelta(days=2))], 1, DAY + timedelta(days=2)) is None
