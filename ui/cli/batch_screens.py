"""The screens of the batch grid: a class's week, a teacher's slip; in a school made for the pictures a scanned one."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLineF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from app.batch import FilledRow, Prefilled, Wanted
from app.care import NOT_REACHED, REACHED
from app.enrolment import pupils_on
from ui import fonts
from ui.batch.page import BatchPage
from ui.shell import Shell


def batch(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """The first class with some calls keyed in, and the slip of whoever has most to do."""
    window = shell.window_
    assert window is not None
    window.go("batch")
    page = window.page
    assert isinstance(page, BatchPage)
    rows = list(page.board.sheet.rows)
    for row, (cell, text) in zip(rows, (("way", "V"), ("way", "Y"), ("minutes", "x")), strict=False):
        page.board.write(row, cell, text)
    page.board.redraw()
    yield "batch", shell
    session = window.session
    due = session.due()
    owed = [one.owed_by for one in due.standings if one.owed_by is not None] if due is not None else []
    if owed:
        window.go("batch", Wanted(staff_id=max(set(owed), key=owed.count), week=_monday(session.today)))
        yield "batch-teacher", shell
    window.go("batch", Wanted())


def scanned(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """A page with ticks, handwriting and a box that is not clear."""
    window, session = shell.window_, shell.session
    assert window is not None and session is not None
    children = [child.id for child, _class in pupils_on(session.snapshot, session.today)][:4]
    said = QCoreApplication.translate("pictures", "说想妈妈，腊月二十回来  12 分")
    ticks = ((REACHED, False), (NOT_REACHED, False), (REACHED, True), ("", False))
    rows = tuple(
        FilledRow(child, "talk", state, doubtful, source=f"slip:7KQ2WXYZ:{place}:talk",
                  picture=handwriting(said) if place % 2 == 0 else b"")
        for place, (child, (state, doubtful)) in enumerate(zip(children, ticks, strict=False))
    )  # fmt: skip
    window.go("batch", Prefilled(rows, _monday(session.today), code="7KQ2WXYZ"))
    yield "batch-scanned", shell
    window.go("roster")


def handwriting(words: str) -> bytes:
    """A strip of paper with words on a line."""
    strip = QImage(1100, 110, QImage.Format.Format_Grayscale8)
    strip.fill(236)
    painter = QPainter(strip)
    painter.setFont(fonts.kai(50))
    painter.setPen(QColor(60, 60, 60))
    painter.drawText(30, 74, words)
    painter.drawLine(QLineF(20, 96, 1080, 96))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(strip)
    return bytes(content.data())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
