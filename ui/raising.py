"""Comes to the front when a second start of the program asks for it, for one folder has one window."""

from pathlib import PurePath

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.ports import Disk

LOOKS_MS = 1000


class RaiseWatch(QTimer):
    """Looks for the note of a second start in the data folder of the open school."""

    def __init__(self, disk: Disk, window: QWidget) -> None:
        super().__init__(window)
        self._disk, self._window, self._folder = disk, window, PurePath()
        self.setInterval(LOOKS_MS)
        self.timeout.connect(self.look)

    def watch(self, folder: PurePath) -> None:
        """Watch this folder from now on."""
        self._folder = folder
        self.start()

    def look(self) -> None:
        """Come to the front if somebody asked."""
        if self._disk.was_asked(self._folder):
            if self._window.isMinimized():
                self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
                self._window.show()
            self._window.raise_()
            self._window.activateWindow()
