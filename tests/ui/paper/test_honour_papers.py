"""奖状, 表彰名单, 事迹: the hard-case school loses nothing on them, and a case tells nobody who the child is."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage

from app.days import on_paper
from app.honours import APPROVED, CASE, EXAMPLE, Award, Certificate, Story
from tests.ui.paper.hard_school import DAY, SCHOOL_NAME, hard_children, snapshot
from ui import honour_words as words
from ui.honours.sheet import honour_table
from ui.paper.certificate import FULL, LAST, CertificateJob, certificate_paper, laid_out
from ui.paper.honour_list import HonourListJob, honour_list_paper
from ui.paper.output import Paper, pdf_bytes
from ui.paper.story_sheet import StoryJob, story_paper

TextOf = Callable[[bytes], str]
SCHOOL = snapshot(hard_children())
CHILDREN = list(SCHOOL.children.values())
OWN = words.certificates(())
READ = "在2026年“六一”读书节活动中，认真读书四十二本，常给弟弟妹妹讲故事"
LONGEST = READ * 5
TITLE = "关爱留守儿童先进个人和优秀代理家长"


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed(paper: Paper, text_of: TextOf) -> str:
    warnings: list[str] = []
    found = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == []
    return re.sub(r"第\d+页共\d+页", "", found)


def job(*awards: Award, own: tuple[Certificate, ...] = OWN, **more: object) -> CertificateJob:
    return replace(CertificateJob(CHILDREN, SCHOOL, DAY, awards, own), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("reason", ["", READ, LONGEST])
@pytest.mark.parametrize("name", ["读书之星", TITLE])
def test_every_child_of_the_hard_school_gets_a_whole_certificate(text_of: TextOf, reason: str, name: str) -> None:
    awards = [Award(n, name, DAY, child.id, reason=reason) for n, child in enumerate(CHILDREN, 1)]
    found = printed(certificate_paper(job(*awards)), text_of)
    for child in CHILDREN:
        assert squeezed(child.name) in found, child.name
    assert found.count(name) == found.count("特发此状，以资鼓励。") == len(CHILDREN)
    assert found.count(squeezed(READ)) == len(CHILDREN) * (len(reason) // len(READ))
    assert found.count(squeezed(SCHOOL_NAME)) == len(CHILDREN)


def test_the_certificate_of_the_picture_is_set_at_the_full_size() -> None:
    pt, lines = laid_out(OWN[0], Award(1, "读书之星", DAY, CHILDREN[0].id, reason=READ), SCHOOL)
    assert pt == FULL
    assert [(line.indent, line.award) for line in lines] == [(True, False), (False, False), (False, True), (True, False)]
    assert lines[2].text == "“读书之星”" and lines[1].text.endswith("被评为")


def test_too_long_a_body_is_shrunk_and_one_that_cannot_fit_is_told() -> None:
    long = Award(1, "读书之星", DAY, CHILDREN[0].id, reason=LONGEST)
    pt, lines = laid_out(OWN[0], long, SCHOOL)
    assert pt < FULL and lines[-1].centre <= LAST + 0.01
    warnings: list[str] = []
    pdf_bytes(certificate_paper(job(replace(long, reason=READ * 12))), warnings)
    assert warnings != []


def test_staff_and_contests_have_words_of_their_own_and_the_frame_can_be_left_out(
    text_of: TextOf, pages_of: Callable[[bytes], list[QImage]]
) -> None:
    staff = Award(1, "优秀代理家长", DAY, staff_id=SCHOOL.staff[0].id)
    prize = Award(2, "第 1 名", DAY, CHILDREN[0].id, reason="在唱歌比赛中", activity_id=4, given_by="少先队大队部")
    of_staff, of_prize = (printed(certificate_paper(job(one)), text_of) for one in (staff, prize))
    # Each character of the title stands in a cell of its own.
    assert all(one in of_staff for one in "荣誉证书") and "特发此证" in of_staff
    assert "获得" in of_prize and "少先队大队部" in of_prize
    chosen = printed(certificate_paper(job(prize, chosen=OWN[0].name)), text_of)
    assert "被评为" in chosen and "获得" not in chosen
    bare = certificate_paper(job(prize, frame=False))
    assert "奖状" not in printed(bare, text_of).replace("特发此状", "")
    picture = pages_of(pdf_bytes(bare))[0]
    edge = [picture.pixelColor(x, 52) for x in range(0, picture.width(), 3)]
    assert all(colour.lightness() > 250 for colour in edge), "no frame"


def test_the_list_has_every_award_of_every_occasion(text_of: TextOf) -> None:
    awards = [Award(n, "三好学生", DAY, child.id, reason=READ, given_by="学校", level="校级")
              for n, child in enumerate(CHILDREN * 20, 1)]  # fmt: skip
    awards += [Award(990, "第 2 名", date(2026, 10, 9), CHILDREN[0].id, activity_id=7),
               Award(991, "优秀代理家长", DAY, staff_id=SCHOOL.staff[0].id)]  # fmt: skip
    paper = honour_list_paper(HonourListJob(CHILDREN, SCHOOL, DAY, "2026年秋季学期", awards, {7: "唱歌比赛"}))
    found = printed(paper, text_of)
    assert len(paper.sheets) > 2 and found.count("三好学生") == len(CHILDREN) * 20
    for word in ("唱歌比赛", "第2名", "优秀代理家长", "学校校级", "2026年秋季学期"):
        assert word in found, word
    assert found.count("校长（签名）") == found.count("填表人（签名）") == 1, "signed once, under the last name"
    assert found.count(f"填报单位（盖章）：{squeezed(SCHOOL_NAME)}") == len(paper.sheets)
    assert found.count(on_paper(DAY)) >= len(paper.sheets)
    assert honour_list_paper(HonourListJob((), SCHOOL, DAY, "", (), {})).sheets == ()


def test_what_was_given_before_the_term_stands_apart_and_is_not_counted(text_of: TextOf) -> None:
    child = CHILDREN[0]
    now = Award(1, "三好学生", DAY, child.id, reason="各科都好")
    before = [Award(place, f"六一之星{place}", date(2026, 6, 1), child.id) for place in (2, 3)]
    job = HonourListJob((child,), SCHOOL, DAY, "2026年秋季学期", (now,), {}, before)
    paper = honour_list_paper(job)
    found = squeezed(text_of(pdf_bytes(paper)))
    assert paper.pieces == 1 and "2个奖，不算在2026年秋季学期里" in found
    assert found.index("三好学生") < found.index("以前的") < found.index("六一之星2")
    # The class is that of the day of the award, not of today.
    assert found.index("班级") < found.index("以前的") < found.index("当时的班")
    table = honour_table(job)
    assert len(table.rows) == 1 and table.total is not None and "1 个奖" in table.total[1]
    assert [len(one.rows) for one in table.more] == [2]
    assert [one.columns[2].heads for one in (table, *table.more)] == [("班级",), ("当时的班",)]


def told(child: int, **more: object) -> Story:
    name = SCHOOL.children[child].name
    text = f"{name}起初不爱说话。\n" + f"老师每周去看{name}，陪着写作业。" * 80
    return replace(Story(1, CASE, f"{name}变开朗了", DAY, text, child_id=child), **more)  # type: ignore[arg-type]


def test_a_case_of_many_sheets_loses_no_word_and_names_no_child(text_of: TextOf) -> None:
    for child in CHILDREN:
        paper = story_paper(StoryJob((child,), SCHOOL, DAY, told(child.id, alias="小雪")))
        found = printed(paper, text_of)
        assert child.name not in found and squeezed(child.name) not in found, child.name
        assert child.name not in paper.title
        assert found.count("陪着写作业。") == 80 and "小雪变开朗了" in found and "草稿，还没审定" in found


def test_a_name_that_is_chosen_and_the_approval_are_printed(text_of: TextOf) -> None:
    child = CHILDREN[0]
    story = told(child.id, kind=EXAMPLE, named=True, state=APPROVED, approved_on=DAY, approved_by="龙正华")
    found = printed(story_paper(StoryJob((child,), SCHOOL, DAY, story)), text_of)
    assert found.count(squeezed(child.name)) > 80 and "审定：龙正华2026年11月24日" in found
    assert story_paper(StoryJob((), SCHOOL, DAY, None)).sheets == ()
