"""A form as a table model: one cell of the form in each place, with what is marked in it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.templates.form import FormCell, Grid, letters
from app.templates.marks import LIST, Mark, Marks
from app.templates.slots import Slot, slots_of
from ui.templates.words import fact_word

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what a cell shows: text, a fact, or a place that was not understood."""

    text: str
    kind: str = ""
    """"", "fact" or "open"."""


class FormModel(QAbstractTableModel):
    """Shows one grid of a form; `show` gives it another one or other marks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid("", (), (), ())
        self.number = 0
        self.marks = Marks()
        self._open: dict[tuple[int, int], list[Mark]] = {}
        self.lettered = True
        """Whether the columns have the letters of a workbook."""

    def show(self, grid: Grid, number: int, marks: Marks, unknown: list[Mark], *, lettered: bool) -> bool:
        """Show this; True if it is another grid than before, so that widths and spans must be set anew."""
        other = grid is not self.grid
        if other:
            self.beginResetModel()
        self.grid, self.number, self.marks, self.lettered = grid, number, marks, lettered
        self._open = {}
        for mark in unknown:
            self._open.setdefault((mark.row, mark.col), []).append(mark)
        if other:
            self.endResetModel()
        else:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        return other

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.grid.heights)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.grid.widths)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in roles:
            return None
        return self.spoken(self.grid.at(index.row(), index.column()))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return letters(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def cell(self, index: Index) -> FormCell:
        """The cell of the form at an index."""
        return self.grid.at(index.row(), index.column())

    def edges(self, cell: FormCell) -> tuple[bool, bool]:
        """Whether no neighbour draws the line at the left, and above."""
        left = not cell.col or not self.grid.at(cell.row, cell.col - 1).framed
        return left, not cell.row or not self.grid.at(cell.row - 1, cell.col).framed

    def runs_over(self, cell: FormCell) -> int:
        """How many empty places to the right a text without lines may run on over, as it does in Excel."""
        if cell.framed or cell.cols > 1 or cell.blank or cell.align not in ("", "left"):
            return 0
        count = 0
        while cell.col + count + 1 < len(self.grid.widths):
            right = self.grid.at(cell.row, cell.col + count + 1)
            marked = self.marks.of_cell(self.number, right.row, right.col)
            if right.framed or not right.blank or right.cols > 1 or marked:
                break
            count += 1
        return count

    def unknown(self, cell: FormCell) -> list[Mark]:
        """The places of a cell that look as if they were to be filled in, without a mark."""
        return self._open.get((cell.row, cell.col), [])

    def waits(self, cell: FormCell) -> bool:
        """Whether it is in one of the rows below the first child's, which are filled like that."""
        shape = self.marks.shape(self.number)
        first = shape.first + shape.height
        return shape.kind == LIST and first <= cell.row < shape.first + max(shape.rows, shape.height)

    def pieces(self, cell: FormCell) -> list[Piece]:
        """What a cell shows: its text with the facts where they will stand."""
        marks = {mark.slot: mark for mark in self.marks.of_cell(self.number, cell.row, cell.col)}
        unknown = {mark.slot for mark in self.unknown(cell)}
        if -1 in marks:
            return [Piece(fact_word(marks[-1].fact), "fact")]
        if -1 in unknown:
            return [Piece("？", "open")]
        found: list[Piece] = []
        end = 0
        for place, slot in enumerate(slots_of(cell.text) if marks or unknown else ()):
            if place in marks:
                found += _around(cell.text, end, slot, Piece(fact_word(marks[place].fact), "fact"))
            elif place in unknown:
                found += _around(cell.text, end, slot, Piece("？", "open"))
            else:
                continue
            end = max(end, slot.end)
        found.append(Piece(cell.text[end:]))
        return [piece for piece in found if piece.text]

    def spoken(self, cell: FormCell) -> str:
        """The cell in words."""
        pieces = self.pieces(cell)
        named = {"fact": self.tr("填{0}"), "open": self.tr("没认出")}
        words = [named[piece.kind].format(piece.text) if piece.kind else piece.text for piece in pieces]
        return " ".join(" ".join(words).split())


def _around(text: str, start: int, slot: Slot, piece: Piece) -> list[Piece]:
    """What stands before a place, and the piece in it; words to tick stay and the piece follows them."""
    if slot.kind == "options":
        return [Piece(text[start : slot.end]), piece]
    return [Piece(text[start : slot.start]), piece]
