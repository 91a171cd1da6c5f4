"""Slows down whoever tries passwords: each user's wrong tries are counted in a file beside the slots."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from app.store import StoreError, WrongPassword
from db import files

FREE = 2
"""Wrong tries without a wait."""
LONGEST_SECONDS = 60.0


def wait_after(wrong: int) -> float:
    """Seconds to wait after that many wrong tries in a row: 0 0 1 2 4 8 … 60."""
    return 0.0 if wrong <= FREE else min(2.0 ** (wrong - FREE - 1), LONGEST_SECONDS)


class Tries:
    """The wrong tries of each user since the last right one."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._seen: dict[str, tuple[int, float]] = {}

    def hold(self, user: str) -> None:
        """Raise WrongPassword with the rest of the wait while it lasts."""
        seen = self._read()
        wrong, last = seen.get(user, (0, 0.0))
        passed = self._clock() - last
        if passed < 0:
            # The clock was put back: the wait begins anew, instead of lasting until the old time comes round.
            self._write(seen | {user: (wrong, self._clock())})
            passed = 0.0
        rest = wait_after(wrong) - passed
        if rest > 0:
            raise WrongPassword(rest)

    def wrong(self, user: str) -> WrongPassword:
        """Count a wrong try; the error to raise for it."""
        seen = self._read()
        count = seen.get(user, (0, 0.0))[0] + 1
        self._write(seen | {user: (count, self._clock())})
        return WrongPassword(wait_after(count))

    def right(self, user: str) -> None:
        """Forget this user's wrong tries."""
        seen = self._read()
        if seen.pop(user, None):
            self._write(seen)

    def _read(self) -> dict[str, tuple[int, float]]:
        try:
            stored = json.loads(self._path.read_bytes())
            return {str(user): (int(count), float(last)) for user, (count, last) in stored.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return dict(self._seen)

    def _write(self, seen: dict[str, tuple[int, float]]) -> None:
        self._seen = seen
        try:
            files.write_bytes(self._path, json.dumps(seen, ensure_ascii=False).encode())
        except StoreError:
            # On a full or locked disk the count is kept for as long as the program runs; the password still decides.
            return
