"""结对一览表, 帮扶记录册, 责任书 and 领导小组: what each shows and what it must not, hard cases, many pages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage, QPainter

from app.care_rules import CareRule, preset
from app.school import Snapshot
from tests.ui.paper.hard_pairs import LONG_POST, LONG_STAFF, LONGEST, PLAN, SECRET, mentored, pairs_school, records
from tests.ui.paper.hard_school import DAY, SCHOOL_NAME
from ui.paper.duty_paper import DutyJob, duty_paper, promises
from ui.paper.group_sheet import GroupJob, group_paper
from ui.paper.mentor_books import BookJob, book_paper
from ui.paper.output import Paper, pdf_bytes
from ui.paper.page import Page
from ui.paper.pairings import PairingListJob, pairing_paper
from ui.paper.type import Face

TextOf = Callable[[bytes], str]
PICTURE = (1188, 840)


def squeezed(text: str) -> str:
    return "".join(text.split())


def papers(found: Snapshot, day: date = DAY) -> dict[str, Paper]:
    children = mentored(found)
    return {
        "office": pairing_paper(PairingListJob("office", children, found, day)),
        "wall": pairing_paper(PairingListJob("wall", children, found, day)),
        "book": book_paper(BookJob((), children, found, day, records())),
        "duty": duty_paper(DutyJob((), children, found, day)),
        "group": group_paper(GroupJob((), found, day)),
    }


@pytest.fixture
def texts(text_of: TextOf) -> dict[str, str]:
    found = {}
    for name, paper in papers(pairs_school()).items():
        warnings: list[str] = []
        found[name] = squeezed(text_of(pdf_bytes(paper, warnings)))
        assert warnings == [], name
    return found


def test_nothing_of_the_hard_cases_is_lost(texts: dict[str, str]) -> None:
    school = pairs_school()
    for name in ("office", "wall", "book", "duty"):
        for one in mentored(school):
            assert squeezed(one.name) in texts[name], (name, one.name)
        assert squeezed(LONG_STAFF) in texts[name] and SCHOOL_NAME in texts[name]
    for name in ("office", "wall", "duty", "group"):
        assert LONG_POST in texts[name]
    assert texts["group"].count("醒") == 40 and "常务副组长兼办公室主任" in texts["group"]
    assert texts["book"].count("想妈妈。") == 40 and texts["book"].count("读半小时书") == 12


def test_the_wall_shows_names_and_classes_only(texts: dict[str, str]) -> None:
    for hidden in ("留守", "双亲", "433123", "139", "0743", "138", "大坪村", "重点帮扶", "外婆", "病假", "调去", "学习",
                   "王阿姨"):  # fmt: skip
        assert hidden not in texts["wall"], hidden
    assert "三（1）班" in texts["wall"] and "3位老师，25个孩子" in texts["wall"]


def test_only_the_office_has_phones_helpers_leave_and_what_ended(texts: dict[str, str]) -> None:
    office = texts["office"]
    assert "13500618842" in office and "07430021906" in office and "07430036128" in office
    for words in ("重点帮扶；学习；每周三中午", "镇妇联的王阿姨（志愿者）", "请假，2026年12月1日回来", "已结束：调去中心校",
                  "2026年9月1日—2026年9月7日", "还没有代理家长1人"):  # fmt: skip
        assert words in office, words
    assert squeezed("㛃𫍽𬶏") in office, "who has no mentor stands at the end"
    assert "433123" not in office and "留守" not in office


def test_what_is_a_file_name_or_hangs_on_the_wall_does_not_say_left_behind(texts: dict[str, str]) -> None:
    assert not any("留守" in paper.title for paper in papers(pairs_school()).values())
    assert "留守" not in texts["group"] and "135" not in texts["group"]


def test_a_book_has_what_was_done_and_never_what_is_confidential(texts: dict[str, str]) -> None:
    book = texts["book"]
    assert "9月9日：聊了作业，说想妈妈了" in book and "9月16日：只说他的" in book
    assert "11月4日" in book and SECRET not in book
    assert "10月8日没联系上" in book
    assert "10月14日，见附页" in book and "（阿不都热合曼·吐尔逊）" in book, "who did it, where that is not the mentor"
    assert "13900467715" in book and "大坪村" in book
    assert "六组18号" not in book, "of an address the village"
    assert "第20周" in book and "1.11—1.17" in book


def test_each_book_counts_its_own_pages(text_of: TextOf) -> None:
    found = pairs_school(4)
    whole = papers(found)["book"]
    one = book_paper(BookJob((3,), mentored(found), found, DAY, records()))
    assert (whole.pieces, one.pieces, len(one.sheets)) == (3, 1, 1)
    assert "第1页共1页" in squeezed(text_of(pdf_bytes(one)))
    assert one.owners == [frozenset({3})]


def test_books_printed_in_the_holidays_are_for_the_term_to_come(text_of: TextOf) -> None:
    found = replace(pairs_school(1), pairings=pairs_school(1).pairings[:3])
    early = squeezed(text_of(pdf_bytes(book_paper(BookJob((), mentored(found), found, date(2026, 8, 28))))))
    assert early == "", "nobody is paired on the first day of school"
    sooner = replace(found, pairings=tuple(replace(one, from_day=date(2026, 9, 1)) for one in found.pairings[:3]))
    early = squeezed(text_of(pdf_bytes(book_paper(BookJob((), mentored(sooner), sooner, date(2026, 8, 28))))))
    assert "三（1）班" in early and "2026—2027学年第一学期" in early


@pytest.mark.parametrize("name", ["minimal", "common", "full"])
def test_a_book_has_room_for_every_window_of_the_rules(name: str, text_of: TextOf) -> None:
    found = replace(pairs_school(1), rules=preset(name))
    warnings: list[str] = []
    text = squeezed(text_of(pdf_bytes(book_paper(BookJob((1,), mentored(found)[:1], found, DAY)), warnings)))
    assert warnings == []
    assert ("谈心（每月1次）" in text) is (name == "minimal")
    assert ("亲情电话（每两周1次）" in text and "看帮扶计划（每月1次）" in text) is (name == "full")
    assert "期末小结" in text or name == "common"
    assert "代理家长签名" in text


def test_rules_of_thirds_and_years_have_their_place_too(text_of: TextOf) -> None:
    rules = (
        CareRule(1, "a", ("home_visit",), "mentor", "third"), CareRule(2, "b", ("tutoring",), "mentor", "year", 2),
        CareRule(3, "c", ("survey",), "mentor", "third", third=1), CareRule(4, "d", ("talk",), "mentor", "week"),
        CareRule(5, "e", ("letter",), "mentor", "term", grade_from=4), CareRule(6, "f", ("hotline",), "office", "week"),
    )  # fmt: skip
    found = replace(pairs_school(1), rules=rules)
    text = squeezed(text_of(pdf_bytes(book_paper(BookJob((1,), mentored(found)[:1], found, DAY)))))
    assert "家访（期初、期中、期末各1次）期初" in text or "期初月日" in text
    assert "学习辅导（每学年2次）" in text and "调查登记（期初1次）" in text
    assert "书信" not in text, "a child of grade 3"
    assert "家长来电" not in text, "not the mentor's"


def test_a_duty_paper_says_the_schools_own_rules_and_is_signed_and_stamped(texts: dict[str, str]) -> None:
    found = pairs_school()
    assert "谈心每周1次，联系照料人每月1次" in texts["duty"]
    assert "谈心每月 1 次，联系照料人每月 1 次" in promises(replace(found, rules=preset("minimal")), DAY)[0]
    assert texts["duty"].count("学校（盖章）") == texts["duty"].count("代理家长（签名）") == 3
    assert "139" not in texts["duty"] and "433123" not in texts["duty"] and "留守" not in texts["duty"]


def test_a_usual_duty_paper_is_one_sheet() -> None:
    found = pairs_school(4)
    paper = duty_paper(DutyJob((1,), mentored(found), found, DAY))
    assert (paper.pieces, len(paper.sheets)) == (1, 1)


def test_the_group_by_rank_and_an_empty_form(text_of: TextOf) -> None:
    found = pairs_school(1)
    text = squeezed(text_of(pdf_bytes(group_paper(GroupJob((), found, DAY)))))
    assert text.index("李秀兰") < text.index("阿不都热合曼·吐尔逊") < text.index(squeezed(LONG_STAFF))
    assert f"截至{DAY.year}年{DAY.month}月{DAY.day}日" in text, "a list is as of a day, it was not made then"
    nobody = replace(found, staff=tuple(replace(one, group_role="") for one in found.staff))
    empty = group_paper(GroupJob((), nobody, DAY))
    assert (empty.pieces, len(empty.sheets)) == (0, 1)
    assert "李秀兰" not in squeezed(text_of(pdf_bytes(empty)))


def test_many_children_go_on_with_the_heads_again(text_of: TextOf) -> None:
    found = papers(pairs_school(80))
    for name in ("office", "wall"):
        warnings: list[str] = []
        text = squeezed(text_of(pdf_bytes(found[name], warnings)))
        count = len(found[name].sheets)
        assert warnings == [] and count >= 2
        assert text.count("结对帮扶一览表") == count and f"第{count}页共{count}页" in text
        assert text.count("李秀兰") >= 2, "the mentor's name stands on the next sheet again"
    assert found["office"].landscape and found["wall"].landscape


@pytest.mark.parametrize("name", ["office", "wall", "book", "duty", "group"])
def test_ink_keeps_ten_millimetres_from_the_edge(name: str, pages_of: Callable[[bytes], list[QImage]]) -> None:
    paper = papers(pairs_school(8))[name]
    pictures = pages_of(pdf_bytes(paper))
    assert len(pictures) == len(paper.sheets)
    for picture in pictures:
        wide, high = picture.width(), picture.height()
        assert (wide > high) is paper.landscape
        edge = [(x, y) for x in range(wide) for y in (*range(39), *range(high - 39, high))]
        edge += [(x, y) for y in range(high) for x in (*range(39), *range(wide - 39, wide))]
        assert all(picture.pixelColor(*point).lightness() > 230 for point in edge)


def test_the_cut_song_has_every_printed_word() -> None:
    """Without values nothing is set in the text font but the posts: else a word has fallen out of the cut."""
    found = pairs_school(1)
    for name in ("duty", "book", "group"):
        assert drawn(papers(found)[name]) & {Face.SANS} == set(), f"run scripts/make_fonts.py: {name}"


def drawn(paper: Paper) -> set[Face]:
    faces: set[Face] = set()
    for sheet in paper.sheets:
        picture = QImage(*PICTURE, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        page = Page(painter)
        page.begin(4.0)
        sheet(page)
        painter.end()
        faces |= {face for face, characters in page.drawn.items() if characters}
    return faces


def test_a_plan_is_whole_in_the_book(texts: dict[str, str]) -> None:
    assert squeezed(PLAN) in texts["book"].replace("（下转附页）", "").replace("帮扶计划（接上页）", "") or (
        texts["book"].count("说说这一周的事。") == 12
    )
    assert "第1步，作业每天交齐，字写端正" in texts["book"]


def test_the_longest_name_stands_whole(texts: dict[str, str]) -> None:
    assert all(squeezed(LONGEST) in texts[name] for name in ("office", "wall", "book", "duty"))
