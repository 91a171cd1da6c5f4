"""Which children the list shows: one choice of filters, one search; the counts of every choice from the same rows."""

import gc
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from app.children import Child
from app.filters import SEGMENTS, Choice, Sieve
from app.fingerprint import CHANGED, CardScene, card_scene
from app.roster import Counts, RosterRow, counts, rows, rows_of
from app.search import Hit, kin_or_village, search
from app.search_index import SearchIndex
from ui.children.roster_columns import columns
from ui.session import Session

CLASS = "class"
"""The column that the class box filters by."""
_SEES_PHONES = ("管理员", "档案员")


class Listing:
    """The rows of today, cut down as the person chose."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.choice = Choice()
        self.query = ""
        self.rows: dict[int, RosterRow] = {}
        self.hits: dict[int, Hit] = {}
        self.columns = {column.key: column for column in columns(self)}
        self._scene: CardScene | None = None
        self._values: dict[tuple[str, int], tuple[str, ...]] = {}
        self._chosen: list[RosterRow] | None = None
        self._index: SearchIndex | None = None
        self._all: SearchIndex | None = None
        self._places: dict[str, tuple[int, int, int]] = {}
        self.reread()

    # the rows of today

    def reread(self) -> None:
        """Build all rows anew."""
        self.rows = {row.child_id: row for row in rows(self._session.snapshot, self._session.today)}
        self._scene = None
        self._forget(None)
        # What was read now lives as long as the window: the collector shall not walk through it at every other key.
        gc.collect(1)
        gc.freeze()

    def refresh(self, touched: frozenset[int] | None) -> None:
        """Build the rows of the touched children anew; all of them where the school's frame changed."""
        if not touched:
            self.reread()
            return
        snapshot = self._session.snapshot
        children = [snapshot.children[key] for key in touched if key in snapshot.children]
        fresh = {row.child_id: row for row in rows_of(snapshot, self._session.today, children)}
        kept = [row for key, row in self.rows.items() if key not in touched]
        both = sorted([*kept, *fresh.values()], key=lambda row: row.order)
        self.rows = {row.child_id: row for row in both}
        self._forget(touched)

    # what the columns ask

    def row(self, child_id: int) -> RosterRow:
        """The row of a pupil. Raises KeyError for one who is not here today."""
        return self.rows[child_id]

    def hit(self, child_id: int) -> Hit | None:
        """Where the search found this child, or None."""
        return self.hits.get(child_id) if self.query else None

    def child(self, child_id: int) -> Child:
        """The child itself. Raises KeyError."""
        return self._session.snapshot.children[child_id]

    def scene(self) -> CardScene:
        """What the facts of all children of today have in common."""
        if self._scene is None:
            self._scene = card_scene(self._session.snapshot, self._session.today)
        return self._scene

    def full_phones(self) -> bool:
        """Whether this user sees phone numbers in full in lists (rules.md)."""
        return self._session.store.role in _SEES_PHONES

    def class_place(self, name: str) -> Any:
        """What a class name is sorted by."""
        if not self._places:
            self._places = {row.class_name: row.order[0] for row in self.rows.values()}
        return self._places.get(name, (9, 0, 0))

    def is_birthday_list(self) -> bool:
        """Whether the list is of those whose birthday is this week."""
        return self.choice.ready == "birthday"

    # what is chosen

    @property
    def segment(self) -> str:
        """The chosen segment."""
        return self.choice.segment

    @property
    def class_name(self) -> str:
        """The one class that is shown, "" for all or several."""
        kept = self.choice.kept.get(CLASS, frozenset())
        return next(iter(kept)) if len(kept) == 1 else ""

    def choose(self, choice: Choice) -> None:
        """Show another choice. Parts of columns that do not exist are left out."""
        gone = [key for key in choice.kept if key not in self.columns]
        self.choice = choice.without(*gone) if gone else choice
        self._chosen = self._index = None

    def choose_segment(self, segment: str) -> None:
        """Another segment, everything else as it was."""
        self.choose(replace(self.choice, segment=segment))

    def choose_class(self, name: str) -> None:
        """One class, "" = all, everything else as it was."""
        self.choose(self.choice.keeping(CLASS, [name] if name else None))

    def shown(self) -> list[int]:
        """The ids to list, in order; a search orders by how near the hit is."""
        if self._chosen is None:
            self._chosen = self.of(self.choice)
        if not self.query:
            return [row.child_id for row in self._chosen]
        if self._index is None:
            self._index = SearchIndex(self._chosen)
        found = search(self._index.narrowed(self.query), self.query, kin_or_village)
        self.hits = {hit.row.child_id: hit for hit in found}
        return [hit.row.child_id for hit in found]

    def of(self, choice: Choice) -> list[RosterRow]:
        """The rows that a choice shows."""
        return self._sieve().chosen(self.rows.values(), choice)

    def value_counts(self, key: str) -> dict[str, int]:
        """The values of a column with their counts under all the other filters, as in Excel."""
        return self._sieve().value_counts(self.rows.values(), self.choice, key)

    def segment_counts(self) -> dict[str, int]:
        """How many each segment would show."""
        everybody = self._sieve().chosen(self.rows.values(), replace(self.choice, segment="all"))
        sieve = self._sieve()
        return {name: len(sieve.chosen(everybody, Choice(name))) for name in SEGMENTS}

    def school_segment_counts(self) -> dict[str, int]:
        """How many each segment has in the school."""
        return {name: len(self.of(Choice(name))) for name in SEGMENTS}

    def due(self) -> int:
        """How many pupils have a card that has changed since it was printed."""
        return sum(row.card == CHANGED for row in self.rows.values())

    def counts(self) -> Counts:
        """The figures of the chosen classes, or the school."""
        kept = self.choice.kept.get(CLASS)
        return counts([row for row in self.rows.values() if kept is None or row.class_name in kept])

    def school_counts(self) -> Counts:
        """The figures of the school."""
        return counts(list(self.rows.values()))

    def hiding(self) -> tuple[tuple[str, ...], int]:
        """Where nothing is shown: which filters to drop so that something is, and how many are then found."""
        hits = search(self._everybody().narrowed(self.query), self.query, kin_or_village)
        found: Iterable[RosterRow] = (hit.row for hit in hits)
        return self._sieve().hiding(found, self.choice, latest=not self.query)

    def prepare_search(self) -> None:
        """Do now what the first letter of a search would have to wait for."""
        if self._index is None and self._chosen is not None:
            self._index = SearchIndex(self._chosen)
            self._index.prepare()

    def _everybody(self) -> SearchIndex:
        if self._all is None:
            self._all = SearchIndex(list(self.rows.values()))
        return self._all

    def _sieve(self) -> Sieve:
        return Sieve(self._session.today, self._values_of)

    def _values_of(self, key: str, child_id: int) -> tuple[str, ...]:
        known = self._values.get((key, child_id))
        if known is None:
            values = self.columns[key].values
            known = self._values[key, child_id] = values(child_id) if values is not None else ()
        return known

    def _forget(self, touched: frozenset[int] | None) -> None:
        self._chosen, self._index, self._all, self._places = None, None, None, {}
        kept = {} if touched is None else self._values
        self._values = {known: values for known, values in kept.items() if known[1] not in (touched or ())}
