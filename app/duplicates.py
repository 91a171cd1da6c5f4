"""Children who may be one and the same, entered twice: pairs with their reasons, the surest first."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from app import days, names
from app.children import Child
from app.phones import parse_phones
from app.school import Snapshot

REASONS = ("same_id", "near_id", "same_birth", "same_family", "same_sound")
"""The same ID number · ID numbers that differ in one digit · same name and birth · same name and a phone number or a
parent's name in common · names that sound alike and the same birth. The surest first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two children who may be one; `first` has the smaller id, it was entered earlier."""

    first: int
    second: int
    reasons: tuple[str, ...]

    @property
    def key(self) -> tuple[int, int]:
        """As `Snapshot.not_same` knows it."""
        return self.first, self.second


def pairs(snapshot: Snapshot) -> list[Pair]:
    """Every pair that the office has not called two people."""
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    children = list(snapshot.children.values())
    for reason, alike in zip(REASONS, (_same_id, _near_id, _same_birth, _same_family, _same_sound), strict=True):
        for one, other in alike(children):
            key = (min(one.id, other.id), max(one.id, other.id))
            if key not in snapshot.not_same and reason not in found[key]:
                found[key].append(reason)
    listed = [Pair(*key, tuple(reasons)) for key, reasons in found.items() if reasons]
    return sorted(listed, key=lambda pair: (REASONS.index(pair.reasons[0]), pair.key))


Two = tuple[Child, Child]


def _same_id(children: Iterable[Child]) -> Iterator[Two]:
    return _together(children, lambda child: [child.id_number.upper()] if child.id_number else [])


def _near_id(children: Iterable[Child]) -> Iterator[Two]:
    """Names that look or sound the same, and one digit differs: then at least one of the two numbers was mistyped, for
    the check digit finds every single slip."""
    for one, other in _together(children, lambda child: {names.name_key(child.name), child.pinyin} - {""}):
        numbers = one.id_number.upper(), other.id_number.upper()
        if len(numbers[0]) == len(numbers[1]) and sum(a != b for a, b in zip(*numbers, strict=True)) == 1:
            yield one, other


def _same_birth(children: Iterable[Child]) -> Iterator[Two]:
    for one, other in _namesakes(children):
        if one.birth and other.birth and days.agrees(one.birth, other.birth):
            yield one, other


def _same_family(children: Iterable[Child]) -> Iterator[Two]:
    for one, other in _namesakes(children):
        if _numbers(one) & _numbers(other) or _parents(one) & _parents(other):
            yield one, other


def _same_sound(children: Iterable[Child]) -> Iterator[Two]:
    def sound(child: Child) -> list[tuple[str, str]]:
        return [(child.pinyin, child.birth)] if child.pinyin and len(child.birth) == 10 else []

    for one, other in _together(children, sound):
        if names.name_key(one.name) != names.name_key(other.name):
            yield one, other


def _namesakes(children: Iterable[Child]) -> Iterator[Two]:
    return _together(children, lambda child: [names.name_key(child.name)])


def _numbers(child: Child) -> set[str]:
    found = {phone.number for kin in child.kin for phone in kin.phones}
    return found | {one.number for one in parse_phones(child.phone) if one.number}


def _parents(child: Child) -> set[tuple[str, str]]:
    return {(kin.relation, names.name_key(kin.name)) for kin in child.kin if kin.name and kin.relation in _PARENTS}


_PARENTS = frozenset({"父亲", "母亲"})


def _together(children: Iterable[Child], keys: Callable[[Child], Iterable[Hashable]]) -> Iterator[Two]:
    """Every two children that share a key."""
    found: dict[Hashable, list[Child]] = defaultdict(list)
    for child in children:
        for key in keys(child):
            found[key].append(child)
    for together in found.values():
        yield from combinations(together, 2)
