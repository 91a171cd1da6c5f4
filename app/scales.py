"""How the points of an item follow from what was done: in proportion, by steps, so much for each lacking, or all.

Points are whole numbers of half a point; shares never round up (REQ 10.27, domain.md §5).
"""

from dataclasses import dataclass
from itertools import pairwise

SHARE, STEPS, EACH, ALL = KINDS = ("share", "steps", "each", "all")
HALVES = 2


class BadScale(ValueError):
    """The text is no scale; `text` is what was given."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a scale: {text}")
        self.text = text


@dataclass(frozen=True, slots=True)
class Scale:
    """`steps` are (percent, halves), the highest first; `each` the halves that one lacking takes off."""

    kind: str = SHARE
    steps: tuple[tuple[int, int], ...] = ()
    each: int = 0

    def points(self, full: int, done: int, owed: int) -> int:
        """Of `full` halves, for so much of what was asked. Where nothing was asked nothing lacks."""
        done = min(done, owed)
        if done == owed or full <= 0:
            return full
        if self.kind == SHARE:
            return full * done // owed
        if self.kind == STEPS:
            return next((min(halves, full) for percent, halves in self.steps if 100 * done >= percent * owed), 0)
        return max(0, full - self.each * (owed - done)) if self.kind == EACH else 0

    def lacking(self, full: int, done: int, owed: int) -> int:
        """How many more bring the full points."""
        return self.until(full, full, done, owed)

    def until(self, points: int, full: int, done: int, owed: int) -> int:
        """How many more bring at least so many points; 0 if they are there. Points grow with what is done, so the
        number is found by halving."""
        least, most = done, owed
        while least < most:
            middle = (least + most) // 2
            if self.points(full, middle, owed) >= points:
                most = middle
            else:
                least = middle + 1
        return max(0, least - done)

    def next_step(self, full: int, done: int, owed: int) -> tuple[int, int] | None:
        """(percent, halves more) of the next step that a scale by steps offers."""
        now = self.points(full, done, owed)
        above = [(percent, min(halves, full)) for percent, halves in self.steps if min(halves, full) > now]
        return (above[-1][0], above[-1][1] - now) if self.kind == STEPS and above else None


def read_scale(text: str) -> Scale:
    """"", "share", "all", "each 1", "steps 90:14 80:11": as the file keeps it. Raises BadScale."""
    kind, _, rest = text.strip().partition(" ")
    if kind in ("", SHARE, ALL) and not rest.strip():
        return Scale(kind or SHARE)
    if kind == EACH and rest.strip().isdigit() and int(rest):
        return Scale(EACH, each=int(rest))
    if kind == STEPS and rest.strip():
        return Scale(STEPS, _steps(text, rest.split()))
    raise BadScale(text)


def _steps(text: str, parts: list[str]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for part in parts:
        percent, _, halves = part.partition(":")
        if not (percent.isdigit() and halves.isdigit() and 0 < int(percent) <= 100):
            raise BadScale(text)
        found.append((int(percent), int(halves)))
    found.sort(reverse=True)
    # More done never brings fewer points.
    fits = all(a[0] > b[0] and a[1] > b[1] for a, b in pairwise(found))
    if not fits:
        raise BadScale(text)
    return tuple(found)


def write_scale(scale: Scale) -> str:
    """What `read_scale` reads."""
    if scale.kind == EACH:
        return f"{EACH} {scale.each}"
    if scale.kind == STEPS:
        return " ".join((STEPS, *(f"{percent}:{halves}" for percent, halves in scale.steps)))
    return scale.kind


def halves(text: str) -> int | None:
    """"2.5", "2.5分", "３": points as halves; None for what is no multiple of half a point."""
    cleaned = text.strip().replace("．", ".").removesuffix("分").strip()
    try:
        value = float(cleaned) * HALVES
    except ValueError:
        return None
    return int(value) if value == int(value) and abs(value) <= 20_000 else None


def points_text(halves_: int) -> str:
    """2.5, 3: halves as points."""
    whole, half = divmod(abs(halves_), HALVES)
    return f"{'-' if halves_ < 0 else ''}{whole}{'.5' if half else ''}"
