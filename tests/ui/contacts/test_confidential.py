"""Confidential records: nobody reads the words but the counsellor, or somebody who says why and is noted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import edits
from app.ledger import LedgerQuery
from tests.ui.contacts.conftest import KEYS, TODAY, Hands, focused, note
from ui.contacts.page import ContactsPage
from ui.session import Session

SECRET = "被打了，有淤青"


def everything_said(widget: QWidget) -> str:
    texts = [label.text() for label in widget.findChildren(QLabel)]
    return "".join([*texts, *(line.text() for line in widget.findChildren(QLineEdit))])


def written(session: Session, child_id: int, **more: object) -> int:
    return note(session, child_id, kind="counselling", confidential=True, summary=SECRET, follow_up=TODAY,
                follow_up_note="问奶奶", **more)  # fmt: skip


def test_the_words_are_nowhere_until_a_reason_is_given(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int], qtbot: QtBot
) -> None:
    secret = written(session, ids["周雨桐"])
    model = page.log.grid._model
    assert SECRET not in "".join(model.cell(secret, column).spoken() for column in range(model.columnCount()))
    page.log.search("淤青")
    qtbot.waitUntil(lambda: page.log.grid.rows() == [])
    page.log.search("")
    page.log.grid.setFocus()
    hands.press(KEYS.Key_Return)
    assert page.record.isVisible() and SECRET not in everything_said(page)
    assert focused() is page.record.reason.editor
    QTest.mouseClick(page.record.open, Qt.MouseButton.LeftButton)
    assert "先写原因" in page.record.reason.error() and session.store.ledger.opened(secret) == []
    page.record.reason.setFocus()
    hands.composes("派出所来问")
    QTest.mouseClick(page.record.open, Qt.MouseButton.LeftButton)
    assert page.record.form.summary.value() == SECRET
    (opened,) = session.store.ledger.opened(secret)
    assert (opened.user, opened.reason, opened.seen) == ("陈晓梅", "派出所来问", False)
    assert "派出所来问" in page.record.opened.text()


def test_once_put_away_it_is_covered_again(page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]) -> None:
    secret = written(session, ids["周雨桐"])
    page.open_record(secret)
    page.record.reason.setFocus()
    hands.composes("派出所来问")
    hands.press(KEYS.Key_Return)
    assert page.record.form.isVisible()
    hands.press(KEYS.Key_Escape)
    assert SECRET not in everything_said(page)
    page.open_record(secret)
    assert not page.record.form.isVisible() and page.record.reason.isVisible()
    assert not page.record.reason.value()


def test_the_counsellor_reads_her_own_and_is_told_who_else_did(
    page: ContactsPage, session: Session, ids: dict[str, int]
) -> None:
    secret = written(session, ids["周雨桐"])
    record = session.store.ledger.record(secret)
    assert record is not None
    session.apply("看", edits.open_note(record, "李校长", "2026-11-23T09:00", "家长来问"), kind="read")
    assert not page.opened_strip.isVisible(), "who is logged in is no counsellor"
    session.apply("老师", edits.add_staff("陈晓梅"))
    staff = next(one for one in session.snapshot.staff if one.name == "陈晓梅")
    session.apply("写的", edits.change_care(record, replace(edits.told_of(record), staff_id=staff.id)))
    page.open_record(secret)
    assert page.record.form.summary.value() == SECRET, "her own needs no reason"
    assert session.store.ledger.opened(secret)[0].user == "李校长"
    assert page.opened_strip.isVisible() and "李校长" in page.opened_strip.text.text()
    assert "家长来问" in page.opened_strip.text.text()
    QTest.mouseClick(page.opened_strip.button, Qt.MouseButton.LeftButton)
    assert not page.opened_strip.isVisible()
    assert session.store.ledger.opened_unseen() == []


def test_no_label_of_the_history_says_it(page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]) -> None:
    secret = written(session, ids["周雨桐"])
    page.open_record(secret)
    page.record.reason.setFocus()
    hands.composes("派出所来问")
    hands.press(KEYS.Key_Return)
    page.record.form.mood.setFocus()
    hands.press(KEYS.Key_3)
    record = session.store.ledger.record(secret)
    assert record is not None and (record.mood, record.summary, record.follow_up_note) == ("low", SECRET, "问奶奶")
    labels = [row.label for row in session.store.history()]
    assert labels and not any("淤青" in label for label in labels)
    assert "看了周雨桐的心理辅导，原因记下了" in labels
    assert all(not one.summary for one in session.store.ledger.page(LedgerQuery()))
    assert not any("淤青" in text for text in session.store.ledger.phrases("counselling"))


def test_leaving_the_page_covers_it_again(
    page: ContactsPage, session: Session, hands: Hands, ids: dict[str, int]
) -> None:
    secret = written(session, ids["周雨桐"])
    page.open_record(secret)
    page.record.reason.setFocus()
    hands.composes("派出所来问")
    hands.press(KEYS.Key_Return)
    assert page.record.form.isVisible()
    assert page.leave(), "as the lock does"
    assert not page.record.form.isVisible() and SECRET not in everything_said(page.record)
