"""The page 学期报告 in a real window: the finding, the items, the ways out, points given and taken back."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import measures
from app.assessment import REVIEW, ROUTINE, SELF, Item
from app.edits import assessment as edits
from app.measures import Lack, Measured
from app.scales import points_text
from app.scoring import FULL, Scored
from app.shelf import lines_on
from db.store import FileStore
from tests.ui.report.conftest import Open
from ui import score_words
from ui.honours.page import HonoursPage
from ui.pages import PAGES
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.report.desk import ITEMS, MENTORS, PAST
from ui.report.frame import DESK, LIST, NOTHING
from ui.report.item_forms import WORDS
from ui.report.page import ReportPage
from ui.report.ways import way_of
from ui.score_board import IN_ORDER
from ui.settings.page import SECTIONS
from ui.window import Window

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def row(page: ReportPage, measure: str) -> int:
    return next(one.item.id for one in page.board.items() if one.item.measure == measure)


def anchor(page: ReportPage) -> QRect:
    return QRect(page.mapToGlobal(QPoint(20, 20)), QSize(40, 20))


def say(page: ReportPage, kind: str, item: int, **told: str) -> None:
    one = page.board.scored(item)
    assert one is not None
    page.forms.ask(kind, one, anchor(page))
    form = page.forms.forms[kind]
    for key, text in told.items():
        form.fields[key].put_back(text)
    form.commit()


def test_the_heading_is_the_finding_and_the_sixth_key_leads_here(opened: Open) -> None:
    page = opened()
    score = page.board.score
    assert score is not None
    said = page.desk.head.heading.text()
    assert said == f"现在 {points_text(score.points)} 分，补 {len(score.to_gain)} 样能到 {points_text(score.reachable)}"
    window = page.window()
    window.resize(911, 465)
    brief = f"现在 {points_text(score.points)} 分，能到 {points_text(score.reachable)}"
    assert page.desk.head.heading.text() == brief, "fewer words in a narrow window"
    window.resize(1366, 697)
    assert page.desk.head.heading.text() == said
    QTest.keyClick(window, K.Key_1, CONTROL)
    assert not page.isVisible()
    QTest.keyClick(window, K.Key_6, CONTROL)
    assert page.isVisible() and page.desk.items.grid.hasFocus()
    left = sum(one.state != FULL for one in score.items)
    assert f"{left} 项还没满分" in page.desk.head.sentence.words().replace("  ", " ")
    assert "合格 60" in page.desk.bar.accessibleName()


@pytest.mark.parametrize("known", [True, False])
def test_every_measure_has_a_way_to_a_page_that_is_there(known: bool) -> None:
    pages = {spec.key for spec in PAGES} | {""}
    sections = {section.key for section in SECTIONS}
    for key in ["", *measures.offered()]:
        item = Item(1, 1, 0, "", "一项", points=4, measured="figure", measure=key)
        lacks = (Lack("child", 1, key="talk"),) if known else ()
        found = Measured(1, 3, lacks, known=known)
        way = way_of(Scored(item, found, 1 if known else 0, None, (), None, ()))
        assert way.label and way.page in pages, key
        assert way.page != "settings" or way.want in sections, key
        assert way.page or way.want in ("names", "item"), key
        assert score_words.measure_word(key or "rule:talk")


def test_the_figures_beside_lead_to_their_names(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    qtbot.waitUntil(lambda: bool(page.aside.links))
    with qtbot.waitSignal(page.goes) as went:
        page.aside.links["contact.talk"].click()
    assert went.args == ["figures", ("2026-1", "", "contact.talk")]
    with qtbot.waitSignal(page.goes) as went:
        page.aside.pack.click()
    assert went.args == ["pack", "2026-1"]


def test_the_most_points_come_first_or_the_order_of_the_table(opened: Open) -> None:
    page = opened()
    gains = [one.gain for one in (page.board.scored(each) for each in page.desk.items.grid.rows()) if one is not None]
    to_gain = len(page.board.score.to_gain) if page.board.score else 0
    assert gains[:to_gain] == sorted(gains[:to_gain], reverse=True)
    page.desk.order.choose(IN_ORDER)
    assert page.desk.items.grid.rows() == [one.id for one in page.board.table.items] if page.board.table else False


def test_a_number_opens_its_names_and_a_name_its_place(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    item = row(page, "opened")
    one = page.board.scored(item)
    assert one is not None and one.found is not None
    page.desk.items.grid.acted.emit(item, "points")
    assert page.stack.currentIndex() == DESK
    page.desk.items.names_wanted.emit(item)
    assert page.stack.currentIndex() == LIST and len(page.names.shown()) == len(one.found.lacks)
    with qtbot.waitSignal(page.goes) as went:
        QTest.keyClick(page.names.grid, K.Key_Return)
    assert went.args is not None
    lack = one.found.lacks[0]
    assert went.args == ["rooms", (lack.id, lack.day.isoformat() if lack.day else "")]


def test_children_who_lack_something_are_named_once_the_worst_first(opened: Open) -> None:
    page = opened()
    item = row(page, "rule:talk")
    page.show_names(item)
    one = page.board.scored(item)
    assert one is not None and one.found is not None
    names = [each.want for each in page.names.shown()]
    assert len(names) == len(set(names)) == len({lack.id for lack in one.found.lacks})
    assert "没谈心" in page.names.shown()[0].lacks and page.names.heading.text().endswith("个孩子")
    assert page.back() and page.stack.currentIndex() == DESK and not page.back()
    page.open_item(item)
    assert any(each.accessibleName() == f"看缺的 {len(names)}" for each in page.panel.findChildren(Button))


@pytest.mark.parametrize("measure", ["ledger", "hazards"])
def test_what_is_said_to_lack_is_what_the_click_opens(opened: Open, qtbot: QtBot, measure: str) -> None:
    page = opened()
    item = row(page, measure)
    one = page.board.scored(item)
    assert one is not None and one.found is not None and one.found.lacks
    count = len(one.found.lacks)
    assert score_words.lacking_word(one).startswith(f"{count} ")
    if measure == "ledger":
        lines = lines_on(page.board.session.store.inventory, page.board.session.today)
        assert count == sum(each.state in ("below", "differs") for each in lines), "as the page 台账 says"
    page.desk.items.grid.set_current(item)
    QTest.keyClick(page.desk.items.grid, K.Key_Return, CONTROL)
    assert page.stack.currentIndex() == LIST and len(page.names.shown()) == count
    assert page.names.heading.text().startswith(f"{one.item.what}：缺 {count} ")
    with qtbot.waitSignal(page.goes) as went:
        QTest.keyClick(page.names.grid, K.Key_Return)
    assert went.args is not None and went.args[0] in ("ledger", "rooms", "inspection") and went.args[1]


def test_ctrl_enter_goes_where_it_is_made_good(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    page.desk.items.grid.set_current(row(page, "rule:carer"))
    with qtbot.waitSignal(page.goes) as went:
        QTest.keyClick(page.desk.items.grid, K.Key_Return, CONTROL)
    assert went.args == ["heat", "carer"]


def test_a_check_takes_points_off_with_its_reason_and_undo_brings_them_back(opened: Open, store: FileStore) -> None:
    page = opened()
    item = row(page, "keeper")
    before = page.board.score.points if page.board.score else 0
    page.open_item(item)
    say(page, ROUTINE, item, points="-0.5")
    form = page.forms.forms[ROUTINE]
    assert form.isVisible() and form.fields["reason"].error()
    form.fields["reason"].put_back("没有值班表")
    form.commit()
    assert not form.isVisible()
    after = page.board.scored(item)
    assert after is not None and after.added == -1
    assert page.board.score is not None and page.board.score.points == before - 1
    assert any("没有值班表" in one.text() for one in page.panel.findChildren(Label))
    page.deeds.take_back(after.item, after.routine[0])
    assert page.board.score.points == before


def test_own_points_review_words_and_a_record(opened: Open, store: FileStore) -> None:
    page = opened()
    item = row(page, "keeper")
    page.open_item(item)
    say(page, SELF, item, points="1", reason="任命还没发")
    say(page, REVIEW, item, points="1.5", reason="", giver="县教育局")
    say(page, WORDS, item, words="任命文件在第 1 盒")
    one = page.board.scored(item)
    assert one is not None and one.own is not None and (one.points, one.reviewed) == (2, 3)
    assert [each.words for each in one.evidence if each.words][-1] == "任命文件在第 1 盒"


def test_half_typed_points_come_back_after_the_lock(opened: Open, store: FileStore) -> None:
    page = opened()
    item = row(page, "keeper")
    one = page.board.scored(item)
    assert one is not None
    page.forms.ask(ROUTINE, one, anchor(page))
    field = page.forms.forms[ROUTINE].fields["reason"]
    QTest.keyClicks(field.editor, "no rota")  # type: ignore[attr-defined]
    page.leave()
    again = opened()
    assert again.resume()
    assert again.panel.item_id == item
    assert again.forms.forms[ROUTINE].fields["reason"].typed() == "no rota"
    again._session.drafts.drop(f"report.{ROUTINE}.{item}")


def test_mentors_and_past_terms(opened: Open, qtbot: QtBot) -> None:
    page = opened(want=MENTORS)
    assert page.desk.view() == MENTORS and page.desk.mentors.grid.rows()
    assert page.desk.print.label() == "打印代理家长考核" and ("Ctrl+P", "打印代理家长考核") in list(page.keys())
    assert "Ctrl+Enter" not in dict(page.keys()), "nothing is made good in this list"
    first = page.desk.mentors.scores[page.desk.mentors.grid.rows()[0]]
    assert first.percent is not None
    with qtbot.waitSignal(page.goes) as went:
        QTest.keyClick(page.desk.mentors.grid, K.Key_Return)
    assert went.args == ["pairings", first.staff_id]
    page.desk.turn(PAST)
    qtbot.waitUntil(lambda: len(page.desk.past.scores) == len(page.board.terms()))
    assert len(page.desk.past.scores) == len(page.board.terms())
    assert page.board.score is not None and page.desk.past.scores[0].points == page.board.score.points
    page.desk.past.opened.emit(page.board.terms()[0][0])
    assert page.desk.view() == ITEMS and page.desk.print.label() == "打印自评表"


def test_in_a_narrow_window_the_way_to_the_pack_stands_in_the_head(opened: Open, qtbot: QtBot) -> None:
    wide = opened()
    assert wide.desk.pack.isHidden() and wide.aside.pack.isVisible()
    page = opened(911, 465)
    assert page.desk.pack.isVisible()
    with qtbot.waitSignal(page.goes) as went:
        page.desk.pack.click()
    assert went.args == ["pack", page.board.term_code]


def test_in_a_narrow_window_one_thing_is_shown_at_a_time(opened: Open) -> None:
    page = opened(911, 465)
    assert page.aside.isHidden() and page.desk.more.isVisible()
    page.desk.more.click()
    assert page.aside.isVisible() and page.left.isHidden()
    assert "Enter" not in dict(page.keys()) and dict(page.keys())["Esc"] == "看考核项", "there is no list to move in"
    assert page.back() and page.left.isVisible() and page.aside.isHidden()
    page.open_item(row(page, "opened"))
    assert page.panel.isVisible() and page.left.isHidden()
    assert page.back() and page.left.isVisible()


def test_without_a_table_the_shipped_one_is_one_button_away(opened: Open, store: FileStore) -> None:
    page = opened()
    board = page.board
    assert board.table is not None
    page._session.apply("删", edits.delete_table(board.table, board.tables), "delete")
    assert page.stack.currentIndex() == NOTHING
    page.empty.buttons["shipped"].click()
    assert page.stack.currentIndex() == DESK and page.board.score is not None


def test_who_may_be_commended_stands_in_an_occasion_with_the_figures(opened: Open, store: FileStore) -> None:
    page = opened()
    page.desk.turn(MENTORS)
    mentors = page.desk.mentors
    wanted = [one for one in mentors.scores.values() if one.is_candidate]
    assert mentors.commend.isVisible() is bool(wanted) and wanted
    window = page.window()
    assert isinstance(window, Window)
    mentors.commend.click()
    assert window.key == "honours" and isinstance(window.page, HonoursPage)
    told = window.page.awards.lines.told()
    assert [one.staff_id for one in told] == [one.staff_id for one in wanted]
    assert all(str(one.owed) in each.reason and f"{one.percent}%" in each.reason
               for one, each in zip(wanted, told, strict=True))  # fmt: skip
    assert not window.page.awards.lines.mistakes()
