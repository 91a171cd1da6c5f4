"""The Excel file of a stock-take has every thing as text and number, and the differences first."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from app.changes import Insert
from app.inventory import SCRAP
from tests.ui.hands import CONTROL
from tests.ui.stocktake.conftest import TODAY, Counter
from ui.ledger.page import LedgerPage
from ui.paper.print_page import PrintPage
from ui.pieces.button import Button
from ui.stocktake.board import LENT


def saved(hand: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path) -> dict[str, list[list[object]]]:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    hand.key(Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not hand.page._work.busy)
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_report_has_the_differences_and_every_thing(
    hand: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hand.begin()
    for count in ("1", "3"):
        hand.write(count)
        hand.key(Qt.Key.Key_Return)
    sheets = saved(hand, qtbot, monkeypatch, tmp_path / "盘点.xlsx")
    assert list(sheets) == ["盘点报告", "明细"]
    rows = {str(row[1]): row for row in sheets["明细"] if str(row[1]).isdigit()}
    assert list(rows) == ["0001", "0002", "0003"], "numbers stay text with their noughts"
    assert rows["0002"][6:11] == [4.0, 3.0, "-1", 0.0, 2.0] and rows["0003"][6:9] == [40.0, "没点", ""]
    differing = [row for row in sheets["盘点报告"] if str(row[1]).isdigit()]
    assert [row[1] for row in differing] == ["0002"]
    assert any("共 3 样，点了 2 样，对不上 1 样" in str(cell) for row in sheets["盘点报告"] for cell in row)
    (noted,) = hand.store._conn.execute("SELECT what FROM log_entry ORDER BY id DESC LIMIT 1").fetchone()
    assert noted == "export_stocktake"


def test_what_is_out_goes_into_a_file_of_its_own(
    hand: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hand.desk.segments.choose(LENT)
    hand.desk.loans.setFocus()
    sheets = saved(hand, qtbot, monkeypatch, tmp_path / "借出.xlsx")
    child = hand.store.snapshot().children[next(iter(hand.store.snapshot().children))]
    (row,) = [row for row in sheets["借出没还"] if row[2] == "0002"]
    assert (row[1], row[3], row[4], row[7]) == (child.name, "篮球", "2 个", 6.0)


def test_a_scrapped_thing_leads_from_the_ledger_to_its_form(hand: Counter) -> None:
    scrapped = hand.window.session.apply("报废", [Insert("movement", {
        "asset_id": hand.ids["电视机"], "kind": SCRAP, "day": TODAY.replace(year=2024).isoformat(), "count": 1,
        "room_id": hand.ids["体育室"], "reason": "屏幕碎了"}, "m")]).ids["m"]  # fmt: skip
    hand.window.go("ledger", hand.ids["电视机"])
    page = hand.window.page
    assert isinstance(page, LedgerPage)
    form = next(one for one in page.desk.asset.findChildren(Button) if one.label() == "报废单")
    form.click()
    shown = hand.window.page
    assert isinstance(shown, PrintPage) and shown.panel.scope.value() == f"scrap:{scrapped}", "however old it is"
    assert shown.heading.text() == "打印物品报废单：1 样，1 张纸"
