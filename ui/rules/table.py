"""The rules in force as a table: what, for whom, who does it, how often, by when, how much that is, and its source."""

from datetime import date

from app.care_rules import DEFAULTS, CareRule, in_force, offered, on_day
from app.rule_load import Load, loads
from app.school import Snapshot
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row
from ui.rules import words
from ui.sentences import rule_word

KEYS = tuple(dict.fromkeys(rule.key for _letters, rule in DEFAULTS))
"""In the order of rules.md."""


class RuleTable(ListGrid):
    """Rows are numbered as `KEYS`, from 1; Enter opens one."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._now: dict[str, CareRule] = {}
        self._later: dict[str, CareRule] = {}
        self._loads: dict[str, Load] = {}
        super().__init__(
            [
                Column("rule", words.column("rule"), 0, "two_line", self._rule),
                Column("often", words.column("often"), 0, "two_line", self._often),
                Column("owner", words.column("owner"), 108, "text", self._owner),
                Column("load", words.column("load"), 128, "text", self._load, right=True),
                Column("source", words.column("source"), 138, "two_line", self._source),
            ],
            name=words.column("table"), many=False,
        )  # fmt: skip

    def show_rules(self, snapshot: Snapshot) -> None:
        """Show those of today; what is not in use stands below."""
        self._read(snapshot)
        rows: list[Row] = [number for number, key in enumerate(KEYS, 1) if key in self._now]
        others = [number for number, key in enumerate(KEYS, 1) if key not in self._now]
        if others:
            rows += [Group(words.column("unused"), len(others)), *others]
        self.set_rows(rows)
        self.refresh()

    def load(self) -> dict[str, Load]:
        """How much each rule in use comes to."""
        return self._loads

    def key_of(self, row: int) -> str:
        """The rule of a row; "" for none."""
        return KEYS[row - 1] if row else ""

    def _read(self, snapshot: Snapshot) -> None:
        self._now = on_day(snapshot.rules, self._today)
        self._loads = loads(snapshot, self._now.values(), self._today)
        later = [one for one in in_force(snapshot.rules) if one.from_day is not None and one.from_day > self._today]
        self._later = {one.key: one for one in sorted(later, key=lambda one: one.from_day or date.max, reverse=True)}

    def _at(self, row: int) -> CareRule:
        key = KEYS[row - 1]
        return self._now.get(key) or offered(key)

    def _rule(self, row: int) -> Cell:
        rule = self._at(row)
        return Cell(rule_word(rule.key), words.whom_word(rule), "" if rule.key in self._now else "ink3")

    def _often(self, row: int) -> Cell:
        rule = self._at(row)
        if rule.key not in self._now:
            later = self._later.get(rule.key)
            return Cell(words.coming_word(later, None, self._today) if later else "—", tone="ink3")
        return Cell(words.often_word(rule), self._coming(rule) or words.by_word(rule))

    def _coming(self, rule: CareRule) -> str:
        later = self._later.get(rule.key)
        if later is not None:
            return words.coming_word(later, rule, self._today)
        return words.ending_word(rule.until_day, self._today) if rule.until_day else ""

    def _owner(self, row: int) -> Cell:
        rule = self._at(row)
        return Cell(words.owner_word(rule.owner)) if rule.key in self._now else Cell()

    def _load(self, row: int) -> Cell:
        found = self._loads.get(KEYS[row - 1])
        if found is None:
            return Cell()
        return Cell(words.week_word(found), tone="" if found.term else "ink3")

    def _source(self, row: int) -> Cell:
        first, _, second = words.source_word(self._at(row)).partition("，")
        return Cell(first, second, "ink2")
