"""The guide for the office: Chinese paragraphs by key, and pictures of the screens they speak of."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter. `pages` are the keys of the pages whose F1 leads here."""

    key: str
    title: str
    pages: tuple[str, ...]
    text: str
    """Markdown; pictures are named by their file."""


@cache
def sections() -> tuple[Section, ...]:
    """The chapters of guide.md in order. A chapter begins with `# key title (page page)`."""
    found: list[Section] = []
    for part in (_HERE / "guide.md").read_text(encoding="utf-8").split("\n# ")[1:]:
        head, _, text = part.partition("\n")
        key, title, *rest = head.split(" ", 2)
        pages = tuple(rest[0].strip("()").split()) if rest else ()
        found.append(Section(key, title, pages, text.strip()))
    return tuple(found)


def section_of(page: str) -> Section:
    """The chapter that F1 opens on a page; the first one for a page that has none."""
    return next((one for one in sections() if page == one.key or page in one.pages), sections()[0])


def picture(name: str) -> bytes:
    """A picture's PNG; b"" for one that is not there (while the pictures are being made)."""
    path = _HERE / name
    return path.read_bytes() if path.is_file() else b""
