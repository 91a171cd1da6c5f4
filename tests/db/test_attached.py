"""Attached files: encrypted, stored once, and their damage said."""

from pathlib import Path

import pytest

from app.store import DamagedAttachment, MissingFile
from db.attached import AttachedFiles
from db.folder import DataFolder

KEY = bytes(range(32))


def test_a_file_comes_back_and_lies_there_once_and_encrypted(tmp_path: Path) -> None:
    store = AttachedFiles(DataFolder(tmp_path), KEY)
    content = "周雨桐".encode() * 100
    name = store.keep(content)
    assert store.keep(content) == name
    assert store.read(name) == content
    assert store.names() == [name]
    for path in (tmp_path / "files").rglob("*"):
        assert path.is_dir() or "周雨桐".encode() not in path.read_bytes()


def test_another_key_gives_another_name_and_reads_nothing(tmp_path: Path) -> None:
    name = AttachedFiles(DataFolder(tmp_path), KEY).keep(b"picture")
    other = AttachedFiles(DataFolder(tmp_path), KEY[::-1])
    assert other.keep(b"picture") != name
    with pytest.raises(DamagedAttachment):
        other.read(name)


def test_missing_damaged_and_foreign_names_are_told_apart(tmp_path: Path) -> None:
    store = AttachedFiles(DataFolder(tmp_path), KEY)
    name = store.keep(b"picture")
    path = tmp_path / "files" / name[:2] / name
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedAttachment):
        store.read(name)
    path.unlink()
    for gone in (name, "", "../qianshou.db"):
        with pytest.raises(MissingFile):
            store.read(gone)
