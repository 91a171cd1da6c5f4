"""Choices made by hand are remembered by the words of the form."""

from datetime import date

from app.school import Template
from app.templates.form import Form
from app.templates.guess import guess
from app.templates.marks import Mark, Marks, Shape
from app.templates.memory import BEFORE, chosen_before, label_at, with_memory
from tests.app.templates.test_guess import grid

DAY = date(2026, 11, 24)


def test_what_was_chosen_last_holds_for_the_same_words() -> None:
    old = Marks((Shape(),), (Mark(0, 0, 1, fact="class", label="学校及\n班级"), Mark(0, 1, 1, fact="name", why="left", label="姓名")))
    new = Marks((Shape(),), (Mark(0, 0, 1, fact="home_address", label="家庭住址："), Mark(0, 5, 5, fact="note")))
    templates = (Template(1, "一", "xlsx", "a", old.to_json()), Template(2, "二", "xlsx", "b", new.to_json()))
    assert chosen_before(templates) == {"学校及班级": "class", "家庭住址": "home_address"}
    form = Form("xlsx", (grid("姓名 | | 学校及班级 | ", "家庭住址 | | 特长 | "),))
    marks = with_memory(form, guess(form, DAY), templates, DAY)
    assert [(mark.row, mark.col, mark.fact, mark.why) for mark in marks.marks] == [
        (0, 1, "name", "left"), (0, 3, "class", BEFORE), (1, 1, "home_address", BEFORE),
    ]  # fmt: skip
    assert with_memory(form, guess(form, DAY), (), DAY) == guess(form, DAY)


def test_nothing_may_be_chosen_too() -> None:
    old = Marks((Shape(),), (Mark(0, 0, 1, fact="", label="民族"),))
    form = Form("xlsx", (grid("姓名 | | 民族 | "),))
    marks = with_memory(form, guess(form, DAY), [Template(1, "一", "xlsx", "a", old.to_json())], DAY)
    assert [mark.fact for mark in marks.filled()] == ["name"]


def test_the_words_beside_a_place() -> None:
    marks = Marks((Shape(),), (Mark(0, 0, 1, fact="name", label="姓名"),))
    assert label_at(marks, [Mark(0, 2, 1, label="特长")], (0, 2, 1, -1)) == "特长"
    assert label_at(marks, [], (0, 0, 1, -1)) == "姓名" and label_at(marks, [], (0, 9, 9, -1)) == ""
