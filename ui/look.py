"""How the program looks to the one who sits there: light or dark, and how large; kept beside the school's file.

It lies outside the encrypted file, because the login page wears it too.
"""

import json
import logging
from pathlib import PurePath

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.ports import Disk
from app.store import StoreError
from ui import tokens

NAME = "look.json"
SIZES = (100, 110, 125, 150)
"""Text sizes in %."""
THEMES = ("light", "dark", "system")

log = logging.getLogger(__name__)


class Look(QObject):
    """The choice; `changed` comes when the screen must be drawn anew."""

    changed = Signal()

    def __init__(self, disk: Disk, folder: PurePath, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk, self._path = disk, folder / NAME
        self.theme, self.size = "light", 100
        self._read()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def shown_theme(self) -> str:
        """light or dark: what "system" means now."""
        if self.theme != "system":
            return self.theme
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def scale(self) -> float:
        """The size as a factor."""
        return self.size / 100

    def choose(self, *, theme: str = "", size: int = 0) -> None:
        """Take another theme or text size, and remember it."""
        before = (self.theme, self.size)
        self.theme = theme if theme in THEMES else self.theme
        self.size = size if size in SIZES else self.size
        if (self.theme, self.size) != before:
            self._write()
            self.changed.emit()

    def step(self, by: int) -> None:
        """The next larger (1) or smaller (-1) text; 0 is 100 %."""
        place = SIZES.index(self.size) + by if by else 0
        self.choose(size=SIZES[max(0, min(place, len(SIZES) - 1))])

    def _system_changed(self) -> None:
        if self.theme == "system" and self.shown_theme() != tokens.theme():
            self.changed.emit()

    def _read(self) -> None:
        try:
            kept = json.loads(self._disk.read_bytes(self._path) or b"{}")
            theme, size = kept.get("theme"), kept.get("size")
        except (StoreError, ValueError, AttributeError) as error:
            log.warning("look not read: %s", type(error).__name__)
            return
        self.theme = theme if theme in THEMES else self.theme
        self.size = size if size in SIZES else self.size

    def _write(self) -> None:
        content = json.dumps({"theme": self.theme, "size": self.size}).encode()
        try:
            self._disk.write_bytes(self._path, content)
        except StoreError as error:
            log.warning("look not kept: %s", type(error).__name__)
