"""The papers of the pairs on the printing page: found by their keys, for one mentor or all, across A4, without a scope."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.edits import log_care, pair
from app.edits.care import Told
from tests.ui.paper.stored import opened
from ui.finder import Finder
from ui.pages import PAGES
from ui.paper.kinds import kinds, places
from ui.paper.print_page import PrintPage
from ui.session import Session
from ui.work import Work


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path) -> PrintPage:
    made = PrintPage(session, Work(lambda: session.store))
    made.ask_path = lambda _parent, suggestion: str(tmp_path / suggestion)
    made.has_printer = lambda: False
    qtbot.addWidget(made)
    made.resize(1366 - 164, 697 - 32)
    made.show()
    return made


def ids(session: Session) -> dict[str, int]:
    return {child.name: key for key, child in session.snapshot.children.items()}


def paired(session: Session) -> None:
    """李秀兰 with two children, the other teacher with one."""
    staff = {one.name: one.id for one in session.snapshot.staff}
    for child, teacher in (("周雨桐", "李秀兰"), ("𠮷䶮", "李秀兰"), ("欧阳阿依古丽", "阿不都热合曼·吐尔逊")):
        changes = pair(ids(session)[child], "mentor", date(2026, 9, 7), session.snapshot.pairings,
                       staff_id=staff[teacher])  # fmt: skip
        session.apply("结对", changes)


def choose(page: PrintPage, words: str) -> None:
    combo = page.panel.scope.editor
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_without_pairs_it_says_what_comes_first(page: PrintPage) -> None:
    for kind in ("record_book", "duty_paper"):
        page.arrive(kind)
        assert page.panel.counts.text() == "还没有孩子结对。先在“结对帮扶”里给孩子配上代理家长。"
        assert not page.panel.go.isEnabled()


def test_the_list_for_the_office_and_the_wall(page: PrintPage, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    paired(session)
    page.arrive("pairing_list")
    assert page.heading.text() == "打印结对一览表：2 位代理家长，1 张纸"
    assert page.panel.counts.text() == "2 位代理家长 3 个孩子，A4 横着印。上墙的只有姓名和班级，没有电话。"
    assert not page.panel.scope.isVisible() and page.panel.pairing_style.isVisible()
    assert page.preview.sheet.width() > page.preview.sheet.height(), "across"
    assert page.job().style == "office"  # type: ignore[union-attr]
    qtbot.mouseClick(page.panel.pairing_style.button("wall"), Qt.MouseButton.LeftButton)
    assert page.job().style == "wall"  # type: ignore[union-attr]
    page.panel.save.click()
    qtbot.waitUntil(lambda: "存好了" in page.panel.notice.text())
    assert (tmp_path / "结对一览表.pdf").read_bytes().startswith(b"%PDF")
    assert not any(child.cards for child in session.snapshot.children.values()), "it is no contact card"


def test_the_book_of_one_mentor_with_what_was_logged(page: PrintPage, session: Session) -> None:
    paired(session)
    child = ids(session)["周雨桐"]
    session.apply("记下", log_care(Told("talk", date(2026, 11, 17), summary="想妈妈了"), [child]))
    page.arrive("record_book")
    combo = page.panel.scope.editor
    words = [combo.itemText(number) for number in range(combo.count())]
    assert words == ["全部 2 位代理家长", "李秀兰 2 个孩子", "阿不都热合曼·吐尔逊 1 个孩子"]
    assert page.heading.text() == "打印帮扶记录册：2 本，3 张纸"
    choose(page, "李秀兰 2 个孩子")
    assert page.heading.text() == "打印帮扶记录册：1 本，2 张纸"
    assert page.panel.counts.text() == "1 本 2 个孩子，一人一页，这学期做过的已经印上。"
    assert [record.summary for record in page.job().records] == ["想妈妈了"]  # type: ignore[union-attr]
    page.panel.layouts.button("duty_paper").click()
    assert page.heading.text() == "打印帮扶责任书：1 份，1 张纸", "the same mentor"
    page.panel.layouts.button("child").click()
    assert page.heading.text() == "打印随身卡：5 张卡，2 张纸", "the children's scope stays"


def test_the_group_needs_nobody_to_choose(page: PrintPage) -> None:
    page.arrive("leading_group")
    assert page.heading.text() == "打印领导小组名单及职责：0 人，1 张纸"
    assert "空白表" in page.panel.counts.text() and not page.panel.scope.isVisible()
    assert page.panel.go.isEnabled()


def test_ctrl_k_finds_each(session: Session) -> None:
    finder = Finder(session, PAGES, list)
    finder.prepare()
    for word, key in (("jdylb", "pairing_list"), ("记录册", "record_book"), ("责任书", "duty_paper"),
                      ("领导小组", "leading_group")):  # fmt: skip
        found = [one.place for section in finder.find(word) for one in section.found]
        assert any((one.page, one.want) == ("print", key) for one in found), word
    assert [place.want for place in places(session)] == [kind.key for kind in kinds()]
