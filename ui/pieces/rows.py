"""What stands in a list: columns, cells and group lines as data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

KINDS = ("text", "two_line", "who", "status", "number", "diff", "chips", "check", "action", "call", "link", "drawn")


@dataclass(frozen=True, slots=True)
class Chip:
    """A small boxed word. `tone`: over, soon, accent or done."""

    text: str
    tone: str = "done"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; each kind of cell uses the parts it needs.

    text: `text`, `tone` · two_line and who: `text` over `second` (who draws the surname of `text`) · status: `mark`,
    `text`, `second` · number: `text` or "—" · diff: `old` struck through → `text` · chips: `chips`, else `text` ·
    check: `checked` (None = no box) · action: `text` is the label of the row's button · call: `mark` of a call cell
    (ui.pieces.call_cell) before `text` · link: `mark`, `text`; a click acts · drawn: `draw` paints it, `text` says it.
    """

    text: str = ""
    second: str = ""
    tone: str = ""
    """Colour token of the text; "" = ink."""
    mark: str = ""
    old: str = ""
    chips: tuple[Chip, ...] = ()
    checked: bool | None = None
    copied: str | None = None
    """What Ctrl+C takes instead of the shown words (an unmasked value has no place here)."""
    hit: tuple[int, int] = (0, 0)
    """Span of `text` that a search found, marked in a who cell."""
    second_hit: tuple[int, int] = (0, 0)
    """The same in `second`."""
    faded: bool = False
    """The row is done with: its name is written in ink3."""
    draw: Callable[[QPainter, QRectF], None] | None = None
    """Paints a cell of a kind that one page alone has, on the ground that is painted already."""
    icon: str = ""
    """An icon before the lines of a two_line cell."""

    def spoken(self) -> str:
        """The cell in words, for screen readers and the clipboard."""
        if self.copied is not None:
            return self.copied
        words = [self.old, self.text, self.second, *(chip.text for chip in self.chips)]
        if self.checked is not None:
            words.insert(0, "已勾" if self.checked else "没勾")
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `cell` gives what a row shows, `sort` what it is ordered by (None: its header does not sort; where it
    gives None the row has nothing there and comes last)."""

    key: str
    title: str
    width: int
    """px at 100 %; 0 takes the room that is left."""
    kind: str
    cell: Callable[[int], Cell]
    sort: Callable[[int], Any] | None = None
    right: bool = False
    """Right-aligned (numbers)."""
    copies: tuple[tuple[str, Callable[[int], str]], ...] = ()
    """Where a cell shows several things: the columns (title, text of a row) that Ctrl+C makes of it."""
    group: str = ""
    """The heading under which one chooses it."""
    shown: bool = True
    """Whether it is shown before anybody chose."""
    values: Callable[[int], tuple[str, ...]] | None = None
    """What its funnel offers of a row ("" = empty); None: it has no funnel."""
    order: Callable[[str], Any] | None = None
    """How its funnel orders the values."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(self.kind)


@dataclass(frozen=True, slots=True)
class Group:
    """A line over several rows: its mark, title, count and a quiet explanation."""

    title: str
    count: int = 0
    hint: str = ""
    mark: str = ""

    def spoken(self) -> str:
        """The line in words."""
        return f"{self.title} {self.count} {self.hint}".strip()


Row = int | Group
"""A row id, or a group line."""
