"""本周关爱任务单 as a painter: where each child, row and box stands, and how it looks (paper.md §4, scan.md)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPolygonF

from app.slips.sheet import CARE, Line, Sheet
from ui.paper.corner_codes import draw_corners
from ui.paper.page import INK, Page
from ui.paper.type import DOTS_PER_MM, Face, width_mm

LEFT, RIGHT = 13.0, 197.0
TOP, BOTTOM = 37.0, 268.0
"""Of the blocks; corner codes, head and foot lie outside."""
HEAD, ROW, NOTE, BESIDE = 9.4, 8.4, 9.0, 6.6
MOST_NOTE = 27.0
"""mm of a block to write on, at most; more paper stays white."""
KIND, FACT, MARK, BOXES = 19.0, 39.5, 82.5, 103.5
"""Where the parts of a row begin; boxes always at the same place: good for hand, grid and scan."""
WORD = 6.3
"""mm from the left of a box to its word: near enough to read, too far to be taken for a tick."""
SECOND_LINE = 29.5
CLEAR = 182.6
"""Where print beside a corner code ends: a code needs its white margin."""
GREY = "#555555"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do."""

    kind: str
    word: str
    done: str
    missed: str
    whom: str = ""
    number: str = ""
    """To dial."""
    hint: str = ""
    """可以问：…, instead of whom and number."""
    mark: str = ""
    """过了 6 天, 再试一次."""
    late: bool = False
    timed: bool = True
    """Whether one writes down the minutes."""


@dataclass(frozen=True, slots=True)
class Block:
    """One child."""

    number: int
    child_id: int
    name: str
    class_name: str
    last: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands round the children."""

    teacher: str
    week: str
    sentence: str
    school: str
    printed: str
    besides: tuple[str, ...] = ()
    """What is due without a box to tick, on the last page."""


@dataclass(slots=True)
class SlipPage:
    """The blocks of one page and how many mm of each are there to write on."""

    blocks: list[Block] = field(default_factory=list)
    note: float = NOTE
    number: int = 1
    pages: int = 1

    @property
    def is_last(self) -> bool:
        """Whether it is signed."""
        return self.number == self.pages

    def tops(self) -> list[float]:
        """Where each block begins."""
        found, y = [], TOP
        for block in self.blocks:
            found.append(y)
            y += _bare(block) + self.note
        return [*found, y]

    def sheet(self) -> Sheet:
        """Where the boxes of the page stand."""
        lines = []
        for block, top in zip(self.blocks, self.tops(), strict=False):
            bottom = top + _bare(block)
            for place, row in enumerate(block.rows):
                y = top + HEAD + ROW * place + (ROW - CARE.box) / 2
                # Without the rule that closes the block.
                lines.append(Line((BOXES, y), block.child_id, row.kind, (bottom, self.note - 0.7)))
        return Sheet(CARE, tuple(lines))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SlipPage", text)


def pages_of(blocks: Sequence[Block], besides: int = 0) -> list[SlipPage]:
    """The blocks page by page: a child is never divided; what room is left is shared to write on."""
    foot = _foot_room(besides)
    pages = [SlipPage()]
    used = 0.0
    for place, block in enumerate(blocks):
        need = _bare(block) + NOTE
        last = foot if place == len(blocks) - 1 else 0.0
        if pages[-1].blocks and used + need + last > BOTTOM - TOP + 0.01:
            pages.append(SlipPage())
            used = 0.0
        pages[-1].blocks.append(block)
        used += need
    for number, page in enumerate(pages, 1):
        page.number, page.pages = number, len(pages)
        room = BOTTOM - TOP - sum(map(_bare, page.blocks)) - (foot if page.is_last else 0.0)
        page.note = round(min(MOST_NOTE, max(NOTE, room / max(1, len(page.blocks)))), 1)
    return pages


def paint_page(page: Page, head: Head, slip: SlipPage, code: str) -> None:
    """Paint one page with its codes."""
    draw_corners(page, CARE, code)
    _head(page, head)
    page.line(LEFT, TOP, RIGHT, TOP, 0.5)
    tops = slip.tops()
    for block, top, bottom in zip(slip.blocks, tops, tops[1:], strict=False):
        _block(page, block, top, bottom)
        page.line(LEFT, bottom, RIGHT, bottom, 0.5)
    if slip.is_last:
        _besides(page, head.besides, tops[-1])
        _signature(page)
    words = _tr("{0}   {1}印   第 {2} 页 共 {3} 页").format(head.school, head.printed, slip.number, slip.pages)
    page.box(words, 210 - CLEAR, 281.0, 2 * CLEAR - 210, 5.0, Face.SANS, 9.0, min_pt=7.0, align="center")


def _bare(block: Block) -> float:
    return HEAD + ROW * len(block.rows)


def _foot_room(besides: int) -> float:
    return 3.0 + BESIDE * besides if besides else 0.0


def _head(page: Page, head: Head) -> None:
    page.text(SECOND_LINE, 14.6, _tr("本周关爱任务单"), Face.SONG, 20.0)
    room = CLEAR - SECOND_LINE - 8 - width_mm(head.week, Face.SANS, 11.0)
    wide = _on_one_line(page, head.teacher, SECOND_LINE, 23.4, room, Face.KAI, 17.0)
    page.text(SECOND_LINE + wide + 8, 23.6, head.week, Face.SANS, 11.0)
    page.box(head.sentence, SECOND_LINE, 27.2, RIGHT - SECOND_LINE, 7.4, Face.SANS, 10.5, min_pt=8.5)


def _block(page: Page, block: Block, top: float, bottom: float) -> None:
    centre = top + HEAD / 2 + 0.2
    page.text(LEFT + 3.4, centre, str(block.number), Face.SANS, 10.5, "right")
    page.cells(block.name[:1], KIND, centre - 4.0, 8.0, 8.0)
    room = 62.0
    wide = page.box(block.name, KIND + 11, centre - 4.2, room, 8.4, Face.KAI, 16.0, min_pt=9.0)
    shown = max(width_mm(line, Face.KAI, wide.pt) for line in wide.lines)
    left = KIND + 11 + shown + 3
    left += page.text(left, centre, block.class_name, Face.SANS, 9.5) + 4
    page.box(block.last, left, centre - 4.0, RIGHT - 1 - left, 8.0, Face.SANS, 9.0, min_pt=8.0, align="right")
    for place, row in enumerate(block.rows):
        _row(page, row, top + HEAD + ROW * (place + 0.5))
    _note(page, top + _bare(block), bottom)


def _row(page: Page, row: Row, centre: float) -> None:
    page.box(row.word, KIND, centre - ROW / 2, FACT - KIND - 1, ROW, Face.BOLD, 11.0, min_pt=8.5)
    right = MARK if row.mark else BOXES - 2
    if row.hint:
        _on_one_line(page, row.hint, FACT, centre, right - FACT, Face.SANS, 10.5)
    elif row.number:
        wide = page.text(FACT, centre, row.whom, Face.SANS, 10.5) + 1.8 if row.whom else 0.0
        page.number(FACT + wide + _number_wide(row.number, right - FACT - wide - 1), centre, row.number, 13.5,
                    right - FACT - wide)  # fmt: skip
    else:
        page.text(FACT, centre, row.whom, Face.SANS, 10.5)
    if row.mark:
        _mark(page, row, centre)
    for x, word in ((BOXES, row.done), (BOXES + 23.5, row.missed)):
        page.rect(x, centre - CARE.box / 2, CARE.box, CARE.box, 0.4)
        page.box(word, x + WORD, centre - ROW / 2, 16.6, ROW, Face.SANS, 10.5, min_pt=8.5)
    if row.timed:
        _blank(page, 151.5, 160.0, centre, _tr("分"))
    _blank(page, 168.0, 175.5, centre, _tr("月"))
    _blank(page, 182.5, 190.5, centre, _tr("日"))


def _on_one_line(page: Page, text: str, x: float, centre: float, room: float, face: Face, pt: float) -> float:
    """Draw a text that stands on one line whatever it needs; return its width."""
    while pt > 8.0 and width_mm(text, face, pt) > room:
        pt -= 0.5
    if width_mm(text, face, pt) > room + 0.01:
        page.warnings.append(text)
    return page.text(x, centre, text, face, pt)


def _number_wide(number: str, room: float) -> float:
    pt = 13.5
    while pt > 9.0 and width_mm(number, Face.BOLD, pt) > room:
        pt -= 0.5
    return width_mm(number, Face.BOLD, pt)


def _blank(page: Page, left: float, right: float, centre: float, unit: str) -> None:
    page.line(left, centre + 2.4, right, centre + 2.4, 0.2)
    page.text(right + 1.2, centre, unit, Face.SANS, 10.5)


def _mark(page: Page, row: Row, centre: float) -> None:
    painter = page.painter
    x, y = (MARK + 1.4) * DOTS_PER_MM, centre * DOTS_PER_MM
    if row.late:
        size = 1.4 * DOTS_PER_MM
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(INK))
        painter.drawPolygon(QPolygonF([
            QPointF(x, y - size), QPointF(x + size, y + size * 0.85), QPointF(x - size, y + size * 0.85)
        ]))  # fmt: skip
        painter.restore()
    else:
        page.ring(MARK + 1.4, centre, 1.15, 0.35)
    page.box(row.mark, MARK + 3.6, centre - 3, BOXES - 1.8 - MARK - 3.6, 6, Face.BOLD, 9.0, min_pt=7.5)


def _note(page: Page, top: float, bottom: float) -> None:
    """Lines to write on, 9 mm apart from the bottom up."""
    lines = max(1, int((bottom - top + 0.1) // NOTE))
    for place in range(lines):
        y = bottom - 1.6 - NOTE * place
        page.writing_line(SECOND_LINE + (0 if place < lines - 1 else 3.0), RIGHT, y)
    page.text(KIND, bottom - 1.6 - NOTE * (lines - 1) - 1.9, _tr("记一笔"), Face.SANS, 9.0, colour=GREY)


def _besides(page: Page, besides: Sequence[str], top: float) -> None:
    for place, words in enumerate(besides):
        head = _tr("另外") if not place else ""
        centre = top + 2.0 + BESIDE * (place + 0.5)
        page.text(KIND, centre, head, Face.BOLD, 10.5)
        page.box(words, SECOND_LINE + 2, centre - BESIDE / 2, RIGHT - SECOND_LINE - 2, BESIDE, Face.SANS, 10.5,
                 min_pt=8.5)  # fmt: skip


def _signature(page: Page) -> None:
    page.text(29.5, 275.4, _tr("老师签名"), Face.SANS, 10.5)
    page.line(47.0, 278.0, 88.0, 278.0, 0.2)
    page.text(98.0, 275.4, _tr("交单日期"), Face.SANS, 10.5)
    _blank(page, 115.5, 128.0, 275.6, _tr("月"))
    _blank(page, 135.0, 146.0, 275.6, _tr("日"))
