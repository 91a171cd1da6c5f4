"""One process per data folder; a second start leaves a note for the first; a kill frees the folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.store import AlreadyOpen, CannotWrite
from db import instance
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, USER

ROOT = Path(__file__).parents[2]
HOLD = "import sys; from db import instance; instance.claim(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def other_process(folder: Path) -> "subprocess.Popen[str]":
    """A process that has the folder; wait for its word."""
    program = HOLD.replace("sys.argv[1]", "__import__('pathlib').Path(sys.argv[1])")
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_two_processes_never_have_the_same_school(store: FileStore, vault: FileVault) -> None:
    store.close()
    other = other_process(Path(vault.folder))
    try:
        with pytest.raises(AlreadyOpen):
            vault.open(USER, PASSWORD)
        with pytest.raises(AlreadyOpen):
            vault.restore(Path("x"), password="x")
        instance.ask_to_raise(vault.folder)
        assert instance.note_path(vault.folder).exists()
    finally:
        other.kill()
        other.communicate()
    vault.open(USER, PASSWORD).close()


def test_the_note_is_seen_once(tmp_path: Path) -> None:
    assert not instance.was_asked(tmp_path)
    instance.ask_to_raise(tmp_path)
    assert instance.was_asked(tmp_path)
    assert not instance.was_asked(tmp_path)
    with pytest.raises(CannotWrite):
        instance.ask_to_raise(tmp_path / "gone")


def test_the_window_and_its_store_are_one(store: FileStore, vault: FileVault) -> None:
    window = instance.claim(vault.folder)
    with store.for_thread():
        assert instance.stores(vault.folder) == 2
    assert instance.stores(vault.folder) == 1
    store.close()
    assert instance.stores(vault.folder) == 0
    vault.open(USER, PASSWORD).close()
    window.release()
    window.release()
    other = other_process(Path(vault.folder))
    other.kill()
    other.communicate()
