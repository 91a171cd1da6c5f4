"""A pack as one zip: names that every program shows, begun only for news, replaced whole, checked without unpacking."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from app.pack import MANIFEST, Content, Entry, Manifest, PackRefused, Verdict
from app.store import Cancelled, CannotWrite, DiskFull
from db.pack import FilePacks
from tests.db.test_pack import WANTED, write


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "迎检 资料.zip"


class OldInfo(zipfile.ZipInfo):
    """A name as old programs write it on a Chinese Windows."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits


def names(target: Path) -> list[str]:
    with zipfile.ZipFile(target) as made:
        return made.namelist()


def altered(target: Path, change: dict[str, bytes | None], name: str = "") -> Path:
    """A copy with these files changed, added or (None) left out, as another program would write it."""
    other = target.with_name(name or "改过.zip")
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            path = one.partition("/")[2]
            if path not in change:
                new.writestr(one, old.read(one))
        top = target.stem
        for path, data in change.items():
            if data is not None:
                new.writestr(f"{top}/{path}", data)
    return other


def test_one_folder_inside_with_names_that_every_program_shows(target: Path) -> None:
    assert write(target, WANTED) == (list(WANTED), 0, ())
    assert names(target) == [f"迎检 资料/{path}" for path in (*WANTED, MANIFEST)]
    with zipfile.ZipFile(target) as made:
        infos = made.infolist()
        assert made.testzip() is None
        assert all(info.flag_bits & 0x800 for info in infos), "UTF-8 is marked, so Windows shows Chinese"
        kinds = {info.filename.rpartition(".")[2]: info.compress_type for info in infos}
        assert kinds == {"pdf": zipfile.ZIP_STORED, "jpg": zipfile.ZIP_STORED, "json": zipfile.ZIP_DEFLATED}
        assert {info.create_system for info in infos} == {3} and infos[0].date_time[0] >= 2026
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_zip_is_checked_with_the_answer_of_its_folder(target: Path, tmp_path: Path) -> None:
    write(target, WANTED)
    write(tmp_path / "folder", WANTED)
    as_zip, as_folder = FilePacks().verify(target), FilePacks().verify(tmp_path / "folder")
    assert as_zip == as_folder and as_zip[1].is_whole and as_zip[1].sound == 3
    first, second, _third = WANTED
    spoilt = FilePacks().verify(altered(target, {first: b"ONE", second: None, "多.txt": b"x", "Thumbs.db": b""}))[1]
    assert spoilt == Verdict(1, (second,), (first,), ("多.txt",))


def test_unpacked_it_is_the_folder(target: Path, tmp_path: Path) -> None:
    write(target, WANTED)
    shutil.unpack_archive(target, tmp_path / "out")
    assert FilePacks().verify(tmp_path / "out" / target.stem)[1].is_whole


@pytest.mark.parametrize("program", ["7z", "7zz", "unzip"])
def test_other_programs_see_the_names(target: Path, program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"no {program} here")
    write(target, WANTED)
    ask = [program, "-Z1", str(target)] if program == "unzip" else [program, "l", "-ba", str(target)]
    told = subprocess.run(ask, capture_output=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert all(path.rpartition("/")[2] in told.stdout.decode() for path in WANTED)


def test_packed_anew_by_an_old_program_it_is_still_checked(target: Path) -> None:
    """Names in GBK without a mark, no folder inside: what Windows made of Chinese names for years."""
    write(target, WANTED)
    other = target.with_name("重新打包.zip")
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(other, "w") as new:
        for one in old.namelist():
            new.writestr(OldInfo(one.partition("/")[2]), old.read(one))
    with zipfile.ZipFile(other) as made:
        assert not any(info.flag_bits & 0x800 for info in made.infolist())
    assert FilePacks().verify(other)[1].is_whole


def test_with_no_news_nothing_is_written(target: Path) -> None:
    write(target, WANTED)
    before = (target.stat().st_mtime_ns, target.stat().st_ino)
    assert write(target, WANTED) == ([], 0, ())
    assert (target.stat().st_mtime_ns, target.stat().st_ino) == before
    more = {**WANTED, "01 组织/01 名单.pdf": b"new"}
    del more["08 活动/照片/合影/01 合影.jpg"]
    assert write(target, more) == (["01 组织/01 名单.pdf"], 1, ())
    assert FilePacks().verify(target)[1].is_whole and len(names(target)) == 3
    with zipfile.ZipFile(target) as made:
        assert made.read("迎检 资料/01 组织/01 名单.pdf") == b"new" and made.testzip() is None


def test_what_somebody_put_in_is_taken_along_and_what_was_spoilt_is_mended(target: Path) -> None:
    write(target, WANTED)
    first, *_others = WANTED
    altered(target, {first: b"ONE", "多.txt": b"mine", "../../坏.txt": b"x"}).replace(target)
    assert write(target, WANTED) == ([first], 0, ("多.txt",))
    assert FilePacks().verify(target)[1].extra == ("多.txt",)
    with zipfile.ZipFile(target) as made:
        assert made.read("迎检 资料/多.txt") == b"mine" and not any(".." in one for one in made.namelist())


def test_zips_that_are_not_touched(target: Path) -> None:
    write(target, WANTED)
    whole = target.read_bytes()
    with pytest.raises(PackRefused, match="other"):
        write(target, WANTED, "2026-2")
    target.write_bytes(whole[: len(whole) // 2])
    for do in (lambda: write(target, WANTED), lambda: FilePacks().verify(target)):
        with pytest.raises(PackRefused, match="torn"):
            do()
    assert target.read_bytes() == whole[: len(whole) // 2] and FilePacks().listed(target) is None
    with zipfile.ZipFile(target, "w") as foreign:
        foreign.writestr("照片.jpg", b"x")
    with pytest.raises(PackRefused, match="foreign"):
        write(target, WANTED)
    with pytest.raises(PackRefused, match="none"):
        FilePacks().verify(target)
    with pytest.raises(PackRefused, match="none"):
        FilePacks().verify(target.with_name("没有.zip"))
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_spoilt_list_and_a_file_that_is_there_twice(target: Path) -> None:
    write(target, WANTED)
    with pytest.raises(PackRefused, match="damaged"):
        FilePacks().verify(altered(target, {MANIFEST: b"\xff{"}))
    first, *_others = WANTED
    twice = altered(target, {})
    with zipfile.ZipFile(twice, "a") as more, pytest.warns(UserWarning):
        more.writestr(f"{target.stem}/{first}", b"one")
    assert FilePacks().verify(twice)[1].changed == (first,)


def test_a_bit_that_fell_over_is_seen(target: Path) -> None:
    write(target, WANTED)
    data = bytearray(target.read_bytes())
    data[data.index(b"picture")] ^= 1
    target.write_bytes(data)
    assert FilePacks().verify(target)[1].changed == ("08 活动/照片/合影/01 合影.jpg",)
    assert write(target, WANTED)[0] == ["08 活动/照片/合影/01 合影.jpg"]


def test_stopped_nothing_of_it_stays(target: Path) -> None:
    into = FilePacks().begin(target, "青山小学", "2026-1", 100)
    into.put(Entry("01 组织/01 名单.pdf", mark="one"), Content(b"one"))
    assert len(list(target.parent.iterdir())) == 1
    into.close()
    into.close()
    assert list(target.parent.iterdir()) == []
    write(target, WANTED)
    whole = target.read_bytes()
    into = FilePacks().begin(target, "青山小学", "2026-1", 100)
    into.put(Entry("01 组织/01 名单.pdf", mark="new"), Content(b"new"))
    into.close()
    assert target.read_bytes() == whole and [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_check_of_a_zip_can_be_stopped(target: Path) -> None:
    write(target, WANTED)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        FilePacks().verify(target, stop)
    target.unlink()


def test_room_and_place_are_asked_for_before_anything_is_written(target: Path) -> None:
    with pytest.raises(DiskFull):
        FilePacks().begin(target, "青山小学", "2026-1", 1 << 60)
    with pytest.raises(CannotWrite):
        FilePacks().begin(target.parent / "没有" / "x.zip", "青山小学", "2026-1", 1)
    assert list(target.parent.iterdir()) == []


def test_a_folder_whose_name_ends_in_zip_is_a_folder(tmp_path: Path) -> None:
    root = tmp_path / "资料.zip"
    root.mkdir()
    write(root, WANTED)
    assert (root / MANIFEST).exists() and FilePacks().verify(root)[1].is_whole


def test_the_same_list_in_a_zip_as_in_a_folder(target: Path, tmp_path: Path) -> None:
    write(target, WANTED)
    write(tmp_path / "folder", WANTED)
    manifest = FilePacks().listed(target)
    assert isinstance(manifest, Manifest) and manifest == FilePacks().listed(tmp_path / "folder")
