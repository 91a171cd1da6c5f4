"""The lists with what stands beside them: what is to do, one thing, a form with the children to tick, a letter."""

from PySide6.QtCore import Qt, Signal

from ui import gift_letter
from ui.gifts import book as books
from ui.gifts import records
from ui.gifts.acts import Acts
from ui.gifts.errand import Errand
from ui.gifts.grids import GOODS
from ui.gifts.parts import DeskParts
from ui.session import Session

KIND_OF = {books.GIVEN: records.DONATION, books.DONORS: records.DONOR, books.COVER: records.POLICY,
           books.BARE: records.BARE, books.WISHES: records.WISH}  # fmt: skip
LIST_OF = {records.DONATION: books.GIVEN, records.GOODS: books.GIVEN, records.DONOR: books.DONORS,
           records.POLICY: books.COVER, records.BARE: books.BARE, records.WISH: books.WISHES}  # fmt: skip


class Desk(DeskParts):
    """`show_all` after every change; `open_record`, `ask`, `write_letter` and `close_panel` turn the side."""

    goes = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.acts = Acts(self)
        self._connect()
        self.arrange()

    def show_all(self) -> None:
        """Show the file as it is now."""
        self.list.fill()
        self.show_panel()

    def show_panel(self) -> None:
        """Show what stands beside the list again."""
        self.list.more.set_label(self.tr("要办的事"), self.overview.count() or None)
        gone = (self.panel is self.record and not self.record.show_record(*self.record.what)) or (
            self.panel is self.letter and not self.letter.show_letter(self.letter.key)
        )
        if gone:
            self.turn(self.overview)
        if self.panel is self.overview:
            self.overview.show_all()
        self.panel_changed.emit()

    def open_record(self, kind: str, number: int) -> None:
        """Show one thing beside its list."""
        if not self.record.show_record(kind, number):
            return
        self._put_away()
        if LIST_OF[kind] != self.book.segment:
            self.list.choose(LIST_OF[kind])
        self.list.shown().set_current(GOODS + number if kind == records.GOODS else number)
        self.turn(self.record)
        self.panel_changed.emit()

    def open_row(self, row: int) -> None:
        """Show what stands on a row of the list."""
        self.open_record(*self._of_row(row))

    def current(self) -> tuple[str, int]:
        """The thing that is open, or else the current row of the list."""
        return self.record.what if self.panel is self.record else self._of_row(self.list.shown().current())

    def _of_row(self, row: int) -> tuple[str, int]:
        if self.book.segment == books.GIVEN and row > GOODS:
            return records.GOODS, row - GOODS
        return KIND_OF[self.book.segment], row

    def ask(self, errand: Errand) -> bool:
        """Open a form beside the list or the class lists; False if what it is about is gone."""
        if not self.form.ask(errand):
            return False
        self.turn(self.form)
        self.form.begin()
        self.panel_changed.emit()
        return True

    def write_letter(self, key: str) -> None:
        """Open the letter of that key (`ui.gift_letter`)."""
        if self.letter.show_letter(key):
            self.turn(self.letter)
            self.letter.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.panel_changed.emit()

    def close_panel(self) -> bool:
        """From a form or letter back to its thing, from a thing to what is to do; False if that is shown already."""
        if self.panel is self.overview and not (self.unfolded and self.list.isHidden()):
            return False
        behind = self.record.what if self.panel in (self.form, self.letter) and self.record.what[1] else None
        self._put_away()
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

    def _put_away(self) -> None:
        self.form.put_away()
        self.letter.put_away()

    def follow(self, row: int) -> None:
        """Another row is current: its thing is shown where one is."""
        if self.panel is self.record and row and self.record.what != self._of_row(row):
            self.record.show_record(*self._of_row(row))
            self.panel_changed.emit()

    def _change(self, row: int) -> None:
        self.open_row(row)
        self.acts.act(records.CHANGE)

    def _written(self, written: tuple[str, int]) -> None:
        kind, number = written
        if number:
            self.record.what = written
            self.turn(self.record)
            self.open_record(kind, number)
            self.record.go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.turn(self.overview)
            self.list.focus_list()
        self.show_all()

    def _connect(self) -> None:
        self.list.more.clicked.connect(self.unfold)
        self.list.listed.connect(self.acts.list_changed)
        for grid in self.list.grids.values():
            grid.opened.connect(self.open_row)
            grid.current_changed.connect(self.follow)
            grid.edit_wanted.connect(self._change)
        for panel in self.panels():
            panel.closed.connect(self.close_panel)  # type: ignore[attr-defined]
        self.record.acted.connect(self.acts.act)
        self.record.number_wanted.connect(self.acts.number)
        self.record.child_wanted.connect(lambda child: self.goes.emit("roster", child))
        self.form.written.connect(self._written)
        self.letter.print_wanted.connect(lambda key: self.goes.emit("print", (key, "thanks")))
        self.letter.thanked.connect(lambda _key: self.acts.thank())
        self.overview.new_wanted.connect(lambda kind: self.ask(Errand(kind)))
        self.overview.record_wanted.connect(self.open_record)
        self.overview.letter_wanted.connect(lambda donor: self.write_letter(f"{gift_letter.DONOR}:{donor}"))
