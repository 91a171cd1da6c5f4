"""What the paper tests share: the bundled fonts, and a PDF's text and ink as the person gets them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ui import fonts


@pytest.fixture(autouse=True)
def bundled_fonts(qapp: object) -> None:
    fonts.load()


@pytest.fixture
def text_of(tmp_path: Path) -> Callable[[bytes], str]:
    """The text of a PDF as a reader's search finds it."""

    def read(pdf: bytes) -> str:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")

    return read


@pytest.fixture
def pages_of(tmp_path: Path) -> Callable[[bytes], list[QImage]]:
    """The sheets of a PDF as pictures of 4 pixels per mm."""

    def draw(pdf: bytes) -> list[QImage]:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", "101.6", "-png", path, tmp_path / "sheet"], check=True)
        return [QImage(str(picture)) for picture in sorted(tmp_path.glob("sheet-*.png"))]

    return draw
