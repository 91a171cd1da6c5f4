"""The set-up wizard: four short steps; Enter goes on, Esc back, and nothing typed is lost on the way."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Change, Update
from app.ports import Disk
from app.school import School
from app.store import Store, StoreError
from app.termdays import Term
from app.vault import Setup, Vault
from ui import words
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.setup.code_step import CodeStep
from ui.setup.step import Step
from ui.setup.steps import SchoolStep, TermStep, UserStep


class Wizard(QWidget):
    """`made` carries the open store of the new school; `left` goes back to the choice before."""

    made = Signal(object)
    left = Signal()

    def __init__(
        self, disk: Disk, vault: Vault, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        today = now().date()
        self._disk, self._vault, self._today = disk, vault, today
        self._store: Store | None = None
        self.school, self.user, self.term = SchoolStep(), UserStep(), TermStep(today)
        self.code = CodeStep(disk, today)
        self.steps: list[Step] = [self.school, self.user, self.term, self.code]
        self.count = Label("", "second")
        self.heading = Label("", "heading")
        self.error = Label("", "strong", "over", wrap=True)
        self.next = Button(self.tr("下一步"), keys="Enter", kind="primary", height=44)
        self.back = Button(self.tr("上一步"), keys="Esc", kind="secondary", height=44)
        self.stack = QStackedWidget()
        for step in self.steps:
            step.column.addStretch(1)
            self.stack.addWidget(step)
        self._lay_out()
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.next)
        row.addWidget(self.back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.count)
        column.addWidget(self.heading)
        column.addSpacing(4)
        column.addWidget(self.stack)
        column.addWidget(self.error)
        column.addSpacing(8)
        column.addLayout(row)

    def start(self) -> None:
        """Show the first step."""
        self._show(0)

    @property
    def at(self) -> int:
        """Index of the step on screen."""
        return self.stack.currentIndex()

    def _show(self, index: int) -> None:
        step = self.steps[index]
        for number, other in enumerate(self.steps):
            policy = other.sizePolicy()
            policy.setVerticalPolicy(policy.Policy.Preferred if number == index else policy.Policy.Ignored)
            other.setSizePolicy(policy)
        self.stack.setCurrentIndex(index)
        self.count.setText(self.tr("第 {0} 步，共 {1} 步").format(index + 1, len(self.steps)))
        self.heading.setText(step.heading)
        self.next.set_label(self.tr("打开名册") if step is self.code else self.tr("下一步"))
        self._say("")
        self.user.school_name = self.school.name.value()
        step.arrive()

    def go_on(self) -> None:
        """Enter: the next step, if this one is complete; after the last one the school opens."""
        wrong = self.steps[self.at].check()
        if wrong:
            self._say(wrong)
            return
        if self.steps[self.at] is self.code:
            assert self._store is not None
            self.made.emit(self._store)
            return
        if self.steps[self.at + 1] is self.code and not self._make():
            return
        self._show(self.at + 1)

    def go_back(self) -> None:
        """Esc: the step before; what was typed stays."""
        if self.at:
            self._show(self.at - 1)
        elif self._store is None:
            self.left.emit()

    def _make(self) -> bool:
        """Write the school, or, where it is written already, what was changed since. False if that failed."""
        monday = self._today - timedelta(days=self._today.weekday())
        school, term = self.school.school(monday), self.term.term()
        try:
            if self._store is None:
                self._create(school, term)
            else:
                self._mend(self._store, school, term)
        except StoreError as error:
            self._say(words.sentence(error))
            return False
        return True

    def _create(self, school: School, term: Term) -> None:
        code, self._store = self._vault.create(
            Setup(
                school, self.user.user.value(), self.user.password.text(),
                term.code, term.from_day, term.until_day, term.checked,
            )
        )  # fmt: skip
        self.user.fix()
        self.code.show_code(code, school.name, self._vault.check_recovery_code)

    def _mend(self, store: Store, school: School, term: Term) -> None:
        snapshot = store.snapshot()
        changes: list[Change] = []
        if snapshot.school != school:
            texts = {"name": school.name, "code": school.code, "county": school.county, "duty_phone": school.duty_phone}
            changes.append(Update("school", 1, texts))
        there = snapshot.terms[0]
        if (there.code, there.from_day, there.until_day) != (term.code, term.from_day, term.until_day):
            days = {"from_day": term.from_day.isoformat(), "until_day": term.until_day.isoformat()}
            changes.append(Update("term", there.id, {"code": term.code, "checked": int(term.checked), **days}))
        if changes:
            store.apply(self.tr("修改学校和学期"), changes)

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
