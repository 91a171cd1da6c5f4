"""A block copied in Excel, WPS or our own list is pasted into the roster, looked through, and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from tests.db.test_blocks import EXCEL
from tests.journeys.clerk import Clerk
from ui.imports.import_page import ImportPage

SAMPLES = Path(__file__).parent.parent / "samples"


def clipboard(text: str = "", html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def pupils(clerk: Clerk) -> dict[str, object]:
    return {child.name: child for child in clerk.window.session.snapshot.children.values()}


def pasted(clerk: Clerk) -> ImportPage:
    """The import page after Ctrl+V."""
    clerk.control(Qt.Key.Key_V)
    clerk.waits("看看每一列对不对")
    page = clerk.window.page
    assert isinstance(page, ImportPage)
    return page


def carries_out(clerk: Clerk) -> None:
    clerk.control(Qt.Key.Key_Return)
    clerk.ready()
    clerk.control(Qt.Key.Key_Return)
    clerk.waits("导入好了")


def test_an_empty_school_takes_a_block_without_a_header(clerk: Clerk, folder: Path) -> None:
    clerk.starts(folder)
    clerk.opens_new_school()
    clipboard("周雨桐\t女\t三（1）班\t433126201605120048\t139 0046 7715\n罗子轩\t男\t三（1）班\t433126201603040033\t13812340001\n")
    page = pasted(clerk)
    clerk.look("paste-columns")
    assert page.columns.header.currentText() == "没有列名"
    assert clerk.reads("粘贴的表格", "5 列都认得")
    carries_out(clerk)
    clerk.press("回到名册")
    assert set(pupils(clerk)) == {"周雨桐", "罗子轩"}
    clerk.control(Qt.Key.Key_Z)
    assert pupils(clerk) == {}


def test_excel_s_block_changes_and_refuses_as_a_file_does(clerk: Clerk, folder: Path) -> None:
    clerk.starts(folder)
    clerk.opens_new_school()
    clipboard("周雨桐\t女\t三（1）班\n买买提·艾力\t男\t三（1）班")
    pasted(clerk)
    carries_out(clerk)
    clerk.press("回到名册")
    clipboard("garbled", EXCEL)
    page = pasted(clerk)
    assert page.columns.header.currentText() == "第 1 行"
    clerk.control(Qt.Key.Key_Return)
    clerk.ready()
    clerk.look("paste-preview")
    assert page._plan is not None
    assert page._plan.absent == (), "a block is no list of whole classes: nobody is missing from it"
    assert [(row.kind, row.record.name) for row in page._plan.rows] == [("changed", "周雨桐"), ("refused", "买买提·艾力")]
    clerk.control(Qt.Key.Key_Return)
    clerk.waits("导入好了")
    clerk.press("回到名册")
    assert pupils(clerk)["周雨桐"].id_number == "433126201605120048"  # type: ignore[attr-defined]


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Clerk:
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "family.csv")
    return clerk


def test_our_own_list_pasted_back_changes_nothing(school: Clerk) -> None:
    before = school.window.session.store.snapshot()
    school.click(school.roster.list.segments.button("all"))
    school.click(school.roster.list.grid.viewport())
    school.control(Qt.Key.Key_A)
    school.control(Qt.Key.Key_C)
    page = pasted(school)
    school.control(Qt.Key.Key_Return)
    school.ready()
    assert page._plan is not None
    assert {row.kind for row in page._plan.rows} == {"unchanged"}, [row for row in page._plan.rows if row.diffs][:2]
    assert len(page._plan.rows) == 139
    school.key(Qt.Key.Key_Escape)
    school.key(Qt.Key.Key_Escape)
    assert school.roster.isVisible(), "there is no file to choose anew: Esc goes back to the list"
    assert school.window.session.store.snapshot() == before


def test_a_single_word_is_looked_for_and_nothing_says_so(school: Clerk) -> None:
    name = next(iter(pupils(school)))
    school.click(school.roster.list.segments.button("all"))
    clipboard(f" {name} ")
    school.click(school.roster.list.grid.viewport())
    school.control(Qt.Key.Key_V)
    assert school.roster.list.head.search.text() == name
    clipboard()
    school.click(school.roster.list.grid.viewport())
    school.control(Qt.Key.Key_V)
    assert school.reads("剪贴板里没有表格")


def test_the_window_lives_while_a_large_block_is_read(
    school: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "\n".join(f"学生{n:04}\t女\t三（1）班\t青石坪村{n}组" for n in range(5000))
    clipboard(f"姓名\t性别\t班级\t现住址\n{rows}")
    beats: list[bool] = []
    moved: Callable[[str, bool], None] = lambda _label, _can: beats.append(school.window.work.busy)  # noqa: E731
    school.window.work.started.connect(moved)
    page = pasted(school)
    assert beats == [True], "read by the worker, not by the window"
    school.control(Qt.Key.Key_Return)
    school.ready()
    assert page._plan is not None and len(page._plan.rows) == 5000
