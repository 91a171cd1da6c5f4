"""The part of a record book that is written in week by week: windows of a rule, with what was done in each so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import lines_in
from ui.paper.page import Page, fit
from ui.paper.type import MM_PER_PT, Face

LEFT, RIGHT = 17.0, 193.0
TITLE = 6.5
LABEL = 19.0
"""mm of a week's name before what was done."""
PT, LEAST = 10.5, 9.0
PADS = 2.4
"""mm beside a text, on both sides together."""
LADDER_LOW, LADDER_HIGH = 7.8, 8.0
TABLE_LOW, TABLE_HIGH = 9.0, 15.0
"""mm of a line: a ladder's holds two lines of the least type, a table's more, since its columns are narrow."""
WIDE_SHARE = 1.45
FEW = 6
"""Windows up to which a rule is a column beside others; with more it is a ladder of its own."""


@dataclass(frozen=True, slots=True)
class Window:
    """One window, worded; `text` is what was done in it, "" = nothing yet."""

    label: str
    text: str = ""
    days: str = ""
    """When it was done: all there is room for if the text is too long, which then stands on 附页."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A rule, worded, with its windows of the term."""

    title: str
    windows: tuple[Window, ...]


class Section(Protocol):
    """Part of the page that lies as a whole on one sheet."""

    def least(self) -> float:
        """The mm it needs."""

    def most(self) -> float:
        """The mm it can use."""

    def too_long(self, high: float) -> list[tuple[str, str]]:
        """(what it is, text) of the windows whose text finds no room where the section is so high."""

    def paint(self, page: Page, y: float, high: float) -> None:
        """Draw it from `y` down."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecordGrid", text)


def sections(duties: Sequence[Duty]) -> list[Section]:
    """Rules with many windows as ladders, then those with few beside each other, at most four."""
    found: list[Section] = [Ladder(duty) for duty in duties if len(duty.windows) > FEW]
    few = [duty for duty in duties if len(duty.windows) <= FEW]
    count = -(-len(few) // 4)
    found += [Table(tuple(few[place::count])) for place in range(count)]
    return found


def _holds(window: Window, wide: float, high: float) -> bool:
    # Words that surely fit need no measuring: a line loses at most a few characters at its end.
    each = int(wide / (LEAST * MM_PER_PT)) - 3
    surely = len(window.text) <= lines_in(high + 0.7) * each
    return surely or fit(window.text, wide, high - 0.1, Face.KAI, PT, LEAST).fits


def _too_long(duty: Duty, wide: float, high: float) -> list[tuple[str, str]]:
    return [
        (_tr("{0}，{1}").format(duty.title, window.days), window.text)
        for window in duty.windows if not _holds(window, wide, high)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ladder:
    """Windows under each other in two columns: the first half of the term left, the second right."""

    duty: Duty

    def least(self) -> float:
        return TITLE + self._rows() * LADDER_LOW

    def most(self) -> float:
        return TITLE + self._rows() * LADDER_HIGH

    def too_long(self, high: float) -> list[tuple[str, str]]:
        return _too_long(self.duty, (RIGHT - LEFT) / 2 - LABEL - PADS, (high - TITLE) / self._rows())

    def paint(self, page: Page, y: float, high: float) -> None:
        _title(page, self.duty.title, LEFT, RIGHT - LEFT, y)
        rows, half = self._rows(), (RIGHT - LEFT) / 2
        top, each = y + TITLE, (high - TITLE) / self._rows()
        for number, window in enumerate(self.duty.windows):
            x, row = LEFT + number // rows * half, top + number % rows * each
            _window(page, window, x, row, half, each, LABEL)
        for number in range(1, rows):
            page.line(LEFT, top + number * each, RIGHT, top + number * each, 0.2)
        for x in (LEFT + LABEL, LEFT + half, LEFT + half + LABEL):
            page.line(x, top, x, y + high, 0.2)
        _frame(page, y, high)

    def _rows(self) -> int:
        return -(-len(self.duty.windows) // 2)


@dataclass(frozen=True, slots=True)
class Table:
    """Rules side by side, each column divided among its windows."""

    duties: tuple[Duty, ...]

    def least(self) -> float:
        return TITLE + max(len(duty.windows) for duty in self.duties) * TABLE_LOW

    def most(self) -> float:
        return TITLE + max(len(duty.windows) for duty in self.duties) * TABLE_HIGH

    def too_long(self, high: float) -> list[tuple[str, str]]:
        return [
            found for duty, (_x, wide) in zip(self.duties, self._columns(), strict=True)
            for found in _too_long(duty, wide - _label_wide(duty) - PADS, (high - TITLE) / len(duty.windows))
        ]  # fmt: skip

    def paint(self, page: Page, y: float, high: float) -> None:
        for duty, (x, wide) in zip(self.duties, self._columns(), strict=True):
            _title(page, duty.title, x, wide, y)
            each = (high - TITLE) / len(duty.windows)
            for number, window in enumerate(duty.windows):
                top = y + TITLE + number * each
                if number:
                    page.line(x, top, x + wide, top, 0.2)
                _window(page, window, x, top, wide, each, _label_wide(duty))
            if x > LEFT:
                page.line(x, y, x, y + high, 0.2)
        _frame(page, y, high)

    def _columns(self) -> list[tuple[float, float]]:
        """Where each rule's column begins and how wide it is: a single window is high, so it may be narrow."""
        shares = [WIDE_SHARE if len(duty.windows) > 1 else 1.0 for duty in self.duties]
        each = (RIGHT - LEFT) / sum(shares)
        return [(LEFT + each * sum(shares[:place]), each * share) for place, share in enumerate(shares)]


def _label_wide(duty: Duty) -> float:
    """A single window of the whole term needs no name."""
    return 0.0 if len(duty.windows) == 1 else 11.5


def _title(page: Page, title: str, x: float, wide: float, y: float) -> None:
    page.box(title, x + 1, y, wide - 2, TITLE, Face.SONG, 10.5, min_pt=8.0, align="center")


def _frame(page: Page, y: float, high: float) -> None:
    page.line(LEFT, y + TITLE, RIGHT, y + TITLE, 0.35)
    page.rect(LEFT, y, RIGHT - LEFT, high, 0.5)


def _window(page: Page, window: Window, x: float, y: float, wide: float, high: float, label: float) -> None:
    # What is printed stands at the top of a high cell, and the hand goes on beneath it.
    near = min(high, 12.0)
    if label:
        page.box(window.label, x + 0.6, y, label - 1.2, near, Face.FORM, 8.5, min_pt=8.0, align="center")
    left, room = x + label + PADS / 2, wide - label - PADS
    if not window.text:
        page.text(left, y + near / 2, _tr("　　月　　日"), Face.FORM, 9.0)
        return
    text = window.text if _holds(window, room, high) else _tr("{0}，见附页").format(window.days)
    tall = near if fit(text, room, near - 0.1, Face.KAI, PT, LEAST).fits else high
    page.box(text, left, y + 0.05, room, tall - 0.1, Face.KAI, PT, min_pt=LEAST)
