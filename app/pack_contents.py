"""What stands in the volumes of a pack: one volume a folder, its lines numbered, its printed pages counted through.

The form is 卷内目录 (domain.md §3, shared/look/paper/paper.md §7): 序号, 材料名称, 责任者, 日期, 页号, 备注.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.pack import Entry

PREFIX = "QS"
"""What a file number (档号) begins with until the school has a number of its archive (全宗号)."""
PRINTED, WORD, SCAN, PICTURE, FILM, OTHER = "printed", "word", "scan", "picture", "film", "other"
"""Kinds of file: one whose pages are counted; a text and a paper from outside, whose pages are numbered by hand; what
stays in the computer."""
ENDINGS = {
    "pdf": SCAN, "docx": WORD, "doc": WORD, "wps": WORD, "jpg": PICTURE, "jpeg": PICTURE, "png": PICTURE,
    "bmp": PICTURE, "mp4": FILM, "mov": FILM, "avi": FILM, "3gp": FILM,
}  # fmt: skip
BOX_SHEETS = 330
"""Sheets of paper that the widest box (40 mm) takes without bulging."""
REF = 10_000
"""A line of a volume as one number, for `ui.pack.evidence`: volume × REF + line. No volume has as many lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a volume: a file, or the files of a bundle."""

    number: int
    """序号; for a file the number before its name, so that either is found by the other."""
    path: str
    """Of the file, or of the folder of the bundle."""
    entries: tuple[Entry, ...]
    first: int = 0
    """Its first page in the volume; 0 = none of it is counted."""
    last: int = 0


@dataclass(frozen=True, slots=True)
class Volume:
    """One folder of the pack: one box in the cabinet."""

    number: int
    """卷号, the one before the folder's name."""
    folder: str
    lines: tuple[Line, ...] = ()
    pages: int = 0
    """Printed pages that are counted."""

    @property
    def name(self) -> str:
        """The folder without its number."""
        return self.folder.partition(" ")[2]

    @property
    def files(self) -> list[Entry]:
        """All of its files."""
        return [one for line in self.lines for one in line.entries]


def kind_of(entry: Entry) -> str:
    """Which kind of file an entry is."""
    ending = entry.path.rpartition(".")[2]
    return PRINTED if ending == "pdf" and entry.pages else ENDINGS.get(ending, OTHER)


def volumes_of(entries: Sequence[Entry], folders: Iterable[str]) -> list[Volume]:
    """A volume for each of these folders ("05 结对帮扶"), also for one without a file."""
    return [_volume(folder, [one for one in entries if one.path.startswith(f"{folder}/")]) for folder in folders]


def _volume(folder: str, entries: Sequence[Entry]) -> Volume:
    alone = [one for one in entries if not one.bundle]
    bundles: dict[str, list[Entry]] = {}
    for one in entries:
        if one.bundle:
            bundles.setdefault(one.bundle, []).append(one)
    lines: list[Line] = []
    page = number = 0
    for path, those in [*((one.path, [one]) for one in alone), *bundles.items()]:
        found = None if those[0].bundle else re.match(r"\d+", path.rpartition("/")[2])
        number = int(found[0]) if found else number + 1
        pages = sum(one.pages for one in those if kind_of(one) == PRINTED)
        lines.append(Line(number, path, tuple(those), page + 1 if pages else 0, page + pages if pages else 0))
        page += pages
    return Volume(int(folder[:2]), folder, tuple(lines), page)


def boxes_of(volumes: Iterable[Volume]) -> dict[int, range]:
    """By 卷号 the numbers of its boxes (盒号), which run on through all volumes: 1, 2, … An empty volume has a box too:
    what is missing is put there later."""
    found: dict[int, range] = {}
    first = 1
    for one in volumes:
        found[one.number] = range(first, first + max(1, math.ceil(one.pages / BOX_SHEETS)))
        first = found[one.number].stop
    return found


def file_number(prefix: str, term: str, volume: int = 0) -> str:
    """档号: QS-2026-1-05 is volume 5 of the first term of 2026—2027; without a volume that of the whole pack."""
    return f"{prefix}-{term}-{volume:02}" if volume else f"{prefix}-{term}"


def numbers_of(volumes: Iterable[Volume]) -> dict[str, int]:
    """By path or bundle, the line as one number (see REF)."""
    return {line.path: volume.number * REF + line.number for volume in volumes for line in volume.lines}


def said_by_volume(text: str) -> str:
    """50001—50003、90012, ranges of such numbers, as people read them: 05-1—3、09-12. Any other text stays as it is."""
    if not re.fullmatch(r"\d{5,}(—\d{5,})?(、\d{5,}(—\d{5,})?)*", text):
        return text

    def one(found: re.Match[str]) -> str:
        volume, line = divmod(int(found[1]), REF)
        last = f"—{int(found[2]) % REF}" if found[2] else ""
        return f"{volume:02}-{line}{last}"

    return re.sub(r"(\d{5,})(?:—(\d{5,}))?", one, text)
