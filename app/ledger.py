"""What the school asks of the ledger of care on the disk; it grows by thousands a term, so it is read by days."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.care import CareRecord, Contact, Mention, NoteOpened, Slip
from app.postponing import Postponed


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """What the log is cut down to. Kinds, outcome and days narrow; children, staff and words are what was searched for,
    of which one must fit."""

    kinds: tuple[str, ...] = ()
    missed: bool = False
    """Only what reached nobody."""
    until: date | None = None
    """Nothing after this day."""
    children: frozenset[int] = frozenset()
    staff: frozenset[int] = frozenset()
    words: str = ""
    """In summary, place, follow-up note or remark; never in a confidential record."""


class Ledger(Protocol):
    """The ledger of an open store. `db.ledger.FileLedger` is the real one.

    Confidential records come without their words (`app.confidential.veiled`) everywhere but from `record`.
    """

    def contacts(self, first: date, last: date, kinds: Collection[str] = ()) -> list[Contact]:
        """What the rules need of the records from `first` to `last`, both included; of these kinds if any is named."""

    def contacts_of(self, record_ids: Iterable[int]) -> list[Contact]:
        """The same of these records; none for those that are gone."""

    def talked_by(self, medium: str, first: date, last: date) -> list[tuple[int, date]]:
        """Child and day of every call of these days that was answered over that medium (视频)."""

    def of_child(self, child_id: int, *, whole: bool = False) -> list[CareRecord]:
        """All records with the child, newest first. `whole`: with the words of confidential ones, to put two children
        together without losing any; never to be shown."""

    def timeline(self, child_id: int) -> list[CareRecord]:
        """The same to be looked at: of the participants only this child, for a lecture has hundreds (`how_many`)."""

    def how_many(self, record_id: int) -> int:
        """How many children took part."""

    def lately(self, child_id: int, limit: int) -> list[CareRecord]:
        """The newest records of the child, newest first; of the participants only this child."""

    def between(self, first: date, last: date, children: Collection[int] | None = None) -> list[CareRecord]:
        """The records of these days, both included, newest first; only those with one of these children."""

    def page(self, query: LedgerQuery, after: tuple[date, int] | None = None, limit: int = 200) -> list[CareRecord]:
        """The newest records that fit, those below the one of that day and id; by day, then by id."""

    def record(self, record_id: int) -> CareRecord | None:
        """One record with all its words: whoever shows it asks `app.confidential.reads` first."""

    def open_follow_ups(self) -> list[CareRecord]:
        """Records that ask to be come back to and were not yet, the most pressing first."""

    def follow_ups(self, first: date, last: date) -> list[CareRecord]:
        """Records up to `last` that ask to be come back to: all since `first`, and older ones that were not followed up
        by then; oldest first."""

    def postponed(self) -> tuple[Postponed, ...]:
        """Every reminder that was put off."""

    def last_reached(self, first: date) -> dict[tuple[int, int], date]:
        """By child and member of staff, the last day since `first` on which they reached the child or its family."""

    def last_of_pairs(self, first: date) -> dict[int, date]:
        """By pairing, the last day since `first` of a review or a report about it."""

    def names_staff(self, staff_id: int) -> bool:
        """Whether some record says that this member of staff did it, or a slip was printed for them."""

    def names_class(self, class_id: int) -> bool:
        """Whether some record, printed form or loan names the class."""

    def phrases(self, kind: str, limit: int = 50) -> list[str]:
        """Summaries written of that kind, the most used first; never confidential ones."""

    def slips(self, week: date) -> list[Slip]:
        """The pages printed for the week of that Monday, in the order of printing."""

    def slip(self, code: str) -> Slip | None: ...
    def sources(self, prefix: str) -> dict[str, int]:
        """Boxes of slips that are booked (`CareRecord.source`), with the record each became."""

    def mentions(self, child_id: int) -> list[Mention]:
        """Rows about the child that are not in memory: openings, loans, gifts, awards, attachments …"""

    def opened(self, record_id: int) -> list[NoteOpened]:
        """Who opened a confidential note that was not theirs, newest first."""

    def opened_unseen(self) -> list[NoteOpened]:
        """All openings that the counsellor was not shown yet, newest first."""
