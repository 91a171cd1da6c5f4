"""A document of painted pages, and the three places it can go: a PDF, a printer, a picture on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.store import Progress
from ui.paper.page import Page
from ui.paper.pdf_text import Drawn, with_true_text
from ui.paper.type import DOTS_PER_MM, Face, Part

PaintPage = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Paper:
    """Sheets of A4, each a painter of one page."""

    title: str
    """The PDF's title; never says 留守."""
    sheets: Sequence[PaintPage]
    pieces: int = 0
    """How many cards lie on them."""
    owners: Sequence[frozenset[int]] = ()
    """For each sheet, the ids of the children whose cards lie on it."""
    landscape: bool = False

    @property
    def mm(self) -> tuple[float, float]:
        """Width and height of a sheet."""
        return (297.0, 210.0) if self.landscape else (210.0, 297.0)

    def between(self, first: int, last: int) -> "Paper":
        """Only the sheets of these numbers, from 1."""
        return replace(self, sheets=self.sheets[first - 1 : last], owners=self.owners[first - 1 : last])

    def finished(self, first: int, last: int) -> frozenset[int]:
        """The children of whom every card lies on the sheets of these numbers, from 1."""
        outside = [*self.owners[: first - 1], *self.owners[last:]]
        return frozenset().union(*self.owners[first - 1 : last]) - frozenset().union(*outside)


def pdf_bytes(paper: Paper, warnings: list[str] | None = None, progress: Progress | None = None) -> bytes:
    """Return `paper` as a PDF whose text stays text. Texts that did not fit are added to `warnings`."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(1200)
    writer.setPageLayout(_layout(paper))
    writer.setTitle(paper.title)
    writer.setCreator("牵手")
    drawn: Drawn = {face: {} for face in Face}
    _paint_all(paper, writer, DOTS_PER_MM, writer.newPage, warnings, progress, drawn)
    buffer.close()
    return with_true_text(bytes(content.data()), drawn)


def print_on(paper: Paper, printer: QPrinter, warnings: list[str] | None = None) -> bool:
    """Send `paper` to `printer`; return whether the printer took it."""
    printer.setFullPage(True)
    printer.setPageLayout(_layout(paper))
    printer.setDocName(paper.title)
    return _paint_all(paper, printer, printer.resolution() / 25.4, printer.newPage, warnings)


def image(paint: PaintPage, width: int, ratio: float = 1.0, mm: tuple[float, float] = (210.0, 297.0)) -> QImage:
    """Return one sheet of so many `mm` as a picture `width` pixels wide (times the screen's `ratio`)."""
    dots = width * ratio / mm[0]
    picture = QImage(round(mm[0] * dots), round(mm[1] * dots), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(1.0)
    picture.fill(QColor("#FFFFFF"))
    painter = QPainter(picture)
    try:
        page = Page(painter)
        page.begin(dots)
        paint(page)
    finally:
        painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _layout(paper: Paper) -> QPageLayout:
    size = QPageSize(QPageSize.PageSizeId.A4)
    way = QPageLayout.Orientation.Landscape if paper.landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(), QPageLayout.Unit.Millimeter)


def _paint_all(paper: Paper, device: QPdfWriter | QPrinter, dots_per_mm: float, new_page: Callable[[], bool],
               warnings: list[str] | None, progress: Progress | None = None, drawn: Drawn | None = None) -> bool:
    painter = QPainter()
    if not painter.begin(device):
        return False
    noted: dict[int, Part] = {}
    try:
        for number, paint in enumerate(paper.sheets):
            if number and not new_page():
                return False
            page = Page(painter, [] if warnings is None else warnings, noted=noted, size=paper.mm)
            if drawn is not None:
                page.drawn, page.shaped = drawn, True
            page.begin(dots_per_mm)
            paint(page)
            if progress:
                progress(number + 1, len(paper.sheets))
    finally:
        painter.end()
    return True
