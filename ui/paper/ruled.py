"""Blocks of ruled lines in a form: what is printed stands on the lines, so that the hand goes on where it stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Cell, Words
from ui.paper.lines import wrap
from ui.paper.page import Page
from ui.paper.type import Face, width_mm

STEP = 9.0
"""mm between two lines to write on (paper.md §1)."""
PT = 12.5
PAD = 2.6
LEAST = 2
"""Lines a block keeps however little is in it."""
LINE = "#555555"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ruled", text)


@dataclass(slots=True)
class Ruled:
    """A label with `lines` ruled lines beside it, from `x` to `right`."""

    label: str
    lines: int
    text: str = ""
    x: float = 17.0
    label_wide: float = 24.0
    right: float = 193.0
    name: str = ""
    """What 附页 calls it."""

    def set(self) -> list[str]:
        """The text as it stands on the lines."""
        if not self.text:
            return []
        room = self.right - self.x - self.label_wide - 2 * PAD
        return wrap(self.text, room, lambda part: width_mm(part, Face.KAI, PT))

    def spare(self) -> int:
        """Lines it could give away."""
        return max(0, self.lines - max(LEAST, len(self.set())))

    def short(self) -> int:
        """Lines it lacks."""
        return max(0, len(self.set()) - self.lines)

    def cut(self) -> str:
        """Keep what fits and return the rest, which goes to 附页."""
        set_, kept = self.set(), self.lines - 1
        if len(set_) <= self.lines:
            return ""
        rest = "".join(set_[kept:])
        self.text = "\n".join([*set_[:kept], _tr("（下转附页）")])
        return rest

    @property
    def height(self) -> float:
        """mm."""
        return self.lines * STEP + 2.0

    def paint(self, page: Page, y: float) -> None:
        """Draw it from `y` down; the frame around is the form's."""
        inside = self.x + self.label_wide
        Words(self.x, self.label_wide, self.label).paint(page, y, self.height)
        page.line(inside, y, inside, y + self.height, 0.2)
        said = self.set()
        for number in range(self.lines):
            line = y + (number + 1) * STEP - 0.4
            page.line(inside + PAD, line, self.right - PAD, line, 0.15, LINE)
            if number < len(said):
                page.text(inside + PAD, line - 3.4, said[number], Face.KAI, PT)


def share_out(blocks: Sequence[Ruled], more: int = 0) -> list[tuple[str, str]]:
    """Let a block that is too short grow, first by `more` lines that the page has over, then by those of the emptiest
    others; what still finds no room is cut and returned as (name, rest) for 附页."""
    rest: list[tuple[str, str]] = []
    for block in blocks:
        while block.short() and more > 0:
            block.lines += 1
            more -= 1
        while block.short():
            giver = max((one for one in blocks if one is not block), key=lambda one: one.spare(), default=None)
            if giver is None or not giver.spare():
                break
            giver.lines -= 1
            block.lines += 1
        if left := block.cut():
            rest.append((block.name or block.label.replace("\n", ""), left))
    return rest


@dataclass(slots=True)
class DayTime(Cell):
    """____月____日____时____分, or the day with what is known of the time."""

    day: date | None = None
    time: str = ""

    def paint(self, page: Page, y: float, h: float) -> None:
        x, centre = self.x + 2, y + h / 2
        hour, _colon, minute = self.time.partition(":")
        parts = [
            (str(self.day.month) if self.day else "", _tr("月"), 11.0),
            (str(self.day.day) if self.day else "", _tr("日"), 11.0),
            (str(int(hour)) if hour.isdigit() else "", _tr("时"), 11.0), (minute, _tr("分"), 11.0),
        ]  # fmt: skip
        if self.w < 60:
            del parts[2:]
        if self.day is not None:
            x += page.text(x, centre, _tr("{0}年").format(self.day.year), Face.KAI, PT) + 1
        for value, word, room in parts:
            if value:
                x += page.text(x, centre, value, Face.KAI, PT) + 0.6
            else:
                page.writing_line(x, x + room, centre + 2.8)
                x += room + 0.6
            x += page.text(x, centre, word, Face.FORM, 10.5) + 1.6


def blank(page: Page, x: float, centre: float, parts: Sequence[tuple[str, float]]) -> None:
    """Words with lines to write on between them: ("由", 34) is a word and then a line of so many mm."""
    for word, room in parts:
        x += page.text(x, centre, word, Face.FORM, 10.5) + 0.6
        if room:
            page.writing_line(x, x + room, centre + 2.8)
            x += room + 0.8


def form_head(page: Page, y: float, title: str, left: str, right: str, pt: float = 20.0) -> None:
    """Title in the middle, whose form it is at the left, its number at the right; a line for one that ends in " "."""
    page.text(105, y + 5.5, title, Face.SONG, pt, "center")
    if right.endswith(" "):
        page.writing_line(163, 193, y + 18.8)
        number = 32 + page.text(161, y + 16.0, right.strip(), Face.FORM, 10.5, "right")
    else:
        number = page.text(193, y + 16.0, right, Face.FORM, 10.5, "right")
    page.box(left, 17, y + 12.2, 176 - number - 4, 7.6, Face.FORM, 10.5, min_pt=8.0)
