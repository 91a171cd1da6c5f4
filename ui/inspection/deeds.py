"""What a person writes on 迎检自查, each under the name that undo and history show."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.changes import Change
from app.edits import inspection as edits
from app.edits.inspection import AnswerTold, ClosedTold, ProblemTold, RoundTold
from app.inspection import Round
from app.problems import Problem
from app.self_check import Checked
from app.values import BadValue
from ui.inspection.errand import ANSWER, CLOSE, PROBLEM, REPROBLEM, REROUND, ROUND, Errand
from ui.inspection_book import CHECK, PROBLEMS, ROUNDS, Book
from ui.inspection_words import answer_words, kind_of, problem_word, round_word
from ui.session import Session

Values = Mapping[str, str]
Written = tuple[str, int]
"""(segment, row of its list)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


class InspectionDeeds:
    """The verbs. `write` answers what was written, None after `session.failed` has said why not."""

    def __init__(self, session: Session, book: Book) -> None:
        self._session, self._book = session, book

    def write(self, errand: Errand, values: Values) -> Written | None:
        """Write what a form says. Raises BadValue for a field that cannot be so."""
        if errand.kind == ANSWER:
            one = self._book.checked(errand.number)
            if one is None:
                raise BadValue("evidence", "not_here")
            told = AnswerTold(values.get("answer", ""), values["evidence"], _id(values["who"]))
            return self._answer(errand.number, one, told)
        if errand.kind in (ROUND, REROUND):
            return self._round(errand, values)
        return self._problem(errand, values)

    def say(self, place: int, answer: str) -> bool:
        """One key: the office has it, has not, or has nothing of the sort."""
        one = self._book.checked(place)
        if one is None:
            return False
        before = one.answer
        told = AnswerTold(answer, one.evidence, before.staff_id if before is not None else None)
        return self._answer(place, one, told) is not None

    def reopen(self, problem: Problem) -> bool:
        """It is not put right after all."""
        label = _tr("还没改好：{0}").format(problem_word(problem))
        return self._do(label, edits.reopen(problem), (PROBLEMS, problem.id)) is not None

    def delete(self, one: Problem | Round) -> bool:
        """It was entered by mistake."""
        if isinstance(one, Problem):
            label, changes = _tr("删除问题{0}").format(problem_word(one)), edits.delete_problem(one)
        else:
            label, changes = _tr("删除{0}").format(round_word(one.kind)), edits.delete_round(one)
        said = _tr("{0}，Ctrl+Z 撤回").format(label)
        return self._session.attempt(label, changes, "delete", said=said) is not None

    # inside

    def _answer(self, place: int, one: Checked, told: AnswerTold) -> Written | None:
        state = self._book.state
        if state.term is None:
            return None
        changes = edits.answer(one.point, state.term, told, self._session.today, state.answers)
        said = answer_words().get(told.answer, "")
        label = _tr("自查{0}：{1}").format(one.point.what, said) if said else _tr("自查{0}").format(one.point.what)
        return self._do(label, changes, (CHECK, place))

    def _round(self, errand: Errand, values: Values) -> Written | None:
        told = RoundTold(self._past("day", values), kind_of(values["kind"]), _id(values["who"]), values["people"],
                         values["note"])  # fmt: skip
        if errand.kind == REROUND:
            held = self._book.state.rounds.get(errand.number)
            if held is None:
                raise BadValue("kind", "not_here")
            label = _tr("修改{0}").format(round_word(told.kind))
            return self._do(label, edits.change_round(held, told), (ROUNDS, held.id))
        common = ProblemTold("", told.day, told.kind, "", "", _id(values["owes"]), _day(values["due_on"]))
        found = edits.read_found(values["found"], common)
        label = _tr("记下{0}").format(round_word(told.kind))
        if found:
            label = _tr("{0}，查出 {1} 个问题").format(label, len(found))
        return self._do(label, edits.log_round(told, found), (ROUNDS, 0), "round")

    def _problem(self, errand: Errand, values: Values) -> Written | None:
        if errand.kind == PROBLEM:
            told = self._told(values)
            changes = edits.add_problem(told, errand.number or None)
            return self._do(_tr("记下问题{0}").format(told.what), changes, (PROBLEMS, 0), "problem")
        problem = self._book.state.problems.get(errand.number)
        if problem is None:
            raise BadValue("what", "not_here")
        if errand.kind == CLOSE:
            closed = ClosedTold(self._past("closed_on", values), values["closed_by"], values["measure"],
                                values["result"])  # fmt: skip
            label, changes = _tr("改好了：{0}").format(problem_word(problem)), edits.close(problem, closed)
        else:
            assert errand.kind == REPROBLEM
            changes = edits.change_problem(problem, self._told(values))
            label = _tr("修改问题{0}").format(problem_word(problem))
        return self._do(label, changes, (PROBLEMS, problem.id))

    def _told(self, values: Values) -> ProblemTold:
        return ProblemTold(
            values["what"], self._past("found_on", values), kind_of(values["kind"]), values["place"],
            values["measure"], _id(values["who"]), _day(values["due_on"]),
        )  # fmt: skip

    def _past(self, field: str, values: Values) -> date:
        day = _day(values[field]) or self._session.today
        if day > self._session.today:
            raise BadValue(field, "in_the_future")
        return day

    def _do(self, label: str, changes: Sequence[Change], written: Written, token: str = "") -> Written | None:
        if not changes:
            return written
        done = self._session.attempt(label, changes)
        if done is None:
            return None
        return (written[0], done.ids[token]) if token else written


def wrong(error: BadValue) -> str:
    """What is wrong with a field, and what to write."""
    return {
        ("due_on", "too_early"): _tr("要晚于查出来那天"), ("closed_on", "too_early"): _tr("比查出来那天还早，换一天"),
        ("found_on", "too_late"): _tr("比改好那天还晚，换一天"),
        ("kind", "empty"): _tr("写查的是什么，如 消防"),
    }.get((error.field, error.reason)) or {
        "in_the_future": _tr("这一天还没到，换一天"), "not_here": _tr("刚才已经删掉或者撤回了"),
        "empty": _tr("这一格不能空着"),
    }.get(error.reason, _tr("这样不行，改一改"))  # fmt: skip


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _id(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
