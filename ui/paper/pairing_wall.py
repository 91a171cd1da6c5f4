"""结对一览表 for the wall on A4 across: names and classes on threads, no phone, no number, no status (paper.md §8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.paper.lines import wrap
from ui.paper.output import PaintPage
from ui.paper.page import Page, text_height
from ui.paper.pairing_list import Mentor, Paired, PairingList
from ui.paper.type import Face, width_mm

LEFT, RIGHT = 14.0, 283.0
TOP, BOTTOM = 37.0, 191.0
LOWEST, HIGHEST = 15.0, 17.0
"""mm of a line of children."""
CELL = 13.2
NAME, THREAD, KNOT = 30.2, 60.9, 74.7
"""mm where the mentor's name begins, and the thread begins and ends."""
FIRST, EACH, ACROSS = 78.3, 29.2, 7
"""mm where the first child stands and how far the next; how many stand side by side."""
CLASS = 5.2
"""mm at the foot of a line for the class."""
CHILD_PT, MENTOR_PT, LEAST = 17.5, 20.0, 9.0


@dataclass(frozen=True, slots=True)
class _Strip:
    """A mentor with the children that stand side by side in so many lines."""

    mentor: Mentor
    lines: tuple[tuple[Paired, ...], ...]
    heights: tuple[float, ...]

    @property
    def high(self) -> float:
        """mm of all of it."""
        return sum(self.heights)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PairingWall", text)


def wall_sheets(found: PairingList) -> tuple[list[PaintPage], list[frozenset[int]]]:
    """The sheets, and who stands on each."""
    sheets = _shared_out([strip for mentor in found.mentors for strip in _strips(mentor)])
    painted: list[PaintPage] = [
        partial(_paint, found=found, strips=strips, place=(number, len(sheets)))
        for number, strips in enumerate(sheets, 1)
    ]
    owners = [
        frozenset(child.child_id for strip in strips for line in strip.lines for child in line) for strips in sheets
    ]
    return painted, owners


def _strips(mentor: Mentor) -> list[_Strip]:
    """The mentor's lines of children; one with more than a sheet of them goes on with the name again."""
    children = [child for child in mentor.children if child.holds]
    lines = [tuple(children[first : first + ACROSS]) for first in range(0, len(children), ACROSS)]
    found: list[_Strip] = []
    while lines:
        taken: list[tuple[Paired, ...]] = []
        heights: list[float] = []
        while lines and (not taken or sum(heights) + _height(mentor, lines[0]) <= BOTTOM - TOP):
            heights.append(_height(mentor, lines[0]))
            taken.append(lines.pop(0))
        found.append(_Strip(mentor, tuple(taken), tuple(heights)))
    return found


def _height(mentor: Mentor, line: Sequence[Paired]) -> float:
    """A line grows for a name that is too long for it even in small type."""
    names = max(_lines(child.name, EACH - 2) for child in line)
    first = _lines(mentor.name, THREAD - NAME - 1)
    post = _post_lines(mentor) * 4.2
    return max(LOWEST, text_height(names, LEAST) + CLASS + 2, text_height(first, LEAST) + post + 2)


def _lines(name: str, room: float) -> int:
    return len(wrap(name, room, lambda part: width_mm(part, Face.KAI, LEAST)))


def _post_lines(mentor: Mentor) -> int:
    if not mentor.post:
        return 0
    return len(wrap(mentor.post, THREAD - NAME - 1, lambda part: width_mm(part, Face.SANS, 9.0)))


def _shared_out(strips: Sequence[_Strip]) -> list[list[_Strip]]:
    sheets: list[list[_Strip]] = [[]]
    used = 0.0
    for strip in strips:
        if sheets[-1] and used + strip.high > BOTTOM - TOP + 0.01:
            sheets.append([])
            used = 0.0
        sheets[-1].append(strip)
        used += strip.high
    return sheets if sheets[0] else []


def _paint(page: Page, found: PairingList, strips: Sequence[_Strip], place: tuple[int, int]) -> None:
    middle = (LEFT + RIGHT) / 2
    page.text(middle, 21.0, _tr("结对帮扶一览表"), Face.SONG, 31.0, "center")
    wide = page.text(RIGHT, 31.4, _tr("{0}  {1}").format(found.term, found.day), Face.SANS, 12.0, "right")
    page.box(found.school, LEFT, 27.2, RIGHT - LEFT - wide - 8, 8.4, Face.SANS, 12.0, min_pt=8.0)
    page.line(LEFT, TOP, RIGHT, TOP, 0.6)
    lines = sum(len(strip.lines) for strip in strips)
    spare = max(0.0, min((HIGHEST - LOWEST) * lines, BOTTOM - TOP - sum(strip.high for strip in strips)))
    y = TOP
    for strip in strips:
        if strip is not strips[0]:
            page.line(LEFT, y, RIGHT, y, 0.2)
        y = _strip(page, strip, y, spare / lines)
    page.line(LEFT, y, RIGHT, y, 0.6)
    _foot(page, found, place)


def _strip(page: Page, strip: _Strip, y: float, more: float) -> float:
    top, mentor = y, strip.mentor
    first = strip.heights[0] + more
    centre = top + first / 2
    page.cells(mentor.name[:1], LEFT + 1, centre - CELL / 2, CELL, CELL)
    post = _post_lines(mentor) * 4.2
    page.box(mentor.name, NAME, top + 1, THREAD - NAME - 1, first - 2 - post, Face.KAI, MENTOR_PT, min_pt=LEAST)
    if post:
        page.box(mentor.post, NAME, top + first - 1 - post, THREAD - NAME - 1, post, Face.SANS, 9.5, min_pt=8.0)
    page.thread(THREAD, KNOT, centre - 1.6, 4.2)
    for line, height in zip(strip.lines, strip.heights, strict=True):
        for number, child in enumerate(line):
            x = FIRST + number * EACH
            page.box(child.name, x, y + 1, EACH - 2, height + more - CLASS - 1.4, Face.KAI, CHILD_PT, min_pt=LEAST)
            page.text(x, y + height + more - CLASS / 2 - 1.2, child.class_name, Face.SANS, 9.5)
        y += height + more
    return y


def _foot(page: Page, found: PairingList, place: tuple[int, int]) -> None:
    y = 196.2
    kept = [[child.child_id for child in mentor.children if child.holds] for mentor in found.mentors]
    children = {child for ids in kept for child in ids}
    words = _tr("{0} 位老师，{1} 个孩子").format(sum(bool(ids) for ids in kept), len(children))
    page.text(LEFT, y, words, Face.BOLD, 11.0)
    page.text((LEFT + RIGHT) / 2, y, _tr("第 {0} 页 共 {1} 页").format(*place), Face.SANS, 9.0, "center")
    page.text(RIGHT, y, _tr("有事先找结对老师"), Face.SANS, 11.0, "right")
