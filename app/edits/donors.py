"""Who gives: entered once and found by name, changed, thanked, taken out where nothing came of it (REQ 5.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.changes import Change, Delete, Insert, New, Update, Value
from app.gifts import PEOPLE, Donation
from app.inventory import Donor
from app.thanks import Given
from app.values import BadValue, choice, iso, phone


@dataclass(frozen=True, slots=True)
class DonorTold:
    """What a person says of a donor; the name is needed. `contact` is whom to speak to."""

    name: str
    kind: str = ""
    contact: str = ""
    phone: str = ""
    note: str = ""


def donor_named(name: str, known: Sequence[Donor], token: str = "donor") -> tuple[int | New | None, list[Change]]:
    """(the donor of that name, what enters one who is not known yet); nobody for an empty name."""
    name = name.strip()
    found = next((one.id for one in known if one.name == name), None)
    if not name or found is not None:
        return found, []
    return New(token), [Insert("donor", {"name": name}, token)]


def change_donor(donor: Donor, told: DonorTold, known: Iterable[Donor]) -> list[Change]:
    """Say something else of a donor. Raises BadValue."""
    name = told.name.strip()
    if not name:
        raise BadValue("name", "empty")
    if any(one.name == name and one.id != donor.id for one in known):
        raise BadValue("name", "taken")
    choice("kind", told.kind, ("", *PEOPLE))
    row = {
        "name": name, "kind": told.kind, "contact": told.contact.strip(), "phone": phone("phone", told.phone),
        "note": told.note.strip(),
    }  # fmt: skip
    differ = {key: value for key, value in row.items() if value != getattr(donor, key)}
    return [Update("donor", donor.id, differ)] if differ else []


def thank(given: Given, day: date) -> list[Change]:
    """Everything the donor gave up to that day is thanked for. Raises BadValue if nothing is owed."""
    if not given.is_owed:
        raise BadValue("thanked_on", "not_here")
    changes: list[Change] = [change for one in given.owed_donations for change in _thanked(one, day)]
    if given.owed_goods or given.owed_policies:
        changes.append(Update("donor", given.donor.id, {"thanked_on": day.isoformat()}))
    return changes


def thank_for(donation: Donation, day: date) -> list[Change]:
    """One gift is thanked for. Raises BadValue if it was already."""
    if not donation.is_owed:
        raise BadValue("thanked_on", "not_here")
    return _thanked(donation, day)


def unite(other: Given, kept: Given) -> list[Change]:
    """Two entries were the same donor: all that `other` gave was given by `kept`, who takes over what is not known of
    it. What either is still owed thanks for stays so. Raises BadValue for a donor and itself."""
    if other.donor.id == kept.donor.id:
        raise BadValue("into", "same_donor")
    rows = [("gift", one.id) for donation in other.donations for one in donation.gifts]
    rows += [("movement", one.id) for one in other.goods]
    rows += [("insurance", one.id) for policy in other.policies for one in policy.covers]
    rows += [("wish", one.id) for one in other.wishes]
    changes: list[Change] = [Update(table, row, {"donor_id": kept.donor.id}) for table, row in rows]
    facts: dict[str, Value] = {
        key: getattr(other.donor, key) for key in ("kind", "contact", "phone", "note")
        if getattr(other.donor, key) and not getattr(kept.donor, key)
    }  # fmt: skip
    # What was thanked for by a day counts for what came up to it: of two days the earlier one holds.
    days = [one.donor.thanked_on for one in (other, kept) if one.goods or one.policies]
    thanked = None if None in days else min((day for day in days if day is not None), default=kept.donor.thanked_on)
    if thanked != kept.donor.thanked_on:
        facts["thanked_on"] = iso(thanked)
    if facts:
        changes.append(Update("donor", kept.donor.id, facts))
    return [*changes, Delete("donor", other.donor.id)]


def delete_donor(given: Given) -> list[Change]:
    """A donor entered by mistake goes. Raises BadValue for one who gave something."""
    if given.donations or given.goods or given.policies or given.wishes:
        raise BadValue("name", "still_here")
    return [Delete("donor", given.donor.id)]


def _thanked(donation: Donation, day: date) -> list[Change]:
    said = {"thanked_on": day.isoformat()}
    return [Update("gift", one.id, said) for one in donation.gifts if one.thanked_on is None]
