"""Live figures that an item of the assessment may be measured by: one key each, counted as every other page counts.

A key is "name" or "name:argument" ("rule:talk", "agreements:duty", "count:work_meeting 2").
"""

from collections.abc import Callable, Sequence

from app.care import KINDS
from app.care_rules import DEFAULTS
from app.inspection import KINDS as ROUNDS
from app.measures import care, home, safety, work
from app.measures.facts import UNKNOWN, Facts, Lack, Measured

__all__ = ["MEASURES", "UNKNOWN", "Facts", "Lack", "Measured", "counted", "is_measure", "measure", "offered", "split"]

MEASURES: dict[str, Callable[[Facts, str], Measured]] = {
    "rule": care.rule, "pairs": care.pairs, "known": care.known, "plans": care.plans, "agreements": care.agreements,
    "rooms": home.standard_rooms, "rules_posted": home.posted_rules, "opened": home.opened, "mended": home.mended,
    "ledger": home.ledger, "equipment": home.equipment, "group": work.group, "keeper": work.keeper,
    "plan": work.plan, "reviewed": work.reviewed, "stages": work.stages, "count": work.count,
    "pictures": work.pictures, "figure": work.figure, "rounds": safety.rounds, "problems": safety.problems,
    "hazards": safety.hazards,
}  # fmt: skip


FIGURES = ("follow.done", "gift.insured", "gift.wishes")
"""Figures of the term (`app.figures`) that are offered as a measure."""
COUNTED = (
    "work_meeting", "forum", "lecture", "guardian_training", "parents_meeting", "class_meeting", "activity",
    "counselling", "festival_visit", "tutoring", "hotline",
)  # fmt: skip
"""Kinds of record that are offered to be counted up to a number."""
MOST = 99


def split(key: str) -> tuple[str, str]:
    """Name and argument."""
    name, _, arg = key.partition(":")
    return name, arg


def is_measure(key: str) -> bool:
    """Whether there is such a figure; one that is counted up to a number says which."""
    name, arg = split(key)
    kind, _, number = arg.partition(" ")
    return name in MEASURES and (name != "count" or (kind in KINDS and number.isdigit() and 0 < int(number) <= MOST))


def counted(key: str) -> tuple[str, str]:
    """A measure without the number it is counted up to, and that number: ("count:forum", "2"); "" for the others."""
    name, arg = split(key)
    kind, _, number = arg.partition(" ")
    return (f"count:{kind}", number or "1") if name == "count" else (key, "")


def measure(facts: Facts, key: str) -> Measured:
    """Count it. A key that no version of the program knows counts nothing."""
    name, arg = split(key)
    return MEASURES[name](facts, arg) if name in MEASURES else UNKNOWN


def offered(rules: Sequence[str] = ()) -> list[str]:
    """The keys to choose from: every rule, then the others; those that are counted up to a number without it."""
    known = dict.fromkeys([*rules, *(rule.key for _presets, rule in DEFAULTS)])
    return [
        *(f"rule:{key}" for key in known), "pairs", "known", "plans", "agreements:duty", "agreements:care",
        "agreements:notice", "agreements:consent", "rooms", "rules_posted", "opened", "hazards", "mended", "ledger",
        "equipment", "pictures", "group", "keeper", "plan:term", "plan:year", "reviewed:term", "reviewed:year",
        "stages", "problems", *(f"rounds:{kind}" for kind in ROUNDS),
        *(f"figure:{key}" for key in FIGURES), *(f"count:{kind}" for kind in COUNTED),
    ]  # fmt: skip
