"""台账, 物品卡 and 物品标签: every number on paper and in Excel is that of a slow recount from the rows of the file."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.asset_books import BOOK, CARDS, LABELS, AssetAsk
from app.measures.facts import Facts
from app.measures.home import equipment
from app.sample import sample_school
from app.shelf import past_date
from app.vault import Setup
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.paper.stored import disk
from ui.ledger.shelf import Books
from ui.ledger.words import need_state
from ui.paper import asset_job as asset_jobs
from ui.paper import job_choice
from ui.paper.asset_job import AssetJob, asset_job, asset_paper
from ui.paper.asset_labels import STOCKS, Ask
from ui.paper.asset_sheets import asset_sheets, file_name, ledger_of, past_words
from ui.paper.jobs import audit_of
from ui.paper.output import pdf_bytes
from ui.paper.print_page import PrintPage
from ui.paper.standard_sheet import standard_job, standard_paper
from ui.session import Session
from ui.work import Work

ON = date(2026, 11, 24)
DAYS = (ON, ON - timedelta(30), ON - timedelta(72))
TextOf = Callable[[bytes], str]
PagesOf = Callable[[bytes], list[QImage]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileStore]:
    sample = sample_school(ON, 80)
    term = sample.term
    setup = Setup(sample.school, "陈晓梅", "青山-password-1", term.code, term.from_day, term.until_day)
    _code, made = FileVault(tmp_path_factory.mktemp("台账") / "学校 软件", cost=keys.LOW_COST).create(setup)
    made.apply("示例学校", sample.changes)
    yield made
    made.close()


@dataclass
class Recount:
    """The ledger of a day, counted by hand from the bare rows; assets by their number."""

    owned: Counter[str]
    rooms: Counter[tuple[str, str]]
    lent: Counter[str]
    facts: dict[str, dict[str, Any]]

    def value(self, counts: Counter[str]) -> str:
        fen = sum(count * (self.facts[number]["price_fen"] or 0) for number, count in counts.items())
        return f"{fen // 100:,}.{fen % 100:02}".removesuffix(".00")

    def of_room(self, room: str) -> Counter[str]:
        return Counter({number: count for (number, where), count in self.rooms.items() if where == room})

    def of_goods(self, goods: str) -> Counter[str]:
        return Counter({key: n for key, n in self.owned.items() if self.facts[key]["class_of_goods"] == goods})


def recount(store: FileStore, day: date) -> Recount:
    """Row after row, with no code of the program."""
    columns = ("number", "class_of_goods", "price_fen", "name", "unit", "note")
    assets = {key: dict(zip(columns, rest, strict=True)) for key, *rest in store._conn.execute(
        f"SELECT id, {', '.join(columns)} FROM asset")}  # fmt: skip
    rooms = dict(store._conn.execute("SELECT id, name FROM room").fetchall())
    owned: Counter[str] = Counter()
    there: Counter[tuple[str, str]] = Counter()
    lent: Counter[str] = Counter()
    rows = store._conn.execute("SELECT asset_id, kind, day, count, room_id, to_room_id FROM movement").fetchall()
    for asset, kind, when, count, room, to_room in rows:
        if when > day.isoformat():
            continue
        number = assets[asset]["number"]
        owned[number] += {"in": 1, "stocktake": 1, "consume": -1, "scrap": -1}.get(kind, 0) * count
        there[number, rooms[room]] += (1 if kind in ("in", "stocktake", "return") else -1) * count
        if to_room is not None:
            there[number, rooms[to_room]] += count
        lent[number] += {"loan": 1, "return": -1}.get(kind, 0) * count
    kept = [Counter({key: n for key, n in one.items() if n}) for one in (owned, lent)]
    return Recount(kept[0], Counter({key: n for key, n in there.items() if n}), kept[1],
                   {one["number"]: one for one in assets.values()})  # fmt: skip


def job(store: FileStore, paper: str, scope: str = "all", day: date = ON, ask: Ask | None = None,
        assets: tuple[int, ...] = ()) -> AssetJob:  # fmt: skip
    return asset_job(paper, scope, store.snapshot(), store.inventory, day, assets, ask)


def printed(one: AssetJob) -> bytes:
    warnings: list[str] = []
    content = pdf_bytes(asset_paper(one), warnings)
    assert warnings == []
    return content


def squeezed(text: str) -> str:
    return "".join(text.split())


def counted(text: str, found: Recount) -> dict[str, Counter[str]]:
    """What the rows of a printed book say, by its title: number → pieces."""
    books: dict[str, Counter[str]] = {}
    for page in text.split("\f"):
        title = re.search(r"资产台账（(.+)）", page)
        for line in page.splitlines():
            match = re.match(r"\d+ (\d{4}) (.+)", line)
            if match and title:
                unit, rest = found.facts[match[1]]["unit"], match[2]
                assert rest.startswith(found.facts[match[1]]["name"])
                number = re.search(rf" {unit} (-?\d+)( |$)", rest)
                assert number, line
                books.setdefault(title[1], Counter())[match[1]] += int(number[1])
    return books


@pytest.mark.parametrize("day", DAYS)
def test_the_general_book_is_the_recount(qapp: object, store: FileStore, text_of: TextOf, day: date) -> None:
    found = recount(store, day)
    text = text_of(printed(job(store, BOOK, day=day)))
    assert counted(text, found) == {"总账": found.owned}
    whole, sheets = squeezed(text), text.count("\f")
    assert f"{len(found.owned)}样，{found.owned.total()}件，金额{found.value(found.owned)}元" in whole
    for page in range(1, sheets + 1):
        assert f"第{page}页共{sheets}页" in whole
    assert whole.count("保管人（签名）") == 1 and f"截至{day.year}年{day.month}月{day.day}日" in whole
    gone = len(found.facts) - len(found.owned)
    assert (f"另有{gone}样账上没有了" in whole) == bool(gone)


def test_the_books_of_rooms_and_classes_are_the_recount(qapp: object, store: FileStore, text_of: TextOf) -> None:
    found = recount(store, ON)
    books = counted(text_of(printed(job(store, BOOK, "rooms"))), found)
    rooms = {room for _number, room in found.rooms}
    assert books == {f"分室账：{room}": found.of_room(room) for room in rooms}
    classes = dict(zip(
        ("music", "sport", "art", "book", "daily", "furniture", "medicine"),
        ("音乐器材", "体育器材", "美术器材", "图书", "生活用品", "桌凳", "医药"), strict=True))  # fmt: skip
    books = counted(text_of(printed(job(store, BOOK, "goods"))), found)
    assert books == {f"分类账：{word}": found.of_goods(key) for key, word in classes.items()}
    assert sum(books.values(), Counter()) == found.owned
    (room,) = [one for one in store.snapshot().rooms if one.name == "体育活动室"]
    one = text_of(printed(job(store, BOOK, f"room:{room.id}")))
    assert counted(one, found) == {"分室账：体育活动室": found.of_room("体育活动室")} and "另借出 3" in one


def test_a_card_has_every_movement_once_with_what_was_left(qapp: object, store: FileStore, text_of: TextOf) -> None:
    ball = next(one for one in store.inventory.assets() if one.name == "创可贴")
    moved = [(date.fromisoformat(day), kind, count, reason) for day, kind, count, reason in store._conn.execute(
        "SELECT day, kind, count, reason FROM movement WHERE asset_id = ? ORDER BY day, id", (ball.id,))]  # fmt: skip
    text = text_of(printed(job(store, CARDS, "chosen", assets=(ball.id,))))
    left, rows = 0, []
    for day, kind, count, _reason in moved:
        left += count if kind == "in" else -count
        rows.append(f"{day.year}.{day.month}.{day.day}" + f" {'+' if kind == 'in' else '−'}{count} {left} {left}")
    said = [re.sub(r" (入库|领用)\S*(.*?) (?=[+−])", " ", line) for line in text.splitlines()]
    printed_rows = [line for line in said if re.match(r"\d{4}\.\d+\.\d+ [+−]", line)]
    assert len(printed_rows) == len(rows) > 2
    assert all(line.startswith(row) for line, row in zip(printed_rows, rows, strict=True)), (printed_rows, rows)
    assert "体育课擦伤" in text and "龙正华、向文武" in text and "0030" in text


def test_many_movements_go_on_on_further_cards_and_the_borrowers_are_in_the_audit(
    qapp: object, store: FileStore, text_of: TextOf
) -> None:
    every = job(store, CARDS)
    paper = asset_paper(every)
    lent = {one.child_id for moved in every.movements.values() for one in moved if one.child_id}
    assert {child.id for child in every.children} == lent and frozenset().union(*paper.owners) == lent
    assert audit_of(every) == ("print_asset_cards", f"things=43 children={len(lent)} day=2026-11-24")
    (asset,) = [one for one in every.books[0].entries if one.line.asset.name == "篮球"]
    first = every.movements[asset.line.id][0]
    many = {asset.line.id: [first] * 40}
    book = replace(every.books[0], entries=(asset,))
    text = text_of(printed(replace(every, movements=many, books=(book,))))
    assert len(re.findall(r"^2026\.\d+\.\d+ 入库", text, re.MULTILINE)) == 40
    assert [int(one) for one in re.findall(r"第 (\d) 张，共 5 张", text)] == [1, 2, 3, 4, 5]
    assert f"+{first.count} {40 * first.count} {40 * first.count}" in text


LONG = "".join(f"第{n}处划痕在右下角，" for n in range(10, 60))


def test_what_is_long_goes_on_and_nothing_is_lost(qapp: object, store: FileStore, text_of: TextOf) -> None:
    every = job(store, CARDS)
    entry = every.books[0].entries[0]
    asset = replace(entry.line.asset, name="一套可以折叠起来放在柜子里的" * 6, spec=LONG, note=LONG, number="QS-A-2026-0001-X")
    entry = replace(entry, line=replace(entry.line, asset=asset))
    book = replace(every.books[0], entries=(entry,) * 3)
    moved = [replace(one, reason=LONG) for one in every.movements[entry.line.id]]
    for paper, texts in ((BOOK, 2), (CARDS, 3)):
        content = printed(replace(every, paper=paper, books=(book,), movements={entry.line.id: moved}))
        digits = Counter(re.findall(r"[1-5]", "".join(text_of(content).split())))
        least = Counter(re.findall(r"[1-5]", LONG * texts * 3))
        assert all(digits[one] >= least[one] for one in least), paper
    short = replace(asset, name="心理沙盘（含沙具 1 200 件，附说明书和防尘罩）")
    book = replace(book, entries=(replace(entry, line=replace(entry.line, asset=short)),))
    for stock in STOCKS.values():
        printed(replace(every, paper=LABELS, books=(book,), ask=Ask(stock)))


def codes(picture: QImage) -> list[tuple[str, float, float, float, float]]:
    """(text, left, top, right, bottom) of every code on a sheet, mm."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    view = zxingcpp.ImageView(grey.constBits(), grey.width(), grey.height(), zxingcpp.ImageFormat.Lum,
                              grey.bytesPerLine(), 1)  # fmt: skip
    dots = grey.width() / 210
    found = []
    for one in zxingcpp.read_barcodes(view, formats=zxingcpp.BarcodeFormat.QRCode):
        first, last = one.position.top_left, one.position.bottom_right
        found.append((one.text, first.x / dots, first.y / dots, last.x / dots, last.y / dots))
    return sorted(found, key=lambda code: (round(code[2] / 10), code[1]))


@pytest.mark.parametrize(("key", "start"), [("24", 1), ("24", 10), ("40", 1), ("40", 40)])
def test_the_labels_of_a_printed_sheet_are_read_by_a_scanner(
    qapp: object, store: FileStore, pages_of: PagesOf, key: str, start: int
) -> None:
    stock, numbers = STOCKS[key], sorted(recount(store, ON).owned)
    pages = pages_of(printed(job(store, LABELS, ask=Ask(stock, start))))
    assert len(pages) == -(-(len(numbers) + start - 1) // stock.each)
    seen = [code for page in pages for code in codes(page)]
    assert [code[0] for code in seen] == numbers
    for place, (_text, left, top, right, bottom) in enumerate(seen, start - 1):
        at = place % stock.each
        x, y = stock.left + at % stock.across * stock.wide, stock.top + at // stock.across * stock.high
        assert abs(left - x - stock.quiet) < 1 and abs(right - left - stock.code) < 1
        assert abs((top + bottom) / 2 - y - stock.high / 2) < 1
        assert stock.quiet >= 4 * stock.code / 21, "four squares of white beside it"
    for page in pages:
        inked = [(x, y) for x in range(page.width()) for y in range(0, page.height(), 3)
                 if (x < 38 or x > page.width() - 39) and page.pixelColor(x, y).lightness() < 200]  # fmt: skip
        assert inked == [], "no ink within 10 mm of the edge"


def test_a_label_for_every_piece_and_a_sheet_that_is_moved(qapp: object, store: FileStore, pages_of: PagesOf) -> None:
    (room,) = [one for one in store.snapshot().rooms if one.name == "体育活动室"]
    there = recount(store, ON).of_room("体育活动室")
    lent = sum(count for number, count in recount(store, ON).lent.items() if number in there)
    moved = job(store, LABELS, f"room:{room.id}", ask=Ask(pieces=True, right=1.0, down=-1.5, cuts=False))
    seen = [code for page in pages_of(printed(moved)) for code in codes(page)]
    counts = Counter(code[0] for code in seen)
    assert counts.total() == there.total() + lent and counts["0006"] == there["0006"]
    assert abs(seen[0][1] - 15.5) < 1 and abs((seen[0][2] + seen[0][4]) / 2 - 28.0) < 1


def test_no_label_says_left_behind(qapp: object, store: FileStore, text_of: TextOf) -> None:
    text = text_of(printed(job(store, LABELS)))
    assert "留守" not in text and "活动室" in text


@pytest.fixture(scope="module")
def book(store: FileStore, tmp_path_factory: pytest.TempPathFactory) -> Any:
    ledger = ledger_of(store, store.snapshot(), ON)
    path = tmp_path_factory.mktemp("表") / file_name(ledger)
    disk(path.parent).write_sheet(asset_sheets(ledger), path)
    assert path.name == "青石坪中心小学资产台账（2026年11月24日）.xlsx"
    return openpyxl.load_workbook(path)


HEADS = ["序号", "资产编号", "名称", "型号规格", "单位", "数量", "单价", "来源", "购置日期", "存放地点", "保管人", "备注", "类别",
         "作者", "出版社"]  # fmt: skip


def body(page: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]


def test_the_excel_book_is_the_recount(book: Any, store: FileStore) -> None:
    found = recount(store, ON)
    assert book.sheetnames == ["总账", "分室账", "分类账", "配备标准", "借出"]
    for name in book.sheetnames[:3]:
        assert [cell.value for cell in book[name][3]] == HEADS
    rows = [row for row in body(book["总账"]) if row[1]]
    assert {row[1]: row[5] for row in rows} == found.owned
    for row in rows:
        price = found.facts[row[1]]["price_fen"]
        assert row[6] == (None if price is None else price / 100), row
    total = next(row for row in body(book["总账"]) if row[0] == "合计")
    assert total[5] == found.owned.total() and total[6].startswith(f"金额 {found.value(found.owned)} 元；其中借出 {found.lent.total()} 件")
    heights = book["总账"].row_dimensions
    assert {heights[4 + place].height for place, row in enumerate(body(book["总账"])) if row[0] == "合计"} == {28}
    by_room: Counter[tuple[str, str]] = Counter()
    room = ""
    for row in body(book["分室账"]):
        room = row[0] if row[0] and not row[0].isdecimal() else room
        if row[1]:
            by_room[row[1], room] += row[5]
    assert Counter({key: n for key, n in by_room.items() if n}) == found.rooms
    said = [row[0] for row in body(book["分室账"]) if row[0] and row[0].startswith("核对")]
    assert said == [f"核对：各室 {found.rooms.total()} 件 + 借出 {found.lent.total()} 件 = 总账 {found.owned.total()} 件　相符"]
    assert sum(row[5] for row in body(book["分类账"]) if row[1]) == found.owned.total()


def test_the_excel_book_names_what_is_lacking_and_who_has_what(book: Any, store: FileStore) -> None:
    found = recount(store, ON)
    rows = [row for row in body(book["借出"]) if row[1]]
    lent: Counter[str] = Counter()
    for row in rows:
        lent[row[1]] += row[3]
    assert lent == found.lent and all(row[5] for row in rows)
    late = sum(bool(row[8]) for row in rows)
    assert late == 2 and any(f"过了日子没还 {late} 笔" in str(cell) for row in body(book["借出"]) for cell in row)
    short = {row[2]: row[7] for row in body(book["配备标准"]) if row[2]}
    assert {name for name, said in short.items() if said == "没有"} == {"小鼓", "报刊", "纱布和绷带", "手工材料"}
    # What is past its date is said and counts for nothing.
    past = past_date(store.inventory, ON)
    rows = {row[2]: row for row in body(book["配备标准"])}
    for need in ledger_of(store, store.snapshot(), ON).needs:
        row = rows[need.item.name]
        gone = sum(one.left for line in need.lines for one in past.get(line.id, ()))
        assert row[5] == sum(line.owned for line in need.lines) - gone
        assert bool(row[8]) is bool(gone) is any(line.id in past for line in need.lines)
    for page in book:
        for row in page.iter_rows():
            assert not any(cell.data_type == "f" for cell in row)


def test_the_standard_list_stands_beside_what_is_there(store: FileStore, tmp_path: Path, text_of: TextOf) -> None:
    job = standard_job(Session(disk(tmp_path), store, ON))
    warnings: list[str] = []
    paper = standard_paper(job)
    text = "".join(text_of(pdf_bytes(paper, warnings)).split())
    assert warnings == [] and paper.pieces == len(job.needs) == 37
    for number, one in enumerate(job.needs, 1):
        lacking = f"{one.lacking}{one.item.unit}" if one.lacking else ""
        said = {"missing": "没有", "short": "不够", "there": "够了"}[one.state]
        assert f"{number}{one.item.name}{one.item.least}{one.item.unit}{one.there}{one.item.unit}{lacking}{said}" in text
    there = sum(one.there >= one.item.least for one in job.needs)
    assert f"37样，够了{there}样" in text


def test_what_is_past_its_date_counts_for_nothing_on_paper_on_the_page_and_in_the_score(
    store: FileStore, tmp_path: Path
) -> None:
    session = Session(disk(tmp_path), store, ON)
    late = past_date(store.inventory, ON)
    assert late and all(one.expires_on < ON and one.left > 0 for found in late.values() for one in found)
    needs = {one.item.key: one for one in standard_job(session).needs}
    for one in needs.values():
        gone = sum(batch.left for line in one.lines for batch in late.get(line.id, ()))
        owned = sum(line.owned for line in one.lines)
        assert one.there == owned - gone and one.past == gone and one.lacking == max(0, one.item.least - one.there)
        assert past_words(one).endswith("过期，不算") is bool(gone)
        assert need_state(one)[2] == (f"{gone} {one.item.unit}过期，不算" if gone else "")
    assert any(one.past and one.state != "there" and one.there + one.past >= one.item.least for one in needs.values())
    shown = {one.item.key: one for one in Books(session, ON).needs}
    term = next(one for one in session.snapshot.terms if one.from_day <= ON <= one.until_day)
    facts = Facts(session.snapshot, store, term, ON)
    lacks = {one.key: one.times for one in equipment(facts, "").lacks}
    assert shown == needs == {one.item.key: one for one in facts.needs}
    assert lacks == {key: one.lacking for key, one in needs.items() if one.state != "there"}


@pytest.fixture
def page(qtbot: QtBot, store: FileStore, tmp_path: Path) -> PrintPage:
    made = PrintPage(Session(disk(tmp_path), store, ON), Work(lambda: store))
    qtbot.addWidget(made)
    made.ask_path = lambda _parent, suggestion: str(tmp_path / suggestion)
    return made


def test_the_printing_page_prints_what_was_picked_as_of_any_day(
    page: PrintPage, qtbot: QtBot, store: FileStore, tmp_path: Path
) -> None:
    past = ON - timedelta(30)
    ids = tuple(one.id for one in store.inventory.assets()[:3])
    page.arrive(AssetAsk(BOOK, "chosen", past, ids))
    assert page.heading.text() == "打印资产台账：3 样，1 张纸" and page.panel.scope.value() == "chosen"
    one = page.job()
    assert isinstance(one, AssetJob) and one.day == past
    page.panel.layouts.button(LABELS).click()
    assert page.heading.text() == "打印物品标签：3 个，1 张纸" and page.panel.things.start.isVisibleTo(page)
    page.panel.things.start.editor.setText("23")
    page.panel.things.start.commit()
    assert "2 张纸" in page.heading.text()
    page.panel.things.start.editor.setText("25")
    page.panel.things.start.commit()
    assert page.panel.things.start.error() == "写 1 到 24"
    page.panel.things.right.editor.setText("-1.5")
    page.panel.things.right.commit()
    page.panel.things.cuts.click()
    again = PrintPage(page._session, page._work)
    qtbot.addWidget(again)
    ask = again.panel.things.ask()
    assert (ask.right, ask.down, ask.cuts, ask.start) == (-1.5, 0.0, False, 1), "the next sheet is moved alike"
    page.export()
    qtbot.waitUntil(lambda: (tmp_path / "物品标签.pdf").exists(), timeout=10_000)
    said = store._conn.execute("SELECT what, detail FROM log_entry ORDER BY id DESC LIMIT 1").fetchone()
    assert said == ("print_asset_labels", "things=3 children=0 day=2026-10-25")
    assert page.panel.things.unreadable.isHidden()
    page.panel.things.warn_of(["0001", "桌-1", "桌-1"])
    assert page.panel.things.unreadable.text().startswith("桌-1 这样的编号带汉字")
    page.panel.layouts.button(BOOK).click()
    assert page.panel.things.unreadable.isHidden()
    page.panel.things.day_field.editor.setText("2026-01-01")
    page.panel.things.day_field.commit()
    page.panel.scope.set_value("all")
    page.panel.scope.committed.emit("all")
    assert not page.panel.go.isEnabled() and "换一天" in page.panel.counts.text()


def test_the_cards_of_very_many_things_are_laid_out_in_the_background(
    page: PrintPage, qtbot: QtBot, store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.arrive(AssetAsk(CARDS, "all", ON, ()))
    at_once = page.heading.text(), len(page._paper.sheets), page.panel.counts.text()
    monkeypatch.setattr(job_choice, "LARGE", 10)
    steps: list[tuple[int, int]] = []
    page._work.moved.connect(lambda done, of: steps.append((done, of)))
    monkeypatch.setattr(asset_jobs, "STEP", 20)
    page.arrive(AssetAsk(CARDS, "all", ON, ()))
    assert page._work.busy and page.heading.text() == "正在排物品卡，请等一下"
    assert not page.panel.go.isEnabled() and page.preview.place.text() == page.heading.text()
    page.export()
    page.print_out()
    assert not list(tmp_path.glob("*.pdf")), "nothing can be printed before it is laid out"
    qtbot.waitUntil(lambda: not page._work.busy, timeout=10_000)
    assert (page.heading.text(), len(page._paper.sheets), page.panel.counts.text()) == at_once
    assert steps == [(20, 43), (40, 43)] and page.panel.go.isEnabled()
    page.arrive(AssetAsk(CARDS, "chosen", ON, tuple(one.id for one in store.inventory.assets()[:3])))
    assert not page._work.busy and page.heading.text().startswith("打印物品卡：3 张卡")
    page.export()
    qtbot.waitUntil(lambda: (tmp_path / "物品卡.pdf").exists(), timeout=10_000)
