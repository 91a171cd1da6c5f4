"""Who stands by whom: dated links of a child with a mentor (代理家长), a peer or a volunteer (REQ 2.4, 2.5, 6.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.periods import holds

MENTOR, PEER, VOLUNTEER = ROLES = ("mentor", "peer", "volunteer")


@dataclass(frozen=True, slots=True)
class Pairing:
    """A period [from_day, until_day) in which a helper stands by a child. Exactly one of the helper fields is set."""

    id: int
    child_id: int
    role: str
    from_day: date
    until_day: date | None = None
    staff_id: int | None = None
    peer_id: int | None = None
    """A pupil."""
    helper_name: str = ""
    """A volunteer or cadre who is neither."""
    focus: str = ""
    """学习, 生活, 心理 …: what the pair is for."""
    why_ended: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """One step of a help plan, with what came of it."""

    id: int
    plan_id: int
    position: int
    goal: str
    by_day: date | None = None
    result: str = ""
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class HelpPlan:
    """What a pair sets out to do in a period [from_day, until_day) (帮扶计划, REQ 9.2)."""

    id: int
    pairing_id: int
    from_day: date
    until_day: date | None = None
    situation: str = ""
    content: str = ""
    times: str = ""
    """How often: 每周三中午."""
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True)
class Priority:
    """A period [from_day, until_day) in which a child is helped first (重点帮扶)."""

    id: int
    child_id: int
    from_day: date
    until_day: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Helper:
    """Whoever stands by children in one role: a member of staff, a pupil, or somebody known by name."""

    role: str
    staff_id: int | None = None
    peer_id: int | None = None
    name: str = ""


def helper_of(pairing: Pairing) -> Helper:
    """The helper of a pair."""
    return Helper(pairing.role, pairing.staff_id, pairing.peer_id, pairing.helper_name)


def pairings_on(pairings: Iterable[Pairing], day: date, role: str = "") -> list[Pairing]:
    """Those that hold on that day, in one role if named, the oldest first."""
    found = [one for one in pairings if role in ("", one.role) and holds(one, day)]
    return sorted(found, key=lambda one: (one.from_day, one.id))


def mentors_on(pairings: Iterable[Pairing], day: date) -> dict[int, int]:
    """The mentor (staff id) of each child that has one that day; of several the one who has been it longest."""
    mentors: dict[int, int] = {}
    for one in pairings_on(pairings, day, MENTOR):
        if one.staff_id is not None:
            mentors.setdefault(one.child_id, one.staff_id)
    return mentors
