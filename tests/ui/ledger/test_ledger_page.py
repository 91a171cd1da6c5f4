"""The ledger of things under real keys and clicks on a real file."""

from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.asset_books import BOOK, CARDS, AssetAsk
from app.changes import Insert
from app.inventory import CONSUME, IN, LOAN, MOVE, RETURN, SCRAP
from app.names import initials
from app.store import DiskFull
from db.store import FileStore
from tests.ui.hands import CONTROL
from tests.ui.ledger.conftest import TODAY, Hand, K, iso, opened
from ui.ledger.printing import asked_paper
from ui.paper.print_page import PrintPage
from ui.pieces.choice_field import ChoiceField
from ui.today.page import TodayPage


def test_mismatches_stand_first_and_the_head_says_what_is_to_do(hand: Hand) -> None:
    assert hand.shown() == ["篮球", "电视机", "创可贴", "草房子"]
    assert hand.line("篮球")[1:5] == ["6 个", "4 个", "2 个", "体育室"]
    assert hand.line("篮球")[5] == "2 个没还 过了归还的日子"
    assert hand.desk.list.head.heading.text() == "1 笔借出过了日子没还"
    hand.store.apply("盘点", [
        Insert("stocktake", {"day": iso(-1)}, "s"),
        *(Insert("stocktake_line", {"stocktake_id": 1, "asset_id": hand.ids[name], "room_id": hand.ids["体育室"],
                                    "expected": expected, "counted": counted})
          for name, expected, counted in (("创可贴", 40, 38), ("电视机", 1, 1))),
    ])  # fmt: skip
    hand.window.session.reread()
    hand.window.session.changed.emit(frozenset())
    assert hand.shown() == ["创可贴", "篮球", "电视机", "草房子"]
    assert hand.line("创可贴")[5:] == ["少 2 片 盘点后还没记账", "11月23日"]
    assert hand.line("电视机")[5:] == ["对上了", "11月23日"] and hand.line("草房子")[5:] == ["还没盘过", "—"]
    assert hand.desk.list.head.heading.text() == "1 样东西账对不上"


def test_a_donation_is_entered_with_two_people_by_keys_alone(hand: Hand) -> None:
    hand.enter()
    form = hand.desk.form
    assert form.isVisible() and form.fields["number"].value() == "0005"
    assert form.fields["name"].isAncestorOf(QApplication.focusWidget() or form)
    hand.write("五号足球")
    hand.choose("class_of_goods", "体育器材")
    hand.type_into("unit", "个")
    assert form.fields["room"].isHidden() and form.fields["donor"].isHidden()
    origin = form.fields["origin"]
    assert isinstance(origin, ChoiceField)
    hand.click(origin.row.button("donated"))
    hand.type_into("donor", "县妇联")
    hand.type_into("count", "5")
    assert form.go.label() == "登记 5 个"
    hand.choose("room", "图书室")
    hand.choose("accepted", "张敏")
    hand.enter()
    assert form.fields["second"].error() == "这一格不能空着" and "五号足球" not in hand.shown()
    hand.choose("second", "张敏")
    hand.enter()
    assert form.fields["second"].error() == "验收要两个人，换一位"
    hand.choose("second", "李秀兰")
    hand.enter()
    asset = hand.asset("五号足球")
    assert (asset.number, asset.class_of_goods, asset.origin, asset.standard) == ("0005", "sport", "donated", "football")
    (came,) = hand.moved("五号足球")
    names = {one.id: one.name for one in hand.store.snapshot().staff}
    assert (came.kind, came.count, came.room_id, came.day) == (IN, 5, hand.ids["图书室"], TODAY)
    assert [names[key or 0] for key in (came.accepted_by, came.second_by)] == ["张敏", "李秀兰"]
    assert [one.name for one in hand.store.inventory.donors()] == ["县妇联"]
    assert hand.label() == "登记五号足球" and hand.desk.asset.isVisible()
    hand.key(K.Key_Z, CONTROL)
    assert "五号足球" not in hand.shown() and hand.store.inventory.donors() == []


def test_it_is_lent_by_initials_and_comes_back(hand: Hand) -> None:
    child = list(hand.store.snapshot().children.values())[4]
    hand.desk.list.grid.set_current(hand.ids["草房子"])
    hand.key(K.Key_F8)
    form = hand.desk.form
    hand.write(initials(child.pinyin))
    offers = form.fields["borrower"].list.offers()  # type: ignore[attr-defined]
    for _step in range([one.text for one in offers].index(child.name)):
        hand.key(K.Key_Down)
    hand.key(K.Key_Return)
    assert form.fields["borrower"].value() == child.name
    hand.type_into("count", "4")
    hand.enter()
    assert form.fields["count"].error().startswith("只有 3")
    hand.type_into("count", "2")
    hand.enter()
    assert hand.label() == f"借出草房子2 册给{child.name}"
    lent = hand.moved("草房子")[-1]
    assert (lent.kind, lent.count, lent.child_id, lent.due_day) == (LOAN, 2, child.id, TODAY + timedelta(14))
    assert hand.line("草房子")[1:4] == ["3 册", "1 册", "2 册"]
    hand.window.back()
    hand.desk.open_asset(hand.ids["草房子"])
    back = next(one for one in hand.desk.asset.findChildren(type(form.go)) if one.label() == "归还")
    hand.click(back)
    hand.type_into("count", "1")
    hand.enter()
    returned = hand.moved("草房子")[-1]
    assert (returned.kind, returned.count, returned.loan_id, returned.room_id) == (
        RETURN, 1, lent.id, hand.ids["图书室"])  # fmt: skip
    assert hand.line("草房子")[1:4] == ["3 册", "2 册", "1 册"]


def test_the_number_of_a_pupil_is_scanned_like_a_key_and_a_class_or_anybody_else_can_have_it(hand: Hand) -> None:
    child = next(one for one in hand.store.snapshot().children.values() if one.register_number and not one.photo)
    hand.desk.list.grid.set_current(hand.ids["草房子"])
    hand.key(K.Key_F8)
    hand.write(child.register_number)
    hand.key(K.Key_Return)
    assert hand.desk.form.fields["borrower"].value() == child.name
    hand.enter()
    assert hand.moved("草房子")[-1].child_id == child.id
    hand.desk.ask_kind("loan")
    hand.write("31")
    hand.key(K.Key_Return)
    hand.enter()
    assert hand.moved("草房子")[-1].class_id is not None
    hand.desk.ask_kind("loan")
    hand.write("村委会老王")
    hand.enter()
    assert hand.moved("草房子")[-1].borrower == "村委会老王"
    assert hand.label() == "借出草房子1 册给村委会老王"


def test_what_is_late_comes_back_with_one_click(hand: Hand) -> None:
    panel = hand.desk.overview
    back = next(one for one in panel.findChildren(type(panel.go)) if one.label() == "还了")
    hand.click(back)
    assert hand.moved("篮球")[-1].kind == RETURN and hand.line("篮球")[3] == "0"
    assert hand.label() == "归还篮球2 个"
    assert hand.desk.list.head.heading.text() == "1 批药快过期了"


def test_it_is_moved_used_and_scrapped(hand: Hand) -> None:
    acts = hand.desk.asset.acts
    hand.desk.open_asset(hand.ids["篮球"])
    hand.click(acts[MOVE])
    hand.type_into("count", "3")
    hand.choose("to_room", "体育室")
    hand.enter()
    assert hand.desk.form.fields["to_room"].error() == "就在这一间，换一间"
    hand.choose("to_room", "图书室")
    hand.enter()
    assert hand.store.inventory.stock(TODAY)[hand.ids["篮球"], hand.ids["图书室"]] == 3
    hand.click(acts[SCRAP])
    hand.type_into("count", "1")
    hand.choose("room", "体育室")
    hand.enter()
    assert hand.desk.form.fields["reason"].error() == "这一格不能空着"
    hand.type_into("reason", "漏气，补不了")
    hand.enter()
    assert hand.line("篮球")[1] == "5 个" and hand.moved("篮球")[-1].reason == "漏气，补不了"
    hand.desk.open_asset(hand.ids["创可贴"])
    assert hand.desk.asset.go.label() == "领用"
    hand.click(hand.desk.asset.go)
    hand.type_into("count", "4")
    hand.enter()
    assert hand.moved("创可贴")[-1].kind == CONSUME and hand.line("创可贴")[1] == "36 片"


def test_the_ledger_of_any_day_is_shown_and_nothing_is_written_into_it(hand: Hand) -> None:
    day = hand.desk.list.day
    day.setFocus(Qt.FocusReason.TabFocusReason)
    hand.key(K.Key_A, CONTROL)
    hand.write(iso(-30))
    hand.key(K.Key_Return)
    assert hand.line("篮球")[1:4] == ["6 个", "6 个", "0"]
    assert hand.desk.list.past.isVisible() and not hand.desk.overview.go.isEnabled()
    hand.click(hand.desk.list.past.button)
    assert hand.line("篮球")[3] == "2 个" and hand.desk.list.past.isHidden()


def test_books_medicines_rooms_and_a_scanned_number_are_found(hand: Hand) -> None:
    segments = hand.desk.list.segments
    hand.click(segments.button("books"))
    assert hand.shown() == ["草房子"]
    hand.click(segments.button("medicine"))
    assert hand.shown() == ["创可贴"]
    hand.click(segments.button("out"))
    assert hand.shown() == ["篮球"]
    hand.click(segments.button("all"))
    hand.desk.list.focus_list()
    hand.write("0004")
    hand.key(K.Key_Return)
    assert hand.desk.asset.isVisible() and hand.desk.asset.heading.text() == "草房子"
    hand.key(K.Key_F, CONTROL)
    hand.key(K.Key_A, CONTROL)
    hand.write("lanqiu")
    assert hand.shown() == ["篮球"]


def test_the_standard_list_says_what_is_missing_and_begins_it(hand: Hand) -> None:
    hand.click(hand.desk.list.segments.button("standard"))
    grid = hand.desk.list.standard
    names = [grid.need(row).item.name for row in grid.rows()]
    row = names.index("足球") + 1
    grid.setFocus()
    grid.set_current(row)
    hand.key(K.Key_F2)
    hand.type_into("count", "3")
    hand.enter()
    assert grid.need(row).item.least == 3
    grid.set_current(row)
    hand.key(K.Key_Return)
    form = hand.desk.form
    assert (form.fields["name"].value(), form.fields["count"].value()) == ("足球", "3")
    hand.choose("accepted", "张敏")
    hand.choose("second", "李秀兰")
    hand.enter()
    assert hand.asset("足球").standard == "football"
    assert "足球" not in [one.item.name for one in hand.desk.shelf.books.needs if one.state != "there"]
    basketball = next(one for one in hand.desk.shelf.books.needs if one.item.key == "basketball")
    assert (basketball.there, basketball.state) == (6, "there")


def test_enter_in_the_search_opens_of_the_list_on_screen_only(hand: Hand) -> None:
    hand.click(hand.desk.list.segments.button("standard"))
    hand.desk.list.standard.set_current(hand.desk.list.standard.rows()[0])
    hand.click(hand.desk.list.segments.button("all"))
    hand.page.search()
    hand.write("0004")
    hand.key(K.Key_Return)
    assert hand.desk.asset.isVisible() and hand.desk.asset.heading.text() == "草房子"
    assert hand.desk.form.isHidden()


def test_a_thing_is_corrected_and_how_many_there_are_is_not_asked(hand: Hand) -> None:
    hand.desk.open_asset(hand.ids["电视机"])
    hand.click(hand.desk.asset.acts["change"])
    assert hand.desk.form.fields["count"].isHidden()
    hand.type_into("price", "2999.5")
    hand.type_into("number", "0002")
    hand.enter()
    assert hand.desk.form.fields["number"].error() == "这个编号有了，换一个"
    hand.type_into("number", "D-1")
    hand.enter()
    asset = hand.asset("电视机")
    assert (asset.number, asset.price_fen, asset.class_of_goods) == ("D-1", 299950, "it")
    assert hand.label() == "修改电视机"


def test_what_is_half_typed_comes_back(qtbot: QtBot, store: FileStore, hand: Hand) -> None:
    hand.desk.list.grid.set_current(hand.ids["草房子"])
    hand.key(K.Key_F8)
    hand.write("村委会老王")
    hand.type_into("count", "2")
    assert hand.window.session.drafts.flush()
    again = opened(qtbot, store, hand.ids)
    assert again.window.session.drafts.page() == "ledger"
    assert again.page.resume()
    form = again.desk.form
    assert form.isVisible() and form.heading.text() == "草房子 借出"
    assert (form.fields["borrower"].value(), form.fields["count"].value()) == ("村委会老王", "2")
    again.enter()
    assert hand.moved("草房子")[-1].borrower == "村委会老王"
    assert store.setting("draft.open.陈晓梅") == "" == store.setting(f"draft.ledger.loan.{hand.ids['草房子']}.陈晓梅")


def test_in_a_small_window_the_list_and_the_panel_take_turns(qtbot: QtBot, store: FileStore, ids: dict[str, int]) -> None:
    hand = opened(qtbot, store, ids, (911, 465))
    assert hand.desk.list.isVisible() and hand.desk.overview.isHidden()
    hand.click(hand.desk.list.more)
    assert hand.desk.overview.isVisible() and hand.desk.list.isHidden()
    hand.key(K.Key_Escape)
    assert hand.desk.list.isVisible()
    hand.key(K.Key_Return)
    assert hand.desk.asset.isVisible() and hand.desk.list.isHidden()
    hand.key(K.Key_Return, CONTROL)
    assert hand.desk.form.isVisible()
    hand.key(K.Key_Escape)
    assert hand.desk.asset.isVisible()
    hand.key(K.Key_Escape)
    assert hand.desk.list.isVisible() and hand.window.key == "ledger"


def test_without_a_room_it_says_what_comes_first(qtbot: QtBot, store: FileStore) -> None:
    hand = opened(qtbot, store, {})
    assert not hand.desk.overview.go.isEnabled()
    assert any("活动室" in one.text() for one in hand.desk.overview.findChildren(type(hand.desk.overview.heading)))
    QTest.keyClick(hand.desk.list.grid, K.Key_Return, CONTROL)
    assert hand.desk.form.isHidden()


def test_what_is_late_and_what_expires_stand_on_today_and_lead_here(hand: Hand) -> None:
    hand.window.go("today")
    page = hand.window.page
    assert isinstance(page, TodayPage)
    grid, items = page.list.grid, page.day.items
    mine = [row for row in grid.rows() if items[row].thing is not None]
    said = [[str(grid.model().index(grid._model.place(row), column).data()) for column in (1, 3)] for row in mine]
    assert said == [
        ["还篮球 2 个 11月4日借的", "过了 6 天 应于 11月18日"], ["剩 40 片 批号 B12", "还有 12 天过期 12月6日"],
    ]  # fmt: skip
    grid.setFocus()
    grid.set_current(mine[0])
    assert page.panel.note.text() == "还来了，Enter 到台账里记归还。"
    hand.key(K.Key_Return)
    assert hand.window.key == "ledger" and hand.desk.asset.heading.text() == "篮球"
    loan = hand.desk.deeds.loan(hand.ids["loan"])
    assert loan is not None and hand.desk.deeds.give_back(loan)
    hand.window.go("today")
    left = [items[row].key[0] for row in grid.rows() if items[row].thing is not None]
    assert left == ["expiry"]


def test_an_open_thing_gives_way_to_the_next_by_arrows_in_the_list_and_by_page_keys_in_the_panel(hand: Hand) -> None:
    hand.desk.list.focus_list()
    hand.key(K.Key_Return)
    assert hand.desk.asset.heading.text() == "篮球"
    hand.key(K.Key_Down)
    assert hand.desk.asset.heading.text() == "电视机"
    hand.desk.asset.go.setFocus()
    hand.key(K.Key_PageDown)
    assert hand.desk.asset.heading.text() == "创可贴" and hand.desk.asset.go.label() == "领用"
    hand.key(K.Key_PageUp)
    hand.key(K.Key_PageUp)
    hand.key(K.Key_PageUp)
    assert hand.desk.asset.heading.text() == "篮球"


def test_a_picture_hangs_on_a_thing(hand: Hand) -> None:
    hand.desk.open_asset(hand.ids["电视机"])
    assert hand.desk.asset.pictures.isVisible() and hand.desk.asset.pictures.shown() == []
    hand.store.apply("照片", [Insert("attachment", {
        "file": hand.store.keep_file(b"pdf"), "name": "保修卡.pdf", "kind": "pdf", "asset_id": hand.ids["电视机"]})])
    hand.desk.open_asset(hand.ids["篮球"])
    assert hand.desk.asset.pictures.shown() == []
    hand.desk.open_asset(hand.ids["电视机"])
    assert [one.name for one in hand.desk.asset.pictures.shown()] == ["保修卡.pdf"]


def test_what_cannot_be_is_said_at_its_field(hand: Hand) -> None:
    hand.desk.list.grid.set_current(hand.ids["草房子"])
    hand.key(K.Key_F7)
    form = hand.desk.form
    hand.choose("accepted", "张敏")
    hand.choose("second", "李秀兰")
    hand.type_into("day", iso(1))
    hand.enter()
    assert form.fields["day"].error() == "这一天还没到，换一天"
    hand.type_into("day", iso(0))
    hand.type_into("count", "0")
    hand.enter()
    assert form.fields["count"].error() == "写个数，至少 1"
    hand.key(K.Key_Escape)
    hand.key(K.Key_Escape)
    hand.click(hand.desk.asset.acts["change"])
    hand.type_into("price", "四十五")
    hand.enter()
    assert form.fields["price"].error() == "写多少元，如 45.50"
    assert len(hand.moved("草房子")) == 1 and hand.asset("草房子").price_fen is None


def test_a_form_gives_way_when_another_day_is_looked_at_and_keeps_what_was_typed(hand: Hand) -> None:
    hand.desk.list.grid.set_current(hand.ids["草房子"])
    hand.key(K.Key_F8)
    hand.write("村委会老王")
    hand.desk.list.look_at(TODAY - timedelta(3))
    assert hand.desk.form.isHidden() and hand.desk.overview.isVisible()
    shown = dict(hand.page.keys())
    assert "Ctrl+P" in shown and not {"F7", "F8", "Ctrl+Enter"} & set(shown), "nothing is written on a past day"
    hand.click(hand.desk.list.past.button)
    assert "F8" in dict(hand.page.keys())
    hand.desk.list.grid.set_current(hand.ids["草房子"])
    hand.desk.ask_kind("loan")
    assert hand.desk.form.fields["borrower"].value() == "村委会老王"


def test_a_write_that_fails_leaves_the_form_as_it_is(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand.desk.list.grid.set_current(hand.ids["草房子"])
    hand.key(K.Key_F8)
    hand.write("村委会老王")

    def full(*_given: object, **_more: object) -> None:
        raise DiskFull

    monkeypatch.setattr(hand.store, "apply", full)
    hand.enter()
    assert hand.desk.form.isVisible() and hand.desk.form.fields["borrower"].value() == "村委会老王"
    monkeypatch.undo()
    hand.enter()
    assert hand.moved("草房子")[-1].borrower == "村委会老王"


def test_what_is_open_picked_listed_or_in_a_room_is_printed_first(hand: Hand) -> None:
    day, ids = TODAY, hand.ids
    grid = hand.desk.list.grid
    assert asked_paper(hand.desk) == AssetAsk(BOOK, "all", day)
    grid.select([ids["篮球"], ids["草房子"]])
    assert asked_paper(hand.desk) == AssetAsk(BOOK, "chosen", day, (ids["篮球"], ids["草房子"]))
    hand.desk.list.choose(segment="books")
    assert asked_paper(hand.desk) == AssetAsk(BOOK, "chosen", day, (ids["草房子"],))
    hand.desk.list.choose(segment="all", room=ids["图书室"])
    assert asked_paper(hand.desk) == AssetAsk(BOOK, f"room:{ids['图书室']}", day)
    hand.desk.list.look_at(day - timedelta(30))
    assert asked_paper(hand.desk).day == day - timedelta(30)
    hand.desk.list.look_at(None)
    hand.desk.list.choose(room=0)
    hand.desk.open_asset(ids["草房子"])
    grid.select([ids["电视机"], ids["草房子"]])
    assert asked_paper(hand.desk) == AssetAsk(CARDS, "chosen", day, (ids["电视机"], ids["草房子"]))
    grid.set_current(ids["草房子"])
    hand.key(K.Key_P, CONTROL)
    paper = hand.window.page
    assert isinstance(paper, PrintPage) and paper.heading.text() == "打印物品卡：1 张卡，1 张纸"
    hand.key(K.Key_Escape)
    assert hand.window.key == "ledger"


def test_the_whole_ledger_goes_into_an_excel_book(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "台账.xlsx"
    monkeypatch.setattr("ui.sheet_saving.QFileDialog.getSaveFileName", lambda *_given: (str(path), ""))
    hand.desk.list.focus_list()
    hand.key(K.Key_E, CONTROL)
    qtbot.waitUntil(path.exists, timeout=10_000)
    qtbot.waitUntil(lambda: not hand.page._work.busy)
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(path)["总账"].iter_rows(min_row=4)]
    assert [(row[1], row[5], row[9]) for row in rows if row[1]] == [
        ("0001", 1, "体育室"), ("0002", 6, "体育室 4，借出 2"), ("0003", 40, "体育室"), ("0004", 3, "图书室")]
    said = hand.store._conn.execute("SELECT what, detail FROM log_entry ORDER BY id DESC LIMIT 1").fetchone()
    assert said == ("export_ledger", "sheets=5")
