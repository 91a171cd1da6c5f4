"""Finding a fact to choose by what one types: part of its title, pinyin, or the first letters of it."""

from collections.abc import Sequence
from functools import cache

from app import late
from app.templates.facts import CHOICES, Choice


def found(text: str, choices: Sequence[Choice] = CHOICES) -> list[Choice]:
    """The choices that fit, nearest first; all of them for a blank text."""
    wanted = "".join(text.split()).lower()
    if not wanted:
        return list(choices)
    ranked = [(rank, place, choice) for place, choice in enumerate(choices) if (rank := _rank(choice, wanted)) >= 0]
    return [choice for _rank_, _place, choice in sorted(ranked, key=lambda one: one[:2])]


def _rank(choice: Choice, wanted: str) -> int:
    """0 at the beginning, 1 inside, -1 nowhere."""
    title = choice.title.lower()
    if wanted in title:
        return 0 if title.startswith(wanted) else 1
    if not wanted.isascii():
        return -1
    syllables = _syllables(choice.title)
    initials = "".join(one[0] for one in syllables)
    spelt = "".join(syllables)
    if initials.startswith(wanted) or spelt.startswith(wanted):
        return 0
    starts = [sum(len(one) for one in syllables[:place]) for place in range(len(syllables))]
    return 1 if wanted in initials or any(spelt.startswith(wanted, start) for start in starts) else -1


@cache
def _syllables(title: str) -> tuple[str, ...]:
    pinyin = late.load("pypinyin").pinyin(title, style=0, errors="default")
    return tuple(one[0].lower() for one in pinyin if one and one[0])
