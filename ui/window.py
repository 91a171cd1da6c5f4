"""The window after login: rail, pages, foot, quiet line. It knows pages by their key and no noun of the school."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import resuming, words
from ui.actions import WindowActions
from ui.backup_words import backup_line
from ui.finder import Finder
from ui.foot import KeyFoot
from ui.go_to import GoTo
from ui.help import HelpSheet
from ui.page import Page, PageSpec
from ui.rail import Rail
from ui.sample_band import SampleBand
from ui.session import Session
from ui.strip import ErrorStrip, WorkStrip
from ui.undo import UndoActions
from ui.work import Work

NARROW = 1100
"""Below this logical width the rail shows icons only (look.md §4)."""


class Window(QWidget):
    """The frame of look/: pages register with a key, a title, an icon and a factory."""

    locks = Signal()
    sample_ends = Signal()
    title_changed = Signal(str)

    def __init__(self, session: Session, work: Work, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._trail: list[str] = []
        self.rail = Rail([spec for spec in specs if spec.on_rail], self)
        self.stack = QStackedWidget(self)
        self.foot = KeyFoot(self)
        self.band = SampleBand(self)
        self.strip = WorkStrip(work, self)
        self.errors = ErrorStrip(self)
        self.undo = UndoActions(session, self)
        self.keys = WindowActions(self, lambda: self.page)
        self.go_to = GoTo(Finder(session, specs, self.keys.places), self)
        self.help: HelpSheet | None = None
        self._had_focus: QWidget | None = None
        self._lay_out()
        self._connect()
        self._add_keys()
        self.show_school()
        self.go(specs[0].key)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for widget in (self.band, self.stack, self.errors, self.strip, self.foot):
            middle.addWidget(widget, 1 if widget is self.stack else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.settings_wanted.connect(lambda section: self.go("settings", section or None))
        self.rail.locks.connect(self.lock)
        self.rail.finds.connect(self.ask_where)
        self.go_to.goes.connect(self.go)
        self.go_to.does.connect(self.keys.do)
        self.band.ends.connect(self.sample_ends)
        self.session.changed.connect(self._changed)
        self.session.said.connect(self.foot.say)
        self.session.failed.connect(self.errors.tell)
        self.session.drafts.failed.connect(lambda error: self.errors.tell(resuming.not_kept(error)))
        self.work.started.connect(self._work_started)
        self.work.ended.connect(self._work_ended)
        self.work.failed.connect(lambda error: self.errors.tell(words.sentence(error)))
        self.work.cancelled.connect(self._cancelled)

    def _add_keys(self) -> None:
        self.foot.offer(self.undo.undo)
        for number, key in enumerate(self.rail.tabs, 1):
            title = self.specs[key].title
            self.keys.add(title, f"Ctrl+{number}", partial(self.go, key))
        self.keys.offer(self.undo.undo, "undo-2")
        self.keys.offer(self.undo.redo, "redo-2")
        self.keys.add(self.tr("去哪里：页面、孩子、操作"), "Ctrl+K", self.ask_where)
        self.keys.add(self.tr("锁定"), "Ctrl+L", self.lock, "lock")
        self.keys.add(self.tr("帮助和按键"), "F1", self.show_help, "circle-help")
        self.keys.add(self.tr("返回"), "Esc", self.back)

    # pages

    @property
    def page(self) -> Page:
        """The page on screen."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, Page)
        return shown

    @property
    def key(self) -> str:
        """Key of the page on screen."""
        return self._trail[-1]

    def go(self, key: str, want: object = None) -> None:
        """Show the page of that key; the page before is asked to save first."""
        if self.work.busy or (self._trail and not self.page.leave()):
            return
        self.session.drafts.flush()
        if not self._trail or self._trail[-1] != key:
            self._trail = [*self._trail[-8:], key]
        self._show(key, want)

    def back(self) -> None:
        """Esc: inside the page first, then to the page before."""
        if self.help is not None and self.help.isVisible():
            self.help.hide()
            self.page.setFocus()
            return
        if self.work.busy or self.page.back():
            return
        if len(self._trail) > 1 and self.page.leave():
            self.session.drafts.flush()
            self._trail.pop()
            self._show(self._trail[-1], None)

    def _show(self, key: str, want: object) -> None:
        page = self._pages.get(key) or self._build(key)
        self.stack.setCurrentWidget(page)
        self.rail.mark(self.specs[key].under or key)
        self.keys.follow(page)
        page.arrive(want)
        self._show_keys()

    def _build(self, key: str) -> Page:
        page = self.specs[key].factory(self.session, self.work)
        page.goes.connect(self.go)
        page.leaves.connect(self.back)
        page.keys_changed.connect(self._show_keys)
        self._pages[key] = page
        self.stack.addWidget(page)
        return page

    def _show_keys(self) -> None:
        self.foot.show_keys([*self.page.keys(), ("Ctrl+K", self.tr("去哪里")), ("F1", self.tr("帮助"))])
        self.keys.follow(self.page)

    def _changed(self, touched: frozenset[int] | None) -> None:
        self.errors.clear()
        for page in self._pages.values():
            page.refresh(touched)
        self.show_school()

    def show_school(self) -> None:
        """Everything the frame itself says of the file: school, user, last backup, whether it is the sample."""
        school = self.session.snapshot.school
        backups = [] if self.work.busy else self.session.store.backups()
        self.rail.show_school(school.name, self.session.store.user)
        self.rail.show_backup(backup_line(backups[0] if backups else None, datetime.now()))
        self.band.setVisible(school.is_sample)
        self.title_changed.emit(school.name)

    def ask_where(self) -> None:
        """Ctrl+K: ask where to go, unless a job is running."""
        if not self.work.busy:
            self.go_to.open_box()

    def show_help(self) -> None:
        """F1: the paragraph about this page and every key that works now; again or Esc puts it away."""
        if self.help is None:
            self.help = HelpSheet(self)
            self.help.closed.connect(self.back)
        if self.help.isVisible():
            self.back()
            return
        self.help.tell(self.specs[self.key].title, self.page.help_text(), self.page.keys(), self.keys.key_map())
        self.help.cover(self.rect())

    # work and lock

    def _work_started(self, label: str, can_cancel: bool) -> None:
        self._had_focus = self.focusWidget()
        self.stack.setEnabled(False)

    def _work_ended(self) -> None:
        self.stack.setEnabled(True)
        self.show_school()
        if self._had_focus is not None:
            self._had_focus.setFocus()

    def _cancelled(self, label: str) -> None:
        self.foot.say(self.tr("停下了：{what}，什么都没改").format(what=label))

    def lock(self) -> None:
        """Ask to be locked, unless a job is running."""
        if not self.work.busy:
            self.locks.emit()

    def unlocked(self) -> None:
        """The store is open again: read everything afresh."""
        self.undo.name_them()
        self._changed(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(event.size().width() < NARROW)
        if self.go_to.isVisible():
            self.go_to.place()
