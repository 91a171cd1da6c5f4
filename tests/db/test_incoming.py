"""Files and folders that a person chose: read within bounds, and each fault is its own."""

from pathlib import Path

import pytest

from app.tablefile import CannotRead
from db import incoming


def reason(what: object, *args: object) -> str:
    with pytest.raises(CannotRead) as refused:
        what(*args)  # type: ignore[operator]
    return refused.value.reason


def test_a_file_is_read_up_to_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "张三.jpg"
    path.write_bytes(b"12345")
    assert incoming.read_file(path, 5) == b"12345"
    assert reason(incoming.read_file, path, 4) == "too_big"
    assert reason(incoming.read_file, tmp_path / "gone.jpg", 5) == "missing"
    assert reason(incoming.read_file, tmp_path, 5) == "missing"

    def refuse(self: Path, *_mode: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(incoming.read_file, path, 5) == "locked"


def test_a_folder_is_listed_with_what_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("三1班/李四.jpg", "三1班/.hidden.jpg", "三1班/Thumbs.db", "__MACOSX/x.jpg", ".git/y.jpg", "张三.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert incoming.files_below(tmp_path) == [tmp_path / "张三.jpg", tmp_path / "三1班" / "李四.jpg"]
    assert reason(incoming.files_below, tmp_path / "张三.jpg") == "missing"
    assert reason(incoming.files_below, tmp_path / "gone") == "missing"
    monkeypatch.setattr(incoming, "MOST_FILES", 1)
    assert reason(incoming.files_below, tmp_path) == "too_many_files"
