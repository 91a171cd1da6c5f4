"""Anything of the term is linked as evidence by the keyboard: found by words, opened again, taken off, undone."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.assessment import LINKED
from app.measures import Facts
from app.scoring import evidence_of
from db.store import FileStore
from tests.ui.report.conftest import Open
from ui import evidence_words
from ui.evidence_words import Linkable, Links
from ui.pack.parts import parts
from ui.pieces.button import Button
from ui.report.item_forms import LINK
from ui.report.page import ReportPage
from ui.score_sheets import evidence_of as named_in_sheet

K = Qt.Key


def item(page: ReportPage) -> int:
    """环境卫生: nothing of the program measures it."""
    return next(one.item.id for one in page.board.items() if one.item.what == "环境卫生")


def chooser(page: ReportPage, words: str) -> None:
    one = page.board.scored(item(page))
    assert one is not None
    page.forms.ask(LINK, one, QRect(page.mapToGlobal(QPoint(20, 20)), QSize(40, 20)))
    box = page.forms.chooser.box
    assert page.forms.chooser.isVisible() and box.hasFocus()
    box.setText(words)


def links(page: ReportPage) -> Links:
    board = page.board
    assert board.term is not None
    return Links(board.session.store, board.snapshot, board.term, board.session.today)


def test_every_kind_of_row_of_the_term_and_its_papers_are_offered(opened: Open) -> None:
    page = opened()
    every = links(page).every()
    kinds = {one.kind for one in every}
    assert kinds >= set(LINKED) - {"attachment"} | {"paper"}, set(LINKED) - kinds
    assert {one.paper for one in every if one.kind == "paper"} <= {part.key for part in parts()}
    days = [one.day for one in every if one.day is not None]
    assert days == sorted(days, reverse=True)
    record_kinds = {one.about.split()[0] for one in every if one.kind == "record"}
    assert {"谈心", "家访", "亲情电话"} <= record_kinds
    confidential = {one.id for one in page.board.session.store.ledger.between(min(days), max(days)) if one.confidential}
    assert not confidential & {one.id for one in every if one.kind == "record"}


def test_words_find_it_and_enter_links_it(opened: Open, store: FileStore) -> None:
    page = opened()
    page.open_item(item(page))
    chooser(page, "开学检查")
    shown = page.forms.chooser.shown()
    assert shown and all("开学检查" in one.title for one in shown)
    QTest.keyClick(page.forms.chooser.box, K.Key_Down)
    QTest.keyClick(page.forms.chooser.grid, K.Key_Return)
    assert not page.forms.chooser.isVisible()
    one = page.board.scored(item(page))
    assert one is not None and [each.link for each in one.evidence] == [("round", shown[0].id)]
    assert any("开学检查记录（安全检查" in button.accessibleName() for button in page.panel.findChildren(Button))
    chooser(page, "开学检查")
    assert page.forms.chooser.shown() == [], "what is linked is not offered again"
    page.board.session.undo()
    again = page.board.scored(item(page))
    assert again is not None and not again.evidence


def test_a_child_is_found_by_letters_and_what_is_not_there_is_said(opened: Open) -> None:
    page = opened()
    talk = next(one for one in links(page).every() if one.kind == "record" and one.about.startswith("谈心 "))
    name = talk.about.split()[1]
    letters = "".join(part[0] for part in next(
        child.pinyin for child in page.board.snapshot.children.values() if child.name == name).split())  # fmt: skip
    chooser(page, f"谈心 {letters}")
    shown = page.forms.chooser.shown()
    assert shown and all(one.about.startswith("谈心") for one in shown) and any(name in one.about for one in shown)
    page.forms.chooser.box.setText("谈心 没有这样的")
    assert page.forms.chooser.shown() == []


@pytest.mark.parametrize("kind", [*sorted(set(LINKED) - {"attachment"}), "paper"])
def test_whatever_is_linked_is_said_and_can_be_opened(opened: Open, qtbot: QtBot, store: FileStore, kind: str) -> None:
    page = opened()
    chosen = next(one for one in links(page).every() if one.kind == kind)
    one = page.board.scored(item(page))
    assert one is not None
    page.open_item(item(page))
    page.forms._link(one, chosen)
    after = page.board.scored(item(page))
    assert after is not None
    (evidence,) = after.evidence
    assert links(page).of(evidence) == chosen and evidence.tokens
    facts = page.board.facts
    assert isinstance(facts, Facts) and page.board.table is not None
    assert evidence in evidence_of(facts, page.board.table)
    button = next(each for each in page.panel.findChildren(Button)
                  if each.accessibleName().startswith("打开：") and chosen.title in each.accessibleName())  # fmt: skip
    with qtbot.waitSignal(page.goes) as went:
        button.click()
    assert went.args is not None and went.args[0] == chosen.page


def test_papers_that_leave_the_school_name_no_child_and_tell_no_talk(opened: Open) -> None:
    page = opened()
    talk = next(one for one in links(page).every() if one.kind == "record" and one.about.startswith("谈心 "))
    one = page.board.scored(item(page))
    assert one is not None
    page.forms._link(one, talk)
    after = page.board.scored(item(page))
    assert after is not None and talk.day is not None
    assert named_in_sheet(after, page.board) == f"{talk.day.month}月{talk.day.day}日谈心"
    assert talk.title in evidence_words.said(after.evidence[0], links(page))


def test_all_words_must_stand_in_it() -> None:
    one = Linkable("record", 1, "爸爸换了号", "谈心 周雨桐", None, "周雨桐 zhouyutong zyt")
    assert one.has("谈心 周") and one.has("ZYT") and one.has("换了") and not one.has("谈心 李")
