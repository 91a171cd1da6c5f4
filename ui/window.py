"""The window after login: its pages and the way between them. It knows pages by their key and no noun of the school."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import resuming
from ui.actions import WindowActions
from ui.dropping import FileDrops
from ui.finder import Finder
from ui.frame import Frame, PageArea
from ui.go_to import GoTo
from ui.help import HelpSheet
from ui.page import RECORDS, KeyGroup, Page, PageSpec
from ui.session import Session
from ui.undo import UndoActions
from ui.unseen import Unseen
from ui.work import Work


class Window(Frame):
    """Pages register with a key, a title, an icon and a factory."""

    locks = Signal()
    sample_ends = Signal()

    def __init__(
        self, session: Session, work: Work, specs: Sequence[PageSpec], sizes: Sequence[QAction] = (),
        first: tuple[str, object, str] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`sizes`: the actions for larger and smaller text, which belong to the window around this one. `first`: page,
        what it showed and the name of what had the cursor, in the window that this one takes the place of."""
        super().__init__(session, work, specs, parent)
        self.specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, PageArea] = {}
        self._unseen = Unseen()
        self._trail = [_opening(session, specs)]
        self.undo = UndoActions(session, self)
        self.keys = WindowActions(self, lambda: self.page)
        self.keys.borrow(sizes, "eye")
        self.keys.always = frozenset({"new_record"}) if RECORDS in self.specs else frozenset()
        self.drops = FileDrops(self)
        self.go_to = GoTo(Finder(session, specs, self.keys.places), self)
        self.help: HelpSheet | None = None
        self._connect()
        self._add_keys()
        self.show_school()
        self._show_waiting()
        if first is None:
            self._show(self.key, None)
        else:
            self._come_back(*first)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.settings_wanted.connect(lambda section: self.go("settings", section or None))
        self.rail.locks.connect(self.lock)
        self.rail.finds.connect(self.ask_where)
        self.go_to.goes.connect(self.go)
        self.go_to.does.connect(self.keys.do)
        self.band.ends.connect(self.sample_ends)
        self.session.changed.connect(self._changed)
        self.session.drafts.failed.connect(self._draft_not_kept)
        self.drops.dropped.connect(self._dropped)
        self.drops.over.connect(self._held_over)

    def _add_keys(self) -> None:
        self.foot.offer(self.undo.undo)
        for number, key in enumerate(self.rail.tabs, 1):
            title = self.specs[key].title
            self.keys.add(title, f"Ctrl+{number}", partial(self.go, key))
        self.keys.offer(self.undo.undo, "undo-2")
        self.keys.offer(self.undo.redo, "redo-2")
        self.keys.add(self.tr("去哪里"), "Ctrl+K", self.ask_where)
        self.keys.add(self.tr("锁定"), "Ctrl+L", self.lock, "lock")
        self.keys.add(self.tr("帮助和按键"), "F1", self.show_help, "circle-help")
        self.keys.add(self.tr("返回"), "Esc", self.back)

    # pages

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

    def _come_back(self, key: str, want: object, focus: str) -> None:
        if key != self._trail[0]:
            self._trail.append(key)
        self._show(key, want)
        if self.session.drafts.page() == key:
            self.page.resume()
        for widget in self.page.findChildren(QWidget):
            if focus and widget.accessibleName() == focus and widget.focusPolicy() and widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show(self, key: str, want: object) -> None:
        page = self._pages.get(key) or self._build(key)
        self.stack.setCurrentWidget(self._areas[key])
        self.rail.mark(_tab(self.specs, self._trail, key))
        self.keys.follow(page)
        self._unseen.catch_up(key, page)
        page.arrive(want)
        self._show_keys()

    def _build(self, key: str) -> Page:
        page = self.specs[key].factory(self.session, self.work)
        page.all_keys = self.all_keys
        page.goes.connect(self.go)
        page.leaves.connect(self.back)
        page.keys_changed.connect(self._show_keys)
        self._pages[key], self._areas[key] = page, PageArea(page)
        self._areas[key].laid.connect(self.foot.place)
        self.stack.addWidget(self._areas[key])
        return page

    def _show_keys(self) -> None:
        self.foot.show_keys([*self.page.keys(), ("Ctrl+K", self.tr("去哪里")), ("F1", self.tr("帮助"))])
        self.keys.follow(self.page)

    def _changed(self, touched: frozenset[int] | None) -> None:
        self.errors.clear()
        self._unseen.note(self._pages, self.key, touched)
        self.show_school()
        self._show_waiting()

    def _show_waiting(self) -> None:
        for key in self.rail.tabs:
            self.rail.show_waiting(key, *self.specs[key].badge(self.session))

    def ask_where(self) -> None:
        """Ctrl+K: ask where to go, unless a job is running."""
        if not self.work.busy:
            self.go_to.open_box()

    def show_help(self) -> None:
        """F1: the paragraph about this page and every key that works now; again or Esc puts it away."""
        if self.help is None:
            self.help = HelpSheet(self)
            self.help.closed.connect(self.back)
            self.help.all_wanted.connect(lambda: self.go("keys"))
            self.help.guide_wanted.connect(lambda topic: self.go("guide", topic))
        if self.help.isVisible():
            self.back()
            return
        self.help.tell(
            self.specs[self.key].title, self.page.help_text(), self.page.topic() or self.key, self.page.keys(),
            self.keys.key_map(self.page.can),
        )
        self.help.cover(self.rect())

    def all_keys(self) -> list[KeyGroup]:
        """Every key of the program: those of the window, then page by page, for which all pages are built."""
        for key in self.specs:
            self._pages.get(key) or self._build(key)
        everywhere = self.keys.key_map(frozenset().union(*(page.can for page in self._pages.values())))
        known = {key for key, _words in everywhere}
        groups = [KeyGroup(self.tr("到处都能用"), tuple(everywhere))]
        for key, spec in self.specs.items():
            for group in self._pages[key].key_groups():
                own = tuple(each for each in group.keys if each[0] not in known)
                groups += [KeyGroup(group.title or spec.title, own)] if own else []
        return groups

    # work and lock

    def _draft_not_kept(self, error: Exception) -> None:
        self.errors.tell(resuming.not_kept(error))

    def _held_over(self, name: str) -> None:
        self.foot.say(self.tr("放开，就读“{0}”").format(name))

    def _dropped(self, paths: list[str]) -> None:
        self.foot.say("")
        if self.work.busy:
            self.errors.tell(self.tr("现在有别的事在做，等它做完再拖一次。"))
            return
        for spec in self.specs.values():
            if spec.takes(self.session, paths):
                self.go(spec.key, paths)
                return
        self.errors.tell(self.tr("这样的文件用不上：{0}").format(PurePath(paths[0]).name))

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
        if self.go_to.isVisible():
            self.go_to.place()


def _opening(session: Session, specs: Sequence[PageSpec]) -> str:
    """Key of the page that the window opens with."""
    return next((spec.key for spec in specs if spec.on_rail and spec.opens(session)), specs[0].key)


def _tab(specs: Mapping[str, PageSpec], trail: Sequence[str], key: str) -> str:
    """Key of the tab that is marked while that page is shown."""
    before = specs[trail[-2]] if specs[key].follows and len(trail) > 1 else specs[key]
    tab = before.under or before.key
    return tab if before.under or before.on_rail else specs[key].under
