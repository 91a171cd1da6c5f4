"""The bare PySide6 window that the executable is measured against; built with PyInstaller's defaults."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel


class Window(QLabel):
    """Notes its first paint and ends."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and (path := os.environ.pop("QIANSHOU_FIRST_PAINT", "")):
            QTimer.singleShot(0, lambda: painted(path))
        return done


def painted(path: str) -> None:
    """Write the time and end."""
    with open(path, "w", encoding="ascii") as file:  # noqa: PTH123
        file.write(str(time.time_ns()))
    QApplication.exit(0)


application = QApplication(sys.argv)
window = Window("bare")
window.resize(1366, 697)
window.showMaximized()
sys.exit(application.exec())
