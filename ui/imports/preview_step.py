"""Third step: every row that would change, with ticks, and the button that says how many are carried out."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.imports.counters import Counters
from ui.imports.matter import Matter, Plan
from ui.imports.preview_rows import PreviewRows
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid

LOW = 420
"""px: in a step less high the list would have hardly any room."""


class PreviewStep(QWidget):
    """Counters, list, the question about a doubtful row, and the buttons."""

    planned = Signal(object)
    """The Plan after a tick."""
    resolved = Signal(int, object)
    """(index of the row, child id or "new" or None) a person answered about a doubtful row."""
    back_wanted = Signal()
    save_refused = Signal()
    carry_out = Signal()

    def __init__(self, matter: Matter[Any, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matter = matter
        self.lines = PreviewRows(matter)
        self._only = ""
        self.counters = Counters(matter.words.counters)
        self.grid = ListGrid(self.lines.columns(), name=self.tr("导入的每一行"), row_height=46, many=False)
        self.question = QWidget()
        self.full = Label("", "second", wrap=True)
        self.full.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.full.setAccessibleName(self.tr("这一行"))
        self.absent = Label("", "second", wrap=True)
        self.turn = Button("", kind="link")
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
        self.turn.clicked.connect(lambda: self.planned.emit(self._matter.turned(self._plan())))
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
        beneath = QHBoxLayout()
        beneath.addWidget(self.absent, 1)
        beneath.addWidget(self.turn)
        column.addLayout(beneath)
        column.addLayout(foot)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan, keeping place and filter."""
        self.counters.show_plan(plan)
        if self._only and not plan.count(self._only):
            self._only = ""
            self.counters.clear()
        self.grid.set_rows(self.lines.show(plan, self._only))
        self.grid.refresh()
        self.grid.set_empty(self._matter.words.nothing)
        refused = plan.count("refused")
        self.keep.setVisible(refused > 0)
        self.keep.set_label(self.tr("把 {0} 行另存成表").format(refused))
        chosen = sum(row.chosen for row in plan.rows)
        self.go.set_label(self.tr("导入 {0} 行").format(chosen))
        self.go.setEnabled(chosen > 0)
        said, turn = self._matter.beneath(plan)
        self.absent.setText(said)
        self.turn.set_label(turn)
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
        self._fit()

    def _fit(self) -> None:
        """Where the window is low, a question takes the place of what is said of the whole file."""
        room = self.question.isHidden() or self.height() >= tokens.px(LOW)
        self.absent.setVisible(room and bool(self.absent.text()))
        self.turn.setVisible(room and bool(self.turn.label()))

    def _current(self, line_id: int) -> None:
        self._tell()
        index = self.lines.index(line_id)
        row = self._plan().rows[index] if index >= 0 else None
        asked = self._matter.question(self._plan(), row) if row is not None else None
        while (item := self.answers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        if asked is not None:
            self.answers.addWidget(Label(asked.words, "strong"))
            first: Button | None = None
            for answer in asked.answers:
                button = Button(answer.words, kind="secondary" if answer.given else "ghost")
                button.clicked.connect(lambda _c=False, at=index, what=answer.what: self.resolved.emit(at, what))
                self.answers.addWidget(button)
                first = first or button
            self.answers.addStretch(1)
            if first is not None:
                self.question.setFocusProxy(first)
        self.question.setVisible(asked is not None)
        self._fit()
