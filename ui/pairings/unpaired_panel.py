"""At the right: the children who have nobody, each threaded to whom the program proposes, and one button for all."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.pairing import MENTOR, PEER
from app.suggest import Suggestion, Wishes
from ui import tokens
from ui.pairings.painting import Knot
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.flow import Flow
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.marks import Mark
from ui.pieces.rows import Cell, Column
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel

if TYPE_CHECKING:
    from ui.pairings.dragging import Dragging

WIDE, HIGH = 384, 76


class KnotGrid(ListGrid):
    """One row per child: the child, a dashed thread, the helper and a button. Enter does what the button does."""

    picked = Signal(int)
    """Space: choose by hand."""
    dragging: "Dragging | None" = None

    def __init__(self, name: str) -> None:
        self._knots: Mapping[int, Knot] = {}
        self._pressed = 0
        super().__init__([Column("knot", name, 0, "drawn", self._cell)], name=name, row_height=HIGH, many=False)
        self.horizontalHeader().hide()
        self.setProperty("list", "plain")
        self.ticked.connect(self.picked)

    def show_knots(self, knots: Mapping[int, Knot]) -> None:
        """Show these, by the child's id, in this order; the current one stays and is in sight."""
        other = list(knots) != list(self._knots)
        self._knots = dict(knots)
        self.set_rows(list(knots))
        self.refresh()
        if knots and not self.current():
            self.set_current(next(iter(knots)))
        elif knots and other:
            self.updateGeometries()
            self.scrollTo(self.currentIndex())

    def button_rect(self, child_id: int) -> QRectF:
        """Where the button of a row stands in the viewport."""
        index = self._model.index(self._model.place(child_id), 0)
        return self._knots[child_id].button_rect(QRectF(self.visualRect(index)))

    def _cell(self, child_id: int) -> Cell:
        knot = self._knots[child_id]
        spoken = "，".join(part for part in (knot.child, knot.child_line, knot.helper, knot.line) if part)
        return Cell(spoken, draw=lambda painter, rect: knot.draw(painter, rect, self._on_button(child_id)))

    def _on_button(self, child_id: int) -> bool:
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        return self._model.place(child_id) == self._cells.hovered and self.button_rect(child_id).contains(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        row = self._under(at)[0]
        if row and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = row
            if self.dragging is not None and not self.button_rect(row).contains(at):
                self.dragging.press(row, self._knots[row].child, 0, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            if self.dragging is not None:
                self.dragging.move(event.globalPosition().toPoint())
            return
        super().mouseMoveEvent(event)
        on = self._on_some_button(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, 0
        at = event.position().toPoint()
        if self.dragging is not None and self.dragging.release(event.globalPosition().toPoint()):
            return
        super().mouseReleaseEvent(event)
        if pressed and pressed == self._on_some_button(at):
            self.opened.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _on_some_button(self, point: QPoint) -> int:
        row = self._under(point)[0]
        return row if row and self.button_rect(row).contains(point) else 0


class UnpairedPanel(SidePanel):
    """Hands on what a person wants: `paired` one child as proposed, `picked` by hand, `accepted` all."""

    paired = Signal(int)
    picked = Signal(int)
    accepted = Signal()
    role_chosen = Signal(str)
    wished = Signal(object)
    """Wishes."""
    staff_wanted = Signal()
    """There is nobody on the staff yet."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(width=WIDE)
        self._limit, self._asks_staff = 0, False
        self.setAccessibleName(self.tr("还没有老师"))
        self.heading = Label(self.tr("还没配上的孩子"), "panel")
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.roles = Segments(
            [Segment(MENTOR, self.tr("没有老师")), Segment(PEER, self.tr("没有帮手"))], name=self.tr("缺谁")
        )
        self.village = CheckBox(self.tr("同村优先"))
        self.sex = CheckBox(self.tr("同性别优先"))
        self.hint = Label("", "second", "ink2", wrap=True)
        self.grid = KnotGrid(self.tr("还没配上的孩子"))
        self.after = Mark("done", "")
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self.choose = Button("", keys=self.tr("空格"), kind="link", height=30)
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.roles.chosen.connect(self.role_chosen)
        for box in (self.village, self.sex):
            box.clicked.connect(lambda: self.wished.emit(self.wishes()))
        self.grid.opened.connect(self.paired)
        self.grid.picked.connect(self.picked)
        self.go.clicked.connect(lambda: (self.staff_wanted if self._asks_staff else self.accepted).emit())
        self.choose.clicked.connect(lambda: self.picked.emit(self.grid.current()))

    def wishes(self) -> Wishes:
        """What is asked of the suggestions."""
        return Wishes(self._limit, self.village.isChecked(), self.sex.isChecked())

    def show_wishes(self, wishes: Wishes) -> None:
        """Show what is asked."""
        self._limit = wishes.limit
        self.village.setChecked(wishes.same_village)
        self.sex.setChecked(wishes.same_sex)

    def show_suggestions(
        self, role: str, counts: Mapping[str, int], knots: Mapping[int, Knot], found: Sequence[Suggestion], nobody: str
    ) -> None:
        """Show the children who lack somebody in that role; `nobody` says why there is no suggestion at all."""
        self.roles.set_current(role)
        self.roles.set_counts(counts)
        self.grid.show_knots(knots)
        ready = sum(one.helper_id is not None for one in found)
        mentor = role == MENTOR
        self.hint.setText(self._hint(mentor, bool(found)))
        self.grid.set_empty(self.tr("每个孩子都有老师了") if mentor else self.tr("每个孩子都有学习帮手了"))
        left = len(found) - ready
        if nobody and left:
            self.after.set_status("soon", nobody)
        elif left:
            self.after.set_status("soon", self.tr("{0} 个没有人能带了，把上限改大").format(left))
        elif mentor:
            self.after.set_status("done", self.tr("都配完后，没有老师超过 {0} 个").format(self._limit))
        else:
            self.after.set_status("done", self.tr("都配完后，没有帮手超过 2 个"))
        self.after.setVisible(bool(found))
        self.go.set_label(self.tr("{0} 个都按建议配对").format(ready) if ready else self.tr("没有要配的"))
        self.go.setEnabled(bool(ready))
        self._asks_staff = bool(nobody and left)
        if self._asks_staff:
            self.go.set_label(self.tr("去添老师"))
            self.go.setEnabled(True)
        self.choose.set_label(self.tr("自己挑老师") if mentor else self.tr("自己挑帮手"))
        self.choose.setVisible(bool(found))

    def _hint(self, mentor: bool, some: bool) -> str:
        if not some:
            return ""
        if mentor:
            return self.tr("已按同班、同村和老师空额排好建议，点“配对”就定下来，随时可改。")
        return self.tr("建议同班里父母在家的同学，班干部先排，每人最多帮 2 个。")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self.head.addLayout(head)
        self.head.addWidget(self.roles)
        boxes = QWidget()
        flow = Flow(boxes, across=tokens.BETWEEN, wide=True)
        flow.addWidget(self.village)
        flow.addWidget(self.sex)
        self.head.addWidget(self.hint)
        self.head.addWidget(boxes)
        self.grid.setMinimumHeight(tokens.px(HIGH) + 4)
        self.fill(self.grid)
        self.set_action(self.after)
        self.set_action(self.go)
        last = QWidget()
        row = QHBoxLayout(last)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.choose)
        row.addStretch(1)
        self.set_action(last)
