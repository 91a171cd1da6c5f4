"""From an item of the assessment table to its evidence: numbers of the index, files that are there, what was linked."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.assessment import in_use, shipped
from app.edits.assessment import add_table, link
from app.termdays import Term
from db.store import FileStore
from tests.ui.pack.conftest import Look
from tests.ui.pack.test_making import made
from ui.pack.evidence import PROOF, ranges
from ui.pack.parts import parts

LATER = {"plan", "health"}
"""Parts that papers still to be built will bring."""


@pytest.mark.parametrize(("numbers", "said"), [
    ([], ""), ([3], "3"), ([3, 4, 5], "3—5"), ([1, 3, 4, 9], "1、3—4、9"),
])  # fmt: skip
def test_numbers_in_a_row_are_told_together(numbers: list[int], said: str) -> None:
    assert ranges(numbers) == said


def test_what_proves_a_measure_is_a_part_of_the_pack() -> None:
    named = {word.partition(":")[2] for words in PROOF.values() for word in words}
    assert named <= {one.key for one in parts()} | LATER


def test_every_item_leads_to_files_that_are_there(
    look: Look, tmp_path: Path, store: FileStore, ids: dict[str, int]
) -> None:
    store.apply("考核表", add_table(shipped()))
    table = in_use(store.assessment.tables())
    assert table is not None
    term: Term = store.snapshot().terms[0]
    cared = next(item for item in table.items if item.what == "环境卫生")
    store.apply("依据", link(cared, term, words="见档案盒", records=[ids["秋游"]]))
    root = tmp_path / "out"
    done = made(look(), root, "group", "talks", "activities", "activity_pictures", "pairs")
    book = load_workbook(root / "00 目录/卷内目录.xlsx")
    index = {row[0]: row[5] for row in book["卷内目录"].iter_rows(values_only=True) if str(row[0]).isdigit()}
    rows = [row for row in book["按考核找材料"].iter_rows(values_only=True) if str(row[0]).isdigit()]
    assert [row[1] for row in rows] == [item.what for item in table.items]
    by_item = {row[1]: row for row in rows}
    for row in rows:
        for number in re.findall(r"\d+", row[3] or ""):
            assert (root / index[number]).exists()
    assert by_item["领导小组"][4] == "01 组织机构/01 领导小组名单及职责.pdf"
    assert "谈心记录 三（1）班.pdf" in by_item["谈心"][4]
    assert by_item["经费保障"][3:] == (None, "没有材料")
    paths = {one.path for one in done.manifest.entries if f"record:{ids['秋游']}" in one.proves}
    assert len(paths) == 3 and by_item["环境卫生"][4].startswith("见档案盒\n08 活动/") and by_item["环境卫生"][3]
