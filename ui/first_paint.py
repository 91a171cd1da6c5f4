"""For `make bench`: notes when the first window has been painted, and ends the program."""

import os
import time
from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

VARIABLE = "QIANSHOU_FIRST_PAINT"
"""Name of the file to write the time into (nanoseconds since 1970)."""


class _Watch(QObject):
    def __init__(self, window: QWidget, write: Callable[[PurePath, bytes], None], path: str) -> None:
        super().__init__(window)
        self._write, self._path = write, path
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self._write(PurePath(self._path), str(time.time_ns()).encode())
        QApplication.exit(0)


def watch(window: QWidget, write: Callable[[PurePath, bytes], None]) -> None:
    """Do nothing unless QIANSHOU_FIRST_PAINT names a file."""
    if path := os.environ.get(VARIABLE, ""):
        _Watch(window, write, path)
