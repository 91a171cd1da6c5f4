"""The rules of care at work: the table, one rule opened, another preset looked at, the day from which they count."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.care_rules import COMMON, PRESETS, nearest_preset
from app.changes import Change
from app.edits.rules import set_rule, set_start, stop_rule, use_preset
from app.rule_load import total
from app.values import BadValue
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments
from ui.rules import words
from ui.rules.editor import RuleEditor
from ui.rules.preset_view import PresetView
from ui.rules.table import RuleTable
from ui.session import Session
from ui.unsaved import Unsaved

TABLE, EDITOR, PRESET = range(3)
DRAFT = "rules"
"""The key of the draft, and of the section of the settings it belongs to."""


class RuleDesk(QWidget):
    """The table; in its place one rule opened, or what another preset would change. `write` saves under a label."""

    keys_changed = Signal()
    print_wanted = Signal()

    def __init__(self, session: Session, write: Callable[[str, list[Change]], bool]) -> None:
        super().__init__()
        self.session, self._write = session, write
        snapshot, today = session.snapshot, session.today
        self.now = Label("", "panel", wrap=True)
        self.count = Label("", "second", "ink2", wrap=True)
        self.presets = Segments(
            [Segment(name, words.preset_word(name)) for name in PRESETS], COMMON, name=self.tr("换一套规则"))
        self.start = DateField(self.tr("学校从哪天起用"), today=lambda: today, needed=True)
        self.print = Button("", icon="printer", name=self.tr("打印关爱规则"))
        self.table = RuleTable(today)
        self.editor, self.preset = RuleEditor(snapshot, today), PresetView(snapshot, today)
        self.stack = QStackedWidget()
        for page in (self._first(), self.editor, self.preset):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.unsaved = Unsaved(self.editor, session, DRAFT, "settings", lambda: {"rule": self.editor.key})
        self.presets.chosen.connect(self.open_preset)
        self.table.opened.connect(lambda row: self.open_rule(self.table.key_of(row)))
        self.start.committed.connect(self._start)
        self.print.clicked.connect(self.print_wanted)
        for page in (self.editor, self.preset):
            page.left.connect(self.back)
        self.editor.accepted.connect(self._change)
        self.preset.accepted.connect(self._use)
        self._seen: tuple[object, ...] = ()
        self._nearest = COMMON

    def show_file(self) -> None:
        """Show the session's snapshot again. Counting what the rules come to takes its time: only when they are looked
        at and something else counts than before."""
        snapshot, today = self.session.snapshot, self.session.today
        seen = (snapshot.rules, snapshot.school, snapshot.terms, snapshot.calendar, snapshot.plans, snapshot.children)
        same = len(seen) == len(self._seen) and all(one is other for one, other in zip(seen, self._seen, strict=True))
        if same or not self.isVisible():
            return
        self._seen = seen
        self.table.show_rules(snapshot)
        found = self.table.load()
        self._nearest, apart = nearest_preset(snapshot.rules, today)
        self.presets.set_current(self._nearest)
        mine = self.tr("现在用“{0}”这一套，改过 {1} 条") if apart else self.tr("现在用“{0}”这一套")
        self.now.setText(mine.format(words.preset_word(self._nearest), apart))
        self.count.setText(self.tr("{0} 条，{1}。").format(len(found), words.load_word(total(found.values()))))
        start = snapshot.school.started_on
        self.start.set_value(start.isoformat() if start else "")
        if self.stack.currentIndex() == PRESET:
            self.preset.open_preset(self.preset.name, snapshot)

    def open_rule(self, key: str) -> None:
        """Open one rule to change it."""
        if key:
            self.editor.open_rule(key, self.session.snapshot)
            self._turn(EDITOR)
            self.editor.fields.use.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_preset(self, name: str) -> None:
        """Show what another preset would change."""
        self.preset.open_preset(name, self.session.snapshot)
        self._turn(PRESET)
        self.preset.grid.focus_first()

    def back(self) -> bool:
        """Esc: from a rule or a preset to the table; nothing is changed."""
        if self.stack.currentIndex() == TABLE:
            return False
        self.session.drafts.drop(DRAFT)
        self._home()
        return True

    def keys(self) -> list[tuple[str, str]]:
        """For the foot."""
        if self.stack.currentIndex() == TABLE:
            return [("Enter", self.tr("改这一条"))]
        return [("Ctrl+Enter", self.tr("这样做")), ("Esc", self.tr("不改了"))]

    def resume(self) -> bool:
        """Bring back the rule that was half changed when the program ended; False if there was none."""
        draft = self.session.drafts.read(DRAFT)
        if not draft.get("rule"):
            return False
        self.open_rule(str(draft["rule"]))
        self.unsaved.put_back(draft)
        self.editor.show_effect()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_file()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control and self.stack.currentIndex() != TABLE:
            page = self.editor if self.stack.currentIndex() == EDITOR else self.preset
            page.go.click()
            return
        super().keyPressEvent(event)

    def _home(self) -> None:
        self._turn(TABLE)
        self.show_file()
        self.presets.set_current(self._nearest)
        self.table.focus_first()

    def _turn(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self.keys_changed.emit()

    def _change(self) -> None:
        day, today, rules = self.editor.from_day.day(), self.session.today, self.session.snapshot.rules
        if day is None or not self.editor.go.isEnabled():
            return
        key, wanted = self.editor.key, self.editor.fields.wanted()
        used = self.editor.was_used()
        if wanted is None:
            self._accept(words.stop_label(key, day, today), stop_rule(rules, key, day))
        else:
            label = words.change_label if used else words.start_label
            try:
                self._accept(label(key, day, today), set_rule(rules, wanted, day))
            except BadValue as error:
                self.session.failed.emit(words.refusal(error))

    def _use(self) -> None:
        day = self.preset.from_day.day()
        if day is not None:
            changes = use_preset(self.session.snapshot.rules, self.preset.name, day)
            self._accept(words.preset_label(self.preset.name, day, self.session.today), changes)

    def _accept(self, label: str, changes: list[Change]) -> None:
        # The form is left first: what is saved now is no longer half typed.
        before = self.stack.currentIndex()
        self.stack.setCurrentIndex(TABLE)
        if self._write(label, changes):
            self.session.drafts.drop(DRAFT)
            self._home()
        else:
            self._turn(before)

    def _start(self, text: str) -> None:
        day = date.fromisoformat(text)
        label = self.tr("关爱规则从{0}起用").format(words.day_word(day, self.session.today))
        self._write(label, set_start(self.session.snapshot.school, day))

    def _first(self) -> QWidget:
        page = QWidget()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.now)
        said.addWidget(self.count)
        head = QHBoxLayout()
        head.setSpacing(tokens.BETWEEN)
        head.addLayout(said, 1)
        head.addWidget(self.presets, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.print, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.GAP)
        before = Label(self.tr("这天以前不欠；要补录以前的纸条，就往前改。"), "second", "ink2", wrap=True)
        foot.addWidget(self.start, 1)
        foot.addWidget(before, 2, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        return page
