"""Starts the window: application, look, log, the right first page; pages and slow libraries come after the login."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from app.ports import Disk
from app.store import StoreError
from ui import first_paint, icons, late, style, words
from ui import log as own_log
from ui.page import PageSpec
from ui.pieces.copying import OURS
from ui.shell import Shell

LEAST = (880, 440)
SIZE = (1366, 697)


def load_pages() -> Sequence[PageSpec]:
    """The pages of the window; the one place where they and the slow libraries are imported."""
    specs: Sequence[PageSpec] = late.load("ui.pages").PAGES
    return specs


def application(argv: Sequence[str]) -> QApplication:
    """The dressed application; the running one if there is one."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication(list(argv))
    made.setApplicationName("qianshou")
    made.setApplicationDisplayName("牵手")
    made.setWindowIcon(QIcon(icons.pixmap("heart-handshake", "accent", 64)))
    style.dress(made)
    return made


def run(disk: Disk, folder: PurePath | None = None, argv: Sequence[str] = ("qianshou",)) -> int:
    """Open the window on a data folder (None: the default one) until it is closed. Returns the exit status."""
    app = application(argv)
    where = folder if folder is not None else disk.default_folder()
    own_log_folder(where)
    if disk.is_open(where):
        return _second(disk, where)
    shell = Shell(disk, where, load_pages)
    shell.setMinimumSize(*LEAST)
    shell.resize(*SIZE)
    shell.start()
    first_paint.watch(shell, disk.write_bytes)
    shell.showMaximized()
    status = app.exec()
    let_go_of_clipboard()
    return status


def let_go_of_clipboard() -> None:
    """What was copied stays there as plain text: an object of ours that outlives Python crashes the end of the program.
    """
    clipboard = QApplication.clipboard()
    held = clipboard.mimeData()
    # Qt answers with nothing where nothing was ever copied.
    if held is not None and OURS in held.html():
        clipboard.setText(clipboard.text())


def own_log_folder(folder: PurePath) -> None:
    """Log beside the data; where that cannot be written, go on without a log file."""
    try:
        own_log.start(Path(folder) / "log", say)
    except OSError:
        own_log.catch(say)
        logging.getLogger(__name__).warning("no log file")


def say(sentence: str) -> None:
    """An error that nobody foresaw: in the window if it is open, else in a box of its own."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, Shell) and widget.window_ is not None and widget.window_.isVisible():
            widget.window_.errors.tell(sentence)
            return
    if QApplication.instance() is None:
        sys.stderr.write(sentence + "\n")
        return
    QMessageBox.warning(None, "牵手", sentence)


def _second(disk: Disk, folder: PurePath) -> int:
    """Another window has this folder: bring that one to the front."""
    try:
        disk.ask_to_raise(folder)
    except StoreError as error:
        say(words.sentence(error))
        return 1
    return 0
