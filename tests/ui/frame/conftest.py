"""The program on a real encrypted folder with a cheap key, driven by clicks and keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.ports import Disk
from app.school import School
from app.store import Store
from app.vault import Setup
from db import keys
from db.vault import FileVault
from ui import start
from ui.shell import Shell

PASSWORD = "kazu7mote-blau"
Opened = Callable[[], Shell]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "学校 软件" / "张三𠮷"


@pytest.fixture
def disk() -> Disk:
    return replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))


@pytest.fixture
def code(folder: Path, disk: Disk) -> str:
    """A school lies in the folder; its recovery code."""
    setup = Setup(
        School("青石坪中心小学", started_on=date(2026, 11, 23)), "陈晓梅", PASSWORD, "2026-1", date(2026, 9, 1), date(2027, 1, 15)
    )
    made, store = disk.vault(folder).create(setup)
    store.close()
    return made


@pytest.fixture
def opened(qtbot: QtBot, disk: Disk, folder: Path) -> Iterator[Opened]:
    shells: list[Shell] = []

    def start_program() -> Shell:
        shell = Shell(disk, folder, start.load_pages)
        shells.append(shell)
        shell.resize(1366, 697)
        shell.start()
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        return shell

    yield start_program
    for shell in shells:
        shell.work.wait()
        shell.closing.wait()
        store: Store | None = shell.session.store if shell.session is not None else None
        if store is not None:
            store.close()
        shell.hide()
        shell.deleteLater()
