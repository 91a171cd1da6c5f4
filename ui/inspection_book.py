"""What the page 迎检自查 knows between two changes: the points of a term, problems, rounds, what rooms still lack."""

from dataclasses import dataclass, field
from datetime import date

from app.inspection import KINDS, Answer, Round
from app.problems import Problem
from app.rooms import Unmended, rooms_on, unmended
from app.self_check import ASKS, Checked, check
from app.sounds import is_heard
from app.staffing import present
from app.termdays import Term
from app.terms import day_in_term
from ui.inspection_words import kind_word, round_word
from ui.score_board import ReportBoard
from ui.session import Session

CHECK, PROBLEMS, ROUNDS = SEGMENTS = ("check", "problems", "rounds")
"""自查, 问题整改, 安全检查."""
EVERY, LEFT, UNSAID = FILTERS = ("every", "left", "unsaid")
"""All; what is still to do; what nobody has answered."""


@dataclass(frozen=True)
class State:
    """Read once after every change."""

    term: Term | None = None
    last: date = date.min
    """The day within the term."""
    answers: list[Answer] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)
    problems: dict[int, Problem] = field(default_factory=dict)
    rounds: dict[int, Round] = field(default_factory=dict)
    unmended: dict[int, Unmended] = field(default_factory=dict)

    @property
    def left(self) -> list[Checked]:
        """Points of which something is still to do."""
        return [one for one in self.checked if one.is_open]

    @property
    def waiting(self) -> list[Problem]:
        """Open problems, the soonest due first."""
        found = [one for one in self.problems.values() if one.is_open(self.last)]
        return sorted(found, key=lambda one: (one.due_on or date.max, one.found_on, one.id))

    @property
    def closed(self) -> list[Problem]:
        """What was put right, the newest first."""
        found = [one for one in self.problems.values() if not one.is_open(self.last)]
        return sorted(found, key=lambda one: (one.closed_on or date.min, one.id), reverse=True)

    @property
    def not_held(self) -> list[str]:
        """Kinds of inspection of which none was held in the term."""
        held = {one.kind for one in self.rounds.values()}
        return [one for one in KINDS if one not in held]

    def found_in(self, round_id: int) -> list[Problem]:
        """What an inspection found."""
        return [one for one in self.problems.values() if one.round_id == round_id]


class Book:
    """The state of now, and the segment, filter and words that a person asked for."""

    def __init__(self, session: Session) -> None:
        self.session, self.board = session, ReportBoard(session)
        self._read: tuple[object, ...] = ()
        self._state = State()
        self.segment, self.text, self.term_code = CHECK, "", ""
        self.only = {CHECK: EVERY, PROBLEMS: EVERY, ROUNDS: EVERY}

    @property
    def today(self) -> date:
        return self.session.today

    @property
    def state(self) -> State:
        """As the file is now."""
        now = (self.session.version, self.session.today, self.term_code)
        if self._read != now:
            self._state, self._read = self._made(), now
        return self._state

    def is_now(self) -> bool:
        """Whether the term that is shown is the newest."""
        begun, term = self.board.begun(), self.state.term
        return bool(begun) and term is not None and begun[0].code == term.code

    def points(self) -> list[Checked]:
        """Points that are listed, in the order of the checklist."""
        only = self.only[CHECK]
        return [
            one for one in self.state.checked
            if (only == EVERY or (only == LEFT and one.is_open) or (only == UNSAID and one.state == ASKS))
            and self._fits(one.point.what, one.point.look, one.evidence)
        ]  # fmt: skip

    def problems(self) -> list[Problem]:
        """Problems that are listed: open ones first."""
        state = self.state
        every = state.waiting if self.only[PROBLEMS] == LEFT else [*state.waiting, *state.closed]
        return [one for one in every if self._fits(
            one.what, one.place, one.measure, kind_word(one.kind), self.staff_name(one.staff_id))]  # fmt: skip

    def unmended(self) -> list[Unmended]:
        """What safety checks of rooms found and is open."""
        return [one for one in self.state.unmended.values() if self._fits(one.finding.what, one.room.name)]

    def rounds(self) -> list[Round]:
        """Inspections that are listed, the newest first."""
        found = [one for one in self.state.rounds.values()
                 if self._fits(round_word(one.kind), one.people, one.note, self.staff_name(one.staff_id))]  # fmt: skip
        return sorted(found, key=lambda one: (one.day, one.id), reverse=True)

    def checked(self, place: int) -> Checked | None:
        """The point at that place of the checklist, counted from 1."""
        return self.state.checked[place - 1] if 0 < place <= len(self.state.checked) else None

    def staff_name(self, staff_id: int | None) -> str:
        """The name of a member of staff, one who has left too."""
        return next((one.name for one in self.session.snapshot.staff if one.id == staff_id), "")

    def staff(self) -> list[tuple[str, str]]:
        """Who can be named: those who are here."""
        return [(str(one.id), one.name) for one in present(self.session.snapshot.staff, self.today)]

    def _made(self) -> State:
        begun = self.board.begun()
        term = next((one for one in begun if one.code == self.term_code), begun[0] if begun else None)
        if term is None:
            return State()
        self.term_code = term.code
        store, last = self.session.store, day_in_term(term, self.today)
        answers = store.inspection.answers(term.id)
        here = rooms_on(self.session.snapshot.rooms, self.today) if last == self.today else []
        return State(
            term, last, answers, check(self.board.facts_of(term), answers),
            {one.id: one for one in store.problems.known(term.from_day, last)},
            {one.id: one for one in store.inspection.rounds(term.from_day, last)},
            {one.finding.id: one for one in unmended(here, store.home.open_findings())},
        )  # fmt: skip

    def _fits(self, *told: str) -> bool:
        text = self.text.lower()
        return not text or any(text in part.lower() or is_heard(part, text) for part in told if part)
