"""The ruled grid of a form: cells with printed words, with what is filled in, with boxes to tick; rows that grow."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.paper.lines import wrap
from ui.paper.page import Page, text_height
from ui.paper.type import MM_PER_PT, Face, width_mm

PAD = 1.4
AIR = 1.0
"""mm above and below several lines."""
LEAST = 9.0
"""Points below which nothing filled in is set."""
TICK_BOX = 8.0
"""Width of （　）: a hand can tick it (paper.md §1)."""
BETWEEN = 2.0
OPTION_LINE = 7.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("FormGrid", text)


def lines_in(height: float) -> int:
    """How many lines of the least size a cell of so many mm holds."""
    lines = 1
    while text_height(lines + 1, LEAST) <= height - 0.8:
        lines += 1
    return lines


@dataclass(slots=True)
class Cell:
    """A field of the grid from `x`, `w` mm wide."""

    x: float
    w: float

    def needed(self) -> float:
        """The least height in mm that holds it."""
        return 0.0

    def paint(self, page: Page, y: float, h: float) -> None:
        """Draw what stands in it."""


@dataclass(slots=True)
class Words(Cell):
    """Words the form prints, in the middle."""

    text: str
    pt: float = 10.5

    def paint(self, page: Page, y: float, h: float) -> None:
        page.box(self.text, self.x + 0.5, y, self.w - 1, h, Face.FORM, self.pt, min_pt=8.0, align="center")


@dataclass(slots=True)
class Filled(Cell):
    """What is filled in; "" = not known, to be written by hand. `name` is what 附页 calls it if it is too long."""

    text: str
    face: Face = Face.KAI
    pt: float = 12.5
    align: str = "center"
    name: str = ""
    least: float = LEAST
    """Points below which it is not set: the row grows instead."""

    def needed(self) -> float:
        if not self.text:
            return 0.0
        return text_height(len(self.lines()), self.least) + 2 * 0.5

    def paint(self, page: Page, y: float, h: float) -> None:
        # Several lines are rather set smaller than up to the lines of the grid.
        lines = len(self.lines())
        air = min(AIR, max(0.4, (h - text_height(lines, self.least)) / 2)) if lines > 1 else 0.4
        page.box(self.text, self.x + self._pad(), y + air, self.w - 2 * self._pad(), h - 2 * air, self.face, self.pt,
                 min_pt=self.least, align=self.align)

    def cut(self, h: float, onward: str = "") -> str:
        """Keep of the text what fits into `h` mm and return the rest, which goes to 附页 or where `onward` says."""
        lines = self.lines()
        room = max(1, lines_in(h) - 1)
        kept, rest = lines[:room], lines[room:]
        if not rest:
            return ""
        whole, begun = self.text, "".join(kept)
        place = 0
        for character in begun:
            place = whole.index(character, place) + 1
        self.text = "\n".join([*kept, onward or _tr("（下转附页）")])
        return whole[place:].strip()

    def lines(self) -> list[str]:
        """The text at the least size."""
        room = self.w - 2 * self._pad()
        if len(self.text) * self.least * MM_PER_PT <= room and "\n" not in self.text:
            return [self.text]  # no character is wider than high: it needs no measuring
        return wrap(self.text, room, lambda part: width_mm(part, self.face, self.least))

    def _pad(self) -> float:
        return PAD if self.align == "left" else PAD / 2


@dataclass(slots=True)
class Number(Cell):
    """Numbers to dial, each on a line of its own."""

    numbers: tuple[str, ...]
    pt: float = 13.0
    name: str = ""

    def needed(self) -> float:
        return text_height(len(self.numbers), LEAST) + 1 if self.numbers else 0.0

    def paint(self, page: Page, y: float, h: float) -> None:
        face = Face.KAI if self.numbers == ("—",) else Face.BOLD
        page.box("\n".join(self.numbers), self.x + 0.8, y + 0.3, self.w - 1.6, h - 0.6, face, self.pt, min_pt=LEAST,
                 align="center")


    def cut(self, h: float) -> str:
        """Keep the first numbers and return the others."""
        room = lines_in(h)
        if len(self.numbers) <= room:
            return ""
        kept, rest = self.numbers[: room - 1], self.numbers[room - 1 :]
        self.numbers = (*kept, _tr("（下转附页）"))
        return _tr("、").join(rest)


@dataclass(slots=True)
class Options(Cell):
    """Choices with （　） behind each, ticked by drawn lines; as many lines as they need."""

    choices: Sequence[tuple[str, bool]]

    def needed(self) -> float:
        return OPTION_LINE * len(self._lines()) + 1.6

    def paint(self, page: Page, y: float, h: float) -> None:
        lines = self._lines()
        top = y + h / 2 - OPTION_LINE * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            x = self.x + PAD
            for word, on in line:
                x = option(page, word, on, x, top + number * OPTION_LINE)

    def _lines(self) -> list[list[tuple[str, bool]]]:
        lines: list[list[tuple[str, bool]]] = [[]]
        used = 0.0
        for word, on in self.choices:
            wide = width_mm(word, Face.FORM, 10.5) + TICK_BOX + BETWEEN
            if lines[-1] and used + wide - BETWEEN > self.w - 2 * PAD:
                lines.append([])
                used = 0.0
            lines[-1].append((word, on))
            used += wide
        return lines


def option(page: Page, word: str, on: bool, x: float, centre: float) -> float:
    """Print a choice and its （　）, ticked or not; return where the next one may begin."""
    x += page.text(x, centre, word, Face.FORM, 10.5)
    # Of a full-width bracket half is empty: it stands nearer to its word, and the hand has more room between.
    page.text(x - 1.3, centre, "（", Face.FORM, 10.5)
    page.text(x + TICK_BOX + 1.0, centre, "）", Face.FORM, 10.5, "right")
    if on:
        page.tick(x + TICK_BOX / 2, centre)
    return x + TICK_BOX + BETWEEN


@dataclass(slots=True)
class Row:
    """Cells side by side; the row is as high as the highest needs, at least `height`."""

    height: float
    cells: Sequence[Cell]

    def needed(self) -> float:
        """Its height in mm."""
        return max(self.height, *(cell.needed() for cell in self.cells))

    def paint(self, page: Page, y: float, h: float) -> None:
        """Draw cells and the lines between them; the frame around is the form's."""
        for cell in self.cells:
            if cell is not self.cells[0]:
                page.line(cell.x, y, cell.x, y + h, 0.2)
            cell.paint(page, y, h)
