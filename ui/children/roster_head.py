"""The head of the roster: the finding, the search box, and the four things to do with the whole list."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.roster import Counts
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.numbers import Number, Sentence
from ui.pieces.search_box import SearchBox


class RosterHead(QWidget):
    """Heading and sentence at the left, search and buttons at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label(self.tr("儿童名册"), "heading")
        self.line = Sentence()
        self.search = SearchBox(self.tr("找孩子或电话"))
        self.search.setMinimumWidth(tokens.px(180))
        self.table = Button(self.tr("从表格导入"), icon="file-spreadsheet")
        self.add = Button(self.tr("添加孩子"), icon="plus")
        self.print = Button(self.tr("打印联系卡"), icon="printer")
        self.export = Button(self.tr("导出名册"), icon="download")
        for button, keys in ((self.table, "Ctrl+I"), (self.add, "Ctrl+Shift+N"), (self.print, "Ctrl+P"),
                             (self.export, "Ctrl+E")):  # fmt: skip
            button.setToolTip(keys)
        top = QHBoxLayout()
        top.setSpacing(tokens.BETWEEN)
        top.addWidget(self.heading)
        top.addSpacing(tokens.BETWEEN)
        top.addWidget(self.search, 1)
        for button in (self.table, self.add, self.print, self.export):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.line)

    def show_finding(self, counts: Counts, missing: int, check: int, absent: int) -> None:
        """本学期 61 个留守儿童，12 个信息不全，9 个要核对; numbers of nothing are left out."""
        if not counts.total:
            self.line.set_parts([self.tr("还没有孩子")])
            return
        parts: list[str | Number] = [
            self.tr("本学期"), Number("left_behind", counts.left_behind, self.tr("个留守儿童")), self.tr("个留守儿童")
        ]  # fmt: skip
        for key, number, words in (
            ("missing", missing, self.tr("个信息不全")),
            ("check", check, self.tr("个要核对")),
            ("card", absent, self.tr("个联系卡要打")),
        ):
            if number:
                parts[-1] = f"{parts[-1]}，"
                parts += [Number(key, number, words), words]
        self.line.set_parts(parts)
