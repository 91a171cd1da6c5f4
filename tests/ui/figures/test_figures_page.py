"""本学期数字 under real keys on a real file: every number opens its names and these lead on; any term, any day; Excel
and paper say what the screen says."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.edits import Told, log_care
from app.enrolment import pupils_on
from app.figures import GROUPS, term_figures
from app.heat import CLASSES, RULES
from app.roster import rows
from tests.ui.figures.conftest import TODAY, Open
from ui import term_words as words
from ui.children.roster_page import RosterPage
from ui.contacts.page import ContactsPage
from ui.figures.names import HAVE, LACK
from ui.figures.page import FiguresPage
from ui.gifts.page import GiftsPage
from ui.heat.page import HeatPage
from ui.ledger.page import LedgerPage
from ui.paper.print_page import PrintPage
from ui.paper.term_paper import rows_of
from ui.rooms.page import RoomsPage
from ui.window import Window

K = Qt.Key


def key(key: Qt.Key) -> None:
    where = QApplication.focusWidget()
    assert where is not None, "the cursor is nowhere"
    QTest.keyClick(where, key)


def shown(page: FiguresPage, column: str) -> list[str]:
    """What stands in a column of the figures."""
    place = [one.key for one in page.listing.shown_columns()].index(column)
    return [page.listing._model.cell(row, place).text for row in page.listing.rows()]


def test_every_figure_stands_on_screen_with_its_number(page: FiguresPage) -> None:
    figures = term_figures(page._session, page._session.snapshot.terms[0], TODAY)
    on_screen = {pair.now.key: pair.now.value for pair in page.listing.pairs()}
    assert on_screen == {key: figures[key].value for key in on_screen}
    assert set(figures) - set(on_screen) == {key for key, one in figures.items() if not one.value and not one.of} - set(
        on_screen)
    assert shown(page, "value") == [words.number(key, value) for key, value in on_screen.items()]
    done, owed = page.book.rules if page.book is not None else (0, 0)
    assert page.head.heading.text() == f"按规则该做 {owed:,} 次，缺 {owed - done:,} 次"
    assert not page.wrong.isVisible()
    assert [one.key for one in page.listing.shown_columns()] == ["title", "value", "share"], "there is no term before"


def test_every_figure_has_words_of_its_own(page: FiguresPage) -> None:
    assert page.book is not None
    titles = [words.full_title(one, page._session.snapshot, TODAY) for one in page.book.figures.values()]
    assert len(set(titles)) == len(titles)
    assert [one for one in titles if "/ 0 " in one] == [], "nothing is said to be out of nothing"
    rows = rows_of(page.book, page._session.snapshot)
    assert [row.title for row in rows if not row.is_head and not row.now] == [], "on paper every figure has its number"
    assert all(words.unit(key) and words.group_word(key.split(".")[0]) for key in page.book.figures)
    assert {one.group for one in page.book.figures.values()} <= set(GROUPS)


def test_keys_open_the_names_and_what_stands_behind_them(window: Window, page: FiguresPage) -> None:
    assert page.listing.hasFocus() and page.listing.key_at(page.listing.current()) == "children.pupils"
    key(K.Key_Down)
    assert page.names.heading.text().startswith("在校女生 ")
    key(K.Key_Return)
    assert page.in_names() and page.names.grid.hasFocus()
    first = page.names.lines()[0]
    key(K.Key_Return)
    assert isinstance(window.page, RosterPage) and window.page.dossier.child_id == first.id
    window.back()
    window.back()
    assert window.page is page
    assert page.in_names()
    key(K.Key_Escape)
    assert not page.in_names() and page.listing.key_at(page.listing.current()) == "children.girls"


@pytest.mark.parametrize(("figure", "kind"), [
    ("contact.talk", ContactsPage), ("asset.owned", LedgerPage), ("room.opened", RoomsPage), ("safety.open", RoomsPage),
    ("pairs.begun", RosterPage), ("follow.open", ContactsPage), ("gift.donations", GiftsPage),
])  # fmt: skip
def test_every_kind_of_name_leads_on(window: Window, page: FiguresPage, figure: str, kind: type) -> None:
    page.arrive(figure)
    assert page.in_names()
    key(K.Key_Return)
    assert isinstance(window.page, kind)


def test_a_window_of_a_past_term_leads_to_the_map_of_that_term(open_window: Open) -> None:
    window = open_window(today=date(2027, 3, 10))
    window.go("figures")
    page = window.page
    assert isinstance(page, FiguresPage)
    for figure, by in (("rule.parents-meeting", CLASSES), ("rule.training", RULES)):
        window.go("figures")
        page.arrive(("2026-1", "", figure))
        assert page.book is not None and page.book.term.code == "2026-1" and page.in_names()
        key(K.Key_Return)
        heat = window.page
        assert isinstance(heat, HeatPage)
        assert (heat.board.term_code, heat.board.rule, heat.board.by) == ("2026-1", figure.partition(".")[2], by)
        one = page.book.figures[figure]
        shown = [row for row in heat.board.rows if row.owed]
        assert (sum(row.done for row in shown), sum(row.owed for row in shown)) == (one.value, one.of)
        window.back()
        assert window.page is page and page.book.term.code == "2026-1"
    window.page.goes.emit("heat", "talk")
    assert isinstance(window.page, HeatPage) and window.page.board.term_code == "2026-2", "a bare rule is of the running term"


@pytest.mark.parametrize("figure", ["children.left_girls", "rule.talk", "pairs.begun", "away.father"])
def test_the_roster_shows_exactly_the_children_of_a_figure(window: Window, page: FiguresPage, figure: str) -> None:
    page.arrive(figure)
    lines = page.names.lines()
    here = {child.id for child, _class in pupils_on(window.session.snapshot, window.session.today)}
    gone = {line.want for line in lines} - here
    wanted = {line.want for line in lines} & here
    assert len(gone) == (2 if figure == "rule.talk" else 0), "who has left since stands in the names, not in the roster"
    assert page.names.in_roster.label() == f"在名册里看这 {len(wanted)} 个" and len(wanted) > 1
    page.names.in_roster.click()
    roster = window.page
    assert isinstance(roster, RosterPage) and not roster.in_dossier()
    here = wanted & {row.child_id for row in rows(page._session.snapshot, TODAY)}
    assert set(roster.list.grid.rows()) == here
    chips = [one.chip.text for one in roster.list.filters.chips.buttons.values()]
    part = "，没做的" if figure == "rule.talk" else ""
    gone = f"，还在校的 {len(here)} 个" if here != wanted else ""
    assert chips == [page.names.heading.text() + part + gone]
    roster.list.filters.clear()
    assert len(roster.list.grid.rows()) > len(wanted)
    window.back()
    assert window.page is page and page.in_names()


def test_children_who_have_left_are_said_where_the_roster_lacks_them(window: Window, page: FiguresPage) -> None:
    page.arrive("children.left")
    ids = [line.id for line in page.names.lines()]
    here = {row.child_id for row in rows(page._session.snapshot, TODAY)}
    gone = next(key for key in page._session.snapshot.children if key not in here)
    page.names.listed.emit("留守儿童", [*ids, gone])
    roster = window.page
    assert isinstance(roster, RosterPage) and set(roster.list.grid.rows()) == set(ids)
    assert [one.chip.text for one in roster.list.filters.chips.buttons.values()] == [f"留守儿童，还在校的 {len(ids)} 个"]


def test_what_was_not_done_is_listed_first(page: FiguresPage) -> None:
    page.arrive("rule.talk")
    assert page.book is not None
    one = page.book.figures["rule.talk"]
    assert one.of is not None and 0 < one.value < one.of
    assert page.names.part.current() == LACK and len(page.names.lines()) == one.of - one.value
    assert all(page.names._when(row).second == "最晚这天" for row in page.names.grid.rows()), "which day it is"
    page.names.part.choose(HAVE)
    assert len(page.names.lines()) == one.value
    page.arrive("children.left")
    assert page.names.part.current() == HAVE and len(page.names.lines()) == page.book.figures["children.left"].value


def test_a_letter_in_the_list_searches_and_enter_opens_what_is_found(page: FiguresPage) -> None:
    QTest.keyClicks(page.listing, "t")
    assert page.search_box.hasFocus()
    page.search_box.setText("表彰")
    listed = [page.listing.key_at(row) for row in page.listing.rows()]
    assert {one.split(".")[0] for one in listed} <= {"contact", "award"} and "award.pupils" in listed
    key(K.Key_Down)
    key(K.Key_Return)
    assert page.in_names() and page.names.heading.text().startswith(("表彰 ", "给孩子的表彰 "))
    page.arrive("rule.talk")
    assert page.search_box.text() == "" and page.names.heading.text().startswith("谈心做了 ")
    page.search()
    page.search_box.setText("没有这个")
    assert page.listing.rows() == [] and page.search_box.hasFocus()
    key(K.Key_Escape)
    assert len(page.listing.rows()) == len(page.listing.pairs())


def test_another_day_and_back(page: FiguresPage) -> None:
    assert page.book is not None
    today = page.book.figures["contact.talk"].value
    page.choice.date.set_value("2026-10-09")
    page.choice.date.committed.emit("2026-10-09")
    assert page.book.on == date(2026, 10, 9) and 0 < page.book.figures["contact.talk"].value < today
    page.choice.date.committed.emit("2027-01-10")
    assert page.book.on == TODAY, "what has not come yet is not counted"
    assert page.choice.date.value() == TODAY.isoformat()


def test_a_record_that_is_written_is_counted(window: Window, page: FiguresPage) -> None:
    assert page.book is not None
    before = page.book.figures["contact.talk"].value
    child = next(iter(page._session.snapshot.children))
    page._session.apply("谈心", log_care(Told("talk", TODAY, "reached"), [child]))
    assert page.book.figures["contact.talk"].value == before + 1
    page._session.undo()
    assert page.book.figures["contact.talk"].value == before


def test_the_term_before_stands_beside_it(open_window: Open) -> None:
    window = open_window(today=date(2027, 3, 20))
    window.go("figures")
    page = window.page
    assert isinstance(page, FiguresPage) and page.book is not None and page.book.before is not None
    assert page.book.term.code == "2026-2" and page.book.last is not None and page.book.last.code == "2026-1"
    assert "比上学期" in page.head.sentence.words()
    place = [pair.now.key for pair in page.listing.pairs()].index("contact.talk")
    assert shown(page, "before")[place] == f"{page.book.before['contact.talk'].value:,}"
    assert shown(page, "change")[place] == "", "two weeks are not held against a whole term"
    place = [pair.now.key for pair in page.listing.pairs()].index("children.pupils")
    assert shown(page, "change")[place] == words.change(page.book.pair("children.pupils")) != ""
    page.choice.named.committed.emit("2026-1")
    assert page.book.term.code == "2026-1" and page.book.on == date(2027, 1, 15) and page.book.is_over


def test_in_a_narrow_window_the_names_take_the_place_of_the_figures(open_window: Open) -> None:
    window = open_window(911, 465)
    window.go("figures")
    page = window.page
    assert isinstance(page, FiguresPage)
    assert page.left.isVisible() and not page.names.isVisible()
    key(K.Key_Return)
    assert page.names.isVisible() and not page.left.isVisible()
    key(K.Key_Escape)
    assert page.left.isVisible() and page.listing.hasFocus()


def test_excel_holds_what_stands_on_screen(
    window: Window, page: FiguresPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "数字.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    page.export()
    qtbot.waitUntil(lambda: not page._work.busy and out.exists())
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["学期数字", "各年级各班", "各项规则", "各月联系"]
    assert [len(sheet._charts) for sheet in book] == [0, 1, 1, 1]
    cells = [[cell.value for cell in row] for row in book["学期数字"].iter_rows(min_row=4)]
    written = {row[0]: row[2] for row in cells if row[0] and isinstance(row[2], int)}
    assert page.book is not None
    for name in ("children.pupils", "children.left", "contact.talk", "room.opened", "asset.owned"):
        one = page.book.figures[name]
        assert written[words.title(one, page._session.snapshot, TODAY)] == one.value or name == "contact.talk"
    assert page.book.last is None and all(
        "上学期" not in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row
    ), "no columns for a term that there was not"
    heads = [row[0] for row in book["学期数字"].iter_rows(min_row=4) if row[0].font.bold]
    assert [one.value for one in heads] == [words.group_word(group) for group in GROUPS if page.book.pairs(group)]
    assert not any(str(cell.value).startswith("=") for sheet in book for row in sheet.iter_rows() for cell in row)
    assert all("不符" not in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def test_paper_has_every_figure(window: Window, page: FiguresPage) -> None:
    page.print_out()
    assert isinstance(window.page, PrintPage)
    assert page.book is not None
    pieces = sum(len(page.book.pairs(group)) for group in GROUPS)
    assert f"{pieces} 个数字" in window.page.heading.text()


def test_nothing_leaves_while_it_does_not_add_up(page: FiguresPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    page._session.failed.connect(said.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: pytest.fail("asked where to"))
    assert page.book is not None
    wrong = dict(page.book.figures)
    del wrong["grade.3"]
    page.book = type(page.book)(page.book.term, page.book.on, wrong, None, None)
    page._say()
    assert page.wrong.isVisible() and page.head.heading.text() == "2 处数字对不上"
    page.export()
    assert len(said) == 1 and "各年级留守儿童各项相加" in said[0]
