"""A sample school on a Monday whose slips are printed, and the pages as pictures to write on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.__main__ import disk
from app.slips.weekly import due_for, week_slips
from app.store import Store
from db import keys
from db.vault import FileVault
from ui import fonts
from ui.paper.output import image
from ui.paper.slip import Printed, SlipJob, printed_pages, slip_job, slip_paper, slip_records
from ui.session import Session
from ui.setup.sample import make_sample

MONDAY = date(2026, 11, 30)
DPI = 300


@dataclass(slots=True)
class Office:
    """An open school with this week's slips on paper."""

    store: Store
    job: SlipJob
    pages: list[Printed] = field(default_factory=list)

    def sheet(self, place: int) -> QImage:
        """A printed page to write on."""
        return image(slip_paper(self.job).sheets[place], round(210 * DPI / 25.4))


@pytest.fixture(scope="session")
def printed_school(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Office]:
    """Made once; tests that book something take `office`."""
    fonts.load()
    store = make_sample(FileVault(tmp_path_factory.mktemp("学校"), cost=keys.LOW_COST), MONDAY)
    office = print_slips(store)
    yield office
    store.close()


def print_slips(store: Store) -> Office:
    snapshot = store.snapshot()
    due = due_for(snapshot, store.ledger, MONDAY, MONDAY)
    assert due is not None
    job = slip_job(week_slips(due, store.ledger, MONDAY), snapshot, MONDAY, MONDAY)
    store.apply("打印任务单", slip_records(job, (), datetime(2026, 11, 30, 7, 50)), kind="print")
    return Office(store, job, printed_pages(job))


@pytest.fixture
def office(tmp_path: Path, qapp: object) -> Iterator[Office]:
    """A school of its own, for tests that book."""
    fonts.load()
    store = make_sample(FileVault(tmp_path / "学校 软件", cost=keys.LOW_COST), MONDAY)
    yield print_slips(store)
    store.close()


@pytest.fixture
def session(office: Office) -> Session:
    return Session(disk(), office.store, MONDAY)
