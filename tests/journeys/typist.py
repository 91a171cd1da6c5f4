"""A person in a process of her own who types and never leaves; whoever started it pulls the plug (kill -9).

`python -m tests.journeys.typist FOLDER STORY`: opens the school with the window, types, prints "typed", types no more.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.__main__ import disk as real_disk
from db import keys
from db.vault import FileVault
from tests.journeys.clerk import CONTROL, Clerk
from ui import start
from ui.children.bulk_edit import BulkEdit

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Patience:
    """The waiting of pytest-qt, without a test around it."""

    def wait(self, ms: int) -> None:
        QTest.qWait(ms)

    def waitUntil(self, holds: Callable[[], bool], timeout: int = 5000) -> None:
        end = time.monotonic() + timeout / 1000
        while not holds():
            assert time.monotonic() < end, "waited in vain"
            QTest.qWait(10)


def new_child(clerk: Clerk) -> None:
    """Half of a new child: the name, and a phone she is still typing."""
    clerk.key(Qt.Key.Key_N, CONTROL | SHIFT)
    clerk.fill("姓名", "石宇航")
    clerk.fill("电话", "1381234")


def fact(clerk: Clerk) -> None:
    """A note in the dossier, in the middle of a sentence."""
    clerk.key(Qt.Key.Key_Return)
    clerk.window.page.dossier.facts.focus("note")  # type: ignore[attr-defined]
    clerk.write("奶奶说他夜里")


def relative(clerk: Clerk) -> None:
    """A relative just added: the name is saved, the phone is being typed."""
    clerk.key(Qt.Key.Key_Return)
    page = clerk.roster
    page.dossier.family.add.editor.setCurrentIndex(page.dossier.family.add.editor.findData("舅父"))
    page.dossier.family.add.commit()
    clerk.until(lambda: clerk.reads("去掉舅舅"))
    clerk.fill("舅舅的姓名", "龙大山")
    clerk.fill("舅舅的电话", "139004")


def reason(clerk: Clerk) -> None:
    """Why the office says otherwise, not yet sent off."""
    clerk.key(Qt.Key.Key_Return)
    clerk.click(clerk.roster.dossier.status.register.other)
    clerk.until(lambda: any(one.accessibleName() == "学籍口径另定的理由" for one in clerk.seen(QLineEdit)))
    clerk.fill("学籍口径另定的理由", "爸爸上周已经")


def survey(clerk: Clerk) -> None:
    """Three forms: one without red, one with a new number, and in the third a word of which five letters are typed."""
    clerk.picks("调查登记")
    QTest.qWait(100)  # the menu gives the cursor back
    clerk.key(Qt.Key.Key_F8)
    clerk.key(Qt.Key.Key_Tab)
    clerk.write("15000884172")
    clerk.key(Qt.Key.Key_F8)
    page = clerk.window.page
    page.grid.go_to(page.grid.current_child(), "母亲.place")  # type: ignore[attr-defined]
    clerk.write("guang")


def staff(clerk: Clerk) -> None:
    """A teacher's name, and half of the number."""
    clerk.press("设置")
    page = clerk.window.page
    page.arrive("staff")
    page.section("staff").staff.grid.edit_cell(-1, "name")  # type: ignore[attr-defined]
    clerk.write("李秀兰")
    clerk.key(Qt.Key.Key_Tab)
    clerk.write("139004")


def leave(clerk: Clerk) -> None:
    """The second teacher's leave: the day, and the first letter of why."""
    clerk.press("设置")
    page = clerk.window.page
    page.arrive("staff")
    page.section("staff").staff.grid.edit_cell(2, "name")  # type: ignore[attr-defined]
    clerk.press("石建军请假")
    clerk.until(lambda: clerk.reads("记下请假"))
    clerk.fill("从哪天起", "2026-11-20")
    clerk.fill("为什么", "胃")


def agreement(clerk: Clerk) -> None:
    """A notice in the dossier, in the middle of its note."""
    clerk.key(Qt.Key.Key_Return)
    panel = clerk.roster.dossier.agreements
    panel.add.click()
    assert panel.form is not None
    panel.form.kind.editor.setCurrentIndex(panel.form.kind.editor.findText("告知书"))
    panel.form.note.setFocus()
    clerk.write("奶奶不会写字，按了")


def many(clerk: Clerk) -> None:
    """An agreed call time for everybody on the list, one child left out, the last letters missing."""
    clerk.roster.list.grid.setFocus()
    clerk.key(Qt.Key.Key_A, CONTROL)
    clerk.key(Qt.Key.Key_F2)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BulkEdit)
    clerk.until(dialog.isActiveWindow)
    dialog.what.editor.setCurrentIndex(dialog.what.editor.findData("call_time"))
    line = dialog.value.stops()[0].findChild(QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "7:3")
    clerk.until(lambda: bool(dialog.grid.rows()))
    dialog.grid.opened.emit(dialog.grid.rows()[0])


def batch(clerk: Clerk) -> None:
    """A class's calls: one answered, one not, and of what was said in the third five letters."""
    clerk.window.go("batch")
    clerk.until(lambda: clerk.window.page.grid.hasFocus())  # type: ignore[attr-defined]
    clerk.key(Qt.Key.Key_V)
    clerk.key(Qt.Key.Key_Return)
    page = clerk.window.page
    page.grid.edit_cell(page.grid.here()[0], "note")  # type: ignore[attr-defined]
    clerk.write("guonian")


STORIES = {
    story.__name__: story
    for story in (new_child, fact, relative, reason, survey, staff, leave, agreement, many, batch)
}


def main(folder: Path, story: str) -> None:
    """Type, say so, and stay at the desk until the power goes."""
    app = start.application(["typist"])
    disk = replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))
    clerk = Clerk(Patience(), disk, pytest.MonkeyPatch())  # type: ignore[arg-type]
    clerk.starts(folder)
    clerk.logs_in()
    STORIES[story](clerk)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
