"""Files are hung on a record or child on the command line."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from db import incoming, scans
from db.attachments import FileAttachments
from db.vault import FileVault
from tests.ui.cli.conftest import PASSWORD, Program
from tests.ui.cli.test_care import left_behind, registered
from tests.ui.photos.pictures import content, face, halves, with_exif, write

__all__ = ["registered"]


@pytest.fixture
def program_(registered: Program) -> Program:
    registered.disk = replace(
        registered.disk, read_file=incoming.read_file, files_below=incoming.files_below, read_scan=scans.read_scan
    )
    return registered


def test_pictures_hang_on_a_record_and_once(program_: Program, tmp_path: Path) -> None:
    child = left_behind(program_)[0]
    number = program_.json(
        "log", "--kind", "talk", "--child", child["id_number"], "--on", "2026-09-09", "--outcome", "reached"
    )["record_id"]
    phone = write(tmp_path, "家访.jpg", with_exif(content(halves(3000, 2000)), 6))
    paper = write(tmp_path, "记录.docx", b"PK words")
    program = write(tmp_path, "a.exe", b"MZ")
    done = program_.json("attach", "--record", str(number), "--original", str(phone), str(paper), str(program))
    assert [(one["name"], one["kind"]) for one in done["attached"]] == [("家访.jpg", "picture"), ("记录.docx", "paper")]
    assert [one["file"] for one in done["refused"]] == ["a.exe"] and done["there"] == 0
    again = program_.json("attach", "--record", str(number), str(phone))
    assert again == {"attached": [], "there": 1, "refused": []}
    store = FileVault(program_.folder, cost=program_.disk.vault(program_.folder)._cost).open("李老师", PASSWORD)  # type: ignore[attr-defined]
    try:
        assert isinstance(store.attachments, FileAttachments)
        picture, _paper = store.attachments.of("record_id", number)
        kept = QImage.fromData(store.file(picture.file))
        assert (kept.width(), kept.height()) == (1333, 2000)
        for name in (picture.file, picture.original, picture.thumbnail):
            assert b"GPSPLACE" not in store.file(name)
        last = store.last_action()
        assert last is not None and last.label.endswith("的谈心放上 2 个附件")
        assert store.attached_state().sound
    finally:
        store.close()


def test_a_folder_hangs_on_a_child(program_: Program, tmp_path: Path) -> None:
    child = left_behind(program_)[0]
    for number in range(3):
        write(tmp_path / "画", f"{number}.jpg", face(number))
    done = program_.json("attach", "--child", child["id_number"], str(tmp_path / "画"))
    assert [one["name"] for one in done["attached"]] == ["0.jpg", "1.jpg", "2.jpg"]


def test_what_cannot_be_is_refused_in_a_line(program_: Program, tmp_path: Path) -> None:
    picture = str(write(tmp_path, "甲.jpg", face(1)))
    program_("attach", "--record", "99999", picture, status=1)
    assert "没有编号是 99999 的记录" in program_.err
    program_("attach", "--child", left_behind(program_)[0]["id_number"], str(tmp_path / "没有.jpg"), status=1)
    assert "没有.jpg：找不到这个文件" in program_.err
    program_("attach", picture, status=2)
    program_("attach", "--record", "1", "--child", "1", picture, status=2)
    program_("attach", "--record", "1", status=2)
