"""The statistics by civil affairs' meaning: the form's breakdowns down, ages and sexes across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.children import AIDS, Child
from app.days import age_on
from app.guardianship import CARERS, CAUSES, STATES, actual_care, care_state, cause
from app.roster import PupilRow
from app.school import Snapshot
from app.statistics.table import (
    ALL,
    BOARDING,
    BOYS,
    CIVIL,
    GIRLS,
    UNKNOWN,
    Head,
    Members,
    Sum,
    Table,
    boarding_of,
    breakdown,
    cells,
    guessed,
    heads,
    places,
    sex_of,
)
from app.status import birth_of, is_rural

AGES = ("0-5", "6-13", "14-16")
HOUSEHOLDS = ("rural", "urban", UNKNOWN)
HEALTHS = ("healthy", "weak", "serious", "chronic", "disabled", "other", UNKNOWN)
"""健康, 一般或较弱, 重病, 慢性病, 残疾, 其他, 未采集."""
AIDED = ("aided", "none", UNKNOWN)
"""有救助, 无, 未采集: children; what they have is counted beside it, each child as often as it has something."""
NO_AID = "无"
BREAKDOWNS = ("household", "health", "boarding", "cause", "care", "condition", "aid")
_NO_DISABILITY = ("", "无", "否", "没有", "无残疾", "非残疾", "正常")
_HEALTH_WORDS = (
    ("serious", ("重病", "大病")),
    ("chronic", ("慢性",)),
    ("weak", ("一般", "较弱", "体弱")),
    ("healthy", ("健康", "良好", "正常", "无残疾", "非残疾")),
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything the form asks about one child."""

    household: str
    health: str
    boarding: str
    cause: str
    care: str
    condition: str
    aids: frozenset[str]


def civil_table(listed: Sequence[PupilRow], snapshot: Snapshot, day: date) -> Table:
    """Count these rows of that day."""
    children = snapshot.children
    counted = [row for row in listed if row.civil.value]
    facts = {row.child_id: _facts(children[row.child_id], row, day) for row in counted}
    parts = {"household": HOUSEHOLDS, "health": HEALTHS, "boarding": BOARDING, "cause": (*CAUSES, UNKNOWN),
             "care": (*CARERS, UNKNOWN), "condition": (*STATES, UNKNOWN)}  # fmt: skip
    lines: list[Members] = [(Head(ALL, ALL), frozenset(facts))]
    for group, known in parts.items():
        lines += breakdown(group, known, counted, lambda row, group=group: getattr(facts[row.child_id], group))  # type: ignore[misc]
    lines += breakdown("aid", AIDED, counted, lambda row: _aided(facts[row.child_id].aids))
    lines += [(Head("aids", aid), frozenset(key for key, one in facts.items() if aid in one.aids))
              for aid in AIDS if aid != NO_AID]  # fmt: skip
    columns = _ages(counted, children, day)
    down = [Sum(False, 0, places(heads(lines), group)) for group in BREAKDOWNS]
    across = [Sum(True, 0, (1, 4, 7, 10)), *(Sum(True, first, (first + 1, first + 2)) for first in (1, 4, 7))]
    return Table(
        CIVIL, day, heads(lines), heads(columns), cells(counted, lines, columns), (*across, *down),
        apart=_apart(listed), guessed=guessed(counted, children),
    )  # fmt: skip


def health_of(child: Child) -> str:
    """The child's health as civil affairs' form asks, one of HEALTHS, from the words of the register."""
    text = child.health.strip()
    if child.disability.strip() not in _NO_DISABILITY or ("残" in text and text not in _NO_DISABILITY):
        return "disabled"
    for key, words in _HEALTH_WORDS:
        if any(word in text for word in words):
            return key
    return "other" if text else UNKNOWN


def aids_of(child: Child) -> frozenset[str]:
    """Which of AIDS the family has; 无 alone = asked, and there is none; empty = not asked."""
    found = frozenset(word if word in AIDS else "其他" for word in child.aid.split("、") if word)
    return found - {NO_AID} or found


def _facts(child: Child, row: PupilRow, day: date) -> _Facts:
    rural = is_rural(child.household)
    care = actual_care(child, day, row.carer)
    return _Facts(
        household=UNKNOWN if rural is None else "rural" if rural else "urban",
        health=health_of(child),
        boarding=boarding_of(child.boarding),
        cause=cause(child, day, row.verdict),
        care=care if care in CARERS else UNKNOWN,  # a parent is not entrusted with his own child
        condition=care_state(child, day, row.carer, row.verdict),
        aids=aids_of(child),
    )


def _aided(aids: frozenset[str]) -> str:
    return UNKNOWN if not aids else "none" if NO_AID in aids else "aided"


def _ages(counted: Sequence[PupilRow], children: Mapping[int, Child], day: date) -> list[Members]:
    """合计; each age with 小计 男 女; and who is lacking an age or a sex, so that 小计 = 男 + 女 always holds."""
    columns: list[Members] = [(Head(ALL, ALL), frozenset(row.child_id for row in counted))]
    band = {row.child_id: _band(children[row.child_id], day) if sex_of(row) else UNKNOWN for row in counted}
    for age in AGES:
        members = [row for row in counted if band[row.child_id] == age]
        columns.append((Head(age, ALL), frozenset(row.child_id for row in members)))
        columns += [(Head(age, sex), frozenset(row.child_id for row in members if row.sex == sex))
                    for sex in (BOYS, GIRLS)]  # fmt: skip
    return [*columns, (Head("age", UNKNOWN), frozenset(key for key, age in band.items() if age == UNKNOWN))]


def _band(child: Child, day: date) -> str:
    age = age_on(birth_of(child), day)
    return UNKNOWN if age is None else AGES[0] if age < 6 else AGES[1] if age < 14 else AGES[2]


def _apart(listed: Sequence[PupilRow]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found: dict[str, list[int]] = {}
    for row in listed:
        if row.civil.value is None:
            found.setdefault(row.civil.reason, []).append(row.child_id)
    return tuple((reason, tuple(ids)) for reason, ids in found.items())
