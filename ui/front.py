"""What stands before the open school: first start, login, restoring a backup, the sample; and how all of it looks."""

from collections.abc import Callable
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.ports import Disk
from app.store import Store, StoreError
from app.vault import Vault
from ui import late, tokens, words
from ui.login import Login
from ui.look import Look
from ui.one_page import OnePage
from ui.style import apply as apply_style
from ui.work import Work

if TYPE_CHECKING:
    from ui.restore import Restore
    from ui.setup.first import FirstStart


class Front(OnePage):
    """The window as long as no school is open in it; `enter` is what follows."""

    def __init__(
        self, disk: Disk, folder: PurePath, now: Callable[[], datetime] = datetime.now, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.disk, self.folder, self.now = disk, folder, now
        self.vault: Vault = disk.vault(folder)
        self.work = Work(self._store, self)
        self.look = Look(disk, folder, self)
        self.look.changed.connect(self.relook)
        self.sizes = [self._size_key(*each) for each in (
            ("Ctrl+=", self.tr("字大一点"), 1), ("Ctrl+-", self.tr("字小一点"), -1),
            ("Ctrl+0", self.tr("字恢复原来大小"), 0),
        )]  # fmt: skip
        self.setWindowTitle("牵手")
        if (tokens.theme(), tokens.scale()) != (self.look.shown_theme(), self.look.scale()):
            self.wear()

    def _store(self) -> Store:
        raise NotImplementedError

    def enter(self, store: Store) -> None:
        """The file is open: show the school."""
        raise NotImplementedError

    def _size_key(self, key: str, words_: str, by: int) -> QAction:
        action = QAction(words_, self)
        also = [QKeySequence("Ctrl++")] if by > 0 else []
        action.setShortcuts([QKeySequence(key), *also])
        action.triggered.connect(lambda _on=False: self.look.step(by))
        self.addAction(action)
        return action

    def relook(self) -> None:
        """The look was chosen anew. A page before the open school keeps what was typed into it."""
        self.wear()

    def wear(self) -> None:
        """Put the look on everything that is open."""
        apply_style(app(), theme=self.look.shown_theme(), scale=self.look.scale())

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


def app() -> QApplication:
    """The running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
