"""`score` and `score-import`: looks at the county's table, keeps it with --yes, scores the school by it."""

from pathlib import Path

import openpyxl

from tests.ui.cli.conftest import Program

HEAD = ["考核指标", "目标要求", "分值", "考核内容及评分标准"]


def book(path: Path, *rows: list[object]) -> str:
    made = openpyxl.Workbook()
    assert made.active is not None
    for row in (["云岭县关爱工作考核表"], HEAD, *rows):
        made.active.append(row)
    made.save(path)
    return str(path)


def test_a_countys_table_goes_in_scores_and_comes_out_again(school: Program, tmp_path: Path) -> None:
    school("score", status=1)
    assert "还没有考核表" in school.err
    file = book(tmp_path / "考核.xlsx", ["组织", "校长任组长，有领导小组", 4, ""], ["", "有经费账目", 2.5, ""],
                ["日常", "每学期家访一次", 6, "每缺一次扣0.5分"], ["", "有亮点", "若干", ""], ["合计", "", 12.5, ""])  # fmt: skip
    looked = school.json("score-import", file)
    assert [(one["item"], one["points"], one["measure"]) for one in looked["items"]] == [
        ("校长任组长", 4, "group"), ("有经费账目", 2.5, "1"), ("每学期家访一次", 6, "rule:visit")]  # fmt: skip
    assert [(one["row"], one["column"]) for one in looked["refused"]] == [(6, "C")]
    assert looked["import_id"] is None and (looked["points"], looked["printed"]) == (12.5, 12.5)
    number = school.json("score-import", file, "--yes")["import_id"]
    found = school.json("score", "--on", "2026-11-24")
    assert (found["table"], found["full"], found["term"]) == ("云岭县关爱工作考核表", 12.5, "2026-1")
    assert found["points"] == sum(one["score"] for one in found["items"])
    paper = found["items"][1]
    assert (paper["score"], paper["gain"], paper["measured"]) == (0, 2.5, "paper")
    assert school.json("score", "--table", "云岭县关爱工作考核表")["full"] == 12.5
    school("score", "--table", "别的", status=1)
    assert "没有这张考核表" in school.err
    assert school.json("undo-import", str(number))["kept"] == []
    school("score", status=1)
    assert "还没有考核表" in school.err


def test_what_is_no_assessment_table_is_refused(school: Program, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active.append(["姓名", "班级"])
    made.save(tmp_path / "名单.xlsx")
    school("score-import", str(tmp_path / "名单.xlsx"), status=1)
    assert school.err


def test_a_term_nobody_knows_is_refused(school: Program, tmp_path: Path) -> None:
    school("score-import", book(tmp_path / "考核.xlsx", ["组织", "有领导小组", 4, ""]), "--yes")
    school("score", "--term", "2001-1", status=1)
    assert "没有这个学期" in school.err
    school("score", "--term", "秋天", status=2)
