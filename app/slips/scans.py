"""Files of a scanner or phone as the disk hands them over: pictures, one to a page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

ENDS = frozenset({".jpg", ".jpeg", ".jfif", ".png", ".bmp", ".webp", ".heic", ".tif", ".tiff", ".pdf"})
"""How the names of files end that scanners and phones make."""


class ScanRefused(Exception):
    """A file or page that holds no picture of a page. `reason` is one of:

    encrypted (a PDF with a password), no_picture (a PDF made by a program, not a scanner), damaged, packed (a PDF whose
    pictures are packed in a way that few programs read: JBIG2, JPEG 2000), strips (a page in several pictures),
    too_many (pages).
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


def may_be_scan(path: str) -> bool:
    """Whether it looks like a scan, or like a folder of them."""
    return PurePath(path).suffix.lower() in ENDS | {""}


@dataclass(frozen=True, slots=True)
class Scan:
    """A file with its pages."""

    name: str
    pages: tuple[Callable[[], bytes], ...]
    """Each gives the content of a picture file (JPEG, PNG, TIFF, PNM …). Raises ScanRefused."""
