"""The session on a real school file: what is written is in memory at once, said, undone and done again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.__main__ import disk
from app.care import NOT_REACHED
from app.changes import Insert, New, Update
from app.due import due_on
from app.edits.care import Told, log_care
from app.edits.postpone import postpone
from app.school import School
from app.store import StoreError
from app.values import BadValue
from app.vault import Setup
from db import keys
from db.vault import FileVault
from ui import log
from ui.session import Session

SETUP = Setup(
    school=School("青石坪中心小学"), user="陈晓梅", password="一把很长的钥匙 9", term_code="2026-1",
    term_from=date(2026, 9, 1), term_until=date(2027, 1, 15),
)  # fmt: skip


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    _code, store = FileVault(tmp_path / "学校", cost=keys.LOW_COST).create(SETUP)
    yield Session(disk(), store, date(2026, 11, 24))
    store.close()


def heard(signal: Any) -> list[Any]:
    values: list[Any] = []
    signal.connect(values.append)
    return values


def test_a_change_is_in_memory_and_said_at_once(session: Session) -> None:
    touched, said = heard(session.changed), heard(session.said)
    done = session.apply("添加周雨桐", [Insert("child", {"name": "周雨桐"}, "a")])
    child = done.ids["a"]
    session.apply("修改周雨桐的性别", [Update("child", child, {"sex": "女"})])
    assert session.snapshot.children[child].sex == "女"
    assert touched == [frozenset({child}), frozenset({child})]
    assert said[-1].startswith("记下了")


def test_undo_and_redo_go_back_and_forth(session: Session) -> None:
    child = session.apply("添加周雨桐", [Insert("child", {"name": "周雨桐"}, "a")]).ids["a"]
    session.apply("修改周雨桐的性别", [Update("child", child, {"sex": "女"})])
    said = heard(session.said)
    session.undo()
    assert session.snapshot.children[child].sex == ""
    session.redo()
    assert session.snapshot.children[child].sex == "女"
    session.undo()
    session.undo()
    assert child not in session.snapshot.children
    assert "修改周雨桐的性别" in said[0]


def test_staff_and_classes_are_read_afresh_too(session: Session) -> None:
    session.apply("添加张敏", [Insert("staff", {"name": "张敏"})])
    assert [person.name for person in session.snapshot.staff] == ["张敏"]


def test_nothing_to_undo_is_said_once(session: Session) -> None:
    failed = heard(session.failed)
    with pytest.raises(StoreError) as error:
        session.undo()
    assert failed == ["没有可以撤回的了。更早的改动可以在“历史”里找。"]
    assert log.SAID in error.value.__notes__


def test_what_is_due_is_true_after_every_save_and_undo(session: Session) -> None:
    made = session.apply("班", [
        Insert("class", {"stage": "primary", "entry_year": 2024, "number": 1}, "class"),
        Insert("child", {"name": "周雨桐"}, "child"),
        Insert("enrolment", {"child_id": New("child"), "class_id": New("class"), "from_day": "2026-09-01"}),
        Insert("claim", {"child_id": New("child"), "status": "both_away", "from_day": "2026-09-01"}),
        Update("school", 1, {"started_on": "2026-08-31"}),
    ]).ids  # fmt: skip
    child = made["child"]

    def talk() -> str:
        due = session.due()
        assert due is not None
        fresh = due_on(session.snapshot, session.store.ledger, session.today)
        assert fresh is not None
        assert due.standings == fresh.standings
        return next(one.state for one in due.of_child(child) if one.rule.key == "talk")

    assert talk() == "overdue"
    told = Told("talk", date(2026, 11, 24), summary="想妈妈")
    touched = heard(session.changed)
    record = session.apply("记下周雨桐的谈心", log_care(told, [child])).ids["record"]
    assert (talk(), touched) == ("done", [frozenset({child})])
    session.apply("改成没谈成", [Update("care_record", record, {"outcome": "not_reached"})])
    assert (talk(), touched[-1]) == ("overdue", frozenset({child}))
    session.undo()
    assert talk() == "done"
    session.undo()
    assert talk() == "overdue"
    session.redo()
    assert talk() == "done"
    session.apply("放假", [Insert("calendar_day", {"day": f"2026-11-{day}", "kind": "off"}) for day in range(23, 28)])
    due = session.due()
    assert due is not None
    assert "talk" not in {one.rule.key for one in due.of_child(child)}


def test_putting_off_and_a_dead_number_leave_what_is_due_in_place(session: Session) -> None:
    made = session.apply("班", [
        Insert("class", {"stage": "primary", "entry_year": 2024, "number": 1}, "class"),
        Insert("child", {"name": "周雨桐"}, "child"), Insert("kin", {"child_id": New("child"), "relation": "父亲"}, "kin"),
        Insert("phone", {"kin_id": New("kin"), "number": "13900467715"}, "phone"),
        Insert("enrolment", {"child_id": New("child"), "class_id": New("class"), "from_day": "2026-09-01"}),
        Insert("claim", {"child_id": New("child"), "status": "both_away", "from_day": "2026-09-01"}),
        Update("school", 1, {"started_on": "2026-08-31"}),
    ]).ids  # fmt: skip
    due, child = session.due(), made["child"]
    assert due is not None
    talk = next(one for one in due.of_child(child) if one.rule.key == "talk")
    session.apply("改天", postpone(talk, date(2026, 11, 26), " 孩子请假 ", session.today))
    assert [(one.until_day.day, one.reason, one.duty) for one in session.snapshot.postponed] == [
        (26, "孩子请假", ("talk", ("child", child)))
    ]
    session.apply("空号", [
        *log_care(Told("family_call", session.today, NOT_REACHED), [child]), Update("phone", made["phone"], {"state": "空号"}),
    ])  # fmt: skip
    assert session.due() is due
    assert session.snapshot.children[child].kin[0].phones[0].state == "空号"
    fresh = due_on(session.snapshot, session.store.ledger, session.today)
    assert fresh is not None
    assert due.standings == fresh.standings
    assert next(one for one in due.of_child(child) if one.rule.key == "family-call").attempts == 1
    session.undo()
    session.undo()
    assert (session.snapshot.postponed, session.due()) == ((), due)
    for wrong in ((session.today, "孩子请假"), (date(2026, 11, 26), " ")):
        with pytest.raises(BadValue):
            postpone(talk, *wrong, session.today)
