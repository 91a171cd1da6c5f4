"""Weekly slips on the command line: printed for everybody, read back from pictures, booked once."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtGui import QImage

from app.slips.pile import sheet_of
from app.store import Store
from db import incoming, scans
from tests.ui.cli.conftest import Program
from tests.ui.slips.camera import Shot, cross, jpeg, pen_on, taken, tick
from ui.setup.sample import make_sample

WEEK = "2025-11-24"


@pytest.fixture
def sample(program: Program, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Program:
    monkeypatch.setenv("QIANSHOU_PASSWORD", "qianshou-demo")
    program.disk = replace(
        program.disk, read_scan=scans.read_scan, files_below=incoming.files_below, read_file=incoming.read_file
    )
    make_sample(program.disk.vault(program.folder), date(2025, 11, 24)).close()
    return program


@pytest.fixture
def printed(sample: Program, tmp_path: Path) -> list[Path]:
    """The pages as pictures, in their order."""
    sample("slips", "--out", str(tmp_path / "任务单.pdf"), "--week", "2025-11-26")
    subprocess.run(["pdftoppm", "-r", "200", "-l", "2", "-png", tmp_path / "任务单.pdf", tmp_path / "单"], check=True)
    return sorted(tmp_path.glob("单-*.png"))


def opened(program: Program) -> Store:
    vault = program.disk.vault(program.folder)
    return vault.open(vault.users()[0], "qianshou-demo")


def filled_in(program: Program, page: Path, place: int, *outcomes: str) -> tuple[Path, list[str]]:
    """Tick the first rows of a page and photograph it; also the names of its kinds."""
    store = opened(program)
    sheet = sheet_of(store.ledger.slips(date(2025, 11, 24))[place])
    store.close()
    picture = QImage(str(page))
    pen = pen_on(picture)
    for line, outcome, mark in zip(sheet.lines, outcomes, (tick, cross, tick, cross), strict=False):
        if outcome:
            mark(pen, sheet.boxes(line)[outcome], Random(1))
    pen.end()
    path = page.with_suffix(".jpg")
    path.write_bytes(jpeg(taken(picture, Shot(turned=3, skew=0.01), Random(2))))
    return path, [line.kind for line in sheet.lines]


def test_slips_are_printed_for_everybody_who_owes_something(sample: Program, tmp_path: Path) -> None:
    out = str(tmp_path / "任务单.pdf")
    value = sample.json("slips", "--out", out, "--week", WEEK)
    assert value["week"] == WEEK and value["slips"] > 8 and value["rows"] >= value["children"] > 20
    assert (tmp_path / "任务单.pdf").read_bytes().startswith(b"%PDF")
    again = sample.json("slips", "--out", out, "--week", "2025-11-30")
    assert again == value
    store = opened(sample)
    assert len(store.ledger.slips(date(2025, 11, 24))) == value["sheets"]
    store.close()


def test_a_week_of_holidays_has_no_slips(sample: Program, tmp_path: Path) -> None:
    sample("slips", "--out", str(tmp_path / "a.pdf"), "--week", "2025-08-04", status=1)
    assert "放假" in sample.err
    sample("slips", "--out", str(tmp_path / "a.pdf"), "--week", "下周", status=2)


def test_a_picture_is_read_shown_booked_once_and_never_twice(sample: Program, printed: list[Path]) -> None:
    path, kinds = filled_in(sample, printed[0], 0, "reached", "not_reached", "")
    looked = sample.json("read-slips", str(path))
    [slip] = looked
    assert (slip["page"], slip["week"], slip["booked"], slip["again"]) == (1, WEEK, 0, False)
    assert slip["staff"] and len(slip["rows"]) == len(kinds)
    first, second, *rest = slip["rows"]
    assert (first["ticked"], first["outcome"], first["booked"]) == (["reached"], "reached", False)
    assert (second["outcome"], second["kind"]) == ("not_reached", kinds[1])
    assert all(row["outcome"] is None and row["ticked"] == row["doubtful"] == [] for row in rest)
    assert first["child"]["name"] and first["child"]["class_name"]

    booked = sample.json("read-slips", str(path), "--yes")
    assert [slip["booked"] for slip in booked] == [2]
    ids = [row["record_id"] for row in booked[0]["rows"][:2]]
    again = sample.json("read-slips", str(path), "--yes")
    assert again[0]["booked"] == 0 and [row["record_id"] for row in again[0]["rows"][:2]] == ids
    store = opened(sample)
    records: list[Any] = [store.ledger.record(record) for record in ids]
    assert [(one.outcome, one.day.isoformat()) for one in records] == [
        ("reached", "2025-11-28"), ("not_reached", "2025-11-28"),
    ]  # fmt: skip
    # What is taken back may be booked again.
    action = store.last_action()
    assert action is not None
    store.undo(action.id)
    store.close()
    assert sample.json("read-slips", str(path), "--yes")[0]["booked"] == 2


def test_a_folder_with_a_page_that_cannot_be_read_says_which_and_why(sample: Program, printed: list[Path]) -> None:
    folder = printed[0].parent / "扫描"
    folder.mkdir()
    path, _kinds = filled_in(sample, printed[1], 1, "reached")
    (folder / "a.jpg").write_bytes(path.read_bytes())
    (folder / "b.jpg").write_bytes(path.read_bytes()[:2000])
    white = QImage(900, 1200, QImage.Format.Format_RGB32)
    white.fill(0xFFFFFF)
    (folder / "c.jpg").write_bytes(jpeg(white))
    (folder / "说明.txt").write_text("不是图", encoding="utf-8")
    read = sample.json("read-slips", str(folder))
    assert [(one["file"], "error" in one) for one in read] == [("a.jpg", False), ("b.jpg", True), ("c.jpg", True)]
    assert "四个角都要拍到" in read[2]["error"] and "不完整" in read[1]["error"]
    assert "没读出来" in sample("read-slips", str(folder))


def test_what_cannot_be_read_at_all_is_refused_in_one_line(sample: Program, tmp_path: Path) -> None:
    sample("read-slips", str(tmp_path / "没有.jpg"), status=1)
    assert "找不到" in sample.err
    sample("read-slips", str(tmp_path), status=1)
    (tmp_path / "书.pdf").write_bytes(b"%PDF-1.4 broken")
    sample("read-slips", str(tmp_path / "书.pdf"), status=1)
    assert "PDF" in sample.err
    sample("read-slips", status=2)
