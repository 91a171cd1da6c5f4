"""A second start of the program on the same folder: it asks the first window to come forward and ends."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.__main__ import is_open
from app.ports import Disk
from tests.ui.frame.conftest import Opened
from tests.ui.frame.test_login import enter
from ui import start

HOLD = "import sys; from db import instance; instance.claim(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def held(folder: Path, code: str) -> Iterator[None]:
    """Another process has the folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == "held"
        yield
        assert other.stdin is not None
        other.stdin.close()


def test_the_second_start_leaves_a_note_and_ends(
    qtbot: QtBot, held: None, folder: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_open(folder)
    monkeypatch.setattr(start, "own_log_folder", lambda _folder: None)
    assert start.run(disk, folder) == 0
    assert disk.was_asked(folder)
    assert not disk.was_asked(folder)


def test_the_login_says_who_has_the_folder(qtbot: QtBot, held: None, opened: Opened) -> None:
    shell = opened()
    enter(shell)
    assert "另一个窗口" in shell.currentWidget().form.error.text()  # type: ignore[union-attr]


def test_the_folder_is_free_once_nobody_holds_it(folder: Path, code: str) -> None:
    assert not is_open(folder)
