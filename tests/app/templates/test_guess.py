"""What forms ask for is read from the words beside their blanks."""

from datetime import date

import pytest

from app.templates import labels
from app.templates.form import Form, FormCell, Grid, letters
from app.templates.guess import guess, open_blanks
from app.templates.guess_list import shape_at
from app.templates.marks import LIST, SINGLE, Marks

DAY = date(2026, 11, 24)


def grid(*rows: str) -> Grid:
    """Framed cells parted by |; `<` belongs to the cell at its left, `^` to the one above."""
    split = [[text.strip() for text in row.split("|")] for row in rows]
    cells: list[FormCell] = []
    for row, texts in enumerate(split):
        for col, text in enumerate(texts):
            if text in ("<", "^"):
                continue
            cols = next((n for n, other in enumerate(texts[col + 1 :], 1) if other != "<"), len(texts) - col)
            below = [other[col] if col < len(other) else "" for other in split[row + 1 :]]
            tall = next((n for n, other in enumerate(below, 1) if other != "^"), len(below) + 1)
            cells.append(FormCell(row, col, tall, cols, text, framed=True))
    return Grid("表", tuple(cells), (20.0,) * max(map(len, split)), (8.0,) * len(split))


def guessed(*rows: str) -> tuple[Marks, dict[str, str]]:
    form = Form("xlsx", (grid(*rows),))
    marks = guess(form, DAY)
    return marks, {f"{letters(mark.col)}{mark.row + 1}": mark.fact for mark in marks.marks}


def unknown(*rows: str) -> list[str]:
    form = Form("xlsx", (grid(*rows),))
    return [mark.label for mark in open_blanks(form.grids[0], 0, guess(form, DAY), DAY)]


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("姓　名", "name"), ("出生年月", "birth_month"), ("出生日期", "birth"), ("身份证号码：", "id_number"),
        ("填报单位（盖章）", "school"), ("填表日期", "today"), ("序号", "seq"), ("年龄", "age"), ("是否寄宿", "boards"),
        ("父亲姓名", "父亲.name"), ("父亲电话", "父亲.phone"), ("父亲年龄", "父亲.age"), ("母亲务工地", "母亲.place"),
        ("监护人", "照料人.name"), ("监护人联系电话", "照料人.phone"), ("爷爷电话", "祖父.phone"), ("外婆姓名", "外祖母.name"),
        ("是否留守儿童", "status"), ("班主任", "class_teacher"), ("家庭住址", "address"), ("入学年月", "entry"),
        ("成员1姓名", "成员1.name"), ("特长", ""), ("其他", ""), ("伯父电话", ""),
    ],
)  # fmt: skip
def test_labels(label: str, key: str) -> None:
    assert labels.key_of(label) == key


def test_a_list_under_a_header_of_two_rows() -> None:
    marks, found = guessed(
        "××县登记表 | < | < | < | < | < | <",
        "序号 | 姓名 | 性别 | 父亲 | < | 监护人 | <",
        "^ | ^ | ^ | 姓名 | 电话 | 姓名 | 与学生关系",
        "1 | | | | | |",
        "2 | | | | | |",
        "合计 | | | | | |",
    )
    shape = marks.shape(0)
    assert (shape.kind, shape.first, shape.rows) == (LIST, 3, 2)
    assert found == {
        "A4": "seq", "B4": "name", "C4": "sex", "D4": "父亲.name", "E4": "父亲.phone", "F4": "照料人.name",
        "G4": "照料人.relation", "B6": "count",
    }  # fmt: skip


def test_the_number_after_a_person_is_that_persons() -> None:
    _marks, found = guessed("姓名 | 性别 | 监护人 | 联系电话 | 家庭住址", " | | | | ")
    assert found["D2"] == "照料人.phone"
    assert found["E2"] == "address"
    _marks, found = guessed("姓名 | 性别 | 父亲姓名 | 母亲姓名 | 联系电话", " | | | | ")
    assert found["E2"] == "phone"


def test_numbers_of_columns_are_no_row_for_a_child() -> None:
    marks, found = guessed("姓名 | 性别 | 民族 | 班级", "甲 | 1 | 2 | 3", " | | | ")
    assert marks.shape(0).first == 2
    assert found == {"A3": "name", "B3": "sex", "C3": "ethnicity", "D3": "class"}


def test_a_list_without_a_row_begins_under_its_header() -> None:
    marks, _found = guessed("姓名 | 性别 | 民族 | 班级")
    assert (marks.shape(0).kind, marks.shape(0).first) == (LIST, 1)


def test_a_form_for_one_child_with_a_table_of_the_family() -> None:
    marks, found = guessed(
        "姓名 | | 性别 | 男□ 女□ | 民族 |",
        "家庭\n成员 | 称谓 | 姓名 | 年龄 | 联系电话 | 备注",
        "^ | | | | | ",
        "^ | | | | | ",
        "特长 | | 填表人 | | 年龄 | ",
    )
    assert marks.shape(0).kind == SINGLE
    assert found == {
        "B1": "name", "D1": "sex", "F1": "ethnicity",
        "B3": "成员1.relation", "C3": "成员1.name", "D3": "成员1.age", "E3": "成员1.phone",
        "B4": "成员2.relation", "C4": "成员2.name", "D4": "成员2.age", "E4": "成员2.phone", "F5": "age",
    }  # fmt: skip
    assert unknown("姓名 | | 特长 | ", "填表人 | | 爱好 | ") == ["特长", "爱好"]


def test_people_at_the_left_of_a_table_of_columns() -> None:
    _marks, found = guessed("姓名 | | 班级 | ", " | 姓名 | 年龄 | 电话", "父亲 | | | ", "母亲 | | | ")
    assert {key: found[key] for key in ("B3", "C3", "D3", "B4", "D4")} == {
        "B3": "父亲.name", "C3": "父亲.age", "D3": "父亲.phone", "B4": "母亲.name", "D4": "母亲.phone",
    }  # fmt: skip


def test_in_one_row_the_words_belong_to_the_person_before() -> None:
    _marks, found = guessed(
        "父亲姓名 | | 联系电话 | | 务工地 | ", "父亲 | | 母亲 | | 联系电话 | ", "监护人 | | 与儿童关系 | | 联系电话 | "
    )
    assert found == {
        "B1": "父亲.name", "D1": "父亲.phone", "F1": "父亲.place",
        "B2": "父亲.name", "D2": "母亲.name", "F2": "母亲.phone",
        "B3": "照料人.name", "D3": "照料人.relation", "F3": "照料人.phone",
    }  # fmt: skip


def test_of_a_stranger_nothing_is_guessed() -> None:
    _marks, found = guessed("姓名 | | 性别 | | 民族 | ", "志愿者 | | 与儿童关系 | | 联系电话 | ")
    assert set(found) == {"B1", "D1", "F1"}


def test_a_list_may_begin_where_somebody_says() -> None:
    form = grid("填 | 在 | 下 | 面", " | | | ", " | | | ")
    assert shape_at(form, 1).rows == 2
    assert shape_at(form, 9).rows == 1


def test_grade_and_class_in_one_line() -> None:
    form = Form("xlsx", (grid("____年级____班    姓名：____"),))
    assert [mark.fact for mark in guess(form, DAY).marks] == ["grade", "class_number", "name"]
