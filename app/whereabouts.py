"""Where a parent is on a day: confirmed facts, proposals of an import, and which of the kin are the parents."""

from datetime import date

from app.children import Child, Kin, Whereabouts
from app.kinship import FATHERS, MOTHERS
from app.periods import months_later

PARENTS = frozenset(FATHERS + MOTHERS)
MONTHS_AWAY = 3
"""From how many months on a parent away for work counts (student register)."""
NOWHERE = frozenset(
    {"", "外出", "在外", "外地", "务工", "打工", "外出务工", "外出打工", "在外务工", "在外打工"}
    | {"省外", "不详", "未知", "无"}
)
"""Words that say a parent is away without saying where."""


def is_parent(kin: Kin) -> bool:
    """Whether this relative is a parent, step- and adoptive parents included."""
    return kin.relation in PARENTS


def parents(child: Child) -> list[Kin]:
    """The child's parents in file order, the dead included."""
    return [kin for kin in child.kin if kin.relation in PARENTS]


def confirmed(kin: Kin, day: date) -> Whereabouts | None:
    """The confirmed fact of where this person is that day."""
    return _held(kin, day, sure=True) if kin.whereabouts else None


def proposed(kin: Kin, day: date) -> Whereabouts | None:
    """What an import proposed for that day and nobody has confirmed or refused yet."""
    return _held(kin, day, sure=False) if kin.whereabouts else None


def is_refused(where: Whereabouts) -> bool:
    """Whether this is an import's proposal that somebody said no to: it is kept with a period of no day, so that the
    same file does not propose it again."""
    return where.confirmed_on is None and where.from_day is not None and where.from_day == where.until_day


def current(kin: Kin, day: date) -> Whereabouts | None:
    """The confirmed fact, else the proposal: what a list may show, marked as one or the other."""
    return confirmed(kin, day) or proposed(kin, day)


def is_away(kin: Kin, day: date) -> bool | None:
    """True or False as confirmed; None while nothing is confirmed."""
    where = confirmed(kin, day)
    return None if where is None else where.kind == "away"


def is_away_proposed(kin: Kin, day: date) -> bool | None:
    """True or False as an import proposed; None without an open proposal."""
    where = proposed(kin, day)
    return None if where is None else where.kind == "away"


def has_place(kin: Kin, where: Whereabouts) -> bool:
    """Whether it is known where the person works, in a word that names a place or a firm."""
    return where.place.strip() not in NOWHERE or bool(kin.work_unit.strip())


def away_long(kin: Kin, where: Whereabouts, day: date) -> bool:
    """Whether an absence has lasted three months by that day; moving from one work place to the next does not
    start it anew, and an unknown start counts as long ago."""
    start = where.from_day
    moved = True
    while start is not None and moved:
        moved = False
        for other in kin.whereabouts:
            if other.kind != "away" or other.confirmed_on is None:
                continue
            earlier = other.from_day is None or other.from_day < start
            if earlier and other.until_day is not None and other.until_day >= start:
                start, moved = other.from_day, True
                break
    return start is None or months_later(start, MONTHS_AWAY) <= day


def _held(kin: Kin, day: date, *, sure: bool) -> Whereabouts | None:
    # The same as periods.latest over one kind of row, in one loop: this runs a dozen times for every child of a list.
    found: Whereabouts | None = None
    for where in kin.whereabouts:
        if (where.confirmed_on is not None) is not sure:
            continue
        start, end = where.from_day, where.until_day
        if (start is not None and start > day) or (end is not None and day >= end):
            continue
        if found is None or found.from_day is None or (start is not None and start >= found.from_day):
            found = where
    return found
