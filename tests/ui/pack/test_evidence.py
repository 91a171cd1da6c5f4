"""From an item of the assessment table to its evidence: numbers of the index, files that are there, what was linked."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from app import proofs
from app.assessment import FIGURE, JUDGED, Item, Table, in_use, shipped
from app.changes import Insert, New
from app.edits.assessment import add_table, link
from app.measures import offered
from app.proofs import of_measure
from app.termdays import Term
from db.store import FileStore
from tests.ui.pack.conftest import SEEN, Look
from tests.ui.pack.opened import FIRST, book_of, items_of, lines_of, targets
from tests.ui.pack.test_making import made
from ui.pack.evidence import ranges
from ui.pack.parts import parts


@pytest.mark.parametrize(("numbers", "said"), [
    ([], ""), ([3], "3"), ([3, 4, 5], "3—5"), ([1, 3, 4, 9], "1、3—4、9"),
])  # fmt: skip
def test_numbers_in_a_row_are_told_together(numbers: list[int], said: str) -> None:
    assert ranges(numbers) == said


def test_no_paper_is_named_that_no_part_of_the_pack_makes() -> None:
    asked = [alike for key in offered() for alike in of_measure(key)]
    asked += [token for _words, tokens in proofs._BY_WORDS for token in tokens]
    named = {token.partition(":")[2] for alike in asked for token in alike.split() if token.startswith("part:")}
    assert named <= {one.key for one in parts()}


def test_every_item_leads_to_files_that_are_there(
    look: Look, tmp_path: Path, store: FileStore, ids: dict[str, int]
) -> None:
    store.apply("考核表", add_table(shipped()))
    table = in_use(store.assessment.tables())
    assert table is not None
    term: Term = store.snapshot().terms[0]
    cared = next(item for item in table.items if item.what == "环境卫生")
    store.apply("依据", link(cared, term, words="见档案盒", records=[ids["秋游"]]))
    root = tmp_path / "out"
    done = made(look(), root, "group", "talks", "activities", "activity_pictures", "pairs")
    index, items = lines_of(root), items_of(root)
    assert list(items) == [item.what for item in table.items]
    for numbers, _files in items.values():
        for number in re.findall(r"\d\d-\d+", numbers):
            assert (root / index[number][-1]).exists()
    assert items["领导小组"] == ("01-1", ["01 组织机构/01 领导小组名单及职责.pdf"])
    assert any("谈心记录 三（1）班.pdf" in one for one in items["谈心"][1])
    assert items["经费保障"] == ("", ["没有材料"])
    paths = {one.path for one in done.manifest.entries if f"record:{ids['秋游']}" in one.proves}
    numbers, files = items["环境卫生"]
    assert len(paths) == 3 and files[:2] == ["见档案盒", "看现场"] and files[2].startswith("08 活动/") and numbers


def papers(root: Path) -> dict[str, str]:
    """Item and its papers, as an inspector reads them."""
    return {what: "\n".join(files) for what, (_numbers, files) in items_of(root).items()}


def test_plans_activities_signed_papers_and_room_checks_are_found(
    look: Look, tmp_path: Path, store: FileStore, ids: dict[str, int]
) -> None:
    store.apply("考核表", add_table(shipped()))
    term: Term = store.snapshot().terms[0]
    plan = store.apply("计划", [Insert("work_plan", {"term_id": term.id, "span": "term", "title": "关爱计划"}, "plan")])
    store.apply("一步", [Insert("plan_stage", {"plan_id": plan.ids["plan"], "what": "调查", "state": "done"})])
    store.apply("签了", [Insert("agreement", {"child_id": ids[SEEN], "kind": "duty", "from_day": "2026-09-02"})])
    room = store.apply("房间", [Insert("room", {"name": "留守儿童之家", "kind": "home"}, "room")]).ids["room"]
    store.apply("检查", [Insert("safety_check", {"room_id": room, "day": "2026-09-30", "staff_id": ids["李秀兰"]})])
    root = tmp_path / "out"
    made(look(), root, "plans", "activities", "agreements", "room_checks", "rooms", "duties")
    found = papers(root)
    assert found["工作计划"] == found["计划完成"] == "03 计划/01 学期计划.pdf 等 2 份"
    assert found["活动资料"].startswith("08 活动/02 2026-10-16") and found["活动资料"].endswith("等 3 份")
    assert found["帮扶责任书"].splitlines()[0].startswith("05 结对帮扶/02 协议和责任书签订情况.pdf")
    assert "责任书" not in found["照护协议"].replace("协议和责任书签订情况", "")
    assert found["环境卫生"].splitlines()[:2] == ["看现场", "10 安全检查/01 活动室安全卫生检查记录.pdf 等 2 份"]
    assert found["期末总结"] == "没有材料"


def test_a_countys_own_table_finds_its_papers(
    look: Look, tmp_path: Path, store: FileStore, ids: dict[str, int]
) -> None:
    own = (
        Item(0, 0, 0, "甲", "按周与学生谈话", points=4, measured=FIGURE, measure="rule:talk"),
        Item(0, 0, 1, "乙", "受助学生名册", points=4, measured=JUDGED),
        Item(0, 0, 2, "乙", "学生体检建档", points=4, measured=FIGURE, measure="rule:health"),
    )  # fmt: skip
    store.apply("县里的表", add_table(Table(0, "县考核细则", items=own)))
    record = {"kind": "health_check", "day": "2026-10-14", "outcome": "reached", "summary": "视力正常"}
    store.apply("体检", [Insert("care_record", record, "record"),
                       Insert("participant", {"record_id": New("record"), "child_id": ids[SEEN]})])  # fmt: skip
    root = tmp_path / "out"
    made(look(), root, "talks", "activities", "registers", "roster", "weeks")
    found = papers(root)
    assert found["按周与学生谈话"].splitlines()[0] == "06 亲情联系/03 谈心记录 三（1）班.pdf"
    assert found["受助学生名册"].startswith("04 儿童档案/01 花名册.xlsx")
    assert "体检登记表" in found["学生体检建档"]


def test_a_summary_before_the_end_is_a_draft_and_says_so_where_the_score_says_it(
    look: Look, tmp_path: Path, store: FileStore, ids: dict[str, int]
) -> None:
    store.apply("考核表", add_table(shipped()))
    term: Term = store.snapshot().terms[0]
    root = tmp_path / "稿"
    made(look(), root, "term_report", "score")
    assert papers(root)["期末总结"] == "13 总结/01 学期总结（稿）.docx\n学期末写，这是稿"
    said = "\n".join(one.text for one in Document(str(root / "13 总结/01 学期总结（稿）.docx")).paragraphs)
    assert "（这是截至2026年11月24日的稿，学期结束后定稿。）" in said
    rows = load_workbook(root / "12 考核/02 考核自评表.xlsx").active.iter_rows(values_only=True)
    assert [row[5] for row in rows if row[1] == "期末总结"] == ["学期末写"]

    later = term.until_day + timedelta(days=3)
    root = tmp_path / "学期完了"
    made(look(later), root, "term_report", "score")
    assert papers(root)["期末总结"] == "13 总结/01 学期总结.docx\n总结还没写进计划，这是稿"
    assert not any("的稿" in one.text for one in Document(str(root / "13 总结/01 学期总结.docx")).paragraphs)
    rows = load_workbook(root / "12 考核/02 考核自评表.xlsx").active.iter_rows(values_only=True)
    assert [row[5] for row in rows if row[1] == "期末总结"] == ["还没有写总结"]

    store.apply("总结", [Insert("work_plan", {"term_id": term.id, "span": "term", "title": "计划", "review": "做了"})])
    root = tmp_path / "总结写了"
    made(look(later), root, "term_report", "plans")
    assert "稿" not in papers(root)["期末总结"] and "13 总结/01 学期总结.docx" in papers(root)["期末总结"]


def test_the_book_to_open_first_leads_to_what_lies_beside_it_and_says_what_is_private(
    look: Look, tmp_path: Path, ids: dict[str, int]
) -> None:
    root = tmp_path / "out"
    made(look(), root, "talks", "roster")
    sheet = book_of(root)["总目录"]
    rows = [tuple(row) for row in sheet.iter_rows(values_only=True)]
    said = {row[0]: row for row in rows if row[0]}
    assert said["05"][2] == "5" and said["合计"][2] == "13", "boxes are numbered through"
    assert {root / one for one in FIRST[1:]} <= set(targets(root))
    assert "不用打开" in said["校验清单.json"][3]
    assert any("只给检查的人看" in one for one in said)
