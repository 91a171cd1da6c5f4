"""A child entered twice is found, laid side by side, made one and taken apart again; two children are told apart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import edits
from app.edits import NewKin
from db.store import FileStore
from tests.db.dump import dump
from tests.journeys.clerk import Clerk
from ui.children.duplicates_page import DuplicatesPage
from ui.children.roster_page import RosterPage

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Clerk:
    """A school in which the first child of the list was entered once more, with a slip, by hand."""
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "family.csv")
    session = clerk.window.session
    children = list(session.snapshot.children.values())
    first, second = children[0], children[1]
    class_id = session.snapshot.classes[0].id
    facts = {"name": first.name, "birth": first.birth, "sex": first.sex, "address": "青石坪村3组",
             "id_number": first.id_number[:-1] + ("1" if first.id_number[-1] != "1" else "2")}  # fmt: skip
    family = [NewKin(first.kin[0].relation, "龙大勇", "13900467715"), NewKin("姑母", "周小妹")]
    session.apply("添一遍", edits.add_child(facts, class_id, session.today, family=family))
    session.apply("添一遍", edits.add_child({"name": second.name, "birth": second.birth}, class_id, session.today))
    return clerk


def real(clerk: Clerk) -> FileStore:
    store = clerk.window.session.store
    assert isinstance(store, FileStore)
    return store


def opens(clerk: Clerk) -> DuplicatesPage:
    """From the menu of the roster."""
    page = clerk.window.page
    assert isinstance(page, RosterPage)
    action = next(one for one in page.desk.changes.menu().actions() if one.text().startswith("可能重复"))
    assert action.text() == "可能重复，2 对"
    action.trigger()
    found = clerk.window.page
    assert isinstance(found, DuplicatesPage)
    return found


def cell(page: DuplicatesPage, title: str, column: int) -> str:
    model = page.grid.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == title)
    return str(model.index(row, column).data())


def test_a_pair_is_merged_as_it_is_ticked_and_one_undo_is_exact(school: Clerk) -> None:
    before = dump(real(school))
    page = opens(school)
    school.look("duplicates")
    assert school.reads("2 对孩子可能录了两遍")
    pair = page.pair()
    assert pair is not None and pair.reasons == ("near_id", "same_birth")
    kept, other = page.both()  # type: ignore[misc]
    # The number that can be one is ticked; the clerk knows better and takes the other with →, then back with Space.
    lines = {page.lines._shown[n - 1].title: n for n in page.grid.rows()}
    school.key(Qt.Key.Key_Tab)
    while QApplication.focusWidget() is not page.grid:
        school.key(Qt.Key.Key_Tab)
    page.grid.set_current(lines["身份证号"])
    assert cell(page, "身份证号", 1) == kept.id_number, "whole, for the digits are what is compared"
    line = page.lines._shown[lines["身份证号"] - 1].line
    assert line is not None
    better = page.lines.side(line)
    school.key(Qt.Key.Key_Space)
    assert page.lines.side(line) != better
    school.key(Qt.Key.Key_Left)
    assert page.lines.side(line) == "kept"
    school.control(Qt.Key.Key_Return)
    assert school.reads("合并", "Ctrl+Z 撤回")
    assert len(page.pairs) == 1
    child = school.window.session.snapshot.children[kept.id]
    assert other.id not in school.window.session.snapshot.children
    assert (child.id_number, child.address) == (kept.id_number, "青石坪村3组")
    assert "周小妹" in [kin.name for kin in child.kin]
    assert school.window.undo.undo.text() == f"撤回 合并{kept.name}的两份资料"
    school.control(Qt.Key.Key_Z)
    assert dump(real(school)) == before
    assert len(page.pairs) == 2


def test_a_click_on_a_value_chooses_it(school: Clerk) -> None:
    page = opens(school)
    line_id = next(n for n in page.grid.rows() if page.lines._shown[n - 1].title == "身份证号")
    line = page.lines._shown[line_id - 1].line
    assert line is not None
    for column, side in ((2, "other"), (1, "kept")):
        index = page.grid.model().index(page.grid._model.place(line_id), column)
        page.grid.scrollTo(index)
        school.click(page.grid.viewport(), page.grid.visualRect(index).center())
        assert page.lines.side(line) == side


def test_two_children_are_told_apart_for_good_and_that_too_is_taken_back(school: Clerk, folder: Path) -> None:
    page = opens(school)
    before = page.pair()
    school.press("不是同一人")
    assert len(page.pairs) == 1 and page.pair() != before
    school.leaves()
    school.starts(folder)
    school.logs_in()
    school.window.go("duplicates")
    page = school.window.page  # type: ignore[assignment]
    assert isinstance(page, DuplicatesPage)
    assert len(page.pairs) == 1
    school.control(Qt.Key.Key_Z)
    assert len(page.pairs) == 2


def test_without_pairs_it_says_so(clerk: Clerk, folder: Path) -> None:
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "family.csv")
    clerk.window.go("duplicates")
    clerk.look("duplicates-none")
    assert clerk.reads("没有录重的孩子")
    page = clerk.window.page
    assert isinstance(page, DuplicatesPage)
    assert not page.merge.isVisible()
    clerk.control(Qt.Key.Key_Return)
    clerk.key(Qt.Key.Key_Escape)
    assert isinstance(clerk.window.page, RosterPage)
