"""Class lists: each shows what it may and nothing else, the columns fill the page, a long class goes on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.children import Child
from tests.ui.paper.hard_school import DAY, child, hard_children, snapshot
from ui.paper.lists import ListJob, class_lists, list_paper
from ui.paper.output import pdf_bytes


def squeezed(text: str) -> str:
    return "".join(text.split())


def job(style: str, children: list[Child]) -> ListJob:
    return ListJob(style, children, snapshot(children), DAY)


def many(count: int) -> list[Child]:
    return [child(n, f"周雨{chr(0x4E00 + n)}", pinyin=f"zhou yu {n:03}") for n in range(1, count + 1)]


@pytest.mark.parametrize("style", ["door", "teacher", "ticks"])
def test_every_pupil_of_the_hard_school_once_and_no_status(style: str, text_of: Callable[[bytes], str]) -> None:
    warnings: list[str] = []
    paper = list_paper(job(style, hard_children()))
    text = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == [] and (len(paper.sheets), paper.pieces) == (2, 2)
    assert "留守" not in text and "留守" not in paper.title
    assert "三（1）班" in text and "六（12）班" in text
    for one in hard_children():
        assert squeezed(one.name) in text
    for hidden in ("433123", "大坪村", "双亲", "过敏"):
        assert hidden not in text


def test_only_the_teachers_list_has_phones(text_of: Callable[[bytes], str]) -> None:
    texts = {style: squeezed(text_of(pdf_bytes(list_paper(job(style, many(3)))))) for style in ("door", "teacher", "ticks")}
    assert texts["teacher"].count("13900467715") == 3
    assert "139" not in texts["door"] + texts["ticks"] and "女" not in texts["door"]
    assert "爸爸" in texts["teacher"]


def test_two_numbers_of_whom_one_looks_after_the_child() -> None:
    ((found, _ids),) = class_lists(job("teacher", many(1)))
    assert [word for word, _number in found.pupils[0].dials] == ["爸爸", "外婆"]


def test_seat_numbers_order_the_class_where_all_have_one() -> None:
    three = many(3)
    seated = [replace(one, seat_number=str(number)) for one, number in zip(three, (10, 9, 1), strict=True)]
    ((found, _ids),) = class_lists(job("ticks", seated))
    assert [(pupil.seat, pupil.name) for pupil in found.pupils] == [
        ("1", three[2].name), ("9", three[1].name), ("10", three[0].name),
    ]  # fmt: skip
    ((found, _ids),) = class_lists(job("ticks", [replace(seated[0], seat_number=""), *seated[1:]]))
    assert [(pupil.seat, pupil.name) for pupil in found.pupils] == [("", one.name) for one in three]


@pytest.mark.parametrize(("style", "sheets"), [("door", 1), ("teacher", 2), ("ticks", 2)])
def test_a_class_of_sixty_goes_on_with_its_heading(
    style: str, sheets: int, text_of: Callable[[bytes], str]
) -> None:
    warnings: list[str] = []
    paper = list_paper(job(style, many(60)))
    text = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert (warnings, len(paper.sheets)) == ([], sheets)
    assert text.count("三（1）班") == sheets
    assert all(one.name in text for one in many(60))
    assert ("第2页共2页" in text) is (sheets == 2)
