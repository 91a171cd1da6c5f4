"""Marks are kept as JSON and put right one place at a time."""

import json

from app.templates.marks import LIST, Mark, Marks, Shape, from_json

MARKS = Marks((Shape(LIST, 4, 6), Shape()), (Mark(0, 4, 1, fact="name", why="above", label="姓名"), Mark(1, 2, 2, 0, "sex")))


def test_they_come_back_as_they_went() -> None:
    assert from_json(MARKS.to_json()) == MARKS
    assert from_json("") == Marks()
    assert "姓名" in MARKS.to_json()


def test_what_a_newer_program_wrote_is_passed_over() -> None:
    written = json.loads(MARKS.to_json())
    written["colour"] = "red"
    written["marks"][0]["colour"] = "red"
    written["shapes"][0]["colour"] = "red"
    assert from_json(json.dumps(written)) == MARKS


def test_one_place_at_a_time() -> None:
    put = MARKS.with_mark(Mark(0, 4, 1, fact="former_name"))
    assert [mark.fact for mark in put.marks] == ["former_name", "sex"]
    nothing = put.with_mark(Mark(0, 4, 1))
    assert [mark.fact for mark in nothing.filled()] == ["sex"]
    assert nothing.at(0, 4, 1) is not None and nothing.of_cell(0, 4, 1) == []


def test_another_shape_leaves_the_other_sheets_alone() -> None:
    put = MARKS.with_shape(0, Shape(), [Mark(0, 9, 9, fact="class")])
    assert [mark.place for mark in put.marks] == [(0, 9, 9, -1), (1, 2, 2, 0)]
    assert put.shape(0) == Shape() and put.shape(7) == Shape()
