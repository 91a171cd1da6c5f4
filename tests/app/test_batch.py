"""The rows of a teacher's week: what is owed to whom, in the order of the slip."""

from dataclasses import replace
from datetime import date

from app.batch import Task, tasks
from app.care_rules import DEFAULTS, CareRule
from app.children import Child, Enrolment
from app.pairing import Pairing
from app.school import Snapshot
from app.standing import Duties, Standing
from tests.app.test_standing import TALK, TERM, VISIT, pupil, school, talks

MONDAY = date(2026, 11, 23)
CARER = next(rule for _letters, rule in DEFAULTS if rule.key == "carer")
ACTIVITY = next(rule for letters, rule in DEFAULTS if rule.key == "activity" and letters == "f")


def named(number: int, name: str, pinyin: str) -> Child:
    return replace(pupil(), id=number, name=name, pinyin=pinyin, enrolments=(Enrolment(number, 1, date(2024, 9, 1)),))


BAI, XIE = named(2, "白晓", "bai xiao"), named(1, "谢雨", "xie yu")


def standings(*rules: CareRule, done: int = 0, mentor: int = 0) -> tuple[list[Standing], Snapshot]:
    pairs = (Pairing(1, 2, "mentor", date(2026, 9, 1), staff_id=mentor),) if mentor else ()
    snapshot = school(XIE, BAI, rules=rules, pairings=pairs)
    contacts = [one._replace(child_id=done) for one in talks(MONDAY)] if done else []
    return Duties(snapshot, TERM, contacts, MONDAY).all_standings(), snapshot


def test_children_stand_in_class_order_and_their_kinds_in_the_order_of_the_rules() -> None:
    found, snapshot = standings(CARER, TALK)
    # The month of the carer's rule has been missed twice by now, so it is asked for as well.
    assert tasks(found, snapshot, 1, MONDAY) == [
        Task(2, "carer_contact"), Task(2, "talk"), Task(1, "carer_contact"), Task(1, "talk"),
    ]  # fmt: skip


def test_what_is_done_or_another_owes_or_is_due_later_or_is_done_together_is_left_out() -> None:
    found, snapshot = standings(TALK, VISIT, ACTIVITY, done=2)
    assert tasks(found, snapshot, 1, MONDAY) == [Task(1, "talk")]
    found, snapshot = standings(TALK, mentor=2)
    assert tasks(found, snapshot, 2, MONDAY) == [Task(2, "talk")]
    assert tasks(found, snapshot, 1, MONDAY) == [Task(1, "talk")]
    assert tasks(found, snapshot, None, MONDAY) == []


def test_two_rules_of_one_kind_make_one_row() -> None:
    found, snapshot = standings(TALK, replace(TALK, id=2, key="talk-again"))
    assert tasks(found, snapshot, 1, MONDAY) == [Task(2, "talk"), Task(1, "talk")]
