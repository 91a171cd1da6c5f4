"""The head of the roster: the finding, the search box, and the four things to do with the whole list."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.roster import Counts
from ui import tokens
from ui.children.selection_bar import SelectionBar
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
        self.table = Button(self.tr("从表格导入"), icon="file-spreadsheet")
        self.add = Button(self.tr("添加孩子"), icon="plus")
        self.print = Button(self.tr("打印联系卡"), icon="printer")
        self.export = Button(self.tr("导出名册"), icon="download")
        for button, keys in ((self.table, "Ctrl+I"), (self.add, "Ctrl+Shift+N"), (self.print, "Ctrl+P"),
                             (self.export, "Ctrl+E")):  # fmt: skip
            button.setToolTip(keys)
        self.more = Button("", icon="ellipsis", name=self.tr("更多"))
        self.due = Button(self.tr("打印有变化的"), kind="link", icon="printer", height=26)
        self.due.setToolTip(self.tr("只打印打过以后电话、班级这些有变化的联系卡"))
        self.due.hide()
        self.chosen = SelectionBar()
        self.below = QStackedWidget()
        finding = QWidget()
        told = QHBoxLayout(finding)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.line, 1)
        told.addWidget(self.due)
        for widget in (finding, self.chosen):
            self.below.addWidget(widget)
        self.below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        top = QHBoxLayout()
        top.setSpacing(tokens.BETWEEN)
        top.addWidget(self.heading)
        top.addSpacing(tokens.BETWEEN)
        top.addWidget(self.search, 1)
        for button in (self.table, self.add, self.print, self.export, self.more):
            top.addWidget(button)
        self._top = top
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.below)

    def folded(self) -> list[Button]:
        """The buttons there is no room for: the menu offers them."""
        return [button for button in (self.table, self.add, self.export) if button.isHidden()]

    def _fold(self) -> None:
        """Hide buttons, the rarest first, until the search box has its room."""
        buttons = (self.table, self.export, self.add)
        room = self.width() - self.heading.sizeHint().width() - self.search.minimumWidth() - 2 * tokens.BETWEEN
        need = sum(b.sizeHint().width() + tokens.BETWEEN for b in (*buttons, self.print, self.more))
        for button in buttons:
            button.setHidden(need > room)
            need -= button.sizeHint().width() + tokens.BETWEEN if need > room else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Without the buttons that can go into the menu."""
        kept = (self.heading, self.print, self.more)
        wide = sum(widget.sizeHint().width() + tokens.BETWEEN for widget in kept) + self.search.minimumWidth()
        return QSize(wide + tokens.BETWEEN, super().minimumSizeHint().height())

    def show_chosen(self, count: int) -> None:
        """Offer what can be done with several children while more than one is chosen."""
        self.print.set_label(self.tr("打印联系卡"), count if count > 1 else None)
        self._fold()
        self.chosen.show_count(count)
        self.below.setCurrentIndex(1 if count > 1 else 0)

    def show_due(self, due: int) -> None:
        """Offer to print the cards that have changed; 0: the list is of something else, or none has."""
        self.due.set_label(self.tr("打印有变化的"), due or None)
        self.due.setVisible(bool(due))

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
