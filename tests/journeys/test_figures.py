"""The figures of the sample school's terms on a real file: each is what a slow recount of the rows says, as long as its
list of names, and no later fact changes a past one."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.changes import Change, Insert, New, Update
from app.due import duties_of
from app.figures import Figure, Reading, checks, term_book, term_figures, terms_known
from app.figures.model import never, nobody
from app.figures.scene import closed_on
from app.figures.sums import mismatches
from app.roster import counts, rows
from app.tally import tallies
from app.termdays import Term
from db import keys
from db.vault import FileVault
from tests.journeys.figures_recount import Slow
from ui.setup.sample import make_sample

ON, YOUNG = date(2026, 11, 24), date(2026, 9, 20)
"""A day of the only term the sample tells of; a day so early that it tells of the term before as well."""
Numbers = dict[str, tuple[int, int | None]]


def opened(factory: pytest.TempPathFactory, on: date) -> Iterator[Reading]:
    folder: Path = factory.mktemp("figures") / "张三𠮷"
    store = make_sample(FileVault(folder, cost=keys.LOW_COST), on)
    yield Reading(store.snapshot(), store)
    store.close()


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    """The sample school as of that day."""
    yield from opened(tmp_path_factory, ON)


@pytest.fixture(scope="module")
def young(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    """The sample school with a term before this one."""
    yield from opened(tmp_path_factory, YOUNG)


@pytest.fixture(scope="module")
def term(reading: Reading) -> Term:
    """The running one."""
    return reading.snapshot.terms[0]


@pytest.fixture(scope="module")
def figures(reading: Reading, term: Term) -> dict[str, Figure]:
    """As of that day."""
    return term_figures(reading, term, ON)


def test_problems_of_the_school_are_open_until_they_are_closed(young: Reading) -> None:
    now, past = terms_known(young.snapshot, YOUNG)
    days = ((past, past.until_day), (now, date(2026, 9, 7)), (now, YOUNG))
    before = [numbers(term_figures(young, term, day)) for term, day in days]
    done = young.store.apply("问题", [
        Insert("problem", {"what": "围墙裂了", "found_on": "2026-05-06", "closed_on": "2026-09-08"}),
        Insert("problem", {"what": "路灯坏了", "found_on": "2026-05-06"}),
        Insert("problem", {"what": "井盖松了", "found_on": "2026-09-03", "closed_on": "2026-09-04"}),
    ])  # fmt: skip
    try:
        more = []
        for was, (term, day) in zip(before, days, strict=True):
            found = numbers(term_figures(young, term, day))
            closed, of = (here - (there or 0) for here, there in zip(found["problem.closed"], was["problem.closed"]))
            more.append(((closed, of), found["problem.open"][0] - was["problem.open"][0]))
        assert more == [((0, 2), 2), ((1, 1), 2), ((1, 1), 1)]
    finally:
        young.store.undo(done.action_id)


def numbers(figures: dict[str, Figure]) -> Numbers:
    return {key: (one.value, one.of) for key, one in figures.items()}


def different(one: Numbers, other: Numbers) -> dict[str, tuple[object, object]]:
    return {key: (one.get(key), other.get(key)) for key in {*one, *other} if one.get(key) != other.get(key)}


def test_every_figure_is_what_a_slow_recount_says(reading: Reading, term: Term, figures: dict[str, Figure]) -> None:
    slow = Slow(reading, term.from_day, term.until_day, ON, term.from_day)
    assert different(numbers(figures), slow.all() | dict(slow.rules())) == {}


@pytest.mark.parametrize("day", [date(2026, 9, 1), date(2026, 9, 30), date(2026, 10, 24), date(2026, 11, 6)])
def test_so_it_is_on_any_earlier_day(reading: Reading, term: Term, day: date) -> None:
    slow = Slow(reading, term.from_day, term.until_day, day, term.from_day)
    found = {key: one for key, one in numbers(term_figures(reading, term, day)).items()
             if not key.startswith(("rule.", "running."))}  # fmt: skip
    assert different(found, slow.all()) == {}


def test_so_it_is_for_a_past_term_and_against_it(young: Reading) -> None:
    now, past = terms_known(young.snapshot, YOUNG)
    book = term_book(young, now, YOUNG)
    assert book.before is not None and book.last == past
    for term, on, base, found in (
        (now, YOUNG, past.until_day, book.figures), (past, past.until_day, past.from_day, book.before),
    ):  # fmt: skip
        slow = Slow(young, term.from_day, term.until_day, on, base)
        mine = {key: one for key, one in numbers(dict(found)).items() if not key.startswith(("rule.", "running."))}
        assert different(mine, slow.all()) == {}
    assert {one.group for one in checks(book.figures, book.before)} >= {"moves", "grade", "work", "goods"}
    assert mismatches(book.figures, book.before) == []
    assert book.pair("children.left").change == book.figures["children.left"].value - book.before["children.left"].value
    assert book.pair("contact.talk").change is None, "three weeks are not held against a whole term"


def test_the_rules_of_a_past_term_are_what_a_slow_recount_says(tmp_path_factory: pytest.TempPathFactory) -> None:
    for reading in opened(tmp_path_factory, date(2027, 3, 10)):
        now, past = terms_known(reading.snapshot, date(2027, 3, 10))
        assert (now.code, past.code) == ("2026-2", "2026-1")
        slow = Slow(reading, past.from_day, past.until_day, past.until_day, past.from_day)
        assert different(numbers(term_figures(reading, past, past.until_day)), slow.all() | dict(slow.rules())) == {}


def test_every_figure_is_as_long_as_its_names(figures: dict[str, Figure]) -> None:
    for one in figures.values():
        names = one.names()
        assert one.value == (len(names) if one.each else sum(line.amount or 0 for line in names)), one.key
        assert one.of is None or one.missing is nobody or one.of - one.value == len(one.missing()), one.key
        assert one.days is never or sorted(one.days()) == sorted(line.day for line in names if line.day), one.key


def test_children_are_counted_as_the_roster_counts_them(reading: Reading, figures: dict[str, Figure]) -> None:
    found = counts(rows(reading.snapshot, ON))
    assert (figures["children.pupils"].value, figures["children.left"].value) == (found.total, found.left_behind)
    assert (figures["children.girls"].value, figures["children.boarders"].value) == (found.girls, found.boarders)
    assert (figures["children.civil"].value, figures["children.civil_unknown"].value) == (
        found.civil, found.civil_unknown)
    assert figures["children.one_away"].value == found.one_away


def test_rules_are_counted_as_the_tallies_count_them(
    reading: Reading, term: Term, figures: dict[str, Figure]
) -> None:
    duties = duties_of(reading.snapshot, reading.store.ledger, term, ON)
    found = tallies([duties], term.from_day, ON).rules
    assert {key: (one.done, one.owed) for key, one in found.items() if one.owed} == {
        one.name: (one.value, one.of) for one in figures.values() if one.group == "rule"}


def of_child(reading: Reading, day: date, kind: str, number: int) -> list[Change]:
    """What happened to a child on a day."""
    snapshot, on = reading.snapshot, day.isoformat()
    children = sorted(snapshot.children)
    child = snapshot.children[children[number % len(children)]]
    kin, mentor = next((one.id for one in child.kin), None), snapshot.staff[0].id
    pairs = [one for one in snapshot.pairings if one.child_id == child.id]
    mine = {
        "record": ("care_record", {"kind": "talk", "day": on}),
        "claim": ("claim", {"child_id": child.id, "status": ("none", "both_away")[number % 2], "from_day": on}),
        "pair": ("pairing", {"child_id": child.id, "role": "mentor", "staff_id": mentor, "from_day": on}),
        "award": ("award", {"child_id": child.id, "name": "三好学生", "day": on}),
        "gift": ("gift", {"child_id": child.id, "what": "书包", "day": on, "value_fen": 900}),
        "insured": ("insurance", {"child_id": child.id, "from_day": on}),
    }  # fmt: skip
    if kin is not None:
        mine["away"] = ("whereabouts", {"kin_id": kin, "kind": "away", "place": "越南", "from_day": on, "confirmed_on": on})
    if kind in mine:
        token = f"{kind}{number}{on}"
        more = [Insert("participant", {"record_id": New(token), "child_id": child.id})] if kind == "record" else []
        return [Insert(*mine[kind], token), *more]
    if kind == "leaves":
        return [Update("enrolment", one.id, {"until_day": on, "left_how": "转出"}) for one in child.enrolments
                if one.until_day is None and one.from_day < day]  # fmt: skip
    return [Update("pairing", one.id, {"until_day": on}) for one in pairs if one.until_day is None and one.from_day < day]


def of_school(reading: Reading, day: date, kind: str, number: int) -> list[Change]:
    """What happened in the rooms and to what was open."""
    on, conn = day.isoformat(), reading.store._conn  # type: ignore[attr-defined]
    waiting = {
        "followed": ("care_record", "followed_up", "follow_up IS NOT NULL AND followed_up IS NULL"),
        "mended": ("safety_finding", "mended_on", "mended_on IS NULL"), "met": ("wish", "met_on", "met_on IS NULL"),
    }  # fmt: skip
    if kind in waiting:
        table, column, where = waiting[kind]
        ids = [row[0] for row in conn.execute(f"SELECT id FROM {table} WHERE {where}")]
        return [Update(table, one, {column: on}) for one in ids[number % 5 : number % 5 + 3]]
    if kind == "problem":
        return [Insert("problem", {"what": "路灯坏了", "found_on": on})]
    if kind == "opening":
        room = reading.snapshot.rooms[0].id
        return [Insert("opening", {"room_id": room, "day": on, "from_time": f"07:{number % 60:02}", "how_many": 9})]
    asset, room = conn.execute("SELECT asset_id, room_id FROM movement WHERE kind = 'in' LIMIT 1").fetchone()
    return [Insert("movement", {"asset_id": asset, "kind": "scrap", "day": on, "count": 1, "room_id": room})]


def later(reading: Reading, day: date, kind: str, number: int) -> list[Change]:
    """Something that happened on a day."""
    return (of_child if kind in OF_CHILD else of_school)(reading, day, kind, number)


OF_CHILD = ("record", "claim", "away", "leaves", "pair", "unpair", "award", "gift", "insured")
FACTS = (*OF_CHILD, "followed", "opening", "mended", "scrap", "met", "problem")
FACT_LISTS = st.lists(st.tuples(st.sampled_from(FACTS), st.integers(1, 60), st.integers(0, 200)), max_size=6, unique=True)


def test_later_facts_do_not_change_a_past_term(young: Reading) -> None:
    past = terms_known(young.snapshot, YOUNG)[1]
    day = closed_on(past)
    before = numbers(term_figures(young, past, past.until_day))

    @settings(max_examples=25, deadline=None)
    @given(facts=FACT_LISTS)
    def holds(facts: list[tuple[str, int, int]]) -> None:
        changes = [one for kind, days, number in facts for one in later(young, day + timedelta(days), kind, number)]
        unique = list({(one.table, getattr(one, "id", n)): one for n, one in enumerate(changes)}.values())
        done = young.store.apply("以后的事", unique) if unique else None
        try:
            after = numbers(term_figures(Reading(young.store.snapshot(), young.store), past, past.until_day))
            assert different(before, after) == {}
        finally:
            if done is not None:
                young.store.undo(done.action_id)

    holds()
