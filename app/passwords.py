"""How strong a password really is: how many tries somebody with the file would need, told without flattery."""

import math
from dataclasses import dataclass
from itertools import pairwise

GUESSES_PER_SECOND = 1000.0
"""What a determined stranger's computer tries per second against argon2id at 64 MiB (a generous estimate)."""

LEAST = 6
"""Fewest characters a password may have."""

_COMMON = ("password", "qwerty", "admin", "123456", "111111", "123123", "abc123", "a123456", "88888888", "woaini",
           "iloveyou", "000000", "666666", "zhongguo", "xuexiao", "laoshi", "5201314")
_RUNS = ("0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")


@dataclass(frozen=True, slots=True)
class Strength:
    """`level` is "short", "weak", "fair" or "good"; `why` is "", "digits", "common", "own", "repeat" or "run"."""

    level: str
    why: str
    seconds: float
    """How long trying them all takes, on average."""


def _kinds(password: str) -> int:
    """How many different characters somebody must reckon with at each place."""
    size = 0
    size += 10 if any(c.isascii() and c.isdigit() for c in password) else 0
    size += 26 if any("a" <= c <= "z" for c in password) else 0
    size += 26 if any("A" <= c <= "Z" for c in password) else 0
    size += 30 if any(c.isascii() and not c.isalnum() for c in password) else 0
    size += 2000 if any(not c.isascii() for c in password) else 0
    return max(size, 1)


def _surprises(password: str) -> int:
    """How many characters do not follow from the one before (repeats, 1234, qwer count once)."""
    low = password.lower()
    count = 1 if low else 0
    for before, here in pairwise(low):
        follows = before == here or any(before + here in run or here + before in run for run in _RUNS)
        count += 0 if follows else 1
    return count


def strength(password: str, own: tuple[str, ...] = ()) -> Strength:
    """Judge `password`; `own` are words that a stranger tries first: the user's and the school's name."""
    low = password.lower()
    if len(password) < LEAST:
        return Strength("short", "", 0.0)
    if any(word and word.lower() in low for word in own):
        return Strength("weak", "own", 60.0)
    if any(word in low and len(word) + 3 > len(low) for word in _COMMON):
        return Strength("weak", "common", 1.0)
    surprises = _surprises(password)
    # 0.7: people do not choose at random
    bits = 0.7 * surprises * math.log2(_kinds(password)) + (len(password) - surprises)
    seconds = 2.0 ** (bits - 1) / GUESSES_PER_SECOND
    why = "digits" if password.isdigit() else ""
    if surprises <= len(password) // 2:
        why = "repeat" if len(set(low)) <= len(low) // 2 else "run"
    day = 86400.0
    level = "weak" if seconds < 30 * day else "fair" if seconds < 3650 * day else "good"
    return Strength(level, why, seconds)
