"""Calls one after another, down the list of who waits: the family phone on a Sunday (REQ 2.11, 3.7)."""

from PySide6.QtCore import QObject, Signal

from app.care import CareRecord
from ui.contacts.call_bar import KIND
from ui.contacts.strip import EntryStrip
from ui.contacts.waiting import Waiting


class Ringing(QObject):
    """`changed`: calls began or ended, so other keys work. `ended`: the list is through."""

    changed = Signal()
    ended = Signal()

    def __init__(self, strip: EntryStrip, waiting: Waiting) -> None:
        super().__init__(strip)
        self._strip, self._waiting = strip, waiting
        self._following = 0
        strip.rang.connect(self._rang)
        strip.bar.skipped.connect(self.skip)
        waiting.classes.committed.connect(lambda _class: self._look_ahead())

    def ring(self, child_id: int, relation: str = "", *, start: bool = True) -> None:
        """Call this child's family."""
        self._strip.ring(child_id, start=start)
        if relation:
            self._strip.form.whom.set_value(relation)
            self._strip.bar.show_number(relation)
        self._waiting.grid.set_current(child_id)
        self._look_ahead()
        self.changed.emit()

    def again(self, record: CareRecord) -> None:
        """Try once more what reached nobody: a call with its number, anything else with its fields."""
        children = [one.child_id for one in record.participants]
        if len(children) == 1 and record.kind == KIND:
            self.ring(children[0], record.relation, start=False)
        else:
            self._strip.begin(children[0] if len(children) == 1 else None, record.kind, record.relation)

    def skip(self) -> None:
        """PgDn: leave this one for now."""
        if self._strip.is_ringing():
            self._go_on()

    def _rang(self, child_id: int) -> None:
        if child_id:
            self._go_on()
        self.changed.emit()

    def _go_on(self) -> None:
        """The next one's number; its clock waits for Enter."""
        if self._following:
            self.ring(self._following, start=False)
        else:
            self._strip.stop()
            self.ended.emit()

    def _look_ahead(self) -> None:
        """Whoever is rung leaves the list as soon as the call is written: who comes after is looked up before."""
        target = self._strip.picker.target
        self._following = self._waiting.after(target[1]) if self._strip.is_ringing() and target is not None else 0
