"""The sample school's term of care: pairs, records, plans and papers that fit the children and the days."""

from collections import Counter
from datetime import date, timedelta

import pytest

from app.care import NOT_REACHED, Contact
from app.carer import carer_of
from app.due import Due
from app.enrolment import class_on, classes_by_id, pupils_on
from app.honours import EXAMPLE
from app.kinship import spoken_relation
from app.pairing import MENTOR, PEER, VOLUNTEER, pairings_on
from app.periods import holds
from app.sample import Sample, sample_school
from app.standing import DONE, OPEN, OVERDUE, Duties
from app.status import NONE, register_status
from app.terms import term_around

ON = date(2026, 11, 24)
DAYS = (ON, date(2026, 9, 1), date(2026, 8, 24), date(2027, 2, 1), date(2027, 6, 15), date(2028, 2, 29))


@pytest.fixture(scope="module")
def sample() -> Sample:
    return sample_school(ON)


@pytest.fixture(scope="module")
def due(sample: Sample) -> Due:
    term = term_around(sample.snapshot, ON)
    assert term is not None
    contacts = [
        Contact(one.id, one.kind, one.day, one.outcome != NOT_REACHED, child.child_id, one.class_id, one.staff_id)
        for one in sample.records for child in one.participants
    ]  # fmt: skip
    return Due(Duties(sample.snapshot, term, contacts, ON))


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("pupils", [80, 140, 400])
def test_what_was_done_was_done_for_left_behind_pupils_of_that_day(on: date, pupils: int) -> None:
    sample = sample_school(on, pupils)
    classes = classes_by_id(sample.snapshot)
    staff = {one.id for one in sample.snapshot.staff}
    pairs = {one.id: one for one in sample.snapshot.pairings}
    assert len(sample.records) > 300
    for one in sample.records:
        assert one.day <= on and one.participants and one.summary.endswith("。") and "{" not in one.summary
        assert one.staff_id in staff and (one.follow_up is None) == (one.follow_up_note == "")
        assert one.followed_up is None or one.day <= one.followed_up <= on
        assert one.pairing_id is None or pairs[one.pairing_id].child_id == one.participants[0].child_id
        for child in (sample.snapshot.children[there.child_id] for there in one.participants):
            assert class_on(child, classes, one.day) is not None, (one, child.name)
            assert register_status(child, one.day).status != NONE, (one, child.name)


def test_the_records_stand_in_the_order_of_their_days(sample: Sample) -> None:
    assert [one.day for one in sample.records] == sorted(one.day for one in sample.records)


def test_a_young_term_is_told_together_with_the_one_before() -> None:
    sample = sample_school(date(2026, 9, 10))
    assert [term.code for term in sample.snapshot.terms] == ["2025-2", "2026-1"]
    assert sample.records[0].day < date(2026, 4, 1) and sample.records[-1].day == date(2026, 9, 10)
    assert [change.values["code"] for change in sample.changes if change.table == "term"] == ["2025-2"]


def test_everything_a_term_asks_for_is_in_it_and_something_of_each_is_missing(sample: Sample, due: Due) -> None:
    kinds = Counter(one.kind for one in sample.records)
    assert {
        "talk", "family_call", "carer_contact", "parent_contact", "home_visit", "letter", "tutoring", "hotline",
        "activity", "class_meeting", "parents_meeting", "guardian_training", "forum", "lecture", "festival_visit",
        "survey", "health_check", "plan_review", "peer_report", "counselling",
    } == set(kinds)  # fmt: skip
    assert kinds["talk"] > 500 and kinds["family_call"] > 500
    states = {state: {one.rule.key for one in due.standings if one.state == state} for state in (DONE, OPEN, OVERDUE)}
    assert {"talk", "carer", "family-call", "visit", "parents-meeting"} <= states[DONE]
    assert {"talk", "carer", "visit", "parents-meeting", "forum"} <= states[OPEN]
    assert "talk" in states[OVERDUE]
    weeks = [one.overdue_days for one in due.standings if one.rule.key == "talk" and one.state == OVERDUE]
    assert 3 <= len(weeks) <= 25 and max(weeks) >= 11


def test_summaries_differ_and_say_what_the_child_felt(sample: Sample) -> None:
    assert len({one.summary for one in sample.records}) > 1000
    talks = [one.summary for one in sample.records if one.kind == "talk"]
    assert len(set(talks)) > 0.7 * len(talks)
    assert sum("办法：" in one for one in talks) > 0.7 * len(talks)
    visits = [one.summary for one in sample.records if one.kind == "home_visit"]
    assert sum("在家：" in one and "在校：" in one and "家长说：" in one for one in visits) > 0.7 * len(visits)
    assert {one.mood for one in sample.records if one.kind == "talk"} == {"good", "fair", "low"}
    tried = [one for one in sample.records if one.outcome == NOT_REACHED]
    assert len(tried) > 40 and all(one.follow_up is not None for one in tried)


@pytest.mark.parametrize("on", [ON, date(2027, 1, 15), date(2027, 6, 15)])
def test_what_was_written_fits_the_time_of_the_year(on: date) -> None:
    sample = sample_school(on)
    rooms = {room.name for room in sample.snapshot.rooms} | {"教室", "操场", "食堂", "后山"}
    for one in sample.records:
        week = (one.day - sample.term.from_day).days // 7
        if sample.term.from_day.month == 9:
            assert week >= 6 or "期中" not in one.summary, one
            assert one.day.month in (11, 12, 1) or not {"窗花", "烤火", "棉衣"} & set(one.summary.split("，")), one
        if one.kind in ("activity", "forum"):
            assert one.place in rooms, one


def test_who_is_ill_neither_opens_nor_checks_a_room_and_most_of_her_children_are_covered(sample: Sample) -> None:
    (leave,) = sample.snapshot.leaves
    for one in (*sample.openings, *sample.checks):
        assert one.staff_id != leave.staff_id or one.day < leave.from_day
    hers = [one for one in sample.snapshot.pairings if one.role == MENTOR and one.staff_id == leave.staff_id]
    covered = [one for one in hers if one.until_day and one.until_day > leave.from_day]
    waiting = [one for one in hers if holds(one, ON)]
    assert len(waiting) == 3 and len(covered) >= 3 and all("请假" in one.why_ended for one in covered)


def test_the_head_speaks_as_the_head(sample: Sample) -> None:
    head = next(one.name for one in sample.snapshot.staff if one.group_role == "组长")
    steps = [step for held in sample.held if held.activity for step in held.activity.agenda if "校长" in step.what]
    assert steps and {step.who for step in steps} == {head}


def test_a_good_example_says_who_looks_after_the_child(sample: Sample) -> None:
    story = next(one for one in sample.honours.stories if one.kind == EXAMPLE)
    child = sample.snapshot.children[story.child_id or 0]
    carer = carer_of(child, ON).kin
    assert carer is not None and spoken_relation(carer.relation) in story.text and child.name in story.text


def test_follow_ups_wait_from_before_that_day_and_after_it(sample: Sample) -> None:
    waiting = [one.follow_up for one in sample.records if one.follow_up and one.followed_up is None]
    assert 5 <= len(waiting) <= 40
    assert min(waiting) < ON < max(waiting)


def test_one_confidential_note_is_the_counsellors(sample: Sample) -> None:
    (note,) = [one for one in sample.records if one.confidential]
    assert note.kind == "counselling" and len(note.participants) == 1
    assert [one.id for one in sample.snapshot.staff if one.counsellor] == [note.staff_id]


def test_pairs_uneven_one_handed_over_some_alone_one_mentor_ill(sample: Sample, due: Due) -> None:
    snapshot = sample.snapshot
    now = pairings_on(snapshot.pairings, ON)
    mentors = {one.child_id: one.staff_id for one in now if one.role == MENTOR}
    assert {one.role for one in now} == {MENTOR, PEER, VOLUNTEER}
    left_behind = {subject[1] for subject in (one.subject for one in due.standings) if subject[0] == "child"}
    assert 1 <= len(left_behind - mentors.keys()) <= 3
    loads = Counter(mentors.values()).values()
    assert len(loads) >= 10 and max(loads) >= 2 * min(loads)
    ended = [one for one in snapshot.pairings if one.until_day is not None and one.until_day <= ON]
    assert ended and all(one.why_ended and mentors[one.child_id] != one.staff_id for one in ended)
    (leave,) = [one for one in snapshot.leaves if holds(one, ON)]
    hers = [child for child, staff in mentors.items() if staff == leave.staff_id]
    talks = [one for child in hers for one in due.of_child(child) if one.rule.key == "talk"]
    assert hers and all(one.state == OVERDUE for one in talks)


def test_one_mentor_has_not_found_the_time_for_one_child(sample: Sample) -> None:
    now = [one for one in pairings_on(sample.snapshot.pairings, ON, MENTOR) if one.from_day < ON - timedelta(weeks=6)]
    told = {(child.child_id, one.staff_id): one.day for one in sample.records for child in one.participants}
    quiet = [one for one in now if told.get((one.child_id, one.staff_id), one.from_day) < ON - timedelta(weeks=5)]
    assert len(quiet) == 1


def test_today_is_told_as_of_the_morning(sample: Sample) -> None:
    assert [one for one in sample.records if one.day == ON]
    assert all(one.from_time < "10:30" for one in sample.records if one.day == ON and len(one.participants) == 1)


def test_plans_have_goals_met_and_open_and_are_reviewed(sample: Sample) -> None:
    goals = [goal for plan in sample.snapshot.plans for goal in plan.goals]
    assert any(goal.met_on and goal.result for goal in goals)
    assert any(goal.met_on is None and goal.by_day and goal.by_day < ON for goal in goals)
    assert any(goal.met_on is None and goal.by_day and goal.by_day > ON for goal in goals)
    helped = {one.child_id for one in sample.snapshot.priorities}
    planned = {one.child_id for one in sample.snapshot.pairings if one.id in {p.pairing_id for p in sample.snapshot.plans}}
    left = [child for child, _class in pupils_on(sample.snapshot, ON) if register_status(child, ON).status != NONE]
    assert 0.6 < len(planned) / len(left) < 0.8 and len(helped - planned) <= 1
    reviews = {one.pairing_id for one in sample.records if one.kind == "plan_review"}
    assert reviews and reviews <= {plan.pairing_id for plan in sample.snapshot.plans}


def test_papers_of_every_kind_and_one_about_to_run_out(sample: Sample) -> None:
    papers = sample.snapshot.agreements
    assert {one.kind for one in papers} == {"care", "duty", "notice", "consent"}
    assert [one for one in papers if one.until_day and ON < one.until_day <= ON + timedelta(days=14)]
    assert all(one.signed_by and one.from_day and one.from_day <= ON for one in papers)
