"""A field of several choices, each a check box; saved with every tick, as words joined by 、."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.pieces.check_box import CheckBox
from ui.pieces.fields import Field
from ui.pieces.flow import Flow


class ChecksField(Field):
    """`alone` is the choice that excludes the others (无)."""

    def __init__(self, label: str, choices: Sequence[str], *, alone: str = "") -> None:
        super().__init__(label)
        self._alone = alone
        self.boxes = {word: CheckBox(word) for word in choices}
        editor = QWidget()
        flow = Flow(editor)
        for word, box in self.boxes.items():
            flow.addWidget(box)
            box.toggled.connect(lambda on, word=word: self._ticked(word, on))
        self._place(editor)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def name_it(self, spoken: str) -> None:
        """Every box says of what it is a choice."""
        super().name_it(spoken)
        for word, box in self.boxes.items():
            box.setAccessibleName(f"{spoken} {word}")

    def _ticked(self, word: str, on: bool) -> None:
        if on and self._alone:
            for other, box in self.boxes.items():
                if other != word and self._alone in (word, other):
                    self._tick(box, False)
        self.commit()

    def _read(self) -> str:
        return "、".join(word for word, box in self.boxes.items() if box.isChecked())

    def _show(self, value: str) -> None:
        ticked = set(value.split("、"))
        for word, box in self.boxes.items():
            self._tick(box, word in ticked)

    @staticmethod
    def _tick(box: CheckBox, on: bool) -> None:
        quiet = box.blockSignals(True)
        box.setChecked(on)
        box.blockSignals(quiet)
        box.update()
