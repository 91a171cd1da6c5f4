"""What is typed into the grid: written cell by cell; kept as a draft where it is half typed or cannot be written."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.values import BadValue
from ui.stocktake import words
from ui.stocktake.board import Board
from ui.stocktake.deeds import Deeds
from ui.stocktake.grid import COUNTED, REASON

Cell = tuple[int, str]
"""Number of a row on screen, key of a column."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("stocktake", text)


class Typed:
    """`wrong`: what stands in a cell and could not be written, and why."""

    def __init__(self, board: Board, deeds: Deeds) -> None:
        self._board, self._deeds = board, deeds
        self.wrong: dict[Cell, tuple[str, str]] = {}
        self.half = ""
        """What stands in the cell that is open."""

    def write(self, number: int, key: str, text: str) -> None:
        """Write a cell that was left; what cannot be so stays in it."""
        self.half = ""
        self.wrong.pop((number, key), None)
        place, digits = self._board.place(number), unicodedata.normalize("NFKC", text).strip()
        if key == REASON:
            self._deeds.explain(place, text)
        elif digits and not digits.isdecimal():
            self.wrong[number, key] = text, _why(key)
        else:
            try:
                if key == COUNTED:
                    self._deeds.count(place, int(digits) if digits else None)
                else:
                    self._deeds.set_broken(place, int(digits or 0))
            except BadValue as error:
                self.wrong[number, key] = text, words.wrong(error)

    def draft(self, here: Cell, offered: Mapping[int, int]) -> dict[str, Any]:
        """What is not in the file yet; {} for nothing."""
        wrong = [[*self._board.place(number), key, text] for (number, key), (text, _why) in self.wrong.items()]
        if not (wrong or offered or self.half):
            return {}
        number, key = here
        at = [*self._board.place(number), key] if number else None
        return {"take": self._board.asked.take, "room": self._board.asked.room, "wrong": wrong, "at": at,
                "offered": {str(asset): count for asset, count in offered.items()}, "typing": self.half}  # fmt: skip

    def come_back(self, kept: Mapping[str, Any]) -> None:
        """Take over what a draft says of cells."""
        self.wrong = {
            (self._board.number((asset, room)), key): (text, _why(key))
            for asset, room, key, text in kept.get("wrong", []) if self._board.row((asset, room)) is not None
        }  # fmt: skip


def _why(key: str) -> str:
    return _tr("写个数，没有就写 0") if key == COUNTED else _tr("写个数")
