"""The folder of a pack: written once, kept while it is right, mended where it is not, and checked file by file."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.pack import JOURNAL, MANIFEST, Content, Entry, Manifest, PackRefused
from app.store import Cancelled, DiskFull
from db import pack
from db.pack import FilePacks

WANTED = {"01 组织/01 名单.pdf": b"one", "02 制度/01 规则.pdf": b"two", "08 活动/照片/合影/01 合影.jpg": b"picture"}


def write(folder: Path, wanted: dict[str, bytes], term: str = "2026-1") -> tuple[list[str], int, tuple[str, ...]]:
    """(what was written anew, what was taken away, strangers)."""
    into = FilePacks().begin(folder, "青山小学", term, 100)
    fresh, entries = [], []
    try:
        for path, data in wanted.items():
            entry = Entry(path, mark=data.decode())
            known = into.kept(entry)
            if known is None:
                known, new = into.put(entry, Content(data, 2))
                fresh += [path] * new
            entries.append(known)
        removed, strangers = into.finish(Manifest("青山小学", term, "2026-11-24", False, tuple(entries)))
    finally:
        into.close()
    return fresh, removed, strangers


def test_a_second_time_only_what_changed_is_written(tmp_path: Path) -> None:
    root = tmp_path / "迎检 资料"
    assert write(root, WANTED) == (list(WANTED), 0, ())
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    assert len(before) == 4 and not (root / JOURNAL).exists()
    assert write(root, WANTED) == ([], 0, ())
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()} == before
    more = {**WANTED, "01 组织/01 名单.pdf": b"new"}
    del more["08 活动/照片/合影/01 合影.jpg"]
    assert write(root, more) == (["01 组织/01 名单.pdf"], 1, ())
    assert not (root / "08 活动").exists()
    assert FilePacks().verify(root)[1].is_whole
    pages = {one.path: one.pages for one in FilePacks().verify(root)[0].entries}
    assert set(pages.values()) == {2}


def test_what_somebody_changed_is_told_and_mended(tmp_path: Path) -> None:
    write(tmp_path, WANTED)
    first, second, third = (tmp_path / path for path in WANTED)
    first.write_bytes(b"ONE")
    second.unlink()
    (tmp_path / "别的.txt").write_text("x")
    verdict = FilePacks().verify(tmp_path)[1]
    names = [path.relative_to(tmp_path).as_posix() for path in (first, second)]
    assert (verdict.changed, verdict.missing, verdict.extra) == ((names[0],), (names[1],), ("别的.txt",))
    assert write(tmp_path, WANTED) == (names, 0, ("别的.txt",))
    assert (tmp_path / "别的.txt").exists() and third.read_bytes() == b"picture"
    assert FilePacks().verify(tmp_path)[1].extra == ("别的.txt",)


def test_what_was_changed_by_hand_and_no_longer_belongs_is_left(tmp_path: Path) -> None:
    write(tmp_path, WANTED)
    (tmp_path / "02 制度/01 规则.pdf").write_bytes(b"mine")
    fewer = {path: data for path, data in WANTED.items() if not path.startswith("02")}
    assert write(tmp_path, fewer) == ([], 0, ("02 制度/01 规则.pdf",))


def test_a_cut_off_making_is_gone_on_with(tmp_path: Path) -> None:
    into = FilePacks().begin(tmp_path, "青山小学", "2026-1", 100)
    first, *_others = WANTED
    into.put(Entry(first, mark="one"), Content(b"one"))
    into.close()
    with (tmp_path / JOURNAL).open("a", encoding="utf-8") as torn:
        torn.write('{"path": "02 制')
    (tmp_path / "02 制度").mkdir()
    (tmp_path / "02 制度/01 规则.pdf.tmp").write_bytes(b"tw")
    with pytest.raises(PackRefused, match="unfinished"):
        FilePacks().verify(tmp_path)
    assert write(tmp_path, WANTED) == ([path for path in WANTED if path != first], 0, ())
    assert FilePacks().verify(tmp_path)[1].is_whole
    assert not list(tmp_path.rglob("*.tmp"))


def test_folders_that_a_pack_does_not_go_into(tmp_path: Path) -> None:
    (tmp_path / "desktop.ini").write_text("Windows")
    write(tmp_path, WANTED)
    with pytest.raises(PackRefused, match="other"):
        write(tmp_path, WANTED, "2026-2")
    foreign = tmp_path.parent / "家里的照片"
    foreign.mkdir()
    (foreign / "a.jpg").write_bytes(b"x")
    with pytest.raises(PackRefused, match="foreign"):
        write(foreign, WANTED)
    assert [path.name for path in foreign.iterdir()] == ["a.jpg"]


def test_what_is_no_pack_is_not_checked(tmp_path: Path) -> None:
    with pytest.raises(PackRefused, match="none"):
        FilePacks().verify(tmp_path / "没有")
    (tmp_path / MANIFEST).write_bytes(b"\xff{")
    with pytest.raises(PackRefused, match="damaged"):
        FilePacks().verify(tmp_path)
    assert FilePacks().listed(tmp_path) is None


def test_room_is_asked_for_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(DiskFull):
        FilePacks().begin(tmp_path, "青山小学", "2026-1", 1 << 60)
    assert list(tmp_path.iterdir()) == []


def test_a_check_can_be_stopped(tmp_path: Path) -> None:
    write(tmp_path, WANTED)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        FilePacks().verify(tmp_path, stop)


def test_a_pack_is_flushed_file_by_file_where_the_system_has_no_other_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(pack.os, "sync")
    write(tmp_path, WANTED)
    assert FilePacks().verify(tmp_path)[1].is_whole
    manifest = FilePacks().listed(tmp_path)
    assert manifest is not None and replace(manifest, entries=()).school == "青山小学"
