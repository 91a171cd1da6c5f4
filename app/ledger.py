"""What the school asks of the ledger of care on the disk; it grows by thousands a term, so it is read by days."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from app.care import CareRecord, Contact, NoteOpened, Slip
from app.postponing import Postponed


class Ledger(Protocol):
    """The ledger of an open store. `db.ledger.FileLedger` is the real one."""

    def contacts(self, first: date, last: date) -> list[Contact]:
        """What the rules need of the records from `first` to `last`, both included."""

    def contacts_of(self, record_ids: Iterable[int]) -> list[Contact]:
        """The same of these records; none for those that are gone."""

    def of_child(self, child_id: int) -> list[CareRecord]:
        """The child's timeline, newest first."""

    def between(self, first: date, last: date) -> list[CareRecord]:
        """The records of these days, both included, newest first."""

    def record(self, record_id: int) -> CareRecord | None: ...
    def open_follow_ups(self) -> list[CareRecord]:
        """Records that ask to be come back to and were not yet, the most pressing first."""

    def postponed(self) -> tuple[Postponed, ...]:
        """Every reminder that was put off."""

    def names_staff(self, staff_id: int) -> bool:
        """Whether some record says that this member of staff did it."""

    def phrases(self, kind: str, limit: int = 50) -> list[str]:
        """Summaries written of that kind, the most used first; never confidential ones."""

    def slips(self, week: date) -> list[Slip]:
        """The pages printed for the week of that Monday, in the order of printing."""

    def slip(self, code: str) -> Slip | None: ...
    def sources(self, prefix: str) -> dict[str, int]:
        """Boxes of slips that are booked (`CareRecord.source`), with the record each became."""

    def opened(self, record_id: int) -> list[NoteOpened]:
        """Who opened a confidential note that was not theirs, newest first."""
