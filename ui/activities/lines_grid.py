"""A list that grows while one types: agenda, materials, contest. The last line is always empty."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from ui import tokens
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn, EntryModel, Mark
from ui.pieces.list_header import ListHeader

Texts = dict[str, str]


class LinesGrid(EntryGrid):
    """Lines of the file keep their ids, new ones have negative ids. Ctrl+Delete takes a line out, Alt+↑↓ moves it."""

    changed = Signal()
    """A person changed a cell."""

    def __init__(
        self, columns: Sequence[EntryColumn], *, name: str, needed: str, model: EntryModel | None = None,
        grows: bool = True,
    ) -> None:  # fmt: skip
        """`needed`: the column without which a line cannot be. `grows`: as high as its lines."""
        super().__init__(columns, name=name, model=model)
        self._keys, self._needed, self._grows = [one.key for one in columns], needed, grows
        self._lines: dict[int, Texts] = {}
        self.edited.connect(self._edited)

    def show_lines(self, lines: Mapping[int, Texts]) -> None:
        """Begin with these."""
        self._lines = {key: self._blank() | texts for key, texts in lines.items()}
        self._show()

    def lines(self) -> dict[int, Texts]:
        """The lines that are not empty, in their order."""
        return {key: dict(texts) for key, texts in self._lines.items() if any(texts.values())}

    def add_lines(self, lines: Sequence[Texts]) -> None:
        """Put these beneath what is there."""
        self._lines = self.lines()
        for texts in lines:
            self._lines[self._fresh()] = self._blank() | texts
        self._show()
        self.changed.emit()

    def put(self, column: str, texts: Mapping[int, str]) -> None:
        """Write a column of some lines."""
        for key, text in texts.items():
            self._lines[key][column] = text
        self._show()
        self.changed.emit()

    def texts(self) -> dict[str, Texts]:
        """The lines for a draft."""
        return {str(key): texts for key, texts in self.lines().items()}

    def put_back(self, texts: Mapping[str, Texts]) -> None:
        """Show what a draft kept."""
        self.show_lines({int(key): dict(line) for key, line in texts.items()})

    def mistakes(self) -> dict[tuple[int, str], str]:
        """The cells that cannot be stored, and why."""
        return {
            (key, self._needed): self.tr("这一行先写这一格")
            for key, texts in self.lines().items() if not texts[self._needed] and key < 0
        }  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, held = Qt.Key, event.modifiers()
        step = {keys.Key_Up: -1, keys.Key_Down: 1}.get(keys(event.key()))
        if event.key() == keys.Key_Delete and held & Qt.KeyboardModifier.ControlModifier:
            self._take_out(self.here()[0])
        elif step is not None and held & Qt.KeyboardModifier.AltModifier:
            self._move(self.here()[0], step)
        else:
            super().keyPressEvent(event)

    def _take_out(self, key: int) -> None:
        if any(self._lines.get(key, {}).values()):
            row = list(self._lines).index(key)
            del self._lines[key]
            self._show()
            self.setCurrentIndex(self._grid.index(min(row, len(self._lines) - 1), 0))
            self.changed.emit()

    def _move(self, key: int, step: int) -> None:
        order = list(self.lines())
        place = order.index(key) + step if key in order else -1
        if 0 <= place < len(order):
            column = self.here()[1]
            order.remove(key)
            order.insert(place, key)
            self._lines = {one: self._lines[one] for one in order}
            self._show()
            self.edit_cell(key, column)
            self.changed.emit()

    def _edited(self, row: int, column: str, text: str) -> None:
        self._lines[row][column] = text
        self._show()
        self.changed.emit()

    def _blank(self) -> Texts:
        return dict.fromkeys(self._keys, "")

    def _fresh(self) -> int:
        return min([0, *self._lines]) - 1

    def _show(self) -> None:
        if not self._lines or any(next(reversed(self._lines.values())).values()):
            self._lines[self._fresh()] = self._blank()
        self.set_rows(self._lines)
        self.set_marks({cell: Mark("wrong", why) for cell, why in self.mistakes().items()})
        if self._grows:
            row = self.verticalHeader().defaultSectionSize()
            self.setFixedHeight(tokens.px(tokens.ROW_HEADER) + len(self._lines) * row + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head = self.horizontalHeader()
        if isinstance(head, ListHeader):
            head.fit(self.viewport().width())
