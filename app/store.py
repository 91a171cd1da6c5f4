"""What the school asks of the disk: the open store, and the errors that it and the vault may raise.

`db.store.FileStore` is the real one; tests use it too.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import Protocol

from app.activities import Activities
from app.assessment import Assessments
from app.attachments import Attachments
from app.backups import AttachedState, Backup
from app.changes import Change
from app.children import Child
from app.gifts import Gifts
from app.history import Action as Action
from app.history import HistoryRow as HistoryRow
from app.history import Kept as Kept
from app.history import Past
from app.history import Spot as Spot
from app.history import Undone as Undone
from app.home import Home
from app.honours import Honours
from app.inspection import Inspections
from app.inventory import Inventory
from app.ledger import Ledger
from app.problems import Problems
from app.school import School, Snapshot
from app.term_close import TermCloses
from app.word_form import OwnForms
from app.work_plan import WorkPlans


class StoreError(Exception):
    """The world's fault, not ours: said to the person in one sentence by `ui`."""


class WrongPassword(StoreError):
    """The password opens no key slot of that user."""

    def __init__(self, wait_seconds: float = 0.0) -> None:
        super().__init__("wrong password")
        self.wait_seconds = wait_seconds
        """How long the next try is held back."""


class WrongRecoveryCode(StoreError):
    """The recovery code is mistyped or belongs to another school."""


class NewerFile(StoreError):
    """The file was written by a later version of the program."""


class ForeignFile(StoreError):
    """The file is not one of ours (or a backup of ours)."""


class EmptyFile(StoreError):
    """The file has 0 bytes."""


class DamagedFile(StoreError):
    """The file is ours but its content fails a check."""


class MissingSlots(StoreError):
    """The key file beside the database is missing or unreadable."""


class MissingFile(StoreError):
    """An attached file (photo, empty form) is not in the data folder."""


class DamagedAttachment(StoreError):
    """An attached file is there and is not what was stored."""


class DiskFull(StoreError):
    """No room for the write; nothing was changed."""


class CannotWrite(StoreError):
    """The folder or file is read-only, gone, or on a drive that data must not lie on."""


class AlreadyOpen(StoreError):
    """Another window has this folder open."""


class AlreadyExists(StoreError):
    """A new school was asked for where one already lies."""


class NothingToUndo(StoreError):
    """No action to undo, or nothing of it left."""


class Cancelled(Exception):
    """The person pressed cancel; the transaction was rolled back."""


Progress = Callable[[int, int], None]
"""Called with (done, total); may raise `Cancelled`."""


@dataclass(frozen=True, slots=True)
class ImportNote:
    """What the list of imports says of one, written together with what it changes."""

    file_name: str
    as_of: date
    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class Done:
    """What `apply` did."""

    action_id: int
    touched: frozenset[int]
    """Ids of the children that changed, new ones included."""
    ids: dict[str, int]
    """Row ids of the inserts that had a token."""
    import_id: int = 0
    """The number of the import in the list of imports; 0 for what is none."""
    records: frozenset[int] = frozenset()
    """Ids of the care records that changed, came or went."""


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import that was carried out."""

    id: int
    action_id: int
    file_name: str
    at: datetime
    as_of: date
    new: int
    changed: int
    undone: bool


class Store(Protocol):
    """The open school file. Not shared between threads: a worker takes `for_thread()`."""

    user: str
    role: str

    @property
    def past(self) -> Past:
        """The history, for the pages that show it."""

    @property
    def ledger(self) -> Ledger:
        """The ledger of care."""

    @property
    def home(self) -> Home:
        """What was opened and found in the rooms."""

    @property
    def activities(self) -> Activities:
        """Activities and meetings with what they have more than a record."""

    @property
    def honours(self) -> Honours:
        """Awards, stories, and the words of certificates."""

    @property
    def problems(self) -> Problems:
        """What was found wrong anywhere in the school."""

    @property
    def work_plans(self) -> WorkPlans:
        """Plans of terms and years."""

    @property
    def own_forms(self) -> OwnForms:
        """The school's own Word templates."""

    @property
    def inventory(self) -> Inventory:
        """The asset ledger."""

    @property
    def gifts(self) -> Gifts:
        """Donors and what they gave, insurance, wishes."""

    @property
    def attachments(self) -> Attachments:
        """Pictures and papers that hang on records."""

    @property
    def inspection(self) -> Inspections:
        """The inspection's self-check."""

    @property
    def assessment(self) -> Assessments:
        """The assessment: tables, marks, evidence."""

    @property
    def term_closes(self) -> TermCloses:
        """The closed terms."""

    def snapshot(self, children: dict[int, Child] | None = None) -> Snapshot:
        """Everything that the window keeps in memory; with these children, if they are known to be as in the file."""

    def school(self) -> School: ...
    def child(self, child_id: int) -> Child | None: ...
    def children(self, ids: Iterable[int]) -> dict[int, Child]:
        """Read these children afresh (after a save)."""

    def apply(
        self, label: str, changes: Sequence[Change], *, kind: str = "edit", progress: Progress | None = None,
        note: ImportNote | None = None,
    ) -> Done:  # fmt: skip
        """Carry out all changes, and list the import that they are, or nothing at all. Raises DiskFull, CannotWrite,
        Cancelled."""

    def last_action(self) -> Action | None:
        """The newest action of this user that can be undone, for the undo menu."""

    def last_undone(self) -> Action | None:
        """The newest undone action, if nothing was done since (for redo)."""

    def undo(self, action_id: int) -> Undone:
        """Take an action back, field by field, keeping what was edited since; what was kept can be asked for again
        on any later day. Raises NothingToUndo if the action has nothing left."""

    def redo(self, action_id: int) -> Undone:
        """Take the action's newest undo back. Raises NothingToUndo."""

    def undo_after(self, action_id: int) -> Undone:
        """Go back to this action: take back every later one, newest first, all in one transaction, each to be done
        again on its own. Raises NothingToUndo."""

    def history(self, child_id: int | None = None, limit: int = 500) -> list[HistoryRow]: ...
    def imports(self) -> list[ImportRun]: ...
    def setting(self, name: str, default: str = "") -> str: ...
    def set_setting(self, name: str, value: str) -> None: ...
    def log(self, what: str, detail: str = "") -> None:
        """Note an export, print or unmasking in the audit trail (no children's data in `what`)."""

    def keep_file(self, content: bytes) -> str:
        """Store an attached file encrypted; the name under which a record keeps it. Raises DiskFull, CannotWrite."""

    def file(self, name: str) -> bytes:
        """The attached file of that name. Raises MissingFile, DamagedAttachment."""

    def backup(self, why: str, to: PurePath | None = None) -> Backup:
        """Write a verified backup into the data folder's backups/, or to `to`. Raises DiskFull, CannotWrite."""

    def backup_due(self) -> bool: ...
    def backups(self) -> list[Backup]: ...
    def check(self) -> list[str]:
        """Integrity of the database; an empty list = sound. Attached files: `attached_state`."""

    def attached_state(self, progress: Progress | None = None) -> AttachedState:
        """Read every attached file and see which are missing or damaged. Raises Cancelled."""

    def change_password(self, old: str, new: str) -> None: ...
    def for_thread(self) -> AbstractContextManager["Store"]:
        """A store of the same file with a connection of its own, for a worker thread."""

    def close(self) -> None:
        """Checkpoint and drop the key."""
