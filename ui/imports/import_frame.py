"""What the import page looks like: heading, steps, the four step pages, and the words over them."""

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.imports import aliases
from ui import tokens
from ui.imports.choose_step import ChooseStep
from ui.imports.columns_step import ColumnsStep
from ui.imports.done_step import DoneStep
from ui.imports.matter import Matter, Plan
from ui.imports.preview_step import PreviewStep
from ui.imports.reading import Reading
from ui.imports.steps import Steps
from ui.page import KeyGroup, Page
from ui.pieces.label import Label
from ui.pieces.one_at_a_time import OneAtATime


class ImportFrame(Page):
    """The page without what its buttons do."""

    def __init__(self, matter: Matter[Any, Any]) -> None:
        super().__init__()
        self.matter = matter
        self._reading: Reading | None = None
        self._plan: Plan | None = None
        self.heading, self.line, self.steps = Label("", "heading"), Label("", "second", wrap=True), Steps()
        self.choose, self.columns = ChooseStep(matter.words), ColumnsStep(matter)
        self.preview, self.done = PreviewStep(matter), DoneStep(matter)
        self.stack = OneAtATime()
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.heading)
        left.addWidget(self.line)
        head = QHBoxLayout()
        head.setContentsMargins(tokens.GUTTER, 12, tokens.GUTTER, 10)
        head.addLayout(left, 1)
        head.addWidget(self.steps)
        for step in (self.choose, self.columns, self.preview, self.done):
            self.stack.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    @property
    def choices(self) -> str:
        """The setting in which choices of columns are kept."""
        return f"{self.matter.key}_columns"

    def keys(self) -> list[tuple[str, str]]:
        return self._keys_of(self.stack.currentIndex())

    def key_groups(self) -> list[KeyGroup]:
        title = self.matter.words.title
        return [KeyGroup(self.tr("{0}：对列名").format(title), tuple(self._keys_of(1))),
                KeyGroup(self.tr("{0}：看一遍").format(title), tuple(self._keys_of(2)))]  # fmt: skip

    def _keys_of(self, step: int) -> list[tuple[str, str]]:
        return {
            0: [("Enter", self.tr("选表格")), ("Esc", self.tr("不导了"))],
            1: [("Tab", self.tr("下一格")), ("Ctrl+Enter", self.tr("看一遍")), ("Esc", self.tr("上一步"))],
            2: [
                (self.tr("空格"), self.tr("勾或不勾这一行")),
                ("Ctrl+Enter", self.tr("导入")),
                ("Esc", self.tr("上一步")),
            ],
            3: [("Enter", self.matter.words.finished)],
        }[step]

    def back(self) -> bool:
        at = self.stack.currentIndex()
        pasted = self._reading is not None and not self._reading.path
        if at == 1 and pasted:
            return False
        if at in (1, 2):
            self._show(at - 1)
            return True
        return False

    def step_back(self) -> None:
        """The button 上一步: what Esc does."""
        if not self.back():
            self.leaves.emit()

    def finish(self) -> None:
        """The last button: back to what was filled."""
        home = self.matter.words.home
        if home:
            self.goes.emit(home, None)
        else:
            self.leaves.emit()

    def help_text(self) -> str:
        return self.matter.words.help

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.steps.set_narrow(tokens.is_narrow(self.window().width()))

    def _show(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self.steps.show_step(step if step < 3 else 4)
        self._say()
        self.keys_changed.emit()
        (self.choose, self.columns, self.preview, self.done)[step].setFocus()

    def _say(self) -> None:
        step = self.stack.currentIndex()
        name = self._reading.name if self._reading else ""
        title = self.matter.words.title
        line = self.tr("{0}：{1}").format(title, name) if name and step else title
        if self._reading is not None and step == 1:
            used = [one for one in self._reading.mapping.columns if one.header or one.samples]
            known = sum(one.field not in (aliases.OTHER, aliases.IGNORED) for one in used)
            if known == len(used):
                line += self.tr("，{0} 列都认得").format(known)
            else:
                line += self.tr("，{0} 列里认得 {1} 列，{2}").format(len(used), known, self.matter.words.rest)
        self.line.setText(line)
        if step == 0:
            self.heading.setText(self.tr("选一个表格"))
        elif step == 1:
            self.heading.setText(self.tr("看看每一列对不对"))
        elif self._plan is not None and step == 2:
            self.heading.setText(self.matter.finding(self._plan))
        elif step == 3:
            self.heading.setText(self.done.finding)
