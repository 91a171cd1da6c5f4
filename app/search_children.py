"""Children as a search finds them, for lists that show no roster rows: by name, sound and number."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.children import Child
from app.names import initials
from app.search import search


@dataclass(frozen=True, slots=True)
class NamedChild:
    """What `app.search.search` looks at."""

    child_id: int
    name: str
    pinyin: str
    initials: str
    digits: tuple[str, ...]


def named(children: Iterable[Child]) -> list[NamedChild]:
    """All of these."""
    return [NamedChild(one.id, one.name, one.pinyin, initials(one.pinyin), _digits(one)) for one in children]


def found(children: list[NamedChild], text: str) -> frozenset[int]:
    """Ids of those that fit what was typed."""
    return frozenset(hit.row.child_id for hit in search(children, text))


def _digits(child: Child) -> tuple[str, ...]:
    numbers = (child.id_number, child.register_number, *(phone.number for kin in child.kin for phone in kin.phones))
    return tuple(number for number in numbers if number)
