"""The list with what stands beside it: the current child in short, or the quick entry of new ones."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import tokens
from ui.children.add_child import AddChild
from ui.children.confirm_many import ConfirmMany
from ui.children.deeds import Deeds
from ui.children.gone_children import GoneChildren
from ui.children.listing import Listing
from ui.children.roster_changes import RosterChanges
from ui.children.roster_list import RosterList
from ui.children.side_panel import SidePanel
from ui.sentences import why_register
from ui.session import Session

_PAUSE_MS = 120
"""While somebody types into the search box, the panel beside the list waits for a pause."""


class RosterDesk(QWidget):
    """Below 1100 px there is room for one of the two only."""

    opened = Signal(int, object)
    """(child, what is to be filled in or None)"""
    printed = Signal(int)
    adding_changed = Signal()

    def __init__(self, session: Session, listing: Listing, deeds: Deeds) -> None:
        super().__init__()
        self._session, self.listing, self.deeds = session, listing, deeds
        self.list = RosterList(session, listing)
        self.side = SidePanel(session)
        self.add = AddChild(session, deeds)
        self.changes = RosterChanges(session, listing, deeds, self.list)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.side)
        row.addWidget(self.add)
        self.add.hide()
        self._connect()

    def show_all(self) -> None:
        """Show the snapshot of the session again."""
        self.list.offer_classes()
        self.list.fill()
        self.list.grid.refresh()
        self._show_side()

    def focus(self) -> None:
        """Put the cursor into the list."""
        self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> list[int]:
        """The children of a print or an export: the selected ones where there are several, else all that are listed."""
        selected = self.list.grid.selected()
        return selected if len(selected) > 1 else self.listing.shown()

    def is_adding(self) -> bool:
        """Whether the quick entry is open."""
        return not self.add.isHidden()

    def open_add(self) -> None:
        """Open the quick entry."""
        self.add.show()
        self.arrange()
        self.add.open()
        self.adding_changed.emit()

    def close_add(self) -> None:
        """Put the quick entry away; what was typed stays as a draft."""
        self.add.put_away()
        self.add.hide()
        self.arrange()
        self.focus()
        self.adding_changed.emit()

    def arrange(self) -> None:
        """Show what there is room for."""
        wide = not tokens.is_narrow(self.window().width())
        self.side.setVisible(wide and not self.is_adding())
        self.list.setVisible(wide or not self.is_adding())
        across = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        self.add.setSizePolicy(across, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        grid = self.list.grid
        grid.current_changed.connect(lambda _id: self._current_changed())
        self._later.timeout.connect(self._show_side)
        grid.opened.connect(lambda key: self.opened.emit(key, None))
        grid.edit_wanted.connect(self._edit)
        grid.ticked.connect(grid.pick)
        grid.selection_changed.connect(self._count_chosen)
        self.list.gone_wanted.connect(self._show_gone)
        self.list.confirm_all.connect(self._confirm_all)
        self.side.opened.connect(lambda key: self.opened.emit(key, None))
        self.side.fill.connect(self._fill)
        self.side.confirmed.connect(self.deeds.confirm_child)
        self.side.printed.connect(self.printed)
        self.add.closed.connect(self.close_add)
        self.add.added.connect(self._added)
        QShortcut(QKeySequence("Ctrl+Return"), grid, self._confirm_current)

    def _edit(self, child_id: int) -> None:
        """F2: one child in its dossier, several together."""
        if len(self.list.grid.selected()) > 1:
            self.changes.edit_chosen()
        else:
            self.opened.emit(child_id, "")

    def _current_changed(self) -> None:
        if self.list.head.search.hasFocus():
            self._later.start()
        else:
            self._show_side()

    def _show_side(self) -> None:
        self._later.stop()
        key = self.list.grid.current()
        row = self.listing.rows.get(key)
        child = self._session.snapshot.children.get(key)
        self.side.show_row(row, child, why_register(row.verdict) if row else "")

    def _fill(self, child_id: int, what: str) -> None:
        row = self.listing.rows[child_id]
        self.opened.emit(child_id, what or (row.missing[0] if row.missing else ""))

    def _count_chosen(self, chosen: list[int]) -> None:
        self.list.head.show_chosen(len(chosen))

    def _added(self, child_id: int) -> None:
        if child_id not in self.listing.shown():
            self.list.drop_filters()
        self.list.grid.set_current(child_id)

    def _confirm_current(self) -> None:
        if self.list.grid.current():
            self.deeds.confirm_child(self.list.grid.current())

    def _show_gone(self) -> None:
        window = GoneChildren(self._session, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.chosen.connect(lambda key: self.opened.emit(key, None))
        window.open()

    def _confirm_all(self) -> None:
        ids = [key for key in self.list.grid.rows() if self.listing.row(key).to_confirm]
        if ids:
            window = ConfirmMany(self._session, self.listing, self.deeds, ids, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.finished.connect(lambda _result: self.focus())
            window.open()
