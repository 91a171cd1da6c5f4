"""Deleting what was entered by mistake: no question, one key back, and the recycle bin on any later day."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.enrolment import pupils_on
from tests.journeys.clerk import Clerk
from ui.pieces.button import Button
from ui.recycle import RecyclePage

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Clerk:
    """A school with a class teacher's file."""
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "family.csv")
    return clerk


def pupils(clerk: Clerk) -> int:
    session = clerk.window.session
    return len(pupils_on(session.snapshot, session.today))


def opens_dossier(clerk: Clerk) -> str:
    """Open the first child of the list by Enter; the name."""
    clerk.click(clerk.roster.list.segments.button("all"))
    grid = clerk.roster.list.grid
    clerk.click(grid.viewport())
    clerk.key(Qt.Key.Key_Home)
    name = clerk.window.session.snapshot.children[grid.current()].name
    clerk.key(Qt.Key.Key_Return)
    assert clerk.roster.in_dossier()
    return name


def test_a_child_entered_by_mistake_goes_without_a_question_and_comes_back_by_one_key(school: Clerk) -> None:
    before = school.window.session.store.snapshot()
    count = pupils(school)
    name = opens_dossier(school)
    school.look("dossier-delete")
    school.roster.dossier.right.ensureWidgetVisible(school.roster.dossier.school.delete)
    school.press("录错了，删除")
    assert not school.roster.in_dossier()
    assert pupils(school) == count - 1
    assert school.reads(f"删除录错的{name}", "Ctrl+Z 撤回")
    school.control(Qt.Key.Key_Z)
    assert pupils(school) == count
    assert school.window.session.store.snapshot() == before
    assert school.window.session.snapshot == before, "what was read piecewise is what a fresh look shows"


def test_the_bin_gives_a_child_back_after_a_restart_by_enter(school: Clerk, folder: Path) -> None:
    before = school.window.session.store.snapshot()
    name = opens_dossier(school)
    school.roster.dossier.right.ensureWidgetVisible(school.roster.dossier.school.delete)
    school.press("录错了，删除")
    school.leaves()
    school.starts(folder)
    school.logs_in()
    school.window.go("history")
    school.press("回收站")
    page = school.window.page
    assert isinstance(page, RecyclePage)
    assert name in page.grid.model().index(0, 0).data()
    school.look("recycle")
    school.key(Qt.Key.Key_Return)
    assert school.reads("还原了", name)
    assert page.grid.rows() == []
    school.look("recycle-empty")
    assert school.window.session.store.snapshot() == before


def test_a_relative_goes_to_the_bin(school: Clerk) -> None:
    opens_dossier(school)
    family = school.roster.dossier.family
    kin = family.kin()[0]
    school.roster.dossier.left_column.ensureWidgetVisible(family.blocks[kin.id].toggle)
    school.click(family.blocks[kin.id].toggle)
    remove = next(button for button in family.findChildren(Button) if button.label().startswith("去掉"))
    column = school.roster.dossier.left_column

    def in_sight() -> bool:
        column.ensureWidgetVisible(remove)
        return not remove.visibleRegion().isEmpty()

    school.until(in_sight)
    school.click(remove)
    assert kin.id not in {one.id for one in family.kin()}
    school.window.go("recycle")
    page = school.window.page
    assert isinstance(page, RecyclePage)
    assert page.grid.model().index(0, 1).data() == "家里人"
    school.key(Qt.Key.Key_Return)
    assert kin in [one for child in school.window.session.snapshot.children.values() for one in child.kin]
