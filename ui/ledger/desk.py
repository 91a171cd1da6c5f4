"""The list with what stands beside it: what is to do, one thing, or a form; one of the two where there is no room."""

from PySide6.QtCore import Qt

from ui.ledger.asset_panel import AssetPanel
from ui.ledger.deeds import LedgerDeeds
from ui.ledger.errand import Errand
from ui.ledger.form import FormPanel
from ui.ledger.given import Given
from ui.ledger.list_pane import ListPane
from ui.ledger.overview import Overview
from ui.ledger.shelf import Shelf
from ui.pieces.side_desk import SideDesk
from ui.session import Session
from ui.work import Work


class Desk(SideDesk):
    """`show_all` after every change; `open_asset`, `ask` and `close_panel` turn the side."""

    list: ListPane
    form: FormPanel

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__()
        self._session = session
        self.shelf = Shelf(session)
        self.deeds = LedgerDeeds(session, self.shelf)
        self.list = ListPane(session, self.shelf)
        self.overview, self.asset = Overview(session, self.shelf), AssetPanel(session, work, self.shelf)
        self.form = FormPanel(session, self.deeds, Given(session, self.shelf, self.deeds))
        self.stand([self.list], [self.overview, self.asset, self.form], self.overview.close_button)
        self._connect()
        self.arrange()

    def show_all(self) -> None:
        """Show the file as it is now."""
        self.list.fill()
        self.show_panel()

    def show_panel(self) -> None:
        """Show what stands beside the list again."""
        if self.panel is self.form and not self.shelf.is_today():
            self.form.put_away()
            self.turn(self.overview)
        todo = self.overview.count()
        self.list.more.set_label(self.tr("要办的事"), todo or None)
        if self.panel is self.asset and not self.asset.show_asset(self.asset.asset_id):
            self.turn(self.overview)
        if self.panel is self.overview:
            self.overview.show_all()
        self.panel_changed.emit()

    def open_asset(self, asset_id: int) -> None:
        """Show one thing beside the list."""
        if self.asset.show_asset(asset_id):
            self.form.put_away()
            self.list.grid.set_current(asset_id)
            self.turn(self.asset)
            self.panel_changed.emit()

    def ask(self, errand: Errand, more: dict[str, str] | None = None) -> bool:
        """Open a form beside the list; False if what it is about is gone."""
        if not self.form.ask(errand, more):
            return False
        self.turn(self.form)
        self.form.begin()
        self.panel_changed.emit()
        return True

    def ask_kind(self, kind: str) -> None:
        """Write something of the thing that is open, or else current."""
        asset_id = self.asset.asset_id if self.panel is self.asset else self.list.grid.current()
        if asset_id and self.shelf.is_today() and self.panel is not self.form:
            self.ask(Errand(kind, asset_id))

    def close_panel(self) -> bool:
        """From a form back to its thing, from a thing back to what is to do; False if that is shown already."""
        if self.panel is self.overview and not (self.unfolded and self.list.isHidden()):
            return False
        asset = self.form.subject() if self.panel is self.form else 0
        self.form.put_away()
        self.unfolded = False
        self.turn(self.overview)
        if asset:
            self.open_asset(asset)
        self.show_panel()
        (self.asset.go if asset else self.list.shown()).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def step(self, by: int) -> None:
        """The next thing of the list or the one before, while one is open."""
        if self.panel is self.asset:
            self.list.grid.go(by)
            self._follow(self.list.grid.current())

    def _follow(self, asset_id: int) -> None:
        """Another line is current: its thing is shown where one is."""
        if self.panel is self.asset and asset_id and asset_id != self.asset.asset_id:
            self.asset.show_asset(asset_id)
            self.panel_changed.emit()

    def _written(self, asset_id: int) -> None:
        if asset_id > 0:
            self.open_asset(asset_id)
            self.asset.go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.turn(self.overview)
            self.list.focus_list()
        self.show_all()

    def _connect(self) -> None:
        self.list.more.clicked.connect(self.unfold)
        self.list.listed.connect(self.show_panel)
        self.list.grid.opened.connect(self.open_asset)
        self.list.grid.current_changed.connect(self._follow)
        self.list.grid.acted.connect(lambda row, _key: self.open_asset(row))
        self.asset.closed.connect(self.close_panel)
        self.asset.wanted.connect(self.ask)
        self.form.closed.connect(self.close_panel)
        self.form.written.connect(self._written)
        self.overview.closed.connect(self.close_panel)
        self.overview.asset_wanted.connect(self.open_asset)
        self.overview.given_back.connect(self.deeds.give_back)
