"""Half typed and cut off: by kill -9, by the idle lock, by a full disk. It is there again, in the same field."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys import typist
from tests.journeys.clerk import Clerk, focused
from ui.children.bulk_edit import BulkEdit
from ui.imports.import_page import ImportPage
from ui.login import Login

SAMPLES = Path(__file__).parent.parent / "samples"
ROOT = Path(__file__).parents[2]
LINE = "还有没填完的一条，接着填"


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Path:
    """A school with one class teacher's file imported, closed again."""
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "family.csv")
    clerk.leaves()
    return folder


def power_cut(folder: Path, story: str) -> None:
    """Let the typist work in a process of her own and kill it two seconds after her last key."""
    command = [sys.executable, "-m", "tests.journeys.typist", str(folder), story]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    said = process.stdout.readline()
    time.sleep(2)
    os.kill(process.pid, signal.SIGKILL)
    _, wrong = process.communicate()
    assert said == b"typed\n", wrong.decode("utf-8")


@pytest.fixture
def cut(school: Path, request: pytest.FixtureRequest, clerk: Clerk) -> Clerk:
    """The school opened again after the power went in the middle of a story."""
    power_cut(school, request.param)
    clerk.starts(school)
    clerk.logs_in()
    clerk.look(f"cut-{request.param}")
    return clerk


@pytest.mark.parametrize("cut", ["new_child"], indirect=True)
def test_a_new_child_half_typed_is_there_after_the_power_went(cut: Clerk) -> None:
    assert cut.reads(LINE)
    assert cut.field("姓名").text() == "石宇航"
    assert focused() is cut.field("电话")
    assert cut.field("电话").text() == "1381234"
    before = len(cut.window.session.snapshot.children)
    cut.write("5678")
    cut.key(Qt.Key.Key_Return)
    children = cut.window.session.snapshot.children
    assert len(children) == before + 1
    newest = children[max(children)]
    assert (newest.name, newest.kin[0].phones[0].number) == ("石宇航", "13812345678")
    cut.leaves()
    cut.starts(Path(cut.shell.folder))
    cut.logs_in()
    assert not cut.reads(LINE), "what is committed is no draft any more"


@pytest.mark.parametrize("cut", ["fact"], indirect=True)
def test_a_sentence_in_the_dossier_is_there_and_is_saved_when_left(cut: Clerk) -> None:
    page = cut.roster
    assert page.in_dossier() and cut.reads(LINE)
    field = page.dossier.facts.rows["note"].field
    assert field.typed() == "奶奶说他夜里" and field.isAncestorOf(focused())
    assert page.dossier._deeds.child(page.dossier.child_id).note == "", "nobody has left the field yet"
    cut.write("怕黑")
    cut.key(Qt.Key.Key_Tab)
    assert page.dossier._deeds.child(page.dossier.child_id).note == "奶奶说他夜里怕黑"


@pytest.mark.parametrize("cut", ["fact"], indirect=True)
def test_escape_throws_what_came_back_away(cut: Clerk) -> None:
    page = cut.roster
    cut.key(Qt.Key.Key_Escape)
    assert page.dossier.facts.rows["note"].field.typed() == ""
    cut.leaves()
    cut.starts(Path(cut.shell.folder))
    cut.logs_in()
    assert not cut.roster.in_dossier()


@pytest.mark.parametrize("cut", ["relative"], indirect=True)
def test_a_relative_half_added_is_open_again(cut: Clerk) -> None:
    assert cut.reads(LINE)
    assert cut.field("舅舅的姓名").text() == "龙大山"
    assert focused() is cut.field("舅舅的电话")
    assert cut.field("舅舅的电话").text() == "139004"


@pytest.mark.parametrize("cut", ["reason"], indirect=True)
def test_a_reason_half_written_is_there(cut: Clerk) -> None:
    assert cut.reads(LINE)
    assert focused() is cut.field("学籍口径另定的理由")
    assert cut.field("学籍口径另定的理由").text() == "爸爸上周已经"


@pytest.mark.parametrize("cut", ["many"], indirect=True)
def test_a_change_of_many_half_written_is_there(cut: Clerk) -> None:
    assert cut.reads(LINE)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BulkEdit)
    assert dialog.value.value() == "7:3"
    assert len(dialog.left_out) == 1
    count = len(dialog.chosen())
    cut.key(Qt.Key.Key_End)
    QTest.keyClicks(QApplication.focusWidget(), "0")
    assert dialog.value.value() == "7:30"
    dialog.change()
    children = cut.window.session.snapshot.children.values()
    assert sum(child.call_time == "7:30" for child in children) == count
    cut.leaves()
    cut.starts(Path(cut.shell.folder))
    cut.logs_in()
    assert not cut.reads(LINE), "what is committed is no draft any more"


def test_the_lock_puts_a_dialog_out_of_sight_and_brings_it_back(clerk: Clerk, school: Path) -> None:
    clerk.starts(school)
    clerk.logs_in()
    typist.many(clerk)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BulkEdit)
    clerk.shell.idle.idle.emit()
    assert isinstance(clerk.shell.currentWidget(), Login)
    assert not dialog.isVisible() and QApplication.activeModalWidget() is None
    clerk.until(lambda: QApplication.focusWidget() is not None)
    clerk.logs_in()
    assert QApplication.activeModalWidget() is dialog
    assert dialog.value.value() == "7:3" and len(dialog.left_out) == 1
    clerk.until(lambda: dialog.isActiveWindow() and dialog.value.isAncestorOf(focused()))
    clerk.click(dialog.keep)
    assert QApplication.activeModalWidget() is None
    assert not clerk.window.session.drafts.opened(), "put away by hand: nothing leads back to it by itself"


def test_a_column_put_right_is_kept_before_anything_is_imported(clerk: Clerk, school: Path) -> None:
    clerk.starts(school)
    clerk.logs_in()
    clerk.window.go("import")
    page = clerk.window.page
    assert isinstance(page, ImportPage)
    page.start(str(SAMPLES / "register.xlsx"))
    clerk.until(lambda: page.stack.currentIndex() == 1)
    column = page._reading.mapping.columns[-1]
    page.columns.remapped.emit(page._reading.mapping.with_field(column.index, "note"))
    clerk.window.session.drafts.flush()
    clerk.shell._forget()  # the power goes
    clerk.starts(school)
    clerk.logs_in()
    clerk.until(lambda: clerk.window.key == "import" and clerk.window.page.stack.currentIndex() == 1)
    assert clerk.window.page._reading.mapping.columns[-1].field == "note"


def test_the_lock_leads_back_to_the_same_field(clerk: Clerk, school: Path) -> None:
    clerk.starts(school)
    clerk.logs_in()
    clerk.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    clerk.fill("姓名", "石宇航")
    clerk.fill("电话", "1381234")
    clerk.shell.idle.idle.emit()
    assert isinstance(clerk.shell.currentWidget(), Login)
    clerk.logs_in()
    assert focused() is clerk.field("电话")
    assert (clerk.field("姓名").text(), clerk.field("电话").text()) == ("石宇航", "1381234")


def test_what_a_full_disk_refused_stays_in_its_field_until_it_is_written(clerk: Clerk, school: Path) -> None:
    clerk.starts(school)
    clerk.logs_in()
    clerk.key(Qt.Key.Key_Return)
    page = clerk.roster
    field = page.dossier.facts.rows["note"].field
    page.dossier.facts.focus("note")
    clerk.write("奶奶说他夜里怕黑")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        clerk.key(Qt.Key.Key_Tab)
        clerk.look("refused")
        assert clerk.reads("什么也没有改"), "it says that it was not written"
        clerk.window.page.refresh(None)
        assert field.typed() == "奶奶说他夜里怕黑"
        assert field.error()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    field.setFocus()
    clerk.key(Qt.Key.Key_Tab)
    assert page.dossier._deeds.child(page.dossier.child_id).note == "奶奶说他夜里怕黑"
    assert not field.error()
