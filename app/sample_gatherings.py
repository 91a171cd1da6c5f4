"""What the sample school did with many children at once: meetings, trainings, forums, lectures, activities, checks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from app.classes import SchoolClass
from app.periods import latest
from app.sample_care import Weeks
from app.sample_notes import Note
from app.sample_themes import AUTUMN, CLASS_ROOM, HOME, PARENTS, SPRING
from app.sample_themes import MEETINGS as CLASS_MEETINGS
from app.sample_words import MEETINGS
from app.windows import Window

IN_SCHOOL = (
    ("lecture", 3, "阶梯教室", 60), ("guardian_training", 4, "阶梯教室", 90), ("forum", 6, HOME, 50),
    ("guardian_training", 13, "阶梯教室", 80), ("forum", 15, HOME, 45),
)  # fmt: skip
"""Kind, week of the term, place, minutes."""
HEALTH_WEEK, MEETING_WEEK, FESTIVAL_WEEK = 5, 1, {True: 3, False: 15}


def gatherings(
    weeks: Weeks, together: Mapping[int, Sequence[tuple[int, SchoolClass]]], office: Sequence[int], autumn: bool
) -> Iterator[Note]:
    """The notes of a term; `together` gives for each week's number who was there, with the class."""
    random = Random(f"{weeks.term.from_day}")
    lead = office[0] if office else None
    for kind, number, place, minutes in IN_SCHOOL:
        day = _day(weeks, number)
        if day is not None:
            everyone = tuple(child for child, _class in together[number] if random.random() < 0.9)
            yield Note(kind, day, everyone, lead, random.choice(MEETINGS[kind]) + "。", "14:30", minutes, place, "当面")
    if (day := _day(weeks, FESTIVAL_WEEK[autumn])) is not None:
        some = tuple(child for child, _class in together[FESTIVAL_WEEK[autumn]])[::3]
        text = MEETINGS["festival_visit"][not autumn] + "。"
        yield Note("festival_visit", day, some, lead, text, "15:00", 120, "家里", "当面")
    for number, week in enumerate(weeks.weeks):
        classes: dict[int, list[int]] = defaultdict(list)
        teachers: dict[int, int | None] = {}
        for child, school_class in together[number]:
            classes[school_class.id].append(child)
            found = latest(school_class.teachers, week.from_day) if school_class.id not in teachers else None
            if school_class.id not in teachers:
                teachers[school_class.id] = found.staff_id if found else None
        for nth, (class_id, children) in enumerate(classes.items(), 1):
            for note in _of_a_class(random, weeks, number, tuple(children), nth, nth == len(classes), autumn):
                note.class_id, note.staff_id = class_id, note.staff_id or teachers[class_id]
                yield note


def _of_a_class(
    random: Random, weeks: Weeks, number: int, children: tuple[int, ...], nth: int, is_last: bool, autumn: bool
) -> Iterator[Note]:
    """What one class, the `nth`, did in one week; the last class has not had its parents' meeting."""
    day = _day(weeks, number, random.randrange(5))
    if day is None:
        return
    if number == MEETING_WEEK and not is_last:
        text = PARENTS[nth % len(PARENTS)] + "。"
        yield Note("parents_meeting", day, children, None, text, "15:30", 60, CLASS_ROOM, "当面")
    if number == HEALTH_WEEK and autumn:
        text = MEETINGS["health_check"][0] + "。"
        yield Note("health_check", day, children, None, text, "09:00", 40, "医务室", "当面")
    if number % 4 == 2:
        there = tuple(child for child in children if random.random() < 0.95)
        themes = (AUTUMN if autumn else SPRING)[number // 4 % len(AUTUMN if autumn else SPRING)]
        text, place = themes[nth % len(themes)]
        yield Note("activity", day, there or children, None, f"{text}。", "16:00", 40, place, "当面")
    if number % 8 == 3:
        found = CLASS_MEETINGS[autumn][number // 8 % len(CLASS_MEETINGS[autumn])]
        text = f"主题班会：{found[nth % len(found)]}。"
        yield Note("class_meeting", day, children, None, text, "15:00", 40, CLASS_ROOM, "当面")


def _day(weeks: Weeks, number: int, weekday: int = 4) -> date | None:
    """A day of the week of that number, if it has come."""
    if number >= len(weeks.weeks):
        return None
    week: Window = weeks.weeks[number]
    day = week.days[min(weekday, len(week.days) - 1)]
    return day if day <= weeks.on else None
