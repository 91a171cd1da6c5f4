"""A scan that hangs on a record: read from a file into pages, shown, printed, saved; its content never lies about."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.agreements import Agreement
from app.audit import audited
from app.photos import PictureRefused
from app.ports import Disk
from app.scan_pages import NoPages, packed, unpacked
from app.slips.scans import ScanRefused
from app.store import StoreError
from app.tablefile import CannotRead
from ui import tokens, words
from ui.paper.output import PaintPage, Paper, pdf_bytes, print_on
from ui.paper.page import Page
from ui.paper.preview import Preview
from ui.paper.print_page import ask_pdf_path, ask_printer, has_printer
from ui.photos.reading import encoded, scaled, stored_picture
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.session import Session
from ui.slips import words as said
from ui.slips.pictures import KINDS

LONGEST = 2200
"""Points of the longer side that are kept of a page: small print can be read, and a page takes less than a megabyte."""
MOST_PAGES = 20
MARGIN = 10.0
REFUSED = (CannotRead, ScanRefused, PictureRefused)
"""Why a file cannot be the scan; `sentence` words it."""


def read_pages(disk: Disk, path: str) -> bytes:
    """What is kept of a picture file or a scanner's PDF. Raises those of REFUSED."""
    scan = disk.read_scan(PurePath(path))
    if len(scan.pages) > MOST_PAGES:
        raise ScanRefused("too_many", str(len(scan.pages)))
    return packed([encoded(scaled(page(), _wanted, KINDS)) for page in scan.pages])


def sentence(error: Exception) -> str:
    """What is wrong with the file and what to do."""
    return said.sentence(error)


def scan_paper(content: bytes, title: str) -> Paper:
    """The pages as sheets of A4. Raises NoPages, PictureRefused."""
    pictures = [stored_picture(page) for page in unpacked(content)]
    across = bool(pictures) and pictures[0].width() > pictures[0].height()
    paper = Paper(title, (), landscape=across)
    sheets: list[PaintPage] = [partial(_paint, picture=picture, mm=paper.mm) for picture in pictures]
    return Paper(title, sheets, len(sheets), [frozenset()] * len(sheets), landscape=across)


def show_scan(session: Session, one: Agreement, title: str, parent: QWidget) -> None:
    """Open the scan over the window; what is wrong with it is said instead."""
    try:
        paper = scan_paper(session.store.file(one.file), title)
    except StoreError as error:
        session.failed.emit(words.sentence(error))
    except (NoPages, PictureRefused):
        session.failed.emit(words.wording(StoreError())[0])
    else:
        dialog = ScanDialog(session, paper, f"agreement={one.id}", parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class ScanDialog(QDialog):
    """Pages to turn; printing and saving are written into the audit trail."""

    def __init__(self, session: Session, paper: Paper, which: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._paper, self._which = session, paper, which
        self.ask_path: Callable[[QWidget, str], str] = ask_pdf_path
        self.ask_printer: Callable[[QWidget], QPrinter | None] = ask_printer
        self.has_printer: Callable[[], bool] = has_printer
        self.setWindowTitle(paper.title)
        self.setProperty("ground", "paper")
        self.preview = Preview()
        self.note = Label("", "second", "soon", wrap=True)
        self.note.hide()
        self.save = Button(self.tr("另存为 PDF"), icon="download", keys="Ctrl+E")
        self.close_ = Button(self.tr("关上"), keys="Esc")
        self.go = Button(self.tr("打印"), kind="primary", icon="printer", keys="Ctrl+P")
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.BETWEEN)
        buttons.addWidget(self.note, 1)
        buttons.addStretch(0)
        for button in (self.save, self.close_, self.go):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 14)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(Label(paper.title, "panel"))
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)
        self.save.clicked.connect(self.export)
        self.close_.clicked.connect(self.reject)
        self.go.clicked.connect(self.print_out)
        around = parent.window().size()
        self.resize(QSize(min(900, around.width() - 60), min(900, around.height() - 40)))
        self.preview.show_paper(paper)
        self.preview.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: Any) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_P:
            self.print_out()
        elif control and event.key() == Qt.Key.Key_E:
            self.export()
        else:
            super().keyPressEvent(event)

    def print_out(self) -> None:
        """Print it; without a printer say so."""
        if not self.has_printer():
            self._say(self.tr("这台电脑没有装打印机。可以另存为 PDF，拿到有打印机的电脑上印。"))
            return
        printer = self.ask_printer(self)
        if printer is None:
            return
        with audited(self._session.store, "print_scan", self._which):
            taken = print_on(self._paper, printer)
        self._say(self.tr("{0} 张纸交给了打印机。").format(len(self._paper.sheets)) if taken else
                  self.tr("打印机没有接受。看看有没有开机、缺纸，或者先另存为 PDF。"))  # fmt: skip

    def export(self) -> None:
        """Save it as a PDF where the person says."""
        chosen = self.ask_path(self, f"{self._paper.title}.pdf")
        if not chosen:
            return
        path = PurePath(chosen if chosen.lower().endswith(".pdf") else chosen + ".pdf")
        try:
            with audited(self._session.store, "export_scan", self._which):
                self._session.disk.write_bytes(path, pdf_bytes(self._paper))
        except StoreError as error:
            self._say(words.sentence(error))
        else:
            self._say(self.tr("存好了：{0}").format(path))

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()


def _wanted(seen: QSize) -> QSize:
    longest = max(seen.width(), seen.height())
    return seen if longest <= LONGEST else seen * (LONGEST / longest)


def _paint(page: Page, picture: QImage, mm: tuple[float, float]) -> None:
    """The picture as large as the sheet allows, in its middle."""
    wide, high = mm[0] - 2 * MARGIN, mm[1] - 2 * MARGIN
    scale = min(wide / picture.width(), high / picture.height())
    w, h = picture.width() * scale, picture.height() * scale
    page.picture(picture, (mm[0] - w) / 2, (mm[1] - h) / 2, w, h)
