"""为什么两个数不一样: every pupil of a day whom the two official meanings of 留守儿童 judge differently, by reason.

学籍 counts a parent away for three months, civil affairs ask more (domain.md §2). A pupil is counted by both, by one,
or by none; and civil affairs' word may still be open. So both official numbers are sums of the same few lists.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.roster import PupilRow

BOTH, REGISTER_ONLY, REGISTER_OPEN, CIVIL_ONLY, OPEN = "both", "register_only", "register_open", "civil_only", "open"
KINDS = (BOTH, REGISTER_ONLY, REGISTER_OPEN, CIVIL_ONLY, OPEN)
"""Counted by both · by the register only · by the register, civil affairs open · by civil affairs only · open alone."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The pupils of one kind and reason, in the order of the roster."""

    kind: str
    reason: str
    """Of `app.status.CivilVerdict`; of the register's verdict where civil affairs alone count the child."""
    rows: tuple[PupilRow, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How both numbers come about: sums of the same lists."""

    both: int = 0
    register_only: int = 0
    register_open: int = 0
    civil_only: int = 0
    open: int = 0

    @property
    def register(self) -> int:
        """学籍口径."""
        return self.both + self.register_only + self.register_open

    @property
    def civil(self) -> int:
        """民政口径."""
        return self.both + self.civil_only

    @property
    def unknown(self) -> int:
        """待核实."""
        return self.register_open + self.open


def kind_of(row: PupilRow) -> str:
    """One of KINDS; "" for a pupil whom neither meaning counts."""
    civil = row.civil.value
    if row.left_behind:
        return REGISTER_OPEN if civil is None else BOTH if civil else REGISTER_ONLY
    return OPEN if civil is None else CIVIL_ONLY if civil else ""


def differences(listed: Iterable[PupilRow]) -> list[Difference]:
    """The pupils whom the meanings judge differently or not yet, most frequent reason first within each kind."""
    found: dict[tuple[str, str], list[PupilRow]] = {}
    for row in listed:
        kind = kind_of(row)
        if kind not in ("", BOTH):
            reason = row.verdict.reason if kind == CIVIL_ONLY else row.civil.reason
            found.setdefault((kind, reason), []).append(row)
    groups = [Difference(kind, reason, tuple(rows)) for (kind, reason), rows in found.items()]
    return sorted(groups, key=lambda group: (KINDS.index(group.kind), -len(group.rows)))


def balance(listed: Iterable[PupilRow]) -> Balance:
    """How many pupils of each kind."""
    kinds = [kind_of(row) for row in listed]
    return Balance(*(kinds.count(kind) for kind in KINDS))
