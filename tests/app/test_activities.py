"""Places in a contest, the days of a term, and what a written activity becomes; against slow counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.activities import HELD, PLANNED, Activity, Entry, Held, Step, days_of, places, score_of, spent
from app.care import CareRecord, Participant
from app.changes import Delete, Insert, Update
from app.edits import BadValue, Told
from app.edits.activities import (
    ActivityTold,
    EntryTold,
    ItemTold,
    Lines,
    StepTold,
    delete_activity,
    lines_of,
    set_activity,
    told_of_activity,
)
from app.termdays import Term

TODAY = date(2026, 11, 24)
SCORES = st.lists(st.tuples(st.sampled_from(["", "甲", "乙"]), st.sampled_from(["", "9", "9.5", "8分", "弃权", "10"])))


@given(SCORES)
def test_a_place_is_one_more_than_how_many_were_better_in_the_group(scores: list[tuple[str, str]]) -> None:
    for (group, text), place in zip(scores, places(scores), strict=True):
        mine = score_of(text)
        better = [1 for other, said in scores if other == group and (score_of(said) or -1.0) > (mine or 0.0)]
        assert place == (0 if mine is None else len(better) + 1)


def test_no_day_lies_between_two_terms() -> None:
    terms = [Term(1, "2026-1", date(2026, 9, 1), date(2027, 1, 15)), Term(2, "2026-2", date(2027, 2, 22), date(2027, 7, 2)),
             Term(3, "2027-1", date(2027, 9, 1), date(2028, 1, 14))]  # fmt: skip
    day = date(2026, 1, 1)
    while day < date(2029, 1, 1):
        holding = [one.code for one in terms if days_of(terms, one.code)[0] <= day <= days_of(terms, one.code)[1]]
        assert len(holding) == 1
        day += timedelta(days=1)
    assert days_of(terms, "2026-1")[1] == date(2027, 2, 21)
    with pytest.raises(KeyError):
        days_of(terms, "2030-1")


def held(**more: object) -> Held:
    record = CareRecord(7, "activity", TODAY, participants=(Participant(1, 11, "唱得好"), Participant(2, 12)))
    activity = Activity(
        3, 7, "唱歌比赛", budget_fen=10_000, spent_fen=12_050, agenda=(Step(5, 3, 0, "14:30", "开场", ""),),
        entries=(Entry(6, 3, 0, "低段", 11, "", "让我们荡起双桨", "9.5", ""),),
    )  # fmt: skip
    return Held(record, activity)


def told_of(one: Held) -> Told:
    return Told(one.record.kind, one.record.day)


def test_writing_what_stands_there_changes_nothing() -> None:
    one = held()
    assert set_activity(told_of(one), told_of_activity(one), [11, 12], lines_of(one.activity), TODAY, one) == []
    assert one.over == 2_050
    assert spent([one, Held(one.record, None)]) == (10_000, 12_050)


def test_only_what_differs_is_written_and_remarks_stay() -> None:
    one = held()
    lines = Lines([StepTold("开场", "14:30", "李老师", 5), StepTold("比赛")], [], [EntryTold("", 13, "低段")])
    changes = set_activity(told_of(one), told_of_activity(one), [11], lines, TODAY, one)
    assert changes == [
        Delete("participant", 2), Insert("participant", {"record_id": 7, "child_id": 13, "remark": ""}),
        Update("agenda_step", 5, {"who": "李老师"}),
        Insert("agenda_step", {"activity_id": 3, "position": 1, "at_time": "", "what": "比赛", "who": ""}),
        Delete("contest_entry", 6),
        Insert("contest_entry", {"activity_id": 3, "position": 0, "contest_group": "低段", "child_id": 13, "name": "",
                                 "piece": "", "score": "", "prize": ""}),
    ]  # fmt: skip


def test_a_plan_reaches_nobody_until_it_is_held() -> None:
    day = TODAY + timedelta(days=3)
    new = set_activity(Told("activity", day), ActivityTold(PLANNED, "春游"), [11], Lines(), TODAY)
    assert isinstance(new[0], Insert) and new[0].values["outcome"] == "not_reached"
    with pytest.raises(BadValue, match="in_the_future"):
        set_activity(Told("activity", day), ActivityTold(HELD, "春游"), [11], Lines(), TODAY)


@pytest.mark.parametrize(
    ("more", "lines", "field"),
    [
        (ActivityTold(), Lines(), "theme"), (ActivityTold(theme="a", budget="很多"), Lines(), "budget"),
        (ActivityTold(theme="a"), Lines([StepTold(" ")]), "agenda"),
        (ActivityTold(theme="a"), Lines([StepTold("开场", "25:00")]), "at_time"),
        (ActivityTold(theme="a"), Lines(materials=[ItemTold("")]), "materials"),
        (ActivityTold(theme="a"), Lines(entries=[EntryTold("")]), "entries"),
        (ActivityTold(theme="a"), Lines(entries=[EntryTold("", 1), EntryTold("", 1)]), "entries"),
        (ActivityTold(theme="a", state="maybe"), Lines(), "state"),
    ],
)
def test_what_cannot_be_is_refused(more: ActivityTold, lines: Lines, field: str) -> None:
    with pytest.raises(BadValue) as error:
        set_activity(Told("activity", TODAY), more, [], lines, TODAY)
    assert error.value.field == field


def test_deleting_takes_all_of_it() -> None:
    assert {(one.table, one.id) for one in delete_activity(held()) if isinstance(one, Delete)} == {
        ("agenda_step", 5), ("contest_entry", 6), ("activity", 3), ("participant", 1), ("participant", 2),
        ("care_record", 7),
    }  # fmt: skip
