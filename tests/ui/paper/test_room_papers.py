"""Papers of the rooms against what the file holds: the term's record, a month filled and blank, rules on the wall."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from app.opening_log import HomeLog, stretch_on
from app.rooms import rooms_on
from app.sample import Sample, sample_school
from ui.paper.jobs import audit_of, paper_of
from ui.paper.output import pdf_bytes
from ui.paper.room_papers import BLANK, MONTH, RECORD, ROWS, RULES, RoomJob, register, room_paper
from ui.paper.sharing import FEW, STEPS

ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample() -> Sample:
    return sample_school(ON, 80)


def job(sample: Sample, style: str, first: date = date(2026, 9, 1), last: date = ON) -> RoomJob:
    stretch = stretch_on(sample.snapshot, ON)
    assert stretch is not None
    log = HomeLog(sample.snapshot, stretch, ON, sample.openings)
    return RoomJob((), sample.snapshot, ON, style, tuple(rooms_on(sample.snapshot.rooms, ON)), first, last, log)


def words_of(one: RoomJob) -> list[str]:
    warnings: list[str] = []
    content = pdf_bytes(room_paper(one), warnings)
    assert warnings == []
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(content)).pages]


def sheets_of(rows: int) -> int:
    """A sheet for every thirty rows; none for a few more, which make the others a little lower."""
    sheets, left = divmod(rows, ROWS)
    return sheets if sheets and left <= FEW and rows <= sheets * int(ROWS / STEPS[-1]) else sheets + bool(left)


def test_the_record_has_every_opening_once_and_sums_to_the_same(qapp: object, sample: Sample) -> None:
    record = job(sample, RECORD)
    for room in record.rooms:
        rows = register(record, room)
        mine = [one for one in sample.openings if one.room_id == room.id]
        assert sum(int(row.count) for row in rows if row.count.isdigit()) == sum(one.how_many or 0 for one in mine)
        shut = [row for row in rows if row.what.startswith("没开")]
        assert len(shut) == sum(bool(one.closed_why) for one in mine)
        assert len([row for row in rows if row.count or row.by]) == len(mine)
    pages = words_of(record)
    assert len(pages) == sum(sheets_of(len(register(record, room))) for room in record.rooms)
    assert all(any(room.name in page for page in pages) for room in record.rooms)


def test_every_safety_check_stands_in_the_record(qapp: object, sample: Sample) -> None:
    record = job(sample, RECORD)
    checks = tuple(sorted(sample.checks, key=lambda one: one.day))
    assert checks and any(one.findings for one in checks)
    full = replace(record, checks=checks)
    for room in full.rooms:
        mine = [one for one in checks if one.room_id == room.id and full.first <= one.day <= full.last]
        rows = [row for row in register(full, room) if row.safe]
        assert len(rows) == len(mine) and all(not row.safe for row in register(record, room))
        for one in mine:
            said = next(row.safe for row in rows if row.day == f"{one.day.month}月{one.day.day}日")
            if not one.findings:
                assert said == "√ 十项都好"
            else:
                mended = all(each.mended_on is not None and each.mended_on <= ON for each in one.findings)
                assert said.startswith(one.findings[0].what) and ("已整改" in said) is mended
    shut = next(one for one in checks if one.findings)
    empty = replace(full, rooms=tuple(one for one in full.rooms if one.id == shut.room_id), first=shut.day,
                    last=shut.day, log=None)  # fmt: skip
    (row,) = register(empty, empty.rooms[0])
    assert row.safe and not row.time, "checked on a day on which nobody opened it"
    pages = words_of(full)
    assert sum(page.count("十项都好") for page in pages) - len(pages) == sum(not one.findings for one in checks if one.day <= ON)


def test_a_month_is_filled_or_blank_and_names_no_child(qapp: object, sample: Sample) -> None:
    october, until = date(2026, 10, 1), date(2026, 10, 31)
    filled, blank = job(sample, MONTH, october, until), job(sample, BLANK, october, until)
    home = filled.rooms[0]
    assert [(row.day, row.time) for row in register(filled, home)] == [
        (row.day, row.time) for row in register(blank, home)]  # fmt: skip
    assert all(not row.count and not row.what and not row.by for row in register(blank, home))
    assert any(row.count for row in register(filled, home))
    assert register(filled, home)[0].day == "10月8日", "the days of the holiday are not asked for"
    names = {child.name for child in sample.snapshot.children.values()}
    for page in (*words_of(filled), *words_of(blank)):
        assert "2026年10月" in page and not any(name in page for name in names)


def test_the_rules_hang_on_the_wall_without_a_phone(qapp: object, sample: Sample) -> None:
    own = replace(sample.snapshot.rooms[0], rules="一条自己的规定")
    wall = job(sample, RULES)
    pages = words_of(replace(wall, rooms=(own, *wall.rooms[1:])))
    assert len(pages) == 6 and "一条自己的规定" in pages[0] and "不追跑打闹" not in pages[0]
    assert "不追跑打闹" in pages[1], "a room without rules hangs up those that are proposed"
    phones = {one.phone for one in sample.snapshot.staff}
    assert not any(phone in page for phone in phones for page in pages)
    assert "开放时间：周一至周五16:00—17:30" in pages[0]


def test_long_rules_still_fit_the_sheet(qapp: object, sample: Sample) -> None:
    long = "\n".join(["不在活动室里奔跑打闹，不攀爬门窗桌椅，不带零食进来，离开时把东西放回原处。"] * 16)
    words_of(replace(job(sample, RULES), rooms=(replace(sample.snapshot.rooms[0], rules=long),)))


def test_they_are_jobs_like_the_others(qapp: object, sample: Sample) -> None:
    record = job(sample, RECORD)
    assert paper_of(record).title == "开放记录"
    assert audit_of(record) == ("print_rooms", "children=0")
