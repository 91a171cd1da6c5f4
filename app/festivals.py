"""The days on which parents come home: festivals by the lunar calendar, 清明, and the sun's (REQ 4.6, 10.6)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from app import late

SOLAR = ((1, 1, "元旦"), (5, 1, "劳动节"), (6, 1, "六一儿童节"), (10, 1, "国庆节"))
LUNAR = ((1, 1, "春节"), (1, 15, "元宵节"), (5, 5, "端午节"), (8, 15, "中秋节"), (9, 9, "重阳节"))
EVE, BRIGHT = "除夕", "清明节"
NAMES = ("中秋节", "国庆节", "重阳节", "元旦", "除夕", "春节", "元宵节", "清明节", "劳动节", "六一儿童节", "端午节")
"""All of them, in the order of a school year."""


@cache
def festivals(year: int) -> Mapping[date, str]:
    """The festivals of that year by day."""
    return dict(sorted(_found(year)))


def festival_in(name: str, first: date, last: date) -> date | None:
    """The day of that festival from `first` to `last`, both included; None if it lies outside."""
    every = (day for year in range(first.year, last.year + 1) for day, one in festivals(year).items() if one == name)
    return next((day for day in every if first <= day <= last), None)


def short_name(name: str) -> str:
    """A festival in two characters, as a small cell has room for: 春节, 中秋, 六一."""
    return name if len(name) < 3 else name[:2]


def _found(year: int) -> Iterator[tuple[date, str]]:
    lunar = late.load("lunar_python").Lunar
    for month, day, name in SOLAR:
        yield date(year, month, day), name
    for month, day, name in LUNAR:
        solar = lunar.fromYmd(year, month, day).getSolar()
        found = date(solar.getYear(), solar.getMonth(), solar.getDay())
        yield found, name
        if (month, day) == (1, 1):
            yield found - timedelta(days=1), EVE
    bright = lunar.fromYmd(year, 1, 1).getJieQiTable()[BRIGHT[:2]]
    yield date(year, bright.getMonth(), bright.getDay()), BRIGHT
