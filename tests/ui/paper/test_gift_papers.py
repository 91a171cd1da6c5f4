"""感谢信, 领取表, 心愿墙 and 心愿单: nothing is lost however long, letters and the wall name no child."""

from collections.abc import Callable
from datetime import date

import pytest

from app.gifts import Donation, Gift, Wish
from tests.ui.paper.hard_school import DAY, SCHOOL_NAME, hard_children, snapshot
from ui.gift_letter import Letter, proposed
from ui.paper.jobs import Job, audit_of, paper_of
from ui.paper.output import pdf_bytes
from ui.paper.receipt_form import ReceiptJob
from ui.paper.thanks_letter import ThanksJob, set_text
from ui.paper.wish_papers import ALL, OFFICE, WALL, WishJob, on_wall

TextOf = Callable[[bytes], str]
SCHOOL = snapshot(hard_children())
CHILDREN = list(SCHOOL.children.values())
NAMED = CHILDREN[3]
WISHES = [
    Wish(place, child.id, f"第{place}样：" + ("想和爸爸妈妈一起去看大海，坐一次火车，" * (place % 5 + 1)), date(2026, 10, 1))
    for place, child in enumerate(CHILDREN, 1)
]
WISHES.append(Wish(900, CHILDREN[0].id, f"想和{NAMED.name}一起过生日"))


def squeezed(text: str) -> str:
    return "".join(text.split())


def text(job: Job, text_of: TextOf) -> tuple[str, int]:
    warnings: list[str] = []
    paper = paper_of(job)
    found = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == []
    return found, len(paper.sheets)


def letters(*texts: str) -> ThanksJob:
    return ThanksJob((), SCHOOL, DAY, [Letter(f"donor:{place}", f"捐赠人{place}", one, DAY)
                                       for place, one in enumerate(texts)])  # fmt: skip


def test_a_letter_fills_a_sheet_and_a_long_one_goes_on_on_the_next(text_of: TextOf) -> None:
    found, sheets = text(letters(proposed(), "谢谢！", "谢谢您。" * 300), text_of)
    assert sheets == 4 and found.count("感谢信") == 3 and found.count(squeezed(SCHOOL_NAME)) == 3
    assert found.count("谢谢您。") >= 298 and "第2页共2页" in found
    assert [one.name for one in CHILDREN if squeezed(one.name) in found] == []
    assert audit_of(letters("谢谢！")) == ("print_thanks", "letters=1")


def test_who_is_addressed_stands_at_the_margin_and_what_is_said_two_characters_in() -> None:
    pt, lines = set_text("尊敬的县妇联：\n\n您好！\n" + "谢谢您。" * 20)
    assert lines[0] == (0.0, "尊敬的县妇联：") and lines[1][1] == "您好！" and lines[1][0] > 10
    assert lines[2][0] > 10 and lines[3][0] == 0.0 and pt == 18.0
    assert "".join(line for _indent, line in lines[2:]) == "谢谢您。" * 20


def test_the_receipt_has_every_child_once_with_room_to_sign(text_of: TextOf) -> None:
    gifts = tuple(Gift(place, None, 1, one.id, DAY, "雨伞", 1, unit="把") for place, one in enumerate(CHILDREN))
    found, sheets = text(ReceiptJob(CHILDREN, SCHOOL, DAY, Donation(gifts), "春苗公益", "走进校园"), text_of)
    assert sheets >= 1 and "领取人签名" in found and "春苗公益" in found and "走进校园" in found
    assert f"雨伞{len(CHILDREN)}把" in found and found.count("1把") >= len(CHILDREN)
    for child in CHILDREN:
        assert squeezed(child.name) in found, child.name
    blank, sheets = text(ReceiptJob((), SCHOOL, DAY), text_of)
    assert sheets == 1 and "领取表" in blank


def test_the_wall_names_nobody_and_its_numbers_are_those_of_the_list(text_of: TextOf) -> None:
    wall = WishJob((), SCHOOL, DAY, WALL, WISHES)
    found, sheets = text(wall, text_of)
    assert sheets == -(-len(CHILDREN) // 8)
    assert [one.name for one in CHILDREN if squeezed(one.name) in found] == [] and "留守" not in found
    assert not any(paper_of(wall).owners), "it is about no child"
    assert [number for number, _wish in on_wall(wall)] == list(range(1, len(CHILDREN) + 1))
    office, _sheets = text(WishJob(CHILDREN, SCHOOL, DAY, OFFICE, WISHES), text_of)
    assert all(squeezed(one.name) in office for one in CHILDREN) and "1个写了名字，没上墙" in office


@pytest.mark.parametrize("style", [WALL, OFFICE, ALL])
def test_without_a_wish_there_is_no_sheet(style: str) -> None:
    assert not paper_of(WishJob((), SCHOOL, DAY, style)).sheets
