"""The home of the sample school: six rooms with hours, a term of openings (some nobody wrote), safety rounds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.changes import Change, Insert, Value
from app.periods import holds
from app.rooms import (
    ART,
    HOLIDAYS,
    HOME,
    MUSIC,
    READING,
    SPORT,
    TALK,
    Finding,
    Hours,
    Opening,
    Room,
    SafetyCheck,
    due_openings,
)
from app.sample_changes import insert, token
from app.sample_people import Numbers
from app.school import Snapshot
from app.schooldays import SchoolDays

ROOMS = (
    ("留守儿童之家", HOME, "教学楼一楼 102", 48.0, ((0, 1, 2, 3, 4), "16:00", "17:30")),
    ("音乐活动室", MUSIC, "综合楼二楼 201", 36.0, ((1, 3), "16:00", "17:00")),
    ("体育活动室", SPORT, "操场边 1 号", 42.0, ((0, 2, 4), "12:30", "13:20")),
    ("美术活动室", ART, "综合楼二楼 203", None, ((2,), "16:00", "17:00")),
    ("图书阅览室", READING, "教学楼二楼 204", 54.0, ((0, 1, 2, 3, 4), "12:30", "13:20")),
    ("谈心室", TALK, "综合楼一楼 105", 16.0, ((1, 3), "12:30", "13:20")),
)  # fmt: skip
"""Name, kind, place, m², hours; one is not measured, one too small."""
DID = {
    HOME: ("和父母视频", "写作业、看书", "看电影", "手工", "下棋"), MUSIC: ("合唱", "口琴", "学新歌"),
    SPORT: ("跳绳", "乒乓球", "羽毛球"), ART: ("画画", "剪纸", "折纸"), READING: ("看书", "讲故事", "借书还书"),
    TALK: ("谈心",),
}  # fmt: skip
MOST = {HOME: 24, READING: 30, TALK: 3}
FORGOTTEN, SHUT = 0.05, 0.02
"""How many openings nobody wrote, and of how many it is written why there was none."""
ONE = timedelta(days=1)
ROUND = timedelta(days=28)
POINT, WHAT, DOES = 2, "靠窗的插座松了", "先断电，请电工来换"
WITHIN = timedelta(days=6)
"""In how many days the electrician comes."""
FIRE, BLOCKED, CLEARED = 4, "门口堆了体操垫，走道窄", "搬到器材架后面"


def rooms(numbers: Numbers, snapshot: Snapshot, since: date) -> tuple[Room, ...]:
    """The rooms, each with a keeper from the staff of today; their hours hold since that day. The room to talk in is
    the counsellor's."""
    keepers = [one.id for one in snapshot.staff if one.left_on is None and not one.counsellor]
    counsellor = next((one.id for one in snapshot.staff if one.counsellor), keepers[0])
    made = []
    for place, (name, kind, where, area, (weekdays, first, last)) in enumerate(ROOMS):
        row = numbers.id()
        hours = [Hours(numbers.id(), row, weekday, first, last, since) for weekday in weekdays]
        if kind == READING:
            hours.append(Hours(numbers.id(), row, HOLIDAYS, "09:00", "11:00", since))
        known = kind not in (ART, TALK)
        made.append(Room(
            row, name, kind, where, area, False if known else None, True, True if known else None, known,
            keeper_id=counsellor if kind == TALK else keepers[-1 - place % len(keepers)], position=place,
            hours=tuple(hours),
        ))  # fmt: skip
    return tuple(made)


def openings(numbers: Numbers, snapshot: Snapshot, on: date) -> Iterator[Opening]:
    """What was written of the openings until the day before; some are forgotten, a few names are known."""
    random, calendar = Random(f"rooms {on}"), SchoolDays(snapshot.calendar)
    children = sorted(snapshot.children)
    for room in snapshot.rooms:
        for due in due_openings(room, snapshot.terms[0].from_day, on - ONE, snapshot.terms, calendar, ()):
            chance = random.random()
            if chance < FORGOTTEN:
                continue
            most = MOST.get(room.kind, 14)
            by = room.keeper_id if random.random() < 0.7 else random.choice(snapshot.staff).id
            by = at_work(snapshot, by, due.day)
            one = Opening(numbers.id(), room.id, due.day, due.hours.from_time, due.hours.until_time, by)
            if chance < FORGOTTEN + SHUT:
                yield replace(one, closed_why="停电")
                continue
            who = tuple(sorted(random.sample(children, 2))) if room.kind == TALK else ()
            many = len(who) or round(most * random.uniform(0.55, 1.0))
            yield replace(one, how_many=many, what=random.choice(DID[room.kind]), children=who)


def at_work(snapshot: Snapshot, staff: int | None, day: date) -> int | None:
    """That one, or who stands in while that one is ill."""
    if not any(one.staff_id == staff and holds(one, day) for one in snapshot.leaves):
        return staff
    teachers = {one.staff_id for school_class in snapshot.classes for one in school_class.teachers}
    return next((one.id for one in snapshot.staff if one.id != staff and one.id not in teachers), None)


def checks(numbers: Numbers, snapshot: Snapshot, on: date) -> Iterator[SafetyCheck]:
    """A round through every room each month; one thing was mended, one is still open."""
    mender = next((one.name for one in reversed(snapshot.staff) if one.left_on is None), "")
    day, nth = snapshot.terms[-1].from_day + ONE, 0
    while day < min(on, snapshot.terms[-1].until_day):
        for place, room in enumerate(snapshot.rooms):
            row = numbers.id()
            found: tuple[Finding, ...] = ()
            if (nth, place) == (0, 2):
                found = (Finding(numbers.id(), row, FIRE, BLOCKED, CLEARED, day + ONE * 3, mender),)
            elif (nth, place) == (1, 0):
                by = on + WITHIN
                found = (Finding(numbers.id(), row, POINT, WHAT, f"{DOES}，{by.month}月{by.day}日前换好"),)
            yield SafetyCheck(row, room.id, day, at_work(snapshot, room.keeper_id, day), findings=found)
        day, nth = day + ROUND, nth + 1


def home_in(snapshot: Snapshot, told: Iterable[Opening], rounds: Sequence[SafetyCheck]) -> Iterator[Change]:
    """All of it as inserts, behind staff and children."""
    for room in snapshot.rooms:
        yield insert("room", room, named("keeper_id", "staff", room.keeper_id))
        for hours in room.hours:
            yield insert("room_hours", hours, named("room_id", "room", hours.room_id))
    for one in told:
        keys = named("room_id", "room", one.room_id) | named("staff_id", "staff", one.staff_id)
        yield insert("opening", one, keys)
        for child in one.children:
            keys = named("opening_id", "opening", one.id) | named("child_id", "child", child)
            yield Insert("opening_child", keys, f"came{one.id}.{child}")
    for check in rounds:
        keys = named("room_id", "room", check.room_id) | named("staff_id", "staff", check.staff_id)
        yield insert("safety_check", check, keys)
        for found in check.findings:
            yield insert("safety_finding", found, named("check_id", "safety_check", check.id))


def named(column: str, table: str, row: int | None) -> dict[str, Value]:
    """The column that names a row of that table, if it names one."""
    return {} if row is None else {column: token(table, row)}
