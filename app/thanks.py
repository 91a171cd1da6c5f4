"""Who gave what altogether, and what they are not thanked for yet (REQ 5.2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.gifts import Donation, Policy, Wish
from app.inventory import Donor, Movement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """All that one donor gave."""

    donor: Donor
    donations: Sequence[Donation] = ()
    goods: Sequence[Movement] = ()
    """What went into the ledger of things."""
    policies: Sequence[Policy] = ()
    wishes: Sequence[Wish] = ()

    @property
    def days(self) -> set[date]:
        """When something came: ten titles of books on one day are one time, as a person counts."""
        days = {one.first.day for one in self.donations} | {one.day for one in self.goods}
        return days | {one.first.from_day for one in self.policies if one.first.from_day is not None}

    @property
    def times(self) -> int:
        """How many times something came; cover without a day counts each for itself."""
        return len(self.days) + sum(one.first.from_day is None for one in self.policies)

    @property
    def last(self) -> date | None:
        """The day of the last gift."""
        return max(self.days, default=None)

    @property
    def children(self) -> set[int]:
        """Who got something."""
        found = {child for donation in self.donations for child in donation.children}
        found |= {child for policy in self.policies for child in policy.children}
        return found | {one.child_id for one in self.wishes}

    @property
    def owed_donations(self) -> list[Donation]:
        """Gifts that are not thanked for yet."""
        return [one for one in self.donations if one.is_owed]

    @property
    def owed_goods(self) -> list[Movement]:
        """Goods that came after the donor was thanked last."""
        last = self.donor.thanked_on
        return [one for one in self.goods if last is None or one.day > last]

    @property
    def owed_policies(self) -> list[Policy]:
        """Cover bought after the donor was thanked last."""
        last = self.donor.thanked_on
        return [one for one in self.policies if last is None or (one.first.from_day or date.min) > last]

    @property
    def is_owed(self) -> bool:
        """Whether something is not thanked for yet."""
        return bool(self.owed_donations or self.owed_goods or self.owed_policies)

    def worth(self, prices: Mapping[int, int | None]) -> int:
        """Fen of what is known; `prices`: of one piece, by asset."""
        gifts = sum(one.worth or 0 for one in self.donations)
        return gifts + sum((prices.get(one.asset_id) or 0) * one.count for one in self.goods)


def by_donor(
    donors: Iterable[Donor], given: Iterable[Donation], goods: Iterable[Movement], bought: Iterable[Policy],
    wishes: Iterable[Wish],
) -> list[Given]:
    """Every donor with all there is of them: who is still to be thanked first, then who gave last."""
    gifts = _grouped((one.first.donor_id, one) for one in given)
    things = _grouped((one.donor_id, one) for one in goods)
    cover = _grouped((one.first.donor_id, one) for one in bought)
    met = _grouped((one.donor_id, one) for one in wishes)
    found = [Given(one, gifts.get(one.id, ()), things.get(one.id, ()), cover.get(one.id, ()), met.get(one.id, ()))
             for one in donors]  # fmt: skip
    newest = sorted(found, key=lambda one: one.last or date.min, reverse=True)
    return sorted(newest, key=lambda one: not one.is_owed)


def _grouped(pairs: Iterable[tuple[int | None, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for donor, one in pairs:
        if donor is not None:
            found.setdefault(donor, []).append(one)
    return found
