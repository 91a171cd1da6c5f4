"""What the page of the assessment knows between two changes: the table, the term, the score, in which order."""

from datetime import timedelta

from app.assessment import Table, in_use
from app.measures import Facts
from app.school import Snapshot
from app.scoring import Score, Scored, read_score
from app.termdays import Term
from app.terms import term_title, with_assumed
from ui.session import Session

GAIN_FIRST, IN_ORDER = ORDERS = ("gain", "table")


class ReportBoard:
    """`read` counts anew."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.term_code, self.order = "", GAIN_FIRST
        self.tables: list[Table] = []
        self.table: Table | None = None
        self.facts: Facts | None = None
        self.score: Score | None = None

    @property
    def snapshot(self) -> Snapshot:
        """What the session has in memory."""
        return self.session.snapshot

    @property
    def term(self) -> Term | None:
        """The term that is shown."""
        return self.facts.term if self.facts is not None else None

    def begun(self) -> list[Term]:
        """The terms that have begun, newest first."""
        found = [one for one in with_assumed(self.snapshot.terms, self.session.today)
                 if one.from_day - timedelta(days=one.from_day.weekday()) <= self.session.today]  # fmt: skip
        return found[::-1] or with_assumed(self.snapshot.terms, self.session.today)[:1]

    def terms(self) -> list[tuple[str, str]]:
        """What can be chosen: code and title."""
        return [(one.code, term_title(one.code)) for one in self.begun()]

    def read(self) -> None:
        """Score the table in use anew."""
        self.tables = self.session.store.assessment.tables()
        self.table = in_use(self.tables)
        term = self._term()
        self.facts = self.facts_of(term) if term is not None else None
        self.score = read_score(self.facts, self.table) if self.facts is not None and self.table is not None else None

    def facts_of(self, term: Term) -> Facts:
        """What is counted of a term; of the running one what the session knows already."""
        due = self.session.due()
        mine = due.duties if due is not None and due.duties.term.code == term.code else None
        return Facts(self.snapshot, self.session.store, term, self.session.today, mine)

    def items(self) -> list[Scored]:
        """In the order that was chosen."""
        if self.score is None:
            return []
        return self.score.by_gain if self.order == GAIN_FIRST else list(self.score.items)

    def scored(self, item_id: int) -> Scored | None:
        """One item."""
        return next((one for one in self.items() if one.item.id == item_id), None)

    def weeks_left(self) -> int:
        """Weeks to the end of the term, the running one included; 0 once it is over."""
        term, today = self.term, self.session.today
        return max(0, (term.until_day - today).days // 7 + 1) if term is not None and today <= term.until_day else 0

    def is_now(self) -> bool:
        """Whether the newest term is shown."""
        begun = self.begun()
        return bool(begun) and self.term is not None and begun[0].code == self.term.code

    def _term(self) -> Term | None:
        begun = self.begun()
        found = next((one for one in begun if one.code == self.term_code), begun[0] if begun else None)
        self.term_code = found.code if found is not None else ""
        return found
