"""The three views of the ledger, 流水 | 批量登记 | 每周一览, as the segments in the head of each of their pages."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import late
from ui.pieces.segments import Segment, Segments

VIEWS = {"contacts": "ui.contacts.page", "batch": "ui.batch.page", "heat": "ui.heat.page"}
"""Key of each page and the module it is made in; a view whose module is no part of the program is not shown."""


def registered() -> list[str]:
    """The views that there are, in their order."""
    return [key for key, module in VIEWS.items() if module in late.NAMES]


class Views(Segments):
    """Stands in the head of the page `here`; connect `goes` to the page's own `goes`. Hidden while there is one view
    only."""

    goes = Signal(str, object)

    def __init__(self, here: str, parent: QWidget | None = None) -> None:
        shown = [key for key in VIEWS if key == here or key in registered()]
        words = _words()
        super().__init__(
            [Segment(key, words[key]) for key in shown], here,
            name=QCoreApplication.translate("contacts", "亲情联系的三种看法"), parent=parent,
        )  # fmt: skip
        # On one line: in a head it would grow as high as the head.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.here = here
        if len(shown) == 1:
            self.hide()
        self.chosen.connect(self._go)

    def _go(self, key: str) -> None:
        if key != self.here:
            # The page stays as it is, and shows itself when one comes back to it.
            self.set_current(self.here)
            self.goes.emit(key, None)


def _words() -> dict[str, str]:
    return {
        "contacts": QCoreApplication.translate("contacts", "流水"),
        "batch": QCoreApplication.translate("contacts", "批量登记"),
        "heat": QCoreApplication.translate("contacts", "每周一览"),
    }
