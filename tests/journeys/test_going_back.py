"""Undo goes to the place and shows it; it survives restart and lock; the history page steps back further."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.clerk import Clerk
from ui.history import HistoryPage
from ui.pieces.button import Button
from ui.pieces.flash import Flash

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Clerk:
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "family.csv")
    clerk.click(clerk.roster.list.segments.button("all"))
    return clerk


def opens(clerk: Clerk, line: int) -> int:
    """Open the dossier of the child on a line of the list; its id."""
    grid = clerk.roster.list.grid
    child = grid.rows()[line]
    grid.set_current(child)
    grid.setFocus()
    clerk.key(Qt.Key.Key_Return)
    return child


def writes(clerk: Clerk, field: str, text: str) -> None:
    """Fill a field of the open dossier and leave it."""
    row = clerk.roster.dossier.facts.rows[field]
    clerk.roster.dossier.left_column.ensureWidgetVisible(row)
    clerk.fill(row.fact.label, text)
    clerk.key(Qt.Key.Key_Tab)


def address(clerk: Clerk, child: int) -> str:
    return clerk.window.session.store.snapshot().children[child].seat_number


def test_undo_goes_to_the_row_and_lights_it(school: Clerk) -> None:
    child = opens(school, 90)
    writes(school, "seat_number", "31")
    school.key(Qt.Key.Key_Escape)
    grid = school.roster.list.grid
    grid.set_current(grid.rows()[0])
    grid.scrollToTop()
    school.control(Qt.Key.Key_Z)
    assert grid.current() == child
    assert grid.selected() == [child], "though Ctrl is held down"
    assert grid._cells.flashed == {child}
    assert grid.visualRect(grid.currentIndex()).intersects(grid.viewport().rect())
    school.look("undo-row")
    school.until(lambda: not grid._cells.flashed)
    assert address(school, child) == ""


def test_undo_frames_the_field_of_the_open_dossier_and_scrolls_to_it(school: Clerk) -> None:
    child = opens(school, 3)
    writes(school, "seat_number", "31")
    dossier = school.roster.dossier
    dossier.left_column.verticalScrollBar().setValue(0)
    row = dossier.facts.rows["seat_number"]
    assert row.visibleRegion().isEmpty(), "the field is far below"
    school.control(Qt.Key.Key_Z)
    (frame,) = row.field.findChildren(Flash)
    assert not row.visibleRegion().isEmpty()
    school.look("undo-field")
    assert address(school, child) == ""
    school.until(lambda: not row.findChildren(Flash))
    assert frame is not None


def test_menu_button_and_history_use_one_wording(school: Clerk) -> None:
    child = opens(school, 0)
    name = school.window.session.snapshot.children[child].name
    writes(school, "seat_number", "31")
    words = f"撤回 修改{name}的班内学号"
    assert school.window.undo.undo.text() == words
    assert school.window.foot.undo is not None and school.window.foot.undo.accessibleName() == words
    school.window.go("history")
    page = school.window.page
    assert isinstance(page, HistoryPage)
    assert page.grid.model().index(0, 1).data().startswith(f"修改{name}的班内学号")
    assert page.detail.back.label() == "撤回"
    school.key(Qt.Key.Key_Return)
    school.ready()
    school.waits(words)


def test_undo_and_redo_survive_lock_and_restart(school: Clerk, folder: Path) -> None:
    child = opens(school, 0)
    writes(school, "seat_number", "31")
    school.control(Qt.Key.Key_L)
    school.shell.closing.wait()
    school.logs_in()
    school.control(Qt.Key.Key_Z)
    assert address(school, child) == ""
    school.leaves()
    school.starts(folder)
    school.logs_in()
    assert school.window.undo.redo.text().endswith("的班内学号")
    school.control(Qt.Key.Key_Y)
    assert address(school, child) == "31"
    school.control(Qt.Key.Key_Z)
    assert address(school, child) == ""


def test_the_history_goes_back_to_a_point_and_names_what_was_kept(school: Clerk) -> None:
    child = opens(school, 0)
    before = school.window.session.store.snapshot()
    for text in ("1", "2", "3"):
        writes(school, "seat_number", text)
    school.window.go("history")
    page = school.window.page
    assert isinstance(page, HistoryPage)
    import_line = page.grid.rows()[3]
    page.grid.set_current(import_line)
    school.look("history-point")
    assert page.detail.after.label() == "撤回它后面的 3 次"
    school.control(Qt.Key.Key_Return)
    school.ready()
    school.waits("后面的", "3 处")
    assert school.window.session.snapshot == school.window.session.store.snapshot() == before
    # 2 is done again on its own, then 3; taking 2 back leaves 3 alone and says so by name.
    rows = page.grid.rows()
    lines = [key for key in rows if page.lines[key].action.kind == "edit"]
    for key in (lines[2], lines[1], lines[0]):
        page.grid.set_current(key)
        assert page.way(key) == "恢复"
        school.key(Qt.Key.Key_Return)
        school.ready()
    assert address(school, child) == "3"
    page.grid.set_current(lines[1])
    school.key(Qt.Key.Key_Return)
    school.ready()
    name = school.window.session.snapshot.children[child].name
    school.waits("后来改过，留着没动", f"{name}的班内学号")
    school.look("history-kept")
    assert address(school, child) == "3"


def test_the_history_is_filtered_by_child_and_reached_from_the_dossier(school: Clerk) -> None:
    child = opens(school, 0)
    writes(school, "seat_number", "1")
    school.key(Qt.Key.Key_Escape)
    opens(school, 1)
    writes(school, "seat_number", "2")
    history = school.roster.dossier.history
    school.roster.dossier.right.ensureWidgetVisible(history.all)
    school.click(history.all)
    page = school.window.page
    assert isinstance(page, HistoryPage)
    assert [page.lines[key].action.kind for key in page.grid.rows()] == ["edit", "import"]
    clear = next(button for button in school.seen(Button) if button.label() == "看全部")
    school.click(clear)
    assert [page.lines[key].action.kind for key in page.grid.rows()] == ["edit", "edit", "import", "setup"]
    row = page.filter.child
    field = row.editor.lineEdit()
    assert field is not None
    school.click(field)
    field.selectAll()
    school.write("没有这个人")
    school.key(Qt.Key.Key_Tab)
    assert "没有这个孩子" in row.error()
    name = school.window.session.snapshot.children[child].name
    wanted = next(row.editor.itemText(n) for n in range(row.editor.count()) if row.editor.itemText(n).startswith(name))
    field.setFocus()
    field.selectAll()
    school.write(wanted)
    school.key(Qt.Key.Key_Tab)
    assert len(page.grid.rows()) == 2


def test_more_actions_than_fit_are_read_a_page_at_a_time(school: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    child = opens(school, 0)
    session = school.window.session
    for number in range(450):
        school.roster.deeds.set_fact(child, "seat_number", str(number + 1))
    school.window.go("history")
    page = school.window.page
    assert isinstance(page, HistoryPage)
    assert len(page.grid.rows()) == 200
    assert school.reads("最近的 200 次改动")
    for _more in range(2):
        school.press("再看更早的")
    assert len(page.grid.rows()) == 452, "the import and the set-up too"
    assert page.grid.rows() == sorted(page.grid.rows(), reverse=True)
    assert not page.more.isVisible()
    assert session.store.last_action() is not None
