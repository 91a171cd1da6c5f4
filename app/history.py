"""What was done: actions and the rows they left, what an undo took back, and the questions the history answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Action:
    """One named, undoable thing somebody did."""

    id: int
    at: datetime
    user: str
    label: str
    """Chinese, as the undo menu and the history page show it: 修改周雨桐的爸爸电话."""
    kind: str = "edit"
    """"edit", "import", "delete", "merge"; "print", "read", "setup", "undo" and "redo" are not offered for undoing."""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One changed field (or an inserted or deleted row, field = "")."""

    seq: int
    action_id: int
    at: datetime
    user: str
    label: str
    table: str
    row_id: int
    field: str
    old: str | None
    new: str | None
    child_id: int | None
    """The child the row belongs to; None for rows of the school, staff and classes."""
    kind: str = "edit"
    """Of the action; for "undo" and "redo" the label is that of the action taken back or done again."""
    undone: bool = False
    """Whether the action is taken back, at least in part."""
    left: bool = False
    """Of an action taken back: whether some of it was kept, so that another undo may take that back too."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A field an undo left alone because it was edited since."""

    child_id: int | None
    table: str
    row_id: int
    field: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where an undo changed something; `field` is "" for a row that came or went."""

    child_id: int | None
    table: str
    row_id: int
    field: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did."""

    action_id: int
    label: str
    reversed: int
    """How many fields and rows went back."""
    kept: tuple[Kept, ...] = ()
    touched: frozenset[int] = frozenset()
    """Ids of the children that changed."""
    tables: frozenset[str] = frozenset()
    """The tables in which something changed."""
    spots: tuple[Spot, ...] = ()
    """Where, to be shown; of a large action only the first few hundred."""
    records: frozenset[int] = frozenset()
    """Ids of the care records that changed, came or went."""


@dataclass(frozen=True, slots=True)
class HistoryQuery:
    """Which actions the history page asks for; a blank field asks for all."""

    child_id: int | None = None
    user: str = ""
    kinds: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action with how much it changed: a line of the history page."""

    action: Action
    fields: int
    """Changed fields and rows."""
    children: int
    """How many children it changed."""
    left: bool = False
    """Of an action taken back: whether some of it was kept, so that another undo may take that back too."""
    after: int = 0
    """How many later actions can be taken back."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """One action that deleted something and was not taken back: a line of the recycle bin."""

    action_id: int
    at: datetime
    user: str
    label: str
    table: str
    """"child", "kin", "staff", "class", "template" or "care_record"."""
    rows: tuple[Mapping[str, object], ...]
    """What was deleted, as it was; what hung on it went with it."""
    child_id: int | None = None
    """Whose relative it was."""
    class_id: int | None = None
    """The class the (first) child was in last."""


class Past(Protocol):
    """The history of an open store."""

    def newest(self) -> int:
        """Number of the newest row: as long as it is the same, nothing that is kept with a history was changed."""

    def actions(self, query: HistoryQuery, before: int = 0, limit: int = 200) -> list[ActionLine]:
        """The newest actions that fit; `before` is the id of the last one seen, 0 for none."""

    def users(self) -> list[str]:
        """Everybody who did something that is in the history."""

    def changes_of(self, action_id: int, limit: int = 200) -> list[HistoryRow]:
        """What one action changed, in its order."""

    def deleted(self) -> list[Deleted]:
        """The recycle bin, newest first: what actions of kind "delete" took out and is not back."""
