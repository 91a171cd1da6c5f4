"""A sample school on a Monday whose slips are printed, and the pages as pictures to write on."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from PySide6.QtGui import QImage

from app.slips.weekly import due_for, week_slips
from app.store import Store
from db import keys
from db.vault import FileVault
from ui import fonts
from ui.paper.output import image
from ui.paper.slip import Printed, SlipJob, printed_pages, slip_job, slip_paper, slip_records
from ui.setup.sample import make_sample

MONDAY = date(2026, 11, 30)
DPI = 240


@dataclass(slots=True)
class Office:
    """An open school with this week's slips on paper."""

    store: Store
    job: SlipJob
    pages: list[Printed] = field(default_factory=list)

    def sheet(self, place: int) -> QImage:
        """A printed page to write on."""
        return image(slip_paper(self.job).sheets[place], round(210 * DPI / 25.4))


def made(folder: Path) -> Office:
    """A sample school in that folder, its slips printed at ten to eight."""
    fonts.load()
    return print_slips(make_sample(FileVault(folder, cost=keys.LOW_COST), MONDAY))


def print_slips(store: Store) -> Office:
    """Print this week's slips and note it."""
    snapshot = store.snapshot()
    due = due_for(snapshot, store.ledger, MONDAY, MONDAY)
    assert due is not None
    job = slip_job(week_slips(due, store.ledger, MONDAY), snapshot, MONDAY, MONDAY)
    store.apply("打印任务单", slip_records(job, (), datetime(2026, 11, 30, 7, 50)), kind="print")
    return Office(store, job, printed_pages(job))
