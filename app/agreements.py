"""Papers that were signed for a child: care agreement, responsibility paper, written notice, consent (domain.md §3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

CARE, DUTY, NOTICE, CONSENT = KINDS = ("care", "duty", "notice", "consent")
"""委托照护协议, 帮扶责任书, 告知书, 同意书."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One signed paper; it holds in [from_day, until_day), without end if none is said."""

    id: int
    child_id: int
    kind: str
    from_day: date | None = None
    until_day: date | None = None
    signed_by: str = ""
    note: str = ""
    file: str = ""
    """What `Store.keep_file` answered for its scan; "" = none."""


HELD, SOON, ENDED, LATER = STATES = ("held", "soon", "ended", "later")
SOON_DAYS = 30
"""How many days before its end a paper is to be renewed."""


def of_child(every: Iterable[Agreement], child_id: int) -> list[Agreement]:
    """The papers of a child, by kind, the newest of each first."""
    mine = [one for one in every if one.child_id == child_id]
    mine.sort(key=lambda one: (one.from_day or date.min, one.id), reverse=True)
    return sorted(mine, key=lambda one: KINDS.index(one.kind))


def state_of(one: Agreement, every: Iterable[Agreement], day: date) -> str:
    """How a paper stands that day: it holds, ends soon, has ended, or begins later. What a later paper of its kind goes
    beyond is neither to be renewed nor missed."""
    if one.from_day is not None and one.from_day > day:
        return LATER
    if one.until_day is not None and one.until_day <= day:
        return ENDED
    return SOON if one in expiring(every, day, SOON_DAYS) else HELD


def is_missed(one: Agreement, every: Iterable[Agreement], day: date) -> bool:
    """Whether it has ended and nothing came after it."""
    return one.until_day is not None and one.until_day <= day and one in expiring(every, day, SOON_DAYS)


def expiring(every: Iterable[Agreement], day: date, within: int) -> list[Agreement]:
    """Those that end in the next `within` days or have ended, and that no later paper of their kind goes beyond."""
    last: dict[tuple[int, str], Agreement] = {}
    for one in every:
        known = last.get((one.child_id, one.kind))
        if known is None or (one.until_day or date.max) > (known.until_day or date.max):
            last[one.child_id, one.kind] = one
    until = day + timedelta(days=within)
    return [one for one in last.values() if one.until_day is not None and one.until_day <= until]
