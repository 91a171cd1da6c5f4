"""A list with what stands beside it: what is to do, one thing, or a form; one of the two where there is no room."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from ui import tokens
from ui.pieces.button import Button
from ui.pieces.search_box import SearchBox
from ui.pieces.side_panel import SidePanel


class ListSide(Protocol):
    """The left half."""

    more: Button
    """Shows what is to do, where that is not on screen."""
    search: SearchBox

    def isHidden(self) -> bool: ...
    def setVisible(self, visible: bool) -> None: ...
    def focus_list(self) -> None:
        """The cursor into the list."""


class SideDesk(QWidget):
    """The desk of a page says what it is made of by `stand`, and what its panels show by `show_panel`."""

    panel_changed = Signal()
    list: ListSide
    form: SidePanel

    def __init__(self) -> None:
        super().__init__()
        self.unfolded = False
        """Where there is room for one only: whether what is to do is shown in place of the list."""

    def stand(self, left: Sequence[QWidget], panels: Sequence[SidePanel], fold: Button) -> None:
        """Put them in their places: `left` the list, and what may stand in its place; the first panel is what is to
        do, `fold` its way back to the list."""
        self._panels, self._fold = tuple(panels), fold
        self.panel = self._panels[0]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for one in left:
            row.addWidget(one, 1)
        for panel in self._panels:
            row.addWidget(panel)

    def panels(self) -> tuple[SidePanel, ...]:
        """What can stand at the right."""
        return self._panels

    def filled(self) -> Button:
        """The filled button of what stands beside the list."""
        assert isinstance(self.panel.action, Button)
        return self.panel.action

    def is_beside_its_own(self) -> bool:
        """Whether the panel on screen has something of its own in the list's place, at any width."""
        return False

    def show_all(self) -> None:
        """Show the file as it is now."""
        raise NotImplementedError

    def show_panel(self) -> None:
        """Show what stands beside the list again."""
        raise NotImplementedError

    def close_panel(self) -> bool:
        """One step back from what is open; False if what is to do is shown already."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """The next thing of the list or the one before, while one is open."""
        raise NotImplementedError

    def unfold(self) -> None:
        """Show what is to do, where that is not on screen."""
        self.unfolded = True
        self.turn(self._panels[0])
        self.show_panel()
        self.filled().setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, panel: SidePanel) -> None:
        """Let a panel stand beside the list; the cursor goes with it if it was in the one before."""
        here = QApplication.focusWidget()
        gone = here is not None and self.panel is not panel and self.panel.isAncestorOf(here)
        self.panel = panel
        self.arrange()
        if gone or (self.list.isHidden() and not panel.isAncestorOf(here or self)):
            self.filled().setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """Show what there is room for: below 1100 px either the list or what else stands beside it."""
        wide, own = not tokens.is_narrow(self.window().width()), self.is_beside_its_own()
        alone = not wide and not own and (self.panel is not self._panels[0] or self.unfolded)
        across = QSizePolicy.Policy.Fixed if wide or own else QSizePolicy.Policy.Expanding
        for one in self._panels:
            one.setSizePolicy(across, QSizePolicy.Policy.Expanding)
            one.setVisible(one is self.panel and (wide or own or alone))
        self.list.setVisible(not alone and not own)
        self.list.more.setVisible(not wide)
        self._fold.setVisible(not wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
