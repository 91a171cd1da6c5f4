"""What is red round a certificate: three frames with a flower in each corner, the title in its cells on a thread."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ui.paper.page import Page
from ui.paper.type import Face

RED = "#A3201B"
WIDE, HIGH, MIDDLE = 297.0, 210.0, 148.5
HAIR = 19.3
"""Where the third frame and the corner cells begin."""
CORNER = 13.2
THREAD, CELL, GAP = 27.0, 36.0, 10.0
"""The thread's height and the cells that hang on it (paper.md §8)."""
ENDS, APART, PENNANT = 38.0, 9.07, 6.0
MOST = 6
"""Characters of a title that have cells."""


def paint_frame(page: Page) -> None:
    """Three frames and the corners."""
    for edge, thick in ((12.9, 0.75), (15.3, 0.3)):
        page.rect(edge, edge, WIDE - 2 * edge, HIGH - 2 * edge, thick, RED)
    first, right, bottom = HAIR + CORNER + 0.4, WIDE - HAIR, HIGH - HAIR
    for y in (HAIR, bottom):
        page.line(first, y, WIDE - first, y, 0.15, RED)
    for x in (HAIR, right):
        page.line(x, first, x, HIGH - first, 0.15, RED)
    for x in (HAIR, right - CORNER):
        for y in (HAIR, bottom - CORNER):
            _corner(page, x, y)


def _corner(page: Page, x: float, y: float) -> None:
    page.rect(x, y, CORNER, CORNER, 0.5, RED)
    inner, tick = 1.75, 0.8
    page.rect(x + inner, y + inner, CORNER - 2 * inner, CORNER - 2 * inner, 0.3, RED)
    cx, cy, far = x + CORNER / 2, y + CORNER / 2, CORNER / 2 - inner
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        page.line(cx + dx * far, cy + dy * far, cx + dx * (far - tick), cy + dy * (far - tick), 0.3, RED)
    for petal in range(5):
        turn = 2 * pi * petal / 5 - pi / 2
        page.ring(cx + 2.3 * cos(turn), cy + 2.3 * sin(turn), 1.35, 0.3, RED)
    heart = QPainterPath()
    heart.addEllipse(QPointF(cx, cy), 1.0, 1.0)
    page.outline(heart, 0.1, RED, filled=True)


def paint_title(page: Page, title: str) -> None:
    """A short title character by character, a longer one in a line; the thread runs through."""
    characters = list(title)
    many = len(characters) if len(characters) <= MOST else 0
    cell = min(CELL, 124.0 / many - 4.0) if many else 0.0
    gap = GAP if many <= 2 else 4.0
    left = MIDDLE - (many * cell + (many - 1) * gap) / 2 if many else MIDDLE
    for place, character in enumerate(characters if many else ()):
        x = left + place * (cell + gap)
        _cell(page, x, cell)
        page.text(x + cell / 2, THREAD + cell / 2, character, Face.SONG, cell / CELL * 74.0, "center", RED)
        if place:
            _sag(page, x - gap, x, 1.2)
    if not many:
        page.box(title, 48.0, THREAD + 6, WIDE - 96.0, 28.0, Face.SONG, 54.0, min_pt=20.0, align="center", colour=RED)
    knot = left - 6.6 if many else MIDDLE
    _garland(page, knot, mirrored=False)
    _garland(page, knot, mirrored=True)
    if many:
        _sag(page, knot, left, 0.5)
        _sag(page, WIDE - left, WIDE - knot, 0.5)


def _cell(page: Page, x: float, size: float) -> None:
    half = size / 2
    page.line(x + half, THREAD, x + half, THREAD + size, 0.15, RED, (1.2, 1.0))
    page.line(x, THREAD + half, x + size, THREAD + half, 0.15, RED, (1.2, 1.0))
    page.rect(x, THREAD, size, size, 0.5, RED)


def _sag(page: Page, x1: float, x2: float, sag: float) -> None:
    path = QPainterPath(QPointF(x1, THREAD))
    path.quadTo(QPointF((x1 + x2) / 2, THREAD + 2 * sag), QPointF(x2, THREAD))
    page.outline(path, 0.4, RED)


def _garland(page: Page, knot: float, *, mirrored: bool) -> None:
    """The thread from the side to the title, pennants on it by turns full and empty."""
    sag = 7.0 * min(1.0, (knot - ENDS) / 62.0)

    def at(share: float) -> QPointF:
        x = ENDS + share * (knot - ENDS)
        return QPointF(WIDE - x if mirrored else x, THREAD + 4 * sag * share * (1 - share))

    path = QPainterPath(at(0))
    path.quadTo(QPointF(at(0.5).x(), THREAD + 2 * sag), at(1))
    page.outline(path, 0.4, RED)
    many = max(0, int((knot - ENDS - 8.0) / APART))
    for place in range(many):
        share = (8.8 + place * APART) / (knot - ENDS)
        top = at(share)
        flag = QPainterPath(QPointF(top.x() - PENNANT / 2, top.y()))
        flag.lineTo(top.x() + PENNANT / 2, top.y())
        flag.lineTo(top.x(), top.y() + PENNANT)
        flag.closeSubpath()
        page.outline(flag, 0.35, RED, filled=place % 2 == 0)


