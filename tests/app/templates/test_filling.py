"""What is written where for the children of the hard-case school."""

from dataclasses import replace
from datetime import date

import pytest

from app.fingerprint import card_scene
from app.templates import facts
from app.templates.filling import TO_THE_END, Edit, Order, fill, has_private, is_list
from app.templates.form import Form, FormCell, Grid
from app.templates.marks import LIST, Mark, Marks, Shape
from tests.ui.paper.hard_school import DAY, hard_children, snapshot

SNAPSHOT = snapshot(hard_children())
CHILDREN = list(SNAPSHOT.children.values())
SCENE = card_scene(SNAPSHOT, DAY)


def of(text: str, fact: str, slot: int = 0, child: int = 0) -> str:
    """The text of a cell after the edits for one child."""
    form = Form("xlsx", (Grid("", (FormCell(0, 0, text=text),), (50.0,), (8.0,)),))
    marks = Marks((Shape(),), (Mark(0, 0, 0, slot, fact),))
    (one,) = fill(form, marks, Order([CHILDREN[child]], SCENE)).grids
    for cell in one.cells:
        for edit in reversed(cell.edits):
            end = len(text) if edit.end == TO_THE_END else edit.end
            text = text[: edit.start] + edit.text + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "fact", "filled"),
    [
        ("姓名：________（签名）", "name", "姓名：周雨桐__（签名）"),
        ("{{姓名}}同学", "name", "周雨桐同学"),
        ("填报日期：   年  月  日", "today", "填报日期：2026年11月24日"),
        ("年级：____年级", "grade", "年级：三__年级"),
        ("班级：      姓名：", "class", "班级：三（1）班  姓名："),
        ("□男 □女", "sex", "□男 ☑女"),
        ("男（ ）女（ ）", "sex", "男（ ）女（√）"),
        ("是否寄宿：是（）否（）", "boards", "是否寄宿：是（）否（√）"),
        ("学校（      ）", "class", "学校（三（1）班）"),
    ],
)
def test_what_a_blank_becomes(text: str, fact: str, filled: str) -> None:
    assert of(text, fact) == filled


def test_what_is_not_known_stays_to_be_written_by_hand() -> None:
    assert of("性别：____", "sex", child=3) == "性别：____"
    assert of("□男 □女", "sex", child=3) == "□男 □女"
    assert of("{{性别}}", "sex", child=3) == ""


def test_a_parent_who_died_is_a_dash_and_says_so_where_the_place_is_asked() -> None:
    child = CHILDREN[2]
    said = {key: facts.value(f"父亲.{key}", child, SCENE) for key in ("name", "place", "phone", "age")}
    assert said == {"name": "—", "place": "已去世", "phone": "—", "age": "—"}
    assert facts.value("成员1.name", child, SCENE) == "田大山"
    assert facts.value("母亲.phone", child, SCENE) == "19900264471、07430039902"


def test_id_numbers_are_masked_until_somebody_confirms() -> None:
    assert facts.value("id_number", CHILDREN[0], SCENE) == "433123********0042"
    assert facts.value("id_number", CHILDREN[0], SCENE, full=True) == "433123201605120042"
    assert has_private(Marks((), (Mark(0, 0, 0, fact="id_number"),)))
    assert has_private(Marks((), (Mark(0, 0, 0, fact="父亲.id_number"),)))
    assert not has_private(Marks((), (Mark(0, 0, 0, fact="name"),)))


def test_a_list_has_a_line_for_each_and_says_once_what_is_common() -> None:
    cells = tuple(FormCell(row, col, framed=True) for row in range(4) for col in range(3))
    form = Form("xlsx", (Grid("", cells, (20.0,) * 3, (8.0,) * 4),))
    marks = Marks(
        (Shape(LIST, 1, 2),),
        (Mark(0, 0, 0, fact="school"), Mark(0, 0, 1, fact="class"), Mark(0, 0, 2, fact="count"), Mark(0, 1, 0, fact="seq"),
         Mark(0, 1, 1, fact="name"), Mark(0, 1, 2, fact="age"), Mark(0, 2, 1, fact="name")),
    )  # fmt: skip
    assert is_list(marks)
    (one,) = fill(form, marks, Order(CHILDREN, SCENE)).grids
    assert [cell.edits[0].text for cell in one.cells] == [SNAPSHOT.school.name, "", "5"]
    assert [[cell.edits[0].text for cell in line] for line in one.lines][:2] == [
        ["1", "周雨桐", "10"], ["2", "买买提江·阿不都热合曼·吐尔逊", "10"],
    ]  # fmt: skip
    assert [cell.number for cell in one.lines[0]] == [True, False, True]
    same = [child for child in CHILDREN if child.enrolments[0].class_id == 1]
    (one,) = fill(form, marks, Order(same, SCENE)).grids
    assert one.cells[1].edits == (Edit(0, TO_THE_END, "三（1）班"),)


def test_one_copy_for_each_child_and_their_numbers_go_on() -> None:
    form = Form("xlsx", (Grid("", (FormCell(0, 0),), (20.0,), (8.0,)),))
    marks = Marks((Shape(),), (Mark(0, 0, 0, fact="seq"),))
    found = fill(form, marks, Order(CHILDREN, SCENE, first=7)).grids
    assert [one.name for one in found] == [child.name for child in CHILDREN]
    assert [one.cells[0].edits[0].text for one in found] == ["7", "8", "9", "10", "11"]


def test_a_formula_is_never_written_over() -> None:
    form = Form("xlsx", (Grid("", (FormCell(0, 0, fixed=True),), (20.0,), (8.0,)),))
    (one,) = fill(form, Marks((Shape(),), (Mark(0, 0, 0, fact="name"),)), Order(CHILDREN[:1], SCENE)).grids
    assert one.cells == ()


def test_every_choice_is_a_text_for_every_child() -> None:
    for choice in facts.CHOICES:
        for child in [*CHILDREN, replace(CHILDREN[0], kin=(), birth="")]:
            assert isinstance(facts.value(choice.key, child, SCENE), str), choice
    assert facts.value("birth_month", CHILDREN[0], SCENE) == "2016.05"
    assert facts.value("entry", CHILDREN[0], SCENE) == "2024年9月"
    assert facts.value("class_number", CHILDREN[1], SCENE) == "12"
    assert facts.value("school_year", CHILDREN[1], replace(SCENE, day=date(2027, 3, 1))) == "2026—2027学年"
    assert facts.value("外祖母.name", CHILDREN[0], SCENE) == "龙妹珍"
    assert facts.value("成员3.relation", CHILDREN[0], SCENE) == "外祖母"
    assert facts.value("成员4.relation", CHILDREN[0], SCENE) == ""
