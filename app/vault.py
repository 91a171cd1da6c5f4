"""What the school asks of the data folder while it is locked: making a school, opening it, its backups.

`db.vault.FileVault` is the real one; tests use it too.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Protocol

from app.backups import Backup
from app.school import School
from app.store import Store


@dataclass(frozen=True, slots=True)
class Setup:
    """What the first-start wizard asks."""

    school: School
    user: str
    password: str
    term_code: str
    term_from: date
    term_until: date
    term_checked: bool = False
    label: str = "建立学校"
    """What the history calls the first action."""


class Vault(Protocol):
    """The data folder of one school while it is locked."""

    folder: PurePath

    def exists(self) -> bool:
        """Whether a school lies here (any file of ours, damaged or not)."""

    def users(self) -> list[str]:
        """Names to choose from on the login page. Raises MissingSlots."""

    def school_name(self) -> str:
        """For the login page; kept beside the slots, not in the encrypted file."""

    def create(self, setup: Setup) -> tuple[str, Store]:
        """Make a new school; return the recovery code (8 × 4 characters with hyphens) and the open store."""

    def open(self, user: str, password: str) -> Store:
        """Raises WrongPassword, NewerFile, ForeignFile, EmptyFile, DamagedFile, MissingSlots, AlreadyOpen."""

    def recover(self, recovery_code: str, user: str, new_password: str) -> Store:
        """Open by the recovery code and set a new password for `user`."""

    def check_recovery_code(self, recovery_code: str) -> bool:
        """Whether the code opens its slot (typed back at set-up)."""

    def backups(self) -> list[Backup]: ...
    def verify(self, backup: PurePath, password: str = "", recovery_code: str = "") -> Backup:
        """Open a backup in a scratch place and check it whole. Raises as `open`."""

    def restore(self, backup: PurePath, *, password: str = "", recovery_code: str = "", user: str = "") -> None:
        """Verify `backup` with the password or code of its day, move the present files aside, put it in place."""

    def throw_away_sample(self) -> None:
        """Delete a sample school whole. Raises CannotWrite if the school is not a sample."""
