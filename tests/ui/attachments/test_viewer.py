"""One in full size: through all of them by key, a caption, paper and file, delete and undo."""

from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from db.store import FileStore
from tests.db.pdf_pages import jpeg, pdf
from tests.ui.attachments.conftest import Settle
from tests.ui.attachments.test_strip import near, place_of
from tests.ui.photos.pictures import BLUE, GREEN, RED, content, halves, write
from ui.attachments.strip import AttachmentStrip
from ui.attachments.viewer import Viewer
from ui.children.scan_view import ScanDialog
from ui.lock import put_down, take_up
from ui.photos.given import Given
from ui.session import Session

KEYS = Qt.Key
T = TypeVar("T", bound=QDialog)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def viewer(strip: AttachmentStrip, settle: Settle, tmp_path: Path, qtbot: QtBot) -> Viewer:
    names = {"红.jpg": RED, "蓝.jpg": BLUE, "绿.jpg": GREEN}
    paths = [str(write(tmp_path, name, content(halves(900, 600, colour, colour)))) for name, colour in names.items()]
    strip.bring(Given((*paths, str(write(tmp_path, "总结.docx", b"PK words")))))
    settle()
    strip.window().resize(900, 700)
    strip.tiles.setFocus()
    QTest.keyClick(strip.tiles, KEYS.Key_Return)
    return top(Viewer)


def top(kind: type[T]) -> T:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def press(dialog: QDialog, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key, with_)


def colour_shown(viewer: Viewer) -> str:
    picture = viewer.view.picture()
    assert picture is not None
    return next(colour for colour in (RED, BLUE, GREEN) if near(picture, 0.5, 0.5, colour))


def test_keys_go_through_them(viewer: Viewer, strip: AttachmentStrip) -> None:
    assert colour_shown(viewer) == RED and not viewer.before.isEnabled()
    press(viewer, KEYS.Key_Right)
    assert colour_shown(viewer) == BLUE
    press(viewer, KEYS.Key_PageDown)
    assert colour_shown(viewer) == GREEN
    press(viewer, KEYS.Key_Right)
    assert viewer.view.picture() is None and "这里看不了文档" in viewer.view.accessibleName()
    assert not viewer.print.isEnabled() and not viewer.next.isEnabled()
    press(viewer, KEYS.Key_Left)
    assert colour_shown(viewer) == GREEN
    press(viewer, KEYS.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert strip.tiles.currentIndex().row() == 2


def test_a_caption_is_saved_by_going_on(viewer: Viewer, strip: AttachmentStrip, session: Session) -> None:
    viewer.caption.editor.setFocus()
    QTest.keyClicks(viewer.caption.editor, "Choir on stage")
    viewer.next.click()
    assert [one.caption for one in strip.shown()] == ["Choir on stage", "", "", ""]
    assert viewer.caption.value() == ""
    session.undo()
    assert [one.caption for one in strip.shown()] == ["", "", "", ""]


def test_delete_shows_the_next_and_undo_brings_it_back(
    viewer: Viewer, strip: AttachmentStrip, session: Session
) -> None:
    press(viewer, KEYS.Key_Right)
    press(viewer, KEYS.Key_Delete)
    assert colour_shown(viewer) == GREEN
    assert [one.name for one in strip.shown()] == ["红.jpg", "绿.jpg", "总结.docx"]
    session.undo()
    assert colour_shown(viewer) == BLUE
    for _each in range(4):
        press(viewer, KEYS.Key_Delete)
    assert strip.shown() == [] and QApplication.activeModalWidget() is None


def test_it_is_saved_as_a_file(viewer: Viewer, session: Session, tmp_path: Path, settle: Settle) -> None:
    out = tmp_path / "out.jpg"
    viewer.ask_path = lambda _parent, name: str(out) if name == "红.jpg" else ""
    press(viewer, KEYS.Key_E, CONTROL)
    settle()
    assert out.read_bytes() == session.store.file(viewer.rows[0].file)
    assert "存出了 1 个文件" in viewer.note.text()


def test_it_is_printed_after_a_look(
    viewer: Viewer, tmp_path: Path, store: FileStore, session: Session
) -> None:
    press(viewer, KEYS.Key_P, CONTROL)
    sheets = top(ScanDialog)
    assert sheets.note.isVisible() and "还没问过家长：周雨桐、罗子轩" in sheets.note.text()
    out = tmp_path / "纸.pdf"
    sheets.ask_path = lambda _parent, _name: str(out)
    press(sheets, KEYS.Key_E, CONTROL)
    pages = PdfReader(out).pages
    assert len(pages) == 1 and len(pages[0].images) == 1
    # A lying picture takes a lying sheet.
    assert pages[0].mediabox.width > pages[0].mediabox.height
    noted = store._conn.execute("SELECT what, detail FROM log_entry ORDER BY id DESC LIMIT 1").fetchone()
    assert tuple(noted) == ("export_scan", f"attachments={viewer.rows[0].id}")


def test_a_lost_one_says_so_and_prints_nothing(viewer: Viewer, store: FileStore) -> None:
    place_of(store, viewer.rows[1].file).unlink()
    press(viewer, KEYS.Key_Right)
    assert viewer.view.picture() is None and "文件不见了" in viewer.view.accessibleName()
    assert not viewer.print.isEnabled()


def test_a_scan_is_seen_and_printed_page_by_page(
    strip: AttachmentStrip, settle: Settle, tmp_path: Path, qtbot: QtBot, session: Session
) -> None:
    pages = [jpeg(900, 1200, content(halves(900, 1200, colour, colour))) for colour in (RED, GREEN)]
    scanned = write(tmp_path, "奖状.pdf", pdf(*[[page] for page in pages]))
    strip.bring(Given((str(scanned), str(write(tmp_path, "节目单.pdf", b"%PDF-1.4 no scan")))))
    settle()
    first, second = strip.shown()
    assert first.thumbnail and not second.thumbnail
    strip.window().resize(900, 700)
    strip.open(0)
    viewer = top(Viewer)
    assert colour_shown(viewer) == RED and "共 2 页" in viewer.about.text()
    press(viewer, KEYS.Key_P, CONTROL)
    sheets = top(ScanDialog)
    out = tmp_path / "纸.pdf"
    sheets.ask_path = lambda _parent, _name: str(out)
    press(sheets, KEYS.Key_E, CONTROL)
    assert len(PdfReader(out).pages) == 2
    sheets.reject()
    press(viewer, KEYS.Key_Right)
    assert viewer.view.picture() is None and not viewer.print.isEnabled()


def test_behind_the_lock_nothing_of_it_is_seen(viewer: Viewer, strip: AttachmentStrip) -> None:
    press(viewer, KEYS.Key_P, CONTROL)
    sheets = top(ScanDialog)
    found = put_down(strip.window())
    assert not viewer.isVisible() and not sheets.isVisible()
    take_up(found)
    assert viewer.isVisible() and sheets.isVisible() and QApplication.activeModalWidget() is sheets
    sheets.reject()
    assert QApplication.activeModalWidget() is viewer
