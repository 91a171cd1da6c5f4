"""调查表: what the school knows of every child of a class, printed with room to correct it in red (REQ 3.1, 10.1)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from app.slips.sheet import SURVEY, Line, Sheet
from ui.paper.corner_codes import draw_corners
from ui.paper.lines import wrap
from ui.paper.page import Page, text_height
from ui.paper.type import Face, width_mm

LEFT, RIGHT = 16.0, 198.0
WIDE = RIGHT - LEFT
FIRST_TOP, BOTTOM = 32.6, 270.0
"""Where the blocks begin and end on a page; what lies outside is its head and its foot, between the corner codes."""
IN, OUT = LEFT + SURVEY.side + 4.0, RIGHT - SURVEY.side - 4.0
"""Between which the head and the foot are printed: a code needs its white margin."""
GAP = 3.0
HEAD = 9.6
HAND, HAND_BENEATH = 4.7, 2.7
"""mm of every row that stay empty under what is printed, for the hand; less where it can write beside a caption."""
PRINTED = 5.2
"""mm of a row for one line of print."""
ANSWER, LEAST, CAPTION = 11.5, 9.0, 8.5
SAME_BOX = 7.5
"""From the right edge of a block to the left of its box 没有变化."""
CELLS, NAME = 4, 52.0
"""How many characters of a name stand in cells, and how many mm a longer one has beside its first."""
PAD = 1.4


@dataclass(frozen=True, slots=True)
class Cell:
    """One question of a block. `choices` are offered to tick, the answer being the one that is ticked already."""

    caption: str
    wide: float
    answer: str = ""
    face: Face = Face.KAI
    choices: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    """Words to tick beside the caption."""
    blank: str = ""
    """What stands faintly where nothing is known: 　　年　　月."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a block: whom it is about, and what is asked."""

    whom: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One child."""

    child_id: int
    number: int
    name: str
    about: str
    """女  2016年5月12日  18 号, in the filled-in voice."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """All blocks of a class, and what stands at the head of each page."""

    school: str
    class_name: str
    teacher: str
    term: str
    blocks: tuple[Block, ...] = field(default_factory=tuple)
    note: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SurveyForm", text)


def pages_of(blocks: Sequence[Block]) -> list[list[Block]]:
    """Whole blocks to a page: one that does not fit begins the next."""
    pages: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        need = height_of(block) + (GAP if pages[-1] else 0)
        if pages[-1] and used + need > BOTTOM - FIRST_TOP + 0.01:
            pages.append([])
            used, need = 0.0, height_of(block)
        pages[-1].append(block)
        used += need
    return pages


def height_of(block: Block) -> float:
    """The least height of a block in mm."""
    return _head_height(block) + sum(_height(row) for row in block.rows)


def paint_page(
    page: Page, form: Form, blocks: Sequence[Block], number: int, pages: int, code: str = ""
) -> None:  # fmt: skip
    """Paint one page; what room is left goes to the rows, for the hand. Without a `code` it is not read back."""
    if code:
        draw_corners(page, SURVEY, code)
    _head(page, form)
    page.warnings += [block.name for block in blocks if height_of(block) > BOTTOM - FIRST_TOP]
    for block, y in zip(blocks, _tops(blocks), strict=True):
        _block(page, block, y, _more(blocks))
    _foot(page, number, pages)


def sheet_of(blocks: Sequence[Block]) -> Sheet:
    """Where the boxes 没有变化 of a page stand."""
    return Sheet(SURVEY, tuple(
        Line((RIGHT - SAME_BOX, y + (_head_height(block) - SURVEY.box) / 2), block.child_id or None)
        for block, y in zip(blocks, _tops(blocks), strict=True)
    ))  # fmt: skip


def _more(blocks: Sequence[Block]) -> float:
    """How much higher than needed every row is."""
    spare = BOTTOM - FIRST_TOP - sum(map(height_of, blocks)) - GAP * (len(blocks) - 1)
    rows = sum(len(block.rows) for block in blocks)
    return min(3.0, max(0.0, spare) / rows) if rows else 0.0


def _tops(blocks: Sequence[Block]) -> list[float]:
    found, y = [], FIRST_TOP
    for block in blocks:
        found.append(y)
        y += height_of(block) + _more(blocks) * len(block.rows) + GAP
    return found


def _head(page: Page, form: Form) -> None:
    wide = page.text(IN, 14.0, _tr("学生家庭情况调查表"), Face.SONG, 18.0)
    page.box(form.school, IN + wide + 4, 10.0, OUT - IN - wide - 4, 8.0, Face.KAI, 11.5, min_pt=7.5, align="right")
    y = 21.8
    x = _labelled(page, IN, y, _tr("班级"), form.class_name, 29.0)
    x = _labelled(page, x, y, _tr("班主任"), form.teacher, 33.0)
    if form.term:
        page.box(form.term, x, y - 4.0, 45.0, 8.0, Face.KAI, 11.5, min_pt=9.0)
    page.text(OUT, y, _tr("填表日期　　月　　日"), Face.FORM, 10.5, "right")
    page.box(form.note, LEFT, 27.0, WIDE, 5.2, Face.FORM, 9.0, min_pt=8.5)


def _labelled(page: Page, x: float, centre: float, label: str, value: str, room: float) -> float:
    start = x + (page.text(x, centre, label, Face.FORM, 10.5) + 1.5 if label else 0.0)
    if value:
        page.box(value, start, centre - 4.0, x + room - start - 2, 8.0, Face.KAI, 12.0)
    else:
        page.writing_line(start, x + room - 4, centre + 2.6)
    return x + room


def _foot(page: Page, number: int, pages: int) -> None:
    y = 281.0
    page.text(IN, y, _tr("班主任签名"), Face.FORM, 10.5)
    page.writing_line(IN + 20, IN + 54, y + 2.6)
    page.text((LEFT + RIGHT) / 2 + 6, y, _tr("第 {0} 页  共 {1} 页").format(number, pages), Face.FORM, 9.0, "center")
    page.text(OUT - 32, y, _tr("交表日期"), Face.FORM, 10.5, "right")
    page.writing_line(OUT - 30, OUT, y + 2.6)


def _block(page: Page, block: Block, y: float, more: float) -> float:
    top = y
    head = _head_height(block)
    _block_head(page, block, y, head)
    y += head
    for row in block.rows:
        page.line(LEFT, y, RIGHT, y, 0.2)
        y = _row(page, row, y, _height(row) + more)
    page.rect(LEFT, top, WIDE, y - top, 0.5)
    return y


def _head_height(block: Block) -> float:
    """Names of up to four characters stand in cells; a longer one beside its first, on as many lines as it needs."""
    if len(block.name) <= CELLS:
        return HEAD
    lines = wrap(block.name, NAME, lambda part: width_mm(part, Face.KAI, LEAST))
    return max(HEAD, text_height(len(lines), LEAST) + 2.0)


def _block_head(page: Page, block: Block, y: float, height: float) -> None:
    centre = y + height / 2
    page.text(LEFT + 6.4, centre, str(block.number) if block.number else "", Face.BOLD, 11.0, "right")
    if block.name:
        cell = HEAD - 2.0
        if len(block.name) <= CELLS:
            page.cells(block.name, LEFT + 8.4, centre - cell / 2, cell, 46.0)
        else:
            page.cells(block.name[:1], LEFT + 8.4, centre - cell / 2, cell, cell)
            page.box(block.name, LEFT + 9.2 + cell, y + 0.8, NAME, height - 1.6, Face.KAI, ANSWER)
        page.box(block.about, LEFT + 72, y + 1, 78, height - 2, Face.KAI, ANSWER)
    else:
        _labelled(page, LEFT + 3, centre, _tr("姓名"), "", 44.0)
        _labelled(page, LEFT + 46, centre, _tr("性别"), "", 24.0)
        _labelled(page, LEFT + 70, centre, _tr("出生"), "", 48.0)
    page.text(RIGHT - 9.6, centre, _tr("没有变化"), Face.SONG, 10.5, "right")
    page.rect(RIGHT - SAME_BOX, centre - SURVEY.box / 2, SURVEY.box, SURVEY.box, 0.4)


def _row(page: Page, row: Row, y: float, height: float) -> float:
    label = _label_wide(row)
    page.box(row.whom, LEFT + 0.6, y + 0.4, label - 1.2, height - 0.8, Face.SONG, 11.5, min_pt=8.5, align="center")
    x = LEFT + label
    for cell in row.cells:
        if x > LEFT:
            page.line(x, y, x, y + height, 0.2)
        _cell(page, cell, x, y, height)
        x += cell.wide
    return y + height


def _cell(page: Page, cell: Cell, x: float, y: float, height: float) -> None:
    if cell.choices:
        _ticks(page, cell, x, y, height)
        return
    first = y + PRINTED / 2 + 0.5
    wide = page.text(x + PAD, first, cell.caption, Face.FORM, CAPTION) + 1.6 if cell.caption else 0.0
    if cell.asides:
        wide = _choices(page, x + PAD + wide, first, cell.asides, "") - x - PAD
    if not cell.answer:
        if cell.blank:
            page.text(x + cell.wide - PAD, y + height - 3.4, cell.blank, Face.FORM, 9.5, "right")
        return
    room = cell.wide - 2 * PAD - wide
    if _on_one_line(cell, room):
        page.box(cell.answer, x + PAD + wide, y + 0.5, room, PRINTED, cell.face, ANSWER, min_pt=10.0)
        return
    page.box(cell.answer, x + PAD, y + PRINTED - 0.6, cell.wide - 2 * PAD, _beneath(cell), cell.face, ANSWER,
             min_pt=LEAST)  # fmt: skip


def _ticks(page: Page, cell: Cell, x: float, y: float, height: float) -> None:
    step = height / len(cell.choices)
    for number, word in enumerate(cell.choices):
        _choices(page, x + PAD, y + step * (number + 0.5), (word,), cell.answer)


def _choices(page: Page, x: float, centre: float, words: Sequence[str], ticked: str) -> float:
    for word in words:
        x += page.text(x, centre, word, Face.FORM, 10.5) + 0.4
        page.text(x + 1.2, centre, "（", Face.FORM, 10.5, "right")
        if word == ticked:
            page.tick(x + 4.0, centre)
        page.text(x + 6.8, centre, "）", Face.FORM, 10.5)
        x += 9.2
    return x


def _label_wide(row: Row) -> float:
    return WIDE - sum(cell.wide for cell in row.cells)


def _height(row: Row) -> float:
    return max(_needed(cell) for cell in row.cells)


def _needed(cell: Cell) -> float:
    """Print on one line, or beneath its caption on as many as it needs; then the room for the hand."""
    base = PRINTED + HAND
    if cell.choices or not cell.answer:
        return base
    if _on_one_line(cell, cell.wide - 2 * PAD - _before(cell)):
        return base
    return PRINTED - 0.6 + _beneath(cell) + HAND_BENEATH


def _before(cell: Cell) -> float:
    """How wide caption and words to tick are."""
    caption = width_mm(cell.caption, Face.FORM, CAPTION) + 1.6 if cell.caption else 0.0
    return caption + sum(width_mm(word, Face.FORM, 10.5) + 9.6 for word in cell.asides)


def _on_one_line(cell: Cell, room: float) -> bool:
    return "\n" not in cell.answer and width_mm(cell.answer, cell.face, 10.0) <= room


def _beneath(cell: Cell) -> float:
    """The height of an answer under its caption: at its full size on up to two lines, else as small as it may be."""
    room = cell.wide - 2 * PAD
    for size in (ANSWER, 10.5, LEAST):
        lines = wrap(cell.answer, room, lambda part: width_mm(part, cell.face, size))  # noqa: B023
        if len(lines) <= 2 or size == LEAST:
            return text_height(len(lines), size) + 0.6
    return 0.0


def day_blank() -> str:
    """Where a month is to be written."""
    return _tr("　　　年　　月")
