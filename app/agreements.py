"""Papers that were signed for a child: care agreement, responsibility paper, written notice, consent (domain.md §3)."""

from dataclasses import dataclass
from datetime import date

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
