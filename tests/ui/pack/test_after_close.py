"""A term that is closed: whatever is changed of it is said at once, listed at its close and put into the pack."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from app import edits
from app.changes import Change, Delete, Insert, Update, Value
from app.edits import Told
from app.edits.term_close import close_term
from app.ports import Disk
from db.store import FileStore
from tests.ui.pack.conftest import Look
from tests.ui.pack.test_making import made
from ui.session import Session

CLOSED = "2026—2027学年第一学期已经结束"


@pytest.fixture
def session(qtbot: QtBot, disk: Disk, store: FileStore, ids: dict[str, int]) -> Session:
    """In the term after, with something of the closed one to be put right."""
    term = store.snapshot().terms[0]
    ids["problem"] = store.apply("问题", [Insert("problem", {"what": "水塘", "found_on": "2026-10-08"}, "p")]).ids["p"]
    table = store.apply("表", [Insert("assessment_table", {"name": "表"}, "t")]).ids["t"]
    item = {"table_id": table, "what": "谈心", "points": 4}
    ids["item"] = store.apply("项", [Insert("assessment_item", item, "i")]).ids["i"]
    store.apply("结束", close_term(term, store.snapshot().terms, [], at="2027-01-15T16:00:00", by="张老师",
                                 seq=store.past.newest(), figures="{}"))  # fmt: skip
    return Session(disk, store, date(2027, 3, 8))


def heard(session: Session) -> list[str]:
    noted: list[str] = []
    session.noted.connect(noted.append)
    return noted


CHANGES: dict[str, tuple[str, dict[str, Value]]] = {
    "self-check": ("inspection_answer", {"term_id": 1, "point": "boxed", "answer": "yes", "day": "2027-03-08"}),
    "score": ("assessment_mark", {"term_id": 1, "item_id": 0, "kind": "review", "day": "2027-03-08", "points": 3}),
    "evidence": ("assessment_evidence", {"term_id": 1, "item_id": 0, "words": "第 3 盒"}),
    "plan": ("work_plan", {"term_id": 1, "span": "term", "title": "计划"}),
    "picture": ("attachment", {"record_id": 0, "file": "a", "added_at": "2027-03-08T10:00:00"}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_has_no_day_of_the_term_is_said_at_once_too(session: Session, ids: dict[str, int], what: str) -> None:
    noted = heard(session)
    table, values = CHANGES[what]
    known = {"item_id": ids["item"], "record_id": ids["秋游"]}
    session.apply("补", [Insert(table, values | {key: known[key] for key in known if key in values})])
    assert noted == [f"记下了。{CLOSED}，这一笔记作更正，Ctrl+Z 撤回"]
    session.undo()
    assert len(noted) == 1, "what is taken back again is no correction"


def test_undated_changes_removals_and_an_undo_of_before_are_said(session: Session, ids: dict[str, int]) -> None:
    noted = heard(session)
    changes: tuple[Change, ...] = (
        Update("care_record", ids["秋游"], {"summary": "秋游，爬山"}), Update("problem", ids["problem"], {"place": "后门"}),
        Delete("problem", ids["problem"]),
    )  # fmt: skip
    for change in changes:
        session.apply("改", [change])
    assert len(noted) == len(changes)
    session.apply("今天的谈心", edits.log_care(Told("talk", date(2027, 3, 8)), [ids["周雨桐"]]))
    session.apply("名字", [Update("child", ids["周雨桐"], {"attention": "坐前排"})])
    assert len(noted) == len(changes)


def test_a_change_of_before_the_close_that_is_taken_back_is_said(
    disk: Disk, store: FileStore, session: Session
) -> None:
    for _each in range(2):
        session.undo()
    noted = heard(session)
    # The close itself was taken back with the newest action; closed anew, the item before it goes.
    term = store.snapshot().terms[0]
    store.apply("结束", close_term(term, store.snapshot().terms, [], at="2027-01-15T16:00:00", by="张老师",
                                 seq=store.past.newest(), figures="{}"))  # fmt: skip
    assert noted == []
    problem = next(one.action_id for one in store.history() if one.label == "问题")
    before = store.past.newest()
    undone = store.undo(problem)
    session.reread()
    session._after_undo(undone, "撤回了：问题", before)
    assert noted == [f"撤回了：问题。{CLOSED}，记作更正"]


def test_the_pack_of_a_closed_term_lists_its_corrections(
    look: Look, session: Session, store: FileStore, ids: dict[str, int], tmp_path: Path
) -> None:
    path = "13 总结/02 学期结束以后的更正.xlsx"
    made(look(date(2027, 3, 8)), tmp_path / "1", "corrections")
    first = list(load_workbook(tmp_path / "1" / path).worksheets[0].iter_rows(values_only=True))
    assert any("结束以后没有改过" in str(cell) for row in first for cell in row)
    session.apply("给秋游补经过 13612348765", [Update("care_record", ids["秋游"], {"summary": "秋游，爬山"})])
    made(look(date(2027, 3, 8)), tmp_path / "2", "corrections")
    said = "\n".join(str(cell) for row in load_workbook(tmp_path / "2" / path).worksheets[0].iter_rows(values_only=True)
                     for cell in row if cell)  # fmt: skip
    assert "给秋游补经过" in said and "13612348765" not in said and "更正 1 次" in said and "张老师结束这学期" in said


def test_the_pack_of_an_open_term_has_no_such_list(look: Look, tmp_path: Path) -> None:
    done = made(look(), tmp_path / "out", "corrections")
    assert [one.path for one in done.manifest.entries if one.part == "corrections"] == []
