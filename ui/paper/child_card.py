"""随身卡: the card a child carries, four to an A4, with the numbers to dial in large type (look/cards.png)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.paper.models import ChildCard, Dial
from ui.paper.page import Page
from ui.paper.type import Face

PER_SHEET = 4
WIDTH = 105.0
HEIGHT = 148.5
PAD = 10.0
INNER = WIDTH - 2 * PAD
ROWS_Y = 47.0
ROWS_HEIGHT = 36.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChildCard", text)


def paint_sheet(page: Page, cards: Sequence[ChildCard]) -> None:
    """Paint up to four cards on one A4 with its two cut lines."""
    for place, card in enumerate(cards[:PER_SHEET]):
        _card(page, card, (place % 2) * WIDTH + PAD, (place // 2) * HEIGHT)
    page.cut(WIDTH, 10.0, WIDTH, 287.0)
    page.cut(10.0, HEIGHT, 200.0, HEIGHT)


def _card(page: Page, card: ChildCard, x: float, y: float) -> None:
    right = x + INNER
    page.text(x, y + 13.0, _tr("联系卡"), Face.BOLD, 11.5)
    page.box(card.school, x + 18, y + 9.9, INNER - 18, 6.2, Face.SANS, 9.5, min_pt=6.5, align="right")
    page.cells(card.name, x, y + 16.8, 20.0, INNER)
    page.box(card.class_name, x, y + 38.4, 34, 6.5, Face.BOLD, 12.5)
    page.text(right, y + 41.6, _tr("想家了，就打电话"), Face.SANS, 9.5, "right")
    page.line(x, y + 46, right, y + 46, 0.5)
    _numbers(page, card.numbers, x, y)
    _mentor(page, card, x, y + 86.5)
    _foot(page, card, x, y)


def _numbers(page: Page, numbers: Sequence[Dial], x: float, y: float) -> None:
    """Three rows or more; a row without a number stays empty, to write in."""
    rows = max(3, len(numbers))
    pitch = ROWS_HEIGHT / rows
    size = min(20.0, pitch * 1.9)
    for row in range(rows):
        centre = y + ROWS_Y + pitch * (row + 0.5)
        if row < len(numbers):
            dial = numbers[row]
            wide = page.text(x + INNER, centre, dial.number, Face.BOLD, size, "right")
            page.box(dial.word, x, centre - pitch / 2, INNER - wide - 3, pitch, Face.SANS, min(14.0, size), min_pt=7.0)
        bottom = centre + pitch / 2
        page.line(x, bottom, x + INNER, bottom, 0.15, "#888888", (0.8, 0.8))


def _mentor(page: Page, card: ChildCard, x: float, y: float) -> None:
    page.rect(x, y, INNER, 18.0, 0.4)
    page.text(x + 2.8, y + 4.9, _tr("我的结对老师"), Face.SANS, 9.5)
    if not card.mentor:
        page.writing_line(x + 2.8, x + 34, y + 15.2)
        page.writing_line(x + 38, x + INNER - 2.8, y + 15.2)
        return
    wide = page.number(x + INNER - 2.8, y + 10.2, card.mentor_phone, 18.5, INNER - 30)
    page.box(_tr("{0}老师").format(card.mentor), x + 2.8, y + 7.2, INNER - wide - 8, 9.4, Face.BOLD, 14.0, min_pt=8.0)


def _foot(page: Page, card: ChildCard, x: float, y: float) -> None:
    right = x + INNER
    page.text(x, y + 110.6, _tr("学校值班"), Face.SANS, 9.5)
    if card.duty_phone:
        page.number(right, y + 110.6, card.duty_phone, 15.0, INNER - 20)
    else:
        page.writing_line(right - 45, right, y + 113.2)
    page.text(x, y + 118.6, _tr("青少年热线 12355"), Face.SANS, 9.5)
    page.text(right, y + 118.6, _tr("报警 110   急救 120"), Face.BOLD, 10.0, "right")
    page.text(x, y + 126.4, _tr("约好通话"), Face.SANS, 9.5)
    if card.call_time:
        page.box(card.call_time, x + 22, y + 123, INNER - 22, 6.8, Face.BOLD, 11.0, align="right")
    else:
        page.writing_line(right - 45, right, y + 129.0)
    page.text(x, y + 136.4, _tr("捡到请交给学校值班室"), Face.SANS, 8.5)
    printed = _tr("{0}年{1}月印").format(card.printed.year, card.printed.month)
    page.text(right, y + 136.4, printed, Face.SANS, 8.5, "right")
