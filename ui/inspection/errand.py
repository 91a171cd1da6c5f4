"""What a form of the page 迎检自查 is about, and which fields it asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.inspection_book import Book
from ui.inspection_words import answer_words, kind_word, kind_words
from ui.pieces.date_field import DateField
from ui.pieces.fields import AreaField, ComboField, Field, LineField
from ui.pieces.known_field import KnownField
from ui.session import Session

ANSWER, PROBLEM, REPROBLEM, CLOSE, ROUND, REROUND = KINDS = (
    "answer", "problem", "reproblem", "close", "round", "reround",
)  # fmt: skip
_PROBLEM = ("what", "place", "kind", "found_on", "measure", "who", "due_on")
_ROUND = ("kind", "day", "who", "people", "note")
ASKS: Mapping[str, tuple[str, ...]] = {
    ANSWER: ("answer", "evidence", "who"), PROBLEM: _PROBLEM, REPROBLEM: _PROBLEM,
    CLOSE: ("result", "closed_on", "closed_by", "measure"), REROUND: _ROUND,
    ROUND: ("kind", "day", "who", "people", "found", "due_on", "owes", "note"),
}  # fmt: skip
"""The fields of each kind, in their order."""


@dataclass(frozen=True, slots=True)
class Errand:
    """`kind`: one of KINDS; `number`: of what it is about, 0 for what is new; of a new problem the inspection."""

    kind: str
    number: int = 0

    @property
    def key(self) -> str:
        """Under which what is typed is kept."""
        return f"inspection.{self.kind}.{self.number}"


def errand_of(key: str) -> Errand | None:
    """The errand of a draft's key."""
    kind, _, number = key.removeprefix("inspection.").partition(".")
    if not key.startswith("inspection.") or kind not in ASKS or not number.isdecimal():
        return None
    return Errand(kind, int(number))


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


def heading(errand: Errand) -> str:
    """What the form says at its top."""
    return {
        ANSWER: _tr("自查这一项"), PROBLEM: _tr("记一个问题"), REPROBLEM: _tr("修改问题"), CLOSE: _tr("改好了"),
        ROUND: _tr("记一次检查"), REROUND: _tr("修改检查"),
    }[errand.kind]  # fmt: skip


def make(session: Session, book: Book) -> dict[str, Field]:
    """One of each field."""

    def day(label: str, needed: bool = False) -> DateField:
        return DateField(label, today=lambda: session.today, needed=needed)

    def kinds() -> list[tuple[str, str]]:
        own = [kind_word(one.kind) for one in book.state.rounds.values()]
        own += [kind_word(one.kind) for one in book.state.problems.values()]
        return [(one, "") for one in dict.fromkeys((*kind_words().values(), *own)) if one]

    def places() -> list[tuple[str, str]]:
        named = [one.place for one in book.state.problems.values() if one.place]
        return [(one, "") for one in dict.fromkeys(named)]

    return {
        "answer": ComboField(_tr("怎么样"), [("", _tr("没答")), *answer_words().items()]),
        "evidence": AreaField(_tr("材料在哪"), lines=2),
        "what": LineField(_tr("什么问题"), placeholder=_tr("灭火器过期"), check=_needed),
        "place": KnownField(_tr("在哪里"), places, placeholder=_tr("食堂")),
        "kind": KnownField(_tr("哪一类"), kinds, placeholder=_tr("消防、食品、交通……")),
        "day": day(_tr("哪天查的"), needed=True), "found_on": day(_tr("哪天查出来的"), needed=True),
        "who": ComboField(_tr("谁"), []),
        "people": LineField(_tr("还有谁一起"), placeholder=_tr("镇派出所、后勤")),
        "found": AreaField(_tr("查出的问题，一行一个"), lines=4, hint=_tr("食堂：灭火器过期")),
        "result": LineField(_tr("改得怎么样"), placeholder=_tr("换了新的灭火器")),
        "closed_on": day(_tr("哪天改好的"), needed=True),
        "closed_by": LineField(_tr("谁改的")),
        "measure": AreaField(_tr("怎么改"), lines=2),
        "due_on": day(_tr("哪天前改好")), "owes": ComboField(_tr("谁负责改"), []),
        "note": AreaField(_tr("备注"), lines=2),
    }  # fmt: skip


def who_word(errand: Errand) -> str:
    """Whom the field 谁 asks for."""
    return {ANSWER: _tr("谁管的"), ROUND: _tr("谁查的"), REROUND: _tr("谁查的")}.get(errand.kind, _tr("谁负责改"))


def values_of(book: Book, errand: Errand, answers: Callable[[int], bool]) -> dict[str, str] | None:
    """What the form begins with; None if what it is about is gone. `answers`: whether a point is answered at all."""
    state, today = book.state, book.today.isoformat()
    if errand.kind == ANSWER:
        one = book.checked(errand.number)
        if one is None:
            return None
        said = one.answer
        if said is None:
            return {}
        return {"answer": said.answer if answers(errand.number) else "", "evidence": said.evidence,
                "who": str(said.staff_id or "")}  # fmt: skip
    if errand.kind == PROBLEM:
        return _found_in(book, errand.number) if errand.number else {"found_on": today}
    if errand.kind == ROUND:
        return {"day": today}
    if errand.kind == REROUND:
        held = state.rounds.get(errand.number)
        return None if held is None else {
            "kind": kind_word(held.kind), "day": held.day.isoformat(), "who": str(held.staff_id or ""),
            "people": held.people, "note": held.note,
        }  # fmt: skip
    problem = state.problems.get(errand.number)
    if problem is None:
        return None
    if errand.kind == CLOSE:
        day = problem.closed_on.isoformat() if problem.closed_on else today
        by = problem.closed_by or book.staff_name(problem.staff_id)
        return {"closed_on": day, "closed_by": by, "measure": problem.measure, "result": problem.result}
    return {
        "what": problem.what, "place": problem.place, "kind": kind_word(problem.kind),
        "found_on": problem.found_on.isoformat(), "measure": problem.measure, "who": str(problem.staff_id or ""),
        "due_on": problem.due_on.isoformat() if problem.due_on else "",
    }  # fmt: skip


def _found_in(book: Book, round_id: int) -> dict[str, str] | None:
    held = book.state.rounds.get(round_id)
    return {"kind": kind_word(held.kind), "found_on": held.day.isoformat()} if held is not None else None


def _needed(value: str) -> str:
    return "" if value else _tr("这一格不能空着")
