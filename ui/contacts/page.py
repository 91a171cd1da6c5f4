"""The page 亲情联系, 流水: write down what was done, ring the families, look back through the ledger."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.call_list import KIND
from app.care import LOGGED
from app.history import Undone
from ui import tokens
from ui.contacts import page_keys
from ui.contacts.company import Company
from ui.contacts.deeds import CareDeeds
from ui.contacts.desk import Desk
from ui.contacts.entry_draft import DRAFT, put_back, words_of
from ui.contacts.finding import Calls, finding
from ui.contacts.log_list import FOLLOW, LogList
from ui.contacts.openings import Openings
from ui.contacts.people import People
from ui.contacts.record_panel import DRAFT as RECORD_DRAFT
from ui.contacts.record_panel import RecordPanel
from ui.contacts.ringing import Ringing
from ui.contacts.strip import EntryStrip
from ui.contacts.views import registered
from ui.contacts.waiting import Waiting
from ui.page import KeyGroup, Page
from ui.session import Session
from ui.work import Work


class Parts(Page):
    """What the page is made of."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.now = datetime.now
        self.people = People(session)
        self.deeds = CareDeeds(session, self.people)
        self.log = LogList(session, self.people, self.deeds)
        self.waiting = Waiting(self.people)
        self.company = Company(session, self.people)
        self.record = RecordPanel(session, work, self.people, self.deeds, lambda: self.now())
        self.strip = EntryStrip(
            session, self.people, self.deeds, self.company, self.waiting.grid.rows, lambda: self.now()
        )
        self.ringing = Ringing(self.strip, self.waiting)
        self.opened_strip = Openings(session, self.deeds)
        self.desk = Desk(self.opened_strip, self.strip, self.log, self.waiting, self.company, self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px: there the panel goes. As high as its lines need at this width."""
        layout = self.desk.layout()
        lines = layout.minimumHeightForWidth(self.width()) if layout is not None else 0
        return QSize(tokens.px(640), max(self.desk.minimumSizeHint().height(), lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.desk.arrange(tokens.is_narrow(self.window().width())):
            self.arranged()

    def arranged(self) -> None:
        """The window became narrow or wide."""


class ContactsPage(Parts):
    """`arrive` takes {"child": id, "kind": key, "ring": True, "record": id}, each where it is meant; None from the
    rail."""

    can = frozenset({"search", "print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self._stale = True
        """Something was written while the page was not seen."""
        self._calls = Calls(session)
        self._connect()

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        return page_keys.ringing() if self.strip.is_ringing() else page_keys.usual()

    def key_groups(self) -> list[KeyGroup]:
        return page_keys.groups()

    def refresh(self, touched: frozenset[int] | None) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._show_calls(touched)
        self.log.refresh()
        self.record.refresh()
        if self.strip.picker.target is None or self.strip.picker.target[1] in (touched or ()):
            self.strip.ask()

    def arrive(self, want: object) -> None:
        if self._stale:
            self._stale = False
            self._show_calls()
            self.log.refresh()
            self.strip.ask()
        if isinstance(want, Mapping):
            self._wanted(want)
        elif want in LOGGED:
            self.strip.begin(None, str(want))
        elif not self.desk.panel():
            self.strip.begin_again()

    def leave(self) -> bool:
        self.company.grid.finish_typing()
        self._keep()
        if self.record.isVisible() and not self.record.commit():
            return False
        self.record.cover_again()
        return True

    def resume(self) -> bool:
        drafts = self._session.drafts
        if drafts.opened() == RECORD_DRAFT:
            return self._resume_record(drafts.read(RECORD_DRAFT))
        found = put_back(self.strip, drafts.read(DRAFT), frozenset(self._session.snapshot.children))
        self.keys_changed.emit()
        return found

    def _resume_record(self, words: dict[str, Any]) -> bool:
        """The record in which a field was being changed; a confidential one asks for its reason first."""
        self.open_record(int(words.get("record") or 0))
        return not self.record.form.isHidden() and self.record.unsaved.put_back(words)

    def search(self) -> None:
        self.desk.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.desk.search.selectAll()

    def new_record(self) -> None:
        self.strip.begin()

    def print_out(self) -> None:
        """The phone list of who is listed."""
        self.goes.emit("print", (self.waiting.grid.rows(), "phones"))

    def back(self) -> bool:
        if self.desk.panel() is not None:
            self._put_away()
            return True
        if self.strip.is_ringing():
            self.strip.stop()
            return True
        self._session.drafts.close(DRAFT)
        return False

    def help_text(self) -> str:
        return page_keys.help_text()

    def arranged(self) -> None:
        self._show_calls()

    # inside

    def _wanted(self, want: Mapping[str, Any]) -> None:
        child = want.get("child")
        if isinstance(want.get("record"), int):
            self.open_record(want["record"])
        elif child in self._session.snapshot.children and want.get("ring"):
            self._ring(int(child))
        else:
            known = child if child in self._session.snapshot.children else None
            self.strip.begin(known, str(want.get("kind") or ""))

    def _ring(self, child_id: int) -> None:
        self._put_away()
        self.ringing.ring(child_id)

    def _again(self, record_id: int) -> None:
        record = self._session.store.ledger.record(record_id)
        self._put_away()
        if record is not None:
            self.ringing.again(record)

    def open_record(self, record_id: int) -> None:
        """Show one record beside the log."""
        if self.record.show_record(record_id):
            self.desk.show_panel(self.record)
            self.record.begin()

    def _put_away(self) -> None:
        if self.strip.is_many and self.desk.panel() is self.company:
            self.strip.toggle_many()
        self.record.put_away()
        self.desk.show_panel(None)
        if self.log.isVisible():
            self.log.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_calls(self, touched: frozenset[int] | None = None) -> None:
        session = self._session
        found = self._calls.now(touched)
        self.waiting.show_list(found)
        follow, short = len(session.store.ledger.open_follow_ups()), self.desk.is_narrow()
        self.desk.head.set_words(*finding(found, follow, short=short))
        self.opened_strip.refresh()

    def _keep(self) -> None:
        self._session.drafts.keep(DRAFT, self._draft, "contacts")

    def _draft(self) -> dict[str, Any] | None:
        return words_of(self.strip) if isValid(self) else None

    def _logged(self, record_id: int) -> None:
        self.log.grid.scrollToTop()
        self.log.show_record(record_id)

    def _undone(self, undone: Undone) -> None:
        if self.isVisible() and undone.records:
            self.log.grid.flash(undone.records)

    def _delete_current(self) -> None:
        record = self.log.records.get(self.log.grid.current())
        if record is not None and record.kind in LOGGED:
            self.deeds.delete(record)

    def _number(self, key: str) -> None:
        self.log.only.choose(FOLLOW if key == "follow" else KIND)

    def _connect(self) -> None:
        desk, strip, session = self.desk, self.strip, self._session
        desk.search.searched.connect(self.log.search)
        desk.search.serve(self.log.grid)
        desk.views.goes.connect(self.goes)
        desk.head.clicked.connect(self._number)
        self.log.opened.connect(self.open_record)
        self.log.again.connect(self._again)
        self.waiting.rung.connect(self._ring)
        self.waiting.printed.connect(lambda children: self.goes.emit("print", (children, "phones")))
        self.waiting.typed.connect(desk.search.take)
        self.record.closed.connect(self._put_away)
        self.record.again.connect(self._again)
        self.record.goes.connect(self.goes)
        strip.logged.connect(self._logged)
        strip.typing.connect(self._keep)
        strip.company_wanted.connect(lambda: desk.show_panel(self.company))
        strip.company_left.connect(lambda: desk.show_panel(None))
        self.ringing.changed.connect(self.keys_changed)
        self.ringing.ended.connect(lambda: session.said.emit(self.tr("这些都打过了")))
        session.undone.connect(self._undone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        deeds: dict[int, Callable[[], object]] = {
            keys.Key_F4: self.strip.kind.editor.showPopup, keys.Key_F7: self.strip.toggle_many,
            keys.Key_F8: self.show_waiting, keys.Key_PageDown: self.ringing.skip,
        }  # fmt: skip
        if event.key() == keys.Key_Delete and self.log.grid.hasFocus():
            self._delete_current()
        elif event.key() == keys.Key_B and control and "batch" in registered():
            self.goes.emit("batch", None)
        elif event.key() in deeds and not event.modifiers():
            deeds[event.key()]()
        else:
            super().keyPressEvent(event)

    def show_waiting(self) -> None:
        """F8: the list of who waits, over the log where there is no room beside it."""
        self.desk.show_panel(self.waiting)
        self.waiting.grid.focus_first()
