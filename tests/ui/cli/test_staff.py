"""Staff on the command line: classes in every spelling, and nobody twice."""

from pathlib import Path

import pytest

from tests.ui.cli.conftest import Program

REGISTER = Path(__file__).parents[2] / "samples" / "register.xlsx"


@pytest.fixture
def registered(school: Program) -> Program:
    school("import", str(REGISTER), "--yes")
    return school


def test_a_class_is_known_in_every_spelling(registered: Program, tmp_path: Path, qapp: object) -> None:
    names = ("三（1）班", "三(1)班", "三年级1班", "301班", "301", "3.1班", "3-1", " 三 (1) 班")
    found = {
        name: registered.json("cards", "--all", "--class", name, "--out", str(tmp_path / "卡.pdf"))["cards"]
        for name in names
    }
    assert set(found.values()) == {found["三（1）班"]}
    registered("cards", "--class", "教导处", "--out", str(tmp_path / "卡.pdf"), status=1)
    assert "班级没看懂" in registered.err


def test_the_same_person_is_not_added_twice(registered: Program) -> None:
    first = registered.json("staff-add", "王秀英", "--phone", "139 0046 7715", "--class-teacher", "301班")
    assert first == {"name": "王秀英", "phone": "13900467715", "class_teacher": ["三（1）班"]}
    assert registered.json("staff-add", "王秀英", "--phone", "13900467715", "--class-teacher", "三年级1班") == first
    assert registered.json("staff-add", " 王秀英 ") == first
    assert "本来就有" in registered("staff-add", "王秀英")
    assert len(registered.json("staff")) == 1
    registered("staff-add", "王秀英", "--class-teacher", "三（2）班")
    assert registered.json("staff")[0]["class_teacher"] == ["三（1）班", "三（2）班"]


def test_another_phone_is_another_person_and_then_the_name_alone_is_not_enough(registered: Program) -> None:
    registered("staff-add", "王秀英", "--phone", "13900467715")
    registered("staff-add", "王秀英", "--phone", "13900467716")
    assert len(registered.json("staff")) == 2
    registered("staff-add", "王秀英", status=1)
    assert "--phone" in registered.err
    assert len(registered.json("staff")) == 2


def test_a_text_that_found_no_room_on_a_card_is_named(program: Program, tmp_path: Path, qapp: object) -> None:
    name = "青石坪乡" * 60 + "中心小学"
    program("init", "--school", name, "--user", "李老师", "--term", "2026-1")
    program("import", str(REGISTER), "--yes")
    answer = program.json("cards", "--out", str(tmp_path / "卡.pdf"))
    assert answer["cards"]
    assert name[:40] in program.err.replace(" ", "")
