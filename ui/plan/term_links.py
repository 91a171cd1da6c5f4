"""Beneath the stages of a year: what its terms' plans have, each a key away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.work_plan import DONE, OF_TERM, Part
from ui import plan_words as words
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label

MOST = 2
"""Terms of a year."""


class TermLinks(QWidget):
    """`chosen` gives what the page is asked for."""

    chosen = Signal(object)
    """(code of a term, span)."""

    def __init__(self) -> None:
        super().__init__()
        self.links = [Button("", kind="link") for _term in range(MOST)]
        self._codes = [""] * MOST
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = self.tr("各学期的分步写在学期计划里，打印、Excel、Word 里都跟在后面")
        column.addWidget(Label(said, "second", "ink2", wrap=True))
        column.addWidget(FlowLine(self.links))
        for place, link in enumerate(self.links):
            link.clicked.connect(lambda _on=False, place=place: self.chosen.emit((self._codes[place], OF_TERM)))

    def show_parts(self, parts: Sequence[Part]) -> None:
        """The terms among them; nothing is seen without any."""
        terms = [one for one in parts if one.term is not None][:MOST]
        for place, link in enumerate(self.links):
            link.setVisible(place < len(terms))
        for place, one in enumerate(terms):
            assert one.term is not None
            self._codes[place] = one.term.code
            done = sum(stage.state == DONE for stage in one.stages)
            said = self.tr("{0} {1} 步，做好了 {2} 步")
            self.links[place].set_label(said.format(words.half_word(one.term.code), len(one.stages), done))
        self.setVisible(bool(terms))
