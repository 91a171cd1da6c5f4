"""The papers of care on the printing page: for a child, a class, a teacher, one record; a stretch of days; filled or not."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.care_papers import BLANK, CareAsk, Stretch
from app.edits import Told, log_care, pair
from tests.ui.paper.hard_school import DAY
from tests.ui.paper.stored import opened
from ui.finder import Finder
from ui.pages import PAGES
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


def child(session: Session, name: str) -> int:
    return next(key for key, one in session.snapshot.children.items() if one.name == name)


def log(session: Session, kind: str, name: str, day: date = DAY, **more: object) -> int:
    told = Told(kind, day, **more)  # type: ignore[arg-type]
    return session.apply("记", log_care(told, [child(session, name)])).ids["record"]


def choose(page: PrintPage, words: str) -> None:
    combo = page.panel.scope.editor
    place = combo.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert place >= 0, [combo.itemText(line) for line in range(combo.count())]
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def period(page: PrintPage, key: str) -> None:
    combo = page.panel.care.period.editor
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_they_are_found_by_their_first_letters(session: Session) -> None:
    finder = Finder(session, PAGES, list)
    finder.prepare()
    for letters, words in (("txjl", "谈心记录"), ("jfjl", "家访记录"), ("dhdjb", "电话登记表")):
        assert words in [found.place.name for part in finder.find(letters) for found in part.found]


def test_what_was_done_in_the_term_for_all_of_a_class_or_a_child(page: PrintPage, session: Session) -> None:
    log(session, "talk", "周雨桐", summary="想家")
    log(session, "talk", "周雨桐", DAY - timedelta(days=40))
    log(session, "talk", "𠮷䶮")
    page.show_for((), "talks")
    assert page.heading.text() == "打印谈心记录：3 份，2 张纸"
    assert page.panel.counts.text().startswith("2 个孩子 3 份")
    page.show_for([child(session, "𠮷䶮")], "talks")
    assert page.heading.text() == "打印谈心记录：1 份，1 张纸"
    period(page, "month")
    choose(page, "全部留守儿童")
    assert page.heading.text() == "打印谈心记录：2 份，2 张纸"


def test_days_of_ones_own(page: PrintPage, session: Session) -> None:
    log(session, "home_visit", "周雨桐", date(2026, 10, 3))
    log(session, "home_visit", "周雨桐", date(2026, 10, 9))
    page.show_for((), "visits")
    assert page.panel.care.first.isHidden()
    period(page, "other")
    assert not page.panel.care.first.isHidden()
    page.panel.care.first.editor.setText("10.5")
    page.panel.care.first.commit()
    page.panel.care.last.editor.setText("10.31")
    page.panel.care.last.commit()
    assert page.heading.text() == "打印家访记录：1 份，1 张纸"
    assert page.job().days == Stretch(date(2026, 10, 5), date(2026, 10, 31))  # type: ignore[union-attr]


def test_a_teachers_own_and_the_register_says_whose(page: PrintPage, session: Session) -> None:
    staff = {one.name: one.id for one in session.snapshot.staff}
    session.apply("结对", pair(child(session, "周雨桐"), "mentor", date(2026, 9, 7), (), staff_id=staff["李秀兰"]))
    log(session, "family_call", "周雨桐", staff_id=staff["李秀兰"])
    log(session, "family_call", "𠮷䶮", staff_id=staff["李秀兰"])
    log(session, "family_call", "周雨桐", staff_id=staff["阿不都热合曼·吐尔逊"])
    page.show_for((), "calls")
    assert page.heading.text() == "打印亲情电话登记表：3 行，1 张纸"
    choose(page, "李秀兰老师")
    assert page.heading.text() == "打印亲情电话登记表：2 行，1 张纸", "whatever child it was with"


def test_nothing_to_print_says_so_and_the_empty_form_is_always_there(page: PrintPage) -> None:
    page.show_for((), "visits")
    assert page.panel.counts.text() == "这段时间没有记录，换一段时间，或者印空白的。"
    assert not page.panel.go.isEnabled()
    page.panel.care.style_.choose(BLANK)
    assert page.heading.text() == "打印家访记录：5 份，5 张纸", "one for every child to take along"
    assert page.panel.care.period.isHidden()
    choose(page, "空白表")
    assert page.heading.text() == "打印家访记录：1 份，1 张纸" and page.panel.care.isHidden()


def test_one_record_from_the_timeline(page: PrintPage, session: Session) -> None:
    log(session, "home_visit", "周雨桐", DAY - timedelta(days=60))
    record = log(session, "home_visit", "周雨桐", summary="屋里干净")
    page.arrive(CareAsk("visits", f"record:{record}"))
    assert page.heading.text() == "打印家访记录：1 份，1 张纸"
    assert page.panel.scope.editor.currentText() == "11月24日 周雨桐 家访"
    assert page.panel.care.isHidden()
    session.undo()
    page.arrive(CareAsk("visits", f"record:{record}"))
    assert page.panel.scope.value() == "left", "a record that is gone leads to the choice"


def test_the_empty_register_of_a_class_for_another_kind(page: PrintPage, session: Session) -> None:
    number = next(one.id for one in session.snapshot.classes if one.entry_year == 2024)
    page.arrive(CareAsk("calls", f"class:{number}", BLANK, "carer_contact"))
    assert page.heading.text().startswith("打印联系照料人登记表：")


def test_it_is_saved_as_a_pdf_and_noted(page: PrintPage, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    log(session, "talk", "周雨桐", summary="想家")
    page.show_for((), "talks")
    page.export()
    qtbot.waitUntil(lambda: not page._work.busy, timeout=10_000)
    assert (tmp_path / "谈心记录.pdf").read_bytes().startswith(b"%PDF")
