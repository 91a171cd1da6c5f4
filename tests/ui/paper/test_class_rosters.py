"""The roster with one sheet for each class: the numbers in front add up, and the book comes back by import."""

from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from app.imports.headers import guess
from app.imports.planning import plan
from app.imports.rows import records
from tests.ui.paper.hard_school import DAY, hard_children, snapshot
from tests.ui.paper.stored import opened
from ui.paper.class_rosters import class_rosters
from ui.paper.export_roster import ExportRoster
from ui.paper.roster_sheet import RosterJob, file_name
from ui.work import Work

CHILDREN = hard_children()
JOB = RosterJob(CHILDREN, snapshot(CHILDREN), DAY)


def test_a_sheet_for_each_class_behind_the_numbers() -> None:
    book = class_rosters(JOB)
    classes = [sheet.name for sheet in book.more]
    assert book.name == "汇总" and classes == ["三（1）班", "六（12）班"]
    assert [row[1] for row in book.rows] == [*classes, ""]
    assert [row[3] for row in book.rows] == [len(sheet.rows) for sheet in book.more] + [len(CHILDREN)]
    assert book.rows[0][2] == "李秀兰"
    assert all("相符" in text and "不符" not in text for text, _columns in book.foot[1:])
    assert book.more[0].title.endswith("2026—2027学年第一学期三（1）班留守儿童花名册")
    assert [row[0] for row in book.more[1].rows] == [str(n) for n in range(1, len(book.more[1].rows) + 1)]


def test_every_number_in_front_is_counted_from_the_class(tmp_path: Path) -> None:
    children = [replace(CHILDREN[0], sex="男", boarding="住校"), replace(CHILDREN[1], sex=""), *CHILDREN[2:]]
    book = class_rosters(replace(JOB, children=children))
    heads = ["".join(column.heads).replace("\n", "") for column in book.columns]
    whole = dict(zip(heads, book.rows[-1], strict=True))
    sexes = [child.sex for child in children]
    assert [whole[f"性别{sex}"] for sex in ("男", "女", "未填")] == [sexes.count(sex) for sex in ("男", "女", "")]
    assert whole["住宿寄宿"] == 1 and whole["人数"] == 5 == whole["留守类型双亲"]
    assert [column.number for column in book.columns] == ["甲", "乙", "丙", *map(str, range(1, 11))]


def test_names_of_file_and_sheets_do_not_say_left_behind() -> None:
    assert file_name(JOB, by_class=True).endswith("第一学期花名册（每班一张）.xlsx")
    assert "留守" not in file_name(JOB, by_class=True)
    assert not any("留守" in sheet.name for sheet in (class_rosters(JOB), *class_rosters(JOB).more))


def test_a_child_without_a_class_is_not_lost() -> None:
    children = [replace(CHILDREN[0], enrolments=()), *CHILDREN[1:]]
    book = class_rosters(replace(JOB, children=children, snapshot=snapshot(children)))
    assert book.more[-1].name == "没有班级" and book.rows[-1][3] == len(children)


def test_the_book_comes_back_by_import_and_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as session:
        path = PurePath(tmp_path / "花名册.xlsx")
        job = RosterJob(list(session.snapshot.children.values()), session.snapshot, DAY, full=True)
        session.disk.write_sheet(class_rosters(job), path)
        table = session.disk.read_table(path)
        as_of = date(2026, 9, 1)
        planned = plan(session.snapshot, records(table, guess(table, DAY), as_of), as_of, "花名册.xlsx")
    assert [(row.kind, row.diffs) for row in planned.rows] == [("unchanged", ())] * 5


@pytest.fixture
def export(qtbot: QtBot, tmp_path: Path) -> Any:
    with opened(tmp_path) as session:
        made = ExportRoster(session, session.disk, Work(lambda: session.store))
        made.ask_path = lambda _parent, _suggestion: str(tmp_path / "名册")
        qtbot.addWidget(made)
        made.show()
        yield made


def test_chosen_in_the_window(export: ExportRoster, qtbot: QtBot, tmp_path: Path) -> None:
    assert not export.by_class.isChecked() and export.by_class.isEnabled()
    export.by_class.click()
    with qtbot.waitSignal(export.saved):
        export.go.click()
    assert openpyxl.load_workbook(tmp_path / "名册.xlsx").sheetnames == ["汇总", "三（1）班", "六（12）班"]


def test_one_class_alone_has_no_such_choice(export: ExportRoster) -> None:
    combo = export.scope.editor
    place = next(n for n in range(combo.count()) if "三（1）班" in combo.itemText(n))
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    assert not export.by_class.isEnabled()
