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


def expiring(every: Iterable[Agreement], day: date, within: int) -> list[Agreement]:
    """Those that end in the next `within` days or have ended, and that no later paper of their kind goes beyond."""
    last: dict[tuple[int, str], Agreement] = {}
    for one in every:
        known = last.get((one.child_id, one.kind))
        if known is None or (one.until_day or date.max) > (known.until_day or date.max):
            last[one.child_id, one.kind] = one
    until = day + timedelta(days=within)
    return [one for one in last.values() if one.until_day is not None and one.until_day <= until]
