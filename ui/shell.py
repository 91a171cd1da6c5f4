"""The outermost window: shows set-up, login, restore or the open school, and carries lock, unlock and leaving."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ports import Disk
from app.store import Store, StoreError
from ui import late, resuming, words
from ui.front import Front
from ui.leaving import Leaving
from ui.lock import ClipboardWatch, Closing, IdleWatch, put_down, take_up
from ui.login import Login
from ui.page import PageSpec
from ui.raising import RaiseWatch
from ui.work import Work

if TYPE_CHECKING:
    from ui.session import Session
    from ui.window import Window

WAITS_MS = 300
"""Until the look is tried again while a job runs."""

log = logging.getLogger(__name__)


class Shell(Front):
    """`load_pages` is called after the first login, for the pages bring the slow libraries."""

    def __init__(
        self, disk: Disk, folder: PurePath, load_pages: Callable[[], Sequence[PageSpec]],
        *, now: Callable[[], datetime] = datetime.now, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(disk, folder, now, parent)
        self._load_pages = load_pages
        self.window_: Window | None = None
        self.session: Session | None = None
        self.closing = Closing(self._store, self)
        self.idle = IdleWatch(parent=self)
        self.idle.idle.connect(self.lock)
        self._raise = RaiseWatch(disk, self)
        self._clipboard = ClipboardWatch(self)
        self._in_hand: list[QWidget] = []
        self._leaving = self._worn = False

    def _store(self) -> Store:
        assert self.session is not None
        return self.session.store

    # the open school

    def enter(self, store: Store) -> None:
        """The file is open: read it and show the window, or go back to it after a lock."""
        if self.session is not None and self.window_ is not None:
            self._unlock(store)
            return
        self.session = late.load("ui.session").Session(self.disk, store, self.now().date(), self)
        window = self._build(self.session)
        self.only(window)
        resuming.resume(window)
        self.setWindowTitle(f"牵手 — {self.session.snapshot.school.name}")
        self._raise.watch(self.vault.folder)
        self._arm()

    def _build(self, session: "Session", first: tuple[str, object, str] | None = None) -> "Window":
        session.folder, session.look = self.vault.folder, self.look
        window: Window = late.load("ui.window").Window(session, self.work, self._load_pages(), self.sizes, first, self)
        window.locks.connect(self.lock)
        window.sample_ends.connect(self.end_sample)
        self.window_ = window
        return window

    def relook(self) -> None:
        """Wear the look that was chosen: the open window is built anew, on the same page and the same place in it."""
        if self.window_ is None:
            super().relook()
            return
        self._worn = True
        # Not now: what asked for it lies in the window that goes.
        QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        """Sizes are reckoned where a widget is made, so another text size needs other widgets. Waits for a running
        job, an open dialog, the lock, and a field that is refused."""
        window, old = self.window_, self.session
        if not self._worn or window is None or old is None or self.currentWidget() is not window:
            return
        if self.work.busy or QApplication.activeModalWidget() or QApplication.activePopupWidget():
            QTimer.singleShot(WAITS_MS, self._rebuild)
            return
        found = put_down(window)
        name = found[0].accessibleName() if found else ""
        if not window.page.leave() or not old.drafts.flush():
            return
        self._worn = False
        place = window.key, window.page.here(), name
        for gone in (window, old, self.work):
            gone.deleteLater()
            QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
        self.wear()
        self.work = Work(self._store, self)
        self.session = late.load("ui.session").Session(self.disk, old.store, old.today, self, old.snapshot)
        fresh = self._build(self.session, place)
        self.only(fresh)
        (fresh.focusWidget() or fresh).setFocus()

    def _arm(self) -> None:
        if self.session is not None and not self.session.snapshot.school.is_sample:
            self.idle.arm(float(self.session.store.setting("lock_minutes", "5")))

    def lock(self) -> None:
        """Save the field in work, show the login, then close the file; what is refused stays in its field."""
        window, session = self.window_, self.session
        if window is None or session is None or self.currentWidget() is not window or self.work.busy:
            return
        if session.snapshot.school.is_sample:
            window.foot.say(self.tr("示例学校没有密码，不用锁"))
            return
        self.idle.disarm()
        self._in_hand = put_down(window)
        try:
            resuming.put_away(window)
        except StoreError as error:
            log.warning("not kept before the lock: %s", type(error).__name__)
        self._clipboard.clear()
        login = Login(self.vault, self.now)
        login.opened.connect(self.enter)
        self.addWidget(login)
        self.setCurrentWidget(login)
        login.start(session.store.user, locked=True)
        self.closing.put_away(session.store)

    def _unlock(self, store: Store) -> None:
        window, session = self.window_, self.session
        assert window is not None and session is not None
        login = self.currentWidget()
        session.store = store
        session.today = self.now().date()
        session.reread()
        self.setCurrentWidget(window)
        if login is not None:
            self.drop(login)
        window.unlocked()
        self._rebuild()
        take_up(self._in_hand)
        if self.closing.error is not None:
            window.errors.tell(words.sentence(self.closing.error))
        self._arm()

    def end_sample(self) -> None:
        """Throw the sample school away and start a real one."""
        if self.session is None or self.work.busy:
            return
        self._forget()
        try:
            self.vault.throw_away_sample()
        except StoreError as error:
            log.warning("sample not thrown away: %s", type(error).__name__)
        self.vault = self.disk.vault(self.folder)
        self.show_first()

    def _forget(self) -> None:
        session, self.session, self.window_ = self.session, None, None
        self.idle.disarm()
        self._raise.stop()
        if session is not None:
            session.store.close()

    # leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """A backup first; the window closes when it is written, or when the person says so."""
        window = self.window_
        open_now = window is not None and self.currentWidget() is window
        if self._leaving or window is None or not open_now or self._store().school().is_sample:
            self.work.cancel()
            self.work.wait()
            self.closing.wait()
            self._forget()
            event.accept()
            return
        event.ignore()
        if self.work.busy:
            window.errors.tell(self.tr("还有事没做完，等它做完或者先停下它，再关窗口。"))
            return
        resuming.put_away(window)
        self._back_up_and_leave(window)

    def _back_up_and_leave(self, window: "Window") -> None:
        leaving = Leaving()
        leaving.goes.connect(self._leave)
        leaving.stays.connect(lambda: self._stay(leaving, window))
        self.addWidget(leaving)
        self.setCurrentWidget(leaving)
        self.work.run(
            lambda store, _progress: store.backup("exit"), lambda _made: self._leave(), leaving.tell, can_cancel=False
        )

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def _stay(self, leaving: QWidget, window: "Window") -> None:
        self.setCurrentWidget(window)
        self.drop(leaving)
