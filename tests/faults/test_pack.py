"""A pack that is cut off, finds no room, or is changed on the stick: nothing wrong is ever taken for right."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from app.pack import JOURNAL, Content, Entry, Manifest, PackRefused
from app.store import DiskFull
from db import pack, pack_zip
from db.pack import FilePacks
from tests.faults.school import killed
from tests.faults.test_full_disk import fill, small_disk

__all__ = ["small_disk"]
FILES = {f"{n % 7:02} 部分/{n:03} 材料.jpg": random.Random(n).randbytes(40_000) for n in range(60)}


def write(root: Path, tell: Callable[[str], None] = lambda _word: None) -> list[str]:
    """What was written anew."""
    into = FilePacks().begin(root, "青山小学", "2026-1", 1)
    fresh, entries = [], []
    try:
        for path, data in FILES.items():
            entry = Entry(path, mark=f"{path} {len(data)}")
            known = into.kept(entry)
            if known is None:
                known, new = into.put(entry, Content(data))
                fresh += [path] * new
            entries.append(known)
            tell(path)
        into.finish(Manifest("青山小学", "2026-1", "2026-11-24", False, tuple(entries)))
    finally:
        into.close()
    tell("done")
    return fresh


@pytest.mark.parametrize("seed", range(6))
def test_killed_in_the_middle_it_goes_on_and_is_whole(tmp_path: Path, seed: int) -> None:
    root = tmp_path / "迎检"
    death = killed(lambda tell: [None, write(root, tell)][0], random.Random(seed).uniform(0, 0.03))
    told = [one for one in death.told if one in FILES]
    if len(told) < len(FILES):
        with pytest.raises(PackRefused, match="unfinished"):
            FilePacks().verify(root)
    fresh = write(root)
    assert not set(fresh) & set(told), "what was done is not done again"
    assert FilePacks().verify(root)[1].is_whole
    assert not list(root.rglob("*.tmp")) and not (root / JOURNAL).exists()
    assert {path: (root / path).read_bytes() for path in FILES} == FILES


@pytest.mark.parametrize("before", [True, False])
def test_cut_at_any_renaming(tmp_path: Path, before: bool) -> None:
    root = tmp_path / "迎检"

    def work(_tell: Callable[[str], None]) -> None:
        rename, count = Path.replace, 0

        def counted(self: Path, target: Path) -> Path:
            nonlocal count
            count += 1
            if count == 9 and before:
                os._exit(9)
            done = rename(self, target)
            if count == 9:
                os._exit(9)
            return done

        Path.replace = counted  # type: ignore[method-assign, assignment]
        write(root)

    killed(work)
    # A file that was renamed and not noted yet is right as it lies there.
    assert len(write(root)) == len(FILES) - (8 if before else 9)
    assert FilePacks().verify(root)[1].is_whole


def test_a_power_cut_that_tears_a_file_is_seen(tmp_path: Path) -> None:
    write(tmp_path)
    torn, *_others = FILES
    (tmp_path / torn).write_bytes(bytes(len(FILES[torn])))
    assert FilePacks().verify(tmp_path)[1].changed == (torn,)
    assert write(tmp_path) == [torn]


def test_on_a_full_disk(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small_disk / "迎检"
    with pytest.raises(DiskFull):
        write(root)
    assert not root.exists() or not any(root.iterdir()), "too little room is said before anything is written"
    monkeypatch.setattr(pack, "SPARE", 0)
    filler = fill(small_disk, 600_000)
    with pytest.raises(DiskFull):
        write(root)
    assert not list(root.rglob("*.tmp"))
    filler.unlink()
    assert 0 < len(write(root)) < len(FILES)
    assert FilePacks().verify(root)[1].is_whole


@pytest.mark.parametrize("seed", range(4))
def test_a_zip_that_is_killed_leaves_the_one_of_before(tmp_path: Path, seed: int) -> None:
    target = tmp_path / "迎检.zip"
    before = b""
    if seed % 2:
        write(target)
        altered = dict(FILES)
        FILES["00 部分/000 材料.jpg"] = b"new"
        before = target.read_bytes()
    try:
        death = killed(lambda tell: [None, write(target, tell)][0], random.Random(seed).uniform(0, 0.02))
        if "done" not in death.told:
            there = target.read_bytes() if target.exists() else b""
            assert there == before or FilePacks().verify(target)[1].is_whole
        write(target)
        assert FilePacks().verify(target)[1].is_whole
        assert [path.name for path in tmp_path.iterdir()] == [target.name], "what the kill left is swept"
    finally:
        if seed % 2:
            FILES.update(altered)


@pytest.mark.parametrize("before", [True, False])
def test_a_zip_cut_at_its_renaming(tmp_path: Path, before: bool) -> None:
    target = tmp_path / "迎检.zip"

    def work(_tell: Callable[[str], None]) -> None:
        rename = Path.replace

        def cut(self: Path, to: Path) -> Path:
            if not before:
                rename(self, to)
            os._exit(9)

        Path.replace = cut  # type: ignore[method-assign, assignment]
        write(target)

    killed(work)
    assert target.exists() is not before
    assert len(write(target)) == (len(FILES) if before else 0)
    assert FilePacks().verify(target)[1].is_whole and [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("leave", [0, 100, 300_000, 2_395_000])
def test_a_zip_on_a_full_disk(small_disk: Path, monkeypatch: pytest.MonkeyPatch, leave: int) -> None:
    target = small_disk / "迎检.zip"
    with pytest.raises(DiskFull):
        write(target)
    assert not list(small_disk.iterdir()), "too little room is said before anything is written"
    monkeypatch.setattr(pack_zip, "SPARE", 0)
    filler = fill(small_disk, leave)
    with pytest.raises(DiskFull):
        write(target)
    assert [path.name for path in small_disk.iterdir()] == [filler.name]
    filler.unlink()
    assert len(write(target)) == len(FILES)
    whole, news = target.read_bytes(), FILES["00 部分/000 材料.jpg"]
    FILES["00 部分/000 材料.jpg"] = b"new"
    try:
        filler = fill(small_disk, 50_000)
        with pytest.raises(DiskFull):
            write(target)
    finally:
        FILES["00 部分/000 材料.jpg"] = news
    assert target.read_bytes() == whole and len(list(small_disk.iterdir())) == 2
