"""The roster of one day as plain rows: what each line shows, how lines are ordered, filtered and counted.

Every count of the program comes from `counts`, so that two pages can never differ.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app import idnumber
from app.card_changes import CardChange, card_changes
from app.carer import Carer, carer_of
from app.children import Child
from app.classes import SchoolClass
from app.classnames import class_order
from app.enrolment import class_on, classes_by_id, name_on, pupils_on
from app.fingerprint import CHANGED, NEVER, CardScene, card_facts, card_scene, card_state
from app.known import has_phone, missing
from app.names import initials, surname_of
from app.school import Snapshot
from app.status import NONE, CivilVerdict, Verdict, birth_of, judge
from app.whereabouts import confirmed, parents, proposed

__all__ = ["FILTERS", "Counts", "ParentPlace", "PupilRow", "RosterRow", "card_facts", "counts", "filtered",
           "pupil_rows", "rows", "rows_of"]  # fmt: skip


@dataclass(slots=True)
class ParentPlace:
    """Where one parent is, for the 父母 column."""

    relation: str
    kind: str
    """"away", "home", "dead", "missing", "unknown" or "" (nothing known)."""
    place: str = ""
    sure: bool = True
    """False for an import's proposal."""


@dataclass(slots=True)
class PupilRow:
    """One pupil on one day, as far as somebody is counted."""

    child_id: int
    child: Child
    name: str
    class_id: int
    class_name: str
    sex: str
    boarding: bool
    verdict: Verdict
    civil: CivilVerdict
    disagrees: bool
    """The confirmed facts differ from the register's claim."""
    parents: tuple[ParentPlace, ...]
    carer: Carer
    order: tuple[tuple[int, int, int], str, str, int]

    @property
    def status(self) -> str:
        """The register's meaning: "none", "one_away" or "both_away"."""
        return self.verdict.status

    @property
    def left_behind(self) -> bool:
        """Whether the child is left-behind by the register's meaning."""
        return self.verdict.status != NONE

    @property
    def place(self) -> str:
        """Where the first parent away works, as written; "" if none is away or nobody knows."""
        return next((one.place for one in self.parents if one.kind == "away" and one.place), "")


@dataclass(slots=True)
class RosterRow(PupilRow):
    """The same pupil as a line of the roster shows it: with the state of its card and what is lacking."""

    surname: str
    missing: tuple[str, ...]
    card: str
    """"never", "printed" or "changed"."""
    card_day: date | None
    to_confirm: bool
    """An import's proposal waits for a yes or no."""
    bad_id: bool
    """The ID number is lacking or wrong."""
    no_phone: bool
    """No number of anybody in the family that is in use."""
    birth: str
    """As stored, else as the ID number says it; may be vague."""
    pinyin: str
    initials: str
    digits: tuple[str, ...]
    """ID, register and phone numbers, for the search by last digits."""
    card_why: tuple[CardChange, ...] = ()
    """What has changed since the card was printed, where that is known."""
    mentor: str = ""
    """Name of the mentor (代理家长); "" for none."""


@dataclass(slots=True)
class Counts:
    """How many, of one list of rows."""

    total: int = 0
    left_behind: int = 0
    one_away: int = 0
    both_away: int = 0
    civil: int = 0
    civil_unknown: int = 0
    boys: int = 0
    girls: int = 0
    boarders: int = 0
    by_class: dict[str, int] = field(default_factory=dict)
    """Pupils by class name, in class order."""
    left_behind_by_class: dict[str, int] = field(default_factory=dict)


class _ClassLine(NamedTuple):
    """What rows say of a class on a day."""

    id: int
    name: str
    place: tuple[int, int, int]


def rows(snapshot: Snapshot, day: date) -> list[RosterRow]:
    """All pupils of that day, by class order and pinyin."""
    return _rows(snapshot, day, pupils_on(snapshot, day))


def rows_of(snapshot: Snapshot, day: date, children: Iterable[Child]) -> list[RosterRow]:
    """The rows of these children, without those who are no pupils that day: after a save only the touched ones need
    to be built anew."""
    classes, system = classes_by_id(snapshot), snapshot.school.system
    found = ((child, class_on(child, classes, day, system)) for child in children)
    return _rows(snapshot, day, ((child, school_class) for child, school_class in found if school_class is not None))


def pupil_rows(snapshot: Snapshot, day: date) -> list[PupilRow]:
    """The same pupils in the same order for whoever only counts them."""
    classes = _class_lines(snapshot, day)
    found = [_pupil(child, classes[one.id], day) for child, one in pupils_on(snapshot, day)]
    found.sort(key=lambda row: row.order)
    return found


def _rows(snapshot: Snapshot, day: date, pupils: Iterable[tuple[Child, SchoolClass]]) -> list[RosterRow]:
    scene, classes = card_scene(snapshot, day), _class_lines(snapshot, day)
    found = [_row(_pupil(child, classes[one.id], day), scene) for child, one in pupils]
    found.sort(key=lambda row: row.order)
    return found


def _class_lines(snapshot: Snapshot, day: date) -> dict[int, _ClassLine]:
    system = snapshot.school.system
    return {
        one.id: _ClassLine(one.id, name_on(one, day, system), class_order(one.stage, one.entry_year, one.number))
        for one in snapshot.classes
    }


def counts(listed: Sequence[PupilRow]) -> Counts:
    """The figures of a list; of all rows of a day they are the school's."""
    result = Counts(total=len(listed))
    for row in listed:
        status = row.verdict.status
        left_behind = status != NONE
        result.left_behind += left_behind
        result.one_away += status == "one_away"
        result.both_away += status == "both_away"
        result.civil += row.civil.value is True
        result.civil_unknown += row.civil.value is None
        result.boys += row.sex == "男"
        result.girls += row.sex == "女"
        result.boarders += row.boarding
        result.by_class[row.class_name] = result.by_class.get(row.class_name, 0) + 1
        by_class = result.left_behind_by_class
        by_class[row.class_name] = by_class.get(row.class_name, 0) + left_behind
    return result


FILTERS: dict[str, Callable[[RosterRow], bool]] = {
    "left_behind": lambda row: row.left_behind,
    "all": lambda row: True,
    "missing": lambda row: bool(row.missing),
    "disagrees": lambda row: row.disagrees,
    "to_confirm": lambda row: row.to_confirm,
    "bad_id": lambda row: row.bad_id,
    "no_phone": lambda row: row.no_phone,
    "no_mentor": lambda row: row.left_behind and not row.mentor,
    "card_due": lambda row: row.card != "printed",
    "card_never": lambda row: row.card == NEVER,
    "card_changed": lambda row: row.card == "changed",
}
"""What a list can be cut down to."""


def filtered(listed: Iterable[RosterRow], name: str, class_name: str = "") -> list[RosterRow]:
    """The rows of one of FILTERS, in one class if named; "missing" puts the child with most missing first. Whether it
    looks at the left-behind or at all pupils is said by the rows it is given."""
    wanted = FILTERS[name]
    found = [row for row in listed if wanted(row) and class_name in ("", row.class_name)]
    if name == "missing":
        found.sort(key=lambda row: -len(row.missing))
    return found


def _pupil(child: Child, of: _ClassLine, day: date) -> PupilRow:
    judged = judge(child, day)
    return PupilRow(
        child.id, child, child.name, of.id, of.name, child.sex, child.boarding.startswith("住"),
        judged.register, judged.civil, judged.disagreement is not None, _parents(child, day), carer_of(child, day),
        (of.place, child.pinyin or child.name, child.name, child.id),
    )  # fmt: skip


def _row(one: PupilRow, scene: CardScene) -> RosterRow:
    child, day = one.child, scene.day
    card, card_day = card_state(child, scene, one.carer)
    return RosterRow(
        one.child_id, child, one.name, one.class_id, one.class_name, one.sex, one.boarding, one.verdict, one.civil,
        one.disagrees, one.parents, one.carer, one.order,
        surname_of(child.name), missing(child, day, one.carer), card, card_day,
        any(proposed(kin, day) is not None for kin in child.kin if kin.whereabouts),
        _bad_id(child.id_number),
        not any(has_phone(kin) for kin in child.kin),
        birth_of(child), child.pinyin, initials(child.pinyin), _digits(child),
        tuple(card_changes(child, scene, carer=one.carer)) if card == CHANGED else (),
        scene.mentors.get(child.id, ("", ""))[0],
    )  # fmt: skip


def _parents(child: Child, day: date) -> tuple[ParentPlace, ...]:
    result = []
    for kin in parents(child):
        if kin.state != "living":
            result.append(ParentPlace(kin.relation, kin.state))
            continue
        fact = confirmed(kin, day)
        where = fact or proposed(kin, day)
        if where is None:
            result.append(ParentPlace(kin.relation, ""))
        else:
            result.append(ParentPlace(kin.relation, where.kind, where.place, fact is not None))
    return tuple(result)


@lru_cache(maxsize=20_000)
def _bad_id(number: str) -> bool:
    # Remembered, because a list is built anew for every day and filter while the numbers stay.
    return not number or idnumber.problem(number) != ""


def _digits(child: Child) -> tuple[str, ...]:
    own = (child.id_number, child.register_number)
    return tuple(n for n in (*own, *(phone.number for kin in child.kin for phone in kin.phones)) if n)
