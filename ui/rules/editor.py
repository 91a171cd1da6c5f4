"""One rule opened to be changed: from which day on, and how much work that makes, before it is accepted."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.care_rules import CareRule, in_force, offered, on_day, same_terms
from app.rule_load import cut_window, loads, turn
from app.school import Snapshot
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.notice import Strip
from ui.pieces.scrolling import scrolling
from ui.rules import words
from ui.rules.fields import RuleFields
from ui.rules.from_day import FromDay
from ui.sentences import rule_word

WIDE = 720
"""px at 100 %: fields that are wider are no better."""


class RuleEditor(QWidget):
    """`accepted` asks for the change that `fields` and `from_day` tell; `left` for the table again."""

    accepted = Signal()
    left = Signal()

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        super().__init__()
        self._snapshot, self._today = snapshot, today
        self.key = ""
        self._before: CareRule | None = None
        self.title = Label("", "panel")
        self.why = Label("", "second", "ink2", wrap=True)
        self.fields = RuleFields()
        self.from_day = FromDay(today)
        self.terms = Label("", "body", wrap=True)
        self.load = Label("", "strong", wrap=True)
        self.cut = Strip("caution", "")
        self.past = Label("", "second", "ink2", wrap=True)
        self.go = Button("", keys="Ctrl+Enter", kind="primary")
        self.away = Button(self.tr("不改了"), keys="Esc")
        self._lay_out()
        self.fields.changed.connect(self.show_effect)
        self.from_day.changed.connect(self.show_effect)
        self.go.clicked.connect(self.accepted)
        self.away.clicked.connect(self.left)

    def open_rule(self, key: str, snapshot: Snapshot) -> None:
        """Show the rule of that key as it is today, or what it would ask if it is not in use."""
        self.key, self._snapshot = key, snapshot
        self._before = on_day(snapshot.rules, self._today).get(key)
        shown = self._before or offered(key)
        self.title.setText(rule_word(key))
        self.why.setText(self.tr("{0}。{1}（{2}）").format(
            words.whom_word(shown), words.why_word(key), words.source_word(shown)))  # fmt: skip
        self.from_day.offer(self._days(shown.span, shown.span), "next" if self._before else "this")
        self.fields.take(shown, self._before is not None)
        versions = self._versions()
        self.past.setText("\n".join(words.version_word(one, self._today) for one in versions))
        self.past.setVisible(len(versions) > 1 or (bool(versions) and self._before is None))

    def was_used(self) -> bool:
        """Whether the rule is in use today."""
        return self._before is not None

    def show_effect(self) -> None:
        """Say what changes and how much work it makes."""
        shown = self._before or offered(self.key)
        self.from_day.offer(self._days(shown.span, self.fields.span()))
        day, mistake = self.from_day.day(), self.fields.mistake()
        if not mistake and day is None:
            mistake = self.tr("先写好从哪天起")
        self.terms.set_tone("over" if mistake else "")
        ready = False
        if mistake or day is None:
            self.terms.setText(mistake)
            self._say_load("")
            self._warn("")
        else:
            wanted = self.fields.wanted()
            ready = not self._same(wanted)
            self.terms.setText(self._told(wanted))
            self._say_load(self._counted(wanted, day))
            self._warn(self._cut(wanted, day) if ready else "")
        self.go.setEnabled(ready)
        self.go.set_label(self._verb(day) if ready else self.tr("先改好上面的") if mistake else self.tr("没有要改的"))

    def _verb(self, day: date | None) -> str:
        if day is None:
            return ""
        said = self.tr("{0}起这样做") if self.fields.wanted() else self.tr("{0}起不用")
        return said.format(words.day_word(day, self._today))

    def _told(self, wanted: CareRule | None) -> str:
        if wanted is None:
            return self.tr("不用这一条，以后不提醒；以前的照旧算。")
        if self._before is None:
            return words.terms_word(wanted)
        if same_terms(self._before, wanted):
            return self.tr("和现在一样：{0}").format(words.terms_word(wanted))
        return words.change_word(self._before, wanted)

    def _counted(self, wanted: CareRule | None, day: date) -> str:
        """这个月 244 件，每周大约 61 件（现在是这个月 59 件，每周大约 15 件）."""
        now, then = (
            words.load_word(loads(self._snapshot, [rule], day)[self.key]) if rule is not None else ""
            for rule in (self._before, wanted)
        )
        if not now or not then or now == then:
            return then or self.tr("少做：{0}").format(now)
        return self.tr("{0}（现在是{1}）").format(then, now)

    def _cut(self, wanted: CareRule | None, day: date) -> str:
        """That a day in the middle of a window leaves too little of it to be owed."""
        rule = wanted or self._before
        found = cut_window(self._snapshot, rule.span, day) if rule is not None else None
        if found is None or (wanted is not None and found[1]):
            return ""
        window = found[0]
        first, last, on = (words.day_word(one, self._today) for one in (window.from_day, window.until_day, day))
        return self.tr("{0}在一次的中间：{1}到{2}这一次就不算了。").format(on, first, last)

    def _say_load(self, said: str) -> None:
        self.load.setText(said)
        self.load.setVisible(bool(said))

    def _warn(self, said: str) -> None:
        self.cut.say("caution", said)
        self.cut.setVisible(bool(said))

    def _same(self, wanted: CareRule | None) -> bool:
        if self._before is None or wanted is None:
            return self._before is wanted is None
        return same_terms(self._before, wanted) and self._before.until_day is None

    def _versions(self) -> list[CareRule]:
        """All versions that ever held or will, oldest first."""
        start = self._snapshot.school.started_on or date.min
        mine = [one for one in in_force(self._snapshot.rules) if one.key == self.key]
        there = [one for one in mine if one.until_day is None or one.until_day > start]
        return sorted(there, key=lambda one: one.from_day or date.min)

    def _days(self, *spans: str) -> list[tuple[str, str, date]]:
        found = turn(self._snapshot, spans, self._today)
        return [
            ("next", self.tr("下一次起（{0}）").format(words.day_word(found.next, self._today)), found.next),
            ("this", self.tr("这一次起（{0}）").format(words.day_word(found.this, self._today)), found.this),
        ]

    def _lay_out(self) -> None:
        self.inner = QWidget()
        self.inner.setProperty("ground", "none")
        self.inner.setMaximumWidth(tokens.px(WIDE))
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(tokens.GAP)
        for piece in (self.title, self.why, self.fields, self.from_day, self.past):
            column.addWidget(piece)
        self.area = scrolling(self.inner)
        self.inner.installEventFilter(self)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.BETWEEN)
        foot.addWidget(self.go)
        foot.addWidget(self.away)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.BETWEEN)
        whole.addWidget(self.area, 100)
        for said in (self.cut, self.terms, self.load):
            whole.addWidget(said)
        whole.addLayout(foot)
        whole.addStretch(1)

    def _fit(self) -> None:
        """What is said of the change stands right under the fields, and still in sight where they have to scroll."""
        layout = self.inner.layout()
        if layout is not None:
            wide = min(self.area.width(), self.inner.maximumWidth())
            high = max(layout.totalHeightForWidth(wide), self.inner.minimumSizeHint().height())
            self.area.setMaximumHeight(high + 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.inner and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
