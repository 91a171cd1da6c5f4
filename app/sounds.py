"""How texts sound: Chinese ordered by pinyin, numbers by size, and both found by what one types of them."""

import re
from functools import cache, lru_cache

from app import late
from app.names import surname_of, surname_reading

_RUN = re.compile(r"\d+(?:\.\d+)?|[^\d]")
_NUMBER, _SIGN, _HAN = 0, 1, 2
Order = tuple[tuple[int, float, str, str], ...]
"""Numbers before Latin letters and signs before Chinese, as a spreadsheet orders them."""


@cache
def sound_of(char: str) -> str:
    """The syllable of one Chinese character without its tone, "" for any other."""
    if char.isascii():
        return ""
    found = late.load("pypinyin").pinyin(char, style=0, errors="ignore")
    return str(found[0][0]) if found and found[0] and found[0][0].isascii() else ""


@lru_cache(maxsize=100_000)
def order(text: str) -> Order:
    """What a text is sorted by: 2 组 before 12 组, 安 before 周."""
    return tuple(_part(run) for run in _RUN.findall(text))


@lru_cache(maxsize=20_000)
def name_order(name: str) -> Order:
    """The same for a person's name, whose surname has a reading of its own: 解志强 under xie."""
    surname = surname_of(name)
    reading = surname_reading(surname)
    if not reading:
        return order(name)
    return ((_HAN, 0.0, reading.replace(" ", ""), surname), *order(name[len(surname) :]))


def is_heard(text: str, wanted: str) -> bool:
    """Whether a text has what was typed: as it stands, by pinyin or by initials. `wanted` in small letters."""
    if wanted in text.lower():
        return True
    if not wanted.isascii():
        return False
    sounds = _sounds(text)
    return wanted in "".join(sound[0] for sound in sounds) or wanted in "".join(sounds)


@lru_cache(maxsize=20_000)
def _sounds(text: str) -> tuple[str, ...]:
    return tuple(sound for sound in map(sound_of, text) if sound)


def _part(run: str) -> tuple[int, float, str, str]:
    if run[0].isdecimal():
        return (_NUMBER, float(run), "", run)
    sound = sound_of(run)
    return (_HAN, 0.0, sound, run) if sound else (_SIGN, 0.0, run.lower(), run)
