"""The heat map under real keys and clicks on a real file: its figures, the names behind them, catching up, paper, Excel."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.care_rules import on_day
from app.due import duties_of
from app.edits import Told, log_care
from app.edits.rules import set_rule
from app.heat import CHILDREN, CLASSES, DONE, MENTORS, MISSED, NOW, RULES, RUN
from app.tally import tallies
from tests.ui.heat.conftest import TODAY, Open
from ui.batch.page import BatchPage
from ui.children.roster_page import RosterPage
from ui.contacts.page import ContactsPage
from ui.heat.model import OWED, RUNS
from ui.heat.page import HeatPage
from ui.paper.heat_sheet import heat_job, heat_paper
from ui.paper.output import pdf_bytes
from ui.paper.print_page import PrintPage
from ui.pieces.name_cell import NameCell
from ui.pieces.numbers import NumberLink, PhoneNumber
from ui.window import Window

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
READ = Qt.ItemDataRole.AccessibleTextRole


def focused() -> QWidget:
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def key(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, with_)


def choose(page: HeatPage, box: str, value: str) -> None:
    """Choose in one of the combo boxes over the map, by keys."""
    combo = getattr(page.desk.choices, box)
    combo.setFocus()
    for _step in range(40):
        if combo.currentData() == value:
            return
        key(K.Key_Down if combo.findData(value) > combo.currentIndex() else K.Key_Up)
    raise AssertionError(f"{value} is not offered in {box}")


def click(page: HeatPage, row: int, column: int) -> None:
    index = page.grid.heat.index(row, column)
    page.grid.scrollTo(index)
    QTest.mouseClick(page.grid.viewport(), LEFT, pos=page.grid.visualRect(index).center())


def place(page: HeatPage, state: str) -> tuple[int, int]:
    """The first cell of that state."""
    return next((r, c) for r, row in enumerate(page.grid.heat.rows) for c, cell in enumerate(row.cells)
                if cell.state == state)  # fmt: skip


def total(page: HeatPage, row: int, what: str) -> int:
    return page.grid.heat.total(row, page.grid.heat.columns + page.grid.heat.totals.index(what))


@pytest.mark.parametrize("rule", ["", "talk", "family-call", "visit"])
def test_every_total_is_the_tallies(page: HeatPage, rule: str) -> None:
    choose(page, "rule", rule)
    duties = page.board.duties
    assert duties is not None
    expected = tallies([duties], duties.term.from_day, TODAY, rule)
    for by, tally in ((CLASSES, expected.classes), (MENTORS, expected.mentors), (RULES, expected.rules)):
        QTest.mouseClick(page.desk.choices.by.button(by), LEFT)
        choose(page, "rule", rule)
        shown = {row.key: (total(page, n, OWED), total(page, n, DONE), total(page, n, MISSED))
                 for n, row in enumerate(page.grid.heat.rows)}  # fmt: skip
        if by == MENTORS:
            shown.pop(0, None)
        wanted = {one: (each.owed, each.done, each.missed) for one, each in tally.items()}
        assert {one: each for one, each in shown.items() if each[0]} == wanted
    QTest.mouseClick(page.desk.choices.by.button(CHILDREN), LEFT)
    head = page.desk.head.sentence
    owed, done, missed = (int(head.number(what).value()) for what in (OWED, DONE, MISSED))
    about = [one for one in expected.rules if duties.rules[one][-1].whom == "child"]
    assert (owed, done, missed) == tuple(
        sum(getattr(expected.rules[one], what) for one in about) for what in ("owed", "done", "missed"))  # fmt: skip


def test_it_opens_on_the_weekly_talk_worst_first_with_the_cursor_in_this_week(page: HeatPage) -> None:
    assert page.board.rule == "talk" and page.board.by == CHILDREN
    rows = page.grid.heat.rows
    runs = [row.run if row.run > 1 else 0 for row in rows]
    assert runs == sorted(runs, reverse=True) and runs[0] >= 2
    worst = [row for row in rows if row.run > 1]
    assert page.desk.head.heading.text() == f"{len(worst)} 个孩子连着两周没谈心"
    assert page.grid.hasFocus() and page.grid.currentIndex().row() == 0
    column = page.grid.heat.map.columns[page.grid.currentIndex().column()]  # type: ignore[union-attr]
    assert column.covers(TODAY) and column.first_week == 13
    assert page.desk.here_says.text() == page.grid.currentIndex().data(READ)


def test_a_screen_reader_hears_every_cell(page: HeatPage) -> None:
    model = page.grid.heat
    row, column = place(page, RUN)
    said = str(model.index(row, column).data(READ))
    assert said.startswith(f"{model.name(row)}，第 {column + 1} 周（") and "连着没谈心" in said
    assert str(model.index(row, model.columns).data(READ)).endswith(f"，没做 {model.rows[row].missed}")
    assert model.index(row, model.columns + 1).data(READ) == f"{model.name(row)}，连着 {model.rows[row].run} 周"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "第 1 周（8月31日—9月6日）"
    assert "班" in str(model.headerData(row, Qt.Orientation.Vertical))


def test_keys_walk_and_home_comes_back_to_this_week(page: HeatPage) -> None:
    here = page.grid.currentIndex()
    key(K.Key_Left)
    key(K.Key_Left)
    key(K.Key_Down)
    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (1, here.column() - 2)
    assert page.desk.here_says.text().startswith(page.grid.heat.name(1))
    key(K.Key_Home)
    assert page.grid.currentIndex().column() == here.column()


def test_enter_on_what_lacks_opens_where_it_is_entered(window: Window, page: HeatPage) -> None:
    row, column = place(page, MISSED)
    entry = page.board.map.of(page.grid.heat.rows[row].cells[column])[0]  # type: ignore[union-attr]
    page.grid.go(row, column)
    key(K.Key_Return)
    assert window.key == "batch"
    batch = window.page
    assert isinstance(batch, BatchPage) and batch.scope is not None
    assert (batch.scope.number, batch.scope.kind) == (entry.class_id, "talk")
    assert batch.scope.monday == entry.owed.window.from_day
    window.back()
    assert window.page is page and page.grid.currentIndex().row() == row


def test_a_record_dated_into_it_turns_the_cell_and_every_number(window: Window, page: HeatPage) -> None:
    row, column = place(page, MISSED)
    one = page.grid.heat.rows[row]
    entry = page.board.map.of(one.cells[column])[0]  # type: ignore[union-attr]
    before, done = one.missed, int(page.desk.head.sentence.number(DONE).value())
    told = Told("talk", entry.owed.deadline, staff_id=None)
    window.session.apply("补记", log_care(told, [entry.subject[1]]))
    fresh = next(each for each in page.grid.heat.rows if each.key == one.key)
    assert fresh.missed == before - 1 and fresh.cells[column].state == DONE
    assert int(page.desk.head.sentence.number(DONE).value()) == done + 1
    window.session.undo()
    again = next(each for each in page.grid.heat.rows if each.key == one.key)
    assert again.missed == before and again.cells[column].state in (MISSED, RUN)


def test_a_done_cell_and_a_total_list_what_stands_behind(window: Window, page: HeatPage) -> None:
    row, column = place(page, DONE)
    name = page.grid.heat.rows[row].key
    click(page, row, column)
    assert page.in_names() and len(page.members.entries()) == 1
    assert page.members.heading.text().endswith("：1 件")
    assert page.members.entries()[0].subject == ("child", name)
    key(K.Key_Escape)
    assert not page.in_names() and page.grid.hasFocus()
    click(page, 0, page.grid.heat.columns)
    assert [one.missed for one in page.members.entries()] == [True] * page.grid.heat.rows[0].missed
    key(K.Key_Return)
    assert isinstance(window.page, RosterPage) and window.page.dossier.child_id == page.grid.heat.rows[0].key


def test_every_number_of_the_head_opens_as_many_names(page: HeatPage) -> None:
    for what in (OWED, DONE, MISSED):
        number = page.desk.head.sentence.number(what)
        QTest.mouseClick(number, LEFT)
        assert page.in_names() and len(page.members.entries()) == int(number.value())
        page.back()


def test_numbers_of_a_class_lead_to_the_children_behind(page: HeatPage) -> None:
    QTest.mouseClick(page.desk.choices.by.button(CLASSES), LEFT)
    model = page.grid.heat
    row = next(n for n, one in enumerate(model.rows) if one.missed)
    click(page, row, model.columns + 2)
    found = page.members.entries()
    assert len(found) == model.rows[row].missed and {one.class_id for one in found} == {model.rows[row].key}
    page.back()
    column = next(c for c, cell in enumerate(model.rows[row].cells) if cell.missed)
    click(page, row, column)
    assert sum(one.missed for one in page.members.entries()) == model.rows[row].cells[column].missed
    first = page.members.entries()[0]
    assert first.missed, "what was not done comes first"


def test_rules_as_rows_are_how_far_each_was_kept(page: HeatPage) -> None:
    QTest.mouseClick(page.desk.choices.by.button(RULES), LEFT)
    assert page.board.rule == "" and {"talk", "family-call", "training"} <= {row.key for row in page.grid.heat.rows}
    row = next(n for n, one in enumerate(page.grid.heat.rows) if one.key == "training")
    assert page.grid.heat.name(row) == "监护人培训"


def test_found_by_initials_filtered_by_class_put_in_order(page: HeatPage) -> None:
    key(K.Key_L)
    assert page.search_box.hasFocus() and page.search_box.text() == "l"
    names = [page.board.named[row.key] for row in page.grid.heat.rows]
    assert names and all(one.initials.startswith("l") or "l" in one.initials for one in names)
    key(K.Key_Down)
    assert page.grid.hasFocus()
    page.search_box.clear()
    everybody = len(page.grid.heat.rows)
    class_id = page.desk.choices.class_.itemData(1)
    choose(page, "class_", class_id)
    assert 0 < len(page.grid.heat.rows) < everybody
    assert {row.class_id for row in page.grid.heat.rows} == {int(class_id)}
    choose(page, "class_", "0")
    choose(page, "order", "name")
    spelt = [page.board.named[row.key].pinyin for row in page.grid.heat.rows]
    assert spelt == sorted(spelt)


def test_a_name_that_nobody_has_says_so(page: HeatPage) -> None:
    page.search_box.setFocus()
    QTest.keyClicks(page.search_box, "zzzz")
    assert not page.grid.isVisible() and page.desk.empty.text() == "没有这样的孩子。换一个班，或者把找的字删掉。"


def test_a_monthly_rule_is_a_cell_a_month_and_calls_tell_video_from_voice(page: HeatPage) -> None:
    choose(page, "rule", "family-call")
    found = page.grid.heat.map
    assert found is not None and [column.weeks for column in found.columns] == [5, 4, 4, 5, 2]
    media = {page.board.by_video(cell) for row in page.grid.heat.rows for cell in row.cells if cell.state == DONE}
    assert media == {True, False}
    row, column = next((r, c) for r, one in enumerate(page.grid.heat.rows) for c, cell in enumerate(one.cells)
                       if cell.state == DONE and page.board.by_video(cell))  # fmt: skip
    child, window = int(page.grid.heat.rows[row].key), page.board.map.of(page.grid.heat.rows[row].cells[column])[0]  # type: ignore[union-attr]
    records = page._session.store.ledger.of_child(child)
    assert [one for one in records if one.kind in ("family_call", "letter") and one.medium == "视频"
            and one.outcome == "reached" and window.owed.window.covers(one.day)]  # fmt: skip


def test_beside_it_the_families_to_ring_and_a_count_a_week(window: Window, page: HeatPage, qtbot: QtBot) -> None:
    weekly = replace(on_day((), TODAY)["family-call"], span="week")
    window.session.apply("每周打电话", set_rule((), weekly, date(2026, 8, 31)))
    choose(page, "rule", "family-call")
    worst = page.board.in_run()
    assert worst, "there are families that were not reached for two weeks"
    shown = worst[:3]
    assert page.aside.first.text() == f"先打给这 {len(shown)} 家"
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.aside.findChildren(PhoneNumber)))
    numbers = [one for one in page.aside.findChildren(PhoneNumber) if one.isVisible()]
    assert 0 < len(numbers) <= 3
    QTest.mouseClick(numbers[0], LEFT)
    assert QApplication.clipboard().text().isdigit()
    links = [one for one in page.aside.findChildren(NumberLink)
             if not isinstance(one, PhoneNumber) and one.isVisible()]  # fmt: skip
    counted = [row.cells[0] for row in page.grid.heat.rows]
    assert links[0].value() == str(sum(cell.done for cell in counted))
    QTest.mouseClick(links[0], LEFT)
    assert page.in_names() and len(page.members.entries()) == sum(cell.owed for cell in counted)
    page.back()
    page.aside.row_wanted.emit(shown[-1].key)
    assert page.grid.heat.rows[page.grid.currentIndex().row()].key == shown[-1].key


def test_in_the_holidays_the_term_that_ended_is_shown(open_window: Open) -> None:
    window = open_window(today=date(2027, 2, 3))
    window.go("heat")
    page = window.page
    assert isinstance(page, HeatPage) and page.board.term_code == "2026-1"
    assert page.grid.heat.rows and page.grid.heat.map is not None and page.grid.heat.map.now is None
    assert NOW not in {cell.state for row in page.grid.heat.rows for cell in row.cells}
    snapshot = window.session.snapshot
    duties = duties_of(snapshot, window.session.store.ledger, snapshot.terms[-1], date(2027, 2, 3))
    expected = tallies([duties], duties.term.from_day, date(2027, 2, 3), "talk").rules["talk"]
    assert int(page.desk.head.sentence.number(MISSED).value()) == expected.missed


def test_ctrl_e_writes_what_is_on_screen(
    window: Window, page: HeatPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "一览"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    key(K.Key_E, CONTROL)
    qtbot.waitUntil(lambda: (tmp_path / "一览.xlsx").exists() and not window.work.busy)
    assert asked == ["青石坪中心小学谈心每周一览（截至2026年11月24日）.xlsx"]
    sheet = openpyxl.load_workbook(tmp_path / "一览.xlsx").worksheets[0]
    model = page.grid.heat
    lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
    by_name = {(line[0], line[1]): line for line in lines}
    for row in model.rows:
        named = page.board.named[row.key]
        line = by_name[named.name, named.second]
        marks = {DONE: "√", MISSED: "×", RUN: "×", NOW: "…"}
        assert [line[2 + n] or "" for n in range(model.columns)] == [marks.get(cell.state, "") for cell in row.cells]
        assert line[2 + model.columns : 4 + model.columns] == [row.missed, row.run]


def test_ctrl_p_prints_it_across_for_the_office(window: Window, page: HeatPage) -> None:
    key(K.Key_P, CONTROL)
    printing = window.page
    assert isinstance(printing, PrintPage)
    count = len(page.board.rows)
    assert printing.heading.text().startswith(f"打印谈心每周一览：{count} 个孩子，")
    assert "不上墙" in printing.panel.counts.text()
    for rule in ("talk", "all", "family-call", "visit"):
        warnings: list[str] = []
        job = heat_job(window.session, rule)
        paper = heat_paper(job)
        assert paper.landscape and len(paper.owners) == len(paper.sheets)
        assert frozenset().union(*paper.owners) == {child.id for child in job.children}
        pdf_bytes(paper, warnings)
        assert warnings == []
        # A number in a frame stands in the legend, and of all rules at once each is named with its share of the sum.
        assert job.sheet is not None
        numbers = {mark for line in job.sheet.lines for mark in line.marks if mark.isdecimal()}
        assert bool(numbers) is any(mark.isdecimal() for mark, _said in job.sheet.legend)
        assert bool(job.sheet.note) is (rule == "all")
        if rule == "all":
            total, *each = (int(one) for one in re.findall(r" (\d+)", job.sheet.note))
            assert numbers and total == sum(each) == sum(line.missed for line in job.sheet.lines)
            assert "谈心 " in job.sheet.note
    window.back()
    assert window.page is page


def test_what_the_views_lead_to(window: Window, page: HeatPage) -> None:
    QTest.mouseClick(page.desk.views.button("batch"), LEFT)
    assert window.key == "batch"
    window.back()
    assert window.page is page and page.desk.views.current() == "heat"


def test_a_small_window_keeps_the_names_in_sight(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(911, 465)
    window.go("heat")
    page = window.page
    assert isinstance(page, HeatPage)
    assert (window.width(), window.height()) == (911, 465)
    assert not page.aside.isVisible()
    qtbot.waitUntil(lambda: page.grid.viewport().height() > 4 * page.grid.rowHeight(0))
    assert page.grid.verticalHeader().isVisible() and page.grid.verticalHeader().width() < 200


def test_it_counts_again_only_when_it_is_looked_at(window: Window, page: HeatPage) -> None:
    window.go("roster")
    before = page.board.map
    child = int(page.grid.heat.rows[0].key)
    window.session.apply("记", log_care(Told("talk", TODAY - timedelta(days=1)), [child]))
    assert page.board.map is before
    window.go("heat")
    assert page.board.map is not before
    assert page.grid.heat.rows[0].key != child, "who was talked with is no longer the worst"
    assert RUNS in page.grid.heat.totals


def test_the_green_button_rings_the_worst_family(window: Window, page: HeatPage, qtbot: QtBot) -> None:
    weekly = replace(on_day((), TODAY)["family-call"], span="week")
    window.session.apply("每周打电话", set_rule((), weekly, date(2026, 8, 31)))
    choose(page, "rule", "family-call")
    first = int(page.board.in_run()[0].key)
    assert page.desk.head.heading.text().endswith("个孩子连着两周没通话")
    QTest.mouseClick(page.aside.go, LEFT)
    contacts = window.page
    assert window.key == "contacts" and isinstance(contacts, ContactsPage)
    name = window.session.snapshot.children[first].name
    qtbot.waitUntil(lambda: any(cell.isVisible() and cell.accessibleName() == name for cell in
                                contacts.findChildren(NameCell)))  # fmt: skip
