"""What the hours asked of the rooms and what was written: against a slow recount; reading hours; the verbs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.care_rules import KEEPER
from app.changes import Delete, Insert, New, Update
from app.edits import rooms as edits
from app.edits.removal import delete_staff
from app.edits.rooms import OpeningTold
from app.opening_log import AHEAD, CLOSED, HOLIDAY, MISSING, NOTHING, OPEN, TODAY, HomeLog, Stretch, stretch_on
from app.rooms import HOLIDAYS, HOME, Finding, Hours, Opening, Room, SafetyCheck
from app.sample import sample_school
from app.school import School, Snapshot, Staff
from app.schooldays import SchoolDays
from app.standing import Duties
from app.terms import assumed_term
from app.values import BadValue

ON = date(2026, 11, 24)
TERM = assumed_term(2026, 1)
ONE = timedelta(days=1)


def room(*hours: tuple[int, str], since: date = TERM.from_day) -> Room:
    made = tuple(Hours(n, 1, weekday, begin, "", since) for n, (weekday, begin) in enumerate(hours, 1))
    return Room(1, "之家", HOME, hours=made)


def snapshot(*rooms: Room, started: date | None = None) -> Snapshot:
    return Snapshot(School("学校", started_on=started), (TERM,), rooms=rooms)


def stretch() -> Stretch:
    found = stretch_on(snapshot(), ON)
    assert found is not None
    return found


def test_the_sample_schools_log_is_the_slow_recount() -> None:
    sample = sample_school(ON, 80)
    found = stretch_on(sample.snapshot, ON)
    assert found is not None
    log = HomeLog(sample.snapshot, found, ON, sample.openings)
    calendar = SchoolDays(sample.snapshot.calendar)
    owed, missing = 0, []
    day = found.first
    while day < ON:
        for one in sample.snapshot.rooms:
            for hours in one.hours:
                if hours.weekday == day.weekday() and calendar.is_school_day(day):
                    owed += 1
                    written = [o for o in sample.openings if (o.room_id, o.day, o.from_time) ==
                               (one.id, day, hours.from_time)]  # fmt: skip
                    missing += [] if written else [(day, one.id)]
        day += ONE
    assert (log.owed, log.written) == (owed, owed - len(missing)) and missing
    assert {(due.day, due.room.id) for due in log.missing} == set(missing)
    assert [due.day for due in log.missing] == sorted((due.day for due in log.missing), reverse=True)
    came = sum(one.how_many or 0 for one in sample.openings)
    assert sum(one.came for one in log.rooms) == came


@given(
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["12:30", "16:00"])), max_size=6, unique=True),
    st.lists(st.tuples(st.integers(0, 80), st.sampled_from(["12:30", "16:00", "15:00", ""])), max_size=30, unique=True),
)
def test_every_owed_opening_is_either_written_or_missing(hours: list[tuple[int, str]],
                                                         written: list[tuple[int, str]]) -> None:  # fmt: skip
    openings = [Opening(n, 1, TERM.from_day + ONE * step, begin, how_many=3)
                for n, (step, begin) in enumerate(written, 1)]  # fmt: skip
    log = HomeLog(snapshot(room(*hours)), stretch(), ON, openings).rooms[0]
    assert log.written + len(log.missing) == len(log.owed)
    taken = [due.opening.id for due in log.dues if due.opening is not None]
    assert len(taken) == len(set(taken)), "one opening stands for one time only"
    for due in log.missing:
        here = [one for one in openings if one.day == due.day]
        assert not any(one.from_time == due.hours.from_time for one in here)
    for due in log.dues:
        exact = [one for one in openings if (one.day, one.from_time) == (due.day, due.hours.from_time)]
        assert not exact or due.opening == exact[0]
        assert due.day.weekday() == due.hours.weekday


def test_a_day_is_what_it_is() -> None:
    openings = [Opening(1, 1, ON - ONE * 7, "16:00", how_many=0), Opening(2, 1, ON - ONE * 14, "16:00"),
                Opening(3, 1, ON - ONE * 21, "16:00", closed_why="停电")]  # fmt: skip
    one = HomeLog(snapshot(room((1, "16:00"))), stretch(), ON, openings).rooms[0]
    states = [one.on(ON + ONE * 7 * step).state for step in (1, 0, -1, -2, -3, -4)]
    assert states == [AHEAD, TODAY, OPEN, OPEN, CLOSED, MISSING]
    assert one.on(ON - ONE * 7).came == 0 and one.on(ON - ONE * 14).came is None
    assert one.on(ON - ONE).state == NOTHING
    assert one.on(date(2026, 10, 1)).state == HOLIDAY
    assert one.weekdays == [1]


def test_nothing_is_owed_before_the_school_began_with_the_program() -> None:
    home = snapshot(room((1, "16:00")), started=date(2026, 11, 16))
    log = HomeLog(home, stretch(), ON, ())
    assert [due.day for due in log.missing] == [date(2026, 11, 17)]


def test_the_holidays_are_a_stretch_of_their_own_and_ask_for_their_hours() -> None:
    day = date(2027, 2, 1)
    found = stretch_on(snapshot(), day)
    assert found is not None and found.term is None and found.first == TERM.until_day + ONE
    assert found.last == assumed_term(2026, 2).from_day - ONE
    log = HomeLog(snapshot(room((HOLIDAYS, "09:00"), (0, "16:00"))), found, day, ())
    assert log.owed == (day - found.first).days
    assert stretch_on(snapshot(), TERM.from_day - ONE) is None


def test_hours_change_from_a_day_on_and_stay_in_the_past() -> None:
    one = room((1, "16:00"), (1, "12:30"))
    assert edits.set_hours(one, 1, [("16:00", ""), ("12:30", "")], ON) == []
    changes = edits.set_hours(one, 1, [("16:00", "17:30")], ON)
    assert changes == [
        Update("room_hours", 1, {"until_day": "2026-11-24"}), Update("room_hours", 2, {"until_day": "2026-11-24"}),
        Insert("room_hours", {"room_id": 1, "weekday": 1, "from_time": "16:00", "until_time": "17:30",
                              "from_day": "2026-11-24"}),
    ]  # fmt: skip
    assert edits.set_hours(room((1, "16:00"), since=ON), 1, [], ON) == [Delete("room_hours", 1)]


@pytest.mark.parametrize(("text", "spans"), [
    ("", []), ("16:00—17:30", [("16:00", "17:30")]), ("16：00-17.30", [("16:00", "17:30")]),
    ("1600", [("16:00", "")]), ("16:00-17:30，12:30 – 13:20", [("12:30", "13:20"), ("16:00", "17:30")]),
    ("9:00至11:00", [("09:00", "11:00")]),
])  # fmt: skip
def test_hours_are_read_as_they_are_written(text: str, spans: list[tuple[str, str]]) -> None:
    assert edits.read_spans(text) == spans


@pytest.mark.parametrize(("text", "reason"), [
    ("下午", "not_a_time"), ("17:30-16:00", "too_early"), ("16:00-17:00，16:30-18:00", "taken"), ("-17:00", "not_a_time"),
])  # fmt: skip
def test_hours_that_cannot_be_are_refused(text: str, reason: str) -> None:
    with pytest.raises(BadValue) as caught:
        edits.read_spans(text)
    assert caught.value.reason == reason


def test_an_opening_is_written_once_at_a_time() -> None:
    told = OpeningTold(1, ON, "16.00", "1730", 7, 12, " 看书 ")
    made = edits.log_opening(told, [3, 4, 3])
    assert made[0] == Insert("opening", {
        "room_id": 1, "day": "2026-11-24", "from_time": "16:00", "until_time": "17:30", "staff_id": 7, "how_many": 12,
        "what": "看书", "closed_why": "", "note": ""}, "opening")  # fmt: skip
    assert made[1:] == [Insert("opening_child", {"opening_id": New("opening"), "child_id": one}) for one in (3, 4)]
    with pytest.raises(BadValue, match="taken"):
        edits.log_opening(told, (), [Opening(9, 1, ON, "16:00")])
    edits.log_opening(told, (), [Opening(9, 1, ON, "12:30"), Opening(8, 2, ON, "16:00")])
    with pytest.raises(BadValue, match="too_early"):
        edits.log_opening(replace(told, until_time="15:00"))


def test_a_room_that_stayed_shut_had_nobody_in_it() -> None:
    made = edits.log_opening(OpeningTold(1, ON, "16:00", closed_why="停电", how_many=4, what="x"), [3])
    assert len(made) == 1 and isinstance(made[0], Insert)
    assert (made[0].values["how_many"], made[0].values["what"]) == (None, "")


def test_only_what_differs_is_changed() -> None:
    opening = Opening(5, 1, ON, "16:00", how_many=2, children=(3, 4))
    told = edits.told_of_opening(opening)
    assert edits.change_opening(opening, told) == []
    made = edits.change_opening(opening, replace(told, how_many=3), [4, 6], {3: 31, 4: 41})
    assert made == [Update("opening", 5, {"how_many": 3}), Delete("opening_child", 31),
                    Insert("opening_child", {"opening_id": 5, "child_id": 6})]  # fmt: skip


def test_a_room_is_corrected_field_by_field() -> None:
    one = room()
    assert edits.set_room_field(one, "area_m2", "32．5 平方米") == [Update("room", 1, {"area_m2": 32.5})]
    assert edits.set_room_field(one, "safe", "no") == [Update("room", 1, {"safe": 0})]
    assert edits.set_room_field(replace(one, safe=False), "safe", "no") == []
    assert edits.set_room_field(one, "keeper_id", "") == []
    for field, text, reason in (("area_m2", "大", "not_a_number"), ("name", " ", "empty"), ("kind", "x", "not_a_choice"),
                                ("name", "乙", "taken")):  # fmt: skip
        with pytest.raises(BadValue) as caught:
            edits.set_room_field(one, field, text, [one, Room(2, "乙")])
        assert caught.value.reason == reason


def test_the_standard_rooms_come_once() -> None:
    named = [("之家", HOME), ("乙", "music")]
    made = edits.add_rooms(named, [Room(1, "之家", position=4)])
    assert made == [Insert("room", {"name": "乙", "kind": "music", "position": 5}, "room0")]
    rooms = [Room(1, "甲", position=0), Room(2, "乙", position=1), Room(3, "丙", position=2)]
    assert edits.move_room(rooms[2], -2, rooms) == [
        Update("room", 3, {"position": 0}), Update("room", 1, {"position": 1}), Update("room", 2, {"position": 2})]  # fmt: skip
    assert edits.move_room(rooms[0], -1, rooms) == []


def test_a_finding_is_mended_on_a_day_after_it_was_found() -> None:
    made = edits.log_check(1, ON, 7, {4: ("灭火器过期", "")})
    assert [one.table for one in made] == ["safety_check", "safety_finding"]
    with pytest.raises(BadValue, match="empty"):
        edits.log_check(1, ON, 7, {4: (" ", "")})
    check = SafetyCheck(1, 1, ON)
    found = Finding(2, 1, 4, "灭火器过期")
    assert edits.mend(found, check, ON, "王", "换了") == [
        Update("safety_finding", 2, {"mended_on": "2026-11-24", "mended_by": "王", "measure": "换了"})]  # fmt: skip
    with pytest.raises(BadValue, match="too_early"):
        edits.mend(found, check, ON - ONE, "", "")


def test_the_keeper_of_the_home_owes_its_activities_and_without_one_the_class_teacher() -> None:
    sample = sample_school(ON, 80)

    def owers(known: Snapshot) -> set[int | None]:
        duties = Duties(known, TERM, [], ON)
        return {one.owed_by for one in duties.all_standings() if one.rule.owner == KEEPER}

    home = next(one for one in sample.snapshot.rooms if one.kind == HOME)
    assert owers(sample.snapshot) == {home.keeper_id}
    nobody = replace(sample.snapshot, rooms=tuple(replace(one, keeper_id=None) for one in sample.snapshot.rooms))
    teachers = {one.staff_id for of in sample.snapshot.classes for one in of.teachers}
    assert len(owers(nobody)) > 1 and owers(nobody) <= teachers
    left = replace(sample.snapshot, staff=tuple(
        replace(one, left_on=ON) if one.id == home.keeper_id else one for one in sample.snapshot.staff))  # fmt: skip
    assert home.keeper_id not in owers(left)
    closed = replace(sample.snapshot, rooms=tuple(replace(one, closed_on=ON) for one in sample.snapshot.rooms))
    assert owers(closed) == owers(nobody)


def test_a_keeper_entered_by_mistake_leaves_the_room_without_one() -> None:
    keeper = Staff(7, "王")
    known = replace(snapshot(replace(room(), keeper_id=7), Room(2, "乙", keeper_id=8)), staff=(keeper, Staff(8, "李")))
    assert delete_staff(keeper, known) == [Update("room", 1, {"keeper_id": None}), Delete("staff", 7)]
