"""Photos of what a safety check found, before and after it was mended: beside the finding, and kept when it is in order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.attachments import AFTER, BEFORE, FINDING
from app.edits.rooms import log_check, mend
from tests.ui.attachments.conftest import drop, files
from tests.ui.photos.pictures import face, write
from tests.ui.rooms.conftest import TODAY
from ui.attachments.album import album_of
from ui.rooms.page import RoomsPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def waited(page: RoomsPage) -> Iterator[None]:
    yield
    album_of(page.session).wait()
    QApplication.clipboard().clear()


def opened(page: RoomsPage) -> int:
    """Something was found today, and its photos are asked for; the finding's id."""
    room = page.book.room()
    assert room is not None
    page.session.apply("检查", log_check(room.id, TODAY, None, {3: ("lamp flickers", "call Wang")}))
    row = next(one for one in page.desk.findings.rows if one.isVisibleTo(page) and "lamp" in one.what.text())
    assert row.photos.label() == "放照片"
    page.desk.area.ensureWidgetVisible(row)
    QTest.mouseClick(row.photos, LEFT)
    assert page.safety.photos.shown is not None
    return page.safety.photos.shown[1].id


def test_photos_before_and_after_stand_apart_and_stay_when_it_is_mended(
    page: RoomsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    finding = opened(page)
    panel, store = page.safety.photos, page.session.store
    assert panel.isVisible() and not page.panel.isVisible()
    for strip, name, number in ((panel.before, "坏的.jpg", 1), (panel.after, "好的.jpg", 2)):
        assert drop(strip, files([write(tmp_path, name, face(number))]))
        qtbot.waitUntil(lambda strip=strip: len(strip.shown()) == 1, timeout=10_000)  # type: ignore[misc]
    assert [(one.name, one.moment) for one in store.attachments.of(FINDING, finding)] == [
        ("坏的.jpg", BEFORE), ("好的.jpg", AFTER),
    ]  # fmt: skip
    assert [one.name for one in panel.before.shown()] == ["坏的.jpg"]
    found = next(row for row in page.desk.findings.rows if "lamp" in row.what.text())
    assert found.photos.label() == "照片 2"
    panel.go.click()
    assert page.safety.form.isVisible()
    page.safety.form.shut()
    assert panel.shown is not None
    check, one = panel.shown
    page.session.apply("整改好了", mend(one, check, TODAY, "王师傅", "换了灯管"))
    assert panel.isVisible() and not panel.go.isVisible()
    assert "11月24日整改好了，王师傅" in panel.mark.accessibleName()
    assert "lamp" not in " ".join(row.what.text() for row in page.desk.findings.rows if row.isVisibleTo(page))
    QTest.mouseClick(page.desk.findings.past, LEFT)
    again = next(row for row in page.desk.findings.rows if row.isVisibleTo(page) and "lamp" in row.what.text())
    assert (again.photos.label(), again.go.isVisibleTo(page)) == ("照片 2", False)
    assert page.back() and page.panel.isVisible()


def test_a_photo_on_the_wrong_side_is_turned_and_undone(page: RoomsPage, qtbot: QtBot, tmp_path: Path) -> None:
    opened(page)
    panel = page.safety.photos
    assert drop(panel.before, files([write(tmp_path, "灯.jpg", face(3))]))
    qtbot.waitUntil(lambda: len(panel.before.shown()) == 1, timeout=10_000)
    panel.before.tiles.selectAll()
    assert "这是整改后的" in [action.text() for action in panel.before.menu().actions()]
    panel.before.turn(AFTER)
    assert (len(panel.before.shown()), len(panel.after.shown())) == (0, 1)
    last = page.session.store.last_action()
    assert last is not None and last.label == "灯.jpg 是整改后的"
    page.session.undo()
    assert (len(panel.before.shown()), len(panel.after.shown())) == (1, 0)


def test_a_finding_that_is_taken_back_leaves_the_side(page: RoomsPage) -> None:
    opened(page)
    page.session.undo()
    assert not page.safety.photos.isVisible() and page.panel.isVisible()
