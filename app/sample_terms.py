"""Puts a term of the sample school together: every child's diary and what was done with many at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from app.care import CareRecord
from app.care_scope import Stretch, scope_of
from app.children import Child
from app.classes import SchoolClass
from app.classnames import grade_of
from app.enrolment import class_on, classes_by_id, ends_on
from app.pairing import MENTOR, Pairing
from app.periods import holds, latest
from app.sample_care import Diary, Weeks
from app.sample_gatherings import gatherings
from app.sample_notes import Note, numbered
from app.sample_people import Numbers
from app.sample_plans import pair_notes
from app.sample_words import COUNSELLING
from app.school import Snapshot
from app.schooldays import SchoolDays
from app.termdays import Term
from app.terms import assumed_term, split_code
from app.windows import MONTH, TERM, THIRD, WEEK, Window, windows

QUIET = timedelta(weeks=6)
"""For so long one mentor has not found the time for one child."""
MORNING = ("07:45", "07:50", "08:05", "08:20", "10:15")
EARLY = timedelta(weeks=5)
"""A term that is younger than this is told together with the one before it."""


def told_terms(term: Term, on: date) -> tuple[Term, ...]:
    """The terms of which the sample school tells, in order: the running one, while it is young with the one before."""
    if on - term.from_day >= EARLY:
        return (term,)
    year, half = split_code(term.code)
    return (assumed_term(year, 1) if half == 2 else assumed_term(year - 1, 2), term)


def office_of(snapshot: Snapshot) -> list[int]:
    """Those of today's staff who have no class of their own, the head first."""
    teachers = {one.staff_id for school_class in snapshot.classes for one in school_class.teachers}
    return [one.id for one in snapshot.staff if one.id not in teachers and one.left_on is None]


def care_of_term(
    numbers: Numbers, snapshot: Snapshot, term: Term, on: date, away: dict[int, date], counsellor: int | None = None
) -> tuple[CareRecord, ...]:
    """The records of a term up to that day, in the order of time. `away` says from which day somebody is ill."""
    weeks = _weeks(snapshot, term, on)
    if not weeks.weeks:
        return ()
    classes, system = classes_by_id(snapshot), snapshot.school.system
    mentors: dict[int, list[Pairing]] = defaultdict(list)
    for one in snapshot.pairings:
        if one.role == MENTOR:
            mentors[one.child_id].append(one)
    office = set(office_of(snapshot))
    notes: list[Note] = []
    together: dict[int, list[tuple[int, SchoolClass]]] = defaultdict(list)
    quiet = next((one.child_id for one in reversed(snapshot.pairings) if _may_be_quiet(one, on, away, office)), 0)
    scopes: dict[int, tuple[Stretch, ...]] = {}
    last = weeks.last
    for child in snapshot.children.values():
        if not _may_be_there(child, classes, weeks, system):
            continue
        scope = scope_of(child, classes, weeks.weeks[0].from_day, weeks.weeks[-1].until_day, system)
        school_class = class_on(child, classes, min(scope[-1][1], last), system) if scope else None
        if school_class is None:
            continue
        scopes[child.id] = scope
        teacher = latest(school_class.teachers, last)
        grade = grade_of(school_class.stage, school_class.entry_year, last, system)
        diary = Diary(child, scope, grade, teacher.staff_id if teacher else None, mentors[child.id], away, weeks,
                       on - QUIET if child.id == quiet else date.max)
        notes += diary.notes()
        for number, week in enumerate(weeks.weeks):
            if any(first <= week.days[0] and week.days[-1] <= end for first, end in scope):
                together[number].append((child.id, school_class))
    notes += gatherings(weeks, together, office_of(snapshot), term.code.endswith("1"))
    notes += pair_notes(snapshot, weeks, scopes, away)
    if counsellor is not None and together[0]:
        notes += _counselled(weeks, together[0], counsellor)
    return numbered(numbers, _by_this_morning(notes, on))


def _by_this_morning(notes: list[Note], on: date) -> list[Note]:
    """Today is told as far as the office has come by the morning: what many do together comes in the afternoon."""
    told = [one for one in notes if one.day < on or len(one.child_ids) == 1]
    for number, one in enumerate(one for one in told if one.day == on):
        one.from_time = MORNING[number % len(MORNING)] if one.from_time else ""
    return told


def _weeks(snapshot: Snapshot, term: Term, on: date) -> Weeks:
    calendar = SchoolDays(snapshot.calendar)

    def begun(span: str) -> list[Window]:
        return [one for one in windows(span, term, calendar) if one.from_day <= on]

    whole = windows(TERM, term, calendar)
    return Weeks(begun(WEEK), begun(MONTH), begun(THIRD), whole[0], on, min(on, term.until_day))


def _may_be_quiet(pairing: Pairing, on: date, away: dict[int, date], office: set[int]) -> bool:
    """Whether somebody of the office, who is not ill, has the child today."""
    return pairing.role == MENTOR and holds(pairing, on) and pairing.staff_id in office - away.keys()


def _may_be_there(child: Child, classes: Mapping[int, SchoolClass], weeks: Weeks, system: str) -> bool:
    """Whether the child has an enrolment that touches the term; a quick answer for those who left years ago."""
    first, last = weeks.term.from_day, weeks.last
    return any(
        one.from_day <= last and first < (one.until_day or ends_on(classes[one.class_id], system))
        for one in child.enrolments
    )


def _counselled(
    weeks: Weeks, there: Sequence[tuple[int, SchoolClass]], counsellor: int
) -> list[Note]:
    """One child has been to the counsellor; what was said is for her eyes."""
    day = next((week.days[min(2, len(week.days) - 1)] for week in reversed(weeks.weeks[:-4])), None)
    if day is None:
        return []
    child = there[len(there) // 3][0]
    follow_up = day + timedelta(days=8)
    note = Note("counselling", day, (child,), counsellor, COUNSELLING, "14:10", 45, "谈心室", "当面", mood="low")
    note.follow_up, note.follow_up_note, note.confidential = follow_up, "再看一次", True
    note.followed_up = follow_up if follow_up < weeks.on else None
    return [note]
