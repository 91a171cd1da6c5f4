"""The field 写的是谁: a child or one of the staff, found by name, letters or number."""

from ui.ledger.borrower import BorrowerField
from ui.ledger.deeds import OTHER


class PersonField(BorrowerField):
    """`person` is (child id, staff id), of which at most one is there."""

    classes = False

    def person(self) -> tuple[int | None, int | None]:
        """Who is meant."""
        kind, _, number = self.meant().partition(":")
        return (int(number) if kind == "child" else None, int(number) if kind == "staff" else None)

    def is_wrong(self) -> bool:
        """Whether what stands there names nobody, or several."""
        return self.is_unclear() or self.meant().startswith(f"{OTHER}:")
