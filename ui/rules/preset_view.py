"""What a change to another preset does, rule by rule, before it is accepted."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.care_rules import Step, on_day, preset, steps_to
from app.rule_load import Load, loads, total, turn
from app.school import Snapshot
from app.windows import MONTH, TERM
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.rules import words
from ui.rules.from_day import FromDay
from ui.sentences import rule_word


class PresetView(QWidget):
    """`accepted` asks to use `name` from `from_day` on; `left` for the table again."""

    accepted = Signal()
    left = Signal()

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        super().__init__()
        self._snapshot, self._today = snapshot, today
        self.name = ""
        self.steps: list[Step] = []
        self._now: dict[str, Load] = {}
        self._then: dict[str, Load] = {}
        self.title = Label("", "panel", wrap=True)
        self.load = Label("", "strong", wrap=True)
        self.grid = ListGrid(
            [
                Column("what", words.column("what"), 168, "status", self._what),
                Column("before", words.column("before"), 0, "two_line", lambda row: self._terms(row, before=True)),
                Column("after", words.column("after"), 0, "two_line", lambda row: self._terms(row, before=False)),
                Column("load", words.column("load"), 124, "two_line", self._load),
            ],
            name=words.column("preview"), many=False,
        )  # fmt: skip
        self.from_day = FromDay(today)
        self.go = Button("", keys="Ctrl+Enter", kind="primary")
        self.away = Button(self.tr("不换了"), keys="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(tokens.BETWEEN)
        foot.addWidget(self.go)
        foot.addWidget(self.away)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for piece in (self.title, self.load):
            column.addWidget(piece)
        column.addWidget(self.grid, 1)
        column.addWidget(self.from_day)
        column.addLayout(foot)
        self.from_day.changed.connect(self.show_effect)
        self.go.clicked.connect(self.accepted)
        self.away.clicked.connect(self.left)

    def open_preset(self, name: str, snapshot: Snapshot) -> None:
        """Show what that preset would change."""
        self.name, self._snapshot = name, snapshot
        self.from_day.offer(self._days(), "month")
        self.show_effect()

    def show_effect(self) -> None:
        """Say what becomes of which rule on the chosen day."""
        day = self.from_day.day()
        if day is None:
            self.go.setEnabled(False)
            self.go.set_label(self.tr("先写好从哪天起"))
            return
        rules = self._snapshot.rules
        self.steps = steps_to(rules, self.name, day)
        self._now = loads(self._snapshot, on_day(rules, day).values(), day)
        self._then = loads(self._snapshot, preset(self.name), day)
        counts = [sum(one.before is None for one in self.steps),
                  sum(one.before is not None and one.after is not None for one in self.steps),
                  sum(one.after is None for one in self.steps)]  # fmt: skip
        said = [word.format(count) for word, count in zip(words.counted(), counts, strict=True) if count]
        asked = words.preset_word(self.name)
        if said:
            self.title.setText(self.tr("换成“{0}”：{1}").format(asked, "，".join(said)))
        else:
            self.title.setText(self.tr("和“{0}”一条不差").format(asked))
        now, then = total(self._now.values()), total(self._then.values())
        self.load.setText(self.tr("一共：现在{0}，换了以后{1}").format(words.week_word(now), words.week_word(then)))
        self.grid.set_rows(list(range(1, len(self.steps) + 1)))
        self.grid.refresh()
        self.go.setEnabled(bool(said))
        self.go.set_label(self.tr("{0}起用“{1}”").format(words.day_word(day, self._today), asked))

    def _what(self, row: int) -> Cell:
        step = self.steps[row - 1]
        mark = "new" if step.before is None else "wait" if step.after is None else "changed"
        return Cell(rule_word(step.key), mark=mark, tone="ink")

    def _terms(self, row: int, before: bool) -> Cell:
        step = self.steps[row - 1]
        rule = step.before if before else step.after
        if rule is None:
            return Cell(words.terms_word(None), tone="ink3")
        first, _, second = words.terms_word(rule).partition("，")
        return Cell(first, second, "ink2" if before else "")

    def _load(self, row: int) -> Cell:
        key = self.steps[row - 1].key
        then, now = (words.week_word(found[key]) if key in found else "" for found in (self._then, self._now))
        return Cell(then or self.tr("没有了"), self.tr("现在{0}").format(now) if now else "", "" if then else "ink3")

    def _days(self) -> list[tuple[str, str, date]]:
        week = self._today + timedelta(days=7 - self._today.weekday())
        month = turn(self._snapshot, (MONTH,), self._today).next
        term = turn(self._snapshot, (TERM,), self._today).next
        found = [("month", self.tr("下个月起（{0}）"), month), ("week", self.tr("下周起（{0}）"), week),
                 ("term", self.tr("下学期起（{0}）"), term)]  # fmt: skip
        if start := self._snapshot.school.started_on:
            found.append(("start", self.tr("从一开始（{0}）"), start))
        return [(key, said.format(words.day_word(day, self._today)), day) for key, said, day in found]

