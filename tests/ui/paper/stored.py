"""The school of hard cases in a real file, as the window opens it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from app.ports import Disk
from app.sample_changes import changes_of
from app.vault import Setup
from db import files, keys, place, tables, xlsx
from db.vault import FileVault
from tests.ui.paper.hard_school import DAY, hard_children, snapshot
from ui.session import Session

USER, PASSWORD = "张老师", "青山-password-1"


def disk(folder: Path) -> Disk:
    return Disk(
        vault=lambda where: FileVault(where, cost=keys.LOW_COST),
        default_folder=lambda: folder,
        read_table=tables.read_table,
        write_sheet=xlsx.write_sheet,
        write_bytes=files.write_bytes,
        drive_warning=place.drive_warning,
    )


@contextmanager
def opened(folder: Path) -> Iterator[Session]:
    """A session on the hard-case school, stored under `folder`."""
    shot = snapshot(hard_children())
    term = shot.terms[0]
    setup = Setup(shot.school, USER, PASSWORD, term.code, term.from_day, term.until_day)
    _code, store = FileVault(PurePath(folder / "学校 软件"), cost=keys.LOW_COST).create(setup)
    try:
        store.apply("录入", changes_of(shot))
        yield Session(disk(folder), store, DAY)
    finally:
        store.close()

