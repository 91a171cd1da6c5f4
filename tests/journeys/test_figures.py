"""The figures of the sample school's term on a real file: each is as long as its list, and no page counts otherwise."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.due import duties_of
from app.figures import Figure, Reading, term_figures
from app.figures.model import nobody
from app.roster import counts, rows
from app.tally import tallies
from app.termdays import Term
from db import keys
from db.vault import FileVault
from ui.setup.sample import make_sample

ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    """The sample school as of that day."""
    folder: Path = tmp_path_factory.mktemp("figures") / "张三𠮷"
    store = make_sample(FileVault(folder, cost=keys.LOW_COST), ON)
    yield Reading(store.snapshot(), store)
    store.close()


@pytest.fixture(scope="module")
def term(reading: Reading) -> Term:
    """The running one."""
    return reading.snapshot.terms[0]


@pytest.fixture(scope="module")
def figures(reading: Reading, term: Term) -> dict[str, Figure]:
    """As of that day."""
    return term_figures(reading, term, ON)


def test_every_figure_is_as_long_as_its_names(figures: dict[str, Figure]) -> None:
    for one in figures.values():
        names = one.names()
        assert one.value == (len(names) if one.each else sum(line.amount or 0 for line in names)), one.key
        assert one.of is None or one.missing is nobody or one.of - one.value == len(one.missing()), one.key


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
