"""活动方案, 活动记录, 会议纪要 and the wall: nothing is lost however long, and the wall names no child."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.activities import Activity, Entry, Held, Item, Step
from app.care import CareRecord, Participant
from app.edits import Told
from app.edits.activities import ActivityTold, EntryTold, Lines, set_activity
from tests.ui.paper.hard_school import DAY, SCHOOL_NAME, hard_children, snapshot
from tests.ui.paper.stored import opened
from ui.paper.activity_form import PLAN, RECORD, ActivityJob, activity_paper
from ui.paper.activity_wall import WallJob, wall_lines, wall_paper
from ui.paper.output import pdf_bytes
from ui.paper.print_page import PrintPage
from ui.session import Session
from ui.work import Work

TextOf = Callable[[bytes], str]
SCHOOL = snapshot(hard_children())
CHILDREN = list(SCHOOL.children.values())
LONG = "歌声从音乐室里传出来，操场上的同学都停下来听。" * 60


def squeezed(text: str) -> str:
    return "".join(text.split())


def held(**more: object) -> Held:
    record = CareRecord(
        1, "activity", DAY, "14:30", 120, 1, 1, "音乐室", summary=LONG,
        participants=tuple(Participant(place, child.id) for place, child in enumerate(CHILDREN)),
    )  # fmt: skip
    activity = Activity(
        2, 1, "“唱响童年”唱歌比赛", "比赛", "少先队大队部", "彭光明", "县关工委", "县电视台", "两位老同志", 30_000, 28_650,
        "都上了台", LONG, "备注一句",
        agenda=tuple(Step(n, 2, n, f"{8 + n // 4:02}:{n % 4 * 15:02}", f"第{n}项议程", "李秀兰") for n in range(40)),
        materials=tuple(Item(n, 2, n, f"第{n}样东西", f"{n} 个", "李秀兰") for n in range(30)),
        entries=tuple(
            Entry(n, 2, n, "低段组" if n % 2 else "高段组", child.id, "", f"第{n}首歌", f"{9 + n % 7 / 10}", "")
            for n, child in enumerate(CHILDREN)
        ),
    )  # fmt: skip
    return Held(record, replace(activity, **more))  # type: ignore[arg-type]


def text(job: ActivityJob, text_of: TextOf) -> tuple[str, int]:
    warnings: list[str] = []
    paper = activity_paper(job)
    found = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == []
    return found, len(paper.sheets)


def test_a_plan_of_many_sheets_has_every_line_once(text_of: TextOf) -> None:
    found, sheets = text(ActivityJob(PLAN, CHILDREN, SCHOOL, DAY, held()), text_of)
    assert sheets > 2 and "活动方案（续）" in found and f"第{sheets}页共{sheets}页" in found
    for n in range(40):
        assert found.count(f"第{n}项议程") == 1
    for n in range(30):
        assert found.count(f"第{n}样东西") == 1
    for word in ("唱响童年", "少先队大队部", "县关工委", "300元", "备注一句", squeezed(SCHOOL_NAME)):
        assert word in found, word


def test_a_record_has_every_child_and_all_of_a_long_text(text_of: TextOf) -> None:
    found, sheets = text(ActivityJob(RECORD, CHILDREN, SCHOOL, DAY, held()), text_of)
    assert sheets > 2
    assert found.count("操场上的同学都停下来听") + found.count("歌声") >= 120
    assert found.count("歌声从音乐室里传出来") >= 100, "a line may be parted between two sheets, but no more"
    for child in CHILDREN:
        assert squeezed(child.name) in found, child.name
    assert "286.50元" in found


def test_a_record_with_pictures_says_who_may_not_be_seen_in_them(text_of: TextOf) -> None:
    agreed = {child.id: replace(child, photo_consent="yes") for child in CHILDREN}
    agreed[CHILDREN[0].id] = replace(CHILDREN[0], photo_consent="no")
    school = replace(SCHOOL, children=agreed)
    for pictures, said in ((0, False), (12, True)):
        job = ActivityJob(RECORD, list(agreed.values()), school, DAY, held(), pictures)
        found, _sheets = text(job, text_of)
        assert (f"家长不同意拍照：{squeezed(CHILDREN[0].name)}" in found) == said == ("12份" in found)


def test_the_best_of_each_group_stands_first(text_of: TextOf) -> None:
    found, _sheets = text(ActivityJob(RECORD, CHILDREN, SCHOOL, DAY, held(agenda=())), text_of)
    entries = held().activity
    assert entries is not None
    for group in ("低段组", "高段组"):
        mine = sorted((one for one in entries.entries if one.contest_group == group), key=lambda one: -float(one.score))
        places = [found.index(one.piece) for one in mine]
        assert places == sorted(places)


def test_a_meeting_has_minutes_and_an_empty_form_is_one_sheet(text_of: TextOf) -> None:
    meeting = Held(CareRecord(1, "work_meeting", DAY, summary="排家访"), Activity(2, 1, "关爱工作会", write_up="一、月底前走一遍"))
    found, _sheets = text(ActivityJob(RECORD, (), SCHOOL, DAY, meeting), text_of)
    assert "会议纪要" in found and "议了什么" in found and "一、月底前走一遍" in found
    for paper, word in ((PLAN, "活动方案"), (RECORD, "活动记录")):
        found, sheets = text(ActivityJob(paper, (), SCHOOL, DAY), text_of)
        assert sheets == 1 and word in found and "主持人" in found


def term_of_activities() -> list[Held]:
    chance = random.Random(6)
    found = []
    for number in range(90):
        child = chance.choice(CHILDREN)
        theme = chance.choice(["剪窗花", f"给{child.name}过生日", "唱歌比赛", f"{child.name}的家"])
        place = chance.choice(["活动室", f"{child.name}家", "操场"])
        kind = chance.choice(["activity", "class_meeting", "lecture", "work_meeting"])
        day = date(2026, 9, 1) + timedelta(days=chance.randrange(130))
        record = CareRecord(number, kind, day, "15:00", None, None, chance.choice([None, 1, 2]), place,
                            participants=(Participant(number, child.id),))  # fmt: skip
        found.append(Held(record, Activity(number, number, theme, planned=chance.random() < 0.3)))
    return found


def test_the_wall_names_no_child(text_of: TextOf) -> None:
    job = WallJob((), SCHOOL, DAY, "2026-1", term_of_activities())
    warnings: list[str] = []
    paper = wall_paper(job)
    found = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == [] and len(paper.sheets) > 1
    assert [child.name for child in CHILDREN if squeezed(child.name) in found] == []
    assert "剪窗花" in found and "工作会议" not in found and "留守" not in found
    lines = wall_lines(job)
    assert [one.day for one in lines] == sorted(one.day for one in lines)
    wanted = {(one.record.day, one.record.from_time) for one in job.held if one.record.kind != "work_meeting"}
    assert {(one.day, one.time) for one in lines} == wanted
    assert not any(paper.owners), "it is about no child"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


def test_the_printing_page_offers_each_and_saves_it(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    child = next(iter(session.snapshot.children.values()))
    lines = Lines(entries=[EntryTold("", child.id, piece="送别")])
    told = Told("activity", DAY)
    record = session.apply("记", set_activity(told, ActivityTold(theme="唱歌比赛"), [child.id], lines, DAY)).ids["record"]
    page = PrintPage(session, Work(lambda: session.store))
    qtbot.addWidget(page)
    page.ask_path = lambda _parent, suggestion: str(tmp_path / suggestion)
    page.arrive((f"activity:{record}", "activity_record"))
    job = page.job()
    assert isinstance(job, ActivityJob) and job.held is not None and job.held.theme == "唱歌比赛"
    assert page.heading.text() == "打印活动记录：唱歌比赛，1 张纸"
    page.export()
    qtbot.waitUntil(lambda: (tmp_path / "活动记录：唱歌比赛.pdf").exists(), timeout=10_000)
    page.panel.scope.set_value("blank")
    page.panel.scope.committed.emit("blank")
    job = page.job()
    assert isinstance(job, ActivityJob) and job.held is None
    page.arrive(("2026-1", "activity_wall"))
    assert isinstance(page.job(), WallJob) and "1 次活动" in page.heading.text()
