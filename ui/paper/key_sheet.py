"""All keys of the program on one A4 sheet, to lie beside the keyboard."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.page import KeyGroup
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.type import Face, width_mm

LEFT, RIGHT, TOP, BOTTOM = 18.0, 192.0, 34.0, 280.0
GAP = 10.0
WIDE = (RIGHT - LEFT - GAP) / 2
LINE, HEAD, AFTER = 7.0, 9.0, 4.0
LEAST = 4.6
"""The lowest line in mm that can still be read: then type is 9 pt."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("key_sheet", text)


def key_paper(groups: Sequence[KeyGroup]) -> Paper:
    """One sheet, whatever number of keys there is."""
    return Paper(_tr("牵手的按键"), [partial(_paint, groups=groups)])


def columns(groups: Sequence[KeyGroup], room: float = BOTTOM - TOP) -> tuple[list[KeyGroup], list[KeyGroup], float]:
    """The groups in two columns of about the same height, and the factor by which lines must be lower."""
    heights = [height(group) for group in groups]
    best = min(range(len(groups) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    tallest = max(sum(heights[:best]), sum(heights[best:]), 1.0)
    return list(groups[:best]), list(groups[best:]), min(1.0, room / tallest)


def height(group: KeyGroup) -> float:
    """mm that a group takes."""
    return HEAD + LINE * len(group.keys) + AFTER


def _paint(page: Page, groups: Sequence[KeyGroup]) -> None:
    page.text(105, 20, _tr("牵手的按键"), Face.SONG, 20, "center")
    left, right, scale = columns(groups)
    for x, column in ((LEFT, left), (LEFT + WIDE + GAP, right)):
        y = TOP
        for group in column:
            y = _group(page, group, x, y, max(scale, LEAST / LINE))
    page.text(105, BOTTOM + 4.5, _tr("程序里随时按 F1，也能看到这一页的按键"), Face.SANS, 9, "center")


def _group(page: Page, group: KeyGroup, x: float, y: float, scale: float) -> float:
    pt = max(9.0, 11 * scale)
    page.text(x, y + HEAD * scale / 2, group.title, Face.BOLD, min(12.0, pt + 1))
    y += HEAD * scale
    page.line(x, y - 0.8, x + WIDE, y - 0.8, 0.2)
    for key, words in group.keys:
        cap = width_mm(key, Face.SANS, pt) + 3
        page.rect(x, y + 0.5, cap, LINE * scale - 1, 0.2)
        page.text(x + 1.5, y + LINE * scale / 2, key, Face.SANS, pt)
        start = max(cap + 3, 30.0)
        page.box(words, x + start, y, WIDE - start, LINE * scale, Face.SANS, pt, min_pt=8.0)
        y += LINE * scale
    return y + AFTER * scale
