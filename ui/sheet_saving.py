"""The way into an Excel or Word file: where to, written in the background, noted, said."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.audit import audited
from app.sheets import SheetOut
from app.store import Store
from app.texts import TextOut
from ui import words
from ui.session import Session
from ui.work import Work


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)


def save_sheet(parent: QWidget, session: Session, work: Work, sheet: SheetOut, name: str, what: str) -> None:
    """Ask where `sheet` shall go (suggesting `name`), write it, note `what` in the audit trail, say where it lies."""
    path = asked_path(parent, _tr("导出 Excel"), name, "Excel (*.xlsx)")
    if path is not None:
        _save(session, work, path, what, f"sheets={1 + len(sheet.more)}",
              lambda: session.disk.write_sheet(sheet, path))  # fmt: skip


def save_text(parent: QWidget, session: Session, work: Work, text: TextOut, name: str, what: str) -> None:
    """The same for a text and a Word file."""
    path = asked_path(parent, _tr("导出 Word"), name, "Word (*.docx)")
    if path is not None:
        _save(session, work, path, what, "",
              lambda: session.disk.write_bytes(path, session.disk.text_bytes(text)))  # fmt: skip


def asked_path(parent: QWidget, title: str, name: str, kinds: str) -> PurePath | None:
    """Where a file shall go, with the ending of `name`; None where nothing was chosen."""
    chosen = QFileDialog.getSaveFileName(parent, title, name, kinds)[0]
    ending = PurePath(name).suffix
    return PurePath(chosen if chosen.lower().endswith(ending) else chosen + ending) if chosen else None


def _save(
    session: Session, work: Work, path: PurePath, what: str, detail: str, written: Callable[[], None]
) -> None:
    def write(store: Store, _progress: Callable[[int, int], None]) -> None:
        with audited(store, what, detail):
            written()

    def done(_nothing: object) -> None:
        session.said.emit(_tr("存好了：{0}").format(path))

    def broke(error: Exception) -> None:
        session.failed.emit(words.sentence(error))

    work.run(write, done, broke, _tr("正在导出"), can_cancel=False)
