"""People's names: tidied, split into surname and rest, and spelt in pinyin with surname readings (domain.md §6)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache

from app import late
from resources import tables

SEPARATOR = "\u00b7"
_SEPARATORS = dict.fromkeys(map(ord, "•‧・∙⋅･"), SEPARATOR)
_EDGES = " \t\r\n\u3000\u00a0\u200b\ufeff'`"


def clean_name(text: str) -> str:
    """Trimmed, with U+00B7 as the separator; nothing else is touched (rules.md)."""
    return text.translate(_SEPARATORS).strip(_EDGES)


def name_key(name: str) -> str:
    """What two spellings of one name share: 张　三 and 张三."""
    return "".join(clean_name(name).split())


def namesakes(named: Mapping[int, tuple[str, str]]) -> frozenset[int]:
    """Of people by id, each with (where, name): those whose name another one has in the same place."""
    many = Counter(named.values())
    return frozenset(key for key, one in named.items() if many[one] > 1)


def surname_of(name: str) -> str:
    """欧阳 of 欧阳雪, 周 of 周雨桐; the first character of a name with a separator."""
    if SEPARATOR not in name and len(name) > 2 and name[:2] in _compound():
        return name[:2]
    return name[:1]


def pinyin_of(name: str) -> str:
    """Syllables without tones, the surname read as a surname: "xie zhi qiang" for 解志强.

    Characters that have no known reading are left out: the office types those by hand. ü is written v.
    """
    surname = surname_of(name)
    reading = surname_reading(surname) if SEPARATOR not in name else ""
    rest = spelt(name[len(surname) :] if reading else name)
    return f"{reading} {rest}".strip()


def spelt(words: str) -> str:
    """Syllables without tones of words that are nobody's name: "cha kan" for 查看."""
    plain = late.load("pypinyin").pinyin(words, style=0, errors="ignore")
    return " ".join(syllable[0] for syllable in plain if syllable and syllable[0].isascii())


def surname_reading(surname: str) -> str:
    """How a surname is read where that differs from the character alone: "xie" for 解; "" if it does not."""
    return _readings().get(surname, "")


def initials(pinyin: str) -> str:
    """ "xzq" of "xie zhi qiang"."""
    return "".join(syllable[0] for syllable in pinyin.split())


@cache
def _compound() -> frozenset[str]:
    return frozenset(tables.lines("compound_surnames.txt"))


@cache
def _readings() -> dict[str, str]:
    found = {row["surname"]: _plain(row["reading"]) for row in tables.rows("surname_readings.csv")}
    return found | {row["surname"]: _plain(row["reading"]) for row in tables.rows("compound_surname_readings.csv")}


def _plain(reading: str) -> str:
    """The reading without its tones; two readings separated by / or 、 give the first."""
    spelt = unicodedata.normalize("NFD", re.split(r"[/、,;]", reading)[0].strip()).replace("u\u0308", "v")
    return "".join(char for char in spelt if not unicodedata.combining(char))
