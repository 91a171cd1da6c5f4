"""Donors, gifts, insurance and wishes as the file has them now, read as far as somebody looks."""

from functools import cached_property

from app.enrolment import pupils_on
from app.gifts import Cover, Donation, Policy, Visit, Wish, donations, policies
from app.insurance import Ending, endings, uncovered
from app.inventory import Asset, Donor, Movement
from app.thanks import Given, by_donor
from app.units import USUAL
from ui.care_words import kind_word
from ui.session import Session


class State:
    """One state of the file; made anew after every change. What nobody looks at is not read."""

    def __init__(self, session: Session) -> None:
        self._session, self._gifts = session, session.store.gifts

    @cached_property
    def donors(self) -> list[Donor]:
        """Everybody who ever gave."""
        return self._gifts.donors()

    @cached_property
    def names(self) -> dict[int, str]:
        """Of the donors."""
        return {one.id: one.name for one in self.donors}

    @cached_property
    def donations(self) -> dict[int, Donation]:
        """By the id of their first row, the newest first."""
        return {one.id: one for one in donations(self._gifts.gifts())}

    @cached_property
    def goods(self) -> dict[int, Movement]:
        """What went into the ledger of things, by the id of the movement."""
        return {one.id: one for one in self._gifts.goods()}

    @cached_property
    def assets(self) -> dict[int, Asset]:
        """Of the ledger of things."""
        return {one.id: one for one in self._session.store.inventory.assets()} if self.goods else {}

    @cached_property
    def covers(self) -> list[Cover]:
        """Every insurance."""
        return self._gifts.covers()

    @cached_property
    def policies(self) -> dict[int, Policy]:
        """By the id of their first row, what ends last first."""
        return {one.id: one for one in policies(self.covers)}

    @cached_property
    def wishes(self) -> dict[int, Wish]:
        """By id, open ones first."""
        found = self._gifts.wishes()
        return {one.id: one for one in sorted(found, key=lambda one: one.met_on is not None)}

    @cached_property
    def given(self) -> dict[int, Given]:
        """By donor: who is still to be thanked first."""
        bought, wishes = self.policies.values(), self.wishes.values()
        found = by_donor(self.donors, self.donations.values(), self.goods.values(), bought, wishes)
        return {one.donor.id: one for one in found}

    @cached_property
    def owed(self) -> list[Given]:
        """Donors who are still to be thanked."""
        return [one for one in self.given.values() if one.is_owed]

    @cached_property
    def endings(self) -> list[Ending]:
        """Cover that ends soon or did."""
        return endings(self.covers, self._session.snapshot, self._session.today)

    @cached_property
    def bare(self) -> list[int]:
        """Pupils whom no insurance covers, in class order."""
        return uncovered(self.covers, self._session.snapshot, self._session.today)

    @cached_property
    def here(self) -> frozenset[int]:
        """The pupils of today."""
        return frozenset(child.id for child, _class in pupils_on(self._session.snapshot, self._session.today))

    @cached_property
    def open_wishes(self) -> list[Wish]:
        """Those that are not met, of children who are still in school, in the order in which they were said."""
        found = [one for one in self.wishes.values() if one.met_on is None and one.child_id in self.here]
        return sorted(found, key=lambda one: one.id)

    @cached_property
    def activities(self) -> dict[int, Visit]:
        """What gifts can belong to, the newest first."""
        return {one.id: one for one in self._gifts.visits()}

    @cached_property
    def units(self) -> dict[str, str]:
        """What one of a thing is called by its name: in the ledger of things, before that in the gifts so far."""
        found = {one.name: one.unit for one in self._session.store.inventory.assets() if one.unit}
        return found | {one.first.what: one.first.unit for one in reversed(self.donations.values())
                        if one.first.unit != USUAL}  # fmt: skip

    def activity_word(self, activity_id: int | None) -> str:
        """The theme of an activity; "" for none."""
        visit = self.activities.get(activity_id or 0)
        return (visit.theme or kind_word(visit.kind)) if visit is not None else ""

    def prices(self) -> dict[int, int | None]:
        """Of one piece, by asset."""
        return {key: one.price_fen for key, one in self.assets.items()}
