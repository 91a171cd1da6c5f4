"""The sample school as a file: with one term or with years of care, and nothing of it can be undone by mistake."""

from datetime import date
from pathlib import Path

from app.attachments import CHILD, FINDING, PROBLEM, RECORD, children_of, without_consent
from app.due import Due, due_on
from app.scan_pages import unpacked
from app.standing import DONE, OVERDUE, Duties, records_needed
from app.store import Store
from app.terms import term_around
from db import keys
from db.vault import FileVault
from ui.setup.sample import make_sample

ON = date(2026, 11, 24)


def made(folder: Path, years: int) -> Store:
    return make_sample(FileVault(folder, cost=keys.LOW_COST), ON, 80, years)


def test_a_term_of_care_is_in_the_file_and_owes_what_is_missing(tmp_path: Path) -> None:
    store = made(tmp_path, 0)
    due = due_on(store.snapshot(), store.ledger, ON)
    assert due is not None and {DONE, OVERDUE} <= {one.state for one in due}
    assert store.ledger.open_follow_ups()
    assert store.last_action() is None
    store.close()


def test_years_of_care_are_in_the_file_term_by_term(tmp_path: Path) -> None:
    store = made(tmp_path, 2)
    ledger = store.ledger
    assert [term.code for term in store.snapshot().terms] == ["2024-1", "2024-2", "2025-1", "2025-2", "2026-1"]
    for term in store.snapshot().terms:
        assert len(ledger.between(term.from_day, term.until_day)) > 700
    newest = ledger.between(date(2024, 9, 1), ON)[0]
    assert newest.day == ON and newest.id > max(one.id for one in ledger.between(date(2024, 9, 1), date(2026, 7, 1)))
    due = due_on(store.snapshot(), ledger, ON)
    assert due is not None and DONE in {one.state for one in due}
    assert store.last_action() is None and store.check() == []
    store.close()


def test_what_is_due_in_spring_needs_of_autumn_only_what_counts_all_year(tmp_path: Path) -> None:
    day = date(2027, 5, 11)
    store = make_sample(FileVault(tmp_path, cost=keys.LOW_COST), day, 80, 1)
    snapshot, ledger = store.snapshot(), store.ledger
    term, needed = term_around(snapshot, day), records_needed(snapshot, day)
    assert term is not None and term.code == "2026-2" and needed is not None and needed[0] < date(2026, 9, 1)
    due = due_on(snapshot, ledger, day)
    assert due is not None
    assert due.standings == Due(Duties(snapshot, term, ledger.contacts(*needed), day)).standings
    checked = [one for one in due if one.rule.key == "health" and one.state == DONE]
    assert checked and all(one.owed.window.from_day < term.from_day for one in checked)
    store.close()


def test_every_danger_has_a_picture_of_its_own_and_activities_children_and_papers_have_some(tmp_path: Path) -> None:
    store = made(tmp_path, 0)
    first, files = date(2026, 9, 1), store.attachments
    findings = [one for check in store.home.checks(first, ON) for one in check.findings]
    problems = store.problems.known(first, ON)
    found = [(one, files.of(FINDING, one.id)) for one in findings] + [
        (two, files.of(PROBLEM, two.id)) for two in problems
    ]  # fmt: skip
    assert len(found) == 4 and all(shown for _one, shown in found)
    pictures = [picture.file for _one, shown in found for picture in shown]
    assert len(pictures) == len(set(pictures)), "no picture is shown twice"
    assert [len(files.of(FINDING, one.id)) for one in findings if one.mended_on] == [2]
    records = [one for one in store.ledger.between(first, ON) if files.of(RECORD, one.id)]
    refused = [one for one in records if any(without_consent(children_of(one), store.snapshot()))]
    assert len(records) >= 5 and len(refused) <= 1
    shown = [child for child in store.snapshot().children if files.of(CHILD, child)]
    assert len(shown) == 5
    scans = [one for one in store.snapshot().agreements if one.file]
    assert len(scans) == 3 and all(unpacked(store.file(one.file)) for one in scans)
    store.close()
