"""Fifty odd and hostile files: each is read as what it is or refused in its own words, at once, the school untouched."""

import time
from pathlib import Path

import pytest

from app.changes import Insert
from app.imports.writing import changes
from app.tablefile import CannotRead
from db.store import FileStore
from db.tables import read_table
from tests.app.imports.reading import AS_OF, planned, read
from tests.faults.zoo import BAD, GOOD, HEAD, xlsx
from ui.words import wording


@pytest.mark.parametrize("name", GOOD)
def test_odd_files_hold_the_same_two_children(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(GOOD[name])
    started = time.monotonic()
    found = read(read_table(path), AS_OF)
    assert time.monotonic() - started < 1
    assert [record.refusal for record in found] == [None, None]
    assert [
        (
            record.name,
            record.values["sex"],
            record.class_key and record.class_key.number,
            record.values["id_number"],
            record.kin[0].phones[0].number,
        )
        for record in found
    ] == [
        ("马凤诗", "男", 1, "341125201712172250", "13900467715"),
        ("汪花水", "女", 1, "341125201712171397", "07430036128"),
    ]


@pytest.mark.parametrize("name", BAD)
def test_hostile_files_are_refused_at_once(name: str, tmp_path: Path) -> None:
    content, reason = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    started = time.monotonic()
    try:
        read(read_table(path), AS_OF)
        said = ""
    except CannotRead as refused:
        said = refused.reason
        assert all(wording(refused))
    assert time.monotonic() - started < 1
    assert not reason or said == reason


def test_a_locked_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(xlsx(HEAD))

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    # The superuser reads everything, and Windows' sharing locks do not exist here: the refusal itself is played.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CannotRead) as refused:
        read_table(path)
    assert refused.value.reason == "locked"


HOSTILE_CELLS = [
    "=cmd|' /C calc'!A0", "'; DROP TABLE child; --", "\x00\x01", "姓" * 5000, "\u202e诗凤马", "NULL", "😀😀", "<b>马</b>",
    "𠮷" * 60, "马\n凤\n诗", "True", "-1", "1e309",
]  # fmt: skip


@pytest.mark.parametrize("column", range(5))
def test_hostile_cells_never_raise(store: FileStore, column: int, tmp_path: Path) -> None:
    path = tmp_path / "坏.csv"
    rows = []
    for text in HOSTILE_CELLS:
        row = ["马凤诗", "男", "三（1）班", "", "13900467715"]
        row[column] = '"' + text.replace('"', '""').replace("\x00", "") + '"'
        rows.append(",".join(row))
    path.write_text("\n".join([",".join(HEAD), *rows]), encoding="utf-8")
    plan = planned(store, read_table(path))
    store.apply("导入", changes(plan), kind="import")
    assert store.check() == []


def test_a_refused_file_leaves_the_school_as_it_was(store: FileStore, tmp_path: Path) -> None:
    store.apply("添加", [Insert("child", {"name": "马凤诗"})])
    before = store.snapshot()
    for name, (content, _) in BAD.items():
        path = tmp_path / name
        path.write_bytes(content)
        try:
            planned(store, read_table(path))
        except CannotRead:
            continue
    assert store.snapshot() == before


def test_5000_rows_are_read_in_a_second(tmp_path: Path) -> None:
    path = tmp_path / "大.csv"
    body = [f"孩子{number},男,三（{number % 9 + 1}）班,,1390046{number:04d}" for number in range(5000)]
    path.write_text("\n".join([",".join(HEAD), *body]), encoding="gb18030")
    started = time.monotonic()
    table = read_table(path)
    assert time.monotonic() - started < 1
    assert len(read(table, AS_OF)) == 5000
