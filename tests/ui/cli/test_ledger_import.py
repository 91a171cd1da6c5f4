"""`import-ledger`: looks at an old ledger, takes it in with --yes, and `undo-import` takes it back."""

from pathlib import Path

import openpyxl

from tests.ui.cli.conftest import Program

HEAD = ["资产编号", "名称", "型号规格", "单位", "数量", "单价（元）", "来源", "存放地点", "保管人"]


def book(path: Path, *rows: list[object]) -> str:
    made = openpyxl.Workbook()
    assert made.active is not None
    for row in (["青石坪中心小学活动室台账"], HEAD, *rows):
        made.active.append(row)
    made.save(path)
    return str(path)


def test_an_old_ledger_goes_in_and_comes_out_again(school: Program, tmp_path: Path) -> None:
    file = book(tmp_path / "台账.xlsx", ["0001", "篮球", "7号", "个", 6, 45, "学校添置", "体育室", "张敏"],
                ["0002", "跳绳", "", "根", 10, "", "", "体育室", ""], ["0003", "毽子", "", "", "几个", "", "", "", ""])  # fmt: skip
    looked = school.json("import-ledger", file)
    assert (looked["new"], looked["changed"], looked["unchanged"], looked["import_id"]) == (2, 0, 0, None)
    assert [(one["row"], one["column"]) for one in looked["refused"]] == [(5, "E")]
    assert looked["refused"][0]["reason"] == "第 5 行 E 列 数量不对：“几个”不是整数。请写成 5 这样的整数。"
    assert looked["new_rooms"] == ["体育室"]
    assert school.json("stock") == []
    number = school.json("import-ledger", file, "--yes")["import_id"]
    assert [(one["number"], one["owned"], one["rooms"]) for one in school.json("stock")] == [
        ("0001", 6, {"体育室": 6}), ("0002", 10, {"体育室": 10}),
    ]  # fmt: skip
    again = school.json("import-ledger", file, "--yes")
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 2)
    fewer = book(tmp_path / "盘点.xlsx", ["0002", "跳绳", "", "根", 8, "", "", "体育室", ""])
    found = school.json("import-ledger", fewer)
    assert [(one["number"], one["booked"], one["listed"], one["written"]) for one in found["differences"]] == [
        ("0002", 10, 8, False)]  # fmt: skip
    assert "账上 10，表里 8" in found["doubtful"][0]["reason"]
    school("import-ledger", fewer, "--yes")
    assert school.json("stock")[1]["owned"] == 10
    assert "undo-import" in school("import-ledger", fewer, "--resolve", "3=book", "--yes")
    assert school.json("stock")[1]["owned"] == 8
    undone = school.json("undo-import", str(number))
    assert {one["field"] for one in undone["kept"]} == {"movement"}
    assert [(one["name"], one["owned"]) for one in school.json("stock")] == [("跳绳", 8)]


def test_what_is_no_ledger_is_refused(school: Program, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("姓名,班级\n周雨桐,三（1）班\n", encoding="utf-8")
    school("import-ledger", str(path), status=1)
    school("import-ledger", str(tmp_path / "没有.xlsx"), status=1)
    school("import-ledger", book(tmp_path / "空.xlsx", ["1", "篮球", "", "", 1]), "--resolve", "3=new", status=1)
    school("import-ledger", book(tmp_path / "空.xlsx"), "--resolve", "x", status=2)
