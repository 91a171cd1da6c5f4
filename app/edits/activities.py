"""Plan an activity or meeting, hold it, write down what came of it (REQ 2.10, 4.1, 4.5, 5.1, 7.1)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from app import money
from app.activities import HELD, KINDS, PLANNED, STATES, Activity, Entry, Held, Item, Step
from app.care import NOT_REACHED, REACHED
from app.changes import Change, Delete, Insert, New, Update, Value
from app.edits.care import Told, change_care, delete_care, log_care
from app.values import BadValue, choice, clock


@dataclass(frozen=True, slots=True)
class ActivityTold:
    """What a person writes of an activity besides what its record says; sums in yuan as typed."""

    state: str = HELD
    theme: str = ""
    kind: str = ""
    organizer: str = ""
    host: str = ""
    organization: str = ""
    media: str = ""
    people: str = ""
    budget: str = ""
    spent: str = ""
    result: str = ""
    write_up: str = ""
    note: str = ""
    room_id: int | None = None


@dataclass(frozen=True, slots=True)
class StepTold:
    """A line of the agenda; `id` 0 is a new one."""

    what: str
    at_time: str = ""
    who: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ItemTold:
    """Something that is needed."""

    what: str
    count: str = ""
    keeper: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class EntryTold:
    """Who takes part in the contest: `child_id`, or a name."""

    name: str = ""
    child_id: int | None = None
    contest_group: str = ""
    piece: str = ""
    score: str = ""
    prize: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """The lists of an activity, each in its order."""

    agenda: Sequence[StepTold] = ()
    materials: Sequence[ItemTold] = ()
    entries: Sequence[EntryTold] = ()


def told_of_activity(held: Held) -> ActivityTold:
    """What is written of an activity, to be changed."""
    more = held.activity or Activity(0, held.record.id)
    shared = {one.name: getattr(more, one.name) for one in fields(ActivityTold) if hasattr(more, one.name)}
    return ActivityTold(
        **shared | {"state": held.state, "budget": money.yuan(more.budget_fen), "spent": money.yuan(more.spent_fen)}
    )


def lines_of(activity: Activity | None) -> Lines:
    """The lists of an activity, to be changed."""
    if activity is None:
        return Lines()
    return Lines(
        [StepTold(one.what, one.at_time, one.who, one.id) for one in activity.agenda],
        [ItemTold(one.what, one.count, one.keeper, one.id) for one in activity.materials],
        [EntryTold(one.name, one.child_id, one.contest_group, one.piece, one.score, one.prize, one.id)
         for one in activity.entries],
    )  # fmt: skip


def set_activity(
    told: Told, more: ActivityTold, children: Iterable[int], lines: Lines, today: date, held: Held | None = None,
) -> list[Change]:  # fmt: skip
    """Write an activity, a new one (its record has the token "record") or `held` changed; who enters the contest takes
    part. What is only planned keeps out of what was done (`app.care.NOT_REACHED`). Raises BadValue."""
    choice("kind", told.kind, KINDS)
    choice("state", more.state, STATES)
    if more.state == HELD and told.day > today:
        raise BadValue("day", "in_the_future")
    if not more.theme.strip() and not told.summary.strip():
        raise BadValue("theme", "empty")
    _check(lines)
    told = replace(told, outcome=REACHED if more.state == HELD else NOT_REACHED)
    row = _row(more)
    entrants = [one.child_id for one in lines.entries if one.child_id is not None]
    wanted = list(dict.fromkeys([*children, *entrants]))
    if held is None:
        changes = log_care(told, wanted)
        changes.append(Insert("activity", {"record_id": New("record"), **row}, "activity"))
        return changes + _parts(New("activity"), None, lines)
    remarks = {one.child_id: one.remark for one in held.record.participants}
    changes = change_care(held.record, told, {child: remarks.get(child, "") for child in wanted})
    if held.activity is None:
        if row != _row(told_of_activity(held)) or any((lines.agenda, lines.materials, lines.entries)):
            changes.append(Insert("activity", {"record_id": held.record.id, **row}, "activity"))
            changes += _parts(New("activity"), None, lines)
        return changes
    before = _row(told_of_activity(held))
    differ = {key: value for key, value in row.items() if before[key] != value}
    changes += [Update("activity", held.activity.id, differ)] if differ else []
    return changes + _parts(held.activity.id, held.activity, lines)


def delete_activity(held: Held) -> list[Change]:
    """One that was entered by mistake goes with all it has."""
    changes: list[Change] = []
    if held.activity is not None:
        for table, there in _tables(held.activity):
            changes += [Delete(table, one.id) for one in there]
        changes.append(Delete("activity", held.activity.id))
    return changes + delete_care(held.record)


def _check(lines: Lines) -> None:
    if any(not one.what.strip() for one in lines.agenda):
        raise BadValue("agenda", "empty")
    if any(not one.what.strip() for one in lines.materials):
        raise BadValue("materials", "empty")
    # Who was deleted stays in the contest without a name.
    if any(one.child_id is None and not one.name.strip() and not one.id for one in lines.entries):
        raise BadValue("entries", "empty")
    children = [(one.child_id, one.piece.strip()) for one in lines.entries if one.child_id is not None]
    if len(children) != len(set(children)):
        raise BadValue("entries", "taken")


def _row(more: ActivityTold) -> dict[str, Value]:
    texts = ("theme", "kind", "organizer", "host", "organization", "media", "people", "result", "write_up", "note")
    return {
        **{key: getattr(more, key).strip() for key in texts},
        "budget_fen": money.fen("budget", more.budget), "spent_fen": money.fen("spent", more.spent),
        "room_id": more.room_id, "planned": int(more.state == PLANNED),
    }  # fmt: skip


def _tables(activity: Activity | None) -> tuple[tuple[str, Sequence[Any]], ...]:
    of = activity or Activity(0, 0)
    return ("agenda_step", of.agenda), ("activity_item", of.materials), ("contest_entry", of.entries)


def _parts(owner: int | New, activity: Activity | None, lines: Lines) -> list[Change]:
    makers: tuple[Callable[[Any], dict[str, Value]], ...] = (_step, _item, _entry)
    changes: list[Change] = []
    wanted = (lines.agenda, lines.materials, lines.entries)
    for (table, there), told, make in zip(_tables(activity), wanted, makers, strict=True):
        changes += _list(table, owner, there, told, make)
    return changes


def _list(
    table: str, owner: int | New, there: Sequence[Any], told: Sequence[Any], make: Callable[[Any], dict[str, Value]]
) -> list[Change]:
    known = {one.id: one for one in there}
    changes: list[Change] = [Delete(table, key) for key in known if key not in {one.id for one in told}]
    for place, one in enumerate(told):
        row, now = make(one), known.get(one.id)
        if now is None:
            changes.append(Insert(table, {"activity_id": owner, "position": place, **row}))
            continue
        before: Mapping[str, Value] = {"position": now.position, **make(now)}
        differ = {key: value for key, value in {"position": place, **row}.items() if before[key] != value}
        changes += [Update(table, now.id, differ)] if differ else []
    return changes


def _step(one: StepTold | Step) -> dict[str, Value]:
    return {"at_time": clock("at_time", one.at_time), "what": one.what.strip(), "who": one.who.strip()}


def _item(one: ItemTold | Item) -> dict[str, Value]:
    return {"what": one.what.strip(), "count": one.count.strip(), "keeper": one.keeper.strip()}


def _entry(one: EntryTold | Entry) -> dict[str, Value]:
    return {
        "contest_group": one.contest_group.strip(), "child_id": one.child_id,
        "name": "" if one.child_id is not None else one.name.strip(), "piece": one.piece.strip(),
        "score": one.score.strip(), "prize": one.prize.strip(),
    }  # fmt: skip
