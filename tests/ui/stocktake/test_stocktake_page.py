"""The stock-take under real keys on a real file: begin, count, scan, explain, book, take back, call back."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.changes import Insert, Update
from app.inventory import RETURN, SCRAP, STOCKTAKE
from app.today import HOME, TAKE
from tests.ui.hands import CONTROL
from tests.ui.stocktake.conftest import TODAY, Counter, Open
from ui.paper.print_page import PrintPage
from ui.stocktake.board import LENT, WAITING
from ui.stocktake.grid import BROKEN, COUNTED, REASON
from ui.stocktake.take_panel import SCRAP as SCRAPS
from ui.stocktake.take_panel import ZERO
from ui.today import home_words, lines, words
from ui.today.page import TodayPage

K = Qt.Key


def test_a_room_is_counted_by_keys_and_booked_by_two_people_in_one_action(hand: Counter) -> None:
    take = hand.begin()
    assert (take.room_id, take.day, take.closed_on) == (hand.ids["体育室"], TODAY, None)
    assert hand.label() == "开始盘点体育室"
    assert list(hand.lines()) == ["电视机", "篮球", "创可贴"]
    assert hand.lines()["篮球"][0] == "4 个" and hand.desk.head.heading.text() == "体育室还有 3 样没点"
    for count in ("1", "3", "40"):
        hand.write(count)
        hand.key(K.Key_Return)
    assert hand.counted() == {"电视机": 1, "篮球": 3, "创可贴": 40}
    assert hand.label() == "盘点创可贴：点到 40 片"
    assert hand.lines()["篮球"] == ["4 个", "3", "", "少 1 个 写原因", ""]
    assert hand.desk.head.heading.text() == "体育室有 1 样对不上"
    ball = hand.ids["篮球"], hand.ids["体育室"]
    hand.desk.go_to(ball, COUNTED)
    hand.key(K.Key_Tab)
    hand.write("1")
    hand.key(K.Key_Tab)
    hand.write("lost")
    hand.key(K.Key_Return)
    assert hand.lines()["篮球"] == ["4 个", "3", "1", "少 1 个 坏 1 个", "lost"]
    hand.desk.take.broken.row.choose(SCRAPS)
    hand.desk.take.go.click()
    assert hand.desk.take.confirm.error() == "选一位来确认" and hand.take().closed_on is None
    hand.choose(hand.desk.take.confirm, hand.people()[1])
    before = hand.store.last_action()
    hand.key(K.Key_Return, CONTROL)
    names = {one.id: one.name for one in hand.store.snapshot().staff}
    shut = hand.take()
    assert (shut.closed_on, [names[one or 0] for one in (shut.staff_id, shut.confirmed_by)]) == (TODAY, hand.people())
    moved = [one for one in hand.store.inventory.movements(hand.ids["篮球"]) if one.stocktake_id == shut.id]
    assert [(one.kind, one.count, one.reason) for one in moved] == [(STOCKTAKE, -1, "lost"), (SCRAP, 1, "盘点时坏了")]
    assert hand.store.inventory.stock(TODAY)[ball] == 2 and hand.store.inventory.owned(TODAY)[ball[0]] == 4
    assert hand.desk.head.heading.text() == "盘过了，1 样有差异" and hand.desk.take.go.isHidden()
    hand.key(K.Key_Z, CONTROL)
    assert hand.take().closed_on is None and hand.store.inventory.stock(TODAY)[ball] == 4
    assert hand.store.last_action() == before


def test_a_difference_without_a_reason_is_not_booked_and_gets_the_cursor(hand: Counter) -> None:
    hand.begin()
    said: list[str] = []
    hand.window.session.failed.connect(said.append)
    hand.key(K.Key_Down)
    hand.write("6")
    hand.key(K.Key_Return)
    hand.choose(hand.desk.take.confirm, hand.people()[1])
    hand.key(K.Key_Return, CONTROL)
    assert said == ["没有记账。篮球：写一下为什么。"]
    assert hand.take().closed_on is None and hand.desk.grid.here()[1] == REASON
    assert hand.desk.current() is not None and hand.desk.current().asset.name == "篮球"  # type: ignore[union-attr]


def test_a_scanner_counts_one_more_and_offers_what_belongs_elsewhere(hand: Counter) -> None:
    hand.begin()
    for _time in range(3):
        hand.scan("0002")
    assert hand.counted() == {"篮球": 3} and hand.label() == "盘点篮球：点到 3 个"
    assert hand.desk.scanning.text.text() == "篮球 0002：点到 3 个，账上 4 个"
    assert hand.desk.scan.hasFocus() and hand.desk.scan.text() == "", "ready for the next code"
    hand.scan("9999")
    assert hand.desk.scanning.text.text().startswith("没有编号“9999”的物品") and hand.counted() == {"篮球": 3}
    assert hand.desk.scanning.button.isHidden()
    hand.scan("0004")
    hand.scan("0004")
    assert hand.desk.scanning.text.text() == "草房子 0004：账上在图书室，在这里扫到 2 册"
    assert hand.counted() == {"篮球": 3}, "nothing is counted here before somebody says so"
    hand.key(K.Key_F8)
    assert hand.counted() == {"篮球": 3, "草房子": 2}
    assert hand.lines()["草房子"] == ["0 册", "2", "", "多 2 册", "账上在图书室"]
    hand.key(K.Key_F8)
    assert hand.counted() == {"篮球": 3, "草房子": 2}
    hand.scan("0002")
    hand.key(K.Key_Z, CONTROL)
    assert hand.counted()["篮球"] == 3, "a piece scanned twice is taken back like anything else"


def test_all_rooms_are_counted_one_after_another(hand: Counter) -> None:
    take = hand.begin("每一间")
    assert take.room_id is None and list(hand.lines()) == ["电视机", "篮球", "创可贴", "草房子"]
    hand.scan("0004")
    assert hand.counted() == {"草房子": 1}, "it stands in one room only"
    hand.choose(hand.desk.room, "图书室")
    assert list(hand.lines()) == ["草房子"]
    hand.scan("0002")
    assert hand.desk.scanning.text.text().startswith("篮球 0002：账上在体育室，在这里扫到")
    hand.desk.segments.choose(WAITING)
    assert hand.lines() == {}


def test_what_is_typed_is_there_after_the_program_ended(open_page: Open) -> None:
    hand = open_page()
    hand.begin()
    hand.write("1")
    hand.key(K.Key_Return)
    hand.write("four")
    hand.key(K.Key_Return)
    assert hand.counted() == {"电视机": 1} and hand.lines()["篮球"][1] == "four"
    assert "写个数" in str(hand.desk.grid.model().index(1, 3).data(Qt.ItemDataRole.ToolTipRole))
    hand.write("3")
    hand.page.leave()
    hand.desk.grid.edit_cell(hand.page.board.number((hand.ids["创可贴"], hand.ids["体育室"])), COUNTED)
    hand.scan("0004")
    hand.window.session.drafts.flush()
    hand.window.close()
    again = open_page()
    assert again.page.board.asked.take == hand.page.board.asked.take, "the one that is open"
    assert again.page.resume()
    assert again.counted() == {"电视机": 1, "创可贴": 3} and again.lines()["篮球"][1] == "four"
    assert again.desk.scanning.text.text() == "草房子 0004：账上在图书室，在这里扫到 1 册"
    again.key(K.Key_F8)
    assert again.counted() == {"电视机": 1, "创可贴": 3, "草房子": 1}


def test_half_a_number_comes_back_into_its_cell(open_page: Open) -> None:
    hand = open_page()
    hand.begin()
    hand.key(K.Key_Down)
    hand.write("12")
    hand.window.session.drafts.flush()
    assert hand.counted() == {}, "the power goes before the cell is left"
    again = open_page()
    assert again.page.resume()
    again.key(K.Key_Return)
    assert again.counted() == {"篮球": 12}


def test_books_that_changed_after_the_count_are_said_and_taken_over_by_one_click(hand: Counter) -> None:
    take = hand.begin()
    hand.key(K.Key_Down)
    hand.write("5")
    hand.key(K.Key_Return)
    staff = [one.id for one in hand.store.snapshot().staff][:2]
    hand.window.session.apply("补记入库", [Insert("movement", {
        "asset_id": hand.ids["篮球"], "kind": "in", "day": (TODAY - timedelta(3)).isoformat(), "count": 1,
        "room_id": hand.ids["体育室"], "accepted_by": staff[0], "second_by": staff[1]})])  # fmt: skip
    assert hand.lines()["篮球"][3] == "账上变了 现在 5 个"
    see = next(one for one in hand.desk.take.findChildren(type(hand.desk.more)) if one.label() == "按现在的账")
    see.click()
    assert hand.lines()["篮球"][3] == "对上了" and hand.take().id == take.id


def test_what_was_counted_days_ago_is_compared_with_the_books_of_that_day(hand: Counter) -> None:
    hand.begin()
    hand.desk.day.editor.setText((TODAY - timedelta(30)).isoformat())
    hand.desk.day.commit()
    assert hand.lines()["篮球"][0] == "6 个", "before two were lent"
    hand.desk.go_to((hand.ids["篮球"], hand.ids["体育室"]), COUNTED)
    hand.write("6")
    hand.key(K.Key_Return)
    (line,) = hand.take().lines
    assert (line.counted_on, line.expected) == (TODAY - timedelta(30), 6) and hand.lines()["篮球"][3] == "对上了"


def test_what_nobody_counted_counts_as_none_today_whatever_day_stands_above(hand: Counter) -> None:
    hand.desk.begin.day.editor.setText((TODAY - timedelta(30)).isoformat())
    take = hand.begin()
    assert take.day == TODAY - timedelta(30) == hand.page.board.day and hand.lines()["篮球"][0] == "6 个"
    hand.write("1")
    hand.key(K.Key_Return)
    hand.desk.take.missing.row.choose(ZERO)
    hand.choose(hand.desk.take.confirm, hand.people()[1])
    hand.key(K.Key_Return, CONTROL)
    room = hand.ids["体育室"]
    stock = hand.store.inventory.stock(TODAY)
    assert {key for key in stock if key[1] == room} == {(hand.ids["电视机"], room)}
    ball = next(one for one in hand.take().lines if one.asset_id == hand.ids["篮球"])
    assert (ball.counted, ball.expected, ball.counted_on, ball.reason) == (0, 4, TODAY, "盘点没找到")


def test_what_is_lent_is_called_back_by_one_key_and_by_paper(hand: Counter) -> None:
    hand.desk.segments.choose(LENT)
    assert hand.desk.head.heading.text() == "1 笔借出没还" and len(hand.desk.loans.loans) == 1
    hand.desk.loans.setFocus()
    hand.desk.loans.focus_first()
    hand.desk.filled().click()
    assert isinstance(hand.window.page, PrintPage) and hand.window.page.panel.layouts.current() == "call_back"
    assert len(hand.window.page._paper.sheets) == 1
    hand.window.back()
    hand.desk.loans.focus_first()
    hand.key(K.Key_Return)
    back = hand.store.inventory.movements(hand.ids["篮球"])[-1]
    assert (back.kind, back.count, back.room_id, back.day) == (RETURN, 2, hand.ids["体育室"], TODAY)
    assert hand.label() == "归还篮球2 个" and hand.desk.head.heading.text() == "借出的都还了"


def test_a_scanned_piece_is_back_and_of_several_borrowers_one_is_chosen(hand: Counter) -> None:
    hand.desk.segments.choose(LENT)
    hand.scan("0002")
    said = hand.desk.scanning.text
    names = {one.id: one.name for one in hand.store.snapshot().children.values()}
    child = names[min(names)]
    assert said.text() == f"{child}还了篮球" and hand.desk.scan.hasFocus()
    assert [one.out for one in hand.store.inventory.loans(TODAY)] == [1], "one piece, not all of the loan"
    hand.window.session.apply("再借", [Insert("movement", {
        "asset_id": hand.ids["篮球"], "kind": "loan", "day": TODAY.isoformat(), "count": 1, "room_id": hand.ids["体育室"],
        "borrower": "村委会"})])  # fmt: skip
    hand.scan("0002")
    assert said.text() == "篮球有 2 笔借着，选是谁还的，按 Enter" and len(hand.store.inventory.loans(TODAY)) == 2
    hand.key(K.Key_Return)
    (left,) = hand.store.inventory.loans(TODAY)
    assert left.movement.borrower == "村委会"
    hand.scan("0004")
    assert said.text() == "草房子没有借出去"
    hand.desk.segments.choose(WAITING)
    assert hand.desk.scanning.isHidden()


def test_papers_lead_to_the_stocktake_on_screen(hand: Counter) -> None:
    take = hand.begin()
    hand.page.print_out()
    shown = hand.window.page
    assert isinstance(shown, PrintPage) and shown.panel.layouts.current() == "count_sheet"
    assert shown.panel.scope.value() == f"take:{take.id}" and shown._paper.pieces == 1
    hand.window.back()
    hand.desk.go_to((hand.ids["篮球"], hand.ids["体育室"]), COUNTED)
    hand.write("4")
    hand.key(K.Key_Tab)
    assert hand.desk.grid.here()[1] == BROKEN
    hand.write("2")
    hand.key(K.Key_Return)
    hand.desk.take.papers["scrap_form"].click()
    shown = hand.window.page
    assert isinstance(shown, PrintPage) and shown.panel.scope.value() == f"take:{take.id}"
    assert shown.heading.text() == "打印物品报废单：1 样，1 张纸"


def test_one_begun_by_mistake_is_taken_away_and_undo_brings_it_back(hand: Counter) -> None:
    take = hand.begin()
    hand.write("1")
    hand.key(K.Key_Return)
    hand.desk.take.drop.click()
    assert hand.store.inventory.stocktakes() == [] and hand.desk.begin.isVisible()
    hand.window.session.undo()
    (again,) = hand.store.inventory.stocktakes()
    assert (again.id, [one.counted for one in again.lines]) == (take.id, [1])


def test_a_second_one_of_the_same_room_is_not_offered(hand: Counter) -> None:
    hand.begin()
    hand.page.arrive((0, 0, "all"))
    rooms = [hand.desk.begin.room.editor.itemText(n) for n in range(hand.desk.begin.room.editor.count())]
    assert rooms == ["图书室"]


def test_one_that_is_left_open_stands_on_the_days_page_and_one_key_goes_on(hand: Counter) -> None:
    take = hand.begin()
    hand.write("1")
    hand.key(K.Key_Return)
    hand.window.go("today")
    page = hand.window.page
    assert isinstance(page, TodayPage)
    item, = (one for one in page.day.plan.of(HOME) if one.kind == TAKE)
    assert (item.owed_by, item.day) == (take.staff_id, TODAY), "who, and since when"
    assert lines.who_words(item, page.day.facts) == ("体育室", "盘点")
    assert (words.what(item, None, TODAY), words.beneath(item)) == ("盘点还没记账", "点了 1 样")
    assert words.status(item, page.day.plan)[:2] == ("soon", "今天开始的")
    assert home_words.state(item, TODAY + timedelta(days=9)) == ("soon", "开始 9 天了", words.date_words(TODAY))
    page.list.grid.set_current(page.day.row(item))
    assert "接着点" in page.panel.note.text()
    page.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
    hand.key(K.Key_Return)
    assert hand.take() == hand.store.inventory.stocktake(take.id) and hand.desk.grid.hasFocus()
    hand.session.apply("记了账", [Update("stocktake", take.id, {"closed_on": TODAY.isoformat()})])
    hand.window.go("today")
    assert not [one for one in page.day.plan.of(HOME) if one.kind == TAKE]
