"""The outermost window: shows set-up, login, restore or the open school, and carries lock, unlock and leaving."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.ports import Disk
from app.store import Store, StoreError
from app.vault import Vault
from ui import late, resuming, words
from ui.leaving import Leaving
from ui.lock import ClipboardWatch, Closing, IdleWatch, put_down, take_up
from ui.login import Login
from ui.one_page import OnePage
from ui.page import PageSpec
from ui.raising import RaiseWatch
from ui.style import apply as apply_style
from ui.work import Work

if TYPE_CHECKING:
    from ui.restore import Restore
    from ui.session import Session
    from ui.setup.first import FirstStart
    from ui.window import Window

log = logging.getLogger(__name__)


class Shell(OnePage):
    """`load_pages` is called after the first login, for the pages bring the slow libraries."""

    def __init__(
        self, disk: Disk, folder: PurePath, load_pages: Callable[[], Sequence[PageSpec]],
        *, now: Callable[[], datetime] = datetime.now, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.disk, self.folder, self._load_pages, self.now = disk, folder, load_pages, now
        self.vault: Vault = disk.vault(folder)
        self.window_: Window | None = None
        self.session: Session | None = None
        self.work = Work(self._store, self)
        self.closing = Closing(self._store, self)
        self.idle = IdleWatch(parent=self)
        self.idle.idle.connect(self.lock)
        self._raise = RaiseWatch(disk, self)
        self._clipboard = ClipboardWatch(self)
        self._in_hand: list[QWidget] = []
        self._leaving = False
        self.setWindowTitle("牵手")

    def _store(self) -> Store:
        assert self.session is not None
        return self.session.store

    def start(self) -> None:
        """Show what fits: the open sample, the login, or the first start."""
        sample = self.sample_vault()
        if self.vault.exists():
            self.show_login()
        elif sample.exists():
            self.open_sample(sample)
        else:
            self.show_first()

    def sample_vault(self) -> Vault:
        """The sample school lies beside the real data, in a folder of its own."""
        return self.disk.vault(self.folder / "sample")

    # before the school is open

    def show_login(self) -> None:
        """Ask for the password."""
        login = Login(self.vault, self.now)
        login.opened.connect(self.enter)
        login.restore.connect(self.show_restore)
        self.only(login)
        login.start()

    def show_first(self) -> None:
        """Nothing lies here yet: the ways to start."""
        first: FirstStart = late.load("ui.setup.first").FirstStart(self.disk, self.vault, self.now)
        first.made.connect(self.enter)
        first.sample.connect(lambda: self.open_sample(self.sample_vault()))
        first.restore.connect(self.show_restore)
        self.only(first)
        first.start()

    def show_restore(self) -> None:
        """Put a backup in place."""
        restore: Restore = late.load("ui.restore").Restore(self.vault, self.work, self.now)
        restore.restored.connect(self.start)
        restore.left.connect(self.start)
        self.only(restore)
        restore.start()

    def open_sample(self, vault: Vault) -> None:
        """Open the sample school without asking anything; build it the first time."""
        self.vault = vault
        app().setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            store: Store = late.load("ui.setup.sample").open_sample(vault, self.now().date())
        except StoreError as error:
            self.vault = self.disk.vault(self.folder)
            self.show_first()
            QMessageBox.warning(self, "牵手", words.sentence(error))
            return
        finally:
            app().restoreOverrideCursor()
        self.enter(store)

    # the open school

    def enter(self, store: Store) -> None:
        """The file is open: read it and show the window, or go back to it after a lock."""
        if self.session is not None and self.window_ is not None:
            self._unlock(store)
            return
        self.session = late.load("ui.session").Session(self.disk, store, self.now().date(), self)
        self.session.folder = self.vault.folder
        apply_style(app(), theme=store.setting("theme", "light"))
        window: Window = late.load("ui.window").Window(self.session, self.work, self._load_pages())
        window.locks.connect(self.lock)
        window.sample_ends.connect(self.end_sample)
        self.window_ = window
        self.only(window)
        resuming.resume(window)
        self.setWindowTitle(f"牵手 — {self.session.snapshot.school.name}")
        self._raise.watch(self.vault.folder)
        self._arm()

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


def app() -> QApplication:
    """The running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
