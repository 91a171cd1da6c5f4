"""What somebody does in the batch grid, written into its sheet."""

from PySide6.QtCore import QObject, Signal

from app.batch_cells import WAY
from ui.batch import words
from ui.batch.board import Board
from ui.batch.grid import BatchGrid
from ui.batch.shown import key_of


class Hands(QObject):
    """Hears the grid; `changed` comes after every change of the sheet."""

    changed = Signal()

    def __init__(self, board: Board, grid: BatchGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._board, self._grid = board, grid
        grid.edited.connect(self._edited)
        grid.picked.connect(self._picked)
        grid.as_above.connect(self._as_above)
        grid.confirmed.connect(self._confirmed)
        grid.once_more.connect(self._once_more)

    def _edited(self, row: int, cell: str, text: str) -> None:
        self._board.write(key_of(row), cell, text)
        self.changed.emit()

    def _picked(self, row: int, letter: str) -> None:
        if letter in dict(words.letters(key_of(row)[1])):
            self._edited(row, WAY, letter)

    def _as_above(self, row: int, cell: str) -> None:
        self._board.sheet.repeat_above(key_of(row), cell)
        self.changed.emit()

    def _confirmed(self, row: int) -> None:
        self._board.sheet.look_at(key_of(row))
        self.changed.emit()

    def _once_more(self, row: int) -> None:
        self._board.sheet.again(key_of(row))
        self.changed.emit()
        self._grid.edit_cell(row, WAY)
