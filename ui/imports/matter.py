"""What the wizard asks of the kind of table that it takes in: pupils (`pupils`), or things of the ledger."""

from collections.abc import Mapping as Ticks
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, Self, TypeVar

from app.imports.carrying import Carried
from app.imports.headers import Mapping
from app.imports.plan import Diff
from app.sheets import SheetOut
from app.store import Kept, Progress, Store
from ui.imports.reading import Pasted, Reading

Counted = tuple[str, int, str]
"""(mark, number, sentence with {0} for the number)."""


class PlanRow(Protocol):
    """A row of a plan of any kind."""

    @property
    def kind(self) -> str: ...
    @property
    def chosen(self) -> bool: ...
    @property
    def row(self) -> int: ...
    @property
    def decided(self) -> int | str | None: ...


class Plan(Protocol):
    """What an import would do, of any kind."""

    @property
    def rows(self) -> Sequence[PlanRow]: ...
    @property
    def source(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    def count(self, kind: str) -> int: ...
    def choose(self, ticks: Ticks[int, bool]) -> Self: ...


P = TypeVar("P")
R_contra = TypeVar("R_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Words:
    """What stays the same in the wizard's words."""

    title: str
    choose: tuple[str, str, str]
    """The lines of the drop field."""
    other_way: str
    """A link beside its button, to the page `other_page`; "" = none."""
    other_page: str
    day: str
    """What the day on the columns step is called."""
    rest: str
    """What becomes of columns that are not known."""
    comparing: str
    """What is done in the background."""
    who: str
    """Head of the column of names."""
    who_kind: str
    """Its kind of cell: "who" for people, who have a character of their name in a square; "two_line"."""
    counters: tuple[tuple[str, str, str], ...]
    """(kind, name, hint) of each."""
    nothing: str
    """Where nothing is to be changed."""
    label: str
    """What undo calls it, {0} = the file."""
    finished: str
    """The button that goes back."""
    help: str
    home: str = ""
    """Key of the page that the button goes back to; "" = the one before."""
    heads: tuple[str, str, str] = ("", "", "")
    """Heads of the preview's columns for what is blamed, what changes, the note; "" = the usual one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question about a row; `what` None puts the row aside."""

    words: str
    what: int | str | None
    given: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a row."""

    words: str
    answers: tuple[Answer, ...]


class Matter(Protocol[P, R_contra]):
    """`P` is its plan, `R_contra` a row of it."""

    key: str
    """Of its draft and of its kind of choices in the file's settings."""
    headerless: bool
    """Whether a block without a header can be read."""
    words: Words

    # reading

    def day(self) -> date:
        """Of which day a file holds, to begin with."""

    def read(self, path: str, as_of: date) -> Reading:
        """Read a file and guess its columns. Raises CannotRead."""

    def read_pasted(self, pasted: Pasted, name: str, as_of: date) -> Reading:
        """Read a pasted block. Raises CannotRead."""

    def with_header(self, found: Reading, sheet: int, row: int | None) -> Reading:
        """That sheet first and its header in a row (from 0), -1 = as guessed, None = it has none."""

    def fields(self, current: str) -> list[tuple[str, str]]:
        """(key, words) a column may be read as; the current one is always among them."""

    def lacks(self, mapping: Mapping) -> str:
        """What must still be said of the columns, "" if nothing."""

    # planning

    def beside(self, as_of: date) -> object:
        """What of the open school a plan is made of; asked on the screen's thread."""

    def plan(self, found: Reading, beside: Any) -> P:
        """What the import would do; in the background."""

    def is_stale(self, plan: P) -> bool:
        """Whether the school has changed since."""

    def resolve(self, plan: P, index: int, answer: int | str, found: Reading) -> P:
        """A question about a row answered. Raises ValueError."""

    def not_resolved(self, answer: int | str | None) -> str:
        """Why an answer cannot be so."""

    # showing

    def finding(self, plan: P) -> str: ...
    def group(self, kind: str) -> tuple[str, str]:
        """Title and explanation of a group of rows."""

    def name(self, plan: P, row: R_contra) -> tuple[str, str]:
        """Whom or what a row speaks of, and the line below."""

    def diffs(self, plan: P, row: R_contra) -> Sequence[Diff]: ...
    def diff_word(self, diff: Diff) -> str: ...
    def diff_values(self, diff: Diff) -> tuple[str, str]: ...
    def diff_note(self, diff: Diff) -> str: ...
    def blamed(self, row: R_contra) -> str:
        """Which cell a whole row is shown for."""

    def whole_row(self, plan: P, row: R_contra) -> str:
        """A row in one line."""

    def note(self, plan: P, row: R_contra) -> tuple[str, str, str]:
        """(mark, first line, second line) of the last column."""

    def question(self, plan: P, row: R_contra) -> Question | None: ...
    def beneath(self, plan: P) -> tuple[str, str]:
        """What is said of the whole file under the list, and the button beside it ("" = none)."""

    def turned(self, plan: P) -> P:
        """What that button does."""

    def facts(self, plan: P) -> list[Counted]:
        """What became of the chosen rows."""

    def kept(self, one: Kept) -> str:
        """What an undo left alone."""

    # writing

    def carry_out(self, store: Store, plan: P, label: str, progress: Progress) -> Carried: ...
    def refused_sheet(self, plan: P, found: Reading, reason_head: str) -> SheetOut: ...
