"""The end of the term (issue 7): the figures and their names, the report, the statistics, the score, the pack, the
close; in the window and by command, and every number in the files is what a slow recount of the bare rows says.
"""

import re
import shutil
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path, PurePath
from subprocess import run
from typing import Any, TypeVar

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.figures import Reading
from app.ports import Disk
from db.store import FileStore
from tests.journeys.clerk import CONTROL, Clerk
from tests.journeys.read_back import TermPapers
from tests.journeys.read_back_tables import MentorPaper, ScorePaper, StatisticsPapers, body
from tests.journeys.score_recount import Office
from tests.journeys.term_papers import recounted
from tests.ui.cli.conftest import Program
from ui.cli import pack, report, score, stats
from ui.figures.page import FiguresPage
from ui.pack.page import PackPage
from ui.pieces.button import Button
from ui.report.page import ReportPage
from ui.setup.sample import PASSWORD, make_sample
from ui.statistics.differences import DifferencesPage
from ui.statistics.page import StatisticsPage

K = Qt.Key
P = TypeVar("P")
LAST, MONDAY, SUNDAY = date(2027, 1, 15), date(2027, 1, 18), date(2027, 1, 17)
"""The term's last day, the day after its last week on which the office closes it, and the end of that week."""
PUPILS = 80


class Clock(date):
    """What the command line takes for today."""

    @classmethod
    def today(cls) -> "Clock":
        return cls(MONDAY.year, MONDAY.month, MONDAY.day)


@pytest.fixture
def school(disk: Disk, folder: Path) -> Path:
    """The sample school at the end of its term."""
    make_sample(disk.vault(folder), LAST, PUPILS).close()
    return folder


@pytest.fixture
def program(disk: Disk, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The command line on the same folder, on the same day."""
    monkeypatch.setenv("QIANSHOU_PASSWORD", PASSWORD)
    for module in (pack, report, score, stats):
        monkeypatch.setattr(module, "date", Clock, raising=False)
    return Program(disk, folder, capsys)


class Desk:
    """The clerk at the end of the term, and the folder of what she makes."""

    def __init__(self, clerk: Clerk, folder: Path, out: Path) -> None:
        self.clerk, self.folder, self.out = clerk, folder, out

    def comes_in(self) -> None:
        self.clerk.now = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 9, 5)
        self.clerk.starts(self.folder)
        self.clerk.logs_in(PASSWORD)

    @property
    def store(self) -> FileStore:
        store = self.clerk.window.session.store
        assert isinstance(store, FileStore)
        return store

    def page(self, kind: type[P], key: str = "") -> P:
        """What is on screen, or the page of that key."""
        if key:
            self.clerk.window.go(key)
        self.clerk.ready()
        page = self.clerk.window.page
        assert isinstance(page, kind)
        return page

    def saves(self, name: str, words: str = "") -> None:
        """By the button that says so, or by Ctrl+E."""
        path = self.out / name
        self.clerk.will_save(path)
        if words:
            self.clerk.press(words)
        else:
            self.clerk.control(K.Key_E)
        self.clerk.until(path.exists)
        self.clerk.ready()


def test_the_end_of_a_term(clerk: Clerk, school: Path, program: Program, tmp_path: Path) -> None:
    out = tmp_path / "期末"
    out.mkdir()
    desk = Desk(clerk, school, out)
    desk.comes_in()
    slow, numbers = recounted(Reading(desk.store.snapshot(), desk.store))
    office = Office(desk.store, SUNDAY, slow)
    papers, tables = TermPapers(slow, numbers, MONDAY, office), StatisticsPapers(slow)
    figures_lead_to_their_names(desk, papers)
    the_report_is_written(desk)
    both_agencies_have_their_tables(desk)
    the_term_is_scored(desk)
    root = the_pack_is_made(desk)
    marks, mentors = ScorePaper(desk.store, office), MentorPaper(office)

    papers.word(docx.Document(str(out / "总结.docx")))
    papers.excel(openpyxl.load_workbook(out / "数字.xlsx"))
    tables.excel(openpyxl.load_workbook(out / "统计表.xlsx"))
    tables.differences(openpyxl.load_workbook(out / "两种口径.xlsx"))
    marks.excel(items(out / "自评表.xlsx"))
    the_pack_says_the_same(root, out, papers, marks)
    the_mentors_are_counted(root, mentors)
    a_changed_number_is_found(out, papers, tables, marks)
    clerk.leaves()

    by_command_the_same(program, out, root, papers, tables)
    the_term_is_closed(desk)
    papers.by_command(program.json("report", "--term", "2026-1", "--out", str(out / "后来.xlsx")))
    papers.excel(openpyxl.load_workbook(out / "后来.xlsx"))
    office_programs_open(out, ["总结.docx", "数字.xlsx", "统计表.xlsx", "自评表.xlsx"])


def figures_lead_to_their_names(desk: Desk, papers: TermPapers) -> None:
    """From the page of the report to the figures; a click on a number lists those who are counted."""
    clerk = desk.clerk
    clerk.click(clerk.window.rail.tabs["report"])
    aside = desk.page(ReportPage).aside
    clerk.until(lambda: bool(aside.links))
    clerk.click(aside.links["contact.talk"])
    page = desk.page(FiguresPage)
    assert page.in_names() and len(page.names.lines()) == papers.of("contact.talk")
    names = dict(papers.slow.conn.execute("SELECT id, name FROM child"))
    girls = {row[0] for row in papers.slow.conn.execute("SELECT id FROM child WHERE sex = '女'")} & set(papers.slow.left)
    for key in ("children.left_girls", "rule.talk", "contact.home_visit", "gift.insured", "problem.open"):
        clerk.key(K.Key_Escape)
        assert page.listing.go_key(key)
        clerk.key(K.Key_Return)
        many = papers.lack(key) if key == "rule.talk" else papers.of(key)
        assert page.in_names() and len(page.names.lines()) == many, key
        if key == "children.left_girls":
            assert sorted(line.name for line in page.names.lines()) == sorted(names[child] for child in girls)
    clerk.key(K.Key_Escape)
    assert clerk.reads(str(papers.of("children.left")), "民政口径", str(papers.of("children.civil")))


def the_report_is_written(desk: Desk) -> None:
    """In Word and in Excel."""
    desk.saves("总结.docx", "写成 Word")
    desk.page(FiguresPage).listing.focus_first()
    desk.saves("数字.xlsx")


def both_agencies_have_their_tables(desk: Desk) -> None:
    """The statistics, and why the two numbers differ."""
    desk.clerk.press("统计表")
    page = desk.page(StatisticsPage)
    assert page.found.day == LAST and page.check.isVisible()
    page.grid.setFocus()
    desk.saves("统计表.xlsx")
    desk.clerk.press("为什么两个数不一样")
    assert desk.page(DifferencesPage).found.day == LAST
    desk.saves("两种口径.xlsx")


def the_term_is_scored(desk: Desk) -> None:
    """What was only looked at gets its points; a check takes off half a point with its reason, and a paper shows it."""
    page = desk.page(ReportPage, "report")
    before = page.board.score
    assert before is not None
    kept = next(one for one in before.items if one.item.what == "环境卫生")
    talks = next(one for one in before.items if one.item.what == "亲情通话")
    page.open_item(kept.item.id)
    tells(desk, "自己打分", "self", points="2", reason="擦了窗户")
    page.open_item(talks.item.id)
    tells(desk, "记平时检查", "routine", points="-1.5", reason="少了一张登记表")
    tells(desk, "写一句", "words", words="登记表在第 4 盒")
    after = page.board.score
    assert after is not None and after.points == before.points - 3 + 4 - kept.points
    desk.saves("自评表.xlsx")


def tells(desk: Desk, button: str, kind: str, **said: str) -> None:
    """Write into the little form that the button opens."""
    clerk, page = desk.clerk, desk.page(ReportPage)
    *_before, asks = (one for one in page.panel.findChildren(Button) if one.label() == button)
    scrolled(page.panel, asks)
    clerk.click(asks)
    form = page.forms.forms[kind]
    clerk.until(form.isVisible)
    for name, text in said.items():
        form.fields[name].setFocus(Qt.FocusReason.TabFocusReason)
        clerk.key(K.Key_A, CONTROL)
        clerk.write(text)
    clerk.key(K.Key_Return, CONTROL)
    assert not form.isVisible(), {name: field.error() for name, field in form.fields.items()}


def scrolled(panel: QWidget, to: QWidget) -> None:
    """As the wheel would."""
    QApplication.processEvents()
    for area in panel.findChildren(QScrollArea):
        area.ensureWidgetVisible(to)


def the_pack_is_made(desk: Desk) -> Path:
    """With everything of the term, checked at once."""
    clerk, page = desk.clerk, desk.page(PackPage, "pack")
    page.panel.put_into(PurePath(desk.out))
    assert page.term() is not None and page.term().code == "2026-1"  # type: ignore[union-attr]
    clerk.click(page.panel.go)
    clerk._qtbot.waitUntil(lambda: not clerk.shell.work.busy, timeout=60_000)
    assert page.panel.said.text.text().startswith("迎检资料做好了")
    scrolled(page.panel, page.panel.check)
    clerk.click(page.panel.check)
    clerk.ready()
    assert "一个字节没变" in page.panel.said.text.text()
    return Path(page.panel.target())


def the_pack_says_the_same(root: Path, out: Path, papers: TermPapers, marks: ScorePaper) -> None:
    """Its papers are those that were made one by one, and what it has on A4 has no other number."""
    assert cells(one(root, "学期数字.xlsx")) == cells(out / "数字.xlsx")
    assert cells(one(root, "统计表.xlsx")) == cells(out / "统计表.xlsx")
    assert cells(one(root, "两种口径对照.xlsx")) == cells(out / "两种口径.xlsx")
    assert items(one(root, "考核自评表.xlsx")) == items(out / "自评表.xlsx")
    assert words(one(root, "学期总结.docx"), MONDAY, LAST) == words(out / "总结.docx")
    papers.paper(pages(one(root, "学期数字.pdf")))
    marks.paper(pages(one(root, "考核自评表.pdf")), items(out / "自评表.xlsx"))


def the_mentors_are_counted(root: Path, mentors: MentorPaper) -> None:
    """Every number of their table, none of which can be another one; the same on A4."""
    sheet = openpyxl.load_workbook(one(root, "代理家长考核表.xlsx")).active
    mentors.excel(sheet)
    mentors.paper(pages(one(root, "代理家长考核表.pdf")), sheet)
    for row in [row for row in sheet.iter_rows() if isinstance(row[0].value, int)]:
        for cell in row[2:]:
            was = cell.value
            changed = re.sub(r"\d+", lambda number: str(int(number[0]) + 1), str(was or ""), count=1)
            if changed != str(was or ""):
                cell.value = int(changed) if isinstance(was, int) else changed
                with pytest.raises(AssertionError):
                    mentors.excel(sheet)
                cell.value = was


def a_changed_number_is_found(out: Path, papers: TermPapers, tables: StatisticsPapers, marks: ScorePaper) -> None:
    """The readers of this test read every number: none can be another one (of the statistics every seventh is tried)."""
    for name, reads, each in (("数字.xlsx", papers.excel, 1), ("统计表.xlsx", tables.excel, 7)):
        book = openpyxl.load_workbook(out / name)
        numbers = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, (int, float))]
        assert len(numbers) > 200
        for cell in numbers[::each]:
            was, cell.value = cell.value, cell.value + 1
            with pytest.raises(AssertionError):
                reads(book)
            cell.value = was
    rows = items(out / "自评表.xlsx")
    for place, row in enumerate(rows):
        for column in (4, 6):
            if found := re.search(r"\d+(?=/|$)", str(row[column] or "")):
                other = deepcopy(rows)
                other[place][column] = str(row[column]).replace(found[0], str(int(found[0]) + 1), 1)
                with pytest.raises((AssertionError, ArithmeticError)):
                    marks.excel(other)
    document = docx.Document(str(out / "总结.docx"))
    lines = [line for line in document.paragraphs if re.search(r"\d", line.text)]
    lines += [cell.paragraphs[0] for table in document.tables for row in table.rows[1:] for cell in row.cells]
    for line in lines:
        run_ = next((run for run in reversed(line.runs) if re.search(r"\d", run.text)), None)
        if run_ is None:
            continue
        was = run_.text
        run_.text = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), was, count=1)
        with pytest.raises((AssertionError, KeyError, ValueError, StopIteration)):
            papers.word(document)
        run_.text = was


def by_command_the_same(
    program: Program, out: Path, root: Path, papers: TermPapers, tables: StatisticsPapers
) -> None:
    """report, stats, score, pack and pack-verify."""
    for name in ("总结.docx", "数字.xlsx"):
        papers.by_command(program.json("report", "--term", "2026-1", "--out", str(out / f"命令{name}")))
    assert words(out / "命令总结.docx") == words(out / "总结.docx")
    assert cells(out / "命令数字.xlsx") == cells(out / "数字.xlsx")
    tables.by_command(program.json("stats", "--on", LAST.isoformat()))
    told = program.json("score", "--term", "2026-1")
    rows = items(out / "自评表.xlsx")
    assert [(one["item"], one["points"], one["score"]) for one in told["items"]] == [
        (row[1], float(row[3]), float(row[4])) for row in rows[:-1]]
    assert (told["points"], told["full"]) == (float(rows[-1][4]), float(rows[-1][3]))
    made = program.json("pack", "--term", "2026-1", "--out", str(out / "命令迎检"))
    assert made["files"] == made["written"] > 100
    assert program.json("pack-verify", str(out / "命令迎检"))["missing"] == []
    mine, other = ({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
                   for folder in (root, out / "命令迎检"))  # fmt: skip
    assert mine.keys() == other.keys()
    assert [path for path, content in mine.items() if content != other[path] and not path.endswith(".json")] == []


def the_term_is_closed(desk: Desk) -> None:
    """Frozen with its figures, backed up, the next one opened; what is written of it now is a correction."""
    desk.comes_in()
    clerk, page = desk.clerk, desk.page(PackPage, "pack")
    scrolled(page.panel, page.panel.term)
    clerk.click(page.panel.term)
    assert page.in_close()
    clerk.click(page.closing.go)
    clerk.ready()
    (close,) = desk.store.term_closes.every()
    assert page.closing.heading.text() == "已结束" and "term" in [one.why for one in desk.store.backups()]
    assert [term.code for term in clerk.window.session.snapshot.terms] == ["2026-1", "2026-2"]
    assert f'"children.left": [{len(recounted(Reading(desk.store.snapshot(), desk.store))[0].left)},' in close.figures
    clerk.leaves()


def office_programs_open(out: Path, names: list[str]) -> None:
    """LibreOffice, where there is one, makes pages of each."""
    office = shutil.which("soffice")
    if office is None:
        return
    made = out / "页"
    run([office, f"-env:UserInstallation={(out / 'office').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir",
         made, *(out / name for name in names)], check=True, capture_output=True, timeout=120)  # fmt: skip
    for name in names:
        there = PdfReader(made / f"{Path(name).stem}.pdf")
        assert 0 < len(there.pages) < 9 and re.search(r"\d{2}", there.pages[0].extract_text()), name


def one(root: Path, name: str) -> Path:
    """The paper of a pack, whatever its number."""
    (path,) = (path for path in root.rglob("*") if path.name.endswith(f" {name}"))
    return path


def items(path: Path) -> list[list[Any]]:
    """The lines of 考核自评表."""
    return [row for row in body(openpyxl.load_workbook(path).active) if row[1]]


def pages(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def cells(path: Path) -> list[Any]:
    book = openpyxl.load_workbook(path)
    return [(sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()]) for sheet in book]


def words(path: Path, *days: date) -> list[Any]:
    """Text and tables; with two days, as if it had been signed on the first instead of the second."""
    document = docx.Document(str(path))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    said = [f"{day.year}年{day.month}月{day.day}日" for day in days]
    return [[said[0] if said and line.text == said[1] else line.text for line in document.paragraphs], tables]
