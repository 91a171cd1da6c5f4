"""Third step: every row that would change, with ticks, and the button that says how many are carried out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.imports.plan import Plan
from ui import tokens
from ui.imports import preview_words as words
from ui.imports.counters import Counters
from ui.imports.preview_rows import PreviewRows
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid


class PreviewStep(QWidget):
    """Counters, list, the question about a doubtful row, and the buttons."""

    planned = Signal(object)
    """The Plan after a tick."""
    resolved = Signal(int, object)
    """(index of the row, child id or "new" or None) a person answered about a doubtful row."""
    back_wanted = Signal()
    save_refused = Signal()
    carry_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = PreviewRows()
        self._only = ""
        self.counters = Counters()
        self.grid = ListGrid(self.lines.columns(), name=self.tr("导入的每一行"), row_height=46, many=False)
        self.question = QWidget()
        self.full = Label("", "second", wrap=True)
        self.full.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.full.setAccessibleName(self.tr("这一行"))
        self.absent = Label("", "second", wrap=True)
        self.safe = Label(self.tr("导入前自动备份一份，导错了按 Ctrl+Z 就退回来。"), "second", wrap=True)
        self.back = Button(self.tr("上一步"))
        self.keep = Button(self.tr("另存成表"), icon="download")
        self.go = Button(self.tr("导入"), kind="primary", keys="Ctrl+Enter", height=40)
        self.answers = QHBoxLayout(self.question)
        self.answers.setContentsMargins(0, 0, 0, 0)
        self.answers.setSpacing(tokens.BETWEEN)
        self.question.hide()
        self._lay_out()
        self.counters.filtered.connect(self._filter)
        self.grid.ticked.connect(self._tick)
        self.grid.current_changed.connect(self._current)
        self.grid.opened.connect(self._open)
        self.back.clicked.connect(self.back_wanted)
        self.keep.clicked.connect(self.save_refused)
        self.go.clicked.connect(self.carry_out)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.safe, 1)
        for button in (self.back, self.keep, self.go):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 10)
        column.setSpacing(10)
        column.addWidget(self.counters)
        column.addWidget(self.grid, 1)
        column.addWidget(self.full)
        column.addWidget(self.question)
        column.addWidget(self.absent)
        column.addLayout(foot)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan, keeping place and filter."""
        self.counters.show_plan(plan)
        if self._only and not plan.count(self._only):
            self._only = ""
            self.counters.clear()
        self.grid.set_rows(self.lines.show(plan, self._only))
        self.grid.refresh()
        self.grid.set_empty(self.tr("没有要改的：表格里的和名册里的都一样"))
        refused = plan.count("refused")
        self.keep.setVisible(refused > 0)
        self.keep.set_label(self.tr("把 {0} 行另存成表").format(refused))
        chosen = sum(row.chosen for row in plan.rows)
        self.go.set_label(self.tr("导入 {0} 行").format(chosen))
        self.go.setEnabled(chosen > 0)
        self.absent.setText(words.absent(plan))
        self.absent.setVisible(bool(plan.absent))
        self._current(self.grid.current())

    def _plan(self) -> Plan:
        assert self.lines.plan is not None
        return self.lines.plan

    def _filter(self, kind: str) -> None:
        self._only = kind
        self.show_plan(self._plan())

    def _tick(self, line_id: int) -> None:
        index = self.lines.index(line_id)
        row = self._plan().rows[index]
        if row.kind in ("new", "changed"):
            self.planned.emit(self._plan().choose({index: not row.chosen}))

    def _open(self, line_id: int) -> None:
        if self.question.isVisible():
            self.question.setFocus()
        else:
            self._tick(line_id)

    def _tell(self) -> None:
        """Say the current line in full beneath the list, where its cells cut it."""
        line_id, head = self.grid.current(), self.grid.horizontalHeader()
        if not line_id:
            self.full.hide()
            return
        rooms = {column.key: head.sectionSize(place) for place, column in enumerate(self.lines.columns())}
        cut = any(wide > rooms[key] for key, wide in self.lines.widths(line_id).items())
        self.full.setText(self.lines.told(line_id) if cut else "")
        self.full.setVisible(cut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _current(self, line_id: int) -> None:
        self._tell()
        index = self.lines.index(line_id)
        row = self._plan().rows[index] if index >= 0 else None
        asks = row is not None and (row.kind == "doubtful" or row.decided is not None)
        while (item := self.answers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        if asks and row is not None:
            self.answers.addWidget(Label(words.question(row), "strong"))
            answers: list[tuple[str, int | str | None]] = [
                (words.candidate(self._plan(), child_id), child_id) for child_id in row.candidates
            ]
            answers += [(self.tr("是新来的孩子"), "new"), (self.tr("先放下"), None)]
            first: Button | None = None
            for label, answer in answers:
                button = Button(label, kind="ghost" if answer != row.decided or answer is None else "secondary")
                button.clicked.connect(lambda _c=False, at=index, what=answer: self.resolved.emit(at, what))
                self.answers.addWidget(button)
                first = first or button
            self.answers.addStretch(1)
            if first is not None:
                self.question.setFocusProxy(first)
        self.question.setVisible(asks)
