"""Slips come back: dropped on the window, looked through in the grid, booked once; what is missing is listed."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.changes import Insert
from app.edits import add_staff, delete_staff
from app.values import BadValue
from tests.ui.frame.test_dropping import drop
from tests.ui.slips import camera
from tests.ui.slips.camera import Shot, jpeg, pen_on, taken
from tests.ui.slips.office import MONDAY, Office
from ui.batch.page import BatchPage
from ui.pages import PAGES
from ui.session import Session
from ui.slips.lines import BACK, FAILED, MISSING, WAITING
from ui.slips.page import SlipsPage
from ui.window import Window
from ui.work import Work

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(session: Session, office: Office, qtbot: QtBot) -> Iterator[Window]:
    shown = Window(session, Work(lambda: office.store), PAGES)
    qtbot.addWidget(shown)
    shown.resize(1366, 697)
    shown.show()
    shown.activateWindow()
    yield shown
    shown.work.wait()


def slips(window: Window) -> SlipsPage:
    page = window.page
    assert isinstance(page, SlipsPage)
    return page


def batch(window: Window) -> BatchPage:
    page = window.page
    assert isinstance(page, BatchPage)
    return page


def photograph(office: Office, folder: Path, place: int, *outcomes: str, name: str = "", spoil: bool = False) -> Path:
    """A page with its first rows ticked, as a phone sees it."""
    sheet, page = office.sheet(place), office.pages[place].page.sheet()
    painter = pen_on(sheet)
    for line, outcome in zip(page.lines, outcomes, strict=False):
        if outcome == "both":
            for box in page.boxes(line).values():
                camera.tick(painter, box, Random(1))
        elif outcome:
            camera.cross(painter, page.boxes(line)[outcome], Random(place))
    if spoil:
        camera.torn(painter, (0, 0))
        camera.torn(painter, (210, 297))
    painter.end()
    folder.mkdir(exist_ok=True)
    path = folder / (name or f"IMG_{place}.jpg")
    path.write_bytes(jpeg(taken(sheet, Shot(turned=2, skew=0.01), Random(place))))
    return path


def read(window: Window, qtbot: QtBot, *paths: Path) -> SlipsPage:
    drop(window, window, *paths)
    qtbot.waitUntil(lambda: not window.work.busy, timeout=20_000)
    return slips(window)


def press(key: Qt.Key, qtbot: QtBot, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    qtbot.keyClick(where, key, with_)


def booked(office: Office, place: int) -> dict[str, int]:
    return office.store.ledger.sources(f"slip:{office.pages[place].code}:")


def test_what_was_printed_and_is_not_back_is_listed_in_the_order_of_the_staff(window: Window, office: Office) -> None:
    window.go("slips")
    page = slips(window)
    assert page.heading.text() == f"还差 {len(office.pages)} 张没交回"
    assert page.sentence.text() == f"这一周印了 {len(office.pages)} 张，交回 0 张"
    names = [page.lines.title(entry) for entry in page.lines.entries]
    assert names == [one.slip.staff.name for one in office.pages if one.slip.staff]
    assert page.panel.go.label() == "读扫描件或照片" and not page.panel.files.isVisible()


def test_a_folder_dropped_anywhere_is_read_and_gone_through_page_by_page(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "扫描"
    photograph(office, folder, 0, "reached", "not_reached")
    photograph(office, folder, 1, "reached")
    page = read(window, qtbot, folder)
    assert window.key == "slips" and page.heading.text() == "读好了 2 张，核对了就记下"
    assert (page.lines.count(WAITING), page.lines.count(MISSING)) == (2, len(office.pages) - 2)
    assert page.panel.go.label() == "逐张核对 2 张" and page.panel.preview.isVisible()
    assert booked(office, 0) == {}, "nothing is booked before somebody has looked"

    press(Qt.Key.Key_Return, qtbot, CONTROL)
    assert window.key == "batch"
    grid = batch(window)
    first = office.pages[0]
    rows = [(line.child_id, line.kind) for line in first.page.sheet().lines]
    assert list(grid.board.sheet.rows) == rows, "the grid stands in the slip's order"
    ticks = [grid.board.sheet.text(key, "way") for key in rows]
    assert ticks[:2] != ["", ""] and not any(ticks[2:])

    press(Qt.Key.Key_Return, qtbot, CONTROL)
    assert set(booked(office, 0)) == {f"slip:{first.code}:{n}:{rows[n - 1][1]}" for n in (1, 2)}
    records = [office.store.ledger.record(one) for one in booked(office, 0).values()]
    assert sorted(one.outcome for one in records if one) == ["not_reached", "reached"]
    assert all(one.staff_id == (first.slip.staff.id if first.slip.staff else None) for one in records if one)
    # The next page of the pile stands there already.
    press(Qt.Key.Key_Return, qtbot, CONTROL)
    assert len(booked(office, 1)) == 1

    window.go("slips")
    assert slips(window).lines.count(BACK) == 2
    assert slips(window).heading.text() == f"还差 {len(office.pages) - 2} 张没交回"


def test_the_same_slip_twice_books_nothing_twice_and_what_is_taken_back_can_be_booked_again(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    path = photograph(office, tmp_path / "一", 0, "reached", "reached")
    for _time in range(2):
        read(window, qtbot, path)
        press(Qt.Key.Key_Return, qtbot, CONTROL)
        press(Qt.Key.Key_Return, qtbot, CONTROL)
        assert len(booked(office, 0)) == 2
    session.undo()
    assert booked(office, 0) == {}
    read(window, qtbot, path)
    press(Qt.Key.Key_Return, qtbot, CONTROL)
    press(Qt.Key.Key_Return, qtbot, CONTROL)
    assert len(booked(office, 0)) == 2


def test_two_pictures_of_one_page_in_a_pile_count_once(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "扫描"
    photograph(office, folder, 0, "reached", name="a.jpg")
    photograph(office, folder, 0, "reached", name="b.jpg")
    page = read(window, qtbot, folder)
    assert (page.lines.count(WAITING), page.lines.count(FAILED)) == (1, 1)
    states = [page.lines.columns()[-1].cell(line).text for line in (1, 2)]
    assert states == ["同一张拍了两次", "都看清了"]


def test_a_doubtful_row_waits_until_somebody_has_looked(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    page = read(window, qtbot, photograph(office, tmp_path / "一", 0, "both", "reached"))
    press(Qt.Key.Key_Return, qtbot, CONTROL)
    press(Qt.Key.Key_Return, qtbot, CONTROL)
    assert set(booked(office, 0)) == {f"slip:{office.pages[0].code}:2:{office.pages[0].page.sheet().lines[1].kind}"}
    assert window.key == "batch", "the page stays until its doubtful row is looked at"
    window.go("slips")
    entry = page.lines.entries[0]
    assert entry.state == WAITING and entry.opened is not None
    page.grid.set_current(page.lines.first())
    press(Qt.Key.Key_Return, qtbot)
    assert window.key == "batch"


def test_a_page_that_cannot_be_read_says_what_to_do(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "扫描"
    photograph(office, folder, 0, "reached")
    photograph(office, folder, 1, "reached", spoil=True)
    (folder / "字.pdf").write_bytes(b"%PDF-1.4 nothing")
    page = read(window, qtbot, folder)
    assert page.heading.text() == "有 2 张没读出来"
    page.grid.set_current(1)
    assert page.panel.what.text() == "左上、右下角的小方块没认出来。"
    assert "四个角都要拍到" in page.panel.do.text() and page.panel.preview.isVisible()
    page.grid.set_current(2)
    assert page.panel.what.text() == "这个 PDF 坏了，读不出来。" and not page.panel.preview.isVisible()
    # Another picture of the same page makes up for it.
    page = read(window, qtbot, photograph(office, tmp_path / "再拍", 1, "reached"))
    assert page.lines.count(WAITING) == 2


def test_a_page_without_a_tick_is_back_all_the_same(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    page = read(window, qtbot, photograph(office, tmp_path / "一", 0))
    press(Qt.Key.Key_Return, qtbot, CONTROL)
    press(Qt.Key.Key_Return, qtbot, CONTROL)
    window.go("slips")
    assert page.lines.count(BACK) == 1
    back = next(line for line, one in enumerate(page.lines.entries, 1) if one.state == BACK)
    cell = page.lines.columns()[-1].cell(back)
    assert (cell.text, cell.second) == ("交回了", "一条也没记")


def test_enter_on_a_missing_slip_opens_the_rows_of_its_teacher(window: Window, office: Office, qtbot: QtBot) -> None:
    window.go("slips")
    page = slips(window)
    page.grid.set_current(2)
    press(Qt.Key.Key_Return, qtbot)
    scope = batch(window).scope
    staff = office.pages[1].slip.staff
    assert scope is not None and staff is not None
    assert (scope.what, scope.number, scope.monday) == ("staff", staff.id, MONDAY)


def test_a_picture_dropped_on_the_grid_or_the_list_is_read_even_if_it_shows_nothing(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    white = QImage(900, 1200, QImage.Format.Format_RGB32)
    white.fill(0xFFFFFF)
    path = tmp_path / "白.jpg"
    path.write_bytes(jpeg(white))
    for key in ("batch", "slips"):
        window.go(key)
        drop(window, window.page, path)
        qtbot.waitUntil(lambda: not window.work.busy, timeout=10_000)
        assert window.key == "slips" and slips(window).heading.text() == "有 1 张没读出来"
        slips(window).back()


def test_esc_puts_the_pages_away_and_the_lock_keeps_the_way_back(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    path = photograph(office, tmp_path / "一", 0, "reached")
    page = read(window, qtbot, path)
    assert page.here() == [str(path)]
    page.arrive(page.here())
    qtbot.waitUntil(lambda: not window.work.busy, timeout=10_000)
    assert page.lines.count(WAITING) == 1
    press(Qt.Key.Key_Escape, qtbot)
    assert page.lines.count(WAITING) == 0 and page.here() is None and window.key == "slips"


def test_reading_can_be_stopped(window: Window, office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "扫描"
    first = photograph(office, folder, 0, "reached")
    for number in range(12):
        (folder / f"c{number}.jpg").write_bytes(first.read_bytes())
    window.go("slips")
    page = slips(window)
    page.start([str(folder)])
    window.work.cancel()
    qtbot.waitUntil(lambda: not window.work.busy, timeout=10_000)
    assert page.lines.count(WAITING) == 0


def test_another_week_shows_its_own_slips(window: Window, office: Office) -> None:
    window.go("slips")
    page = slips(window)
    page.week.committed.emit("2026-11-23")
    assert page.heading.text() == "任务单" and page.lines.entries == []
    assert page.grid.way is not None and page.grid.way.isVisible()
    page.week.committed.emit(MONDAY.isoformat())
    assert page.lines.count(MISSING) == len(office.pages)
    assert not page.grid.way.isVisible()


def test_ctrl_p_leads_to_the_paper(window: Window, qtbot: QtBot) -> None:
    window.go("slips")
    slips(window).print_out()
    assert window.key == "print"


def test_whoever_a_slip_was_printed_for_is_not_deleted_as_a_mistake(office: Office) -> None:
    snapshot, ledger = office.store.snapshot(), office.store.ledger
    [staff] = [one for one in snapshot.staff if one == office.pages[0].slip.staff]
    assert ledger.names_staff(staff.id)
    with pytest.raises(BadValue, match="has_records"):
        delete_staff(staff, snapshot, ledger.names_staff(staff.id))
    empty = office.store.apply("新老师", add_staff("刚来的")).ids["staff"]
    assert not ledger.names_staff(empty)
    printed = Insert("slip", {"code": "2345678923", "kind": "week", "week": MONDAY.isoformat(), "staff_id": empty})
    office.store.apply("打印", [printed], kind="print")
    assert ledger.names_staff(empty)
