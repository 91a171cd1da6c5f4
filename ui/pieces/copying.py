"""What Ctrl+C takes from a list: the columns on screen, as they stand there, as text with tabs and as an HTML table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QHeaderView

from app import late
from ui.pieces.row_model import RowModel

OURS = '<table data-from="qianshou">'
"""Tells a table of our own from others when it is pasted back."""
_AS_TEXT = "mso-number-format:'\\@'"
"""Excel and WPS leave a cell so marked as it is written: an ID number keeps its last digits."""
_BLANKS = str.maketrans("\t\r\n", "   ")


def columns_shown(head: QHeaderView) -> list[int]:
    """The columns on screen from left to right."""
    return [place for place in map(head.logicalIndex, range(head.count())) if not head.isSectionHidden(place)]


def lines(model: RowModel, rows: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
    """A line of titles and one for each row; [] for no rows. Columns without a title (buttons, ticks) stay out."""
    asked: list[tuple[str, Callable[[int], str]]] = []
    for place in columns:
        column = model.columns[place]
        if column.copies:
            asked += column.copies
        elif column.title and column.kind not in ("action", "check"):
            asked.append((column.title, _asking(model, place)))
    if not rows or not asked:
        return []
    return [[title for title, _text in asked], *([text(row) for _title, text in asked] for row in rows)]


def as_mime(table: Sequence[Sequence[str]]) -> QMimeData:
    """The lines for the clipboard."""
    data = QMimeData()
    data.setText("\n".join("\t".join(value.translate(_BLANKS) for value in line) for line in table))
    body = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in table)
    data.setHtml(f"{OURS}{body}</table>")
    return data


def _asking(model: RowModel, place: int) -> Callable[[int], str]:
    return lambda row: model.cell(row, place).spoken()


def _cell(value: str) -> str:
    return f'<td style="{_AS_TEXT}">{late.load("html").escape(value)}</td>'
