"""What a form can be filled with: the catalogue's facts, the number of the line, how many children there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalogue import BY_KEY, FACTS, FORM_FACTS, PERSONS, Fact
from app.children import Child
from app.fingerprint import CardScene
from app.idnumber import mask_id

DASH = "—"
"""Dead, missing or none (paper.md §1)."""
_GONE = {"dead": "已去世", "missing": "失联"}
_COUNTED = ("seq", "count", "age", "distance_km", "class_number")


@dataclass(frozen=True, slots=True)
class Choice:
    """One fact to choose."""

    key: str
    title: str
    group: str
    """As `Fact.group`, and "form" for what the form itself is about."""


CHOICES: tuple[Choice, ...] = (
    *(Choice(fact.key, fact.title, fact.group) for fact in FACTS),
    *(Choice(fact.key, fact.title, fact.group) for fact in FORM_FACTS),
    Choice("seq", "序号", "form"),
    Choice("count", "总人数", "form"),
)
"""In the order of the list to choose from."""
TITLES = {choice.key: choice.title for choice in CHOICES}
_FACTS: dict[str, Fact] = BY_KEY | {fact.key: fact for fact in FORM_FACTS}
_COMMON = frozenset(("school", "duty_phone", "today", "school_year", "count"))


def is_private(key: str) -> bool:
    """Whether the fact is a number that is masked unless somebody confirms it in full."""
    return key in _FACTS and _FACTS[key].private == "id"


def is_number(key: str) -> bool:
    """Whether the form may reckon with it."""
    return key in _COUNTED or key.endswith(".age")


def value(key: str, child: Child, scene: CardScene, *, full: bool = False) -> str:
    """What the form says of the child; of a parent who died the name is a dash, and where its place is asked, why."""
    fact = _FACTS.get(key)
    if fact is None:
        return ""
    person, _, attribute = key.partition(".")
    kin = PERSONS[person](child, scene) if attribute else None
    if kin is not None and kin.state in _GONE and attribute != "relation":
        if attribute == "name" and person.startswith("成员"):
            return kin.name
        return _GONE[kin.state] if attribute == "place" else DASH
    text = fact.text(child, scene)
    return mask_id(text) if fact.private == "id" and not full else text


def common(key: str, children: Sequence[Child], scene: CardScene, *, full: bool = False) -> str:
    """What is said once for all of these children: their number, the school, the class if they are of one class."""
    if key == "count":
        return str(len(children))
    found = {value(key, child, scene, full=full) for child in children}
    return found.pop() if len(found) == 1 else ""
