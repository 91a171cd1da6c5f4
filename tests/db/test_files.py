"""A file is written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from app.store import CannotWrite, DiskFull
from db import files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "联系卡 𠮷.pdf"
    files.write_bytes(path, b"one")
    files.write_bytes(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("code", "error"), [(errno.ENOSPC, DiskFull), (errno.EIO, CannotWrite), (errno.EROFS, CannotWrite)]
)
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, error: type[Exception]
) -> None:
    path = tmp_path / "roster.xlsx"
    files.write_bytes(path, b"one")

    def fail(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("db.files.os.fsync", fail)
    with pytest.raises(error):
        files.write_bytes(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_no_folder_or_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    for path in (tmp_path / "gone" / "x.pdf", tmp_path / "there"):
        with pytest.raises(CannotWrite):
            files.write_bytes(path, b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
