"""Gifts, insurance and wishes of one term: what came later does not stand in the pack of a past one."""

from dataclasses import replace
from datetime import date
from functools import cached_property

from app.gifts import Cover, Donation, Wish
from app.inventory import Movement
from ui.gift_state import State
from ui.gifts.book import Book
from ui.pack.scene import Scene


class TermState(State):
    """What was given in the term, what was insured in it, what was wished for by its end."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene.session)
        self._days = scene.days

    def _is_of(self, day: date) -> bool:
        return self._days.first <= day <= self._days.last

    @cached_property
    def donations(self) -> dict[int, Donation]:
        return {key: one for key, one in super().donations.items() if self._is_of(one.first.day)}

    @cached_property
    def goods(self) -> dict[int, Movement]:
        return {key: one for key, one in super().goods.items() if self._is_of(one.day)}

    @cached_property
    def covers(self) -> list[Cover]:
        first, last = self._days.first, self._days.last
        return [one for one in super().covers
                if (one.from_day or date.min) <= last and first <= (one.until_day or date.max)]  # fmt: skip

    @cached_property
    def wishes(self) -> dict[int, Wish]:
        last = self._days.last
        known = {key: one for key, one in super().wishes.items() if one.said_on is None or one.said_on <= last}
        return {
            key: replace(one, met_on=None, how="", donor_id=None) if one.met_on and one.met_on > last else one
            for key, one in known.items()
        }  # fmt: skip


class TermBook(Book):
    """The lists of that state."""

    def __init__(self, scene: Scene, segment: str) -> None:
        super().__init__(scene.session)
        self.segment = segment
        self._of_term = TermState(scene)

    @property
    def state(self) -> State:
        return self._of_term
