"""What a table scores in a term on a day: item by item with what was counted, what lacks and what it would bring."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.activities import days_of
from app.assessment import FIGURE, JUDGED, PAPER, REVIEW, ROUTINE, SELF, Evidence, Item, Mark, Table, band_of, bands_of
from app.measures import Facts, Lack, Measured, measure
from app.scales import BadScale, Scale
from app.terms import split_code

FULL, GAIN, AHEAD, GIVEN, WAITS = STATES = ("full", "gain", "ahead", "given", "waits")
"""Nothing lacks · material brings points · what lacks is planned for a day · fewer points were given by a person ·
nobody has judged it yet."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One item. Points in halves."""

    item: Item
    found: Measured | None
    """What was counted; None for what only a person judges."""
    counted: int | None
    """The points that follow from it."""
    own: Mark | None
    """The school's own points in place of what was counted."""
    routine: tuple[Mark, ...]
    """What checks in the school year added or took off."""
    review: Mark | None
    evidence: tuple[Evidence, ...]

    @property
    def added(self) -> int:
        """By routine checks, below 0 for taken off."""
        return sum(one.points for one in self.routine)

    @property
    def base(self) -> int:
        """Before routine checks."""
        return self.own.points if self.own is not None else self.counted or 0

    @property
    def points(self) -> int:
        """What the school gives itself."""
        return self._within(self.base + self.added)

    @property
    def reviewed(self) -> int | None:
        """What the reviewer gave; None where nobody reviewed."""
        return self.review.points if self.review is not None else None

    @property
    def gain(self) -> int:
        """What would be gained if nothing lacked; a person's own points stay."""
        return 0 if self.own is not None else self._within(self.item.points + self.added) - self.points

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.own is None and self.item.measured == JUDGED:
            return WAITS
        if self.gain:
            return AHEAD if self.found is not None and self.found.ahead is not None else GAIN
        return FULL if self.points == self.item.points else GIVEN

    @property
    def scale(self) -> Scale:
        """How its points follow; in proportion where what is kept makes no sense."""
        return scale_of(self.item)

    @property
    def lacking(self) -> int:
        """How many more of what is counted bring the full points."""
        found = self.found
        if found is None:
            return 0
        return self.scale.lacking(self.item.points, found.done, found.owed) if found.known else 1

    def _within(self, points: int) -> int:
        return min(self.item.points, max(0, points))


@dataclass(frozen=True, slots=True)
class Score:
    """A whole table."""

    table: Table
    items: tuple[Scored, ...]

    @property
    def points(self) -> int:
        """The school's own score."""
        return sum(one.points for one in self.items)

    @property
    def full(self) -> int:
        """All there is."""
        return self.table.full

    @property
    def to_gain(self) -> list[Scored]:
        """What can be made good now, the most points first."""
        return sorted((one for one in self.items if one.state in (GAIN, WAITS) and one.gain), key=_most)

    @property
    def planned(self) -> list[Scored]:
        """What is planned for a day ahead."""
        return sorted((one for one in self.items if one.state == AHEAD), key=_most)

    @property
    def reachable(self) -> int:
        """The score with all that can be made good now."""
        return self.points + sum(one.gain for one in self.to_gain)

    @property
    def at_most(self) -> int:
        """The score with what is planned as well."""
        return self.reachable + sum(one.gain for one in self.planned)

    @property
    def reviewed(self) -> int | None:
        """The reviewer's sum; an item without a word of theirs counts as the school scored it. None: no review yet."""
        if all(one.review is None for one in self.items):
            return None
        return sum(one.points if one.reviewed is None else one.reviewed for one in self.items)

    @property
    def band(self) -> str:
        """合格, 良好, 优秀 or whatever the table calls it; "" below all."""
        return band_of(bands_of(self.table), self.points)

    @property
    def by_gain(self) -> list[Scored]:
        """What brings most first: to make good, planned, given by a person, full."""
        order = {GAIN: 0, WAITS: 0, AHEAD: 1, GIVEN: 2, FULL: 3}
        return sorted(self.items, key=lambda one: (order[one.state], *_most(one)))


def _most(one: Scored) -> tuple[int, int]:
    return -one.gain, one.item.position


def scale_of(item: Item) -> Scale:
    """The item's scale; in proportion where the text is damaged."""
    try:
        return item.steps
    except BadScale:
        return Scale()


def score(table: Table, facts: Facts, marks: Sequence[Mark], evidence: Iterable[Evidence]) -> Score:
    """Score every item as the facts are; marks of other terms count as far as they belong to the school year."""
    day, over = facts.today, facts.today >= facts.term.until_day  # what is given later is still given to the term
    linked: dict[int, list[Evidence]] = {}
    for one in evidence:
        linked.setdefault(one.item_id, []).append(one)
    mine = [one for one in marks if one.term_id == facts.term.id and (one.day <= day or over)]
    year = terms_until(facts)
    routine = [one for one in marks if one.kind == ROUTINE and one.term_id in year
               and (one.day <= day or (over and one.term_id == facts.term.id))]  # fmt: skip
    items = [
        _scored(item, facts, [one for one in mine if one.item_id == item.id],
                tuple(one for one in routine if one.item_id == item.id), tuple(linked.get(item.id, ())))
        for item in table.items
    ]  # fmt: skip
    return Score(table, tuple(items))


def read_score(facts: Facts, table: Table) -> Score:
    """Read what people gave and linked, and score the table."""
    store = facts.store.assessment
    return score(table, facts, store.marks(table.id), evidence_of(facts, table))


def evidence_of(facts: Facts, table: Table) -> list[Evidence]:
    """All that is linked in the term of the facts; a file on the item itself counts in the term it was added in."""
    store, term = facts.store.assessment, facts.term
    linked = store.evidence(table.id, term.id) if term.id else []
    terms = {one.code: one for one in (*facts.snapshot.terms, term)}
    first, last = days_of(list(terms.values()), term.code)
    papers = [
        Evidence(0, one.item_id, term.id, attachment_id=one.attachment_id) for one in store.papers(table.id)
        if first.isoformat() <= one.added_at[:10] <= last.isoformat()
    ]  # fmt: skip
    return linked + papers


def terms_until(facts: Facts) -> set[int]:
    """The terms of the school year up to that of the facts: routine checks add up over them."""
    year, half = split_code(facts.term.code)
    known = {split_code(one.code): one.id for one in (*facts.snapshot.terms, facts.term)}
    return {known[year, one] for one in range(1, half + 1) if known.get((year, one))}


def _scored(
    item: Item, facts: Facts, marks: Sequence[Mark], routine: tuple[Mark, ...], evidence: tuple[Evidence, ...]
) -> Scored:
    found = None
    if item.measured == FIGURE:
        found = measure(facts, item.measure)
    elif item.measured == PAPER:
        found = paper(item, len(evidence))
    counted = None
    if found is not None:
        counted = scale_of(item).points(item.points, found.done, found.owed) if found.known else 0
    return Scored(item, found, counted, _last(marks, SELF), routine, _last(marks, REVIEW), evidence)


def paper(item: Item, linked: int) -> Measured:
    """Pieces of evidence that are linked, of so many that the item asks for."""
    needed = int(item.measure) if item.measure.isdigit() and int(item.measure) else 1
    done = min(needed, linked)
    lacks = (Lack("words", key="no_paper", times=needed - done),) if done < needed else ()
    return Measured(done, needed, lacks)


def _last(marks: Sequence[Mark], kind: str) -> Mark | None:
    of_kind = [one for one in marks if one.kind == kind]
    return max(of_kind, key=lambda one: (one.day, one.id), default=None)
