"""A term's beginning on the command line: register in, class teacher's list in, papers out, everything taken back."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.ui.cli.conftest import PASSWORD, Program, program, school  # noqa: F401

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED: dict[str, Any] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def registered(school: Program) -> Program:  # noqa: F811
    """The school with the register imported."""
    answer = school.json("import", str(SAMPLES / "register.xlsx"), "--yes")
    assert answer["import_id"] is not None
    return school


def pupils(program: Program) -> dict[str, dict[str, Any]]:  # noqa: F811
    return {child["id_number"]: child for child in program.json("children")}


def test_a_dry_run_writes_nothing(school: Program) -> None:  # noqa: F811
    answer = school.json("import", str(SAMPLES / "register.xlsx"))
    assert answer["new"] == EXPECTED["pupils"]
    assert answer["import_id"] is None
    assert school.json("children") == []


def test_the_register_arrives_whole(registered: Program) -> None:
    found = pupils(registered)
    assert {key: child["name"] for key, child in found.items()} == EXPECTED["names"]
    by_class: dict[str, int] = {}
    for child in found.values():
        by_class[child["class_name"]] = by_class.get(child["class_name"], 0) + 1
    assert by_class == EXPECTED["by_class"]
    statuses = [child["status"] for child in found.values()]
    assert statuses.count("one_away") == EXPECTED["one_away"]
    assert statuses.count("both_away") == EXPECTED["both_away"]
    for key, phone in EXPECTED["father_phone"].items():
        fathers = [kin for kin in found[key]["kin"] if kin["relation"] == "父亲"]
        assert phone in [each["number"] for father in fathers for each in father["phones"]], key
    assert all(kin["away"] is None for child in found.values() for kin in child["kin"]), "an import confirms nothing"


def test_the_same_file_again_changes_nothing(registered: Program) -> None:
    before = registered.json("children")
    answer = registered.json("import", str(SAMPLES / "register.xlsx"), "--yes")
    assert (answer["new"], answer["changed"], answer["unchanged"]) == (0, 0, EXPECTED["pupils"])
    assert registered.json("children") == before


def test_the_class_teacher_s_list_names_who_cares(registered: Program) -> None:
    wanted = EXPECTED["class_teacher"]
    answer = registered.json("import", str(SAMPLES / "class-teacher.xlsx"), "--yes")
    assert answer["new"] == 0
    assert len(answer["doubtful"]) + len(answer["refused"]) == len(wanted["refused"])
    found = pupils(registered)
    for key, (relation, name) in wanted["carers"].items():
        carers = [(kin["relation"], kin["name"]) for kin in found[key]["kin"] if kin["carer"] is True]
        assert carers == [(relation, name)], key


def test_an_import_is_taken_back_whole(registered: Program) -> None:
    before = registered.json("children")
    answer = registered.json("import", str(SAMPLES / "class-teacher.xlsx"), "--yes")
    assert registered.json("children") != before
    undone = registered.json("undo-import", str(answer["import_id"]))
    assert undone["reversed"] > 0
    assert undone["kept"] == []
    assert registered.json("children") == before
    registered("undo-import", str(answer["import_id"]), status=1)
    registered("undo-import", "999", status=1)


def test_an_import_that_was_kept_is_taken_back_after_the_later_one(registered: Program) -> None:
    pupils_before = registered.json("children")
    family = registered.json("import", str(SAMPLES / "family.csv"), "--yes")
    first = registered.json("undo-import", "1")
    assert len(first["kept"]) > 0
    registered.json("undo-import", str(family["import_id"]))
    left = {child["id_number"] for child in registered.json("children")}
    assert left <= {child["id_number"] for child in pupils_before}
    if left:
        assert registered.json("undo-import", "1")["kept"] == []
    assert registered.json("children") == []
    registered("undo-import", "1", status=1)


def test_cards_and_roster_come_out_and_the_roster_goes_in_again(registered: Program, tmp_path: Path) -> None:
    away = EXPECTED["one_away"] + EXPECTED["both_away"]
    cards = registered.json("cards", "--out", str(tmp_path / "卡片.pdf"))
    assert (cards["children"], cards["cards"], cards["sheets"]) == (away, away, -(-away // 4))
    assert text_of(tmp_path / "卡片.pdf").count("三（2）班") == len(
        [child for child in pupils(registered).values() if child["class_name"] == "三（2）班" and child["status"] != "none"]
    )
    one_class = registered.json("cards", "--layout", "school", "--class", "三(1)班", "--all", "--out", str(tmp_path / "c.pdf"))
    assert one_class["children"] == EXPECTED["by_class"]["三（1）班"]
    registered("cards", "--class", "九（9）班", "--out", str(tmp_path / "c.pdf"), status=1)
    pocket = registered.json("cards", "--layout", "pocket", "--out", str(tmp_path / "p.pdf"))
    assert (pocket["cards"], pocket["sheets"]) == (away, -(-away // 10))
    registered("cards", "--layout", "large", "--out", str(tmp_path / "c.pdf"), status=2)

    forms = registered.json("forms", "--out", str(tmp_path / "f.pdf"))
    assert (forms["children"], forms["forms"]) == (away, away)
    one = next(child for child in pupils(registered).values() if child["status"] == "none")
    named = registered.json("forms", "--child", one["id_number"], "--full", "--out", str(tmp_path / "g.pdf"))
    assert named["children"] == 1 and one["id_number"] in "".join(text_of(tmp_path / "g.pdf").split())
    assert one["id_number"] not in "".join(text_of(tmp_path / "f.pdf").split())
    blank = registered.json("forms", "--blank", "--out", str(tmp_path / "h.pdf"))
    assert (blank["children"], blank["sheets"]) == (0, 1)
    registered("forms", "--child", "不是号码", "--out", str(tmp_path / "i.pdf"), status=1)

    before = registered.json("children")
    registered("roster", "--all", "--full", "--out", str(tmp_path / "花名册.xlsx"))
    answer = registered.json("import", str(tmp_path / "花名册.xlsx"), "--yes")
    assert (answer["new"], answer["changed"], answer["unchanged"]) == (0, 0, EXPECTED["pupils"]), answer
    assert registered.json("children") == before
    registered("roster", "--term", "2026-9", "--out", str(tmp_path / "x.xlsx"), status=2)
    registered("roster", "--term", "2030-1", "--out", str(tmp_path / "x.xlsx"), status=1)
    assert "没有这个学期：2030-1" in registered.err and "2026-1（2026—2027学年第一学期）" in registered.err
    assert not (tmp_path / "x.xlsx").exists()
    registered("roster", "--term", "2026-1", "--out", str(tmp_path / "x.xlsx"))


def test_an_export_has_its_line_and_one_that_failed_says_so(registered: Program, tmp_path: Path) -> None:
    registered("roster", "--full", "--out", str(tmp_path / "a.xlsx"))
    (tmp_path / "b.xlsx").mkdir()
    (tmp_path / "b.pdf").mkdir()
    registered("roster", "--out", str(tmp_path / "b.xlsx"), status=1)
    registered("cards", "--out", str(tmp_path / "b.pdf"), status=1)
    store = registered.disk.vault(registered.folder).open("李老师", PASSWORD)
    lines = store._conn.execute("SELECT what FROM log_entry ORDER BY id").fetchall()  # type: ignore[attr-defined]
    store.close()
    assert [what for (what,) in lines] == [
        "export_roster", "export_roster", "export_roster_failed", "print_cards", "print_cards_failed"
    ]


def test_staff_and_the_file_itself(registered: Program, tmp_path: Path) -> None:
    registered("staff-add", "王秀英", "--phone", "139 0046 7715", "--class-teacher", "三（1）班")
    assert [(row["name"], row["phone"], row["class_teacher"]) for row in registered.json("staff")] == [
        ("王秀英", "13900467715", ["三（1）班"])
    ]
    registered("staff-add", "李四", "--class-teacher", "九（9）班", status=1)
    registered("check")
    backup = registered.json("backup")["path"]
    registered("verify", backup)
    registered("restore", backup, "--into", str(tmp_path / "新电脑"))
    before = registered.json("children")
    registered.folder = tmp_path / "新电脑"
    assert registered.json("children") == before


def text_of(pdf: Path) -> str:
    """The PDF's text, as a person could search it."""
    assert shutil.which("pdftotext"), "poppler-utils is missing: make setup"
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True).stdout.decode("utf-8")
