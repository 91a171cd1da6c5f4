"""The pages of one scan as one attached file: a mark, then each page's picture with its length before it."""

from collections.abc import Sequence

MARK = b"QSPAGES1"
_LENGTH = 4


class NoPages(Exception):
    """The content is no scan of ours."""


def packed(pages: Sequence[bytes]) -> bytes:
    """One file of these pictures."""
    return MARK + b"".join(len(page).to_bytes(_LENGTH, "big") + page for page in pages)


def unpacked(content: bytes) -> list[bytes]:
    """The pictures, in order. Raises NoPages."""
    if not content.startswith(MARK):
        raise NoPages
    pages, place = [], len(MARK)
    while place < len(content):
        length = int.from_bytes(content[place : place + _LENGTH], "big")
        place += _LENGTH
        if not length or place + length > len(content):
            raise NoPages
        pages.append(content[place : place + length])
        place += length
    return pages
