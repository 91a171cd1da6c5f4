"""The statistics by the register's meaning: grades and sexes down, who is away, who cares and boarding across."""

from collections.abc import Sequence
from datetime import date

from app.children import NO_CARER, Child
from app.classnames import grade_of, last_grade, years_of
from app.guardianship import GRANDS
from app.kinship import FATHERS, NO_RELATIVES, is_known
from app.roster import PupilRow
from app.school import Snapshot
from app.statistics.table import (
    ALL,
    BOARDING,
    REGISTER,
    SEXES,
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
from app.status import BOTH
from app.whereabouts import away_long, confirmed, is_parent, parents

AWAY = ("both", "father", "mother", UNKNOWN)
"""父母都外出, 只父亲外出, 只母亲外出, 未采集."""
CARERS = ("grandparents", "parent", "relatives", "others", UNKNOWN)
"""祖父母外祖父母, 在家的父或母, 其他亲戚, 其他人或无人, 未采集."""
PUPILS, LEFT = Head(ALL, "pupils"), Head(ALL, "left")


def register_table(listed: Sequence[PupilRow], snapshot: Snapshot, day: date) -> Table:
    """Count these rows of that day."""
    children = snapshot.children
    left = [row for row in listed if row.left_behind]
    columns: list[Members] = [
        (PUPILS, frozenset(row.child_id for row in listed)),
        (LEFT, frozenset(row.child_id for row in left)),
        *breakdown("away", AWAY, left, lambda row: who_is_away(children[row.child_id], row, day)),
        *breakdown("carer", CARERS, left, lambda row: carer_kind(children[row.child_id], row)),
        *breakdown("boarding", BOARDING, left, lambda row: boarding_of(children[row.child_id].boarding)),
    ]
    lines = _grades(listed, snapshot, day)
    titles = heads(columns)
    across = [Sum(True, 1, places(titles, group)) for group in ("away", "carer", "boarding")]
    return Table(
        REGISTER, day, heads(lines), titles, cells(listed, lines, columns), (*across, *_by_sex(heads(lines))),
        guessed=guessed(left, children),
    )  # fmt: skip


def who_is_away(child: Child, row: PupilRow, day: date) -> str:
    """One of AWAY. A single parent is named by the facts; a claim that one is away names him beside a confirmed
    place only."""
    if row.status == BOTH:
        return "both"
    who = row.verdict.args.get("who", "")
    if not who:
        away = []
        for kin in parents(child):
            where = confirmed(kin, day) if kin.state == "living" else None
            if where is not None and where.kind == "away" and away_long(kin, where, day):
                away.append(kin.relation)
        who = away[0] if len(away) == 1 else ""
    return UNKNOWN if not who else "father" if who in FATHERS else "mother"


def carer_kind(child: Child, row: PupilRow) -> str:
    """One of CARERS."""
    if child.entrusted == NO_CARER:
        return "others"
    kin = row.carer.kin
    if kin is None:
        return UNKNOWN
    if is_parent(kin):
        return "parent"
    if kin.relation in GRANDS:
        return "grandparents"
    return "others" if kin.relation in NO_RELATIVES or not is_known(kin.relation) else "relatives"


def _grades(listed: Sequence[PupilRow], snapshot: Snapshot, day: date) -> list[Members]:
    """小计 男 女 of every grade and of all; a line of pupils without a sex only where there are some."""
    system = snapshot.school.system
    grade = {}
    for one in snapshot.classes:
        last = last_grade(one.stage, system)
        first = last - years_of(one.stage, system) + 1
        grade[one.id] = min(max(grade_of(one.stage, one.entry_year, day, system), first), last)
    numbers = sorted({grade[row.class_id] for row in listed})
    every = [(grade[row.class_id], sex_of(row), row.child_id) for row in listed]
    groups = [(str(number), [one for one in every if one[0] == number]) for number in numbers]
    lines: list[Members] = []
    for name, members in [*groups, (ALL, every)]:
        lines.append((Head(name, ALL), frozenset(child_id for _grade, _sex, child_id in members)))
        for sex in SEXES:
            ids = frozenset(child_id for _grade, has, child_id in members if has == sex)
            if ids or sex:
                lines.append((Head(name, sex), ids))
    return lines


def _by_sex(lines: Sequence[Head]) -> list[Sum]:
    """小计 = 男 + 女 (+ 未填) in every grade, and 合计 = all grades, by sex too."""
    sums = []
    for place, head in enumerate(lines):
        if head.part == ALL:
            sums.append(Sum(False, place, tuple(n for n in places(lines, head.group) if n != place)))
        if head.group == ALL:
            same = (n for n, other in enumerate(lines) if other.part == head.part and n != place)
            sums.append(Sum(False, place, tuple(same)))
    return sums
