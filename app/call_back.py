"""What is still out, by who is to bring it back: class by class, the staff, anybody else (domain.md §5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.cards import class_of
from app.classnames import class_order
from app.inventory import OpenLoan
from app.school import Snapshot

CLASS, STAFF, OTHER = "class", "staff", "other"


@dataclass(frozen=True, slots=True)
class Borrowers:
    """A class with its pupils, the staff, or all others."""

    kind: str
    class_id: int = 0
    loans: tuple[OpenLoan, ...] = ()

    @property
    def out(self) -> int:
        """Pieces that are out."""
        return sum(one.out for one in self.loans)


def by_borrower(loans: Iterable[OpenLoan], snapshot: Snapshot, day: date) -> list[Borrowers]:
    """Classes in their order, then staff, then others; a pupil is looked for in the class of that day."""
    found: dict[tuple[str, int], list[OpenLoan]] = {}
    for loan in loans:
        found.setdefault(_whose(loan, snapshot, day), []).append(loan)
    order = {one.id: class_order(one.stage, one.entry_year, one.number) for one in snapshot.classes}
    kinds = (CLASS, STAFF, OTHER)

    def place(key: tuple[str, int]) -> tuple[int, tuple[int, int, int]]:
        return kinds.index(key[0]), order.get(key[1], (0, 0, 0))

    return [Borrowers(kind, number, tuple(found[kind, number])) for kind, number in sorted(found, key=place)]


def _whose(loan: OpenLoan, snapshot: Snapshot, day: date) -> tuple[str, int]:
    one = loan.movement
    if one.class_id is not None:
        return CLASS, one.class_id
    child = snapshot.children.get(one.child_id or 0)
    if child is not None:
        found = class_of(child, snapshot, day)
        return (CLASS, found.id) if found is not None else (OTHER, 0)
    return (STAFF, 0) if one.staff_id is not None else (OTHER, 0)
