"""What of gifts, insurance and wishes the page 捐赠与心愿 lists."""

from collections.abc import Iterable

from app.cards import class_name_on, class_of
from app.gifts import Donation, Policy, Wish
from app.inventory import Movement
from app.names import namesakes
from app.sounds import is_heard
from app.thanks import Given
from ui import gift_words as words
from ui.gift_state import State
from ui.session import Session

GIVEN, DONORS, COVER, BARE, WISHES = SEGMENTS = ("given", "donors", "cover", "bare", "wishes")
"""捐赠, 捐赠人, 保险, 没保险的, 心愿."""


class Book:
    """The state of now, and the segment and words that a person asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: tuple[int, object] | None = None
        self._state: State | None = None
        self.segment, self.text = GIVEN, ""

    @property
    def state(self) -> State:
        """As the file is now."""
        now = (self._session.version, self._session.today)
        if self._state is None or self._read != now:
            self._read, self._state = now, State(self._session)
        return self._state

    def counts(self) -> dict[str, int]:
        """How many stand in each segment."""
        state = self.state
        return {GIVEN: len(state.donations) + len(state.goods), DONORS: len(state.donors), COVER: len(state.policies),
                BARE: len(state.bare), WISHES: len(state.open_wishes)}  # fmt: skip

    def donations(self) -> list[Donation | Movement]:
        """Gifts and goods that are listed, the newest first."""
        state = self.state
        gifts = [one for one in state.donations.values() if self._fits(
            one.first.what, one.first.note, state.names.get(one.first.donor_id or 0, ""), *self._children(one.children)
        )]  # fmt: skip
        goods = [one for one in state.goods.values() if self._fits(
            state.assets[one.asset_id].name if one.asset_id in state.assets else "",
            state.names.get(one.donor_id or 0, ""),
        )]  # fmt: skip
        found: list[Donation | Movement] = [*gifts, *goods]
        return sorted(found, key=lambda one: one.first.day if isinstance(one, Donation) else one.day, reverse=True)

    def donors(self) -> list[Given]:
        """Donors that are listed."""
        return [one for one in self.state.given.values()
                if self._fits(one.donor.name, one.donor.contact, one.donor.phone, one.donor.note)]  # fmt: skip

    def policies(self) -> list[Policy]:
        """Insurance that is listed."""
        return [one for one in self.state.policies.values() if self._fits(
            one.first.insurer, one.first.kind, *one.numbers, *self._children(one.children))]  # fmt: skip

    def bare(self) -> list[int]:
        """Children without cover that are listed."""
        return [one for one in self.state.bare if self._fits(*self._children([one]), self.class_name(one))]

    def wishes(self) -> list[Wish]:
        """Wishes that are listed, open ones first."""
        return [one for one in self.state.wishes.values()
                if self._fits(one.wish, one.how, *self._children([one.child_id]), self.class_name(one.child_id))]

    def child_name(self, child_id: int | None) -> str:
        """The name of a child, one who has left too."""
        child = self._session.snapshot.children.get(child_id or 0)
        return child.name if child is not None else ""

    def names_apart(self, ids: Iterable[int]) -> dict[int, str]:
        """The names of the children of a list: of two who share class and name also sex and month of birth."""
        known = self._session.snapshot.children
        there = {one: (self.class_name(one), self.child_name(one)) for one in ids}
        doubled = namesakes({key: one for key, one in there.items() if key in known})
        return {key: words.name_apart(known[key]) if key in doubled else name for key, (_of, name) in there.items()}

    def class_name(self, child_id: int | None) -> str:
        """The class of today, or the last one."""
        snapshot, day = self._session.snapshot, self._session.today
        child = snapshot.children.get(child_id or 0)
        return class_name_on(class_of(child, snapshot, day), snapshot, day) if child is not None else ""

    def _children(self, ids: Iterable[int]) -> list[str]:
        return [self.child_name(one) for one in ids] if self.text else []

    def _fits(self, *told: str) -> bool:
        text = self.text.lower()
        return not text or any(text in part.lower() or is_heard(part, text) for part in told if part)
