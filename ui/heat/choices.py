"""The row of choices over the heat map: which rule, which rows, which class, in which order, which term."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.heat import CHILDREN, ROWS, RULES
from ui import heat_words as words
from ui import tokens
from ui.heat_board import Board
from ui.pieces.editors import Combo
from ui.pieces.flow import Flow
from ui.pieces.segments import Segment, Segments


def _tr(text: str) -> str:
    return QCoreApplication.translate("heat", text)


class Choices(QWidget):
    """`counted` when it must be counted anew, `arranged` when the same is shown in another order."""

    counted = Signal()
    arranged = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self.by = Segments([Segment(by, words.rows_word(by)) for by in ROWS], CHILDREN, name=_tr("一行是什么"))
        self.rule, self.class_, self.order, self.term = (Combo() for _each in range(4))
        for box, said in ((self.rule, _tr("哪条规则")), (self.class_, _tr("哪个班")), (self.order, _tr("怎么排")),
                          (self.term, _tr("哪个学期"))):  # fmt: skip
            box.setAccessibleName(said)
            box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        _offer(self.order, words.order_words(), board.order)
        self._row = row = Flow(self, across=tokens.BETWEEN, down=6, wide=True, snug=True)
        for widget in (self.rule, self.by, self.class_, self.order, self.term):
            row.addWidget(widget)
        self.by.chosen.connect(self._by)
        for box, take in ((self.rule, self._rule), (self.term, self._term), (self.class_, self._class),
                          (self.order, self._order)):  # fmt: skip
            box.activated.connect(lambda place, box=box, take=take: take(str(box.itemData(place))))

    def add(self, widget: QWidget) -> None:
        """Something else that finds room at the end of the row."""
        self._row.addWidget(widget)

    def show_board(self) -> None:
        """Offer what there is."""
        board = self._board
        self.by.set_current(board.by)
        _offer(self.rule, board.rules(), board.rule)
        _offer(self.class_, [("0", _tr("所有班级")), *board.classes()], str(board.class_id))
        _offer(self.term, board.terms(), board.term_code)
        self.class_.setVisible(board.by == CHILDREN)
        self.order.setVisible(board.by == CHILDREN)
        self.term.setVisible(len(board.terms()) > 1)

    def _by(self, by: str) -> None:
        self._board.by = by
        if by == RULES:
            self._board.rule = ""
        self.counted.emit()

    def _rule(self, rule: str) -> None:
        self._board.rule = rule
        self.counted.emit()

    def _term(self, code: str) -> None:
        self._board.term_code = code
        self.counted.emit()

    def _class(self, class_id: str) -> None:
        self._board.class_id = int(class_id or 0)
        self.arranged.emit()

    def _order(self, order: str) -> None:
        self._board.order = order
        self.arranged.emit()


def _offer(box: Combo, options: list[tuple[str, str]], chosen: str) -> None:
    if [(box.itemData(place), box.itemText(place)) for place in range(box.count())] != options:
        box.clear()
        for key, said in options:
            box.addItem(said, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
