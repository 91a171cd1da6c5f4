"""The clerk of the journeys: she sees only what is on screen, clicks, types, composes Chinese, and chooses files."""

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QWidget
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from app.ports import Disk
from ui import start
from ui.children.roster_page import RosterPage
from ui.pieces.button import Button
from ui.pieces.numbers import Sentence
from ui.shell import Shell
from ui.window import Window

PASSWORD = "kazu7mote-blau"
NAME = "陈晓梅"
SCHOOL = "青石坪中心小学"
NOW = datetime(2026, 11, 24, 8, 12)
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier

W = TypeVar("W", bound=QWidget)


class Clerk:
    """Starts the program on a folder and works in it. QIANSHOU_PICTURES=DIR keeps a picture of every `look`."""

    def __init__(self, qtbot: QtBot, disk: Disk, patch: MonkeyPatch) -> None:
        self._qtbot, self._disk, self._patch = qtbot, disk, patch
        self.shells: list[Shell] = []
        self.now = NOW
        """The clock on the wall."""
        self.size = tuple(int(part) for part in os.environ.get("QIANSHOU_SIZE", "1366x697").split("x"))

    # the program

    def starts(self, folder: Path) -> None:
        """Start the program on this data folder."""
        shell = Shell(self._disk, folder, start.load_pages, now=lambda: self.now)
        self.shells.append(shell)
        shell.resize(*self.size)
        shell.start()
        shell.show()
        shell.activateWindow()
        self._qtbot.waitUntil(shell.isActiveWindow)

    @property
    def shell(self) -> Shell:
        """The program as started last."""
        return self.shells[-1]

    @property
    def window(self) -> Window:
        """The open school."""
        shown = self.shell.currentWidget()
        assert isinstance(shown, Window), self.texts()
        return shown

    @property
    def roster(self) -> RosterPage:
        """The page 儿童名册, on screen."""
        page = self.window.page
        assert isinstance(page, RosterPage)
        return page

    def leaves(self) -> None:
        """Close the window; the program backs up and ends."""
        self.shell.close()
        self._qtbot.waitUntil(lambda: not self.shell.isVisible(), timeout=20_000)

    # eyes

    def seen(self, kind: type[W]) -> list[W]:
        """The widgets of a kind that can be seen now: of the window in front, dialogs included."""
        front = QApplication.activeModalWidget() or self.shell
        return [widget for widget in front.findChildren(kind) if not widget.visibleRegion().isEmpty()]

    def texts(self) -> list[str]:
        """Every sentence on screen, the quiet line too."""
        said = [label.text() for label in self.seen(QLabel)]
        said += [sentence.words() for sentence in self.seen(Sentence)]
        said += [field.text() for field in self.seen(QLineEdit)]
        said += [button.accessibleName() or button.text() for button in self.seen(QAbstractButton)]
        shown = self.shell.currentWidget()
        return [*said, shown.foot.said()] if isinstance(shown, Window) else said

    def reads(self, *words: str) -> bool:
        """Whether these words stand together in one sentence on screen."""
        return any(all(word in text for word in words) for text in self.texts())

    def waits(self, *words: str) -> None:
        """Look at the screen until these words stand there."""
        self.ready()
        self._qtbot.waitUntil(lambda: self.reads(*words), timeout=5_000)

    def ready(self) -> None:
        """Wait for work in the background."""
        self._qtbot.waitUntil(lambda: not self.shell.work.busy, timeout=20_000)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(holds, timeout=10_000)

    def look(self, name: str) -> None:
        """Keep a picture of the screen, if somebody wants pictures."""
        folder = os.environ.get("QIANSHOU_PICTURES")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._qtbot.wait(120)
            (QApplication.activeModalWidget() or self.shell).grab().save(str(Path(folder) / f"{name}.png"))

    def button(self, words: str) -> QAbstractButton:
        """The one button on screen that says this."""
        found = [button for button in self.seen(QAbstractButton) if words in names(button)]
        assert len(found) == 1, f"{words}: {len(found)} of {[names(b) for b in self.seen(QAbstractButton)]}"
        return found[0]

    # hands

    def press(self, words: str) -> None:
        """Click the button that says this."""
        self.click(self.button(words))

    def picks(self, words: str) -> None:
        """Choose a line of the menu behind the three dots."""
        self.press("更多")
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text().partition("\t")[0] == words)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget that can be seen and used."""
        assert widget.isEnabled(), f"{widget.accessibleName()} is off"
        self._qtbot.waitUntil(lambda: not widget.visibleRegion().isEmpty(), timeout=3_000)
        where = at or widget.visibleRegion().boundingRect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, where)

    def field(self, spoken: str) -> QLineEdit:
        """The field on screen with that label."""
        found = [field for field in self.seen(QLineEdit) if field.accessibleName() == spoken]
        assert len(found) == 1, f"{spoken}: {[field.accessibleName() for field in self.seen(QLineEdit)]}"
        return found[0]

    def fill(self, spoken: str, text: str) -> None:
        """Click into a field, select what stands there, write."""
        field = self.field(spoken)
        self.click(field)
        field.selectAll()
        self.write(text)

    def write(self, text: str) -> None:
        """Type where the cursor is; what no key gives comes composed from the input method."""
        if text.isascii():
            for letter in text:
                QTest.keyClicks(focused(), letter)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(focused(), composed)

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is; a dialog that was closed gives the window back, as a desktop does."""
        if QApplication.activeWindow() is None:
            self.shell.activateWindow()
            self._qtbot.waitUntil(self.shell.isActiveWindow)
        QTest.keyClick(focused(), key, with_)

    def control(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.key(key, CONTROL)

    def will_open(self, path: Path) -> None:
        """Answer the next file dialogs that ask what to open."""
        self._patch.setattr(QFileDialog, "getOpenFileName", _answer(path))

    def will_save(self, path: Path) -> None:
        """Answer the next file dialogs that ask where to save."""
        self._patch.setattr(QFileDialog, "getSaveFileName", _answer(path))

    # whole moves that several stories need

    def sets_up(self) -> str:
        """From the first page to the recovery code; returns the code."""
        self.press("建我们的学校")
        self.fill("学校名称", SCHOOL)
        self.press("下一步")
        self.fill("姓名", NAME)
        self.fill("密码", PASSWORD)
        self.fill("密码再输一遍", PASSWORD)
        self.press("下一步")
        self.press("下一步")
        return code_on(widget.accessibleName() for widget in self.seen(QWidget))

    def opens_new_school(self) -> str:
        """Set up and type the code back; returns the code."""
        code = self.sets_up()
        self.fill("恢复码", code.replace("-", "").lower())
        self.press("打开名册")
        return code

    def imports(self, path: Path) -> None:
        """Choose a table, look at the columns and the rows, import it, go back to the roster."""
        self.will_open(path)
        self.control(Qt.Key.Key_I)
        self.waits("选一个表格")
        self.press("选表格")
        self.waits("看看每一列对不对")
        self.press("看一遍")
        self.ready()
        self.control(Qt.Key.Key_Return)
        self.waits("导入好了")
        self.press("回到名册")

    def logs_in(self, password: str = PASSWORD) -> None:
        """Type the password and press Enter; from the page of the day, which opens first, go on to the roster."""
        self.fill("密码", password)
        self.key(Qt.Key.Key_Return)
        self.leaves_today()

    def leaves_today(self) -> None:
        """From the page of the day to the roster, if that is what was opened."""
        shown = self.shell.currentWidget()
        if isinstance(shown, Window) and shown.key == "today":
            self.click(shown.rail.tabs["roster"])


def names(button: QAbstractButton) -> tuple[str, ...]:
    """What a button says on screen and to a screen reader."""
    shown = button.label() if isinstance(button, Button) else button.text()
    return (shown, button.accessibleName())


def focused() -> QWidget:
    """Where the cursor is."""
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    return where


def code_on(words: Iterable[str]) -> str:
    """The recovery code among what is read out."""
    return next(text for text in words if len(text) == 39 and text.count("-") == 7)


def _answer(path: Path) -> Callable[..., tuple[str, str]]:
    return staticmethod(lambda *_where, **_how: (str(path), ""))
