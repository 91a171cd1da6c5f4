"""多少个？ The foot of the list answers by both official meanings, each explained by a click in one sentence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.roster import Counts
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.numbers import Number, Sentence
from ui.sentences import meaning_civil


class CountsLine(QWidget):
    """学籍口径 61 人（一方在外 23，父母都在外 38），民政口径 34 人，待核实 8 人."""

    wanted = Signal(str)
    """A number was clicked; "statistics" and "differences" ask for these pages."""

    def __init__(self) -> None:
        super().__init__()
        self._where = Label("", "second", "ink2")
        self.line = Sentence(role="second")
        self.explanation = Label("", "second", "ink2", wrap=True)
        self.explanation.hide()
        self._told = ""
        self.table = Button(self.tr("统计表"), kind="link", height=24)
        self.why = Button(self.tr("为什么不一样"), kind="link", height=24)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._where)
        row.addWidget(self.line)
        for button in (self.table, self.why):
            row.addSpacing(6)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.explanation)
        self.line.clicked.connect(self._explain)
        self.table.clicked.connect(lambda: self.wanted.emit("statistics"))
        self.why.clicked.connect(lambda: self.wanted.emit("differences"))

    def show_counts(self, counts: Counts, where: str) -> None:
        """Show the figures of a class or the school."""
        self._counts = counts
        self._where.setText(where)
        self.line.set_parts(
            [
                self.tr("学籍口径"), Number("register", counts.left_behind, self.tr("学籍口径人数")),
                self.tr("人（一方在外 {0}，都在外 {1}），民政口径").format(counts.one_away, counts.both_away),
                Number("civil", counts.civil, self.tr("民政口径人数")), self.tr("人，待核实"),
                Number("unknown", counts.civil_unknown, self.tr("待核实人数")), self.tr("人，全部学生"),
                Number("total", counts.total, self.tr("全部学生人数")), self.tr("人"),
            ]
        )  # fmt: skip
        self.explanation.setText(self._sentence(self._told))

    def sentence(self) -> str:
        """The explanation on screen, or ""."""
        return "" if self.explanation.isHidden() else self.explanation.text()

    def _explain(self, key: str) -> None:
        self._told = "" if key == self._told else key
        self.explanation.setText(self._sentence(self._told))
        self.explanation.setVisible(bool(self._told))
        self.wanted.emit(key)

    def _sentence(self, key: str) -> str:
        counts = self._counts
        if key == "register":
            return self.tr(
                "学籍口径：父母有一方外出务工满三个月就算，一方在外 {0} 人加都在外 {1} 人，共 {2} 人。"
            ).format(counts.one_away, counts.both_away, counts.left_behind)
        if key == "civil":
            fewer = self.tr("，所以比学籍口径少") if counts.civil < counts.left_behind else ""
            return self.tr("{0}共 {1} 人{2}。").format(meaning_civil(), counts.civil, fewer)
        if key == "unknown":
            return self.tr(
                "待核实：户口没填，或只有登记的“单亲留守”、没有核对过谁在外，{0} 人还不能说是不是，补齐后自动算进去。"
            ).format(counts.civil_unknown)
        if key == "total":
            return self.tr("今天在校 {0} 人：男 {1}，女 {2}，住校 {3}。转走和毕业的不算。").format(
                counts.total, counts.boys, counts.girls, counts.boarders
            )
        return ""


