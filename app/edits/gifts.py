"""Write down gifts, insurance and wishes, for many children at once (REQ 5.2-5.4)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.changes import Change, Delete, Insert, Update, Value
from app.edits.donors import donor_named
from app.gifts import Cover, Donation, Policy, Wish
from app.inventory import Donor
from app.units import USUAL
from app.values import BadValue, iso


@dataclass(frozen=True, slots=True)
class GiftTold:
    """What was given, to each of the children or to the school; `value_fen` is of one piece."""

    day: date
    what: str
    count: int = 1
    """Pieces for each child; for the school altogether."""
    value_fen: int | None = None
    donor: str = ""
    """The donor's name; one that is not known yet is added."""
    activity_id: int | None = None
    note: str = ""
    unit: str = ""
    """What one piece is called; "" = 份."""


@dataclass(frozen=True, slots=True)
class CoverTold:
    """How each of the children is insured, from the first day to the last, both included."""

    insurer: str
    kind: str = ""
    number: str = ""
    sum_fen: int | None = None
    from_day: date | None = None
    until_day: date | None = None
    donor: str = ""
    activity_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class WishTold:
    """What each of the children wishes for."""

    wish: str
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class MetTold:
    """How a wish was met, and by whom."""

    met_on: date
    how: str = ""
    donor: str = ""
    activity_id: int | None = None


def give(told: GiftTold, children: Collection[int], donors: Sequence[Donor]) -> list[Change]:
    """A gift to each of these children, without any to the school. Raises BadValue."""
    row, changes = _gift(told, donors)
    count: Value = told.count
    owners: list[int | None] = [*dict.fromkeys(children)] or [None]
    return [*changes, *(
        Insert("gift", {**row, "count": count, "child_id": child}, "gift" if place == 0 else f"gift-{place}")
        for place, child in enumerate(owners)
    )]  # fmt: skip


def change_donation(
    donation: Donation, told: GiftTold, children: Collection[int], donors: Sequence[Donor]
) -> list[Change]:
    """Say something else of what was given together; children may come and go. How many each got stays where `told`
    says the same as before. Raises BadValue."""
    row, changes = _gift(told, donors)
    wanted: list[int | None] = [*dict.fromkeys(children)] or [None]
    before = donation.first
    differ = {key: value for key, value in row.items() if _plain(getattr(before, key)) != value}
    if told.count != before.count:
        differ["count"] = told.count
    kept = [one for one in donation.gifts if one.child_id in wanted]
    thanked = iso(donation.thanked_on)
    for one in donation.gifts:
        if one.child_id not in wanted:
            changes.append(Delete("gift", one.id))
        elif differ:
            changes.append(Update("gift", one.id, differ))
    there = {one.child_id for one in kept}
    changes += [
        Insert("gift", {**row, "count": told.count, "child_id": child, "thanked_on": thanked}, f"gift-{place}")
        for place, child in enumerate(one for one in wanted if one not in there)
    ]
    return changes


def delete_donation(donation: Donation) -> list[Change]:
    """It was entered by mistake."""
    return [Delete("gift", one.id) for one in donation.gifts]


def insure(told: CoverTold, children: Collection[int], donors: Sequence[Donor]) -> list[Change]:
    """The same cover for each of these children. Raises BadValue."""
    row, changes = _cover(told, donors)
    if not children:
        raise BadValue("children", "empty")
    return [*changes, *(
        Insert("insurance", {**row, "number": told.number.strip(), "child_id": child},
               "insurance" if place == 0 else f"insurance-{place}")
        for place, child in enumerate(dict.fromkeys(children))
    )]  # fmt: skip


def change_policy(
    policy: Policy, told: CoverTold, children: Collection[int], donors: Sequence[Donor]
) -> list[Change]:
    """Say something else of cover bought together; the numbers stay each child's own unless `told` has another than
    the first. Raises BadValue."""
    row, changes = _cover(told, donors)
    if not children:
        raise BadValue("children", "empty")
    wanted, number = dict.fromkeys(children), told.number.strip()
    before = policy.first
    differ = {key: value for key, value in row.items() if _plain(getattr(before, key)) != value}
    if number != shared_number(policy):
        differ["number"] = number
    for one in policy.covers:
        if one.child_id not in wanted:
            changes.append(Delete("insurance", one.id))
        elif differ:
            changes.append(Update("insurance", one.id, differ))
    there = set(policy.children)
    changes += [
        Insert("insurance", {**row, "number": number, "child_id": child}, f"insurance-{place}")
        for place, child in enumerate(one for one in wanted if one not in there)
    ]
    return changes


def shared_number(policy: Policy) -> str:
    """The number that all have, "" where each has its own."""
    return policy.numbers[0] if len(policy.numbers) == 1 else ""


def number_cover(cover: Cover, number: str) -> list[Change]:
    """One child's paper has a number of its own."""
    number = number.strip()
    return [Update("insurance", cover.id, {"number": number})] if number != cover.number else []


def delete_policy(policy: Policy) -> list[Change]:
    """It was entered by mistake."""
    return [Delete("insurance", one.id) for one in policy.covers]


def wish_for(told: WishTold, children: Collection[int]) -> list[Change]:
    """Each of these children wishes for it. Raises BadValue."""
    row = _wish(told)
    if not children:
        raise BadValue("children", "empty")
    return [
        Insert("wish", {**row, "child_id": child}, "wish" if place == 0 else f"wish-{place}")
        for place, child in enumerate(dict.fromkeys(children))
    ]


def change_wish(wish: Wish, told: WishTold) -> list[Change]:
    """It was said otherwise. Raises BadValue."""
    differ = {key: value for key, value in _wish(told).items() if _plain(getattr(wish, key)) != value}
    return [Update("wish", wish.id, differ)] if differ else []


def meet_wish(wish: Wish, told: MetTold, donors: Sequence[Donor]) -> list[Change]:
    """It came true. Raises BadValue for a day before it was said."""
    if wish.said_on is not None and told.met_on < wish.said_on:
        raise BadValue("met_on", "too_early")
    donor, changes = donor_named(told.donor, donors)
    row: dict[str, Value] = {
        "met_on": told.met_on.isoformat(), "how": told.how.strip(), "donor_id": donor, "activity_id": told.activity_id,
    }  # fmt: skip
    differ = {key: value for key, value in row.items() if _plain(getattr(wish, key)) != value}
    return [*changes, Update("wish", wish.id, differ)] if differ else []


def reopen_wish(wish: Wish) -> list[Change]:
    """It did not come true after all."""
    return [Update("wish", wish.id, {"met_on": None, "how": "", "donor_id": None, "activity_id": None})]


def delete_wishes(wishes: Iterable[Wish]) -> list[Change]:
    """They were entered by mistake."""
    return [Delete("wish", one.id) for one in wishes]


def _gift(told: GiftTold, donors: Sequence[Donor]) -> tuple[dict[str, Value], list[Change]]:
    if not told.what.strip():
        raise BadValue("what", "empty")
    if told.count < 1:
        raise BadValue("count", "too_few")
    donor, changes = donor_named(told.donor, donors)
    return {
        "activity_id": told.activity_id, "donor_id": donor, "day": told.day.isoformat(), "what": told.what.strip(),
        "value_fen": told.value_fen, "note": told.note.strip(), "unit": told.unit.strip() or USUAL,
    }, changes  # fmt: skip


def _cover(told: CoverTold, donors: Sequence[Donor]) -> tuple[dict[str, Value], list[Change]]:
    if not told.insurer.strip():
        raise BadValue("insurer", "empty")
    if told.from_day is not None and told.until_day is not None and told.until_day < told.from_day:
        raise BadValue("until_day", "too_early")
    donor, changes = donor_named(told.donor, donors)
    return {
        "donor_id": donor, "activity_id": told.activity_id, "insurer": told.insurer.strip(),
        "kind": told.kind.strip(), "sum_fen": told.sum_fen, "from_day": iso(told.from_day),
        "until_day": iso(told.until_day), "note": told.note.strip(),
    }, changes  # fmt: skip


def _wish(told: WishTold) -> dict[str, Value]:
    if not told.wish.strip():
        raise BadValue("wish", "empty")
    return {"wish": told.wish.strip(), "said_on": iso(told.said_on)}


def _plain(value: object) -> object:
    return iso(value) if isinstance(value, date) else value
