"""A whole term of the sample school packed, masked: every part is made, nothing private is in it, the index leads right."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.__main__ import disk as real_disk
from app.pack import Outcome
from app.ports import Disk
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.pack.opened import items_of, lines_of, targets
from tests.ui.sampled import TODAY, store
from ui.cli.headless import fonts_ready
from ui.pack.making import make_pack
from ui.pack.part import folders
from ui.pack.scene import Choices, scene_of

__all__ = ["store"]
NUMBER = re.compile(r"(?<!\d)1[3-9]\d ?\d{4} ?\d{4}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)")


@pytest.fixture
def disk() -> Disk:
    return replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))


@pytest.fixture
def made(qapp: object, store: FileStore, disk: Disk, tmp_path: Path) -> Iterator[tuple[Path, Outcome]]:
    fonts_ready()
    yield tmp_path / "迎检", pack(store, disk, tmp_path / "迎检", TODAY)


def pack(store: FileStore, disk: Disk, folder: Path, today: date) -> Outcome:
    snapshot = store.snapshot()
    scene = scene_of(disk, store, snapshot, snapshot.terms[-1], today, Choices(unasked=True))
    return make_pack(disk, scene, folder)


def test_the_term_in_one_folder(made: tuple[Path, Outcome], store: FileStore, disk: Disk) -> None:
    root, done = made
    assert disk.packs().verify(root)[1].is_whole
    there = {one.name for one in root.iterdir() if one.is_dir()}
    assert there <= set(folders().values()) and len(there) >= 13
    assert not any("留守" in path.name for path in root.rglob("*"))
    pages = {path: PdfReader(path) for path in root.rglob("*.pdf")}
    said = {path: "\n".join(page.extract_text() for page in pdf.pages) for path, pdf in pages.items()}
    for path in root.rglob("*.xlsx"):
        cells = [str(one) for table in load_workbook(path) for row in table.iter_rows(values_only=True) for one in row]
        said[path] = "\n".join(cells)
    assert {path.name: NUMBER.findall(text) for path, text in said.items() if NUMBER.search(text)} == {}
    counted = {one.path: one.pages for one in done.manifest.entries if one.path.endswith(".pdf")}
    assert {path.relative_to(root).as_posix(): len(pdf.pages) for path, pdf in pages.items()} == counted
    _index_leads(root)
    again = pack(store, disk, root, TODAY)
    assert (again.written, again.removed, again.manifest) == (0, 0, done.manifest)


def _index_leads(root: Path) -> None:
    """Every line of the index opens a file, every item of the assessment leads to lines of it, pages run through."""
    index, items = lines_of(root), items_of(root)
    assert len(index) > 100 and all((root / line[-1]).exists() for line in index.values())
    assert all(path.exists() and path.is_relative_to(root.resolve()) for path in targets(root))
    assert len(targets(root)) > 2 * len(index)
    assert len(items) > 20 and sum(bool(numbers) for numbers, _files in items.values()) >= 20
    assert all(number in index for numbers, _files in items.values() for number in re.findall(r"\d\d-\d+", numbers))
    for volume in {number[:2] for number in index}:
        page = 0
        for number, line in index.items():
            if number.startswith(volume) and line[3]:
                first, _dash, last = line[3].partition("—")
                assert int(first) == page + 1
                page = int(last or first)
                if line[-1].endswith(".pdf"):
                    assert len(PdfReader(root / line[-1]).pages) == page - int(first) + 1
