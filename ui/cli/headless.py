"""Qt without a screen, for the commands that paint paper or pictures."""

import os

from PySide6.QtWidgets import QApplication

from ui import fonts


def fonts_ready() -> QApplication:
    """The application object (made once, on no screen) with the program's own typefaces loaded."""
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        running = QApplication(["qianshou"])
    fonts.load()
    return running
