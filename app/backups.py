"""What is said of a backup, and of the attached files that go into it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class AttachedState:
    """What a look at every attached file found."""

    stored: int
    """How many are there, damaged ones included."""
    missing: tuple[str, ...] = ()
    """Names that records keep and that are not there."""
    damaged: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        return not (self.missing or self.damaged)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup container."""

    path: PurePath
    at: datetime
    school: str
    bytes: int
    why: str
    """"exit", "hand", "import", "migration", "restore", "term"."""
    attached: int = 0
    """Attached files in it."""
    left_out: int = 0
    """Attached files that could not be read when it was made."""
