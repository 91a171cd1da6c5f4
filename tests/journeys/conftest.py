"""Journeys use a real school file in a folder with a Chinese name; some on the command line, some in the window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.__main__ import disk as real_disk
from app.ports import Disk
from db import keys
from db.vault import FileVault
from tests.db.conftest import code_and_store, store, vault
from tests.journeys.clerk import Clerk
from tests.ui.conftest import dressed

__all__ = ["code_and_store", "dressed", "store", "vault"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "学校 软件" / "张三𠮷"


@pytest.fixture
def disk() -> Disk:
    """The real disk; only a try at a password is cheap."""
    return replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))


@pytest.fixture
def clerk(qtbot: QtBot, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    """The clerk in front of the screen; what she left open is closed."""
    found = Clerk(qtbot, disk, monkeypatch)
    yield found
    for shell in found.shells:
        shell.work.wait()
        shell.closing.wait()
        if shell.session is not None:
            shell.session.store.close()
        shell.hide()
        shell.deleteLater()
