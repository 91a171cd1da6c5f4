"""Password strength is told honestly."""

import pytest

from app.passwords import strength


@pytest.mark.parametrize(
    ("password", "level", "why"),
    [
        ("", "short", ""),
        ("12345", "short", ""),
        ("123456", "weak", "common"),
        ("abc12345", "weak", "common"),
        ("xyz2345678", "weak", "run"),
        ("20171217", "weak", "digits"),
        ("aaaaaaaaaa", "weak", "repeat"),
        ("chenxiaomei1", "weak", "own"),
        ("kazu7mote", "fair", ""),
        ("kazu7mote-blau", "good", ""),
        ("山上有三棵老树", "good", ""),
    ],
)
def test_strength_says_what_a_stranger_needs(password: str, level: str, why: str) -> None:
    found = strength(password, own=("chenxiaomei",))
    assert (found.level, found.why) == (level, why)


def test_longer_takes_longer() -> None:
    assert strength("kazu7mote").seconds < strength("kazu7motex").seconds
