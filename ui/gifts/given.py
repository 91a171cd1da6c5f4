"""What stands in a form of 捐赠与心愿 before anybody types, and which children are ticked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app import money
from app.edits.gifts import shared_number
from app.enrolment import pupils_on
from app.gifts import Cover, Donation, Policy, Wish
from app.inventory import Donor
from ui.care_words import day_short, kind_word
from ui.gifts.book import Book
from ui.gifts.errand import DONATION, DONOR, GIVE, INSURE, MET, NUMBER, POLICY, REWISH, UNITE, WISH, Errand
from ui.session import Session

YEAR = timedelta(days=364)
"""Insurance is usually for a year, both days included."""
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Start:
    """What a form begins with."""

    values: dict[str, str]
    children: Sequence[int] = field(default=())


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


class Starts:
    """Asked once when a form opens."""

    def __init__(self, session: Session, book: Book) -> None:
        self._session, self._book = session, book

    def of(self, errand: Errand) -> Start | None:
        """None if what the errand is about is gone."""
        state = self._book.state
        new = {GIVE: self._new_gift, INSURE: self._new_cover, WISH: self._new_wish}.get(errand.kind)
        if new is not None:
            return new(errand)
        donation = state.donations.get(errand.number)
        if errand.kind == DONATION and donation is not None:
            return Start(self._donation(donation), donation.children)
        policy = state.policies.get(errand.number)
        if errand.kind == POLICY and policy is not None:
            return Start(self._policy(policy), policy.children)
        cover = self.cover(errand.number)
        if errand.kind == NUMBER and cover is not None:
            return Start({"number": cover.number})
        wish = state.wishes.get(errand.number)
        if errand.kind in (MET, REWISH) and wish is not None:
            return Start(self._met(wish) if errand.kind == MET else _wish(wish), [wish.child_id])
        donor = next((one for one in state.donors if one.id == errand.number), None)
        if errand.kind == UNITE and donor is not None:
            return Start({})
        return Start(_donor(donor)) if errand.kind == DONOR and donor is not None else None

    def _new_gift(self, errand: Errand) -> Start:
        """By a donor, or at an activity: to those who took part."""
        values = {"day": self._session.today.isoformat(), "count": "1"}
        if errand.number:
            values["donor"] = self._book.state.names.get(errand.number, "")
        if not errand.more:
            return Start(values)
        return Start(values | {"activity": str(errand.more)}, self._session.store.gifts.took_part(errand.more))

    def _new_cover(self, errand: Errand) -> Start:
        """For a year; after a policy the same again, for those of its children who are still in school."""
        first, policy = self._session.today, self._book.state.policies.get(errand.number)
        values, children = dict[str, str](), [errand.more] if errand.more else []
        if policy is not None:
            again = self._policy(policy)
            values = {key: again[key] for key in ("insurer", "cover_kind", "sum", "donor")}
            here = {child.id for child, _class in pupils_on(self._session.snapshot, first)}
            children = [one for one in policy.children if one in here]
            first = policy.first.until_day + ONE if policy.first.until_day is not None else first
        return Start(values | {"from_day": first.isoformat(), "until_day": (first + YEAR).isoformat()}, children)

    def _new_wish(self, _errand: Errand) -> Start:
        return Start({"said_on": self._session.today.isoformat()})

    def cover(self, cover_id: int) -> Cover | None:
        """The insurance of one child."""
        return next((one for one in self._book.state.covers if one.id == cover_id), None)

    def activities(self, errand: Errand) -> list[tuple[str, str]]:
        """What the box of activities offers."""
        today = self._session.today
        found = [("", _tr("没有活动"))]
        for one in self._book.state.activities.values():
            name = one.theme or kind_word(one.kind)
            found.append((str(one.id), _tr("{0} {1}").format(day_short(one.day, today), name)))
        return found

    def _donation(self, donation: Donation) -> dict[str, str]:
        one = donation.first
        return {
            "donor": self._book.state.names.get(one.donor_id or 0, ""), "what": one.what, "count": str(one.count),
            "unit": one.unit, "value": money.yuan(one.value_fen), "day": one.day.isoformat(),
            "activity": str(one.activity_id or ""), "note": one.note,
        }  # fmt: skip

    def _policy(self, policy: Policy) -> dict[str, str]:
        one = policy.first
        return {
            "insurer": one.insurer, "cover_kind": one.kind, "sum": money.yuan(one.sum_fen),
            "from_day": one.from_day.isoformat() if one.from_day else "",
            "until_day": one.until_day.isoformat() if one.until_day else "", "number": shared_number(policy),
            "donor": self._book.state.names.get(one.donor_id or 0, ""), "activity": str(one.activity_id or ""),
            "note": one.note,
        }  # fmt: skip

    def _met(self, wish: Wish) -> dict[str, str]:
        day = wish.met_on or self._session.today
        return {
            "met_on": day.isoformat(), "how": wish.how, "donor": self._book.state.names.get(wish.donor_id or 0, ""),
            "activity": str(wish.activity_id or ""),
        }  # fmt: skip


def _wish(wish: Wish) -> dict[str, str]:
    return {"wish": wish.wish, "said_on": wish.said_on.isoformat() if wish.said_on else ""}


def _donor(donor: Donor) -> dict[str, str]:
    return {"name": donor.name, "donor_kind": donor.kind, "contact": donor.contact, "phone": donor.phone,
            "note": donor.note}  # fmt: skip
