"""Slips read back from pictures of themselves: no tick that nobody made, none missed, and what cannot be read says so."""

import struct
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from app.__main__ import disk
from app.slips.marks import DOUBTFUL, EMPTY, TICKED
from app.slips.pile import PageRead, filled_rows
from app.slips.reading import Unreadable
from db import keys
from db.vault import FileVault
from tests.db.conftest import SETUP
from tests.db.pdf_pages import jpeg as jpeg_page
from tests.db.pdf_pages import pdf
from tests.ui.slips import camera
from tests.ui.slips.camera import Shot, any_shot, jpeg, pen_on, taken
from tests.ui.slips.office import Office
from ui.slips.reading import brings_slips, read_files

Truth = dict[tuple[int, str], bool]


def no_progress(_done: int, _total: int) -> None:
    """Nobody waits."""


def fill_in(office: Office, place: int, sheet: QImage, chance: Random, part: float = 0.5) -> Truth:
    """Tick boxes of a page in every way that hands tick."""
    page = office.pages[place].page.sheet()
    boxes = {(number, name): at for number, line in enumerate(page.lines, 1) for name, at in page.boxes(line).items()}
    painter = pen_on(sheet)
    truth = dict(zip(boxes, camera.marked(painter, list(boxes.values()), chance, part), strict=True))
    for box, on in truth.items():
        if not on and chance.random() < 0.1:
            camera.intruder(painter, boxes[box], chance, chance.choice(camera.PENS))
    painter.end()
    return truth


def read_one(office: Office, folder: Path, picture: bytes, name: str = "一.jpg") -> PageRead:
    path = folder / name
    path.write_bytes(picture)
    [page] = read_files(disk(), office.store.ledger, [str(path)], no_progress)
    return page


def wrong(page: PageRead, truth: Truth) -> tuple[int, int, int]:
    """(false ticks, missed ticks, doubtful boxes)."""
    assert page.error is None, page.error
    states = {(row, name): mark.state for row, marks in page.marks.items() for name, mark in marks.items()}
    assert states.keys() == truth.keys()
    false = sum(state == TICKED and not truth[box] for box, state in states.items())
    missed = sum(state == EMPTY and truth[box] for box, state in states.items())
    return false, missed, sum(state == DOUBTFUL for state in states.values())


SHOTS = {
    "scanned at 100 dpi": Shot(dpi=100),
    "scanned at 300 dpi": Shot(dpi=300),
    "turned to the left": Shot(turned=-5),
    "turned to the right": Shot(turned=5, skew=0.02),
    "lying": Shot(turned=90),
    "upside down": Shot(turned=180, skew=0.01),
    "from aside": Shot(skew=0.03),
    "dim": Shot(light=0.5, noise=0.08),
    "uneven light": Shot(light=0.9, uneven=0.5, noise=0.05),
    "noisy": Shot(dpi=200, noise=0.15, quality=60),
    "soft": Shot(dpi=130, soft=0.7),
    "bent": Shot(dpi=200, bent=1.0),
}


@pytest.mark.parametrize("how", SHOTS)
def test_however_the_picture_was_taken_every_box_is_told(how: str, printed_school: Office, tmp_path: Path) -> None:
    chance = Random(how)
    place = chance.randrange(len(printed_school.pages))
    sheet = printed_school.sheet(place)
    truth = fill_in(printed_school, place, sheet, chance)
    page = read_one(printed_school, tmp_path, jpeg(taken(sheet, SHOTS[how], chance)))
    assert page.slip is not None and page.slip.code == printed_school.pages[place].code
    assert wrong(page, truth)[:2] == (0, 0)


def test_a_pile_of_any_pictures_has_no_false_and_no_missed_tick(printed_school: Office, tmp_path: Path) -> None:
    """The large set of docs/architecture.md is run by `python -m tests.ui.slips.large`."""
    chance = Random(20261130)
    false = missed = doubtful = boxes = 0
    for number in range(4):
        place = number % len(printed_school.pages)
        sheet = printed_school.sheet(place)
        truth = fill_in(printed_school, place, sheet, chance)
        page = read_one(printed_school, tmp_path, jpeg(taken(sheet, any_shot(chance), chance)), f"{number}.jpg")
        found = wrong(page, truth)
        false, missed, doubtful = false + found[0], missed + found[1], doubtful + found[2]
        boxes += len(truth)
    assert (false, missed) == (0, 0)
    assert doubtful < 0.08 * boxes


def spoil_a_code(sheet: QImage, corner: str) -> None:
    spots = {"1": (17, 17), "2": (193, 17), "3": (17, 280), "4": (193, 280)}
    painter = pen_on(sheet)
    camera.blot(painter, spots[corner])
    painter.end()


@pytest.mark.parametrize("corner", ["1", "2", "3", "4"])
def test_coffee_over_one_code_does_no_harm(corner: str, printed_school: Office, tmp_path: Path) -> None:
    chance = Random(corner)
    sheet = printed_school.sheet(0)
    truth = fill_in(printed_school, 0, sheet, chance)
    spoil_a_code(sheet, corner)
    page = read_one(printed_school, tmp_path, jpeg(taken(sheet, Shot(turned=3, skew=0.01), chance)))
    assert wrong(page, truth)[:2] == (0, 0)


def test_a_torn_corner_does_no_harm(printed_school: Office, tmp_path: Path) -> None:
    chance = Random(9)
    sheet = printed_school.sheet(1)
    truth = fill_in(printed_school, 1, sheet, chance)
    painter = pen_on(sheet)
    camera.torn(painter, (210, 297))
    painter.end()
    page = read_one(printed_school, tmp_path, jpeg(taken(sheet, Shot(turned=-2), chance)))
    assert wrong(page, truth)[:2] == (0, 0)


@pytest.mark.parametrize("seed", range(3))
def test_neither_shadow_nor_stain_is_a_tick(seed: int, printed_school: Office, tmp_path: Path) -> None:
    chance = Random(seed)
    sheet = printed_school.sheet(2)
    truth = fill_in(printed_school, 2, sheet, chance, 0.3)
    painter = pen_on(sheet)
    camera.shadow(painter, chance.uniform(100, 135), 0.55)
    camera.stain(painter, (chance.uniform(100, 140), chance.uniform(60, 200)))
    painter.end()
    page = read_one(printed_school, tmp_path, jpeg(taken(sheet, Shot(dpi=150, noise=0.05), chance)))
    assert wrong(page, truth)[:2] == (0, 0)


def test_two_codes_are_too_few_and_the_missing_corners_are_named(printed_school: Office, tmp_path: Path) -> None:
    sheet = printed_school.sheet(0)
    spoil_a_code(sheet, "2")
    spoil_a_code(sheet, "3")
    page = read_one(printed_school, tmp_path, jpeg(sheet))
    assert isinstance(page.error, Unreadable)
    assert (page.error.reason, page.error.missing) == ("corners", ("2", "3"))


def two_pages(office: Office) -> QImage:
    both = QImage(1984, 2806, QImage.Format.Format_RGB32)
    painter = QPainter(both)
    for place in (0, 1):
        painter.drawImage(0, 1403 * place, office.sheet(place).scaled(992, 1403))
    painter.end()
    return both


def folded(office: Office) -> QImage:
    sheet = office.sheet(0)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, sheet.copy(0, 0, 1984, 720).scaled(1984, 360))
    painter.end()
    return sheet


def white(_office: Office) -> QImage:
    page = QImage(1654, 2339, QImage.Format.Format_RGB32)
    page.fill(QColor(240, 240, 240))
    return page


@pytest.mark.parametrize(("make", "reason"), [(two_pages, "several"), (folded, "bent"), (white, "no_code")])
def test_a_picture_that_cannot_be_read_says_why(
    make: Callable[[Office], QImage], reason: str, printed_school: Office, tmp_path: Path
) -> None:
    page = read_one(printed_school, tmp_path, jpeg(make(printed_school), 90))
    assert isinstance(page.error, Unreadable) and page.error.reason == reason
    assert not page.counts and page.marks == {}


def test_a_page_that_this_school_never_printed_is_said_to_be_foreign(printed_school: Office, tmp_path: Path) -> None:
    (tmp_path / "单.jpg").write_bytes(jpeg(printed_school.sheet(0)))
    _code, other = FileVault(tmp_path / "别的学校", cost=keys.LOW_COST).create(SETUP)
    try:
        [page] = read_files(disk(), other.ledger, [str(tmp_path / "单.jpg")], no_progress)
    finally:
        other.close()
    assert isinstance(page.error, Unreadable) and page.error.reason == "unknown"


def test_a_pdf_of_a_scanner_is_a_pile_and_the_same_page_twice_counts_once(
    printed_school: Office, tmp_path: Path
) -> None:
    chance = Random(4)
    pages = []
    for place in (0, 1, 0):
        sheet = printed_school.sheet(place)
        fill_in(printed_school, place, sheet, chance, 0.5 if len(pages) < 2 else 0.0)
        picture = taken(sheet, Shot(dpi=150), chance)
        pages.append([jpeg_page(picture.width(), picture.height(), jpeg(picture))])
    path = tmp_path / "扫描.pdf"
    path.write_bytes(pdf(*pages))
    found = read_files(disk(), printed_school.store.ledger, [str(path)], no_progress)
    assert [(page.number, page.of, page.slip.code if page.slip else "") for page in found] == [
        (1, 3, printed_school.pages[0].code), (2, 3, printed_school.pages[1].code), (3, 3, printed_school.pages[0].code),
    ]  # fmt: skip
    assert sorted(page.counts for page in found) == [False, True, True]


def test_what_was_written_is_cut_out_beside_its_row(printed_school: Office, tmp_path: Path) -> None:
    sheet = printed_school.sheet(0)
    page = printed_school.pages[0].page.sheet()
    first = page.lines[0]
    painter = pen_on(sheet)
    camera.tick(painter, page.boxes(first)["reached"], Random(1))
    assert first.note is not None
    for step in range(12):
        camera.tick(painter, (40.0 + 5 * step, first.note[0] + 2.5), Random(step), side=4.0)
    painter.end()
    found = read_one(printed_school, tmp_path, jpeg(taken(sheet, Shot(dpi=200, light=0.6), Random(2))))
    hand = QImage.fromData(found.hands[1])
    assert hand.width() > 700 and 50 < hand.height() < 140
    # However dim the light was, the paper is shown white.
    assert hand.pixelColor(hand.width() - 3, 2).lightness() > 200
    rows = {row.source: row for row in filled_rows(found)}
    assert rows[f"slip:{printed_school.pages[0].code}:1:{first.kind}"].picture == found.hands[1]
    others = [number for number, line in enumerate(page.lines, 1) if line.child_id != first.child_id]
    assert others and not set(others) & set(found.hands), "lines to write on are no writing"


@pytest.mark.parametrize("seed", range(4))
def test_where_nobody_wrote_nothing_is_cut_out(seed: int, printed_school: Office, tmp_path: Path) -> None:
    chance = Random(seed)
    page = read_one(printed_school, tmp_path, jpeg(taken(printed_school.sheet(seed), any_shot(chance), chance)))
    assert page.error is None and page.hands == {}


def test_a_drop_is_slips_if_it_is_a_pdf_or_shows_a_code(printed_school: Office, tmp_path: Path) -> None:
    photo, slip = tmp_path / "a.png", tmp_path / "单" / "b.jpg"
    slip.parent.mkdir()
    photo.write_bytes(jpeg(white(printed_school)))
    slip.write_bytes(jpeg(printed_school.sheet(0)))
    here = disk()
    assert not brings_slips(here, [str(photo)])
    assert brings_slips(here, [str(slip)]) and brings_slips(here, [str(slip.parent)])
    assert brings_slips(here, [str(tmp_path / "扫描.pdf")]) is True
    assert not brings_slips(here, [str(tmp_path / "名册.xlsx")]) and not brings_slips(here, [str(tmp_path / "没有.jpg")])


def tiff(*pictures: QImage) -> bytes:
    """Pictures in one file, as office scanners put a pile into it."""
    body, heads = b"", []
    for picture in pictures:
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        rows = b"".join(bytes(grey.constScanLine(y)[: grey.width()]) for y in range(grey.height()))
        heads.append((grey.width(), grey.height(), 8 + len(body), len(rows)))
        body += rows + b"\0" * (len(rows) % 2)
    out, at = b"", 8 + len(body)
    for number, (wide, high, start, length) in enumerate(heads):
        tags = ((256, 4, wide), (257, 4, high), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, start), (277, 3, 1),
                (278, 4, high), (279, 4, length))  # fmt: skip
        following = at + 2 + 12 * len(tags) + 4 if number < len(heads) - 1 else 0
        out += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, kind, 1, value)
                                                       for tag, kind, value in tags)  # fmt: skip
        out += struct.pack("<I", following)
        at = following
    return struct.pack("<2sHI", b"II", 42, 8 + len(body)) + body + out


def test_a_tiff_of_several_pages_is_a_pile(printed_school: Office, tmp_path: Path) -> None:
    path = tmp_path / "扫描.tif"
    small = [printed_school.sheet(place).scaled(1240, 1754) for place in (0, 1)]
    path.write_bytes(tiff(*small))
    found = read_files(disk(), printed_school.store.ledger, [str(path)], no_progress)
    assert [(one.number, one.of, one.slip.code if one.slip else one.error) for one in found] == [
        (1, 2, printed_school.pages[0].code), (2, 2, printed_school.pages[1].code),
    ]  # fmt: skip
    path.write_bytes(tiff(*small)[:-60])
    assert all(one.slip or one.error for one in read_files(disk(), printed_school.store.ledger, [str(path)], no_progress))
