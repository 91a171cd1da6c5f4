"""Puts an old ledger beside the file's: new, changed, unchanged, doubtful or refused, before anything is written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from app.imports.aliases import tidy
from app.imports.records import Problem
from app.ledger_import.beside import differences, offered
from app.ledger_import.books import Books
from app.ledger_import.matching import Index, Match, match, number_key, twin_key, twins
from app.ledger_import.plan import BOOK, LEAVE, NEW, Plan, PlanRow, Room
from app.ledger_import.records import Listed


def plan(books: Books, records: Sequence[Listed], source: str, home_name: str) -> Plan:
    """What these records would do to the ledger on the day of `books`. `source` is the file's name, `home_name` what
    the home is called where there is no room yet."""
    return _planned(Plan((), books.day, source, books, tuple(records), home_name))


def resolve(plan: Plan, position: int, answer: int | str) -> Plan:
    """The plan with a question about the row at `position` answered: the asset it is or NEW; BOOK or LEAVE for a
    difference. Raises ValueError for an asset that another row of the file already speaks of, or that does not exist.
    """
    row = plan.rows[position]
    before = plan.answers.get(position, ())
    if answer in (BOOK, LEAVE):
        said = tuple(one for one in before if one != BOOK) + ((BOOK,) if answer == BOOK else ())
    else:
        taken = {other.asset_id for at, other in enumerate(plan.rows) if at != position}
        if answer != NEW and (answer not in row.candidates or answer in taken):
            raise ValueError("no such thing, or another row's")
        said = (answer,)
    return _planned(replace(plan, answers={**plan.answers, position: said}))


def put_home(plan: Plan, to_home: bool) -> Plan:
    """The plan with things of rooms that are not known in the home, or in rooms to be added."""
    return _planned(replace(plan, to_home=to_home))


def _planned(plan: Plan) -> Plan:
    rows = tuple(_Planner(plan).rows())
    return replace(plan, rows=rows).choose({})


class _Planner:
    """Goes through the records once."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.books, self.records = plan, plan.books, plan.records
        self.index = Index(plan.books)
        self.twins = twins(plan.records)
        self.found: list[PlanRow] = []
        self.by_number: dict[str, list[int]] = {}
        """Positions of the rows so far, by number."""
        self.all_numbers: dict[str, list[int]] = defaultdict(list)
        for position, record in enumerate(plan.records):
            if record.number:
                self.all_numbers[number_key(record.number)].append(position)
        self.taken: dict[int, int] = {}
        """Asset → position of the row that speaks of it."""
        self.known_rooms: dict[str, int | None] = {}

    def rows(self) -> list[PlanRow]:
        for position, record in enumerate(self.records):
            row = self._row(position, record)
            self.found.append(row)
            if record.number and row.kind != "refused":
                self.by_number.setdefault(number_key(record.number), []).append(position)
            if row.asset_id is not None:
                self.taken.setdefault(row.asset_id, position)
        return self.found

    def _row(self, position: int, record: Listed) -> PlanRow:
        if record.refusal:
            return PlanRow("refused", record, reason=record.refusal)
        record = self._with_keeper(record)
        said = self.plan.answers.get(position, ())
        who = next((one for one in said if one != BOOK), None)
        earlier = self.by_number.get(number_key(record.number), []) if record.number and who != NEW else []
        if earlier and (again := self._again(record, earlier)):
            return again
        if who == NEW:
            return replace(self._new(position, record, ()), decided=NEW, candidates=self._candidates(position, record))
        found = Match(who) if isinstance(who, int) else self._match(position, record)
        if found.doubt is not None:
            return PlanRow("doubtful", record, reason=found.doubt, candidates=found.candidates)
        if found.asset_id is None:
            return self._new(position, record, earlier)
        before = self.taken.get(found.asset_id)
        if before is not None and not earlier:
            return self._twice(record, before)
        several = bool(earlier) or self._comes_again(position, record)
        row = self._beside(record, found.asset_id, several, BOOK in said)
        if isinstance(who, int):
            row = replace(row, decided=BOOK if row.books_it else who, candidates=self._candidates(position, record))
        return row

    def _again(self, record: Listed, earlier: Sequence[int]) -> PlanRow | None:
        """A row whose number stood above: one more room of the same thing (None), the same on another sheet, or a slip.
        """
        for position in earlier:
            other = self.records[position]
            same_room = tidy(other.room) == tidy(record.room)
            elsewhere = other.sheet != record.sheet
            counts = (record.count, (record.count or 0) + record.lent)
            in_places = any(self._place(place) == self._place(record.room) and count in counts
                            for place, count in other.places)  # fmt: skip
            if elsewhere and (in_places or (other.count in counts and (same_room or not record.room))):
                return PlanRow("unchanged", record)
            if same_room or not record.room or tidy(other.name) != tidy(record.name):
                return self._twice(record, position)
        return None

    def _twice(self, record: Listed, position: int) -> PlanRow:
        first = self.found[position].record
        place = str(first.row) if first.sheet == record.sheet else f"{first.sheet} {first.row}"
        return PlanRow("refused", record, reason=Problem("listed_twice", record.columns.get("number", ""), (place,)))

    def _comes_again(self, position: int, record: Listed) -> bool:
        """Whether rows below have the same number: then each says what stands in its room."""
        others = (self.records[one] for one in self.all_numbers.get(number_key(record.number), ()) if one > position)
        return any(tidy(other.room) != tidy(record.room) and other.sheet == record.sheet for other in others)

    def _match(self, position: int, record: Listed) -> Match:
        found = match(self.index, record, self._known(record.room))
        alike = self.twins.get(twin_key(record), []) if not record.number else []
        if len(alike) < 2:
            return found
        nth = alike.index(position)
        here = list(found.candidates) or ([found.asset_id] if found.asset_id is not None else [])
        if len(here) == len(alike):
            ordered = sorted(here, key=lambda one: self.index.assets[one].number)
            return Match(ordered[nth])
        if len(here) < 2 and nth:
            first = str(self.records[alike[0]].row)
            return Match(None, Problem("same_in_file", record.columns.get("name", ""), (first,)))
        return found

    def _candidates(self, position: int, record: Listed) -> tuple[int, ...]:
        """What was asked before somebody answered."""
        return self._match(position, record).candidates

    def _new(self, position: int, record: Listed, earlier: Sequence[int]) -> PlanRow:
        places: tuple[tuple[Room, int], ...] = ()
        if record.places:
            places = tuple((self._place(room), count) for room, count in record.places if count)
        elif record.count:
            places = ((self._place(record.room), record.count),)
        group = self.found[earlier[0]].group if earlier else position
        return PlanRow("new", record, places=places, chosen=True, group=group)

    def _beside(self, record: Listed, asset_id: int, several: bool, book: bool) -> PlanRow:
        asset = self.index.assets[asset_id]
        diffs, values = differences(record, asset, self.books)
        place = self._place(record.room) if record.room else None
        offer, reason = offered(record, asset_id, place, several, self.index, self.books)
        taken = book and offer is not None
        chosen = bool(diffs) or taken
        kind = "changed" if chosen else "doubtful" if reason is not None else "unchanged"
        return PlanRow(
            kind, record, asset_id, tuple(diffs), values, offer=offer, reason=reason if kind == "doubtful" else None,
            chosen=chosen, decided=BOOK if taken else None,
        )  # fmt: skip

    def _known(self, text: str) -> int | None:
        if text not in self.known_rooms:
            self.known_rooms[text] = self.books.room(text)
        return self.known_rooms[text]

    def _place(self, text: str) -> Room:
        """Where pieces stand of which a row says this."""
        found = self._known(text)
        if found is not None:
            return found
        if text and not self.plan.to_home:
            return text.strip()
        return self.books.home if self.books.home is not None else self.plan.home_name

    def _with_keeper(self, record: Listed) -> Listed:
        if not record.keeper or self.books.keeper(record.keeper) is not None:
            return record
        remark = Problem("keeper_unknown", record.columns.get("keeper", ""), (record.keeper,))
        return replace(record, problems=(*record.problems, remark))

