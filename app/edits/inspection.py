"""Answer the self-check, write down inspections and the problems found, close these (REQ 8.1, 8.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.changes import Change, Delete, Insert, New, Update, Value
from app.edits.calendar import row_of_term
from app.inspection import ANSWERS, Answer, Point, Round
from app.problems import Problem
from app.termdays import Term
from app.values import BadValue, choice, iso


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """What the office says of a point; of one that is counted no `answer`."""

    answer: str = ""
    evidence: str = ""
    staff_id: int | None = None


@dataclass(frozen=True, slots=True)
class RoundTold:
    """An inspection that was held."""

    day: date
    kind: str
    staff_id: int | None = None
    people: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProblemTold:
    """What was found, and what is to be done about it."""

    what: str
    found_on: date
    kind: str = ""
    place: str = ""
    measure: str = ""
    staff_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClosedTold:
    """How a problem was put right."""

    closed_on: date
    by: str = ""
    measure: str = ""
    result: str = ""


def answer(point: Point, term: Term, told: AnswerTold, day: date, answers: Iterable[Answer] = ()) -> list[Change]:
    """Say this of a point in the term; nothing said takes the answer back. Raises BadValue: what is counted is not
    answered."""
    said = choice("answer", told.answer, ("", *ANSWERS)) if not point.measures else ""
    if point.measures and told.answer:
        raise BadValue("answer", "not_a_choice")
    row: dict[str, Value] = {"answer": said, "evidence": told.evidence.strip(), "staff_id": told.staff_id}
    there = next((one for one in answers if (one.point, one.term_id) == (point.key, term.id)), None)
    if not said and not told.evidence.strip():
        return [Delete("inspection_answer", there.id)] if there is not None else []
    if there is not None:
        before: dict[str, Value] = {
            "answer": there.answer, "evidence": there.evidence, "staff_id": there.staff_id
        }  # fmt: skip
        return [Update("inspection_answer", there.id, {**row, "day": iso(day)})] if row != before else []
    before_it, number = row_of_term(term)
    insert = Insert("inspection_answer", {"term_id": number, "point": point.key, **row, "day": iso(day)}, "answer")
    return [*before_it, insert]


def log_round(told: RoundTold, found: Iterable[ProblemTold] = ()) -> list[Change]:
    """An inspection with what it found; its insert has the token "round", the problems "problem0" … Raises BadValue."""
    changes: list[Change] = [Insert("inspection_round", _round(told), "round")]
    for place, one in enumerate(found):
        changes.append(Insert("problem", {"round_id": New("round"), **_problem(one)}, f"problem{place}"))
    return changes


def change_round(round_: Round, told: RoundTold) -> list[Change]:
    """Make it say this; what it found stays. Raises BadValue."""
    return _update("inspection_round", round_.id, _round(RoundTold(
        round_.day, round_.kind, round_.staff_id, round_.people, round_.note)), _round(told))  # fmt: skip


def delete_round(round_: Round) -> list[Change]:
    """It was entered by mistake; the problems stay, as found by nobody in particular."""
    return [Delete("inspection_round", round_.id)]


def add_problem(told: ProblemTold, round_id: int | None = None) -> list[Change]:
    """Something was found; the insert has the token "problem". Raises BadValue."""
    return [Insert("problem", {"round_id": round_id, **_problem(told)}, "problem")]


def change_problem(problem: Problem, told: ProblemTold) -> list[Change]:
    """Make it say this. Raises BadValue."""
    after = _problem(told)
    if problem.closed_on is not None and told.found_on > problem.closed_on:
        raise BadValue("found_on", "too_late")
    return _update("problem", problem.id, _problem(told_of(problem)), after)


def close(problem: Problem, told: ClosedTold) -> list[Change]:
    """It is put right. Raises BadValue for a day before it was found."""
    if told.closed_on < problem.found_on:
        raise BadValue("closed_on", "too_early")
    before = _closed(ClosedTold(problem.closed_on or date.min, problem.closed_by, problem.measure, problem.result))
    return _update("problem", problem.id, before, _closed(told))


def reopen(problem: Problem) -> list[Change]:
    """It is not put right after all."""
    return [Update("problem", problem.id, {"closed_on": None})] if problem.closed_on is not None else []


def delete_problem(problem: Problem) -> list[Change]:
    """It was entered by mistake."""
    return [Delete("problem", problem.id)]


def told_of(problem: Problem) -> ProblemTold:
    """What is written, to be changed."""
    return ProblemTold(problem.what, problem.found_on, problem.kind, problem.place, problem.measure, problem.staff_id,
                       problem.due_on)  # fmt: skip


def read_found(text: str, common: ProblemTold) -> list[ProblemTold]:
    """A problem for each line that is not blank: "食堂：灭火器过期" says where and what; the rest is as in `common`."""
    found = []
    for line in text.splitlines():
        place, colon, what = line.replace(":", "：").partition("：")
        if what.strip():
            found.append(replace(common, what=what.strip(), place=place.strip()))
        elif line.strip():
            found.append(replace(common, what=place.strip() if colon else line.strip()))
    return found


def _update(table: str, row_id: int, before: dict[str, Value], after: dict[str, Value]) -> list[Change]:
    differ = {key: value for key, value in after.items() if before[key] != value}
    return [Update(table, row_id, differ)] if differ else []


def _round(told: RoundTold) -> dict[str, Value]:
    if not told.kind.strip():
        raise BadValue("kind", "empty")
    return {"day": iso(told.day), "kind": told.kind.strip(), "staff_id": told.staff_id, "people": told.people.strip(),
            "note": told.note.strip()}  # fmt: skip


def _problem(told: ProblemTold) -> dict[str, Value]:
    what = " ".join(told.what.split())
    if not what:
        raise BadValue("what", "empty")
    if told.due_on is not None and told.due_on < told.found_on:
        raise BadValue("due_on", "too_early")
    return {"what": what, "found_on": iso(told.found_on), "kind": told.kind.strip(), "place": told.place.strip(),
            "measure": told.measure.strip(), "staff_id": told.staff_id, "due_on": iso(told.due_on)}  # fmt: skip


def _closed(told: ClosedTold) -> dict[str, Value]:
    day = iso(told.closed_on) if told.closed_on != date.min else None
    return {"closed_on": day, "closed_by": told.by.strip(), "measure": told.measure.strip(),
            "result": told.result.strip()}  # fmt: skip
