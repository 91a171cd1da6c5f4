"""Beside the form: what goes into the cell looked at, why, what it is for a real child, and the list to choose from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.templates.form import Form, FormCell
from app.templates.marks import WHOLE, Mark, Marks
from app.templates.slots import slots_of
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.side_panel import SidePanel
from ui.templates.fact_chooser import FactChooser
from ui.templates.words import fact_word, place_word, why_word


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the cell looked at."""

    slot: int
    label: str
    mark: Mark | None


class MarkPanel(SidePanel):
    """Choosing is all it does; what it means is the page's business."""

    chosen = Signal(int, str)
    """(place in the cell, fact; "" = fill nothing in here)."""
    done = Signal()

    def __init__(self, sample: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(name=QCoreApplication.translate("MarkPanel", "这一格填什么"), parent=parent)
        self._sample = sample
        self._places: list[Place] = []
        self.heading = Label("", "panel")
        self.what = Label("", "strong", "accent", wrap=True)
        self.why = Label("", "second", wrap=True)
        self.place = ComboField(self.tr("这一格里的哪一处"), [])
        self.chooser = FactChooser(sample)
        self.nothing = Button(self.tr("这一处不填"), keys="Delete")
        self.finish = Button(self.tr("对好了，去填表"), kind="primary", keys="Ctrl+Enter", height=tokens.CONTROL_PANEL)
        for widget in (self.heading, self.what, self.why, self.place):
            self.head.addWidget(widget)
        for area in self.findChildren(QScrollArea):
            area.hide()  # the list to choose from scrolls by itself
        self._column.insertWidget(1, self.chooser, 1)
        self.set_action(self.nothing)
        self.set_action(self.finish)
        self.place.committed.connect(lambda _slot: self._tell())
        self.chooser.chosen.connect(lambda key: self.chosen.emit(self.slot(), key))
        self.nothing.clicked.connect(self.clear)
        self.finish.clicked.connect(self.done)

    def slot(self) -> int:
        """The place of the cell that is chosen for."""
        return int(self.place.value() or WHOLE)

    def show_cell(self, form: Form, cell: FormCell, marks: Marks, number: int) -> None:
        """Look at another cell, or at the same one after a change."""
        name = place_word(form, cell.row, cell.col)
        if self.heading.text() != name:
            self._places = []
        kept = self.slot() if self._places else None
        self._places = places_of(cell, marks, number)
        slots = [place.slot for place in self._places]
        chosen = kept if kept in slots else next((one.slot for one in self._places if not one.mark), slots[0])
        self.heading.setText(name)
        words = [(str(place.slot), _place_word(place)) for place in self._places]
        self.place.set_options(words)
        self.place.set_value(str(chosen))
        self.place.set_options(words)
        self.place.setVisible(len(self._places) > 1)
        self._tell()

    def clear(self) -> None:
        """Fill nothing in here."""
        self.chosen.emit(self.slot(), "")

    def choose(self, letter: str) -> None:
        """Put the cursor into the search box."""
        self.chooser.open_with(letter)

    def _tell(self) -> None:
        place = next((one for one in self._places if one.slot == self.slot()), None)
        mark = place.mark if place is not None else None
        fact = mark.fact if mark is not None else ""
        if fact and mark is not None:
            sample = self._sample(fact)
            self.what.setText(self.tr("填：{0}").format(fact_word(fact)))
            example = self.tr("，比如 {0}").format(sample) if sample else ""
            self.why.setText(why_word(mark) + example)
        else:
            self.what.setText(self.tr("不填，留给手写") if mark is not None else self.tr("还没有选填什么"))
            self.why.setText(self.tr("在下面点一项，就填在这里。"))
        self.nothing.setEnabled(bool(fact) or mark is None)
        self.chooser.show_current(fact)


def places_of(cell: FormCell, marks: Marks, number: int) -> list[Place]:
    """The places of a cell: each blank of its text, or the whole of it."""
    found = [
        Place(place, slot.label, marks.at(number, cell.row, cell.col, place))
        for place, slot in enumerate(slots_of(cell.text))
    ]
    whole = marks.at(number, cell.row, cell.col)
    if whole is not None or not found:
        found.insert(0, Place(WHOLE, "", whole))
    return found


def _place_word(place: Place) -> str:
    label = " ".join(place.label.split()) or QCoreApplication.translate("MarkPanel", "这一格")
    fact = fact_word(place.mark.fact) if place.mark is not None else QCoreApplication.translate("MarkPanel", "没选")
    return f"{label} → {fact}"


def first_open(unknown: Sequence[Mark], row: int, col: int) -> Mark | None:
    """The next place that was not understood, after this cell; the first of all behind the last."""
    later = [mark for mark in unknown if (mark.row, mark.col) > (row, col)]
    return (later or [*unknown])[0] if unknown else None
