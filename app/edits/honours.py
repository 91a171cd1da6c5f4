"""Give awards, write down good examples and case studies, put the words of certificates (REQ 3.9, 9.6, 10.26)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.care import REACHED, CareRecord
from app.changes import Change, Delete, Insert, New, Update, Value
from app.edits.care import change_care, delete_care, told_of
from app.honours import (
    APPROVED,
    AWARD_RECORD,
    CASE,
    DRAFT,
    STORY_KINDS,
    WHOM,
    Award,
    Certificate,
    Giving,
    Story,
    marks_in,
)
from app.values import BadValue, choice


@dataclass(frozen=True, slots=True)
class AwardTold:
    """Who is given what: exactly one of `child_id` and `staff_id`; `id` 0 is a new one."""

    name: str
    child_id: int | None = None
    staff_id: int | None = None
    reason: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class GivingTold:
    """What all awards of an occasion share."""

    day: date
    given_by: str = ""
    level: str = ""
    activity_id: int | None = None
    counts: bool = False
    """Whether it stands in the ledger of care and so meets the rule `award`."""
    summary: str = ""
    """What the ledger says of it."""
    staff_id: int | None = None
    """Who is in charge, for the ledger."""


@dataclass(frozen=True, slots=True)
class StoryTold:
    """What a person writes of a story."""

    kind: str
    title: str
    day: date
    text: str = ""
    child_id: int | None = None
    staff_id: int | None = None
    named: bool = False
    alias: str = ""


@dataclass(frozen=True, slots=True)
class CertificateTold:
    """The words of a certificate; `id` 0 is a new one."""

    name: str
    whom: str
    title: str
    address: str
    body: str
    id: int = 0


def set_giving(
    told: GivingTold, awards: Sequence[AwardTold], today: date, before: Giving | None = None,
    record: CareRecord | None = None,
) -> list[Change]:  # fmt: skip
    """Write an occasion, a new one or `before` changed. Where it counts, it is one record of the ledger (a new one has
    the token "record") with every child and what it was given; `record` is the one it had. The first new award has the
    token "award". Raises BadValue."""
    if told.day > today:
        raise BadValue("day", "in_the_future")
    _check(awards)
    children: dict[int, list[str]] = {}
    for one in awards:
        if one.child_id is not None:
            children.setdefault(one.child_id, []).append(one.name.strip())
    counts = told.counts and bool(children)
    remarks = {child: "，".join(dict.fromkeys(names)) for child, names in children.items()}
    changes: list[Change] = []
    stands: int | New | None = None
    if counts and record is not None:
        stands = record.id
        said = replace(told_of(record), day=told.day, summary=told.summary, staff_id=told.staff_id or record.staff_id)
        changes += change_care(record, said, remarks)
    elif counts:
        stands = New("record")
        row: dict[str, Value] = {"kind": AWARD_RECORD, "day": told.day.isoformat(), "outcome": REACHED,
                                 "staff_id": told.staff_id, "summary": told.summary.strip()}  # fmt: skip
        changes.append(Insert("care_record", row, "record"))
        changes += [Insert("participant", {"record_id": stands, "child_id": child, "remark": remark})
                    for child, remark in remarks.items()]  # fmt: skip
    shared: dict[str, Value] = {
        "day": told.day.isoformat(), "given_by": told.given_by.strip(), "level": told.level.strip(),
        "activity_id": told.activity_id, "record_id": stands,
    }  # fmt: skip
    changes += _awards(awards, shared, before)
    return changes + (delete_care(record) if record is not None and not counts else [])


def delete_giving(giving: Giving, record: CareRecord | None = None) -> list[Change]:
    """An occasion entered by mistake goes, with its record in the ledger."""
    return [*(Delete("award", one.id) for one in giving.awards), *(delete_care(record) if record is not None else [])]


def set_story(told: StoryTold, before: Story | None = None) -> list[Change]:
    """Write a story; a new one has the token "story". What was approved and says something else now is a draft again:
    nobody has approved these words. Raises BadValue."""
    choice("kind", told.kind, STORY_KINDS)
    if not told.title.strip():
        raise BadValue("title", "empty")
    if told.child_id is not None and told.staff_id is not None:
        raise BadValue("who", "taken")
    if told.kind == CASE and told.child_id is None:
        raise BadValue("who", "empty")
    row = _story_row(told)
    if before is None:
        return [Insert("story", row, "story")]
    known = _story_row(StoryTold(before.kind, before.title, before.day, before.text, before.child_id, before.staff_id,
                                 before.named, before.alias))  # fmt: skip
    differ = {key: value for key, value in row.items() if known[key] != value}
    if not differ:
        return []
    if before.state == APPROVED:
        differ |= {"state": DRAFT, "approved_on": None, "approved_by": ""}
    return [Update("story", before.id, differ)]


def approve_story(story: Story, who: str, day: date) -> list[Change]:
    """The head has read it: it may be printed and shown. Raises BadValue."""
    if not who.strip():
        raise BadValue("approved_by", "empty")
    if not story.text.strip():
        raise BadValue("text", "empty")
    row: dict[str, Value] = {"state": APPROVED, "approved_on": day.isoformat(), "approved_by": who.strip()}
    return [Update("story", story.id, row)]


def take_back_approval(story: Story) -> list[Change]:
    """It is a draft again."""
    return [Update("story", story.id, {"state": DRAFT, "approved_on": None, "approved_by": ""})]


def delete_story(story: Story) -> list[Change]:
    """One that was entered by mistake goes, with what hangs on it."""
    return [Delete("story", story.id)]


def set_certificates(
    told: Sequence[CertificateTold], known: Iterable[str], there: Sequence[Certificate] = ()
) -> list[Change]:
    """The words are these, in this order; `known` are the marks that the words may have. Raises BadValue, whose field
    names the line: "title:0"."""
    if not told:
        raise BadValue("certificates", "empty")
    marks, names = set(known), [one.name.strip() for one in told]
    for place, one in enumerate(told):
        if not one.name.strip():
            raise BadValue(f"name:{place}", "empty")
        if names.index(one.name.strip()) != place:
            raise BadValue(f"name:{place}", "taken")
        choice(f"whom:{place}", one.whom, WHOM)
        if not one.title.strip():
            raise BadValue(f"title:{place}", "empty")
        if set(marks_in(one.body)) - marks:
            raise BadValue(f"body:{place}", "unknown_field")
    before = {one.id: one for one in there}
    changes: list[Change] = [Delete("certificate", key) for key in before if key not in {one.id for one in told}]
    for place, one in enumerate(told):
        row: dict[str, Value] = {"name": one.name.strip(), "position": place, "whom": one.whom}
        row |= {key: getattr(one, key).strip() for key in ("title", "address", "body")}
        now = before.get(one.id)
        if now is None:
            changes.append(Insert("certificate", row))
            continue
        differ = {key: value for key, value in row.items() if getattr(now, key) != value}
        changes += [Update("certificate", now.id, differ)] if differ else []
    return changes


def _check(awards: Sequence[AwardTold]) -> None:
    if not awards:
        raise BadValue("awards", "empty")
    if any((one.child_id is None) == (one.staff_id is None) for one in awards):
        raise BadValue("who", "empty")
    if any(not one.name.strip() for one in awards):
        raise BadValue("name", "empty")
    each = [(one.child_id, one.staff_id, one.name.strip()) for one in awards]
    if len(each) != len(set(each)):
        raise BadValue("awards", "taken")


def _awards(awards: Sequence[AwardTold], shared: dict[str, Value], before: Giving | None) -> list[Change]:
    there = {one.id: one for one in before.awards} if before is not None else {}
    changes: list[Change] = [Delete("award", key) for key in there if key not in {one.id for one in awards}]
    token = "award"
    for one in awards:
        row = shared | {"child_id": one.child_id, "staff_id": one.staff_id, "name": one.name.strip(),
                        "reason": one.reason.strip()}  # fmt: skip
        now = there.get(one.id)
        if now is None:
            changes.append(Insert("award", row, token))
            token = ""
            continue
        known = _award_row(now)
        differ = {key: value for key, value in row.items() if known[key] != value}
        changes += [Update("award", now.id, differ)] if differ else []
    return changes


def _award_row(award: Award) -> dict[str, Value]:
    shared = ("given_by", "level", "activity_id", "record_id", "child_id", "staff_id", "name", "reason")
    return {"day": award.day.isoformat(), **{key: getattr(award, key) for key in shared}}


def _story_row(told: StoryTold) -> dict[str, Value]:
    return {
        "kind": told.kind, "title": told.title.strip(), "text": told.text.strip(), "child_id": told.child_id,
        "staff_id": told.staff_id, "day": told.day.isoformat(), "named": int(told.named), "alias": told.alias.strip(),
    }  # fmt: skip
