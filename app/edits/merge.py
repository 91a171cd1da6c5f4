"""Make one child of two records of the same one: nothing is lost, no two periods overlap, and undo is exact."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app import merging
from app.care import CareRecord, Mention
from app.changes import Change, Delete, Update, Value
from app.children import Child, Enrolment, Override
from app.edits.merge_family import Family
from app.edits.moving import move, row_of
from app.merging import CLASS, KEPT, OTHER, SEVERAL, UNITED
from app.pairing import Pairing
from app.periods import minus
from app.school import Snapshot

Sides = Mapping[str, str]
"""Key of a line → KEPT or OTHER, as a person chose."""


def merge_children(
    kept: Child, other: Child, sides: Sides, day: date, known: Snapshot, records: Iterable[CareRecord] = (),
    mentions: tuple[Iterable[Mention], Iterable[Mention]] = ((), ()),
) -> list[Change]:
    """`other` goes into `kept`. `sides` overrule the better values of `merging.lines`; `records` are those of `other`,
    `mentions` those of each.
    """
    records = list(records)
    lines = {line.key: line for line in merging.lines(kept, other, day)}
    side = {key: sides.get(key, line.side) for key, line in lines.items()}
    family = Family(kept, other, side, merging.newer(kept, other))
    changes = [*_own_row(kept, other, lines, side), *family.changes()]
    changes += _enrolments(kept, other, side[CLASS])
    changes += _claims(kept, other)
    changes += _overrides(kept, other)
    changes += [Update("card_print", card.id, {"child_id": kept.id}) for card in other.cards]
    changes += _not_same(kept.id, other.id, known.not_same)
    changes += _pairings(kept.id, other.id, known, records)
    changes += _hanging(kept.id, other.id, known)
    changes += _ledger(kept.id, other.id, records)
    there = {one.of for one in mentions[0] if one.of}
    changes += [
        Delete(one.table, one.id) if one.of in there else Update(one.table, one.id, {"child_id": kept.id})
        for one in mentions[1]
    ]
    return [*changes, *family.gone(), Delete("child", other.id)]


def _own_row(kept: Child, other: Child, lines: Mapping[str, merging.Line], side: Sides) -> list[Change]:
    row: dict[str, Value] = {}
    for field in merging.CHILD_FIELDS:
        if field not in lines:
            continue
        line = lines[field]
        value = merging.united(field, line.kept, line.other) if field in UNITED or field in SEVERAL else (
            line.kept if side[field] == KEPT else line.other
        )
        if value != line.kept:
            row[field] = value
    if side["name"] == OTHER and (kept.pinyin, kept.pinyin_by_hand) != (other.pinyin, other.pinyin_by_hand):
        row |= {"pinyin": other.pinyin, "pinyin_by_hand": int(other.pinyin_by_hand)}
    columns = merging.other_columns(kept, other)
    if columns != kept.other:
        row["other"] = columns
    if (other.confirmed_on or date.min) > (kept.confirmed_on or date.min):
        row |= {"confirmed_on": row_of(other)["confirmed_on"], "confirmed_by": other.confirmed_by}
    return [Update("child", kept.id, row)] if row else []


def _enrolments(kept: Child, other: Child, side: str) -> list[Change]:
    """The classes of the chosen record hold; the other's fill the days it does not speak of."""
    first, second = (kept, other) if side == KEPT else (other, kept)
    changes: list[Change] = []

    def ended(row: Enrolment, until: date | None) -> dict[str, Value]:
        return {} if until == row.until_day else {"left_how": "", "left_where": ""}

    for one in second.enrolments:
        parts = minus(one, first.enrolments) if one.from_day != one.until_day else []
        changes += move("enrolment", one, parts, {"child_id": kept.id}, ended)
    if first is other:
        changes += [Update("enrolment", one.id, {"child_id": kept.id}) for one in other.enrolments]
    return changes


def _claims(kept: Child, other: Child) -> list[Change]:
    """What the registers said, day by day; of two claims of one day the newer record's."""
    own = {claim.from_day: claim for claim in kept.claims}
    changes: list[Change] = []
    for claim in other.claims:
        there = own.get(claim.from_day)
        if there is None:
            changes.append(Update("claim", claim.id, {"child_id": kept.id}))
        elif there.status != claim.status and merging.newer(kept, other) == OTHER:
            changes += [Delete("claim", there.id), Update("claim", claim.id, {"child_id": kept.id})]
        else:
            changes.append(Delete("claim", claim.id))
    return changes


def _overrides(kept: Child, other: Child) -> list[Change]:
    changes: list[Change] = []
    for meaning in ("register", "civil"):
        sides = [[one for one in child.overrides if one.meaning == meaning] for child in (kept, other)]
        first, second = (1, 0) if _last(sides[1]) > _last(sides[0]) else (0, 1)
        for one in sides[second]:
            changes += move("override", one, minus(one, sides[first]), {"child_id": kept.id})
        if first == 1:
            changes += [Update("override", one.id, {"child_id": kept.id}) for one in sides[1]]
    return changes


def _last(overrides: Iterable[Override]) -> date:
    return max((one.from_day for one in overrides), default=date.min)


def _not_same(kept: int, other: int, not_same: Mapping[tuple[int, int], int]) -> list[Change]:
    """Whom the office told apart from one of them stays told apart."""
    changes: list[Change] = []
    for pair, row_id in not_same.items():
        if other not in pair:
            continue
        third = pair[0] if pair[1] == other else pair[1]
        fresh = (min(kept, third), max(kept, third))
        if third == kept or fresh in not_same:
            changes.append(Delete("not_same", row_id))
        else:
            changes.append(Update("not_same", row_id, {"child_id": fresh[0], "other_id": fresh[1]}))
    return changes


def _hanging(kept: int, other: int, known: Snapshot) -> list[Change]:
    """Signed papers and what was put off go on; days of priority that both have count once."""
    changes: list[Change] = [Update("agreement", one.id, {"child_id": kept}) for one in known.agreements
                             if one.child_id == other]
    changes += [Update("postponed", one.id, {"child_id": kept}) for one in known.postponed if one.child_id == other]
    mine = [one for one in known.priorities if one.child_id == kept]
    for one in known.priorities:
        if one.child_id == other:
            changes += move("priority", one, minus(one, mine), {"child_id": kept})
    return changes


def _pairings(kept: int, other: int, known: Snapshot, records: Sequence[CareRecord]) -> list[Change]:
    """Pairings go on; days on which both had the same helper count once, and nobody is paired with himself."""
    changes: list[Change] = []
    pairings = known.pairings
    for one in pairings:
        if {one.child_id, one.peer_id or 0} == {kept, other}:
            changes.append(Delete("pairing", one.id))
        elif one.child_id == other:
            taken = [mine for mine in pairings if mine.child_id == kept and _helper(mine) == _helper(one)]
            if taken and not minus(one, taken):
                # The pair goes, its plan and its reviews do not.
                changes += [Update(table, row.id, {"pairing_id": taken[0].id})
                            for table, rows in (("help_plan", known.plans), ("care_record", records))
                            for row in rows if row.pairing_id == one.id]
            changes += move("pairing", one, minus(one, taken), {"child_id": kept})
        elif one.peer_id == other:
            taken = [mine for mine in pairings
                     if mine.peer_id == kept and (mine.child_id, mine.role) == (one.child_id, one.role)]
            changes += move("pairing", one, minus(one, taken), {"peer_id": kept})
    return changes


def _helper(one: Pairing) -> tuple[object, ...]:
    return one.role, one.staff_id, one.peer_id, one.helper_name


def _ledger(kept: int, other: int, records: Iterable[CareRecord]) -> list[Change]:
    """What was done with either was done with the child; where both took part, once."""
    changes: list[Change] = []
    for record in records:
        mine = next((one for one in record.participants if one.child_id == kept), None)
        for theirs in (one for one in record.participants if one.child_id == other):
            if mine is None:
                changes.append(Update("participant", theirs.id, {"child_id": kept}))
                continue
            if theirs.remark and theirs.remark not in mine.remark:
                both = merging.united("note", mine.remark, theirs.remark)
                changes.append(Update("participant", mine.id, {"remark": both}))
            changes.append(Delete("participant", theirs.id))
    return changes
