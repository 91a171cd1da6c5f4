"""The statistics of a day: what the command line says is what a slow recount of the pupils says."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.ui.cli.conftest import PASSWORD, Program, program, school  # noqa: F401

SAMPLES = Path(__file__).parent.parent / "samples"
GRADES = "一二三四五六七八九"


@pytest.fixture
def registered(school: Program) -> Program:  # noqa: F811
    """The school with the register and a class teacher's list imported."""
    school("import", str(SAMPLES / "register.xlsx"), "--yes")
    school("import", str(SAMPLES / "class-teacher.xlsx"), "--yes")
    return school


def grade(child: dict[str, Any]) -> int:
    return GRADES.index(child["class_name"][0]) + 1


@pytest.mark.parametrize("day", ["2026-09-01", "2026-11-24", "2027-03-01"])
def test_the_command_line_counts_as_a_slow_recount_does(registered: Program, day: str) -> None:
    answer = registered.json("stats", "--on", day)
    pupils = registered.json("children", "--on", day)
    statuses = Counter(child["status"] for child in pupils)
    register, civil = answer["register"], answer["civil_affairs"]
    assert answer["pupils"] == len(pupils) > 0
    assert (register["one_away"], register["both_away"]) == (statuses["one_away"], statuses["both_away"])
    assert (civil["total"], civil["unknown"]) == (
        sum(child["civil_affairs"] is True for child in pupils), sum(child["civil_affairs"] is None for child in pupils))
    for line in register["lines"]:
        here = [child for child in pupils if line["grade"] in (None, grade(child))]
        here = [child for child in here if line["sex"] in (None, child["sex"] or "unknown")]
        left = [child for child in here if child["status"] != "none"]
        assert (line["pupils"], line["left"]) == (len(here), len(left))
        assert line["away"]["both"] == sum(child["status"] == "both_away" for child in left)
        assert line["boarding"]["boards"] == sum(child["boarding"] for child in left)
        for group in ("away", "carer", "boarding"):
            assert sum(line[group].values()) == line["left"]
    whole = civil["lines"][0]
    assert whole["total"] == civil["total"]
    for group in ("household", "health", "boarding", "cause", "care", "condition", "aid"):
        assert sum(line["total"] for line in civil["lines"] if line["group"] == group) == civil["total"]
    assert all(check["agrees"] for check in register["checks"] + civil["checks"])
    sums = answer["differences"]
    assert sums["both"] + sums["register_only"] + sums["register_open"] == register["total"]
    assert sums["both"] + sums["civil_only"] == civil["total"]
    assert sums["register_open"] + sums["open"] == civil["unknown"]


def test_without_json_it_can_be_read(registered: Program) -> None:
    text = registered("stats", "--on", "2026-11-24")
    assert "学籍口径：留守儿童" in text and "核对：全部相符。" in text
    registered("stats", "--on", "11月", status=2)
