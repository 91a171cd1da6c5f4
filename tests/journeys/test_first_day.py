"""The first day: from an empty folder to printed cards and the roster in Excel, all of it in the window."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt

from app.ports import Disk
from app.roster import counts, rows
from tests.journeys.clerk import NAME, NOW, PASSWORD, Clerk, focused
from ui.cli import run
from ui.login import Login

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED: dict[str, Any] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
LEFT = EXPECTED["one_away"] + EXPECTED["both_away"]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder for the school with the register; empty until the first story has imported it."""
    return tmp_path_factory.mktemp("imported") / "data"


@pytest.fixture
def registered(clerk: Clerk, folder: Path, imported: Path) -> Clerk:
    """The school with the register, the roster on screen: set up and imported by hand once, then opened."""
    if not imported.exists():
        clerk.starts(folder)
        clerk.opens_new_school()
        clerk.imports(SAMPLES / "register.xlsx")
        clerk.leaves()
        shutil.copytree(folder, imported)
    else:
        shutil.copytree(imported, folder)
    clerk.starts(folder)
    clerk.logs_in()
    return clerk


def by_command(disk: Disk, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """What `children --json` says of the same folder."""
    monkeypatch.setenv("QIANSHOU_PASSWORD", PASSWORD)
    capsys.readouterr()
    assert run(disk, ["--data", str(folder), "children", "--on", NOW.date().isoformat(), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def text_of(pdf: Path) -> str:
    """The PDF's text, pages split by form feeds."""
    assert shutil.which("pdftotext"), "poppler-utils is missing: make setup"
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True).stdout.decode("utf-8")


def test_set_up_asks_for_the_code_and_opens_an_empty_roster(clerk: Clerk, folder: Path) -> None:
    clerk.starts(folder)
    clerk.look("first-start")
    code = clerk.sets_up()
    clerk.look("recovery-code")
    clerk.fill("恢复码", "A" * 32)
    clerk.press("打开名册")
    assert clerk.reads("和恢复码不一样")
    clerk.fill("恢复码", code.replace("-", "").lower())
    clerk.press("打开名册")
    clerk.look("empty-roster")
    assert clerk.reads("先把孩子的名字放进来")
    assert clerk.button("选表格").hasFocus(), "the first step can be taken by Enter"
    assert clerk.window.rail.user.text() == NAME


def test_every_count_agrees(
    registered: Clerk, folder: Path, disk: Disk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    registered.look("roster")
    segments = registered.roster.list.segments
    assert (segments.button("left_behind").count, segments.button("all").count) == (LEFT, EXPECTED["pupils"])
    assert registered.reads("本学期", f" {LEFT} ", "个留守儿童")
    foot = registered.roster.list.counts.line.words()
    assert "（一方在外 42，都在外 27）" in foot
    assert len(registered.roster.list.grid.rows()) == LEFT

    told = by_command(disk, folder, capsys, monkeypatch)
    assert len(told) == EXPECTED["pupils"]
    said = Counter(child["status"] for child in told)
    assert (said["one_away"], said["both_away"]) == (EXPECTED["one_away"], EXPECTED["both_away"])
    civil = Counter(child["civil_affairs"] for child in told)
    figures = counts(rows(registered.window.session.snapshot, NOW.date()))
    assert (figures.civil, figures.civil_unknown) == (civil[True], civil[None])
    assert re.sub(r"\s", "", foot) == (
        f"学籍口径{LEFT}人（一方在外42，都在外27），民政口径{civil[True]}人，待核实{civil[None]}人，全部学生139人"
    )
    for class_name, pupils in EXPECTED["by_class"].items():
        registered.roster.list.choose_class(class_name)
        assert registered.roster.list.segments.button("all").count == pupils
        assert f" {pupils} 人" in registered.roster.list.counts.line.words()


def test_initials_typed_in_the_list_find_a_child(registered: Clerk) -> None:
    grid = registered.roster.list.grid
    assert focused() is grid, "the cursor is in the list after an import"
    registered.write("lcc")
    registered.look("search")
    assert [registered.roster.listing.row(key).name for key in grid.rows()] == ["罗春春"]
    registered.key(Qt.Key.Key_Return)
    assert registered.reads("罗春春")
    registered.look("dossier")
    registered.key(Qt.Key.Key_Escape)
    assert not registered.roster.in_dossier()


def test_the_places_of_a_whole_class_are_confirmed_at_once(registered: Clerk) -> None:
    page = registered.roster
    registered.click(page.list.segments.button("check"))
    page.list.choose_class("三（2）班")
    waiting = sum(page.listing.row(key).to_confirm for key in page.list.grid.rows())
    assert waiting > 0
    registered.press(f"一起核对 {waiting}")
    registered.look("confirm-class")
    registered.press(f"核对 {waiting} 人")
    assert [key for key in page.list.grid.rows() if page.listing.row(key).to_confirm] == []
    registered.look("confirmed")
    registered.control(Qt.Key.Key_Z)
    assert sum(page.listing.row(key).to_confirm for key in page.list.grid.rows()) == waiting


def test_cards_and_roster_come_out(registered: Clerk, tmp_path: Path) -> None:
    registered.control(Qt.Key.Key_P)
    assert registered.reads(f"打印随身卡：{LEFT} 张卡，{-(-LEFT // 4)} 张纸")
    registered.look("print")
    registered.will_save(tmp_path / "随身卡.pdf")
    registered.control(Qt.Key.Key_E)
    registered.waits("存好了")
    snapshot, day = registered.window.session.snapshot, NOW.date()
    left = [row for row in rows(snapshot, day) if row.status in ("one_away", "both_away")]
    text = text_of(tmp_path / "随身卡.pdf")
    assert text.count("\f") == -(-LEFT // 4)
    squeezed = re.sub(r"\s", "", text)
    assert [row.name for row in left if squeezed.count(row.name) < 1] == []
    numbers = [kin.phones[0].number for row in left for kin in snapshot.children[row.child_id].kin if kin.phones]
    assert [number for number in numbers if number not in squeezed] == []
    assert not any(snapshot.children[row.child_id].id_number in squeezed for row in left)

    registered.key(Qt.Key.Key_Escape)
    assert registered.roster.list.segments.button("left_behind").isChecked()
    registered.will_save(tmp_path / "花名册.xlsx")
    registered.control(Qt.Key.Key_E)
    registered.look("export")
    registered.press(f"导出 {LEFT} 人")
    registered.waits("名册存好了")
    cells = [
        [str(cell or "") for cell in row]
        for row in openpyxl.load_workbook(tmp_path / "花名册.xlsx").worksheets[0].values
    ]
    assert [row[1] for row in cells if row[0].isdigit()] == [row.name for row in left]
    total = next(text for row in cells for text in row if "其中：" in text)
    assert total.startswith(f"{LEFT} 人。")
    assert "双亲留守 27 人，单亲留守 42 人" in total


def test_lock_and_unlock_lead_back_and_an_edit_is_taken_back(registered: Clerk) -> None:
    page = registered.roster
    child = page.list.grid.rows()[2]
    page.list.grid.set_current(child)
    registered.key(Qt.Key.Key_Return)
    before = registered.window.session.snapshot.children[child].kin[0].phones
    registered.control(Qt.Key.Key_L)
    assert isinstance(registered.shell.currentWidget(), Login)
    assert registered.reads("锁着", NAME)
    assert not registered.reads(page.listing.row(child).name)
    registered.look("locked")
    registered.logs_in()
    assert registered.roster.in_dossier() and registered.roster.dossier.child_id == child

    registered.press("改爸爸")
    registered.look("phone")
    field = registered.roster.dossier.family.blocks[registered.window.session.snapshot.children[child].kin[0].id].editor
    assert field is not None
    number = field.phones.rows()[0].number.editor
    registered.click(number)
    number.selectAll()
    registered.write("139 0046 7715")
    registered.key(Qt.Key.Key_Tab)
    assert registered.window.session.snapshot.children[child].kin[0].phones[0].number == "13900467715"
    assert registered.reads("记下了，Ctrl+Z 撤回")
    registered.control(Qt.Key.Key_Z)
    assert registered.window.session.snapshot.children[child].kin[0].phones == before


def test_the_import_is_taken_back_from_the_history_and_says_what_it_keeps(registered: Clerk) -> None:
    page = registered.roster
    child = page.list.grid.rows()[0]
    page.list.grid.set_current(child)
    registered.key(Qt.Key.Key_F2)
    assert registered.roster.in_dossier()
    focused().selectAll()  # type: ignore[attr-defined]
    registered.write("石小石")
    registered.key(Qt.Key.Key_Tab)
    registered.press("设置")
    registered.press("历史")
    registered.look("history")
    history = registered.window.page
    run = registered.window.session.store.imports()[0]
    grid = history.grid  # type: ignore[attr-defined]
    place = grid.rows().index(run.action_id)
    cell = grid.model().index(place, 3)
    registered.click(grid.viewport(), grid.visualRect(cell).center())
    registered.waits("撤回整个导入", "处")
    registered.waits("后来改过", "留着没动")
    registered.look("import-undone")
    assert [row.name for row in rows(registered.window.session.snapshot, NOW.date())] == ["石小石"]
