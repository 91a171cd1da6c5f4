"""The statistics under real keys and clicks: every number opens its children, any day can be counted, what is shown is
what is exported."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app import edits
from app.roster import counts, rows
from app.statistics import ALL, CIVIL, REGISTER, Head, statistics
from db.store import FileStore
from tests.ui.statistics.conftest import TODAY, Open
from ui.children.roster_page import RosterPage
from ui.statistics.page import StatisticsPage
from ui.window import Window

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def names(page: StatisticsPage) -> list[str]:
    return [page._session.snapshot.children[key].name for key in page.members.grid.rows()]


def click(page: StatisticsPage, line: int, column: int) -> None:
    index = page.grid.figures.index(line, column)
    page.grid.scrollTo(index)
    QTest.mouseClick(page.grid.viewport(), LEFT, pos=page.grid.visualRect(index).center())


def test_what_stands_on_screen_is_the_roster_s(page: StatisticsPage) -> None:
    found = counts(rows(page._session.snapshot, TODAY))
    head = page.head.sentence
    assert [head.number(key).value() for key in ("pupils", REGISTER, CIVIL, "unknown")] == [
        str(number) for number in (found.total, found.left_behind, found.civil, found.civil_unknown)]
    table = statistics(page._session.snapshot, TODAY).table(REGISTER)
    shown = [[page.grid.figures.data(page.grid.figures.index(line, column)) for column in range(14)]
             for line in range(len(table.lines))]  # fmt: skip
    assert shown == [[str(number) if number else "—" for number in line] for line in table.numbers]
    assert page.check.isVisible() and not page.wrong.isVisible()


def test_a_number_opens_its_children_and_esc_comes_back_to_it(window: Window, page: StatisticsPage, qtbot: QtBot) -> None:
    table = page.grid.figures.table
    place = table.lines.index(Head(ALL, ALL)), table.columns.index(Head("away", "father"))
    ids = table.cells[place[0]][place[1]]
    click(page, *place)
    assert page.in_list() and page.members.grid.rows() == list(ids)
    assert page.members.heading.text() == f"全校，只父亲外出：{len(ids)} 人"
    assert "爸爸在外" in page.members.reason.text()
    qtbot.keyClick(page.members.grid, KEY.Key_Escape)
    assert not page.in_list() and page.grid.where() == place and page.grid.hasFocus()


def test_keys_alone_reach_a_number_its_child_and_the_way_back(window: Window, page: StatisticsPage, qtbot: QtBot) -> None:
    assert page.grid.hasFocus() and page.grid.where() == (0, 0)
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Return):
        qtbot.keyClick(page.grid, key)
    table = page.grid.figures.table
    assert page.members.grid.rows() == list(table.cells[1][1])
    assert page.members.grid.hasFocus()
    first = page.members.grid.current()
    qtbot.keyClick(page.members.grid, KEY.Key_Return)
    assert isinstance(window.page, RosterPage) and window.page.dossier.child_id == first
    window.back()
    window.back()
    assert window.page is page and page.in_list()


def test_nought_opens_nothing(page: StatisticsPage, qtbot: QtBot) -> None:
    numbers = page.grid.figures.table.numbers
    place = next((r, c) for r, line in enumerate(numbers) for c, number in enumerate(line) if not number)
    click(page, *place)
    qtbot.keyClick(page.grid, KEY.Key_Return)
    assert not page.in_list()


def test_the_numbers_of_the_head_open_too(page: StatisticsPage) -> None:
    page.head.sentence.number("unknown").click()
    unknown = [row.child_id for row in page.found.rows if row.civil.value is None]
    assert page.members.grid.rows() == unknown and len(unknown) > 0
    assert page.members.heading.text() == f"民政口径待核实：{len(unknown)} 人"


def test_the_other_meaning_by_one_key(page: StatisticsPage, qtbot: QtBot) -> None:
    page.meaning.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    table = page.grid.figures.table
    assert table.meaning == CIVIL and page.grid.figures.rowCount() == len(table.lines)
    assert "待核实" in page.notes.text()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Left)
    assert page.grid.figures.table.meaning == REGISTER


def test_a_past_day_is_written_or_chosen(page: StatisticsPage, qtbot: QtBot) -> None:
    page.day.date.editor.setFocus()
    page.day.date.editor.selectAll()
    qtbot.keyClicks(page.day.date.editor, "20260901")
    qtbot.keyClick(page.day.date.editor, KEY.Key_Tab)
    assert page.found.counts == counts(rows(page._session.snapshot, date(2026, 9, 1)))
    assert page.found.day == date(2026, 9, 1)
    assert "住宿没有登记日期，按现在的资料统计。" in page.notes.text()
    assert page.day.named.value() == "2026-09-01"
    page.day.named.editor.setCurrentIndex(0)
    page.day.named.editor.activated.emit(0)
    assert page.found.day == TODAY and page.day.date.value() == "2026-11-24"


def test_a_day_that_is_none_is_refused_beside_the_field(page: StatisticsPage, qtbot: QtBot) -> None:
    page.day.date.editor.setFocus()
    page.day.date.editor.selectAll()
    qtbot.keyClicks(page.day.date.editor, "20260230")
    qtbot.keyClick(page.day.date.editor, KEY.Key_Tab)
    assert "没有" in page.day.date.error()
    assert page.found.day == TODAY


def test_a_save_is_counted_at_once(window: Window, page: StatisticsPage, store: FileStore) -> None:
    before = page.found.counts.total
    child = page._session.snapshot.children[page.found.rows[0].child_id]
    window.session.apply("转出", edits.transfer_out(child, TODAY, "东莞"))
    assert page.found.counts.total == before - 1
    window.go("roster")
    window.session.undo()
    window.go("statistics")
    assert page.found.counts.total == before


def test_what_does_not_add_up_is_said_in_red(page: StatisticsPage) -> None:
    page.found = replace(page.found, counts=replace(page.found.counts, left_behind=0))
    page._show()
    assert page.wrong.isVisible() and not page.check.isVisible()
    assert "留守儿童与名册 不符" in page.wrong.text.text()
    said: list[str] = []
    page._session.failed.connect(said.append)
    page.export()
    assert len(said) == 1 and "没有导出" in said[0], "what does not add up does not leave"


@pytest.mark.parametrize(("meaning", "head", "words"), [
    (REGISTER, Head("carer", "relatives"), "2栏=7+8+9+10+11栏 不符，差 1"), (CIVIL, Head("6-13", "女"), "5栏=6+7栏 不符，差 1"),
])  # fmt: skip
def test_a_cross_sum_of_either_agency_is_said_in_words_and_nothing_leaves(
    page: StatisticsPage, monkeypatch: pytest.MonkeyPatch, meaning: str, head: Head, words: str
) -> None:
    page.meaning.choose(meaning)
    table = page.found.table(meaning)
    cells = [list(line) for line in table.cells]
    cells[table.lines.index(Head(ALL, ALL))][table.columns.index(head)] += (999,)  # type: ignore[operator]
    wrong = replace(table, cells=tuple(map(tuple, cells)))
    page.found = replace(page.found, tables=tuple(wrong if one is table else one for one in page.found.tables))
    page._show()
    assert page.wrong.isVisible() and not page.check.isVisible()
    assert page.wrong.text.text().startswith("数字对不上，先不要上报：") and words in page.wrong.text.text()
    said: list[str] = []
    page._session.failed.connect(said.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: pytest.fail("nobody is asked where to save"))
    page.export()
    assert len(said) == 1 and words in said[0]


def test_ctrl_e_writes_what_is_shown(
    window: Window, page: StatisticsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "统计"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    qtbot.keyClick(page.grid, KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: (tmp_path / "统计.xlsx").exists() and not window.work.busy)
    assert asked == ["青石坪中心小学情况统计表（截至2026年11月24日）.xlsx"]
    assert "存好了：" in window.foot.said()
    sheet = openpyxl.load_workbook(tmp_path / "统计.xlsx")["学籍口径"]
    table = page.found.table(REGISTER)
    written = [tuple(sheet.cell(6 + line, 3 + column).value for column in range(14)) for line in range(len(table.lines))]
    assert written == list(table.numbers)


def test_a_folder_that_is_gone_is_said(
    window: Window, page: StatisticsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "gone" / "统计.xlsx"), ""))
    page.go.click()
    qtbot.waitUntil(lambda: window.errors.isVisible())
    assert "不能写文件" in window.errors.label.text()


def test_the_table_is_copied_for_a_spreadsheet(page: StatisticsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    table = page.found.table(REGISTER)
    assert len(lines) == 1 + len(table.lines)
    assert lines[1].split("\t") == ["一年级", "小计", *map(str, table.numbers[0])]


def test_from_the_foot_of_the_roster_and_back(window: Window) -> None:
    window.go("roster")
    roster = window.page
    assert isinstance(roster, RosterPage)
    QTest.mouseClick(roster.list.counts.table, LEFT)
    assert window.key == "statistics"
    window.back()
    assert window.key == "roster"
    QTest.mouseClick(roster.list.counts.why, LEFT)
    assert window.key == "differences"


def test_a_small_window_still_shows_the_table(open_window: Open) -> None:
    window = open_window(911, 465)
    window.go("statistics")
    page = window.page
    assert isinstance(page, StatisticsPage)
    assert window.width() == 911 and window.height() == 465
    assert page.grid.viewport().height() > 4 * page.grid.rowHeight(0)
    assert page.grid.horizontalScrollBar().maximum() == 0
    for widget in (page.go, page.why, page.day.date, page.check):
        assert page.rect().contains(widget.mapTo(page, widget.rect().bottomRight()))


def test_everything_that_takes_the_focus_has_a_name(page: StatisticsPage) -> None:
    page.head.sentence.number("pupils").click()
    unnamed = [widget for widget in page.findChildren(QWidget)
               if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
               and widget.window() is page.window()]  # fmt: skip
    assert unnamed == []
