"""What is left of a period, against every day counted one by one."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.periods import holds, minus

FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class P:
    from_day: date | None
    until_day: date | None


DAY = st.none() | st.integers(0, 20).map(lambda number: FIRST + timedelta(number))
PERIOD = st.tuples(DAY, DAY).map(
    lambda pair: P(*pair) if None in pair or pair[0] <= pair[1] else P(pair[1], pair[0])  # type: ignore[operator,arg-type]
)


@given(PERIOD, st.lists(PERIOD, max_size=4))
def test_a_day_is_left_if_the_period_had_it_and_no_other_took_it(period: P, taken: list[P]) -> None:
    left = [P(*span) for span in minus(period, taken)]
    for number in range(-3, 25):
        day = FIRST + timedelta(number)
        wanted = holds(period, day) and not any(holds(other, day) for other in taken)
        assert sum(holds(part, day) for part in left) == int(wanted), day
