"""Pairing, logging and what is due on the command line, on a real file."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ui.cli.conftest import PASSWORD, Program

REGISTER = str(Path(__file__).parents[2] / "samples" / "register.xlsx")


@pytest.fixture
def registered(program: Program) -> Program:
    program("init", "--school", "青山小学", "--user", "李老师", "--term", "2026-1", "--rules-from", "2026-08-31")
    program("import", REGISTER, "--yes")
    program("staff-add", "王老师", "--class-teacher", "三（1）班")
    program("staff-add", "何老师")
    return program


def left_behind(program: Program) -> list[dict[str, Any]]:
    return [
        child for child in program.json("children", "--on", "2026-09-10")
        if child["status"] != "none" and child["class_name"] == "三（1）班" and child["id_number"]
    ]  # fmt: skip


def due(program: Program, child: dict[str, Any], rule: str, on: str) -> dict[str, Any]:
    (one,) = [
        row for row in program.json("due", "--on", on)
        if row["rule"] == rule and row["child"] and row["child"]["id_number"] == child["id_number"]
    ]  # fmt: skip
    return dict(one)


def test_a_mentor_is_paired_and_named_everywhere(registered: Program) -> None:
    child = left_behind(registered)[0]
    assert (child["mentor"], due(registered, child, "talk", "2026-09-10")["owed_by"]) == (None, "王老师")
    pair = ("pair", "--child", child["id_number"], "--helper", "何老师", "--role", "mentor", "--on", "2026-09-07")
    assert registered.json(*pair)["new"] is True
    assert registered.json(*pair)["new"] is False
    assert due(registered, child, "talk", "2026-09-10")["owed_by"] == "何老师"
    assert due(registered, child, "visit", "2026-09-10")["owed_by"] == "王老师"
    (again,) = [one for one in left_behind(registered) if one["id_number"] == child["id_number"]]
    assert again["mentor"] == "何老师"


def test_what_is_logged_counts_and_what_reached_nobody_stays_an_attempt(registered: Program) -> None:
    child = left_behind(registered)[0]
    log = ("log", "--child", child["id_number"], "--kind", "talk", "--by", "何老师", "--with", "本人")
    registered(*log, "--on", "2026-09-03", "--outcome", "reached", status=1)
    log = log[:-2]
    assert due(registered, child, "talk", "2026-09-09")["state"] == "overdue"
    assert due(registered, child, "talk", "2026-09-09")["overdue_days"] == 5
    registered(*log, "--on", "2026-09-02", "--outcome", "reached")
    assert due(registered, child, "talk", "2026-09-09")["state"] == "open"
    registered(*log, "--on", "2026-09-09", "--outcome", "not_reached")
    row = due(registered, child, "talk", "2026-09-10")
    assert (row["state"], row["done"], row["attempts"], row["needed"]) == ("soon", 0, 1, 1)
    assert row["window"] == {"from": "2026-09-07", "until": "2026-09-13"}
    number = registered.json(*log, "--on", "2026-09-10", "--outcome", "reached", "--minutes", "12")["record_id"]
    assert number > 0
    assert due(registered, child, "talk", "2026-09-10")["state"] == "done"


def test_the_figures_are_those_of_the_list(registered: Program) -> None:
    children = left_behind(registered)
    for child in children[:2]:
        registered("log", "--child", child["id_number"], "--kind", "talk", "--on", "2026-09-02", "--outcome", "reached")
    value = registered.json("standing", "--rule", "talk", "--from", "2026-09-01", "--until", "2026-09-07")
    rows = [row for row in registered.json("due", "--on", "2026-09-04") if row["rule"] == "talk"]
    assert value["rules"] == {"talk": {"owed": len(rows), "done": 2, "missed": len(rows) - 2}}
    assert value["classes"]["三（1）班"] == {"owed": len(children), "done": 2, "missed": len(children) - 2}
    assert value["mentors"] == {}


def test_in_the_holidays_nothing_is_due(registered: Program) -> None:
    assert registered.json("due", "--on", "2026-08-10") == []
    assert registered.json("due", "--on", "2027-01-25") == []


def test_what_is_not_known_is_refused_in_one_line(registered: Program) -> None:
    child = left_behind(registered)[0]["id_number"]
    registered("pair", "--child", child, "--helper", "张三", "--role", "mentor", "--on", "2026-09-07", status=1)
    registered("pair", "--child", "1", "--helper", "何老师", "--role", "mentor", "--on", "2026-09-07", status=1)
    registered("log", "--child", child, "--kind", "chat", "--on", "2026-09-07", "--outcome", "reached", status=2)
    registered("standing", "--rule", "nothing", status=1)


def test_a_counselling_session_is_logged_as_confidential(registered: Program) -> None:
    child = left_behind(registered)[0]
    log = ("log", "--child", child["id_number"], "--on", "2026-09-03", "--outcome", "reached", "--note", "被打了")
    secret = registered.json(*log, "--kind", "counselling")["record_id"]
    plain = registered.json(*log, "--kind", "talk")["record_id"]
    store = registered.disk.vault(registered.folder).open("李老师", PASSWORD)
    try:
        records = {one.id: one for one in store.ledger.between(date(2026, 9, 3), date(2026, 9, 3))}
    finally:
        store.close()
    assert (records[secret].confidential, records[secret].summary) == (True, "")
    assert (records[plain].confidential, records[plain].summary) == (False, "被打了")
