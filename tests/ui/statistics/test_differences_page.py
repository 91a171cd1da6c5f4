"""Why the two numbers differ: the sums on screen hold, every child has both reasons, the sheet says the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.differences import balance
from tests.ui.statistics.conftest import Open
from ui.children.roster_page import RosterPage
from ui.pieces.rows import Group
from ui.statistics.differences import DifferencesPage
from ui.statistics.page import StatisticsPage
from ui.window import Window


def test_the_sums_hold_on_screen(differences: DifferencesPage) -> None:
    counts, parts = differences.found.counts, balance(differences.found.rows)
    said = [line.words() for line in differences.sums]
    assert said == [
        f"学籍口径 {counts.left_behind} = 两边都算 {parts.both} + 学籍算、民政不算 {parts.register_only} + 学籍算、民政待核实 {parts.register_open}",
        f"民政口径 {counts.civil} = 两边都算 {parts.both} + 民政算、学籍不算 {parts.civil_only}",
        f"待核实 {counts.civil_unknown} = 学籍算的 {parts.register_open} + 学籍不算的 {parts.open}",
    ]  # fmt: skip
    assert counts.left_behind == parts.both + parts.register_only + parts.register_open


def test_children_stand_under_their_reason(differences: DifferencesPage) -> None:
    groups = [row for row in differences.grid._model.rows if isinstance(row, Group)]
    assert groups[0].title == "一方外出，另一方在家能照看" and groups[0].hint == "学籍算，民政不算"
    blank = next(group for group in groups if group.title == "户口性质没填")
    assert "填上户口性质就清楚" in blank.hint
    assert sum(group.count for group in groups) == len(differences.grid.rows())


def test_a_number_jumps_and_the_reason_is_read_in_full(differences: DifferencesPage) -> None:
    differences.sums[2].number("register_open").click()
    row = differences._rows[differences.grid.current()]
    assert row.civil.value is None and row.left_behind
    assert differences.reason.text().startswith(f"{row.name}：学籍口径，") and "待核实" in differences.reason.text()


def test_enter_opens_the_file_and_filling_the_gap_changes_both(
    window: Window, differences: DifferencesPage, qtbot: QtBot
) -> None:
    blank = next(group for group in differences.groups if group.reason == "household_blank")
    child_id = blank.rows[0].child_id
    differences.grid.set_current(child_id)
    qtbot.keyClick(differences.grid, Qt.Key.Key_Return)
    assert isinstance(window.page, RosterPage) and window.page.dossier.child_id == child_id
    assert window.page.deeds.set_fact(child_id, "household", "农业户口")
    window.back()
    window.back()
    assert window.page is differences
    assert child_id not in [row.child_id for group in differences.groups if group.reason == blank.reason
                            for row in group.rows]  # fmt: skip


def test_it_comes_with_the_day_of_the_statistics(window: Window, differences: DifferencesPage) -> None:
    window.go("statistics", date(2026, 9, 1))
    page = window.page
    assert isinstance(page, StatisticsPage) and page.found.day == date(2026, 9, 1)
    page.why.click()
    assert window.page is differences and differences.found.day == date(2026, 9, 1)


def test_the_sheet_says_the_same(
    window: Window, differences: DifferencesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _p, _t, name, _k: (asked.append(name), (str(tmp_path / "说明"), ""))[1])
    differences.go.click()
    qtbot.waitUntil(lambda: (tmp_path / "说明.xlsx").exists() and not window.work.busy)
    assert asked == ["青石坪中心小学两种口径人数说明（截至2026年11月24日）.xlsx"]
    page = openpyxl.load_workbook(tmp_path / "说明.xlsx").active
    names = [row[1].value for row in page.iter_rows(min_row=4) if isinstance(row[0].value, int)]
    assert names == [row.name for group in differences.groups for row in group.rows]
    texts = [row[0].value for row in page.iter_rows() if isinstance(row[0].value, str)]
    assert sum("相符" in text for text in texts) == 3 and not any("不符" in text for text in texts)


def test_the_small_window(open_window: Open) -> None:
    window = open_window(911, 465)
    window.go("differences")
    page = window.page
    assert isinstance(page, DifferencesPage) and window.width() == 911
    assert page.grid.viewport().height() > 2 * page.grid.rowHeight(1)
    assert page.rect().contains(page.go.mapTo(page, page.go.rect().bottomRight()))


def test_a_school_without_children_says_so(window: Window, differences: DifferencesPage) -> None:
    window.session.snapshot = replace(window.session.snapshot, children={})
    differences.refresh(None)
    assert differences.grid.rows() == [] and differences.grid._empty == "两种口径数的是同一些孩子"
    assert differences.reason.text() == ""
