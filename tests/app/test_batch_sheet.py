"""The grid's sheet: what is typed generously, what follows by itself, what is stored and what waits."""

from dataclasses import replace
from datetime import date

import pytest

from app.batch import FilledRow, Prefilled, as_words, from_words
from app.batch_cells import DAY, MINUTES, NOTE, WAY, WHOM
from app.batch_sheet import BOOKED, DOUBTFUL, EMPTY, HALF, READY, STORED, TRIED, WRONG, BatchSheet, Row
from app.care import NOT_REACHED, CareRecord
from app.care_ways import TOGETHER
from app.changes import Insert

MONDAY, TODAY = date(2026, 11, 23), date(2026, 11, 26)
FAMILY = ("父亲", "母亲", TOGETHER, "外祖母")
A, B, C = ((child, "family_call") for child in (1, 2, 3))


def row(child: int, kind: str = "family_call", **more: object) -> Row:
    made = Row(child, kind, offered=FAMILY, usual="母亲", staff_id=7)
    return replace(made, **more)  # type: ignore[arg-type]


def sheet(*rows: Row, day: date = TODAY) -> BatchSheet:
    made = BatchSheet(MONDAY, TODAY)
    made.show(rows or (row(1), row(2), row(3)), TODAY, day)
    return made


def told(found: BatchSheet) -> list[dict[str, object]]:
    return [dict(one.values) for one in found.changes() if isinstance(one, Insert) and one.table == "care_record"]


@pytest.mark.parametrize(("cell", "typed", "kept"), [
    (WAY, "v", "video"), (WAY, "Y", "voice"), (WAY, "x", "missed"), (WAY, "video", "video"),
    (WHOM, "爸爸", "父亲"), (WHOM, "mm", "母亲"), (WHOM, "w", "外祖母"), (WHOM, "一起", TOGETHER), (WHOM, "奶奶", "祖母"),
    (MINUTES, "１４分钟", "14"), (MINUTES, "14分", "14"),
    (DAY, "24", "2026-11-24"), (DAY, "周三", "2026-11-25"), (DAY, "三", "2026-11-25"), (DAY, "星期一", "2026-11-23"),
    (DAY, "11.24", "2026-11-24"), (DAY, "昨天", "2026-11-25"), (DAY, "2026年11月24日", "2026-11-24"),
    (NOTE, "  妈妈问期中成绩 ", "妈妈问期中成绩"),
])  # fmt: skip
def test_a_cell_takes_what_one_writes_in_it(cell: str, typed: str, kept: str) -> None:
    found = sheet()
    found.write(A, cell, typed)
    assert found.text(A, cell) == kept


@pytest.mark.parametrize(("cell", "typed", "why"), [
    (WAY, "q", "not_a_choice"), (WHOM, "班长", "not_a_relation"), (MINUTES, "十分", "not_a_number"),
    (MINUTES, "601", "not_a_number"), (DAY, "abc", "not_a_day"), (DAY, "30", "not_a_day"),
    (DAY, "27", "in_the_future"), (DAY, "11.22", "another_week"),
])  # fmt: skip
def test_what_cannot_be_stands_as_typed_and_stores_nothing(cell: str, typed: str, why: str) -> None:
    found = sheet()
    found.write(A, WAY, "V")
    found.write(A, cell, typed)
    assert found.mistakes() == {(A, cell): why}
    assert (found.state(A), found.ready()) == (WRONG, [])


def test_the_day_follows_from_above_and_whom_from_last_time() -> None:
    found = sheet()
    for key in (A, B, C):
        found.write(key, WAY, "V")
    found.write(B, DAY, "24")
    found.write(C, WHOM, "爸爸")
    assert [(one["day"], one["relation"]) for one in told(found)] == [
        ("2026-11-26", "母亲"), ("2026-11-24", "母亲"), ("2026-11-24", "父亲"),
    ]  # fmt: skip


def test_as_above_takes_what_counts_there_also_what_counts_by_itself() -> None:
    found = sheet()
    found.write(A, WAY, "Y")
    found.repeat_above(B, WAY)
    found.repeat_above(B, WHOM)
    found.repeat_above(A, WAY)
    assert (found.text(B, WAY), found.text(B, WHOM), found.text(A, WAY)) == ("voice", "母亲", "voice")


def test_a_record_says_who_did_it_how_and_whether_it_reached_anybody() -> None:
    found = sheet(row(1), row(2), row(3, "talk", offered=(), usual="", staff_id=8))
    found.write(A, WAY, "X")
    found.write(B, WAY, "V")
    found.write((3, "talk"), WAY, "V")
    found.write((3, "talk"), MINUTES, "12")
    assert [(one["kind"], one["outcome"], one["medium"], one["staff_id"], one["minutes"]) for one in told(found)] == [
        ("family_call", "not_reached", "", 7, None), ("family_call", "reached", "视频", 7, None),
        ("talk", "reached", "", 8, 12),
    ]  # fmt: skip
    found.by = 9
    assert {one["staff_id"] for one in told(found)} == {9}


def test_a_row_without_a_way_waits_and_is_not_lost() -> None:
    found = sheet()
    found.write(A, NOTE, "过年回来")
    assert (found.state(A), found.state(B), found.ready()) == (HALF, EMPTY, [])
    again = sheet()
    again.take(found.words())
    assert again.text(A, NOTE) == "过年回来"


def test_what_is_stored_is_said_and_not_stored_again_until_somebody_asks_for_it() -> None:
    record = CareRecord(5, "family_call", MONDAY, relation="父亲", medium="视频", minutes=9, summary="好")
    found = sheet(row(1, stored=record), row(2, tries=2))
    assert (found.state(A), found.state(B)) == (STORED, TRIED)
    assert [found.text(A, cell) for cell in (WAY, WHOM, MINUTES, DAY, NOTE)] == ["video", "父亲", "9", "2026-11-23", "好"]
    found.write(A, WAY, "X")
    assert (found.text(A, WAY), found.ready()) == ("video", [])
    found.again(A)
    assert found.text(A, WAY) == ""
    found.write(A, WAY, "X")
    assert found.ready() == [A]


def test_what_was_confidential_is_not_shown() -> None:
    found = sheet(row(1, stored=CareRecord(5, "family_call", MONDAY, summary="秘密", confidential=True)))
    assert found.text(A, NOTE) == ""


def slip(child: int, **more: object) -> Row:
    made = FilledRow(child, "family_call", "reached", source=f"slip:7KQ2WXYZ:{child}:family_call")
    return row(child, given=replace(made, **more))  # type: ignore[arg-type]


def test_a_ticked_box_is_ready_without_a_word_about_the_medium() -> None:
    found = sheet(slip(1, minutes=12, note="妈妈说"), slip(2, state=NOT_REACHED), slip(3, state=""))
    assert [found.state(key) for key in (A, B, C)] == [READY, READY, EMPTY]
    assert [(one["medium"], one["outcome"], one["minutes"], one["summary"], one["source"]) for one in told(found)] == [
        ("", "reached", 12, "妈妈说", "slip:7KQ2WXYZ:1:family_call"),
        ("", "not_reached", None, "", "slip:7KQ2WXYZ:2:family_call"),
    ]


def test_a_doubtful_box_waits_until_somebody_looked() -> None:
    found = sheet(slip(1, doubtful=True), slip(2, doubtful=True), slip(3, doubtful=True, state=""))
    assert found.with_state(DOUBTFUL) == [A, B, C]
    found.look_at(A)
    found.write(B, WAY, "X")
    found.look_at(C)
    assert [found.state(key) for key in (A, B, C)] == [READY, READY, EMPTY]
    later = sheet(slip(1, doubtful=True), slip(2, doubtful=True), slip(3, doubtful=True, state=""))
    later.take(found.words())
    assert later.with_state(DOUBTFUL) == []


def test_a_box_that_is_booked_is_said_and_never_booked_again() -> None:
    record = CareRecord(5, "family_call", MONDAY)
    found = sheet(replace(slip(1), stored=record, booked=True))
    found.again(A)
    found.write(A, WAY, "V")
    assert (found.state(A), found.changes()) == (BOOKED, [])


def test_a_slip_may_come_back_late_with_a_day_of_another_week() -> None:
    found = sheet(slip(1, day=date(2026, 11, 20)))
    assert (found.state(A), told(found)[0]["day"]) == (READY, "2026-11-20")


def test_a_page_survives_as_text_with_its_pictures_and_the_pile_behind_it() -> None:
    second = Prefilled((), MONDAY, code="8LR3WXYZ")
    page = Prefilled((FilledRow(1, "talk", "reached", True, 9, TODAY, "嗯", "slip:7KQ2WXYZ:0:talk", b"\x89PNG\x00"),),
                     MONDAY, 7, None, "7KQ2WXYZ", 1, 2, (second,))  # fmt: skip
    assert from_words(as_words(page)) == page
