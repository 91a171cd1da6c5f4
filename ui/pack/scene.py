"""What a pack is made from: the school as of a day of the term, masked or not, with the term's records."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from app.activities import FAILED, PLANNED, Held
from app.care import CareRecord
from app.care_papers import Stretch
from app.children import Child
from app.enrolment import pupils_on
from app.pack import FORMAT
from app.pack_contents import PREFIX
from app.pack_masking import masked, masked_held, masked_record
from app.ports import Disk
from app.school import Snapshot
from app.status import NONE, register_status
from app.store import Store
from app.term_close import next_term
from app.termdays import Term
from app.terms import day_in_term
from ui.session import Session

FILE_NUMBERS, KEPT_FOR = "pack.file_numbers", "pack.kept_for"
"""Settings: what file numbers begin with, how long the boxes are kept."""
HOLIDAYS = timedelta(days=60)
"""What is done in the holidays belongs to the term before, so long at most."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen before a pack is made, and logged."""

    full: bool = False
    """ID numbers and phones in full."""
    unasked: bool = False
    """Also pictures of children whose families were not asked; never of those who said no."""


@dataclass(frozen=True)
class Scene:
    """One term of the school. `session` shows it as of `day`; nobody writes through it."""

    session: Session
    term: Term
    day: date
    choices: Choices
    open: Snapshot = field(repr=False)
    """The school unmasked: whose consent and names are asked for."""

    @property
    def snapshot(self) -> Snapshot:
        """The school as the papers may show it."""
        return self.session.snapshot

    @property
    def store(self) -> Store:
        return self.session.store

    @property
    def prefix(self) -> str:
        """What the school's file numbers (档号) begin with."""
        return self.store.setting(FILE_NUMBERS) or PREFIX

    @property
    def kept_for(self) -> str:
        """保管期限 of the boxes; "" until somebody said."""
        return self.store.setting(KEPT_FOR) or ""

    @cached_property
    def whole(self) -> Session:
        """The school unmasked, for papers of numbers, which show nobody's."""
        return Session(self.session.disk, self.store, self.day, snapshot=self.open)

    @cached_property
    def days(self) -> Stretch:
        """The term with the holidays after it, up to the next one."""
        later = next_term(self.open, self.term).from_day - timedelta(days=1)
        return Stretch(self.term.from_day, min(self.term.until_day + HOLIDAYS, later))

    @cached_property
    def everyone(self) -> tuple[Child, ...]:
        """The pupils of the day."""
        return tuple(child for child, _class in pupils_on(self.snapshot, self.day))

    @cached_property
    def left_behind(self) -> tuple[Child, ...]:
        """Those of them who are left-behind by the register's meaning."""
        return tuple(child for child in self.everyone if register_status(child, self.day).status != NONE)

    @cached_property
    def records(self) -> list[CareRecord]:
        """The term's records, the oldest first; nothing confidential."""
        return self.between(self.days.first, self.days.last)

    def between(self, first: date, last: date) -> list[CareRecord]:
        """The same of other days."""
        found = self.store.ledger.between(first, last)
        kept = [one for one in found if not one.confidential and one.kind != "counselling"]
        kept.sort(key=lambda one: (one.day, one.from_time, one.id))
        return kept if self.choices.full else [masked_record(one) for one in kept]

    @cached_property
    def held(self) -> list[Held]:
        """The term's activities and meetings that took place, the oldest first."""
        found = self.store.activities.between(self.days.first, self.days.last)
        kept = [one for one in found if one.state not in (PLANNED, FAILED) and not one.record.confidential]
        kept.sort(key=lambda one: (one.record.day, one.record.from_time, one.record.id))
        return kept if self.choices.full else [masked_held(one) for one in kept]

    @cached_property
    def mark(self) -> str:
        """Says what every paper is made of: while it is the same, a paper that is there need not be drawn again."""
        seq = self.store.past.newest()
        choices = f"{int(self.choices.full)}{int(self.choices.unasked)}"
        return f"{FORMAT}.{self.term.code}.{self.day.isoformat()}.{seq}.{choices}"

    def staff(self, staff_id: int | None) -> str:
        """The name of a member of staff; "" for nobody."""
        return next((one.name for one in self.open.staff if one.id == staff_id), "")

    def names(self, children: Iterable[int]) -> list[Child]:
        """These children as far as the file knows them."""
        known = self.snapshot.children
        return [known[one] for one in dict.fromkeys(children) if one in known]


def scene_of(
    disk: Disk, store: Store, snapshot: Snapshot, term: Term, today: date, choices: Choices
) -> Scene:
    """The term as of today, of a past term as of its last day. To be made in the thread that uses it."""
    day = day_in_term(term, today)
    shown = snapshot if choices.full else masked(snapshot)
    return Scene(Session(disk, store, day, snapshot=shown), term, day, choices, snapshot)
