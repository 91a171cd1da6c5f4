"""What a figure is: a number, what it is out of, and the names behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from app.school import Snapshot
from app.store import Store


class Line(NamedTuple):
    """One name behind a figure, and where to go for it."""

    kind: str
    """One of "child", "staff", "record", "window", "pair", "opening", "check", "finding", "asset", "movement", "award",
    "gift", "problem"."""
    id: int
    """Row id in its table; of a window that of the child or class it is about (0: the school)."""
    name: str
    """The child, helper, room, thing or theme; "" where its kind has to do."""
    detail: str = ""
    """The class; the borrower; whoever did it."""
    key: str = ""
    """What `ui` words: the kind of a record, the rule of a window; of a donation the unit of its pieces."""
    day: date | None = None
    amount: int | None = None
    """Pieces, people or fen that this line adds, where it adds other than one."""
    page: str = ""
    """Key of the page that shows it; "" = there is none."""
    want: object = None
    """What that page's `arrive` takes."""


Names = Callable[[], tuple[Line, ...]]


Days = Callable[[], Sequence[date]]


def nobody() -> tuple[Line, ...]:
    """No names."""
    return ()


def never() -> Sequence[date]:
    """No days."""
    return ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a term as of a day."""

    key: str
    """Its group and its own name: "children.left", "grade.3", "rule.talk". Stable: tables of assessment name it."""
    value: int
    of: int | None
    """What it is out of: pupils for the left-behind, what was owed for what was done; None = of nothing."""
    names: Names
    """Who or what is counted; asked only when somebody looks."""
    missing: Names = nobody
    """The rest of `of`."""
    each: bool = True
    """Whether every name adds one; False for pieces, people and money, which the `amount` of their lines adds up to."""
    days: Days = never
    """Of records: the day of each name, for whoever counts them by month without their names."""

    @property
    def group(self) -> str:
        """The heading it stands under."""
        return self.key.partition(".")[0]

    @property
    def name(self) -> str:
        """Its key without the group."""
        return self.key.partition(".")[2]

    @property
    def percent(self) -> float | None:
        """Out of a hundred; None where it is out of nothing."""
        return 100 * self.value / self.of if self.of else None


class Opened(Protocol):
    """What is read: `ui.session.Session` is one, `Reading` another."""

    @property
    def snapshot(self) -> Snapshot: ...
    @property
    def store(self) -> Store: ...


class Reading(NamedTuple):
    """An open file without a window."""

    snapshot: Snapshot
    store: Store
