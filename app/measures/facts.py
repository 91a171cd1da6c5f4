"""What the measures of one term look at on one day: the same windows, lists and sums as the pages show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app import shelf
from app.activities import PLANNED, Held
from app.assessment import PlanSeen
from app.children import Child
from app.due import contacts_needed
from app.enrolment import pupils_on
from app.equipment import SETTING, Need, items, needs, read_least
from app.figures import Figure, Reading, term_figures
from app.figures.scene import closed_on
from app.opening_log import HomeLog, Stretch, home_log
from app.school import Snapshot
from app.shares import percent
from app.standing import Duties
from app.status import NONE, register_status
from app.store import Store
from app.tally import Asked, Entry, asked, entries
from app.termdays import Term
from app.terms import day_in_term
from app.windows import TERM, THIRD, YEAR

LONG = (THIRD, TERM, YEAR)
"""Windows that count from their first day; the shorter ones from their deadline on, as the heat map and the figures
count them, so that no score falls on a Monday."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is not there. `what`: child, class, school, room, opening, thing, need, finding, activity, stage
    or words; `id` of it (0 = none), `key` says which where there is no id."""

    what: str
    id: int = 0
    day: date | None = None
    key: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Measured:
    """What was done of what was asked, and what lacks."""

    done: int
    owed: int
    lacks: tuple[Lack, ...] = ()
    ahead: date | None = None
    """The day for which what lacks is planned already."""
    known: bool = True
    """False: there is nothing to count by (the rule is not in use, no hours are set)."""

    @property
    def percent(self) -> int:
        """By the one rule (`app.shares`); all of nothing is all."""
        found = percent(self.done, self.owed)
        return 100 if found is None else found


UNKNOWN = Measured(0, 0, known=False)


def measured(every: int, lacks: Iterable[Lack]) -> Measured:
    """So many were asked, these are not there."""
    listed = tuple(lacks)
    return Measured(every - len(listed), every, listed)


def is_asked(one: Entry | Asked, day: date) -> bool:
    """Whether the window of the entry counts that day."""
    begun = one.owed.window.from_day <= day
    return one.owed.deadline <= day or (one.owed.rule.span in LONG and begun)


class Facts:
    """One term as of `today`; `day` is that day within the term, for questions of who is here. Its last day closes its
    last week, as in the term's figures: a score made later of the term says the same."""

    def __init__(self, snapshot: Snapshot, store: Store, term: Term, today: date, duties: Duties | None = None,
                 windows: Iterable[Asked] | None = None) -> None:  # fmt: skip
        """`duties` and their `windows` are those of that day, where somebody has worked them out already."""
        self.snapshot, self.store, self.term = snapshot, store, term
        self.today = today if today < term.until_day else max(today, closed_on(term))
        self.day = day_in_term(term, today)
        self._duties = duties
        self._windows = windows
        self._entries: dict[str, list[Asked]] | None = None

    @property
    def duties(self) -> Duties:
        """All that the term asks, beside what was written up to the day."""
        if self._duties is None:
            read = contacts_needed(self.snapshot, self.store.ledger, self.term)
            written = [one for one in read if one.day <= self.today]
            self._duties = Duties(self.snapshot, self.term, written, self.today)
        return self._duties

    def entries(self, rule: str) -> list[Asked]:
        """The windows of that rule that count."""
        if self._entries is None:
            self._entries = {}
            for one in self._windows if self._windows is not None else asked(self.duties):
                if is_asked(one, self.today):
                    self._entries.setdefault(one.key, []).append(one)
        return self._entries.get(rule, [])

    def all_entries(self) -> Iterator[Entry]:
        """Those of every rule."""
        return (one for one in entries(self.duties) if is_asked(one, self.today))

    @cached_property
    def left_behind(self) -> list[Child]:
        """The left-behind pupils of the day, by the register's meaning."""
        return [child for child, _class in pupils_on(self.snapshot, self.day)
                if register_status(child, self.day).status != NONE]  # fmt: skip

    @cached_property
    def log(self) -> HomeLog:
        """What was opened."""
        stretch = Stretch(self.term.from_day, self.term.until_day, self.term)
        return home_log(self.snapshot, self.store.home, stretch, self.today)

    @cached_property
    def lines(self) -> list[shelf.Line]:
        """The things that the school has or had by that day."""
        books, day = self.store.inventory, self.day
        last = shelf.last_counts(books.stocktakes(), day)
        every = shelf.lines(books.assets(), books.stock(day), books.owned(day), books.loans(day), last, day)
        return [one for one in every if one.owned or one.rooms or one.loans or one.last]

    @cached_property
    def needs(self) -> list[Need]:
        """The standard equipment."""
        expired = shelf.past_date(self.store.inventory, self.day)
        return needs(items(read_least(self.store.setting(SETTING))), self.lines, expired)

    @cached_property
    def held(self) -> list[Held]:
        """The activities and meetings of the term, also those only planned."""
        return self.store.activities.between(self.term.from_day, self.term.until_day)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The term's figures, as reports quote them."""
        return term_figures(Reading(self.snapshot, self.store), self.term, self.today)

    def planned(self, kinds: Iterable[str]) -> list[Held]:
        """What is planned of these kinds from the day on, the next first."""
        wanted = set(kinds)
        found = [one for one in self.held
                 if one.record.kind in wanted and one.state == PLANNED and one.record.day >= self.today]  # fmt: skip
        return sorted(found, key=lambda one: one.record.day)

    @cached_property
    def plans(self) -> list[PlanSeen]:
        """The work plans of the term."""
        return self.store.assessment.plans(self.term.id) if self.term.id else []
