"""A disk that is full while pictures are taken in: said as such, nothing half there, and it goes on with room."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import edits
from app.__main__ import disk
from app.attachments import RECORD
from app.edits import Told
from app.edits.attachments import attach
from app.store import DiskFull
from db.store import FileStore
from db.vault import FileVault
from tests.faults.test_full_disk import fill, school, small_disk
from tests.ui.photos.pictures import content, halves, write
from ui.attachments.deeds import AttachDeeds, Target, keep_all
from ui.photos.given import Given
from ui.session import Session
from ui.work import Work

__all__ = ["school", "small_disk"]


@pytest.mark.parametrize("leave", [0, 4096, 20_000])
def test_pictures_on_a_full_disk(school: tuple[Path, FileVault, FileStore], tmp_path: Path, leave: int) -> None:
    place, _vault, store = school
    record = store.apply("记", edits.log_care(Told("activity", date(2026, 11, 24)), [])).ids["record"]
    names = [str(write(tmp_path / "图", f"{n}.jpg", content(halves(1900 - n, 1400 - n)))) for n in range(6)]
    before = store.attached_state()
    filler = fill(place, leave)
    with pytest.raises(DiskFull):
        keep_all(store, disk(), Given(tuple(names)), False, lambda _done, _total: None)
    assert store.attachments.of(RECORD, record) == []
    # Whatever was stored before the disk was full is whole; nothing is half there.
    state = store.attached_state()
    assert state.sound and state.stored >= before.stored
    assert not [path for path in place.rglob("*.tmp") if path.is_file()]
    filler.unlink()
    kept, failed = keep_all(store, disk(), Given(tuple(names)), False, lambda _done, _total: None)
    store.apply("放", attach(RECORD, record, kept, "2026-11-24"))
    assert failed == [] and len(store.attachments.of(RECORD, record)) == 6
    assert store.attached_state().sound


def test_the_window_says_that_the_disk_is_full(
    school: tuple[Path, FileVault, FileStore], tmp_path: Path, qtbot: QtBot
) -> None:
    place, _vault, store = school
    record = store.apply("记", edits.log_care(Told("activity", date(2026, 11, 24)), [])).ids["record"]
    session, work = Session(disk(), store, date(2026, 11, 24)), Work(lambda: store)
    said: list[str] = []
    session.failed.connect(said.append)
    fill(place)
    picture = str(write(tmp_path, "图.jpg", content(halves(1900, 1400))))
    AttachDeeds(session, work).bring(Given((picture,)), Target(RECORD, record))
    qtbot.waitUntil(lambda: not work.busy, timeout=20_000)
    assert said and said[0].startswith("磁盘满了")
    assert store.attachments.of(RECORD, record) == []
