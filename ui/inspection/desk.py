"""The lists with what stands beside them: what is to do, one thing, a form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from ui import tokens
from ui.inspection.acts import Acts
from ui.inspection.deeds import InspectionDeeds
from ui.inspection.errand import Errand
from ui.inspection.form import FormPanel
from ui.inspection.list_pane import ListPane
from ui.inspection.overview import Overview
from ui.inspection.record_panel import RecordPanel
from ui.inspection_book import Book
from ui.inspection_words import kind_word
from ui.pieces.button import Button
from ui.pieces.side_panel import SidePanel
from ui.session import Session
from ui.work import Work


class Desk(QWidget):
    """`show_all` after every change; `open_record`, `ask` and `close_panel` turn the side."""

    panel_changed = Signal()
    goes = Signal(str, object)

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__()
        self.book = Book(session)
        self.deeds = InspectionDeeds(session, self.book)
        self.list, self.overview = ListPane(self.book), Overview(session, self.book)
        self.record = RecordPanel(session, work, self.book)
        self.form = FormPanel(session, self.book, self.deeds)
        self.panel: SidePanel = self.overview
        self.unfolded = False
        """Where there is room for one only: whether what is to do is shown in place of the list."""
        self.acts = Acts(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        for panel in self.panels():
            row.addWidget(panel)
        self._connect()
        self.arrange()

    def panels(self) -> tuple[SidePanel, ...]:
        """What can stand at the right."""
        return self.overview, self.record, self.form

    def show_all(self) -> None:
        """Show the file as it is now."""
        self.list.fill()
        self.show_panel()

    def show_panel(self) -> None:
        """Show what stands beside the list again."""
        self.list.more.set_label(self.tr("要办的事"), self.overview.count() or None)
        if self.panel is self.record and not self.record.show_record(*self.record.what):
            self._turn(self.overview)
        if self.panel is self.overview:
            self.overview.show_all()
        self.panel_changed.emit()

    def open_record(self, segment: str, row: int) -> None:
        """Show one thing beside its list."""
        if not self.record.show_record(segment, row):
            return
        self.form.put_away()
        if segment != self.book.segment:
            self.list.choose(segment)
        self.list.shown().set_current(row)
        self._turn(self.record)
        self.panel_changed.emit()

    def current(self) -> tuple[str, int]:
        """The thing that is open, or else the current row of the list."""
        return self.record.what if self.panel is self.record else (self.book.segment, self.list.shown().current())

    def ask(self, errand: Errand, more: dict[str, str] | None = None) -> bool:
        """Open a form beside the list; False if what it is about is gone."""
        if not self.form.ask(errand, more):
            return False
        self._turn(self.form)
        self.form.begin()
        self.panel_changed.emit()
        return True

    def begin(self, errand: str, kind: str = "") -> None:
        """The form of something new."""
        self.ask(Errand(errand), {"kind": kind_word(kind)} if kind else None)

    def close_panel(self) -> bool:
        """From a form back to its thing, from a thing to what is to do; False if that is shown already."""
        if self.panel is self.overview and not (self.unfolded and self.list.isHidden()):
            return False
        behind = self.record.what if self.panel is self.form and self.record.what[1] else None
        self.form.put_away()
        self.unfolded = False
        self._turn(self.overview)
        if behind is not None:
            self.open_record(*behind)
        else:
            self.record.what = "", 0
        self.show_panel()
        (self.record.go if self.panel is self.record else self.list.shown()).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def filled(self) -> Button:
        """The filled button of what stands beside the list."""
        if self.panel is self.record:
            return self.record.go
        return self.form.go if self.panel is self.form else self.overview.go

    def unfold(self) -> None:
        """Show what is to do, where that is not on screen."""
        self.unfolded = True
        self._turn(self.overview)
        self.show_panel()
        self.overview.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """The next thing of the list or the one before, while one is open."""
        if self.panel is self.record:
            self.list.shown().go(by)

    def follow(self, row: int) -> None:
        """Another row is current: its thing is shown where one is."""
        if self.panel is self.record and row and self.record.what != (self.book.segment, row):
            self.record.show_record(self.book.segment, row)
            self.panel_changed.emit()

    def arrange(self) -> None:
        """Show what there is room for: below 1100 px either the list or what else stands beside it."""
        wide = not tokens.is_narrow(self.window().width())
        alone = not wide and (self.panel is not self.overview or self.unfolded)
        across = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        for one in self.panels():
            one.setSizePolicy(across, QSizePolicy.Policy.Expanding)
            one.setVisible(one is self.panel and (wide or alone))
        self.list.setVisible(not alone)
        self.list.more.setVisible(not wide)
        self.overview.close_button.setVisible(not wide)

    # inside

    def _turn(self, panel: SidePanel) -> None:
        here = QApplication.focusWidget()
        gone = here is not None and self.panel is not panel and self.panel.isAncestorOf(here)
        self.panel = panel
        self.arrange()
        if gone or (self.list.isHidden() and not panel.isAncestorOf(here or self)):
            self.filled().setFocus(Qt.FocusReason.OtherFocusReason)

    def _listed(self) -> None:
        row = self.list.shown().current()
        if row:
            self.follow(row)
        elif self.panel is self.record:
            self.record.what = "", 0
        self.show_panel()

    def _written(self, written: tuple[str, int]) -> None:
        self.show_all()
        self._turn(self.record)
        self.open_record(*written)
        if self.panel is self.record and not self.record.what[1]:
            self._turn(self.overview)
        self.show_all()
        self.filled().setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.list.more.clicked.connect(self.unfold)
        self.list.listed.connect(self._listed)
        for segment, grid in self.list.grids.items():
            grid.opened.connect(lambda row, segment=segment: self.open_record(segment, row))
            grid.acted.connect(lambda row, _key, segment=segment: self.acts.way(segment, row))
            grid.edit_wanted.connect(lambda row, segment=segment: self.acts.change(segment, row))
            grid.current_changed.connect(self.follow)
        for panel in self.panels():
            panel.closed.connect(self.close_panel)  # type: ignore[attr-defined]
        self.record.acted.connect(self.acts.act)
        self.record.goes.connect(self.goes)
        self.form.written.connect(self._written)
        self.overview.new_wanted.connect(self.begin)
        self.overview.record_wanted.connect(self.open_record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
