"""本周关爱任务单 on paper: everybody who owes something, what, whom to ring; its codes, its boxes, its hard cases."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.asking import Topic
from app.batch import tasks
from app.care import CareRecord, Participant
from app.edits import Told, log_care
from app.slips.codes import find
from app.slips.sheet import CARE, PAGE
from app.slips.weekly import ChildErrands, Errand, WeekSlip, due_for, week_slips
from app.slips.weekly import _Told as Told_
from app.store import Store
from db import keys
from db.vault import FileVault
from tests.ui.paper.hard_school import DAY, hard_children
from tests.ui.paper.hard_school import snapshot as hard_snapshot
from ui.paper.output import image, pdf_bytes
from ui.paper.slip import SlipJob, printed_pages, slip_job, slip_paper, slip_records
from ui.paper.slip_page import BOTTOM, TOP, Block, Row, pages_of
from ui.setup.sample import make_sample
from ui.slips.pictures import shades

MONDAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Store]:
    made = make_sample(FileVault(tmp_path_factory.mktemp("学校"), cost=keys.LOW_COST), MONDAY)
    yield made
    made.close()


@pytest.fixture
def job(store: Store) -> SlipJob:
    return job_of(store)


def job_of(store: Store, monday: date = MONDAY) -> SlipJob:
    snapshot = store.snapshot()
    due = due_for(snapshot, store.ledger, monday, MONDAY)
    assert due is not None
    return slip_job(week_slips(due, store.ledger, monday), snapshot, MONDAY, monday)


def test_everybody_who_owes_something_this_week_gets_a_slip_in_the_order_of_the_grid(store: Store) -> None:
    job = job_of(store)
    due = due_for(job.snapshot, store.ledger, MONDAY, MONDAY)
    assert due is not None and len(job.slips) > 8
    for staff in (*job.snapshot.staff, None):
        wanted = tasks(due.standings, job.snapshot, staff.id if staff else None, MONDAY)
        slip = next((one for one in job.slips if one.staff == staff), None)
        rows = [(one.child.id, errand.kind) for one in slip.children for errand in one.errands] if slip else []
        assert rows == [(task.child_id, task.kind) for task in wanted]


def test_a_slip_says_whom_to_ring_what_is_late_and_what_to_ask(
    job: SlipJob, store: Store, text_of: Callable[[bytes], str]
) -> None:
    text = text_of(pdf_bytes(slip_paper(job)))
    late = [errand for slip in job.slips for one in slip.children for errand in one.errands if errand.overdue_days]
    assert late and f"过了 {late[0].overdue_days} 天" in text
    numbers = [errand.call for slip in job.slips for one in slip.children for errand in one.errands if errand.call]
    assert numbers
    for words in ("本周关爱任务单", "第 14 周", "11月30日（一）至 12月6日（日）", "星期五交到办公室", "可以问：", "上次 ",
                  "老师签名", "交单日期", "青石坪中心小学"):  # fmt: skip
        assert words in text
    assert "留守" not in text


def test_what_no_row_can_be_ticked_for_is_named_at_the_end(store: Store, text_of: Callable[[bytes], str]) -> None:
    """The last week of the first third: the survey is due, which has a form of its own."""
    for monday in (date(2026, 9, 7) + timedelta(days=7 * step) for step in range(12)):
        due = due_for(store.snapshot(), store.ledger, monday, monday)
        assert due is not None
        slips = week_slips(due, store.ledger, monday)
        if any(one.kind == "survey" for slip in slips for one in slip.besides):
            break
    else:
        pytest.fail("no week in which the survey is due")
    text = text_of(pdf_bytes(slip_paper(slip_job(slips, store.snapshot(), monday, monday))))
    assert "另外" in text and "调查登记，还有" in text


def test_a_confidential_note_never_stands_on_a_slip(store: Store, text_of: Callable[[bytes], str]) -> None:
    child = next(one for slip in job_of(store).slips for one in slip.children).child
    told = Told("counselling", MONDAY - timedelta(days=1), summary="爸爸喝酒打人", confidential=True)
    store.apply("记下", log_care(told, [child.id]))
    assert "喝酒" not in text_of(pdf_bytes(slip_paper(job_of(store))))


def test_pages_keep_their_codes_and_are_noted_once(job: SlipJob, store: Store) -> None:
    first, again = printed_pages(job), printed_pages(job_of(store))
    assert [one.code for one in first] == [one.code for one in again]
    assert len({one.code for one in first}) == len(first)
    store.apply("打印", slip_records(job, (), datetime(2026, 11, 30, 7, 50)), kind="print")
    noted = store.ledger.slips(MONDAY)
    assert [one.code for one in noted] == [one.code for one in first]
    assert slip_records(job, [one.code for one in noted], datetime(2026, 11, 30, 8)) == []
    part = replace(job, children=job.children[:3])
    assert len(slip_records(part, (), datetime(2026, 11, 30, 8))) < len(first)


def test_all_four_codes_of_every_page_are_read_from_the_paper(
    job: SlipJob, pages_of_pdf: Callable[[bytes], list[QImage]]
) -> None:
    sheets = pages_of_pdf(pdf_bytes(slip_paper(job)))
    for one, sheet in zip(printed_pages(job), sheets, strict=True):
        found = find(shades(sheet))
        assert {(seen.code, seen.corner) for seen in found} == {(one.code, corner) for corner in "1234"}


@pytest.fixture
def pages_of_pdf(tmp_path: Path) -> Callable[[bytes], list[QImage]]:
    def draw(pdf: bytes) -> list[QImage]:
        (tmp_path / "a.pdf").write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", tmp_path / "a.pdf", tmp_path / "s"], check=True)
        return [QImage(str(one)) for one in sorted(tmp_path.glob("s-*.png"))]

    return draw


def test_boxes_stand_alone_so_that_a_word_is_no_tick(job: SlipJob) -> None:
    for one, paint in zip(printed_pages(job), slip_paper(job).sheets, strict=True):
        sheet = image(paint, 210 * 8)
        page = one.page.sheet()
        for line in page.lines:
            for x, y in page.boxes(line).values():
                for left, top, wide, high in ((x - 1.2, y - 1.2, 0.7, 7.4), (x + 5.5, y - 1.2, 0.7, 7.4),
                                              (x - 1.2, y - 1.2, 7.4, 0.7), (x - 1.2, y + 5.5, 7.4, 0.7)):  # fmt: skip
                    around = sheet.copy(round(left * 8), round(top * 8), round(wide * 8), round(high * 8))
                    dark = sum(around.pixelColor(i, j).lightness() < 128
                               for i in range(around.width()) for j in range(around.height()))  # fmt: skip
                    assert dark == 0, (line, left, top)


def hard_job() -> SlipJob:
    """Everybody of the school of hard cases, with everything to do, late and tried."""
    shot = hard_snapshot(hard_children())
    kinds = ("talk", "family_call", "home_visit", "letter", "carer_contact", "parent_contact")
    children = []
    for child in shot.children.values():
        record = CareRecord(
            1, "family_call", DAY, minutes=125, medium="微信视频", relation="祖父母或外祖父母",
            summary="说了很多很多话，想妈妈，鞋子小了，老师答应下星期带他去买一双新的", participants=(Participant(1, child.id),),
        )  # fmt: skip
        errands = tuple(Errand(kind, 128 if place % 2 else 0, True) for place, kind in enumerate(kinds))
        ask = (Topic("爷爷的腿好些没有，" * 4, DAY),)
        children.append(ChildErrands(child, shot.classes[0], errands, record, ask))
    staff = replace(shot.staff[0], name="阿卜杜拉·买买提吐尔逊江")
    slips = [WeekSlip(staff, tuple(children)), WeekSlip(None, tuple(children[:1]))]
    return slip_job(slips, shot, DAY, DAY - timedelta(days=DAY.weekday()))


def test_the_hard_cases_fit_and_nothing_lies_outside_of_the_paper() -> None:
    warnings: list[str] = []
    job = hard_job()
    assert pdf_bytes(slip_paper(job), warnings)
    assert warnings == []
    for paint in slip_paper(job).sheets:
        sheet = image(paint, 840)
        rim = [sheet.copy(0, 0, 840, 38), sheet.copy(0, 1150, 840, 38), sheet.copy(0, 0, 38, 1188),
               sheet.copy(802, 0, 38, 1188)]  # fmt: skip
        assert all(one.pixelColor(x, y).lightness() > 200
                   for one in rim for x in range(one.width()) for y in range(one.height()))  # fmt: skip


def block(number: int, rows: int) -> Block:
    return Block(number, number, "周雨桐", "三（1）班", "", (Row("talk", "谈心", "谈了", "没谈成"),) * rows)


@pytest.mark.parametrize("children", [1, 2, 7, 8, 9, 20])
@pytest.mark.parametrize("rows", [1, 2, 5])
def test_a_child_is_never_divided_and_every_box_lies_on_the_page(children: int, rows: int) -> None:
    blocks = [block(number, rows) for number in range(1, children + 1)]
    pages = pages_of(blocks, besides=3)
    assert [one for page in pages for one in page.blocks] == blocks
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert page.tops()[0] == TOP and page.tops()[-1] <= BOTTOM + 0.5
        for line in page.sheet().lines:
            for x, y in page.sheet().boxes(line).values():
                assert 10 < x < PAGE[0] - 10 - CARE.box and TOP < y < BOTTOM - CARE.box
    assert pages[-1].is_last and sum(page.is_last for page in pages) == 1


def test_the_slip_of_a_week_of_holidays_is_none(store: Store) -> None:
    assert due_for(store.snapshot(), store.ledger, date(2026, 8, 3), MONDAY) is None


def test_the_last_contact_is_told_however_long_ago_it_was(store: Store) -> None:
    listed = {one.child.id for slip in job_of(store).slips for one in slip.children}
    quiet = next(
        child.id for child in store.snapshot().children.values()
        if child.id not in listed and not store.ledger.of_child(child.id)
    )  # fmt: skip
    assert list(Told_(store.ledger, MONDAY).of(quiet)) == []
    store.apply("记下", log_care(Told("talk", MONDAY - timedelta(days=70), summary="想学跳绳"), [quiet]))
    [last] = Told_(store.ledger, MONDAY).of(quiet)
    assert last.summary == "想学跳绳"
