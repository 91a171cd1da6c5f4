"""The self-check: its points, how each stands, and what is written of it, of inspections and of problems."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.changes import Delete, Insert, New, Update
from app.edits import inspection as edits
from app.edits.inspection import AnswerTold, ClosedTold, ProblemTold, RoundTold
from app.inspection import GROUPS, KINDS, Answer, Point, Round, points
from app.measures import UNKNOWN, Lack, Measured, is_measure, split
from app.problems import Problem, of_term
from app.self_check import AHEAD, APART, ASKS, FINE, LACKS, MOSTLY, PART, Checked
from app.termdays import Term
from app.values import BadValue

DAY = date(2026, 11, 24)
TERM = Term(1, "2026-1", date(2026, 9, 1), date(2027, 1, 15))
ASKED = Point("boxed", "archive", "档案装盒进柜")
COUNTED = Point("pairs", "visits", "一个孩子一位代理家长", "", ("pairs",))
PROBLEM = Problem(7, 3, "灭火器过期", date(2026, 9, 2), "fire", "食堂", "换新的", 2, date(2026, 9, 12))


def test_the_checklist_has_every_group_once_in_order_and_only_measures_there_are() -> None:
    every = points()
    assert list(dict.fromkeys(one.group for one in every)) == list(GROUPS)
    assert len({one.key for one in every}) == len(every) >= 30
    keys = [key for one in every for key in one.measures]
    assert all(is_measure(key) for key in keys) and sum(not one.measures for one in every) >= 5
    # Every kind of inspection that the program names is asked for.
    assert {split(key)[1] for key in keys if key.startswith("rounds:")} == set(KINDS)


def test_what_comes_every_week_is_mostly_done_from_so_many_percent_on() -> None:
    lacks = (Lack("child", 1, DAY, "talk"),)
    for done, state in ((100, FINE), (93, MOSTLY), (90, MOSTLY), (89, PART), (0, LACKS)):
        one = Checked(COUNTED, "rule:talk", Measured(done, 100, lacks if done < 100 else ()), None, 90)
        assert (one.state, one.is_open) == (state, state in (PART, LACKS))
    assert Checked(COUNTED, "pairs", Measured(99, 100, lacks), None).state == PART


@pytest.mark.parametrize(("found", "state"), [
    (Measured(5, 5), FINE), (Measured(0, 0), FINE), (Measured(3, 5, (Lack("child", 1),)), PART),
    (Measured(0, 5, (Lack("child", 1),)), LACKS), (UNKNOWN, LACKS),
    (Measured(1, 2, (Lack("school"),), date(2026, 12, 5)), AHEAD),
])  # fmt: skip
def test_what_is_counted_says_how_it_stands(found: Measured, state: str) -> None:
    assert Checked(COUNTED, "pairs", found, None).state == state


@pytest.mark.parametrize(("said", "state"), [("yes", FINE), ("no", LACKS), ("none", APART), ("", ASKS)])
def test_what_is_not_counted_says_what_the_office_said(said: str, state: str) -> None:
    one = Checked(ASKED, "", None, Answer(1, 1, "boxed", said, "第 2 盒"))
    assert (one.state, one.is_open) == (state, state in (LACKS, ASKS)) and one.evidence == "第 2 盒"


def test_an_answer_is_one_a_term_and_nothing_said_takes_it_back() -> None:
    told = AnswerTold("yes", " 第 2 盒 ", 4)
    assert edits.answer(ASKED, TERM, told, DAY) == [Insert("inspection_answer", {
        "term_id": 1, "point": "boxed", "answer": "yes", "evidence": "第 2 盒", "staff_id": 4, "day": "2026-11-24",
    }, "answer")]  # fmt: skip
    there = Answer(9, 1, "boxed", "yes", "第 2 盒", DAY, 4)
    assert edits.answer(ASKED, TERM, told, DAY, [there]) == []
    assert edits.answer(ASKED, TERM, AnswerTold(), DAY, [there]) == [Delete("inspection_answer", 9)]
    changed = edits.answer(ASKED, TERM, replace(told, answer="no"), DAY, [there])
    assert [type(one) for one in changed] == [Update]
    # Of another term it is another answer.
    assert isinstance(edits.answer(ASKED, replace(TERM, id=2), told, DAY, [there])[0], Insert)


def test_what_is_counted_takes_evidence_and_no_answer_and_an_assumed_term_is_entered() -> None:
    with pytest.raises(BadValue):
        edits.answer(COUNTED, TERM, AnswerTold("yes"), DAY)
    term, answer = edits.answer(COUNTED, replace(TERM, id=0), AnswerTold("", "墙上"), DAY)
    assert isinstance(term, Insert) and (term.table, term.values["code"]) == ("term", "2026-1")
    assert isinstance(answer, Insert) and answer.values["term_id"] == New("term")


def test_an_inspection_brings_its_problems_one_a_line() -> None:
    common = ProblemTold("", DAY, "fire", staff_id=2, due_on=DAY + timedelta(days=7))
    found = edits.read_found("食堂：灭火器过期\n\n 过道堆了桌子 \n宿舍: 插座松了\n操场：", common)
    assert [(one.place, one.what) for one in found] == [
        ("食堂", "灭火器过期"), ("", "过道堆了桌子"), ("宿舍", "插座松了"), ("", "操场"),
    ]  # fmt: skip
    held, *rows = edits.log_round(RoundTold(DAY, "fire", 2, "后勤"), found)
    assert isinstance(held, Insert) and held.values["kind"] == "fire" and len(rows) == 4
    assert all(isinstance(one, Insert) and one.values["round_id"] == New("round") for one in rows)
    with pytest.raises(BadValue) as wrong:
        edits.log_round(RoundTold(DAY, " "))
    assert (wrong.value.field, wrong.value.reason) == ("kind", "empty")


def test_an_inspection_and_a_problem_are_changed_by_what_differs() -> None:
    held = Round(3, DAY, "fire", 2, "后勤", "")
    assert edits.change_round(held, RoundTold(DAY, "fire", 2, "后勤")) == []
    assert edits.change_round(held, RoundTold(DAY, "food", 2, "后勤")) == [
        Update("inspection_round", 3, {"kind": "food"})
    ]  # fmt: skip
    told = edits.told_of(PROBLEM)
    assert edits.change_problem(PROBLEM, told) == []
    assert edits.change_problem(PROBLEM, replace(told, place="宿舍")) == [Update("problem", 7, {"place": "宿舍"})]
    for wrong, reason in ((replace(told, what=" "), "empty"), (replace(told, due_on=date(2026, 9, 1)), "too_early")):
        with pytest.raises(BadValue) as refused:
            edits.change_problem(PROBLEM, wrong)
        assert refused.value.reason == reason


def test_a_problem_is_closed_and_is_open_again() -> None:
    with pytest.raises(BadValue):
        edits.close(PROBLEM, ClosedTold(date(2026, 9, 1)))
    assert edits.close(PROBLEM, ClosedTold(date(2026, 9, 10), "王建国", "换新的", "换好了")) == [
        Update("problem", 7, {"closed_on": "2026-09-10", "closed_by": "王建国", "result": "换好了"})
    ]  # fmt: skip
    closed = replace(PROBLEM, closed_on=date(2026, 9, 10))
    assert edits.reopen(closed) == [Update("problem", 7, {"closed_on": None})] and edits.reopen(PROBLEM) == []
    with pytest.raises(BadValue):
        edits.change_problem(closed, replace(edits.told_of(closed), found_on=date(2026, 9, 11), due_on=None))


def test_what_is_late_and_what_belongs_to_the_term() -> None:
    assert PROBLEM.is_late(date(2026, 9, 13)) and not PROBLEM.is_late(date(2026, 9, 12))
    assert not replace(PROBLEM, closed_on=date(2026, 9, 12)).is_late(DAY)
    old = replace(PROBLEM, id=1, found_on=date(2026, 5, 5), due_on=None)
    gone = replace(PROBLEM, id=2, closed_on=date(2026, 9, 9))
    found, waiting = of_term([old, gone, PROBLEM], TERM.from_day, DAY)
    assert [one.id for one in found] == [2, 7] and [one.id for one in waiting] == [1, 7]
