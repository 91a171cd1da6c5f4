"""The contact cards of a school of hard cases: everything stands on them, whole, and nothing that must not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from app.cards import MOST_NUMBERS, POCKET_ROWS, numbers_to_dial
from app.children import Care
from app.fingerprint import card_scene
from app.pairing import Pairing
from app.phones import dial_text
from tests.ui.paper.hard_school import DAY, LONG_ADDRESS, LONG_WORK, child, hard_children, phones, snapshot
from ui.paper.cards import CardJob, card_paper, child_card_of, pocket_card_of, school_cards_of
from ui.paper.output import pdf_bytes, print_on


def job(layout: str, **values: object) -> CardJob:
    children = hard_children()
    return replace(CardJob(layout, children, snapshot(children), DAY), **values)  # type: ignore[arg-type]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("layout", ["child", "pocket", "school"])
def test_hard_cases_fit_and_are_found(layout: str, text_of: Callable[[bytes], str]) -> None:
    warnings: list[str] = []
    text = squeezed(text_of(pdf_bytes(card_paper(job(layout)), warnings)))
    assert warnings == []
    for one in hard_children():
        assert "·".join(squeezed(one.name).split("·")) in text
        for kin, number in numbers_to_dial(one, DAY, POCKET_ROWS if layout == "pocket" else MOST_NUMBERS):
            assert squeezed(dial_text(number)) in text
            if layout == "school":
                assert kin.name in text


@pytest.mark.parametrize("layout", ["child", "pocket"])
def test_the_childs_own_cards_tell_nothing_else(layout: str, text_of: Callable[[bytes], str]) -> None:
    text = squeezed(text_of(pdf_bytes(card_paper(job(layout)))))
    for hidden in ("433123", "05120042", "大坪村", "留守", "13300576120", "过敏"):
        assert hidden not in text


def test_school_card_has_the_form(text_of: Callable[[bytes], str]) -> None:
    text = squeezed(text_of(pdf_bytes(card_paper(job("school")))))
    assert "433123********0042" in text
    assert "433123201605120042" not in text
    for found in (LONG_ADDRESS, LONG_WORK, "已去世", "照料人", "备用", "三（1）班", "六（12）班"):
        assert squeezed(found) in text
    assert "李秀兰" in text and "13500618842" in text
    assert "留守" not in text


def test_full_ids_by_option(text_of: Callable[[bytes], str]) -> None:
    assert "433123201605120042" in squeezed(text_of(pdf_bytes(card_paper(job("school", full_ids=True)))))


def test_counts_and_copies() -> None:
    assert len(card_paper(job("child")).sheets) == 2
    copies = job("school", copies=("school", "home"))
    assert card_paper(copies).pieces == 2 * (5 + 1)
    assert len(card_paper(copies).sheets) == 6
    fifth = [card.copy for card in school_cards_of(copies.children[1], copies, card_scene(copies.snapshot, DAY))]
    assert fifth == ["学校留存 1/2", "学校留存 2/2", "家庭留存 1/2", "家庭留存 2/2"]


def test_the_carer_is_always_on_the_childs_card() -> None:
    children = hard_children()
    card = child_card_of(children[1], card_scene(snapshot(children), DAY))
    assert [dial.word for dial in card.numbers] == ["爸爸", "爸爸", "妈妈", "妈妈", "外婆", "外婆"]
    assert card.numbers[4].number == "0743 003 6129"


def test_a_stopped_number_is_not_printed_and_others_fill_the_rows() -> None:
    one = child(9, "田小禾")
    father, mother, grandmother = one.kin
    uncle = replace(father, id=77, relation="伯父", phones=phones(77, "15000884172"))
    one = replace(one, kin=(replace(father, phones=phones(1, "13900467715", state="停机")), mother, grandmother, uncle))
    card = child_card_of(one, card_scene(snapshot([one]), DAY))
    assert [(dial.word, dial.number) for dial in card.numbers] == [
        ("妈妈", "136 0028 9034"),
        ("外婆", "0743 003 6128"),
        ("伯伯", "150 0088 4172"),
    ]


@pytest.mark.parametrize("layout", ["child", "pocket", "school"])
def test_ink_keeps_ten_millimetres_from_the_edge(layout: str, pages_of: Callable[[bytes], list[QImage]]) -> None:
    margin = 39
    for picture in pages_of(pdf_bytes(card_paper(job(layout)))):
        wide, high = picture.width(), picture.height()
        assert abs(wide - 840) <= 2 and abs(high - 1188) <= 2
        for x in range(wide):
            for y in range(high):
                if x < margin or y < margin or x >= wide - margin or y >= high - margin:
                    assert picture.pixelColor(x, y).lightness() > 230, (x / 4, y / 4)


def test_black_and_white_only(pages_of: Callable[[bytes], list[QImage]]) -> None:
    picture = pages_of(pdf_bytes(card_paper(job("child"))))[0]
    points = [(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)]
    assert all(picture.pixelColor(x, y).saturation() < 12 for x, y in points)


def test_ten_pocket_cards_to_a_sheet_each_whole(text_of: Callable[[bytes], str]) -> None:
    children = [child(number, f"周雨{word}") for number, word in enumerate("甲乙丙丁戊己庚辛壬癸子", 1)]
    paper = card_paper(CardJob("pocket", children, snapshot(children), DAY))
    assert (len(paper.sheets), paper.pieces, [len(ids) for ids in paper.owners]) == (2, 11, [10, 1])
    text = squeezed(text_of(pdf_bytes(paper)))
    assert text.count("13900467715") == 11 and text.count("13500618842李秀兰老师") == 11
    assert "随身卡第1页共2页" in text and "捡到请拨" in text


def test_the_pocket_card_has_three_numbers_and_the_carers_is_one() -> None:
    one = hard_children()[1]
    shot = snapshot([one])
    assert [dial.word for dial in pocket_card_of(one, card_scene(shot, DAY)).numbers] == ["爸爸", "妈妈", "外婆"]
    one = replace(one, cares=(Care(1, one.kin[4].id),))
    assert [dial.word for dial in pocket_card_of(one, card_scene(shot, DAY)).numbers] == ["爸爸", "妈妈", "伯伯"]
    alone = hard_children()[2]
    assert [dial.word for dial in pocket_card_of(alone, card_scene(shot, DAY)).numbers] == ["妈妈", "妈妈"]


@pytest.mark.parametrize("layout", ["child", "school"])
def test_the_agreed_time_stands_on_the_card(layout: str, text_of: Callable[[bytes], str]) -> None:
    one = child(1, "周雨桐", call_time="每周六 19:00")
    paper = card_paper(CardJob(layout, [one], snapshot([one]), DAY))
    assert "约好通话每周六19:00" in squeezed(text_of(pdf_bytes(paper)))


@pytest.mark.parametrize("layout", ["child", "pocket", "school"])
def test_a_mentor_a_long_time_and_two_duty_numbers_fit(layout: str, text_of: Callable[[bytes], str]) -> None:
    time = "每周六晚上七点半，打不通就周日中午再打"
    children = [replace(one, call_time=time) for one in hard_children()]
    shot = snapshot(children)
    school = replace(shot.school, duty_phone="0743-0010200 / 13900467716")
    pairings = tuple(Pairing(one.id, one.id, "mentor", date(2026, 9, 1), staff_id=1 + one.id % 2) for one in children)
    warnings: list[str] = []
    paper = card_paper(CardJob(layout, children, replace(shot, school=school, pairings=pairings), DAY, ("school",)))
    text = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == []
    assert "13900467716" in text and "07430010200" in text
    assert "阿不都热合曼·吐尔逊" in text and text.count("07430021906") >= 3
    assert layout == "pocket" or text.count(time) >= 5


def test_order_is_by_class_then_name() -> None:
    young, old = child(1, "王二", class_id=2, pinyin="wang er"), child(2, "李四", class_id=1, pinyin="li si")
    other = child(3, "安一", class_id=1, pinyin="an yi")
    shot = snapshot([young, old, other])
    first = card_paper(CardJob("child", [young, old, other], shot, DAY)).sheets[0]
    names = [card.name for card in first.keywords["cards"]]  # type: ignore[attr-defined]
    assert names == ["安一", "李四", "王二"]


def test_only_some_of_the_sheets(tmp_path: Path, text_of: Callable[[bytes], str]) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_on(card_paper(job("child")).between(2, 2), printer)
    text = squeezed(text_of((tmp_path / "printed.pdf").read_bytes()))
    assert "六（12）班" in text and "周雨桐" not in text
