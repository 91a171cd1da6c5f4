"""From the sheet to what the grid shows: texts of its cells, their marks, and what stands beside them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from app.batch_cells import CELLS, DAY, MINUTES, WAY, WHOM
from app.batch_sheet import DOUBTFUL, BatchSheet, Key, Row
from app.care import KINDS
from app.care_ways import OF_FAMILY, TIMED, way_of
from ui.batch import words
from ui.batch.cells import KIND, PAST, STATE, WHO, Look
from ui.care_words import way_word, whom_word
from ui.pieces.entry_model import Mark

ROOM = 64
"""More than there are kinds."""


def row_id(key: Key) -> int:
    """The id of a row in the grid."""
    return key[0] * ROOM + KINDS.index(key[1])


def key_of(row: int) -> Key:
    """The row of an id."""
    return row // ROOM, KINDS[row % ROOM]


@dataclass(frozen=True, slots=True)
class Person:
    """How a child is called here."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the grid is given."""

    texts: dict[int, dict[str, str]]
    looks: dict[int, Look]
    marks: dict[tuple[int, str], Mark]


def shown(
    sheet: BatchSheet, people: Mapping[int, Person], phrases: Callable[[str], Sequence[str]],
    pictures: Mapping[Key, QImage],
) -> Shown:  # fmt: skip
    """All rows."""
    texts, looks = {}, {}
    marks = {
        (row_id(key), cell): Mark("wrong", words.why(key[1], why)) for (key, cell), why in sheet.mistakes().items()
    }
    for key, row in sheet.rows.items():
        number, state = row_id(key), sheet.state(key)
        person = people[row.child_id]
        texts[number] = {
            WHO: person.name, PAST: words.weeks_word(row.kind, row.marks), KIND: words.short_kind(row.kind),
            STATE: words.state_word(row, state),
        } | {cell: cell_text(sheet, row, cell) for cell in CELLS}  # fmt: skip
        looks[number] = Look(
            person.name, person.about, row.marks,
            words.state_mark(state), row.kind,
            sheet.text(key, WAY), {cell: ghost(sheet, key, cell) for cell in CELLS}, sheet.is_open(key), closed(row),
            tuple(map(whom_word, row.offered)), tuple(words.key_word(row, way) for way in row.ways if way != "other"),
            tuple(phrases(row.kind)), pictures.get(key),
        )  # fmt: skip
        if state == DOUBTFUL:
            marks[number, WAY] = Mark(
                "changed", QCoreApplication.translate("Batch", "勾得不清楚，看下面的手写，按 V、X，或按空格认下")
            )
    return Shown(texts, looks, marks)


def closed(row: Row) -> frozenset[str]:
    """The cells that are not asked for in a row."""
    found = set() if row.kind in OF_FAMILY else {WHOM}
    return frozenset(found if row.kind in TIMED else {*found, MINUTES})


def cell_text(sheet: BatchSheet, row: Row, cell: str) -> str:
    """What stands in a cell, in words."""
    text = sheet.text(row.key, cell)
    if cell == WAY:
        record = row.stored if not sheet.is_open(row.key) else None
        if record is not None:
            return way_word(record.kind, way_of(record.kind, record.medium, record.outcome))
        return words.key_word(row, text)
    return _said(cell, text)


def ghost(sheet: BatchSheet, key: Key, cell: str) -> str:
    """What counts in an empty cell, in words."""
    return _said(cell, sheet.ghost(key, cell))


def _said(cell: str, text: str) -> str:
    return {DAY: words.day_word, WHOM: whom_word}.get(cell, str)(text)
