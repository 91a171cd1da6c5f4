"""The page 考核表 and the wizard that reads the county's: items changed, tables kept, one in use."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.assessment import FIGURE, JUDGED, PAPER
from app.scales import BadScale, read_scale
from db.store import FileStore
from tests.ui.report.conftest import Open
from ui.report.scale_field import read_typed, typed
from ui.report.tables_page import TablesPage
from ui.score_import.page import ScoreImportPage
from ui.window import Window


def tables(opened: Open, width: int = 1366, height: int = 697) -> TablesPage:
    window = opened(width, height).window()
    assert isinstance(window, Window)
    window.go("score-tables")
    assert isinstance(window.page, TablesPage)
    return window.page


def test_an_item_is_changed_field_by_field(opened: Open, store: FileStore) -> None:
    page = tables(opened)
    item = next(one for one in page.every[0].items if one.measure == "rule:visit")
    page.open_item(item.id)
    editor = page.editor
    editor.texts["points"].put_back("6.2")
    assert not editor.texts["points"].commit() and editor.texts["points"].error()
    editor.texts["points"].put_back("7")
    assert editor.texts["points"].commit()
    editor.scale.kind.put_back("steps")
    editor.scale.kind.commit()
    editor.scale.more.put_back("90% 6，80% 5")
    editor.scale.more.commit()
    assert editor.scale.more.error() == "最高一档要正好是满分"
    editor.scale.more.put_back("90% 7，80% 5.5")
    editor.scale.more.commit()
    changed = next(one for one in store.assessment.tables()[0].items if one.id == item.id)
    assert (changed.points, changed.scale) == (14, "steps 90:14 80:11")
    assert editor.says.text().startswith("做到 90% 得 7 分")
    editor.figure.put_back("count:forum")
    editor.figure.commit()
    assert editor.times.isVisible() and editor.times.value() == "2"
    editor.times.put_back("0")
    editor.times.commit()
    assert editor.times.error() == "写个数，如 2"
    editor.times.put_back("3")
    editor.times.commit()
    counted = next(one for one in store.assessment.tables()[0].items if one.id == item.id)
    assert counted.measure == "count:forum 3" and editor.figure.value() == "count:forum"
    editor.measured.put_back(PAPER)
    editor.measured.commit()
    assert editor.papers.isVisible() and not editor.figure.isVisible() and editor.papers.value() == "1"
    editor.measured.put_back(JUDGED)
    editor.measured.commit()
    assert not editor.scale.isVisible()
    assert page.back() and editor.isHidden() and not page.back()


def test_items_are_added_moved_and_taken_away(opened: Open, store: FileStore) -> None:
    page = tables(opened)
    first = page.every[0].items[0]
    page.desk.grid.set_current(first.id)
    page.desk.add.click()
    page.forms.adding.fields["what"].put_back("心理辅导")
    page.forms.adding.commit()
    added = next(one for one in store.assessment.tables()[0].items if one.what == "心理辅导")
    assert added.part == first.part and page.editor.item is not None and page.editor.item.id == added.id
    before = [one.id for one in store.assessment.tables()[0].items].index(added.id)
    page.editor.up.click()
    assert [one.id for one in store.assessment.tables()[0].items].index(added.id) == before - 1
    page.editor.delete.click()
    assert all(one.id != added.id for one in store.assessment.tables()[0].items)
    assert page.editor.item is not None and page.editor.item.id == page.desk.grid.current() != added.id


def test_several_tables_one_in_use(opened: Open, store: FileStore) -> None:
    page = tables(opened)
    page.desk.shipped.click()
    second = store.assessment.tables()[1]
    assert not second.in_use and page.table_id == second.id and page.desk.use.isVisible()
    page.desk.use.click()
    assert store.assessment.tables()[0].id == second.id and not page.desk.use.isVisible()
    page.desk.bands.click()
    page.forms.grading.fields["least0"].put_back("六十")
    page.forms.grading.commit()
    assert page.forms.grading.isVisible()
    page.forms.grading.fields["least0"].put_back("70")
    page.forms.grading.commit()
    assert '["合格", 140]' in store.assessment.tables()[0].bands
    page.desk.delete.click()
    assert len(store.assessment.tables()) == 1 and store.assessment.tables()[0].in_use


def test_in_a_narrow_window_the_item_takes_the_place_of_the_list(opened: Open) -> None:
    page = tables(opened, 911, 465)
    page.open_item(page.every[0].items[0].id)
    assert page.editor.isVisible() and page.left.isHidden()
    QTest.keyClick(page.editor, Qt.Key.Key_PageDown)
    assert page.editor.item is not None and page.editor.item.id == page.every[0].items[1].id
    assert page.back() and page.left.isVisible()


def test_the_countys_excel_is_looked_through_and_kept(
    opened: Open, store: FileStore, tmp_path: Path, qtbot: QtBot
) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["考核指标", "目标要求", "分值", "评分标准"], ["组织", "有领导小组", 4, ""], ["", "有亮点", "若干", ""]):
        book.active.append(row)
    book.save(tmp_path / "县考核.xlsx")
    window = opened().window()
    assert isinstance(window, Window)
    window.go("score-import", str(tmp_path / "县考核.xlsx"))
    page = window.page
    assert isinstance(page, ScoreImportPage)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    page.look_through()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 2)
    assert page.matter.finding(page._plan) == "读出 1 项，4 分，1 行读不出"
    heads = [one.title for one in page.preview.grid.shown_columns()]
    assert heads == ["", "行", "考核项", "分值", "要求", "照什么算"], "nothing there is changed by it"
    page.carry_out()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 3)
    table = store.assessment.tables()[0]
    assert table.name == "县考核" and table.in_use and table.items[0].measured == FIGURE
    page.take_back()
    assert all(one.name != "县考核" for one in store.assessment.tables())


@pytest.mark.parametrize(("kind", "text", "kept"), [
    ("steps", "90% 7，80% 5.5", "steps 90:14 80:11"), ("steps", "90%以上得7分；80％：5.5分", "steps 90:14 80:11"),
    ("each", "0.5", "each 1"), ("share", "", "share"), ("all", "", "all"),
])  # fmt: skip
def test_a_scale_is_read_as_it_is_typed(kind: str, text: str, kept: str) -> None:
    assert read_typed(kind, text) == kept
    assert read_typed(kind, typed(read_scale(kept))) == kept


@pytest.mark.parametrize(("kind", "text"), [("steps", "九成"), ("each", "0"), ("steps", "80% 5，90% 3"), ("each", "")])
def test_a_scale_that_makes_no_sense_is_refused(kind: str, text: str) -> None:
    with pytest.raises(BadScale):
        read_typed(kind, text)
