"""Pieces side by side that go on in the next line where one is too short: always as high as its lines need."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import tokens
from ui.pieces.flow import Flow


class FlowLine(QWidget):
    """A layout alone would squeeze the lines where the window is low; this says how much they need."""

    def __init__(
        self, pieces: Iterable[QWidget], *, across: int = tokens.BETWEEN, down: int = tokens.BETWEEN,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._flow = Flow(self, across=across, down=down, wide=True, snug=True)
        for piece in pieces:
            self._flow.addWidget(piece)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))
