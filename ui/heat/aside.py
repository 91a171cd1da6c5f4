"""Beside the heat map: whom to ring or see now, and how many were reached in every week."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.care_rules import CareRule
from app.dialling import calls
from app.heat import CHILDREN, HeatRow
from app.kinship import spoken_relation
from ui import heat_words as words
from ui import tokens
from ui.children.card import clear
from ui.heat_board import Board
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.name_cell import NameCell
from ui.pieces.numbers import NumberLink, PhoneNumber
from ui.pieces.side_panel import SidePanel
from ui.session import Session

MOST = 3
"""Families that are named; more would be a list again."""
WIDTH, LINE = 290, 22
PHONED = ("family_call", "parent_contact", "carer_contact")


class Bar(QWidget):
    """Part of a whole; hatched where there is no school."""

    def __init__(self, part: int, whole: int, school: bool) -> None:
        super().__init__()
        self._share, self._school = (part / whole if whole else 0.0), school
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(40, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            if not self._school:
                painter.fillRect(rect, QBrush(tokens.colour("line2"), Qt.BrushStyle.BDiagPattern))
                return
            paint.fill(painter, rect, "row")
            paint.fill(painter, QRectF(0, 0, round(rect.width() * self._share), rect.height()), "grid")


class Aside(SidePanel):
    """`row_wanted` puts the cursor into a child's row, `column_wanted` lists who stands behind a week's number, `ring`
    asks to ring these children, `log` to enter what was done for them."""

    row_wanted = Signal(object)
    column_wanted = Signal(int)
    ring = Signal(object)
    """list[int] of child ids."""
    log = Signal(object)

    def __init__(self, session: Session, board: Board) -> None:
        super().__init__(name="", width=WIDTH)
        self.setAccessibleName(self.tr("先找谁"))
        self._session, self._board = session, board
        self.first = Label("", "panel", wrap=True)
        self.more = Label("", "hint", "ink2", wrap=True)
        self.go = Button("", kind="primary", height=tokens.CONTROL_PANEL)
        self.print = Button(self.tr("打印本学期一览"), icon="printer", keys="Ctrl+P")
        self._people: list[int] = []
        self.rings = False
        self.head.addWidget(self.first)
        self._families = QVBoxLayout()
        self._families.setSpacing(tokens.GAP)
        self.head.addLayout(self._families)
        self.go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.addWidget(self.more)
        self.head.addWidget(self.go)
        self.set_action(self.print)
        self.go.clicked.connect(lambda: (self.ring if self.rings else self.log).emit(self._people))

    def show_board(self, *, can_log: bool) -> None:
        """Name the worst of the rows on screen, and count every column."""
        rule = self._board.version()
        worst = self._board.in_run()[:MOST] if self._board.by == CHILDREN else []
        self._people = [int(row.key) for row in worst]
        self.rings = rule is not None and any(kind in PHONED for kind in rule.kinds)
        clear(self._families)
        for row in worst:
            self._families.addLayout(self._family(row, rule))
        several = self.tr("先打给这 {0} 家") if self.rings else self.tr("先找这 {0} 个孩子")
        none = self.tr("没有连着缺的") if self._board.by == CHILDREN else self.tr("点数字看是谁")
        more = len(self._board.in_run()) - len(worst)
        self.more.setText(self.tr("还有 {0} 个，都在左边最上面。").format(more))
        self.more.setVisible(bool(worst) and more > 0 and self._board.order == "worst")
        self.first.setText(several.format(len(worst)) if worst else none)
        said = self.tr("今天给这 {0} 家打电话") if self.rings else self.tr("给这 {0} 个孩子补上")
        self.go.set_label(said.format(len(worst)))
        self.go.setVisible(bool(worst) and can_log)
        self.clear()
        self._weeks()

    def _family(self, row: HeatRow, rule: CareRule | None) -> QHBoxLayout:
        child = self._session.snapshot.children[int(row.key)]
        line = QHBoxLayout()
        line.setSpacing(tokens.BETWEEN)
        line.addWidget(NameCell(child.name, tokens.CELL_LIST))
        numbers = calls(child, rule.kinds[0] if rule else "", self._board.today)
        found = next((one for one in numbers if one.works), None)
        told = words.in_a_row(row.run, self._board.span()) + words.undone_word(self._board.rule)
        who = spoken_relation(found.kin.relation) if found is not None and self.rings else told
        name = Button(child.name, kind="link", height=24, name=self.tr("{0}，{1}").format(child.name, told))
        name.clicked.connect(lambda: self.row_wanted.emit(row.key))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(Label(who, "hint", "ink2"))
        line.addLayout(texts, 1)
        if self.rings and found is not None:
            whose = self.tr("{0}的{1}").format(child.name, who)
            number = PhoneNumber(found.phone.number, whose=whose, size=tokens.BODY)
            number.copied.connect(lambda digits: self._session.said.emit(self.tr("{0} 复制好了").format(digits)))
            line.addWidget(number)
        elif self.rings:
            line.addWidget(Label(self.tr("还没有电话"), "hint", "ink3"))
        return line

    def _weeks(self) -> None:
        found = self._board.map
        if found is None or not self._board.rows:
            return
        self.add_section(words.per_column(self._board.rule, self._board.by))
        every = QWidget()
        lines = QVBoxLayout(every)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        last = found.now if found.now is not None else len(found.columns) - 1
        for place, column in enumerate(found.columns[: last + 1]):
            cells = [row.cells[place] for row in self._board.rows]
            owed, done = sum(cell.owed for cell in cells), sum(cell.done for cell in cells)
            if not owed and column.is_school:
                continue
            line = QWidget()
            line.setFixedHeight(tokens.px(LINE))
            across = QHBoxLayout(line)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(tokens.BETWEEN)
            number = str(column.first_week) if column.weeks == 1 else f"{column.first_week}—{column.last_week}"
            head = Label(number, "hint", "accent" if place == found.now else "ink2")
            head.setFixedWidth(tokens.px(36))
            across.addWidget(head)
            across.addWidget(Bar(done, owed, bool(owed)), 1)
            if owed:
                spoken = self.tr("{0}，{1} {2}，共 {3}").format(
                    words.column_word(column), words.done_word(self._board.rule), done, owed)  # fmt: skip
                link = NumberLink(done, spoken=spoken, size=tokens.BODY)
                link.clicked.connect(lambda _on=False, place=place: self.column_wanted.emit(place))
                across.addWidget(link)
                across.addWidget(Label(f"/{owed}", "hint", "ink2"))
            else:
                across.addWidget(Label(self.tr("放假"), "hint", "ink2"))
            lines.addWidget(line)
        self.add(every)
        self.body.activate()

