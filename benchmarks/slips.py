"""The weekly slips of 40 teachers as a PDF, from what is due to the bytes, against a bare QPainter that draws the same
strings, boxes and code squares; and reading a page back."""

import os

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from app.due import Due
from app.slips.codes import modules, text_of
from app.slips.reading import page_in, read_page
from app.slips.weekly import due_for, monday_of, week_slips
from app.store import Store
from benchmarks.cards import String, strings_of
from benchmarks.paper_roster import cost
from benchmarks.schools import DAY, opened
from benchmarks.table import Row
from ui import fonts
from ui.paper.output import image, pdf_bytes
from ui.paper.slip import Printed, SlipJob, printed_pages, slip_job, slip_paper
from ui.paper.type import DOTS_PER_MM
from ui.slips import pictures

TEACHERS = 40
ROUNDS = 5
WIDE = 1654
"""Points of a page at 200 dpi."""
PAGE_SECONDS = 0.6
"""scan.md: what a page took when it was tried."""


def rows() -> list[Row]:
    """Ratios, and the seconds that a page takes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    store = opened(1)
    fonts.load()
    due = due_for(store.snapshot(), store.ledger, monday_of(DAY), DAY)
    assert due is not None
    job = made(store, due)
    pages, strings = printed_pages(job), strings_of(slip_paper(job))
    ratios = sorted(
        cost(lambda: pdf_bytes(slip_paper(made(store, due)))) / cost(lambda: bare_pdf(strings, pages))
        for _round in range(ROUNDS)
    )
    children = len(job.children)
    shots = [image(slip_paper(job).sheets[place], WIDE) for place in range(ROUNDS)]
    seconds = sorted(cost(lambda one=one: read(*one)) for one in zip(pages, shots, strict=False))  # type: ignore[misc]
    store.close()
    return [
        Row(f"weekly slips of {len(job.slips)} teachers ÷ bare QPainter", ratios[ROUNDS // 2], 2.0,
            f"{len(pages)} pages for {children} children: who owes what, last contact, layout, codes, PDF"),
        Row("a slip read back from a picture of 200 dpi, s", seconds[ROUNDS // 2], PAGE_SECONDS,
            "codes found, page laid flat, boxes told"),
    ]  # fmt: skip


def made(store: Store, due: Due) -> SlipJob:
    """The slips of the first 40 teachers, worked out anew from what is due, which the session has in memory."""
    monday = monday_of(DAY)
    return slip_job(week_slips(due, store.ledger, monday)[:TEACHERS], due.duties.snapshot, DAY, monday)


def bare_pdf(sheets: list[list[String]], pages: list[Printed]) -> bytes:
    """The strings, boxes and code squares alone."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(1200)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for number, (strings, page) in enumerate(zip(sheets, pages, strict=True)):
        if number:
            writer.newPage()
        for point, text, face in strings:
            painter.setFont(face)
            painter.drawText(point, text)
        _boxes(painter, page)
    painter.end()
    return bytes(content.data())


def _boxes(painter: QPainter, page: Printed) -> None:
    sheet, dots = page.page.sheet(), DOTS_PER_MM
    for line in sheet.lines:
        for x, y in sheet.boxes(line).values():
            painter.drawRect(QRectF(x * dots, y * dots, 5 * dots, 5 * dots))
    for corner, (x, y) in sheet.shape.corners.items():
        squares = modules(text_of(page.code, corner))
        each = sheet.shape.side / len(squares)
        for j, row in enumerate(squares):
            for i, dark in enumerate(row):
                if dark:
                    square = QRectF((x + i * each) * dots, (y + j * each) * dots, each * dots, each * dots)
                    painter.fillRect(square, QColor("black"))


def read(page: Printed, picture: QImage) -> None:
    """Read one page from a picture of it."""
    found = page_in(pictures.shades(picture), lambda: pictures.twice(picture))
    read_page(found, page.page.sheet(), lambda lies: pictures.shades(pictures.laid_flat(picture, lies)))
