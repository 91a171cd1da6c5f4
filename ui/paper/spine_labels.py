"""档案盒背脊标签: a strip for the spine of each box of a pack's volumes, to be cut out (domain.md §3).

Boxes of A4 are 310 mm high with spines of 20, 30 or 40 mm; an A4 sheet holds strips of 269 mm. How wide a box a volume
needs follows from its printed pages; what fills more than the widest gets several. All boxes are numbered through.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.pack_contents import BOX_SHEETS
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.type import MM_PER_PT, Face, width_mm

SPINES = ((20.0, 150), (30.0, 240), (40.0, BOX_SHEETS))
"""mm of a spine, and how many sheets of paper such a box takes without bulging."""
LEFT, ACROSS, TOP, BOTTOM = 10.0, 190.0, 19.0, 287.0
NARROWER, INSET = 1.0, 1.2
"""mm by which a strip is narrower than its spine, and its frame than the strip."""
DASHES = (2.0, 1.5)
LABEL_PT, NUMBER_PT, SMALLEST = 8.0, 11.0, 4.8
READABLE_PT = 8.5
"""A file number that would be smaller across is written from top to bottom."""
CELLS = {"school": 62.0, "year": 24.0, "name": 0.0, "volume": 24.0, "number": 38.0, "kept": 20.0, "box": 22.0}
"""From top to bottom, with their heights in mm; 0 takes what is left."""


@dataclass(frozen=True, slots=True)
class Spine:
    """What stands on the label of a volume."""

    volume: int
    name: str
    number: str
    """档号."""
    pages: int
    boxes: range
    """Numbers of its boxes, counted through all volumes."""


@dataclass(frozen=True, slots=True)
class Cabinet:
    """What is the same on all labels."""

    school: str
    year: str
    """2026—2027."""
    term: str
    """第一学期."""
    kept: str = ""
    """保管期限; "" = to be written by hand."""


@dataclass(frozen=True, slots=True)
class _Strip:
    spine: Spine
    wide: float
    """mm of the box's spine."""
    box: int
    """盒号."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SpineLabels", text)


def spine_paper(spines: Iterable[Spine], cabinet: Cabinet) -> Paper:
    """The sheets with the strips in the order of the volumes."""
    strips = [strip for spine in spines for strip in _strips(spine)]
    pages: list[list[_Strip]] = [[]]
    for strip in strips:
        if sum(one.wide - NARROWER for one in pages[-1]) + strip.wide - NARROWER > ACROSS + 0.01:
            pages.append([])
        pages[-1].append(strip)
    sheets: list[PaintPage] = [partial(_paint, strips=page, cabinet=cabinet) for page in pages if page]
    return Paper(_tr("档案盒背脊标签"), sheets, len(strips))


def _strips(spine: Spine) -> list[_Strip]:
    wide = next((wide for wide, sheets in SPINES if spine.pages <= sheets), SPINES[-1][0])
    return [_Strip(spine, wide, box) for box in spine.boxes]


def _paint(page: Page, strips: Sequence[_Strip], cabinet: Cabinet) -> None:
    how = _tr("沿虚线剪开，贴在档案盒的背脊上。虚线上面写着配多宽的盒子，按页数算的。")
    page.box(how, LEFT, 10.0, ACROSS, 4.4, Face.KAI, 9.0, min_pt=7.0)
    x = LEFT
    page.line(x, TOP, x, BOTTOM, 0.15, "#777777", DASHES)
    for strip in strips:
        wide = strip.wide - NARROWER
        page.text(x + wide / 2, 16.6, _tr("{0} 毫米").format(f"{strip.wide:g}"), Face.SANS, 7.5, "center")
        _label(page, strip, cabinet, x + INSET, wide - 2 * INSET)
        x += wide
        page.line(x, TOP, x, BOTTOM, 0.15, "#777777", DASHES)
    for y in (TOP, BOTTOM):
        page.line(LEFT, y, x, y, 0.15, "#777777", DASHES)


def _label(page: Page, strip: _Strip, cabinet: Cabinet, x: float, wide: float) -> None:
    top, bottom = TOP + INSET, BOTTOM - INSET
    page.rect(x, top, wide, bottom - top, 0.5)
    left_over = bottom - top - sum(CELLS.values())
    y = top
    for key, high in CELLS.items():
        high = high or left_over
        if y > top:
            page.line(x, y, x + wide, y)
        _cell(page, key, strip, cabinet, (x, y, wide, high))
        y += high


def _cell(page: Page, key: str, strip: _Strip, cabinet: Cabinet, at: tuple[float, float, float, float]) -> None:
    x, y, wide, high = at
    spine = strip.spine
    words = {
        "school": _tr("全宗"), "year": _tr("年度"), "name": _tr("卷名"), "volume": _tr("卷号"), "number": _tr("档号"),
        "kept": _tr("保管期限"), "box": _tr("盒号"),
    }  # fmt: skip
    page.text(x + wide / 2, y + 3.2, words[key], Face.KAI, LABEL_PT, "center")
    y, high = y + 6.0, high - 7.2
    if key == "school":
        _upright(page, cabinet.school, x, y, wide, high, Face.SONG, 7.5)
    elif key == "name":
        _upright(page, spine.name, x, y, wide, high, Face.SONG, 13.5)
    elif key == "year":
        _lines(page, [cabinet.year, cabinet.term], x, y, wide, high, Face.KAI, 13.0)
    elif key == "volume":
        page.box(f"{spine.volume:02}", x, y, wide, high, Face.BOLD, 30.0 if wide > 20 else 26.0, align="center")
    elif key == "number":
        _number(page, spine.number, x, y, wide, high)
    elif key == "kept":
        _lines(page, [cabinet.kept] if cabinet.kept else [], x, y, wide, high, Face.KAI, 14.0)
    else:
        _box(page, strip, x, y, wide, high)


def _number(page: Page, number: str, x: float, y: float, wide: float, high: float) -> None:
    """Never broken: across where it can be read so, else from top to bottom."""
    across = _size(number, Face.SANS, NUMBER_PT, wide - 1.2)
    if across >= READABLE_PT:
        page.text(x + wide / 2, y + high / 2, number, Face.SANS, across, "center")
        return
    page.turned(x + wide / 2, y + high / 2, number, Face.SANS, _size(number, Face.SANS, NUMBER_PT, high - 1.2))


def _box(page: Page, strip: _Strip, x: float, y: float, wide: float, high: float) -> None:
    """The running number; of a volume in several boxes also which of them this is."""
    boxes = strip.spine.boxes
    both = len(boxes) > 1
    page.text(x + wide / 2, y + (high * 0.36 if both else high / 2), str(strip.box), Face.BOLD, 22.0, "center")
    if both:
        said = _tr("本卷 {0}/{1}").format(boxes.index(strip.box) + 1, len(boxes))
        page.text(x + wide / 2, y + high * 0.84, said, Face.KAI, _size(said, Face.KAI, 10.0, wide - 1.2), "center")


def _size(text: str, face: Face, pt: float, wide: float) -> float:
    """Points in which it stands on one line, `pt` at most."""
    return min(pt, pt * wide / width_mm(text, face, pt))


def _lines(page: Page, lines: Sequence[str], x: float, y: float, wide: float, high: float, face: Face,
           pt: float) -> None:  # fmt: skip
    each = high / max(1, len(lines))
    for place, line in enumerate(lines):
        page.text(x + wide / 2, y + (place + 0.5) * each, line, face, _size(line, face, pt, wide - 1.2), "center")


def _upright(page: Page, text: str, x: float, y: float, wide: float, high: float, face: Face, most: float) -> None:
    """A text from top to bottom, its characters as large as the cell lets them be, `most` mm at most; a long one stands
    in two columns, the right one first."""
    shown = text.replace(" ", "")
    if not shown:
        return
    half = math.ceil(len(shown) / 2)
    columns = [shown[:half], shown[half:]] if high / len(shown) < SMALLEST else [shown]
    each = wide if len(columns) == 1 else min(wide / 2, 9.0)
    size = min(most, each * 0.72, high / len(columns[0]) / 1.12)
    # Few characters of a name stand apart as those of a title do.
    step = min(high / len(columns[0]), size * 1.5)
    start = y + (high - step * len(columns[0])) / 2 + step / 2
    for column, characters in enumerate(columns):
        middle = x + wide / 2 + each * (len(columns) / 2 - column - 0.5)
        for place, character in enumerate(characters):
            page.text(middle, start + place * step, character, face, size / MM_PER_PT, "center")
