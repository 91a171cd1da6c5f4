"""Puts the recovery code on paper or into a PDF; loaded when one of them is asked for, for printing is slow to load."""

from datetime import date

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.paper.output import pdf_bytes, print_on
from ui.paper.recovery import recovery_paper


def code_pdf(school: str, code: str, day: date) -> bytes:
    """The sheet as a PDF."""
    return pdf_bytes(recovery_paper(school, code, day))


def print_code(parent: QWidget, school: str, code: str, day: date) -> bool:
    """Ask for a printer and print the sheet; False if the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    return print_on(recovery_paper(school, code, day), printer)
