"""The key file beside the database: the data key, wrapped once per user and once for the printed recovery code.

A random 32-byte key opens the database. Each slot holds it in a SecretBox under argon2id of a password; changing a
password re-wraps one slot and leaves the database alone. The school's name stands here too, for the login page.
"""

import base64
import hashlib
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app import late
from app.store import MissingSlots, WrongRecoveryCode
from db import files

FORMAT = 1
USER, RECOVERY = "user", "recovery"
KEY_BYTES = 32
CODE_BYTES = 20
"""160 bits: 32 letters and digits of base32, in 8 groups of 4."""
MISREAD = str.maketrans("018", "OIB")
"""Digits that base32 does not have, read as the letters they look like."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a password costs: argon2id's passes, memory in KiB and lanes."""

    passes: int = 3
    memory: int = 65_536
    lanes: int = 1


FULL_COST = Cost()
LOW_COST = Cost(1, 64, 1)
"""For tests only: keeps nothing safe."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key, wrapped under one secret."""

    kind: str
    user: str
    cost: Cost
    salt: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Slots:
    """The whole key file."""

    school: str
    is_sample: bool
    file_salt: bytes
    """The database's first 16 bytes, which never change: tells a damaged file from somebody else's."""
    slots: tuple[Slot, ...]

    def users(self) -> list[str]:
        return [slot.user for slot in self.slots if slot.kind == USER]

    def by_password(self, user: str, password: str) -> bytes | None:
        """The data key, or None if the password opens no slot of that user; of any user if `user` is empty."""
        return self._first([slot for slot in self.slots if slot.kind == USER and user in ("", slot.user)], password)

    def by_code(self, code: str) -> bytes:
        """The data key. Raises WrongRecoveryCode."""
        key = self._first([slot for slot in self.slots if slot.kind == RECOVERY], plain_code(code))
        if key is None:
            raise WrongRecoveryCode
        return key

    def with_password(self, user: str, password: str, key: bytes, cost: Cost) -> "Slots":
        """The same, with this user's slot (new or renewed) under `password`."""
        others = tuple(slot for slot in self.slots if (slot.kind, slot.user) != (USER, user))
        return replace(self, slots=(*others, wrap(USER, user, password, key, cost)))

    def without(self, user: str) -> "Slots":
        """The same, with no slot of this user."""
        return replace(self, slots=tuple(slot for slot in self.slots if (slot.kind, slot.user) != (USER, user)))

    def _first(self, slots: list[Slot], secret: str) -> bytes | None:
        return next((key for slot in slots if (key := unwrap(slot, secret)) is not None), None)


def new_key() -> bytes:
    """A data key for a new school."""
    return secrets.token_bytes(KEY_BYTES)


def new_code() -> str:
    """A recovery code as printed: ABCD-EFGH-… (8 × 4)."""
    letters = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def plain_code(typed: str) -> str:
    """The code as wrapped, whatever hyphens, blanks, small or full-width letters it was typed with.

    Raises WrongRecoveryCode if it cannot be a code.
    """
    letters = "".join(sign for sign in unicodedata.normalize("NFKC", typed).upper() if sign.isalnum())
    letters = letters.translate(MISREAD)
    try:
        fits = len(base64.b32decode(letters)) == CODE_BYTES
    except ValueError as error:
        raise WrongRecoveryCode from error
    if not fits:
        raise WrongRecoveryCode
    return letters


def _box(secret: str, salt: bytes, cost: Cost) -> Any:
    argon2 = late.load("argon2.low_level")
    raw = argon2.hash_secret_raw(
        unicodedata.normalize("NFC", secret).encode(), salt, time_cost=cost.passes, memory_cost=cost.memory,
        parallelism=cost.lanes, hash_len=KEY_BYTES, type=argon2.Type.ID,
    )
    return late.load("nacl.secret").SecretBox(raw)


def wrap(kind: str, user: str, secret: str, key: bytes, cost: Cost) -> Slot:
    """A slot that `secret` opens; a recovery code is given plain."""
    salt = secrets.token_bytes(16)
    return Slot(kind, user, cost, salt, bytes(_box(secret, salt, cost).encrypt(key)))


def unwrap(slot: Slot, secret: str) -> bytes | None:
    """The data key, or None if the secret does not fit."""
    try:
        return bytes(_box(secret, slot.salt, slot.cost).decrypt(slot.box))
    except late.load("nacl.exceptions").CryptoError:
        return None


def encode(slots: Slots) -> bytes:
    """The key file's text."""
    listed = [asdict(slot) | {"salt": slot.salt.hex(), "box": slot.box.hex()} for slot in slots.slots]
    whole = {
        "format": FORMAT, "school": slots.school, "sample": slots.is_sample, "file_salt": slots.file_salt.hex(),
        "slots": listed,
    }
    return json.dumps(whole | {"sha256": _digest(whole)}, ensure_ascii=False, indent=1).encode()


def _digest(whole: dict[str, Any]) -> str:
    """A flipped bit in a slot must not pass for a wrong password."""
    return hashlib.sha256(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def decode(content: bytes) -> Slots:
    """Raises MissingSlots for anything that is not a key file."""
    try:
        whole = json.loads(content)
        if whole.pop("sha256") != _digest(whole):
            raise MissingSlots("the key file's checksum is wrong")
        slots = tuple(
            Slot(
                str(slot["kind"]), str(slot["user"]), Cost(**slot["cost"]), bytes.fromhex(slot["salt"]),
                bytes.fromhex(slot["box"]),
            )
            for slot in whole["slots"]
        )
        if whole["format"] != FORMAT or not slots:
            raise MissingSlots("unknown format")
        return Slots(str(whole["school"]), bool(whole["sample"]), bytes.fromhex(whole["file_salt"]), slots)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise MissingSlots(str(error)) from error


def read(path: Path) -> Slots:
    """Raises MissingSlots if the key file is not there or not readable."""
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise MissingSlots(str(error)) from error


def write(path: Path, slots: Slots) -> None:
    """Raises DiskFull, CannotWrite; the old key file then still stands."""
    files.write_bytes(path, encode(slots))
