"""What an unlocked school gives its screens: the snapshot in memory, one way to write, undo, and the words said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal

from app.changes import Change
from app.children import Child
from app.due import Due, due_on
from app.ports import Disk
from app.school import Snapshot
from app.store import Done, NothingToUndo, Store, StoreError, Undone
from app.term_close import TermClose, corrected
from app.terms import term_title
from ui import log, words
from ui.drafts import Drafts
from ui.look import Look
from ui.past_words import kept_words

_WIDE = frozenset(
    {"school", "term", "staff", "class", "class_teacher", "not_same", "template", "calendar_day", "care_rule",
     "pairing", "staff_leave", "priority", "help_plan", "plan_goal", "agreement", "room", "room_hours"}
)
"""Tables that are not under a child: a change to them is read afresh with everything."""
_LEDGER = frozenset(
    {"care_record", "participant", "note_opened", "activity", "agenda_step", "activity_item", "contest_entry", "gift",
     "insurance", "wish", "award", "story", "certificate", "attachment", "opening", "opening_child", "safety_check",
     "safety_finding", "donor", "asset", "movement", "stocktake", "stocktake_line", "slip", "work_plan", "plan_stage",
     "assessment_table", "assessment_item", "assessment_mark", "assessment_evidence", "inspection_answer",
     "inspection_round", "problem", "term_close", "own_form"}
)
"""Tables that are not kept in memory; what they mean for what is due is taken in record by record."""
_CLOSING = frozenset({"term", "term_close"})
_POSTPONED = frozenset({"postponed"})
_QUIET = _LEDGER | _POSTPONED | {"phone", "card_print"}
"""Tables of which what is due needs to know no more than that."""
PRINT, READ = NOTES = ("print", "read")
"""The kinds of an action that notes a print, or who read what is confidential: it is no edit, so nothing is said of
taking it back."""


class Session(QObject):
    """One open school and the day it is looked at."""

    changed = Signal(object)
    """frozenset[int]: ids of the children that are new or differ now; empty when only school, staff or classes did."""
    undone = Signal(object)
    """Undone: an undo or redo was shown (after `changed`): the page on screen goes to the place."""
    said = Signal(str)
    """The quiet line."""
    noted = Signal(str)
    """What must not be missed: it stays on the screen until it is put away."""
    failed = Signal(str)
    """What went wrong and what to do, in one sentence."""

    def __init__(
        self, disk: Disk, store: Store, today: date, parent: QObject | None = None, snapshot: Snapshot | None = None
    ) -> None:
        """`snapshot` is what `store` holds now, where that was read already."""
        super().__init__(parent)
        self.disk = disk
        self.store = store
        self.today = today
        self.folder: PurePath | None = None
        self.look: Look | None = None
        self.snapshot: Snapshot = store.snapshot() if snapshot is None else snapshot
        self.version = 0
        """Grows with every change: what was worked out before is not worked out again until then."""
        self._due: tuple[date, Due | None] | None = None
        self._closed: list[TermClose] | None = None
        self.drafts = Drafts(lambda: self.store, self)

    def apply(self, label: str, changes: Sequence[Change], kind: str = "edit", *, said: str = "") -> Done:
        """Carry the changes out, show them everywhere, say so (`said`, where there is more to say than that it can be
        taken back). Raises StoreError after `failed` has said why."""
        try:
            done = self.store.apply(label, changes, kind=kind)
        except StoreError as error:
            raise self._told(error) from None
        self._take_in(frozenset(change.table for change in changes), done.touched, done.records)
        if kind not in NOTES and (closed := self._corrected(since=done.action_id)):
            late = self.tr("记下了。{0}已经结束，这一笔记作更正，Ctrl+Z 撤回")
            self.noted.emit(late.format(term_title(closed)))
        elif kind not in NOTES:
            self.said.emit(said or self.tr("记下了，Ctrl+Z 撤回"))
        return done

    def attempt(self, label: str, changes: Sequence[Change], kind: str = "edit", *, said: str = "") -> Done | None:
        """As `apply`, for whom it is enough that `failed` has said why; None then."""
        try:
            return self.apply(label, changes, kind, said=said)
        except StoreError:
            return None

    def undo(self) -> Undone:
        """Take the newest action back. Raises StoreError after `failed` has said why."""
        try:
            action = self.store.last_action()
            if action is None:
                raise NothingToUndo
            before = self.store.past.newest()
            undone = self.store.undo(action.id)
        except StoreError as error:
            raise self._told(error) from None
        self._after_undo(undone, self.tr("撤回了：{0}，Ctrl+Y 恢复").format(undone.label), before)
        return undone

    def redo(self) -> Undone:
        """Do again what was taken back last. Raises StoreError after `failed` has said why."""
        try:
            action = self.store.last_undone()
            if action is None:
                raise NothingToUndo
            before = self.store.past.newest()
            undone = self.store.redo(action.id)
        except StoreError as error:
            raise self._told(error) from None
        self._after_undo(undone, self.tr("恢复了：{0}，Ctrl+Z 撤回").format(undone.label), before)
        return undone

    def reread(self) -> None:
        """Take the whole file into memory again (after an import, or a change of the school's frame)."""
        self.snapshot, self._due, self._closed = self.store.snapshot(), None, None
        self.version += 1

    def show_import(self, touched: frozenset[int], action_id: int = 0) -> None:
        """Read everything afresh after work that wrote through a store of its own, and show it everywhere. Whoever
        calls it says what came of the work; that this action corrected a closed term is said here."""
        self.reread()
        self.changed.emit(touched)
        if action_id and (closed := self._corrected(since=action_id)):
            late = self.tr("{0}已经结束，改了它的都记作更正，列在“学期结束”里")
            self.noted.emit(late.format(term_title(closed)))

    def show_undone(self, undone: Undone) -> None:
        """Read afresh what an undo or redo touched, show it everywhere, and say where it is (`undone`)."""
        if undone.tables:
            self._take_in(undone.tables, undone.touched, undone.records)
        else:
            self.show_import(undone.touched)
        self.undone.emit(undone)

    def due(self) -> Due | None:
        """What is due today; None in the holidays. Worked out at the first question and kept true from then on."""
        if self._due is None or self._due[0] != self.today:
            self._due = self.today, due_on(self.snapshot, self.store.ledger, self.today)
        return self._due[1]

    def closed(self) -> list[str]:
        """The codes of the terms that are closed."""
        if self._closed is None:
            self._closed = self.store.term_closes.every()
        ids = {one.term_id for one in self._closed}
        return [term.code for term in self.snapshot.terms if term.id in ids]

    def _corrected(self, since: int = 0, after: int = 0) -> str:
        """The code of the closed term of which something was changed by the action of that id or a later one, or after
        that row of the history; "" for none. Dated or not: the history says what belongs to a term."""
        if not self.closed():
            return ""
        found = corrected(self.store.term_closes, self.snapshot.terms, since, after)
        return next(iter(found.values()), "")

    def _take_in(self, tables: frozenset[str], touched: frozenset[int], records: frozenset[int]) -> None:
        """Show what was written to these tables everywhere."""
        self.version += 1
        if tables & _CLOSING:
            self._closed = None
        if tables & _WIDE:
            # The children are most of what is in memory: only those that changed are read again.
            self.snapshot, self._due = self.store.snapshot(self._children_with(touched)), None
        else:
            if tables & _LEDGER and self._due is not None and self._due[1] is not None:
                self._due[1].replace(records, self.store.ledger.contacts_of(records))
            if tables & _POSTPONED:
                self.snapshot = replace(self.snapshot, postponed=self.store.ledger.postponed())
            if tables - _LEDGER - _POSTPONED:
                self.snapshot = replace(self.snapshot, children=self._children_with(touched))
            if tables - _QUIET:
                self._due = None
        self.changed.emit(touched)

    def _children_with(self, touched: frozenset[int]) -> dict[int, Child]:
        """All children, these as the file has them now."""
        kept = {key: child for key, child in self.snapshot.children.items() if key not in touched}
        return kept | self.store.children(touched)

    def _after_undo(self, undone: Undone, quiet: str, before: int) -> None:
        self.show_undone(undone)
        closed = self._corrected(after=before)
        if closed:
            quiet += self.tr("。{0}已经结束，记作更正").format(term_title(closed))
        if undone.kept:
            quiet += self.tr("；{0}后来改过，留着没动").format(kept_words(undone.kept, self.snapshot))
        (self.noted if undone.kept or closed else self.said).emit(quiet)

    def _told(self, error: StoreError) -> StoreError:
        self.failed.emit(words.sentence(error))
        error.add_note(log.SAID)
        return error
