"""How long 600 contact cards take as a PDF, against a bare QPainter that writes the same strings on a QPdfWriter."""

import os
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from app.sample import sample_school
from benchmarks.paper_roster import cost
from benchmarks.table import Row
from ui import fonts
from ui.paper.cards import CardJob, card_paper
from ui.paper.output import Paper, pdf_bytes
from ui.paper.page import Page
from ui.paper.type import Face, font, runs, width_mm

CARDS = 600
ROUNDS = 5
DAY = date(2026, 10, 12)
String = tuple[QPointF, str, QFont]


def rows() -> list[Row]:
    """How many times the bare painter's time each layout takes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    fonts.load()
    snapshot = sample_school(DAY, CARDS).snapshot
    children = [child for child in snapshot.children.values() if child.enrolments[-1].until_day is None][:CARDS]
    found = []
    for layout, copies in (("child", ("school",)), ("pocket", ("school",)), ("school", ("school",))):
        job = CardJob(layout, children, snapshot, DAY, copies)
        strings = strings_of(card_paper(job))
        pdf_bytes(card_paper(job))
        ratios = sorted(cost(lambda job=job: pdf_bytes(card_paper(job)))  # type: ignore[misc]
                        / cost(lambda strings=strings: bare_pdf(strings)) for _round in range(ROUNDS))  # type: ignore[misc]
        what = f"{CARDS} cards, layout {layout}, ÷ bare QPainter"
        found.append(Row(what, ratios[ROUNDS // 2], 2.0, "the same strings on a QPdfWriter, in turns, processor time"))
    del application
    return found


class Noting(Page):
    """A page that notes where each string would be drawn."""

    strings: list[String]

    def text(self, x: float, centre: float, text: str, face: Face, pt: float, align: str = "left",
             colour: str = "#000000") -> float:
        left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * width_mm(text, face, pt)
        for part, drawn in runs(text, face):
            self.strings.append((QPointF(left * 47.24, centre * 47.24), part, font(drawn, pt)))
            left += width_mm(part, drawn, pt)
        return width_mm(text, face, pt)


def strings_of(paper: Paper) -> list[list[String]]:
    """The strings of every sheet with place and font."""
    sheets = []
    picture = QImage(210, 297, QImage.Format.Format_RGB32)
    for paint in paper.sheets:
        page = Noting(QPainter(picture))
        page.strings = []
        paint(page)
        page.painter.end()
        sheets.append(page.strings)
    return sheets


def bare_pdf(sheets: list[list[String]]) -> bytes:
    """The strings alone."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(1200)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for number, strings in enumerate(sheets):
        if number:
            writer.newPage()
        for point, text, face in strings:
            painter.setFont(face)
            painter.drawText(point, text)
    painter.end()
    return bytes(content.data())
