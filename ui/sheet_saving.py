"""The way of a sheet into an Excel file: where to, written in the background, noted, said."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.audit import audited
from app.sheets import SheetOut
from app.store import Store
from ui import words
from ui.session import Session
from ui.work import Work


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)


def save_sheet(parent: QWidget, session: Session, work: Work, sheet: SheetOut, name: str, what: str) -> None:
    """Ask where `sheet` shall go (suggesting `name`), write it, note `what` in the audit trail, say where it lies."""
    chosen = QFileDialog.getSaveFileName(parent, _tr("导出 Excel"), name, "Excel (*.xlsx)")[0]
    if not chosen:
        return
    path = PurePath(chosen if chosen.lower().endswith(".xlsx") else chosen + ".xlsx")

    def write(store: Store, _progress: Callable[[int, int], None]) -> None:
        with audited(store, what, f"sheets={1 + len(sheet.more)}"):
            session.disk.write_sheet(sheet, path)

    def done(_nothing: object) -> None:
        session.said.emit(_tr("表存好了：{0}").format(path))

    def broke(error: Exception) -> None:
        session.failed.emit(words.sentence(error))

    work.run(write, done, broke, _tr("正在导出"), can_cancel=False)
