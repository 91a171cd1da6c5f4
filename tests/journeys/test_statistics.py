"""The statistics of a day: screen, Excel and command line say the same, and a slow recount of the pupils says it too."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt

from app.ports import Disk
from app.school import Snapshot
from app.statistics import Statistics, statistics
from tests.journeys.clerk import NOW, SCHOOL, Clerk
from tests.journeys.clerk import PASSWORD as HERS
from tests.ui.cli.conftest import PASSWORD, Program, program, school  # noqa: F401
from ui.cli import run, stats
from ui.statistics.differences import DifferencesPage
from ui.statistics.page import StatisticsPage

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
    is_a_recount(registered.json("stats", "--on", day), registered.json("children", "--on", day))


def is_a_recount(answer: dict[str, Any], pupils: list[dict[str, Any]]) -> None:
    """Fails where the answer of `stats` is not what counting the answer of `children` one by one gives."""
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


@pytest.mark.parametrize("meaning", ["register", "civil"])
def test_the_command_line_refuses_what_does_not_add_up(
    registered: Program, monkeypatch: pytest.MonkeyPatch, meaning: str
) -> None:
    def wrong(snapshot: Snapshot, day: date) -> Statistics:
        found = statistics(snapshot, day)
        tables = [replace(one, cells=(((*one.cells[0][0], 999), *one.cells[0][1:]), *one.cells[1:]))
                  if one.meaning == meaning else one for one in found.tables]  # fmt: skip
        return replace(found, tables=tuple(tables))

    monkeypatch.setattr(stats, "statistics", wrong)
    registered("stats", "--on", "2026-11-24", status=1)
    assert registered.err.startswith("数字对不上：") and "不符，差 1" in registered.err


def by_command(
    disk: Disk, folder: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch, command: str
) -> Any:
    """What the command line says of the clerk's school."""
    patch.setenv("QIANSHOU_PASSWORD", HERS)
    capsys.readouterr()
    assert run(disk, ["--data", str(folder), command, "--on", NOW.date().isoformat(), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_screen_excel_and_command_line_say_the_same(
    clerk: Clerk, folder: Path, disk: Disk, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "register.xlsx")
    clerk.press("统计表")
    clerk.look("statistics")
    page = clerk.window.page
    assert isinstance(page, StatisticsPage)
    assert page.check.isVisible() and page.check.words.startswith("核对：每一栏加起来都相符")
    shown = {meaning: page.found.table(meaning) for meaning in ("register", "civil")}
    grid = page.grid.figures
    screen = [[grid.data(grid.index(line, column)) for column in range(grid.columnCount())]
              for line in range(grid.rowCount())]  # fmt: skip
    clerk.will_save(tmp_path / "统计.xlsx")
    clerk.control(Qt.Key.Key_E)
    clerk.waits("存好了：")
    clerk.press("为什么两个数不一样")
    clerk.look("differences")
    assert isinstance(clerk.window.page, DifferencesPage)
    told = [line.words() for line in clerk.window.page.sums]
    clerk.leaves()

    answer = by_command(disk, folder, capsys, monkeypatch, "stats")
    is_a_recount(answer, by_command(disk, folder, capsys, monkeypatch, "children"))
    register, civil, sums = answer["register"], answer["civil_affairs"], answer["differences"]
    assert answer["school"] == SCHOOL
    said = [[line["pupils"], line["left"], *line["away"].values(), *line["carer"].values(), *line["boarding"].values()]
            for line in register["lines"]]  # fmt: skip
    assert said == [list(line) for line in shown["register"].numbers]
    assert screen == [[str(number) if number else "—" for number in line] for line in said]
    sheets = openpyxl.load_workbook(tmp_path / "统计.xlsx")
    assert [[sheets["学籍口径"].cell(6 + line, 3 + column).value for column in range(14)]
            for line in range(len(said))] == said  # fmt: skip
    aged = [[line["total"], *(line[age][key] for age in ("0-5", "6-13", "14-16") for key in ("total", "男", "女")),
             line["unknown"]] for line in civil["lines"]]  # fmt: skip
    assert aged == [list(line) for line in shown["civil"].numbers]
    assert [[sheets["民政口径"].cell(6 + line, 3 + column).value for column in range(11)]
            for line in range(26)] == aged[:26]  # fmt: skip
    assert told[0].startswith(f"学籍口径 {register['total']} = 两边都算 {sums['both']} +")
    assert told[2] == f"待核实 {civil['unknown']} = 学籍算的 {sums['register_open']} + 学籍不算的 {sums['open']}"
