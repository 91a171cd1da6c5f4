"""What a list of pupils is cut down to: a segment, a ready-made filter, kept values of columns; counted as in Excel."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.days import birthdays
from app.roster import FILTERS, RosterRow

SEGMENTS = ("left_behind", "all", "missing", "check", "card")
"""留守儿童, 全部学生, 缺信息 (of the left-behind, worst first), 要核对 (of all), 联系卡没打 (of the left-behind)."""
READY = ("no_phone", "bad_id", "no_mentor", "card_changed", "birthday", "disagrees", "check")
"""缺电话, 身份证号有误, 无代理家长 (a left-behind child without one), 联系卡待重打, 本周生日, 认定和实际不符, 要核对:
each of all pupils."""
SEGMENT, READY_PART, NAMED = "segment", "ready", "named"
"""What `Choice.parts` calls the three that are no column."""

Values = Callable[[str, int], tuple[str, ...]]
"""What a column (by key) says of a child (by id): its values for a funnel; ("",) = empty."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a list shows: every part of it must hold."""

    segment: str = "left_behind"
    ready: str = ""
    """One of READY, or ""."""
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By the key of a column: the values whose rows are kept."""
    named: tuple[str, frozenset[int]] | None = None
    """Exactly these children, and how they are called where they were counted. Never saved under a name."""

    def keeping(self, key: str, values: Iterable[str] | None) -> "Choice":
        """The same with other values of a column kept; None: all of them."""
        kept = {known: chosen for known, chosen in self.kept.items() if known != key}
        if values is not None:
            kept[key] = frozenset(values)
        return replace(self, kept=kept)

    def without(self, *parts: str) -> "Choice":
        """The same with these parts dropped; without its segment it is of all pupils."""
        return Choice(
            "all" if SEGMENT in parts else self.segment,
            "" if READY_PART in parts else self.ready,
            {key: values for key, values in self.kept.items() if key not in parts},
            None if NAMED in parts else self.named,
        )

    def parts(self) -> tuple[str, ...]:
        """What narrows the list down: "segment", "ready", "named", keys of columns."""
        whole = {SEGMENT: self.segment != "all", READY_PART: bool(self.ready), NAMED: self.named is not None}
        return (*(part for part, holds in whole.items() if holds), *self.kept)


@dataclass(frozen=True, slots=True)
class Saved:
    """A choice that the office gave a name."""

    name: str
    choice: Choice


class Sieve:
    """Applies choices to the rows of one day. `values` is asked only for columns that are filtered by."""

    def __init__(self, day: date, values: Values) -> None:
        self._day, self._values = day, values
        self._week = week_days(day)

    def chosen(self, rows: Iterable[RosterRow], choice: Choice, but: str = "") -> list[RosterRow]:
        """The rows that fit every part, except `but`; of the segment "missing" the worst first."""
        found = [row for row in rows if next(self._failing(row, choice, but), None) is None]
        if choice.segment == "missing" and but != SEGMENT:
            found.sort(key=lambda row: -len(row.missing))
        elif choice.ready == "birthday" and but != READY_PART:
            found.sort(key=lambda row: self._week.index(row.birth[5:]))
        return found

    def value_counts(self, rows: Iterable[RosterRow], choice: Choice, key: str) -> dict[str, int]:
        """How many rows each value of a column has, among those that fit all the other parts."""
        found: Counter[str] = Counter()
        for row in self.chosen(rows, choice, but=key):
            found.update(set(self._values(key, row.child_id)))
        return dict(found)

    def hiding(self, rows: Iterable[RosterRow], choice: Choice, *, latest: bool = False) -> tuple[tuple[str, ...], int]:
        """The fewest parts to drop so that some of these rows show, and how many then do; ((), 0) for no rows. Of
        equally few parts those that hide most rows, or with `latest` those chosen last."""
        found = Counter(tuple(self._failing(row, choice)) for row in rows)
        if not found:
            return (), 0
        age = {part: place for place, part in enumerate(choice.parts())}
        parts = min(found, key=lambda failed: (
            len(failed), -max((age[part] for part in failed), default=0) if latest else 0, -found[failed]
        ))  # fmt: skip
        return parts, sum(number for failed, number in found.items() if set(failed) <= set(parts))

    def _failing(self, row: RosterRow, choice: Choice, but: str = "") -> Iterator[str]:
        if but != SEGMENT and not _in_segment(row, choice.segment):
            yield SEGMENT
        if choice.ready and but != READY_PART and not self._is_ready(row, choice.ready):
            yield READY_PART
        if choice.named is not None and but != NAMED and row.child_id not in choice.named[1]:
            yield NAMED
        for key, kept in choice.kept.items():
            if key != but and kept.isdisjoint(self._values(key, row.child_id)):
                yield key

    def _is_ready(self, row: RosterRow, name: str) -> bool:
        if name == "birthday":
            return row.birth[5:] in self._week
        return _in_segment(row, "check") if name == "check" else FILTERS[name](row)


def week_days(day: date) -> tuple[str, ...]:
    """The birthdays (MM-DD) of the week of `day`, Monday to Sunday; who was born on 29 February has it on the 28th in
    a common year."""
    monday = day - timedelta(days=day.weekday())
    return tuple(birth for number in range(7) for birth in birthdays(monday + timedelta(days=number)))


def read_saved(text: str) -> list[Saved]:
    """The filters of a setting; what cannot be read of it, or is of a later version, is left out."""
    try:
        listed = json.loads(text) if text else []
    except (ValueError, RecursionError):
        return []
    found = [_one_saved(entry) for entry in listed] if isinstance(listed, list) else []
    return [saved for saved in found if saved is not None]


def write_saved(filters: Sequence[Saved]) -> str:
    """The setting's text."""
    return json.dumps([
        {"name": one.name, "segment": one.choice.segment, "ready": one.choice.ready,
         "kept": {key: sorted(values) for key, values in one.choice.kept.items()}} for one in filters
    ], ensure_ascii=False)  # fmt: skip


def _one_saved(entry: object) -> Saved | None:
    if not isinstance(entry, dict):
        return None
    name, segment, ready = (entry.get(key) for key in ("name", "segment", "ready"))
    kept = entry.get("kept")
    if not isinstance(name, str) or not name or segment not in SEGMENTS or ready not in ("", *READY):
        return None
    if not isinstance(kept, dict) or not all(
        isinstance(values, list) and all(isinstance(value, str) for value in values) for values in kept.values()
    ):
        return None
    return Saved(name, Choice(str(segment), str(ready), {key: frozenset(values) for key, values in kept.items()}))


def _in_segment(row: RosterRow, segment: str) -> bool:
    if segment == "all":
        return True
    if segment == "check":
        return row.to_confirm or row.disagrees
    if not row.left_behind:
        return False
    return segment == "left_behind" or FILTERS[{"missing": "missing", "card": "card_due"}[segment]](row)
