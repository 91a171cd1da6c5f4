"""Whose insurance ends soon, and who has none (REQ 5.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.enrolment import pupils_on
from app.gifts import EXPIRY_DAYS, Cover, Policy, policies
from app.school import Snapshot

REMEMBERED_DAYS = 30
"""How many days after its end it is still said on the day's page; later the list of children without cover tells."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Cover that ends soon or did, of children who are in school and have none that lasts longer."""

    policy: Policy
    until_day: date
    children: tuple[int, ...]


def span(day: date) -> tuple[date, date]:
    """The first and the last day of an end that is said on that day."""
    return day - timedelta(days=REMEMBERED_DAYS), day + timedelta(days=EXPIRY_DAYS)


def endings(covers: Iterable[Cover], snapshot: Snapshot, day: date) -> list[Ending]:
    """Cover of pupils that ends within 30 days or did so in the last 30, the soonest first; a child with cover that
    lasts longer is not among them."""
    last: dict[int, date] = {}
    covers = list(covers)
    for one in covers:
        last[one.child_id] = max(last.get(one.child_id, date.min), one.until_day or date.max)
    here = {child.id for child, _class in pupils_on(snapshot, day)}
    first, until = span(day)
    found = []
    for policy in policies(covers):
        end = policy.first.until_day
        if end is None or not first <= end <= until:
            continue
        whose = tuple(child for child in policy.children if child in here and last[child] == end)
        if whose:
            found.append(Ending(policy, end, whose))
    return sorted(found, key=lambda one: (one.until_day, one.policy.id))


def uncovered(covers: Iterable[Cover], snapshot: Snapshot, day: date) -> list[int]:
    """The pupils of that day whom no insurance covers."""
    safe = {one.child_id for one in covers if one.covers(day)}
    return [child.id for child, _class in pupils_on(snapshot, day) if child.id not in safe]
