"""A term in the home (issue 6): furnished from the standard list, a donation accepted by two, ten days of opening, a
loan, a contest with twelve entrants and thirty pictures, a stock-take that lacks two balls, a broken chair; and every
ledger, label and sheet says what a count of the bare rows says.
"""

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from subprocess import run
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app import edits
from app.edits.rooms import set_hours
from app.names import initials
from app.ports import Disk
from db.store import FileStore
from tests.journeys.clerk import CONTROL, PASSWORD, Clerk
from tests.ui.attachments.conftest import drop, files
from tests.ui.cli.conftest import Program
from tests.ui.paper.test_asset_papers import Recount, codes, counted, recount
from tests.ui.photos.pictures import face, write
from ui.activities.page import ActivitiesPage
from ui.activities.parts import CONTEST, PEOPLE, RESULT
from ui.ledger.page import LedgerPage
from ui.paper.print_page import PrintPage
from ui.pieces.choice_field import ChoiceField
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.rooms.page import RoomsPage
from ui.stocktake.grid import BROKEN, COUNTED, REASON
from ui.stocktake.page import StocktakePage
from ui.window import Window

SAMPLES = Path(__file__).parent.parent / "samples"
K = Qt.Key
FIRST = date(2026, 9, 1)
KEEPER, SECOND = "李秀兰", "龙正华"
FURNISHED = {"足球": 6, "篮球": 4, "凳或椅": 12, "图书": 60, "创可贴": 40}
"""What is entered from the standard list, and how many of each."""


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Path:
    """The school of the sample register with two people of the staff, on its first day."""
    clerk.now = datetime(2026, 9, 1, 8, 0)
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "register.xlsx")
    session = clerk.window.session
    for name in (KEEPER, SECOND):
        session.apply(f"加{name}", edits.add_staff(name))
    clerk.leaves()
    return folder


@pytest.fixture
def program(disk: Disk, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The command line on the same folder."""
    monkeypatch.setenv("QIANSHOU_PASSWORD", PASSWORD)
    return Program(disk, folder, capsys)


class Keeper:
    """She who keeps the rooms, at the office's computer."""

    def __init__(self, clerk: Clerk, folder: Path, program: Program) -> None:
        self.clerk, self.folder, self.program = clerk, folder, program

    @property
    def window(self) -> Window:
        return self.clerk.window

    @property
    def store(self) -> FileStore:
        store = self.window.session.store
        assert isinstance(store, FileStore)
        return store

    def comes_in(self, day: date) -> None:
        self.clerk.now = datetime(day.year, day.month, day.day, 8, 5)
        self.clerk.starts(self.folder)
        self.clerk.logs_in()

    # the ledger

    @property
    def ledger(self) -> LedgerPage:
        self.window.go("ledger")
        page = self.window.page
        assert isinstance(page, LedgerPage)
        return page

    def type_into(self, name: str, text: str) -> None:
        """Into a line of the ledger's form: what stands there goes."""
        field = self.ledger.desk.form.fields[name]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.clerk.key(K.Key_A, CONTROL)
        self.clerk.write(text)
        if isinstance(field, DateField):
            self.clerk.key(K.Key_Tab)

    def choose(self, name: str, words: str) -> None:
        """In a box of the form, by its arrow keys."""
        field = self.ledger.desk.form.fields[name]
        assert isinstance(field, ComboField)
        self.pick(field, words)

    def pick(self, field: ComboField, words: str) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        at = next(n for n in range(field.editor.count()) if field.editor.itemText(n).startswith(words))
        for _step in range(abs(at - field.editor.currentIndex())):
            self.clerk.key(K.Key_Down if at > field.editor.currentIndex() else K.Key_Up)
        assert field.editor.currentText().startswith(words)

    def accepted(self) -> None:
        """By two people, and written."""
        self.choose("accepted", KEEPER)
        self.choose("second", SECOND)
        self.clerk.key(K.Key_Return, CONTROL)

    def open_thing(self, name: str) -> None:
        """Find it in the list and open it."""
        page = self.ledger
        page.desk.close_panel()
        page.desk.list.choose(segment="all")
        page.search()
        self.clerk.key(K.Key_A, CONTROL)
        self.clerk.write(name)
        self.clerk.key(K.Key_Return)
        assert page.desk.asset.heading.text() == name

    # paper and command line

    def prints(self, path: Path, kind: str, from_: str = "", how: str = "-layout") -> str:
        """Save a paper as PDF from the printing page, where Ctrl+P of the page in hand leads; its text, line by line."""
        if from_:
            self.window.go(from_)
        self.clerk.control(K.Key_P)
        self.clerk.until(lambda: isinstance(self.window.page, PrintPage))
        page = self.window.page
        assert isinstance(page, PrintPage)
        page.panel.layouts.button(kind).click()
        self.clerk.will_save(path)
        self.clerk.control(K.Key_E)
        self.clerk.until(path.exists)
        self.clerk.ready()
        self.window.back()
        return run(["pdftotext", how, path, "-"], capture_output=True, check=True).stdout.decode("utf-8")

    def says(self, *command: str) -> Any:
        """What the command line says of the same folder, once the window has let go of it."""
        where = self.window.key
        day = self.window.session.today
        self.clerk.leaves()
        told = self.program.json(*command, "--on", day.isoformat())
        self.comes_in(day)
        self.window.go(where)
        return told

    # what was counted by hand

    def found(self) -> Recount:
        """The bare rows of the file, today."""
        return recount(self.store, self.window.session.today)

    def agrees(self) -> None:
        """Every line of the ledger on screen, and of the command line, against the bare rows."""
        found, page = self.found(), self.ledger
        page.desk.close_panel()
        page.desk.list.choose(segment="all")
        page.desk.list.search.clear()
        shown = {line.asset.number: line for line in page.desk.shelf.books.by_id.values()}
        assert {number: line.owned for number, line in shown.items() if line.owned} == dict(found.owned)
        assert {number: line.out for number, line in shown.items() if line.out} == dict(found.lent)
        names = {one.id: one.name for one in self.store.snapshot().rooms}
        assert {(number, names[room]): count for number, line in shown.items() for room, count in line.rooms} == dict(
            found.rooms
        )


def test_a_term_in_the_home(clerk: Clerk, school: Path, program: Program, tmp_path: Path) -> None:
    keeper = Keeper(clerk, school, program)
    keeper.comes_in(FIRST)
    rooms_are_made(keeper)
    furnished(keeper)
    keeper.agrees()
    a_donation_comes(keeper)
    keeper.agrees()
    clerk.leaves()
    opened = open_on_ten_days(keeper)
    the_log_agrees(keeper, opened, tmp_path)
    lent_and_back(keeper)
    a_contest(keeper, tmp_path)
    counted_and_scrapped(keeper, tmp_path)
    keeper.agrees()
    everything_on_paper_agrees(keeper, tmp_path)


def rooms_are_made(keeper: Keeper) -> None:
    """The home and its five rooms by one button; the deputy head's opening hours."""
    keeper.window.go("rooms")
    keeper.clerk.press("建好 6 间")
    rooms = keeper.store.snapshot().rooms
    assert [one.name for one in rooms][1:] == ["音乐活动室", "体育活动室", "美术活动室", "图书阅览室", "谈心室"]
    session = keeper.window.session
    for room in rooms[2:3]:
        for weekday in range(5):
            session.apply("定开放时间", set_hours(room, weekday, [("16:00", "17:00")], FIRST))
            room = next(one for one in session.snapshot.rooms if one.id == room.id)


def furnished(keeper: Keeper) -> None:
    """From the standard list, line by line, accepted by two people."""
    for name, count in FURNISHED.items():
        page = keeper.ledger
        page.desk.list.choose(segment="standard")
        grid = page.desk.list.standard
        row = next(row for row in grid.rows() if grid.need(row).item.name.startswith(name))
        assert grid.need(row).lacking
        grid.setFocus()
        grid.set_current(row)
        keeper.clerk.key(K.Key_Return)
        keeper.type_into("count", str(count))
        keeper.accepted()
    assert keeper.found().owned.total() == sum(FURNISHED.values())


def a_donation_comes(keeper: Keeper) -> None:
    """Twenty-four umbrellas from the county's women's federation; the second person is not the first."""
    page = keeper.ledger
    page.desk.list.choose(segment="all")
    keeper.clerk.key(K.Key_Return, CONTROL)
    keeper.clerk.write("雨伞")
    keeper.choose("class_of_goods", "生活用品")
    keeper.type_into("unit", "把")
    origin = page.desk.form.fields["origin"]
    assert isinstance(origin, ChoiceField)
    keeper.clerk.click(origin.row.button("donated"))
    keeper.type_into("donor", "县妇联")
    keeper.type_into("count", "24")
    keeper.choose("accepted", KEEPER)
    keeper.choose("second", KEEPER)
    keeper.clerk.key(K.Key_Return, CONTROL)
    assert page.desk.form.fields["second"].error() == "验收要两个人，换一位"
    keeper.choose("second", SECOND)
    keeper.clerk.key(K.Key_Return, CONTROL)
    assert [one.name for one in keeper.store.inventory.donors()] == ["县妇联"]


def open_on_ten_days(keeper: Keeper) -> dict[date, int]:
    """One key on three mornings after, the others caught up on the last; a power cut shut it once."""
    days = [FIRST + timedelta(days=step) for step in (1, 2, 6, 7, 8, 9, 10, 13, 14, 15)]
    came = dict(zip(days, (18, 21, 17, 20, 16, 22, 19, 23, 15, 20), strict=True))
    clerk = keeper.clerk
    for day in (*days[:2], days[-1]):
        keeper.comes_in(day)
        page = sport_room(keeper)
        clerk.write(str(came[day]))
        clerk.key(K.Key_Return)
        if day == days[-1]:
            for missed in days[2:-1]:
                page.desk.grid.setFocus()
                page.desk.grid.go(missed)
                clerk.key(K.Key_Return)
                clerk.write(str(came[missed]))
                clerk.key(K.Key_Return)
            shut = FIRST + timedelta(days=3)
            page.desk.grid.setFocus()
            page.desk.grid.go(shut)
            clerk.key(K.Key_Return)
            clerk.click(page.panel.form.state.row.button("shut"))
            clerk.click(page.panel.form.why.editor)
            clerk.write("停电")
            clerk.key(K.Key_Return)
        else:
            clerk.leaves()
    return came


def sport_room(keeper: Keeper) -> RoomsPage:
    """The rooms, with 体育活动室 chosen and the cursor in today's number."""
    keeper.window.go("rooms")
    page = keeper.window.page
    assert isinstance(page, RoomsPage)
    room = next(one for one in keeper.window.session.snapshot.rooms if one.name == "体育活动室")
    page.openings.choose(room.id)
    page.panel.form.focus()
    return page


def the_log_agrees(keeper: Keeper, came: dict[date, int], papers: Path) -> None:
    """Card, sheet and command line say what was written."""
    page = sport_room(keeper)
    rows = keeper.store._conn.execute("SELECT day, how_many, closed_why FROM opening ORDER BY day").fetchall()
    told = {date.fromisoformat(day): count for day, count, why in rows if not why}
    assert told == came and [why for _day, _count, why in rows if why] == ["停电"]
    log = page.book.room_log()
    assert log is not None and (log.written, log.came) == (len(rows), sum(came.values()))
    text = keeper.prints(papers / "开放记录.pdf", "openings")
    for day, count in came.items():
        assert any(f"{day.month}月{day.day}日" in line and f" {count} " in f"{line} " for line in text.splitlines())
    assert "停电" in text
    said = next(one for one in keeper.says("rooms") if one["name"] == "体育活动室")
    assert (said["written"], said["came"]) == (len(rows), sum(came.values()))


def lent_and_back(keeper: Keeper) -> None:
    """Two footballs to a child by the initials; one comes back, the other on the day after."""
    page = keeper.ledger
    keeper.open_thing("足球")
    child = next(iter(keeper.window.session.snapshot.children.values()))
    keeper.clerk.key(K.Key_F8)
    keeper.clerk.write(initials(child.pinyin))
    offers = page.desk.form.fields["borrower"].list.offers()  # type: ignore[attr-defined]
    for _step in range([one.text for one in offers].index(child.name)):
        keeper.clerk.key(K.Key_Down)
    keeper.clerk.key(K.Key_Return)
    keeper.type_into("count", "2")
    keeper.clerk.key(K.Key_Return, CONTROL)
    found = keeper.found()
    assert found.lent.total() == 2 and keeper.says("stock")
    keeper.agrees()
    keeper.open_thing("足球")
    keeper.clerk.press("归还")
    keeper.type_into("count", "1")
    keeper.clerk.key(K.Key_Return, CONTROL)
    assert keeper.found().lent.total() == 1
    keeper.clerk.leaves()
    keeper.comes_in(FIRST + timedelta(days=16))
    keeper.open_thing("足球")
    keeper.clerk.press("归还")
    keeper.clerk.key(K.Key_Return, CONTROL)
    assert not keeper.found().lent
    keeper.agrees()
    keeper.clerk.leaves()


def a_contest(keeper: Keeper, papers: Path) -> None:
    """Twelve singers of one class, scores and prizes, thirty pictures dropped on the record."""
    clerk = keeper.clerk
    keeper.comes_in(date(2026, 10, 16))
    keeper.window.go("activities")
    page = keeper.window.page
    assert isinstance(page, ActivitiesPage)
    page.listing.grid.setFocus()
    clerk.key(K.Key_F4)
    clerk.write("唱歌比赛")
    page.desk.show_part(PEOPLE)
    ticks = page.desk.people.list
    ticks.grid.setFocus()
    clerk.key(K.Key_Home)
    while len(page.desk.people.ticked()) < 12:
        clerk.key(K.Key_Down)
        clerk.key(K.Key_Space)
    page.desk.show_part(CONTEST)
    contest = page.desk.contest
    clerk.click(contest.fill)
    scores = ["9.5", "8.8", "9.1", "9.5", "7.9", "8.2", "9.8", "9.0", "8.5", "8.8", "7.5", "9.3"]
    for key, score in zip(list(contest.grid.lines()), scores, strict=True):
        contest.grid.edit_cell(key, "score")
        clerk.write(score)
        clerk.key(K.Key_Tab)
    clerk.click(contest.rank)
    clerk.click(page.desk.go)
    (held,) = keeper.store.activities.between(FIRST, date(2026, 12, 31))
    assert held.activity is not None and len(held.record.participants) == 12
    rank = {score: 1 + sum(other > score for other in map(float, scores)) for score in map(float, scores)}
    assert {float(one.score): one.prize for one in held.activity.entries} == {
        score: f"第 {place} 名" for score, place in rank.items()
    }
    page.open_record(held.record.id)
    page.desk.show_part(RESULT)
    taken = [write(papers / "手机", f"IMG_{number:04}.jpg", face(number)) for number in range(30)]
    strip = page.desk.attachments
    assert drop(strip, files(taken))
    clerk.ready()
    clerk.until(lambda: len(strip.shown()) == 30)
    rows = keeper.store._conn.execute("SELECT count(*), count(DISTINCT file) FROM attachment").fetchone()
    assert tuple(rows) == (30, 30)
    text = keeper.prints(papers / "活动记录.pdf", "activity_record")
    children = keeper.window.session.snapshot.children
    for one in held.activity.entries:
        name = children[one.child_id].name if one.child_id is not None else one.name
        assert any(name in line and one.score in line for line in text.splitlines()), name
    clerk.leaves()


def counted_and_scrapped(keeper: Keeper, papers: Path) -> None:
    """In December two footballs are not there and a stool is broken; explained, booked, the form for three to sign."""
    clerk = keeper.clerk
    keeper.comes_in(date(2026, 12, 18))
    before = keeper.found()
    keeper.window.go("stocktake")
    page = keeper.window.page
    assert isinstance(page, StocktakePage)
    keeper.pick(page.desk.begin.room, "每一间")
    keeper.pick(page.desk.begin.staff, KEEPER)
    clerk.key(K.Key_Return, CONTROL)
    number = {facts["name"]: key for key, facts in before.facts.items()}
    for name, count in before.owned.items():
        facts = before.facts[name]
        for _piece in range(4 if facts["name"] == "足球" else 0):
            page.search()
            clerk.write(name)
            clerk.key(K.Key_Return)
        if facts["name"] != "足球":
            go_to(page, name, COUNTED)
            clerk.write(str(count))
            clerk.key(K.Key_Return)
    assert page.desk.head.heading.text().endswith("有 1 样对不上")
    go_to(page, number["凳或椅"], BROKEN)
    clerk.write("1")
    clerk.key(K.Key_Return)
    go_to(page, number["足球"], REASON)
    clerk.write("找不到了")
    clerk.key(K.Key_Return)
    text = keeper.prints(papers / "盘点报告.pdf", "stocktake_report")
    assert "找不到了" in text and "足球" in text
    keeper.window.go("stocktake")
    page.desk.take.broken.row.choose("scrap")
    keeper.pick(page.desk.take.confirm, SECOND)
    clerk.key(K.Key_Return, CONTROL)
    after = keeper.found()
    less = {before.facts[key]["name"]: count - after.owned[key] for key, count in before.owned.items()}
    assert {name: count for name, count in less.items() if count} == {"足球": 2, "凳或椅": 1}
    text = keeper.prints(papers / "报废单.pdf", "scrap_form")
    assert "凳或椅" in text and all(word in text for word in ("申请", "批准"))


def go_to(page: StocktakePage, number: str, column: str) -> None:
    """The cell of a thing in the grid that is counted in."""
    row = next(row for row in page.board.state.rows if row.asset.number == number)
    page.desk.go_to(row.place, column)


def everything_on_paper_agrees(keeper: Keeper, papers: Path) -> None:
    """Books, cards, labels, Excel and command line against the bare rows."""
    found = keeper.found()
    text = keeper.prints(papers / "台账.pdf", "asset_book", "ledger", "-raw")
    assert counted(text, found)["总账"] == found.owned
    cards = keeper.prints(papers / "物品卡.pdf", "asset_cards")
    assert all(number in cards for number in found.owned)
    keeper.prints(papers / "标签.pdf", "asset_labels")
    sheets = pictures(papers / "标签.pdf", papers)
    assert [code[0] for sheet in sheets for code in codes(sheet)] == sorted(found.owned)
    keeper.window.go("ledger")
    keeper.clerk.will_save(papers / "台账.xlsx")
    keeper.clerk.control(K.Key_E)
    keeper.clerk.until((papers / "台账.xlsx").exists)
    keeper.clerk.ready()
    rows = openpyxl.load_workbook(papers / "台账.xlsx")["总账"].iter_rows(min_row=4, values_only=True)
    assert {row[1]: row[5] for row in rows if row[1]} == found.owned
    stock: Counter[tuple[str, str]] = Counter()
    for one in keeper.says("stock"):
        stock.update({(one["number"], room): count for room, count in one["rooms"].items()})
    assert stock == found.rooms


def pictures(pdf: Path, folder: Path) -> list[QImage]:
    """The sheets, 4 pixels per mm."""
    run(["pdftoppm", "-r", "101.6", "-png", pdf, folder / "sheet"], check=True)
    return [QImage(str(path)) for path in sorted(folder.glob("sheet-*.png"))]
