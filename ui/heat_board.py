"""What the heat map shows: which term, rule and rows were chosen, counted, filtered and put in order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.call_weeks import VIDEO_MEDIUM
from app.care_rules import CHILD, CLASS, CareRule
from app.classnames import class_order
from app.due import duties_of
from app.enrolment import name_on
from app.heat import CHILDREN, CLASSES, DONE, MENTORS, RULES, Cell, HeatMap, HeatRow, Key, heat_map, worst_first
from app.names import initials
from app.search import search
from app.standing import Duties
from app.tally import Entry
from app.termdays import Term
from app.terms import term_title, with_assumed
from app.windows import FORTNIGHT, SPANS, WEEK
from ui import heat_words as words
from ui.sentences import rule_word
from ui.session import Session

FIRST_RULES = ("parents-call", "talk", "family-call")
"""Which rule is shown before anybody chose: the first of these with a short window, else the first there is."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row's name, as it is searched for."""

    key: Key
    name: str
    second: str
    pinyin: str = ""
    initials: str = ""
    digits: tuple[str, ...] = ()
    order: tuple[object, ...] = ()


class Board:
    """`read` counts anew; `arrange` only filters and orders what was counted."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.term_code, self.rule, self.by = "", "", CHILDREN
        self.class_id, self.order, self.text = 0, "worst", ""
        self._other: tuple[object, str, Duties] | None = None
        self._chosen = self._wanted = False
        self.duties: Duties | None = None
        self.map: HeatMap | None = None
        self.rows: list[HeatRow] = []
        self.named: dict[Key, Named] = {}
        self._video: dict[int, list[date]] = {}

    # what can be chosen

    def terms(self) -> list[tuple[str, str]]:
        """The terms that have begun, newest first: 本学期, 上学期, then by their names."""
        found = self._begun()
        running = bool(found) and self._session.today <= found[0].until_day + timedelta(days=6)
        names = {0: words.this_term() if running else words.ended_term(), 1: words.last_term()}
        return [(term.code, names.get(place, term_title(term.code))) for place, term in enumerate(found)]

    def rules(self) -> list[tuple[str, str]]:
        """The rules that ask for something in this term, all together first."""
        if self.duties is None:
            return [("", words.all_rules())]
        keys = [key for key, every in self.duties.rules.items() if self._fits(every)]
        return [("", words.all_rules()), *((key, rule_word(key)) for key in keys)]

    def classes(self) -> list[tuple[str, str]]:
        """The classes of the rows that can be filtered by them."""
        there = {row.class_id for row in self.map.rows} if self.map is not None and self.by == CHILDREN else set()
        snapshot, day = self._session.snapshot, self._session.today
        ordered = sorted((one for one in snapshot.classes if one.id in there),
                         key=lambda one: class_order(one.stage, one.entry_year, one.number))  # fmt: skip
        return [(str(one.id), name_on(one, day, snapshot.school.system)) for one in ordered]

    def choose(self, rule: str, term: str = "") -> None:
        """Show that rule, whoever chose another before; of that term, "" = of the running one. A rule of classes or of
        the school is shown with rows that it has."""
        self.rule, self._chosen, self.term_code, self._wanted = rule, True, term, True

    # what is counted

    @property
    def today(self) -> date:
        """The day it is looked at."""
        return self._session.today

    def read(self) -> None:
        """Count anew."""
        self.duties = self._duties()
        if self.duties is None:
            self.map, self.rows, self.named = None, [], {}
            return
        if not self._chosen:
            self._chosen, self.rule = True, _first_rule(self.duties)
        versions = self.duties.rules.get(self.rule)
        if self._wanted and versions and versions[-1].whom != CHILD:
            self.by = CLASSES if versions[-1].whom == CLASS else RULES
        self._wanted = False
        if self.rule not in self.duties.rules or not self._fits(self.duties.rules[self.rule]):
            self.rule = ""
        self.map = heat_map(self.duties, self.rule, self.by)
        self._video = defaultdict(list)
        if words.is_call(self.version()):
            first, last = self.duties.term.from_day - timedelta(days=6), self.duties.term.until_day + timedelta(days=6)
            for child_id, day in self._session.store.ledger.talked_by(VIDEO_MEDIUM, first, last):
                self._video[child_id].append(day)
        self.named = {row.key: self._name(row) for row in self.map.rows}
        self.arrange()

    def arrange(self) -> None:
        """Filter and order the rows."""
        if self.map is None:
            return
        every = self.class_id == 0 or self.by != CHILDREN
        rows = [row for row in self.map.rows if every or row.class_id == self.class_id]
        if self.text:
            hits = {hit.row.key for hit in search([self.named[row.key] for row in rows], self.text)}
            rows = [row for row in rows if row.key in hits]
        orders = {key: one.order for key, one in self.named.items()}
        if self.order == "worst":
            self.rows = worst_first(rows, orders)
        elif self.order == "class" or self.by != CHILDREN:
            self.rows = sorted(rows, key=lambda row: orders[row.key])
        else:
            self.rows = sorted(rows, key=lambda row: (self.named[row.key].pinyin, orders[row.key]))

    def version(self) -> CareRule | None:
        """The newest version of the one rule that is shown; None for all of them."""
        return self.duties.rules[self.rule][-1] if self.duties is not None and self.rule else None

    def span(self) -> str:
        """The window of the one rule that is shown."""
        rule = self.version()
        return rule.span if rule is not None else ""

    # what a cell says

    def by_video(self, cell: Cell) -> bool | None:
        """Whether the call of a cell was one; None where it does not matter."""
        if self.by != CHILDREN or cell.state != DONE or not words.is_call(self.version()) or self.map is None:
            return None
        (entry, *_more) = self.map.of(cell)
        window = entry.owed.window
        return any(window.covers(day) for day in self._video.get(entry.subject[1], ()))

    def tried(self, entries: Iterable[Entry]) -> int:
        """How often it was tried in vain in these windows."""
        assert self.duties is not None
        return sum(self.duties.counted(one.owed.rule.kinds, one.subject, one.owed.window)[1] for one in entries)

    def in_run(self) -> list[HeatRow]:
        """The rows on screen that were missed twice and more up to now."""
        return [row for row in self.rows if row.run > 1]

    def _duties(self) -> Duties | None:
        due, begun = self._session.due(), self._begun()
        if due is not None and self.term_code in ("", due.duties.term.code):
            self.term_code = due.duties.term.code
            return due.duties
        term = next((one for one in begun if one.code == self.term_code), begun[0] if begun else None)
        if term is None:
            return None
        self.term_code = term.code
        snapshot = self._session.snapshot
        if self._other is None or self._other[0] is not snapshot or self._other[1] != term.code:
            self._other = snapshot, term.code, duties_of(snapshot, self._session.store.ledger, term, self.today)
        return self._other[2]

    def forget(self) -> None:
        """Records were written: another term than this one is to be read again."""
        self._other = None

    def _begun(self) -> list[Term]:
        found = [one for one in with_assumed(self._session.snapshot.terms, self.today)
                 if one.from_day - timedelta(days=one.from_day.weekday()) <= self.today]  # fmt: skip
        return found[::-1]

    def _fits(self, versions: list[CareRule]) -> bool:
        return versions[-1].whom == CHILD or self.by in (CLASSES, RULES)

    def _name(self, row: HeatRow) -> Named:
        snapshot, day = self._session.snapshot, self._session.today
        classes = {one.id: one for one in snapshot.classes}
        if self.by == CHILDREN:
            child = snapshot.children[int(row.key)]
            of = classes.get(row.class_id or 0)
            place = class_order(of.stage, of.entry_year, of.number) if of else (9, 0, 0)
            second = name_on(of, day, snapshot.school.system) if of else ""
            return Named(row.key, child.name, second, child.pinyin, initials(child.pinyin), (), (place, child.pinyin))
        if self.by == MENTORS:
            staff = next((one for one in snapshot.staff if one.id == row.key), None)
            name = staff.name if staff is not None else words.nobody()
            return Named(row.key, name, "", order=(staff is None, name))
        if self.by == CLASSES:
            one = classes[int(row.key)]
            return Named(row.key, name_on(one, day, snapshot.school.system), "",
                         order=class_order(one.stage, one.entry_year, one.number))  # fmt: skip
        keys = list(self.duties.rules) if self.duties is not None else []
        return Named(row.key, rule_word(str(row.key)), "", order=(keys.index(str(row.key)),))


def _first_rule(duties: Duties) -> str:
    """The rule with the shortest window that one would look at first."""
    short = [key for key in FIRST_RULES if key in duties.rules and duties.rules[key][-1].span in (WEEK, FORTNIGHT)]
    there = [key for key in FIRST_RULES if key in duties.rules]
    return min(short or there, key=lambda key: SPANS.index(duties.rules[key][-1].span), default="")

