"""The strip in the panel of a record and in a child's dossier, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.edits import Told
from tests.ui.attachments.conftest import Settle, drop, files
from tests.ui.children.conftest import TODAY
from tests.ui.photos.pictures import face, write
from ui.attachments.album import album_of
from ui.children.roster_page import RosterPage
from ui.contacts.page import ContactsPage
from ui.pages import PAGES
from ui.session import Session
from ui.window import Window
from ui.work import Work


@pytest.fixture
def window(qtbot: QtBot, session: Session, work: Work) -> Iterator[Window]:
    pages = [spec for spec in PAGES if spec.key in ("roster", "contacts", "photos", "import")]
    shown = Window(session, work, pages)
    qtbot.addWidget(shown)
    shown.resize(1366, 697)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    work.wait()
    album_of(session).wait()


def test_a_picture_dropped_on_a_record_stays_with_it(
    window: Window, session: Session, record: int, settle: Settle, tmp_path: Path, ids: dict[str, int]
) -> None:
    window.go("contacts")
    page = window.page
    assert isinstance(page, ContactsPage)
    page.open_record(record)
    strip = page.record.attachments
    assert strip.isVisible() and strip.shown() == []
    assert drop(strip, files([write(tmp_path, "甲.jpg", face(1))]))
    settle()
    assert [one.name for one in strip.shown()] == ["甲.jpg"]
    other = session.apply("记", edits.log_care(Told("talk", TODAY), [ids["田小禾"]])).ids["record"]
    page.open_record(other)
    assert strip.shown() == []
    page.open_record(record)
    assert [one.name for one in strip.shown()] == ["甲.jpg"]
    # Ctrl+Z of the window, with the cursor in the strip.
    strip.tiles.setFocus()
    session.undo()
    session.undo()
    assert strip.shown() == []


def test_a_covered_record_shows_no_pictures(
    window: Window, session: Session, ids: dict[str, int], settle: Settle, tmp_path: Path
) -> None:
    told = Told("counselling", TODAY, summary="只给心理老师看", confidential=True)
    secret = session.apply("记", edits.log_care(told, [ids["周雨桐"]])).ids["record"]
    window.go("contacts")
    page = window.page
    assert isinstance(page, ContactsPage)
    page.open_record(secret)
    strip = page.record.attachments
    assert not strip.isVisible() and not strip.paste()
    page.record.reason.set_value("家长来问")
    page.record.open.click()
    assert strip.isVisible()
    assert drop(strip, files([write(tmp_path, "甲.jpg", face(1))]))
    settle()
    assert len(strip.shown()) == 1
    page.record.put_away()
    assert not strip.isVisible() and strip.shown() == []


def test_a_child_has_papers_and_pictures_of_its_own(
    window: Window, session: Session, ids: dict[str, int], settle: Settle, tmp_path: Path
) -> None:
    window.go("roster", ids["周雨桐"])
    page = window.page
    assert isinstance(page, RosterPage)
    strip = page.dossier.files.strip
    QApplication.clipboard().setMimeData(files([write(tmp_path, "我的家.jpg", face(4))]))
    strip.add.setFocus()
    QTest.keyClick(strip.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [one.name for one in strip.shown()] == ["我的家.jpg"]
    # The photo of the child is another matter.
    assert session.snapshot.children[ids["周雨桐"]].photo == ""
    last = session.store.last_action()
    assert last is not None and last.label == "给周雨桐放上 1 个附件"
    page.dossier.go(1)
    assert page.dossier.child_id != ids["周雨桐"] and strip.shown() == []
    assert next(row.label for row in session.store.history(ids["周雨桐"])) == "给周雨桐放上 1 个附件"
