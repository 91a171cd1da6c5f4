"""The work of reading a pile of scans: files to pages, pages to ticks and what was written beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtGui import QImage

from app.ledger import Ledger
from app.photos import PictureRefused
from app.ports import Disk
from app.slips.codes import Grey, find
from app.slips.geometry import Projection
from app.slips.ink import written_part
from app.slips.marks import EMPTY, TICKED, Mark
from app.slips.pile import PageRead, best_of_each
from app.slips.reading import Found, Unreadable, page_in, read_page
from app.slips.scans import ENDS, Scan, ScanRefused, may_be_scan
from app.slips.sheet import BadSheet, Rect, Sheet, read
from app.store import Progress
from app.tablefile import CannotRead
from ui.slips import pictures

MOST_PAGES = 400
"""Of one file."""
GLANCES = 3
"""Pictures of a pile that are looked at to see whose they are."""


def read_files(disk: Disk, ledger: Ledger, paths: Sequence[str], progress: Progress) -> list[PageRead]:
    """Every page of these files and folders, in their order. Raises Cancelled; what cannot be read says so itself."""
    files = files_of(disk, paths)
    pages: list[PageRead] = []
    for done, path in enumerate(files):
        progress(done, len(files))
        try:
            scan = disk.read_scan(path)
        except (CannotRead, ScanRefused) as error:
            pages.append(PageRead(path.name, error=error))
            continue
        for number in range(len(scan.pages)):
            # A scanner's PDF may be the whole pile: its pages count as files do.
            progress(done * len(scan.pages) + number, len(files) * len(scan.pages))
            pages += _pages(scan, number, ledger)
    progress(len(files), len(files))
    return best_of_each(pages)


def files_of(disk: Disk, paths: Sequence[str]) -> list[PurePath]:
    """The files of a drop: folders are looked through, what is no scan there is left out."""
    found: list[PurePath] = []
    for path in paths:
        whole = PurePath(path)
        try:
            found += [file for file in disk.files_below(whole) if file.suffix.lower() in ENDS]
        except CannotRead:
            found.append(whole)
    return found


def brings_slips(disk: Disk, paths: Sequence[str]) -> bool:
    """Whether what is dropped is slips rather than photos of children or a table: a PDF, or one of the first pictures
    has a corner code of ours."""
    if not any(map(may_be_scan, paths)):
        return False
    try:
        files = files_of(disk, paths)[:GLANCES]
        return any(file.suffix.lower() == ".pdf" for file in files) or any(
            find(pictures.shades(pictures.decoded(page())))
            for file in files if file.suffix.lower() in ENDS
            for page in disk.read_scan(file).pages[:1]
        )  # fmt: skip
    except (CannotRead, ScanRefused, PictureRefused):
        return False


def _pages(scan: Scan, number: int, ledger: Ledger) -> Iterator[PageRead]:
    """The page of a PDF, or the picture; of a file of several pictures each."""
    blank = PageRead(scan.name, number + 1, len(scan.pages))
    try:
        data = scan.pages[number]()
    except ScanRefused as error:
        yield replace(blank, error=error)
        return
    count = min(pictures.count(data), MOST_PAGES)
    for place in range(count):
        one = replace(blank, number=place + 1, of=count) if count > 1 else blank
        yield _page(one, data, place, ledger)


def _page(blank: PageRead, data: bytes, place: int, ledger: Ledger) -> PageRead:
    try:
        picture = pictures.decoded(data, place)
    except PictureRefused as error:
        return replace(blank, error=error)
    try:
        found = page_in(pictures.shades(picture), lambda: pictures.twice(picture))
        return _read(blank, picture, found, ledger)
    except Unreadable as error:
        return replace(blank, error=error, picture=pictures.small(picture))


def _read(blank: PageRead, picture: QImage, found: Found, ledger: Ledger) -> PageRead:
    slip = ledger.slip(found.code)
    try:
        sheet = read(slip.rows) if slip is not None else None
    except BadSheet:
        sheet = None
    if slip is None or sheet is None:
        raise Unreadable("unknown", code=found.code)
    flat: list[QImage] = []

    def flatten(lies: Projection) -> Grey:
        flat.append(pictures.laid_flat(picture, lies))
        return pictures.shades(flat[0])

    marks = read_page(found, sheet, flatten).marks
    hands = _hands(flat[0], sheet, marks)
    return replace(blank, slip=slip, marks=marks, hands=hands, picture=pictures.small(flat[0]))


def _hands(flat: QImage, sheet: Sheet, marks: Mapping[int, Mapping[str, Mark]]) -> dict[int, bytes]:
    """What is written beside each row. A child's note stands with its first ticked row, or its first."""
    page = pictures.shades(flat)
    found: dict[int, bytes] = {}
    with_note = set(_rows_with_note(sheet, marks))
    for number, line in enumerate(sheet.lines, 1):
        areas = sheet.hands(line)
        # Minutes and day are words and lines as well: they are shown where a box was ticked.
        begun = any(mark.state != EMPTY for mark in marks.get(number, {}).values())
        hand = areas[:1] if begun else []
        notes = (written_part(page, one) for one in (areas[1:] if number in with_note else ()))
        parts: list[Rect] = [*hand, *(part for part in notes if part is not None)]
        if parts:
            found[number] = pictures.cut_out(flat, parts)
    return found


def _rows_with_note(sheet: Sheet, marks: Mapping[int, Mapping[str, Mark]]) -> Iterator[int]:
    by_child: dict[int | None, list[int]] = {}
    for number, line in enumerate(sheet.lines, 1):
        by_child.setdefault(line.child_id, []).append(number)
    for rows in by_child.values():
        ticked = [row for row in rows if any(mark.state == TICKED for mark in marks.get(row, {}).values())]
        yield (ticked or rows)[0]
