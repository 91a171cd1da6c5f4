"""Dates as they are written at school, typed into the real field."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.days import read_date
from ui.pieces.date_field import DateField

Show = Callable[..., QWidget]
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("20120229", "2012-02-29"), ("2012-2-29", "2012-02-29"), ("2012.2.29", "2012-02-29"),
        ("2012/2/29", "2012-02-29"),
        ("2012年2月29日", "2012-02-29"), ("2012年2月", "2012-02"), ("201202", "2012-02"), ("2012", "2012"), ("", ""),
        ("3.8", "2026-03-08"), ("3月8日", "2026-03-08"), ("今天", "2026-11-24"), ("昨天", "2026-11-23"),
        ("２０１２．２．２９", "2012-02-29"), ("2013-2-29", None), ("13.8", None), ("周一", None), ("41000", None),
    ],
)  # fmt: skip
def test_dates_are_read_as_written(typed: str, iso: str | None) -> None:
    assert read_date(typed, TODAY) == iso


def field(shown: Show, vague: bool = False, needed: bool = False) -> tuple[DateField, QLineEdit, list[str]]:
    born, other = DateField("出生日期", "2012-03-01", today=lambda: TODAY, vague=vague, needed=needed), QLineEdit()
    shown(born, other)
    values: list[str] = []
    born.committed.connect(values.append)
    born.editor.setFocus()
    born.editor.selectAll()
    return born, other, values


def test_leaving_normalises_and_saves(qtbot: QtBot, shown: Show) -> None:
    born, other, values = field(shown)
    qtbot.keyClicks(born.editor, "20120229")
    other.setFocus()
    assert (values, born.editor.text()) == (["2012-02-29"], "2012-02-29")


def test_a_composed_date_is_taken(shown: Show) -> None:
    born, other, values = field(shown)
    QApplication.sendEvent(born.editor, QInputMethodEvent("今天", []))
    other.setFocus()
    assert values == ["2026-11-24"]


def test_it_may_be_emptied_unless_needed(qtbot: QtBot, shown: Show) -> None:
    born, other, values = field(shown)
    qtbot.keyClick(born.editor, Qt.Key.Key_Delete)
    other.setFocus()
    assert (values, born.day()) == ([""], None)
    needed, other, values = field(shown, needed=True)
    qtbot.keyClick(needed.editor, Qt.Key.Key_Delete)
    other.setFocus()
    assert values == []
    assert "不能空着" in needed.error()


def test_a_day_that_is_none_is_said_and_stays(qtbot: QtBot, shown: Show) -> None:
    born, other, values = field(shown)
    qtbot.keyClicks(born.editor, "2013-2-29")
    other.setFocus()
    assert values == []
    assert "没有“2013-2-29”这一天" in born.error()


def test_vague_dates_are_for_births_only(qtbot: QtBot, shown: Show) -> None:
    strict, other, values = field(shown)
    qtbot.keyClicks(strict.editor, "2012.3")
    other.setFocus()
    assert (values, "要写到哪一天" in strict.error()) == ([], True)
    vague, other, values = field(shown, vague=True)
    qtbot.keyClicks(vague.editor, "2012.3")
    other.setFocus()
    assert values == ["2012-03"]


def test_the_calendar_opens_on_the_day_and_gives_one_back(qtbot: QtBot, shown: Show) -> None:
    born, _other, values = field(shown)
    qtbot.mouseClick(born.button, Qt.MouseButton.LeftButton)
    calendar = born.calendar()
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2012, 3, 1)
    calendar.clicked.emit(QDate(2012, 3, 5))
    assert not calendar.isVisible()
    assert values == ["2012-03-05"]


def test_escape_closes_the_calendar_without_a_choice(qtbot: QtBot, shown: Show) -> None:
    born, _other, values = field(shown)
    born.show_calendar()
    calendar = born.calendar()
    assert calendar is not None
    qtbot.keyClick(calendar, Qt.Key.Key_Escape)
    assert (calendar.isVisible(), values) == (False, [])
