"""The term roster as the office hands it in."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from app.pairing import Pairing
from db.xlsx import workbook_bytes
from tests.ui.paper.hard_school import DAY, child, hard_children, phones, snapshot
from ui.paper.roster_sheet import RosterJob, file_name, roster_sheet

CHILDREN = hard_children()
JOB = RosterJob(CHILDREN, snapshot(CHILDREN), DAY)
HEADS = [
    "序号", "姓名", "性别", "民族", "出生年月", "年级班级", "身份证号", "家庭住址",
    "父亲姓名", "父亲务工地", "父亲电话", "母亲姓名", "母亲务工地", "母亲电话",
    "监护（照料）人姓名", "监护（照料）人关系", "监护（照料）人电话", "留守类型", "是否寄宿", "帮扶教师", "备注",
]  # fmt: skip


def cells(job: RosterJob, name: str) -> dict[str, str]:
    sheet = roster_sheet(job)
    row = next(row for row in sheet.rows if row[1] == name)
    return dict(zip(HEADS, row, strict=True))


def test_the_form() -> None:
    sheet = roster_sheet(JOB)
    assert ["".join(column.heads).replace("\n", "") for column in sheet.columns] == HEADS
    assert sheet.title.endswith("2026—2027学年第一学期留守儿童花名册")
    assert sheet.right_note == "填报日期：2026年11月24日"
    assert [row[0] for row in sheet.rows] == ["1", "2", "3", "4", "5"]
    assert sheet.total == (
        "合计",
        "5 人。其中：男 0 人，女 4 人，性别未填 1 人；双亲留守 5 人，单亲留守 0 人；寄宿 0 人，走读 5 人。",
    )
    assert len(sheet.signatures) == 3


def test_a_row() -> None:
    row = cells(JOB, "周雨桐")
    assert row["身份证号"] == "433123****\n****0042"
    assert row["父亲务工地"] == "广东省东莞市长安镇" and row["父亲电话"] == "13900467715"
    carer = [row[f"监护（照料）人{what}"] for what in ("姓名", "关系", "电话")]
    assert carer == ["龙妹珍", "外婆", "07430036128"]
    assert [row["出生年月"], row["年级班级"]] == ["2016.05", "三（1）班"]
    assert [row["留守类型"], row["是否寄宿"]] == ["双亲", "否"]


def test_dead_unknown_and_stopped() -> None:
    dead = cells(JOB, "𠮷䶮")
    assert (dead["父亲姓名"], dead["父亲务工地"], dead["父亲电话"]) == ("—", "已去世", "—")
    assert dead["母亲电话"] == "19900264471\n07430039902"
    assert cells(JOB, "欧阳阿依古丽")["母亲电话"] == ""
    assert cells(JOB, "㛃𫍽𬶏")["父亲姓名"] == ""


def test_full_ids_only_when_asked() -> None:
    full = replace(JOB, full=True)
    assert cells(full, "周雨桐")["身份证号"] == "433123201605120042"
    masked = "".join("".join(row) for row in roster_sheet(JOB).rows)
    assert "201605120" not in masked


def test_a_relation_whose_everyday_word_means_another_stays_official() -> None:
    one = child(9, "田小禾")
    stepfather = replace(one.kin[0], relation="继父或养父", phones=phones(1, "13900467715"))
    one = replace(one, kin=(replace(stepfather, id=5, relation="祖父母或外祖父母"),))
    assert cells(RosterJob([one], snapshot([one]), DAY), "田小禾")["监护（照料）人关系"] == "祖父母或外祖父母"


def test_file_names_do_not_say_left_behind() -> None:
    for job in (JOB, replace(JOB, all_pupils=True)):
        assert "留守" not in file_name(job) and file_name(job).endswith("花名册.xlsx")
    assert roster_sheet(replace(JOB, all_pupils=True)).title.endswith("第一学期学生花名册")


def test_the_mentor_of_that_day_stands_in_the_roster() -> None:
    shot = replace(JOB.snapshot, pairings=(
        Pairing(1, CHILDREN[0].id, "mentor", date(2026, 9, 1), date(2026, 11, 1), 2),
        Pairing(2, CHILDREN[0].id, "mentor", date(2026, 11, 1), None, 1),
    ))  # fmt: skip
    now, before = replace(JOB, snapshot=shot), replace(JOB, snapshot=shot, day=date(2026, 10, 1))
    name = CHILDREN[0].name
    assert cells(now, name)["帮扶教师"] == "李秀兰"
    assert cells(before, name)["帮扶教师"] == "阿不都热合曼·吐尔逊"
    assert cells(JOB, name)["帮扶教师"] == ""


def test_no_number_breaks_whatever_font_there_is() -> None:
    """Phones, dates and IDs stand on one line, set smaller where the font is wide; two numbers on two lines, small."""
    for job in (JOB, replace(JOB, full=True)):
        sheet = roster_sheet(job)
        page = load_workbook(BytesIO(workbook_bytes(sheet))).active
        wanted = [place for place, column in enumerate(sheet.columns, 1) if column.fit]
        assert [HEADS[place - 1] for place in wanted] == [
            "出生年月", "身份证号", "父亲电话", "母亲电话", "监护（照料）人电话"]  # fmt: skip
        for row in page.iter_rows(min_row=5, max_row=4 + len(sheet.rows)):
            for place in wanted:
                cell = row[place - 1]
                several = "\n" in str(cell.value or "")
                assert bool(cell.alignment.wrap_text) is several and bool(cell.alignment.shrink_to_fit) is not several
                assert cell.font.size == (7.5 if several else 9.5)
                # Even in a font whose digits are 0.64 em wide and stars 0.5 the longest line of several has room.
                lines = str(cell.value or "").split("\n")
                longest = max(sum(0.5 if sign == "*" else 0.64 for sign in line) for line in lines)
                room = (sheet.columns[place - 1].width_mm - 1.4) * 72 / 25.4
                assert not several or longest * 7.5 <= room
