"""Qt without a screen, for the commands that paint paper or pictures."""

import os
from pathlib import Path, PurePath

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.store import CannotWrite
from ui import fonts


def fonts_ready() -> QApplication:
    """The application object (made once, on no screen) with the program's own typefaces loaded."""
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_quiet)
        running = QApplication(["qianshou"])
    fonts.load()
    return running


def made_folder(folder: PurePath) -> PurePath:
    """The folder, made if it is not there. Raises CannotWrite."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(str(folder)) from error
    return folder


def _quiet(_kind: QtMsgType, _context: QMessageLogContext, _text: str) -> None:
    """What the screenless platform says of itself has no place on standard error."""
