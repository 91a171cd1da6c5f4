"""The office of a sample school with this week's slips on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import disk
from tests.ui.slips.office import MONDAY, Office, made
from ui.session import Session


@pytest.fixture(scope="session")
def printed_school(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Office]:
    """Made once; tests that book something take `office`."""
    found = made(tmp_path_factory.mktemp("学校"))
    yield found
    found.store.close()


@pytest.fixture
def office(tmp_path: Path, qapp: object) -> Iterator[Office]:
    """A school of its own, for tests that book."""
    found = made(tmp_path / "学校 软件")
    yield found
    found.store.close()


@pytest.fixture
def session(office: Office) -> Session:
    return Session(disk(), office.store, MONDAY)
