"""Settle what stands on the page of a day: record it, say that nobody answered, put it off, or call it finished."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.care import LOGGED, NOT_REACHED, REACHED, CareRecord
from app.care_rules import CLASS
from app.care_ways import SECRET, ways
from app.changes import Change, Update
from app.children import Phone
from app.edits.care import Told, follow_up_done, log_care
from app.edits.family import set_phone_state
from app.edits.postpone import postpone, postpone_follow_up
from app.today import FOLLOW_UP, Item
from app.values import BadValue

DEAD, LATER, FINISHED = "dead", "later", "finished"
OUTCOMES = (REACHED, NOT_REACHED, DEAD, LATER, FINISHED)
"""接通了, 没人接, 空号, 改天, and of a follow-up 办好了 without another contact."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says became of it."""

    outcome: str
    day: date
    staff_id: int | None = None
    relation: str = ""
    """Whom the number belongs to."""
    minutes: int | None = None
    mood: str = ""
    note: str = ""
    follow_up: date | None = None
    follow_up_note: str = ""
    until_day: date | None = None
    """Of LATER."""
    phone: Phone | None = None
    """Of DEAD."""
    also: tuple[int, ...] = ()
    """Children who took part in what a class or the school had."""


def kind_of(item: Item) -> str:
    """The kind of care that settles the item; "" where none does."""
    if item.standing is not None:
        return item.standing.rule.kinds[0]
    return item.record.kind if item.record is not None else ""


def settle(items: Sequence[Item], answer: Answer, today: date) -> list[Change]:
    """What the answer changes: one record for all of the items, each follow-up closed, each reminder moved. What is
    come back to must be the whole record: of a veiled one (app.confidential) the words would be lost. Raises BadValue.
    """
    if answer.outcome == LATER:
        return [change for item in items for change in _put_off(item, answer, today)]
    closed = [change for item in items if item.record is not None for change in _close(item.record, answer)]
    if answer.outcome == FINISHED:
        return closed
    kinds = {kind_of(item) for item in items}
    if len(kinds) != 1 or not kinds <= set(LOGGED):
        raise BadValue("kind", "not_a_choice")
    (kind,) = kinds
    children = dict.fromkeys([*(child for item in items for child in _children(item)), *answer.also])
    secret = kind in SECRET or any(item.record is not None and item.record.confidential for item in items)
    changes = log_care(_told(kind, _class_of(items), answer, secret), children)
    changes += closed if answer.outcome == REACHED else []
    if answer.outcome == DEAD:
        if answer.phone is None:
            raise BadValue("phone", "empty")
        changes += set_phone_state(answer.phone, "空号", answer.day)
    return changes


def _told(kind: str, class_id: int | None, answer: Answer, secret: bool) -> Told:
    reached = answer.outcome == REACHED
    return Told(
        kind, answer.day, REACHED if reached else NOT_REACHED, minutes=answer.minutes if reached else None,
        staff_id=answer.staff_id, class_id=class_id, medium=_medium(kind) if reached else "", relation=answer.relation,
        summary=answer.note, follow_up=answer.follow_up, follow_up_note=answer.follow_up_note,
        mood=answer.mood if reached else "", confidential=secret,
    )  # fmt: skip


def _medium(kind: str) -> str:
    """A number is rung here; whoever saw each other on a screen writes it into the ledger."""
    return next((way.medium for way in ways(kind) if way.key in ("voice", "phone", "sent")), "")


def _children(item: Item) -> Iterable[int]:
    if item.record is not None:
        return [one.child_id for one in item.record.participants]
    return [item.child_id] if item.child_id is not None else []


def _class_of(items: Sequence[Item]) -> int | None:
    """The class that had it as a whole; of a single child the class is known by the day."""
    item = items[0]
    whole = item.standing is not None and item.standing.subject[0] == CLASS
    return item.class_id if whole or (item.record is not None and item.record.class_id) else None


def _close(record: CareRecord, answer: Answer) -> list[Change]:
    """It was come back to; of what is finished without another contact, what came of it stays beside what was asked."""
    changes, result = follow_up_done(record, answer.day), answer.note.strip()
    if answer.outcome == FINISHED and result:
        asked = record.follow_up_note.strip()
        changes.append(Update("care_record", record.id, {"follow_up_note": f"{asked}：{result}" if asked else result}))
    return changes


def _put_off(item: Item, answer: Answer, today: date) -> list[Change]:
    if answer.until_day is None:
        raise BadValue("until_day", "empty")
    if item.kind == FOLLOW_UP and item.record is not None:
        return postpone_follow_up(item.record, answer.until_day, today)
    if item.standing is None:
        raise BadValue("kind", "not_a_choice")
    return postpone(item.standing, answer.until_day, answer.note, today)
