"""The small 随身卡, ten to an A4: three numbers in large type, the teacher, the school (paper.md §3)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.paper.models import Dial, PocketCard
from ui.paper.page import Page
from ui.paper.type import Face, width_mm

COLUMNS, ROWS = 2, 5
PER_SHEET = COLUMNS * ROWS
WIDTH, HEIGHT = 85.0, 54.0
LEFT, TOP = 20.0, 12.0
PAD = 5.0
INNER = WIDTH - 2 * PAD
CELL = 10.5
MOST_CELLS = 4
LONG_NAME = 44.0
"""mm for a name of more characters than that: its first cell and the whole name beside it."""
RULE = 16.7
ROW = 7.6
NUMBERS = 3
SEAM = "#777777"
"""Of the dashed lines to cut along."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PocketCard", text)


def paint_sheet(page: Page, cards: Sequence[PocketCard], number: int, count: int) -> None:
    """Paint up to ten cards on one A4; neighbours share their cut line, so that the sheet is cut in six strokes."""
    for place, card in enumerate(cards[:PER_SHEET]):
        _card(page, card, LEFT + place % COLUMNS * WIDTH + PAD, TOP + place // COLUMNS * HEIGHT)
    rows = -(-len(cards[:PER_SHEET]) // COLUMNS)
    bottom = TOP + rows * HEIGHT
    for row in range(rows + 1):
        _seam(page, LEFT - 4, TOP + row * HEIGHT, LEFT + COLUMNS * WIDTH + 3, TOP + row * HEIGHT)
    for column in range(COLUMNS + 1):
        _seam(page, LEFT + column * WIDTH, TOP - 2, LEFT + column * WIDTH, bottom + 2)
    words = _tr("{0}  随身卡  第 {1} 页 共 {2} 页  沿虚线剪，先竖后横").format(cards[0].school, number, count)
    page.box(words, LEFT, bottom + 1.4, COLUMNS * WIDTH, 3.6, Face.SANS, 7.0, min_pt=5.5, align="center",
             colour="#444444")


def _seam(page: Page, x1: float, y1: float, x2: float, y2: float) -> None:
    page.line(x1, y1, x2, y2, 0.2, SEAM, (2.0, 1.5))


def _card(page: Page, card: PocketCard, x: float, y: float) -> None:
    right = x + INNER
    named = len(card.name) * CELL if len(card.name) <= MOST_CELLS else LONG_NAME
    page.cells(card.name, x, y + 4.1, CELL, named, most=MOST_CELLS)
    beside = INNER - named - 2
    short = width_mm(card.school, Face.SANS, 8.0) <= beside
    page.text(right, y + (7.0 if short else 6.1), card.class_name, Face.BOLD, 10.5, "right")
    top = y + (9.0 if short else 8.2)
    page.box(card.school, right - beside, top, beside, y + RULE - 0.4 - top - (1.2 if short else 0), Face.SANS, 8.0,
             min_pt=6.0, align="right")
    page.line(x, y + RULE, right, y + RULE, 0.35)
    _numbers(page, card.numbers, x, y + RULE)
    below = y + RULE + NUMBERS * ROW
    page.line(x, below, right, below, 0.35)
    _last(page, _tr("{0}老师").format(card.teacher) if card.teacher else _tr("班主任"), 10.5, card.teacher_phone,
          x, below + 3.4)
    _last(page, _tr("学校（捡到请拨）"), 9.0, card.duty_phone, x, below + 8.5)


def _numbers(page: Page, numbers: Sequence[Dial], x: float, y: float) -> None:
    """Three rows; one without a number stays empty, to write in."""
    for row in range(NUMBERS):
        top = y + row * ROW
        if row:
            page.line(x, top, x + INNER, top, 0.15, "#888888")
        if row < len(numbers):
            dial = numbers[row]
            wide = page.text(x + INNER, top + ROW / 2, dial.number, Face.BOLD, 17.0, "right")
            page.box(dial.word, x, top, INNER - wide - 2, ROW, Face.BOLD, 11.5, min_pt=7.0)


def _last(page: Page, word: str, pt: float, phone: str, x: float, centre: float) -> None:
    wide = page.number(x + INNER, centre, phone, 12.5, INNER - 26) if phone else 0.0
    if not phone:
        page.writing_line(x + INNER - 32, x + INNER, centre + 2.2)
        wide = 32.0
    page.box(word, x, centre - 2.5, INNER - wide - 2, 5.0, Face.BOLD if pt > 10 else Face.SANS, pt, min_pt=6.5)
