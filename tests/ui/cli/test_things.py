"""`ledger` writes the books of any day, `labels` a sheet that a scanner reads."""

import subprocess
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import zxingcpp
from PySide6.QtGui import QImage

from app.changes import Insert, New
from tests.ui.cli.conftest import PASSWORD, Program


@pytest.fixture
def home(school: Program) -> Program:
    """12 balls in one room of which 2 went to another, a drum that came later."""
    vault = school.disk.vault(school.folder)
    store = vault.open(vault.users()[0], PASSWORD)
    store.apply("物品", [
        Insert("room", {"name": "体育室"}, "a"), Insert("room", {"name": "留守儿童之家"}, "b"),
        Insert("asset", {"number": "QS-A-2026-0001", "name": "篮球", "unit": "个", "class_of_goods": "sport",
                         "price_fen": 6550}, "ball"),
        Insert("asset", {"number": "0002", "name": "小鼓", "unit": "面", "class_of_goods": "music"}, "drum"),
        *(Insert("movement", {"asset_id": New(asset), "kind": kind, "day": day, "count": count, "room_id": New("a"),
                              **more})
          for asset, kind, day, count, more in (
              ("ball", "in", "2026-09-01", 12, {}), ("ball", "move", "2026-09-05", 2, {"to_room_id": New("b")}),
              ("drum", "in", "2026-10-01", 1, {}))),
    ])  # fmt: skip
    store.close()
    return school


def rows(path: Path, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path)[sheet].iter_rows(min_row=4)]


def test_the_ledger_of_a_day_goes_into_a_book(home: Program, tmp_path: Path) -> None:
    path = tmp_path / "台账 𠮷.xlsx"
    answer = home.json("ledger", "--out", str(path), "--on", "2026-09-30")
    assert answer == {"on": "2026-09-30", "things": 1, "pieces": 12, "on_loan": 0, "value_fen": 78600, "unpriced": 0,
                      "sheets": ["总账", "分室账", "分类账", "配备标准", "借出"], "out": str(path)}  # fmt: skip
    (row,) = [row for row in rows(path, "总账") if row[1]]
    assert row[1:] == ["QS-A-2026-0001", "篮球", None, "个", 12, 65.5, None, None, "体育室 10，留守儿童之家 2", None, None,
                       "体育器材", None, None]  # fmt: skip
    assert [row[5] for row in rows(path, "分室账") if row[1]] == [10, 2]
    assert home.json("ledger", "--out", str(path))["things"] == 2
    assert "2 样，13 件" in home("ledger", "--out", str(path), "--on", date(2027, 1, 1).isoformat())
    home("ledger", "--out", str(tmp_path / "nowhere" / "x.xlsx"), status=1)
    home("ledger", "--out", str(path), "--on", "yesterday", status=2)


def test_what_goes_out_comes_back_unchanged(home: Program, tmp_path: Path) -> None:
    vault = home.disk.vault(home.folder)
    store = vault.open(vault.users()[0], PASSWORD)
    store.apply("书", [
        Insert("asset", {"number": "0003", "name": "草房子", "class_of_goods": "book", "author": "曹文轩",
                         "publisher": "江苏少年儿童出版社", "origin": "donated", "bought_on": "2026-09-03",
                         "note": "封面有破损"}, "book"),
        Insert("movement", {"asset_id": New("book"), "kind": "in", "day": "2026-09-03", "count": 30, "room_id": 1}),
        Insert("movement", {"asset_id": New("book"), "kind": "loan", "day": "2026-09-08", "count": 2, "room_id": 1,
                            "borrower": "三（1）班"}),
    ])  # fmt: skip
    store.close()
    path = tmp_path / "台账.xlsx"
    home("ledger", "--out", str(path))
    answer = home.json("import-ledger", str(path))
    told = ("new", "changed", "refused", "doubtful", "differences", "new_rooms")
    assert {key: answer[key] for key in told} == {
        "new": 0, "changed": 0, "refused": [], "doubtful": [], "differences": [], "new_rooms": []}  # fmt: skip
    assert answer["unchanged"] >= 3


def codes(path: Path, tmp_path: Path) -> Counter[str]:
    subprocess.run(["pdftoppm", "-r", "100", "-png", path, tmp_path / "sheet"], check=True)
    found: Counter[str] = Counter()
    for picture in sorted(tmp_path.glob("sheet-*.png")):
        grey = QImage(str(picture)).convertToFormat(QImage.Format.Format_Grayscale8)
        view = zxingcpp.ImageView(grey.constBits(), grey.width(), grey.height(), zxingcpp.ImageFormat.Lum,
                                  grey.bytesPerLine(), 1)  # fmt: skip
        found += Counter(one.text for one in zxingcpp.read_barcodes(view))
    return found


def test_labels_are_printed_of_all_of_a_room_and_of_every_piece(home: Program, tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "标签.pdf"
    assert home.json("labels", "--out", str(path)) == {"things": 2, "labels": 2, "sheets": 1, "out": str(path)}
    assert codes(path, tmp_path) == {"QS-A-2026-0001": 1, "0002": 1}
    answer = home.json("labels", "--out", str(path), "--room", "体育室", "--pieces", "--sheet", "40", "--start", "31")
    assert (answer["labels"], answer["sheets"]) == (11, 2)
    assert codes(path, tmp_path) == {"QS-A-2026-0001": 10, "0002": 1}
    home("labels", "--out", str(path), "--start", "25", status=2)
    home("labels", "--out", str(path), "--sheet", "30", status=2)
    home("labels", "--out", str(path), "--room", "没有的", status=1)
    assert "有的是：体育室、留守儿童之家" in home.err


def test_a_school_without_things_has_no_labels(school: Program, tmp_path: Path, qapp: object) -> None:
    school("labels", "--out", str(tmp_path / "标签.pdf"), status=1)
    assert not (tmp_path / "标签.pdf").exists() and school.json("ledger", "--out", str(tmp_path / "x.xlsx"))["things"] == 0
