"""The lists with what stands beside them: what is to do, one thing, a form."""

from PySide6.QtCore import Qt, Signal

from ui.inspection.acts import Acts
from ui.inspection.deeds import InspectionDeeds
from ui.inspection.errand import Errand
from ui.inspection.form import FormPanel
from ui.inspection.list_pane import ListPane
from ui.inspection.overview import Overview
from ui.inspection.record_panel import RecordPanel
from ui.inspection_book import Book
from ui.inspection_words import kind_word
from ui.pieces.side_desk import SideDesk
from ui.session import Session
from ui.work import Work


class Desk(SideDesk):
    """`show_all` after every change; `open_record`, `ask` and `close_panel` turn the side."""

    goes = Signal(str, object)

    list: ListPane
    form: FormPanel

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__()
        self.book = Book(session)
        self.deeds = InspectionDeeds(session, self.book)
        self.list, self.overview = ListPane(self.book), Overview(session, self.book)
        self.record = RecordPanel(session, work, self.book)
        self.form = FormPanel(session, self.book, self.deeds)
        self.acts = Acts(self)
        self.stand([self.list], [self.overview, self.record, self.form], self.overview.close_button)
        self._connect()
        self.arrange()

    def show_all(self) -> None:
        """Show the file as it is now."""
        self.list.fill()
        self.show_panel()

    def show_panel(self) -> None:
        """Show what stands beside the list again."""
        self.list.more.set_label(self.tr("要办的事"), self.overview.count() or None)
        if self.panel is self.record and not self.record.show_record(*self.record.what):
            self.turn(self.overview)
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
        self.turn(self.record)
        self.panel_changed.emit()

    def current(self) -> tuple[str, int]:
        """The thing that is open, or else the current row of the list."""
        return self.record.what if self.panel is self.record else (self.book.segment, self.list.shown().current())

    def ask(self, errand: Errand, more: dict[str, str] | None = None) -> bool:
        """Open a form beside the list; False if what it is about is gone."""
        if not self.form.ask(errand, more):
            return False
        self.turn(self.form)
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
        self.turn(self.overview)
        if behind is not None:
            self.open_record(*behind)
        else:
            self.record.what = "", 0
        self.show_panel()
        (self.record.go if self.panel is self.record else self.list.shown()).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def step(self, by: int) -> None:
        """The next thing of the list or the one before, while one is open."""
        if self.panel is self.record:
            self.list.shown().go(by)

    def follow(self, row: int) -> None:
        """Another row is current: its thing is shown where one is."""
        if self.panel is self.record and row and self.record.what != (self.book.segment, row):
            self.record.show_record(self.book.segment, row)
            self.panel_changed.emit()

    # inside

    def _listed(self) -> None:
        row = self.list.shown().current()
        if row:
            self.follow(row)
        elif self.panel is self.record:
            self.record.what = "", 0
        self.show_panel()

    def _written(self, written: tuple[str, int]) -> None:
        self.show_all()
        self.turn(self.record)
        self.open_record(*written)
        if self.panel is self.record and not self.record.what[1]:
            self.turn(self.overview)
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
