"""The survey form of a class: everything known stands on it, whole; what is not known leaves room; nothing private."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QImage, QPainter

from app.cards import in_class_order
from app.children import Child
from app.phones import dial_text
from tests.ui.paper.hard_school import DAY, LONG_ADDRESS, LONG_WORK, child, five_kin, hard_children, phones, snapshot
from ui.paper.output import pdf_bytes
from ui.paper.page import Page
from ui.paper.survey import SurveyJob, survey_paper
from ui.paper.type import Face


def job(children: list[Child]) -> SurveyJob:
    return SurveyJob(children, snapshot(children), DAY)


def squeezed(text: str) -> str:
    return "".join(text.split())


def longest() -> list[Child]:
    """The hard cases, the worst of them with every field at its longest."""
    children = hard_children()
    kin = tuple(
        replace(one, phones=phones(100 * place, *(f"1860024{place}{n:03}" for n in range(4))))
        for place, one in enumerate(five_kin(30_000))
    )
    children[1] = replace(
        children[1], name="买买提江·阿不都热合曼·吐尔逊·" * 3 + "阿依古丽", kin=kin, address=LONG_ADDRESS * 2,
        call_time="每周六、周日晚上七点半以后，打到隔壁吐尔逊大伯家的座机上", needs=("学习、心理：" + LONG_ADDRESS) * 5,
        attention=children[1].attention * 4, seat_number="108",
    )  # fmt: skip
    return children


def test_hard_cases_fit_whole(text_of: Callable[[bytes], str]) -> None:
    warnings: list[str] = []
    children = longest()
    text = squeezed(text_of(pdf_bytes(survey_paper(job(children)), warnings)))
    assert warnings == []
    for one in children:
        assert one.name in text
        for kin in one.kin[:3]:
            assert kin.name in text
            if kin.state != "dead":
                assert all(squeezed(dial_text(phone.number)) in text for phone in kin.phones)
    for found in (LONG_ADDRESS, LONG_WORK, children[1].attention, children[1].call_time, "已去世", "停机", "外婆",
                  "三（1）班", "六（12）班", "李秀兰", "2026—2027学年第一学期"):  # fmt: skip
        assert squeezed(found) in text


def test_printed_words_are_song_answers_kai_and_numbers_to_dial_bold() -> None:
    children = [child(1, "周雨桐", seat_number="18")]
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    page = Page(painter)
    survey_paper(job(children)).sheets[0](page)
    painter.end()
    assert {face for face, seen in page.drawn.items() if seen} == {Face.FORM, Face.SONG, Face.KAI, Face.BOLD}, "run scripts/make_fonts.py for a new word"
    assert "".join(page.drawn[Face.BOLD]).strip("0123456789 ") == ""


def test_it_says_neither_status_nor_id_number(text_of: Callable[[bytes], str]) -> None:
    text = squeezed(text_of(pdf_bytes(survey_paper(job(hard_children())))))
    assert "留守" not in text and "433123" not in text


def test_three_children_to_a_page_and_every_class_on_pages_of_its_own() -> None:
    children = [child(number, f"孩子{number}", 1 if number < 21 else 2) for number in range(1, 25)]
    paper = survey_paper(job(children))
    assert [len(owners) for owners in paper.owners] == [3, 3, 3, 3, 3, 3, 2, 3, 1]
    ordered = [one.id for one in in_class_order(children, snapshot(children), DAY)]
    assert [sorted(owners) for owners in paper.owners] == [
        sorted(ordered[first : first + 3]) for first in (0, 3, 6, 9, 12, 15)] + [
        sorted(ordered[18:20]), sorted(ordered[20:23]), sorted(ordered[23:])]  # fmt: skip


def test_a_blank_sheet_asks_the_same(text_of: Callable[[bytes], str]) -> None:
    paper = survey_paper(SurveyJob((), snapshot([]), DAY))
    text = squeezed(text_of(pdf_bytes(paper)))
    assert len(paper.sheets) == 1
    assert text.count("没有变化") == text.count("谁带") == text.count("约好通话") == 3
    assert "田" not in text


def test_what_an_import_proposed_is_marked(text_of: Callable[[bytes], str]) -> None:
    one = child(1, "周雨桐")
    unsure = replace(one.kin[0].whereabouts[0], confirmed_on=None)
    one = replace(one, kin=(replace(one.kin[0], whereabouts=(unsure,)), *one.kin[1:]))
    text = squeezed(text_of(pdf_bytes(survey_paper(job([one])))))
    assert text.count("待核对") == 2, "the father's place, and the grandmother who may look after the child"


def test_all_ink_keeps_off_the_edges(pages_of: Callable[[bytes], list[QImage]]) -> None:
    for picture in pages_of(pdf_bytes(survey_paper(job(longest())))):
        assert inked(picture, 0, 0, picture.width(), 38) == 0
        assert inked(picture, 0, picture.height() - 40, picture.width(), picture.height()) == 0
        assert inked(picture, 0, 0, 56, picture.height()) == 0
        assert inked(picture, picture.width() - 40, 0, picture.width(), picture.height()) == 0


def inked(picture: QImage, left: int, top: int, right: int, bottom: int) -> int:
    """How many points of an area are not white (4 px = 1 mm)."""
    return sum(
        picture.pixelColor(x, y).lightness() < 200 for x in range(left, right, 2) for y in range(top, bottom, 2)
    )
