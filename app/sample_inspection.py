"""Inspections of the sample school: at the opening of the term with two problems, further rounds, some answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.changes import Change, Value
from app.inspection import Answer, Round
from app.problems import Problem
from app.sample_changes import insert
from app.sample_people import Numbers
from app.sample_rooms import named
from app.school import Staff
from app.termdays import Term

RUNNING = 1
"""Row of the running term, which the set-up makes first."""
CHECKER, COOK = "李秀兰", "王建国"
TASTED, WALKED, DRILLED, ANSWERED, LATE = 26, 19, 12, 9, 3
"""Days back to the inspection of the kitchen, of the surroundings, to the drill, to the answers, and since a problem
is late."""
FIRE_AGAIN = timedelta(days=14)
"""After the opening of the term."""
SAID = (
    ("open-letter", "yes", "底稿和回执在第 2 盒"), ("written-rules", "yes", "制度汇编在第 1 盒"),
    ("responsible", "yes", "责任书在第 6 盒"), ("growth", "yes", "各班柜子里"), ("boxed", "no", ""),
    ("money", "yes", "复印件在第 3 盒"),
)  # fmt: skip
"""Point, answer, where its papers lie."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """All of it, as it will be read back."""

    rounds: tuple[Round, ...] = ()
    problems: tuple[Problem, ...] = ()
    answers: tuple[Answer, ...] = ()


def inspected(numbers: Numbers, staff: Sequence[Staff], term: Term, on: date) -> Inspected:
    """Up to that day; nothing before the term begins."""
    if on < term.from_day:
        return Inspected()
    who = {one.name: one.id for one in staff}
    checker, cook = who.get(CHECKER), who.get(COOK)
    first = min(term.from_day + timedelta(days=1), on)
    opening = Round(numbers.id(), first, "opening", checker, "后勤、各班班主任", "门窗、电、水、路都看了")
    mended = _closed(first + timedelta(days=8), on, COOK, "换好了，贴了检查卡")
    due = first + timedelta(days=10)
    problems = (
        Problem(numbers.id(), opening.id, "两个灭火器过期", first, "fire", "教学楼二楼", "换两个新的", cook, due,
                *mended),
        Problem(numbers.id(), opening.id, "后门外的水塘没有围栏", first, "surroundings", "校门后面",
                "报镇里装围栏，先拉警示带，值日老师守着", checker, max(first, on - timedelta(days=LATE))),
    )  # fmt: skip
    food = Round(numbers.id(), max(first, on - timedelta(days=TASTED)), "food", checker, "镇卫生院",
                 "留样、冰柜、消毒都合格")  # fmt: skip
    fire = Round(numbers.id(), first + FIRE_AGAIN, "fire", checker, "后勤、镇消防站",
                 "换新后复查：灭火器都在有效期内，通道畅通，用电正常")  # fmt: skip
    around = Round(numbers.id(), max(first, on - timedelta(days=WALKED)), "surroundings", checker, "村干部、值日老师",
                   "水塘拉了警示带，围栏镇里还没装；小店没有三无零食")  # fmt: skip
    drill = Round(numbers.id(), max(first, on - timedelta(days=DRILLED)), "drill", checker, "全校师生",
                  "2 分 40 秒全部到操场")  # fmt: skip
    day = max(first, on - timedelta(days=ANSWERED))
    answers = (Answer(numbers.id(), RUNNING, point, said, where, day, checker) for point, said, where in SAID)
    rounds = sorted((opening, fire, food, around, drill), key=lambda one: (one.day, one.id))
    return Inspected(tuple(one for one in rounds if one.day <= on), problems, tuple(answers))


def inspected_in(made: Inspected) -> Iterator[Change]:
    """All of it as inserts, behind the staff."""
    for one in made.rounds:
        yield insert("inspection_round", one, _keys(one, {"staff_id": "staff"}))
    for problem in made.problems:
        yield insert("problem", problem, _keys(problem, {"staff_id": "staff", "round_id": "inspection_round"}))
    for answer in made.answers:
        yield insert("inspection_answer", answer, _keys(answer, {"staff_id": "staff"}))


def _keys(one: Round | Problem | Answer, tables: Mapping[str, str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for column, table in tables.items():
        found |= named(column, table, getattr(one, column))
    return found


def _closed(day: date, on: date, by: str, result: str) -> tuple[date | None, str, str]:
    return (day, by, result) if day <= on else (None, "", "")
