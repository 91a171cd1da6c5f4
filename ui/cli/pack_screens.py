"""Pictures of the archive pack: what goes in and what is missing, and the close of the term."""

from collections.abc import Iterator
from pathlib import PurePath

from PySide6.QtWidgets import QWidget

from ui.pack.page import PackPage
from ui.shell import Shell

Screen = tuple[str, QWidget]


def pack(shell: Shell) -> Iterator[Screen]:
    """The page and its last step; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("pack")
    page = window.page
    assert isinstance(page, PackPage)
    page.panel.folder = lambda: PurePath("E:/")
    page.refresh(None)
    yield "pack", shell
    page.show_close()
    yield "pack-close", shell
    page.back()
