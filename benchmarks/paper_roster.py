"""How long the term roster of 600 pupils takes to write, as a multiple of bare openpyxl writing the same cells."""

import gc
import io
import time
from collections.abc import Callable
from datetime import date

import openpyxl

from app.sample import sample_school
from app.sheets import SheetOut
from benchmarks.table import Row
from db.xlsx import workbook_bytes
from ui.paper.roster_sheet import RosterJob, roster_sheet

PUPILS = 600
DAY = date(2026, 10, 12)
ROUNDS = 7


def rows() -> list[Row]:
    """The office form against a loop of appends, in turns and by processor time, so that a busy machine slows both."""
    sheet = sample_sheet()
    ratios = sorted(cost(lambda: workbook_bytes(sheet)) / cost(lambda: bare(sheet)) for _round in range(ROUNDS))
    return [
        Row(f"roster of {PUPILS} as Excel ÷ bare openpyxl", ratios[ROUNDS // 2], 1.5, "fonts, borders, heights, page")
    ]


def cost(work: Callable[[], object]) -> float:
    """Seconds of the processor; what earlier rounds left behind is cleared first."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def sample_sheet() -> SheetOut:
    """The roster of all pupils of a sample school of 600."""
    snapshot = sample_school(DAY, PUPILS).snapshot
    return roster_sheet(RosterJob(list(snapshot.children.values()), snapshot, DAY, all_pupils=True))


def bare(sheet: SheetOut) -> bytes:
    """The same cells, and nothing else."""
    book = openpyxl.Workbook()
    page = book.active
    page.append([sheet.title])
    page.append([sheet.left_note, sheet.right_note])
    depth = max(len(column.heads) for column in sheet.columns)
    for level in range(depth):
        page.append([(column.heads[level] if level < len(column.heads) else None) for column in sheet.columns])
    for row in sheet.rows:
        page.append(list(row))
    page.append(list(sheet.total or ()))
    page.append(list(sheet.signatures))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
