"""A school in a folder with a Chinese name, its key file made cheap to try."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.school import School
from app.vault import Setup
from db import keys
from db.store import FileStore
from db.vault import FileVault

USER, PASSWORD = "张老师", "青山-password-1"
SETUP = Setup(
    School("青山小学", "2143005678", "青山县", "07430036128", started_on=date(2026, 8, 31)), USER, PASSWORD, "2026-1",
    date(2026, 9, 1), date(2027, 1, 15),
)


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    return FileVault(tmp_path / "学校 软件" / "张三𠮷", cost=keys.LOW_COST)


@pytest.fixture
def code_and_store(vault: FileVault) -> Iterator[tuple[str, FileStore]]:
    code, store = vault.create(SETUP)
    yield code, store
    store.close()


@pytest.fixture
def store(code_and_store: tuple[str, FileStore]) -> FileStore:
    return code_and_store[1]


@pytest.fixture
def code(code_and_store: tuple[str, FileStore]) -> str:
    return code_and_store[0]
