"""The guide is true: its buttons exist, its pictures are there, every page has a chapter, and it opens at the right one."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from resources import guide
from ui.guide_page import GuidePage
from ui.pages import PAGES
from ui.work import Work

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "guide"
WORDS = {
    node.value
    for path in (ROOT / "ui").rglob("*.py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}


def test_what_it_calls_a_button_is_on_a_screen() -> None:
    named = {word for one in guide.sections() for word in re.findall(r"【([^】]+)】", one.text)}
    assert len(named) > 25
    assert {word for word in named if word not in WORDS} == set()


def test_its_pictures_are_there_and_no_others() -> None:
    named = {name for one in guide.sections() for name in re.findall(r"!\[[^]]+\]\(([^)]+)\)", one.text)}
    assert named == {path.name for path in FOLDER.glob("*.png")}
    assert all(QImage.fromData(guide.picture(name)).width() == 900 for name in named)


def test_every_page_has_a_chapter_and_keys_are_unique() -> None:
    keys = [key for one in guide.sections() for key in (one.key, *one.pages)]
    chapters = [one.key for one in guide.sections()]
    assert len(set(chapters)) == len(chapters)
    assert {spec.key for spec in PAGES} - {"guide"} <= set(keys)
    assert {"first-day", "new-pc", "password", "blocked", "backup"} <= set(chapters)


@pytest.fixture
def page(qtbot: QtBot) -> GuidePage:
    made = GuidePage(None, Work(None))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def test_it_opens_at_the_chapter_of_the_page(page: GuidePage) -> None:
    page.arrive("history")
    assert page.heading.text() == "撤回、历史、回收站"
    page.arrive("blocked")
    assert "Get-FileHash" in page.text.toPlainText()
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.heading.text() == "忘记密码"
    page.arrive(None)
    assert page.heading.text() == "忘记密码"


def test_a_picture_is_never_wider_than_the_text(page: GuidePage) -> None:
    page.resize(640, 400)
    page.arrive("roster")
    assert page.text.document().size().width() <= page.text.viewport().width()
