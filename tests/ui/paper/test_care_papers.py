"""谈心记录, 家访记录, 亲情电话登记表: what was done stands on them whole, and nothing that is confidential."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.asking import Topic
from app.care import NOT_REACHED, CareRecord, Participant
from app.care_papers import BLANK, CALLS, DONE, TALKS, VISITS, Stretch, in_blocks
from app.care_ways import ways
from app.children import Child, Enrolment
from app.classes import SchoolClass
from tests.ui.paper.hard_school import DAY, SCHOOL_NAME, child, hard_children, snapshot
from ui.care_words import way_word
from ui.paper.care_job import CareJob, _call, care_paper
from ui.paper.duty_words import done_words
from ui.paper.output import pdf_bytes
from ui.paper.register_columns import SAID, WIDE, layout_of

TERM = Stretch(date(2026, 9, 1), date(2027, 1, 22))
LONG = "屋后电线老化，已经报村委会；外婆说膝盖疼，走不了远路，孩子自己上学，过两条河。" * 14
Read = Callable[[bytes], str]


def squeezed(text: str) -> str:
    return "".join(text.split())


def record(number: int, kind: str, *children: int, **more: object) -> CareRecord:
    people = tuple(Participant(one, one) for one in children or (1,))
    made = CareRecord(number, kind, DAY, participants=people, staff_id=1, summary=f"第{number}件")
    return replace(made, **more)  # type: ignore[arg-type]


def job(paper: str, children: list[Child], *records: CareRecord, style: str = DONE, **more: object) -> CareJob:
    numbers = {one.id: f"2026-XX-{one.id:04}" for one in records}
    made = CareJob(paper, style, children, snapshot(children), DAY, TERM, records, numbers)
    return replace(made, **more)  # type: ignore[arg-type]


def printed(found: CareJob, text_of: Read) -> tuple[str, int]:
    """The text of the paper and how many sheets it has; nothing on it lacks room."""
    warnings: list[str] = []
    paper = care_paper(found)
    text = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == []
    return text, len(paper.sheets)


@pytest.mark.parametrize("paper", [TALKS, VISITS, CALLS])
@pytest.mark.parametrize("style", [DONE, BLANK])
def test_the_hard_cases_fit(paper: str, style: str, text_of: Read) -> None:
    children = hard_children()
    kind = {TALKS: "talk", VISITS: "home_visit", CALLS: "family_call"}[paper]
    records = [
        record(number, kind, one.id, relation="父亲、母亲", summary=LONG[:230], minutes=130, from_time="09:05",
               follow_up=DAY, follow_up_note=LONG[:80], staff_id=2, place="心理咨询室二楼靠窗那间", mood="low")
        for number, one in enumerate(children, 1)
    ]  # fmt: skip
    topics = {one.id: [Topic(LONG[:24], DAY)] * 3 for one in children}
    text, _sheets = printed(job(paper, children, *records, style=style, topics=topics), text_of)
    for one in children:
        assert squeezed(one.name) in text
    assert "留守" not in text


def test_a_visit_says_who_when_how_and_what_was_found(text_of: Read) -> None:
    one = child(1, "田小禾")
    visit = record(37, "home_visit", relation="外祖母", medium="", from_time="15:30", summary="砖房两间，干净；祖孙同睡。",
                   follow_up=date(2026, 12, 1), follow_up_note="看电线换了没有")  # fmt: skip
    earlier = record(1, "home_visit", day=date(2026, 9, 9))
    text, sheets = printed(job(VISITS, [one], earlier, visit, days=Stretch(DAY, DAY)), text_of)
    assert sheets == 1
    for words in ("编号2026-XX-0037", "2026年11月24日15时30分", "李秀兰", "砖房两间，干净；祖孙同睡。", "本学期第2次家访",
                  "0743003", "12月1日前，由李秀兰办：看电线换了没有", "三（1）班"):  # fmt: skip
        assert words in text, words
    assert "大坪村" in text and "六组" not in text, "the village only"


def test_sentences_that_begin_with_the_word_of_a_block_stand_in_it(text_of: Read) -> None:
    said = "屋里干净。在家：会煮面。在校：举手少。家长说：盼她考好。办法：周三补课。"
    text, _sheets = printed(job(VISITS, [child(1, "田小禾")], record(1, "home_visit", summary=said)), text_of)
    found = [text.index(words) for words in ("屋里干净。", "会煮面。", "举手少。", "盼她考好。", "周三补课。")]
    assert found == sorted(found) and "在家：" not in text and "办法：" not in text
    talk = record(1, "talk", summary="不说话。孩子说：想妈妈。办法：晚上视频。", follow_up=DAY, follow_up_note="问打了没有")
    text, _sheets = printed(job(TALKS, [child(1, "田小禾")], talk), text_of)
    assert "孩子说：" not in text and "晚上视频。11月24日前跟进。问打了没有" in text


@pytest.mark.parametrize(("text", "blocks"), [
    ("看了电线。", ["看了电线。", "", ""]), ("", ["", "", ""]),
    ("甲：乙。办法: 丙；孩子说：丁", ["甲：乙。", "丁", "丙；"]), ("没有办法：只好等。", ["没有办法：只好等。", "", ""]),
    ("孩子说：一。孩子说：二。", ["", "一。二。", ""]),
])  # fmt: skip
def test_a_text_is_cut_only_where_a_sentence_begins_with_a_mark(text: str, blocks: list[str]) -> None:
    assert in_blocks(text, ("孩子说", "办法")) == blocks


@pytest.mark.parametrize(("kind", "said", "words"), [
    ("talk", "不说话。孩子说：想妈妈。办法：晚上视频。", "不说话。晚上视频。"), ("talk", "孩子说：想妈妈。", "孩子说：想妈妈。"),
    ("home_visit", "屋里干净。在校：举手少。办法：补课。", "屋里干净。补课。"), ("family_call", "办法：再打。", "办法：再打。"),
])  # fmt: skip
def test_a_book_has_what_it_was_about_and_what_was_done(kind: str, said: str, words: str) -> None:
    assert done_words(record(1, kind, summary=said), 1, "") == f"11月24日：{words}"


def test_a_visit_by_video_or_telephone_is_ticked_so(text_of: Read) -> None:
    for medium, choice in (("视频", "视频"), ("电话", "电话")):
        text, _sheets = printed(job(VISITS, [child(1, "田小禾")], record(1, "home_visit", medium=medium)), text_of)
        assert choice in text
    assert "电话（" in text and "视频（" not in text


def test_a_long_text_goes_on_on_a_sheet_of_its_own_and_nothing_is_lost(text_of: Read) -> None:
    for paper, kind in ((VISITS, "home_visit"), (TALKS, "talk")):
        told = record(1, kind, summary=LONG * 3, follow_up=DAY, follow_up_note="换电线，" * 99)
        text, sheets = printed(job(paper, [child(1, "田小禾")], told), text_of)
        assert sheets >= 2 and text.count("过两条河") == 42 and "（接上页）" in text
        assert text.count("换电线") == 99


def test_two_talks_of_a_child_share_a_sheet_and_children_never_do(text_of: Read) -> None:
    children = [child(1, "田小禾"), child(3, "石榴花")]
    records = [record(n, "talk", who) for n, who in ((1, 1), (2, 1), (3, 1), (4, 3))]
    paper = care_paper(job(TALKS, children, *records))
    assert [sorted(owner) for owner in paper.owners] == [[1], [1], [3]]
    assert paper.pieces == 4
    long_ = [record(1, "talk", 1), record(2, "talk", 1, summary=LONG), record(3, "talk", 1)]
    assert len(care_paper(job(TALKS, children, *long_)).sheets) == 3, "a long talk has its sheet alone"


def test_what_is_confidential_stands_on_no_paper(text_of: Read) -> None:
    for paper, kind in ((TALKS, "counselling"), (VISITS, "home_visit"), (CALLS, "family_call")):
        secret = record(1, kind, confidential=True, summary="最怕的事", follow_up=DAY, follow_up_note="再问最怕的事",
                        place="密室")  # fmt: skip
        text, _sheets = printed(job(paper, [child(1, "田小禾")], secret), text_of)
        assert "最怕的事" not in text and "密室" not in text and "内容保密" in text


def test_the_register_has_every_call_of_the_class_also_those_not_answered(text_of: Read) -> None:
    children = [child(1, "田小禾"), child(4, "石榴花"), child(2, "彭雅婷", 2)]
    records = [
        record(1, "family_call", 1, medium="视频", relation="父亲", from_time="19:00", minutes=14),
        record(2, "family_call", 4, outcome=NOT_REACHED, relation="母亲", day=date(2026, 11, 20)),
        record(3, "family_call", 2, medium="电话", relation="父亲", minutes=5),
    ]
    found = job(CALLS, children, *records)
    paper = care_paper(found)
    text, sheets = printed(found, text_of)
    assert (sheets, paper.pieces, paper.landscape) == (1, 3, True), "classes with few rows follow each other"
    assert text.index("11月20日") < text.index("11月24日"), "in the order of the days"
    assert "19:00—19:14" in text and "5分钟" in text and "13900467715" in text
    assert text.count("亲情电话登记表") == 1 and "2个班，3次" in text
    many = [record(place, "family_call", 1 + place % 2, medium="视频") for place in range(1, 41)]
    text, sheets = printed(job(CALLS, [child(1, "田小禾"), child(2, "彭雅婷", 2)], *many), text_of)
    assert sheets == 4 and text.count("第1页共2页") == 2, "each class with many has its own"


def test_classes_go_on_on_the_next_sheet_under_their_name(text_of: Read) -> None:
    children = [replace(child(place, f"孩子{place}"), enrolments=(Enrolment(place, 1 + place % 3, date(2024, 9, 1)),))
                for place in range(1, 25)]  # fmt: skip
    classes = tuple(SchoolClass(number, "primary", 2020 + number, 1) for number in (1, 2, 3))
    found = job(CALLS, children, *(record(place, "letter", place) for place in range(1, 25)), kind="letter")
    text, sheets = printed(replace(found, snapshot=replace(found.snapshot, classes=classes)), text_of)
    assert sheets == 2 and "（续）" in text and "3个班，24次" in text
    assert all(f"孩子{place}" in text for place in range(1, 25))


def test_one_visit_to_many_is_counted_once(text_of: Read) -> None:
    """As the term's figures count it: one deed for three children is not three deeds."""
    children = [child(1, "田小禾"), child(2, "彭雅婷", 2), child(3, "石榴花")]
    text, _sheets = printed(job(CALLS, children, record(1, "festival_visit", 1, 2, 3), kind="festival_visit"), text_of)
    assert "2个班，1次，3人次" in text


@pytest.mark.parametrize(("kind", "there", "not_there"), [
    ("letter", ("写给谁", "寄到哪里", "信放进孩子的档案"), ("打给谁", "号码", "几点到几点", "打通")),
    ("festival_visit", ("去了哪里", "见到谁", "去了", "家里没人"), ("打给谁", "号码", "没通", "打通")),
    ("tutoring", ("在哪里辅导", "辅导了什么", "没辅导成"), ("打给谁", "号码", "没通", "打通")),
    ("hotline", ("谁打来的", "号码", "没接到"), ("打给谁", "打通")),
    ("carer_contact", ("联系谁", "号码", "没联系上"), ("打给谁", "打通")),
    ("family_call", ("打给谁", "号码", "没打通的也要记"), ("联系谁", "寄到")),
])  # fmt: skip
def test_every_kind_has_columns_and_words_of_its_own(
    kind: str, there: tuple[str, ...], not_there: tuple[str, ...], text_of: Read
) -> None:
    done = record(1, kind, 1, relation="父亲", place="岩板井")
    text, _sheets = printed(job(CALLS, [child(1, "田小禾")], done, kind=kind), text_of)
    assert all(word in text for word in there) and not any(word in text for word in not_there)
    assert sum(one.wide for one in layout_of(kind).columns) == pytest.approx(WIDE)
    assert next(one.wide for one in layout_of(kind).columns if one.field == SAID) >= 45


@pytest.mark.parametrize("kind", ["letter", "festival_visit", "tutoring", "hotline"])
def test_what_was_done_is_ticked(kind: str) -> None:
    """Also where nobody wrote how: the first box says that it was done; how a call was made nobody guesses."""
    ringing = job(CALLS, [child(1, "田小禾")], kind="carer_contact")
    assert _call(ringing, child(1, "田小禾"), record(1, "carer_contact", 1)).how not in ("电话", "当面", "微信")
    found = job(CALLS, [child(1, "田小禾")], kind=kind)
    row = _call(found, child(1, "田小禾"), record(1, kind, 1))
    assert row.how == way_word(kind, ways(kind)[0])
    missed = _call(found, child(1, "田小禾"), record(1, kind, 1, outcome=NOT_REACHED))
    assert missed.how == way_word(kind, ways(kind)[-1])


def test_an_empty_register_names_whom_to_ring_and_leaves_the_rest_to_the_hand(text_of: Read) -> None:
    found = job(CALLS, [child(1, "田小禾"), child(3, "石榴花")], style=BLANK)
    text, sheets = printed(found, text_of)
    assert sheets == 1 and text.count("13900467715") == 2 and "11月" not in text
    other, _sheets = printed(job(CALLS, [child(1, "田小禾")], style=BLANK, kind="carer_contact"), text_of)
    assert "联系照料人登记表" in other and "当面" in other


@pytest.mark.parametrize("paper", [TALKS, VISITS, CALLS])
def test_the_empty_form_has_nothing_but_the_school(paper: str, text_of: Read) -> None:
    text, sheets = printed(job(paper, [], style=BLANK), text_of)
    assert sheets == 1 and SCHOOL_NAME in text


def test_a_visit_taken_along_says_what_one_might_ask(text_of: Read) -> None:
    asked = {1: [Topic("外婆腿疼", DAY), Topic("low_mood", DAY)]}
    text, _sheets = printed(job(VISITS, [child(1, "田小禾")], style=BLANK, topics=asked), text_of)
    assert "本学期第1次家访。问问：外婆腿疼；上次情绪低落。" in text and "____" not in text
